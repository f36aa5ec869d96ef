"""From the first byte to the last: however the program ends, the terminal is as it was and the place is kept."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.crashing import SECRET
from tests.terminal.grammar import foreign, switched
from tests.terminal.house import House, plain_article
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]
COUNT = 6


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A few articles, indexed."""
    house = House(tmp_path, {f"{at}.txt": plain_article(at, f"2024-01-{at:02d}") for at in range(1, COUNT + 1)})
    house.index()
    return house


def started(terminal: Start, house: House, *words: str) -> tuple[PtySession, list[object]]:
    """On the screen, with the line settings of before."""
    session = terminal(house.open(*words), (80, 24))
    before = session.attributes()
    session.settled(f"of {COUNT}")
    assert session.attributes() != before
    return session, before


def restored(session: PtySession, before: list[object]) -> None:
    """All that was switched is switched back, and the last word goes to the cursor."""
    modes = switched(bytes(session.output))
    assert set(modes) >= {"1049", "25", "1004", "2004", "7", "kitty"}
    assert {mode for mode, way in modes.items() if way == "h"} == {"25", "7"}
    assert session.attributes() == before
    assert foreign(bytes(session.output)) == []


@pytest.mark.parametrize("keys", ["Q", "q", "2qq", "3qqq", "\x03", "zqq", ":quit\r"])
def test_keys_that_end_it(terminal: Start, house: House, keys: str) -> None:
    session, before = started(terminal, house)
    for key in keys if keys[0] != ":" else [keys]:
        session.send(key)
        session.quiet(0.15)
    assert session.ended() == 0
    restored(session, before)
    assert session.output.rstrip().endswith(b"\x1b[?1004l"), "nothing is said after an ordinary end"


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_signals_that_end_it(terminal: Start, house: House, sent: signal.Signals, code: int) -> None:
    session, before = started(terminal, house)
    session.send("jj\r")
    session.settled("▌2 READ")
    os.kill(session.process.pid, sent)
    assert session.ended() == code
    restored(session, before)
    assert house.session()["pane"] == "reader"


def test_a_lost_line_keeps_the_place(terminal: Start, house: House) -> None:
    session, _ = started(terminal, house)
    session.send("jj\r")
    session.settled("▌2 READ")
    session.hang_up()
    kept = house.session()
    assert (kept["pane"], kept["position"]) == ("reader", 2)
    again, _ = started(terminal, house)
    assert f"3 of {COUNT}" in again.text()


def test_a_line_lost_in_the_midst_of_a_flood(terminal: Start, house: House) -> None:
    """More is waiting to be sent than the line and all queues hold; nobody will ever take it."""
    session, _ = started(terminal, house)
    for size in range(60):
        session.resize(80 + size % 2, 24)
        session.send("\x0c")
    session.hang_up()
    assert session.process.returncode == 128 + signal.SIGHUP
    assert house.session()["position"] == 0


def test_a_lost_line_of_which_no_signal_tells(terminal: Start, house: House) -> None:
    """As below a shell that hides the hang-up from what it has started: the end of the input tells."""
    session = terminal(["sh", "-c", f"trap '' HUP; {shlex.join(house.open())}; exit $?"], (80, 24))
    session.settled(f"of {COUNT}")
    session.send("jj\r")
    session.settled("▌2 READ")
    session.hang_up()
    assert session.process.returncode == 128 + signal.SIGHUP
    assert house.session()["position"] == 2


@pytest.mark.parametrize("sent", [[signal.SIGCONT] * 6, [signal.SIGSTOP, signal.SIGCONT] * 3], ids=["unasked", "held"])
def test_going_on_leaves_one_reader_of_keys(terminal: Start, house: House, sent: list[signal.Signals]) -> None:
    """Also where nothing could be done before the stop, as the system does it by itself."""
    session, before = started(terminal, house)
    for each in sent:
        os.kill(session.process.pid, each)
        session.quiet(0.3)
    session.send("jj\r")
    session.settled("▌2 READ")
    assert f"3 of {COUNT}" in session.text()
    session.send("Q")
    assert session.ended() == 0
    restored(session, before)


def test_mouse_modes_are_switched_off_as_well(terminal: Start, house: House) -> None:
    session, before = started(terminal, house, "--mouse")
    assert {"1000", "1003", "1006", "1015"} <= set(switched(bytes(session.output)))
    session.send("Q")
    assert session.ended() == 0
    restored(session, before)


def test_no_mouse_unasked(terminal: Start, house: House) -> None:
    session, _ = started(terminal, house)
    assert not {"1000", "1002", "1003", "1006", "1015", "1016"} & set(switched(bytes(session.output)))


def test_stopped_and_brought_back(terminal: Start, house: House) -> None:
    """As a shell does with Ctrl+Z from outside: the terminal is given back, and drawn whole on return."""
    session, before = started(terminal, house)
    shown = session.text()
    os.kill(session.process.pid, signal.SIGTSTP)
    session.quiet(0.4)
    session.mark()
    os.kill(session.process.pid, signal.SIGCONT)
    session.quiet(0.6)
    assert session.process.poll() is None
    assert session.text() == shown
    session.send("Q")
    assert session.ended() == 0
    restored(session, before)


@pytest.mark.parametrize("query", ["", "envoy"])
def test_the_place_comes_back(terminal: Start, house: House, query: str) -> None:
    """Article, paragraph, pane, theme, widths and query."""
    session = terminal(house.open(), (120, 40))
    session.settled(f"of {COUNT}")
    if query:
        session.send("/")
        session.settled("search:")
        session.send(f"{query}\r")
        session.settled(f"query: {query}")
    session.quiet(0.5)
    session.send("jj>>")
    session.settled(f"3 of {COUNT}")
    session.send(":theme newsprint\r")
    session.quiet(0.3)
    session.send("2 ")
    session.quiet(1.6)  # reading changes what is counted, after a rest
    before = session.text()
    assert "▌2 READ" in before
    session.send("Q")
    assert session.ended() == 0
    kept = house.session()
    assert (kept["theme"], kept["widths"], kept["query"]) == ("newsprint", [8, 0], query)
    again = terminal(house.open(), (120, 40))
    again.settled(f"of {COUNT}")
    again.quiet(1.0)
    assert f"3 of {COUNT}" in again.text()
    assert _without_times(again.text()) == _without_times(before)


def _without_times(screen: str) -> list[str]:
    """The screen without its first row, which tells the milliseconds of the search, and the message."""
    return screen.splitlines()[1:-2]


def test_without_a_path_the_last_library_comes_back(terminal: Start, house: House) -> None:
    session, _ = started(terminal, house)
    session.send("Q")
    session.ended()
    again = terminal(house.open()[:-1], (80, 24))
    again.settled(f"of {COUNT}")
    assert "Story number 6" in again.text()


@pytest.mark.parametrize(("where", "keys"), [("paint", ""), ("key", "j")])
def test_a_crash_is_one_line_and_a_log_without_text(terminal: Start, house: House, where: str, keys: str) -> None:
    session = terminal([sys.executable, "-m", "tests.terminal.crashing", where, *house.open()[3:]], (80, 24))
    before = session.attributes()
    if keys:
        session.settled(f"of {COUNT}")
        session.send(keys)
    assert session.ended() == 5
    restored(session, before)
    after = bytes(session.output).partition(b"\x1b[?1049l")[2].decode()
    said = [line for line in after.splitlines() if "briefing" in line]
    assert len(said) == 1
    assert "Traceback" not in after
    log = (house.places / "state" / "log").read_text()
    assert "ValueError" in log
    for words in (SECRET, "Ilse", "envoy"):
        assert words not in log
        assert words not in after


def test_a_fault_in_a_search_is_said_and_logged(terminal: Start, house: House) -> None:
    """The screen need not go, but a question that will never be answered must not be passed over."""
    session = terminal([sys.executable, "-m", "tests.terminal.crashing", "worker", *house.open()[3:]], (80, 24))
    session.settled(f"of {COUNT}")
    before = session.row(23)
    session.send("/envoy\r")
    session.quiet(0.8)
    assert session.row(23) != before, "a message stands in the last row"
    log = (house.places / "state" / "log").read_text()
    assert "ValueError" in log
    assert SECRET not in log


def test_private_keeps_no_query(terminal: Start, house: House) -> None:
    for words, kept in (((), True), (("--private",), False)):
        session, _ = started(terminal, house, *words)
        session.send("/")
        session.settled("search:")
        session.send("treaty pipeline\r" if kept else "harbour pipeline\r")
        session.settled("query: ")
        session.send("Q")
        session.ended()
        state = b"".join(path.read_bytes() for path in house.places.rglob("*.json"))
        assert (b"treaty pipeline" in state) is True
        assert b"harbour pipeline" not in state
    assert house.session()["query"] == ""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("themes/odd.toml", "[roles\n", ""),
        ("keys.toml", 'down = "x"\nno-such = "y"\nup = [1]\n', "keys.toml"),
        ("keys.toml", "\0\0not toml", "keys.toml"),
        ("settings.toml", "theme = 3\nreader_width = 9000\nno_such = 1\n", "settings.toml"),
        ("settings.toml", "= = =", "settings.toml"),
        ("settings.toml", 'theme = "odd"\n', "odd"),
    ],
)
def test_broken_settings_are_a_message(terminal: Start, house: House, name: str, text: str, said: str) -> None:
    house.set("themes/odd.toml", 'title = "Odd"\n[roles]\ntext = "nocolour on [/bad]"\n')
    house.set(name, text)
    session, before = started(terminal, house)
    session.send(":theme\r")
    session.settled("THEME")
    session.send("\x1b")
    session.quiet(0.4)
    session.send("\r")
    session.settled("▌2 READ")
    session.send("Q")
    assert session.ended() == 0
    modes = switched(bytes(session.output))
    assert {mode for mode, way in modes.items() if way == "h"} == {"25", "7"}
    assert session.attributes() == before
    assert said in bytes(session.output).decode()
