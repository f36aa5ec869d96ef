"""Every kind of terminal: how many colours it gets, what it can draw, how large it is, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from tests.terminal.grammar import foreign, overrun, pens, switched
from tests.terminal.house import House, plain_article
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]
COUNT = 6


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A few articles of many paragraphs."""
    articles = {f"{at}.txt": plain_article(at, f"2024-01-{at:02d}") for at in range(1, COUNT)}
    dashes = "Words – “quoted”… and naïve – stand here.\n\nMore · of it – was said by envoy Ilse Brandt."
    house = House(tmp_path_factory.mktemp("terminals"), {**articles, "dashes.txt": f"Dashes – “all”\n\n{dashes}\n"})
    house.index()
    return house


def walked(terminal: Start, house: House, environ: Mapping[str, str], *words: str) -> PtySession:
    """All panes, a search, the help and a theme chooser have been on the screen."""
    session = terminal(house.open("--read-only", *words), (80, 24), environ)
    session.settled(f"of {COUNT}")
    for keys, seen in (("G", f"{COUNT} of {COUNT}"), ("\r", "READ"), ("a", "PEOPLE"),
                       ("1/envoy", "search: envoy"), ("\r", "query: envoy"), ("?", "HELP"), ("\x1b", "query: envoy"),
                       (":theme\r", "THEME")):  # fmt: skip
        session.send(keys)
        session.settled(seen)
        session.quiet(0.1)
    session.send("\x1b")
    session.quiet(0.3)
    return session


def colours(session: PtySession) -> set[str]:
    """The kinds of colours that were sent."""
    found = set()
    for pen in pens(bytes(session.output)):
        if pen.startswith(("38;", "48;")):
            found.add({"5": "256", "2": "true"}[pen.split(";")[1]])
        elif re.fullmatch(r"3[0-79]|4[0-79]|9[0-7]|10[0-7]", pen):
            found.add("16")
    return found - ({"16"} if found & {"256", "true"} else set())


@pytest.mark.parametrize(
    ("environ", "kinds"),
    [
        ({"TERM": "xterm-256color"}, {"256"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"true"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "SSH_CONNECTION": "1 2 3 4"}, {"256"}),
        ({"TERM": "xterm"}, {"16"}),
        ({"TERM": "linux"}, {"16"}),
        ({"TERM": "screen"}, {"16"}),
        ({"TERM": ""}, {"16"}),
        ({"NO_COLOR": "1"}, set()),
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, set()),
        ({"NO_COLOR": ""}, {"256"}),
    ],
)
def test_no_colours_but_those_the_terminal_has(
    terminal: Start, house: House, environ: dict[str, str], kinds: set[str]
) -> None:
    session = walked(terminal, house, environ)
    assert colours(session) == kinds, sorted(pens(bytes(session.output)))
    assert foreign(bytes(session.output)) == []
    assert session.process.poll() is None


@pytest.mark.parametrize("words", [("--colour", "none"), ("--no-color",)])
def test_a_flag_takes_the_colours_away(terminal: Start, house: House, words: tuple[str, ...]) -> None:
    session = walked(terminal, house, {"COLORTERM": "truecolor"}, *words)
    assert colours(session) == set()
    assert pens(bytes(session.output)) & {"1", "7"}


ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


@pytest.mark.parametrize(
    ("environ", "words"), [(ASCII, ()), ({}, ("--ascii",)), ({**ASCII, "PYTHONIOENCODING": "latin-1"}, ())]
)
def test_ascii_where_nothing_else_can_be_drawn(
    terminal: Start, house: House, environ: dict[str, str], words: tuple[str, ...]
) -> None:
    session = walked(terminal, house, environ, *words)
    session.send("FG\r")
    session.settled("dashes.txt")
    output = bytes(session.output)
    assert output.isascii(), output[-300:]
    assert b"\\u" not in output
    assert b"\\x" not in output
    assert 'Words - "quoted"... and naive' in session.text()
    assert foreign(output) == []
    assert overrun(output, 80, 24) == []


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_gets_lines(terminal: Start, house: House, term: str) -> None:
    session = terminal(house.open("--read-only"), (80, 24), {"TERM": term})
    assert session.ended() == 0
    assert b"\x1b" not in session.output
    assert "Story number 1" in session.text()
    assert f"TERM={term} cannot show a full screen" in session.text()


def test_no_terminal_gets_lines(house: House) -> None:
    ran = house.run("open", str(house.folder))
    assert ran.returncode == 0
    assert b"\x1b" not in ran.stdout + ran.stderr
    assert len(ran.stdout.splitlines()) == 2 * COUNT
    assert b"no terminal to draw on" in ran.stderr


def test_an_empty_folder_without_a_terminal_is_nothing_found(house: House) -> None:
    empty = house.folder.parent / "empty"
    empty.mkdir()
    ran = house.run("open", str(empty))
    assert (ran.returncode, ran.stdout) == (1, b"")


def test_the_screen_in_a_file_is_a_hint(terminal: Start, house: House) -> None:
    """The screen is drawn on stderr: where that is a file, nobody would see it."""
    log = house.folder.parent / "log"
    command = " ".join([*house.open("--read-only"), "2>", str(log)])
    session = terminal(["sh", "-c", command], (80, 24))
    assert session.ended() == 0
    assert "Story number 1" in session.text()
    assert b"\x1b" not in log.read_bytes()


SIZES = [
    (80, 24),
    (40, 10),
    (39, 9),
    (59, 20),
    (60, 15),
    (20, 5),
    (250, 80),
    (1, 1),
    (109, 30),
    (110, 30),
    (39, 24),
    (80, 9),
]


@pytest.mark.parametrize("size", SIZES)
def test_every_size_is_drawn_whole(terminal: Start, house: House, size: tuple[int, int]) -> None:
    columns, lines = size
    session = terminal(house.open("--read-only"), size)
    small = columns < 40 or lines < 10
    session.settled(f"{columns}x{lines}"[:columns] if small else "1 LIST")
    session.quiet(0.2)
    assert overrun(bytes(session.output), columns, lines) == []
    text = session.text()
    if small:
        assert text.splitlines()[0] == f"{columns}x{lines}: 40x10 needed"[:columns].rstrip()
        assert not "".join(text.splitlines()[1:]).strip()
    elif columns < 60 or lines < 15:
        assert "[1/4]" in text
        assert "READ" not in text
        for keys, number in (("2", 2), ("3", 3), ("4", 4), ("\t", 1)):
            session.send(keys)
            session.settled(f"[{number}/4]")
    else:
        assert "1 LIST" in text
        assert "2 READ" in text
    session.send("Q")
    assert session.ended() == 0


def test_resizing_through_all_sizes_keeps_the_place(terminal: Start, house: House) -> None:
    """The article, the paragraph at the top and the row in the list are those of before, after each detour."""
    session = terminal(house.open("--read-only"), (80, 24))
    session.settled(f"of {COUNT}")
    session.send("jj\r")
    session.settled("▌2 READ")
    session.send("   ")
    session.quiet(0.3)
    before = session.text()
    top = re.search(r"p(\d+) Paragraph", before)
    assert top, before
    for size in SIZES:
        session.mark()
        session.resize(*size)
        session.quiet(0.35)
        assert overrun(b"\x1b[?1049h" + session.sent, *size) == []
        if size[0] >= 60 and size[1] >= 15:
            assert f"{COUNT - 3}.txt" in session.text()
            shown = re.search(r"p(\d+) Paragraph|p(\d+) of 12", session.text())
            assert shown, session.text()
    session.resize(80, 24)
    session.quiet(0.5)
    assert session.text() == before
    session.send("1")
    session.settled(f"3 of {COUNT}")


def test_a_terminal_that_answers(terminal: Start, house: House) -> None:
    """Whole frames and sizes told in the stream are used where they are offered, and switched off at the end."""
    session = terminal(house.open("--read-only"), (80, 24))
    session.settled(f"of {COUNT}")
    session.send("\x1b[?2026;2$y\x1b[?2048;2$y")
    session.quiet(0.4)
    session.mark()
    session.send("j")
    session.settled(f"2 of {COUNT}")
    assert session.sent.count(b"\x1b[?2026h") == session.sent.count(b"\x1b[?2026l") > 0
    session.screen.resize(30, 100)
    session.send("\x1b[48;30;100;600;1000t")
    session.quiet(0.4)
    assert len(session.text().splitlines()[-1]) > 80
    session.send("Q")
    assert session.ended() == 0
    assert foreign(bytes(session.output)) == []
    modes = switched(bytes(session.output))
    assert {mode for mode, way in modes.items() if way == "h"} <= {"7", "25"}


def test_the_cursor_stands_on_the_selected_row(terminal: Start, house: House) -> None:
    """For screen readers and braille displays."""
    session = terminal(house.open("--read-only"), (80, 24))
    session.settled(f"1 of {COUNT}")
    for key in "jjk":
        session.send(key)
        session.quiet(0.3)
        assert " >" in session.row(session.screen.cursor.y)[:4]
    session.send("/")
    session.settled("search:")
    session.send("en")
    session.settled("search: en")
    assert (session.screen.cursor.y, session.screen.cursor.x) == (23, len(" search: en"))
