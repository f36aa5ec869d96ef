"""Text that means ill, through a real pty: what comes out is the program's own, and the app stays up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.terminal.grammar import foreign, overrun
from tests.terminal.house import House
from tests.terminal.payloads import COPY, PAYLOADS, fill
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]
SIZES = [(80, 24), (120, 40), (45, 12)]


@dataclass(frozen=True)
class Lot:
    """All of them in one library: the names of those that are a text, and why the others were not read."""

    house: House
    names: set[str]
    problems: list[str]


@pytest.fixture(scope="module")
def lot(tmp_path_factory: pytest.TempPathFactory) -> Lot:
    house = House(tmp_path_factory.mktemp("hostile"))
    house.set("settings.toml", "fold_copies = false\n")  # the same ill words in a file and in a record are no row less
    names = fill(house)
    told = house.index()
    assert told["articles"] == len(names)
    return Lot(house, names, [each["why"] for each in told["problems"]])


def harmless(session: PtySession, columns: int, lines: int) -> None:
    """Nothing but the program's own sequences came out, no row ran over, and the app is still there."""
    assert session.process.poll() is None, session.text()
    output = bytes(session.output)
    assert foreign(output) == []
    assert overrun(output, columns, lines) == []
    for prefix in ("52;", "0;w", "8;;", "P+q", "_G"):
        assert f"\x1b]{prefix}".encode() not in output
        assert f"\x9d{prefix}".encode() not in output


def test_only_what_is_no_text_is_not_read(lot: Lot) -> None:
    assert sorted(why.partition(":")[0] for why in lot.problems) == ["cut short", "not a text"]


@pytest.mark.parametrize("size", SIZES)
def test_every_article_is_read_to_its_end(terminal: Start, lot: Lot, size: tuple[int, int]) -> None:
    colours = {"COLORTERM": "truecolor"} if size[0] > 80 else {}
    session = terminal(lot.house.open("--read-only"), size, colours)
    seen = set()
    for number in range(1, len(lot.names) + 1):
        session.settled(f"{number} of {len(lot.names)}")
        name = title_under_cursor(session)
        session.send("\r")
        session.settled("▌2 READ")
        session.send("G")
        session.until(f"Endmark-{name}.")
        session.send("a")
        session.until("▌3 WHO")
        session.send("jjGqq")
        session.until("▌1 LIST")
        session.send("j")
        seen.add(name)
    assert seen == lot.names
    harmless(session, *size)


def title_under_cursor(session: PtySession) -> str:
    """The name in the title of the row that the hardware cursor stands on."""
    row = session.screen.cursor.y
    rows = [line[:34] if "│" in line else line for line in map(session.row, (row, row + 1))]
    found = re.search(r"Title (\S+)", " ".join(rows))
    assert found, session.text()
    return found[1]


def test_walls_stand_straight_beside_any_text(terminal: Start, lot: Lot) -> None:
    """Characters of two cells, of none, and of doubtful width: the walls of the columns stay where they are."""
    session = terminal(lot.house.open("--read-only"), (120, 40))
    session.until(f"of {len(lot.names)}")
    for number in range(1, len(lot.names) + 1):
        session.until(f"{number} of {len(lot.names)}")
        session.quiet(0.12)
        rows = [[session.screen.buffer[y][x].data for x in range(120)] for y in range(2, 37)]
        assert {row[34] + row[86] for row in rows} == {"││"}, session.text()
        session.send("j")


@pytest.mark.parametrize("name", PAYLOADS)
def test_found_in_a_text_and_in_the_corpus(terminal: Start, lot: Lot, name: str) -> None:
    """The same text as a query: typed, pasted, accepted, and come back to from the history."""
    session = terminal(lot.house.open("--read-only"), (80, 24))
    session.until(f"of {len(lot.names)}")
    typed = "".join(c for c in PAYLOADS[name] if c >= " " and c != "\x7f").encode("utf-8", "replace")
    pasted = PAYLOADS[name].replace("\x1b", "").encode("utf-8", "replace")
    for key, label in (("/", "search:"), ("2/", "find here:")):
        session.send(key)
        session.settled(label)
        session.send_bytes(typed[:400])
        session.quiet(0.1)
        session.send_bytes(b"\x15\x1b[200~" + pasted + b"\x1b[201~")
        session.quiet(0.1)
        session.send("\r")
        session.quiet(0.1)
    session.send("1/")
    session.settled("search:")
    session.send("\x1b[A")
    session.quiet(0.1)
    session.send("\x1b")
    session.quiet(0.2)
    session.send("1F")
    session.until(f"of {len(lot.names)}")
    harmless(session, 80, 24)


def test_bytes_that_are_no_text_as_keys(terminal: Start, lot: Lot) -> None:
    """A terminal of another encoding, a paste of a picture: not the end of the program."""
    session = terminal(lot.house.open("--read-only"), (80, 24))
    session.until(f"of {len(lot.names)}")
    session.send("/")
    session.until("search:")
    session.send_bytes(b"caf\xe9 \xff\xfe\xc3")
    session.quiet(0.3)
    session.send_bytes(b"\x15story")
    session.until("search: ")
    session.until("story")
    harmless(session, 80, 24)


@pytest.mark.parametrize("pasted", [b"story\x1bQ", b"story\x1b]52;c;QQ\x07Q", b"story\x1b[6~\x1b[6~", b"\x1bQstory"])
def test_an_escape_inside_a_paste_is_no_key(terminal: Start, lot: Lot, pasted: bytes) -> None:
    """With no line open a paste is nothing; with one it is text, whatever stands in it."""
    session = terminal(lot.house.open("--read-only"), (80, 24))
    session.settled(f"1 of {len(lot.names)}")
    session.send_bytes(b"\x1b[200~" + pasted + b"\x1b[201~")
    session.quiet(0.3)
    assert session.process.poll() is None
    assert f"1 of {len(lot.names)}" in session.text()
    session.send("/")
    session.settled("search:")
    session.send_bytes(b"\x1b[200~" + pasted + b"\x1b[201~")
    session.settled("search: ")
    session.settled("story")
    harmless(session, 80, 24)


def test_a_paste_of_a_megabyte(terminal: Start, lot: Lot) -> None:
    session = terminal(lot.house.open("--read-only"), (80, 24))
    session.until(f"of {len(lot.names)}")
    session.send("/")
    session.until("search:")
    session.send_bytes(b"\x1b[200~" + b"harbour envoy\n" * 70_000 + b"\x1b[201~")
    session.until("envoy harbour")
    session.send("\x1b")
    session.until(f"of {len(lot.names)}")
    harmless(session, 80, 24)


def test_problems_and_messages_are_harmless_too(terminal: Start, lot: Lot) -> None:
    session = terminal(lot.house.open("--read-only"), (80, 24))
    session.until(f"of {len(lot.names)}")
    session.send(":problems\r")
    session.until("2 PROBLEMS")
    session.until("gone")
    session.send("\x1b")
    session.quiet(0.4)
    session.send_bytes(b":go \x1b[200~x]52;c;" + COPY.encode() + b"\x07\xc2\x9b31m\x1b[201~\r")
    session.until("There is no article")
    session.send_bytes(b":\x1b[200~x]0;w\x07[/bad]\x1b[201~\r")
    session.until("no command")
    harmless(session, 80, 24)


def test_the_plain_listing_is_harmless(lot: Lot) -> None:
    ran = lot.house.run("open", str(lot.house.folder))
    assert ran.returncode == 0
    assert foreign(ran.stdout.replace(b"\n", b"") + ran.stderr.replace(b"\n", b"")) == []


@pytest.mark.parametrize(
    "output",
    [b"\x1b]52;p;QQ\x07", b"\x1b[2J", b"a\x00", "\x9b31m".encode(), "\u202e".encode(), b"\x1b[?1002h", b"\r\n"],
)
def test_the_grammar_refuses_what_is_not_the_programs_own(output: bytes) -> None:
    assert foreign(b"\x1b[?1049h\x1b[1;31mtext" + output)
    assert not foreign(b"\x1b[?1049h\x1b[1;31mtext\x1b[2;3H\x1b[m\x1b[?1049lbriefing: an end\r\n")
    assert overrun(b"\x1b[?1049h\x1b[3;70H" + b"x" * 12, 80, 24)
