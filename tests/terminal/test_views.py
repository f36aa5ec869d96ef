"""What each view costs on a line: bytes and frames a key, through a real pty, at two sizes in 256 colours.

`python -m pytest -s tests/terminal/test_views.py` prints the table.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.app.views import VIEWS
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]
COUNT = 60
SMALL, LARGE = (80, 24), (120, 40)
OPENED = {SMALL: 6_000, LARGE: 12_000}
"""Bytes of the screens that a view is opened with."""
STEP = 500
"""Of a step with j or k."""
LIST = 1_000
"""In the list: the step, and the article that it opens a moment later, in a frame of its own."""
PAGE = {SMALL: 3_000, LARGE: 6_000}
"""Of a page, of a step that moves all rows, and of rows found by what is typed."""
ECHO = 400
"""Of a letter typed into a line."""
ESC, DOWN, CTRL_P = "\x1b", "\x1b[B", "\x10"


class View(NamedTuple):
    """Keys that open it, a word that shows then, steps, pages, letters typed into a line of it, keys that close it."""

    name: str
    opened: tuple[str, ...]
    seen: str
    steps: tuple[str, ...] = ("j", "k")
    pages: tuple[str, ...] = (" ",)
    typed: tuple[str, ...] = ()
    closed: tuple[str, ...] = ("q",)


TABLE = (
    View("reader", ("2",), "2 READ", steps=(), pages=(" ", " ", "b"), closed=("1",)),
    View("list", ("1",), "1 LIST", pages=(), closed=()),
    View("who", ("3",), "3 WHO", pages=(), closed=("1",)),
    View("facets", ("4",), "WHEN", pages=(), closed=("1",)),
    View("ledger", (":ledger\r",), "LEDGER"),
    View("timeline", ("T",), "TIMELINE", pages=(" ", "+", "-")),
    View("dossier", (":dossier brandt\r",), "DOSSIER"),
    View("pairs", (":pairs\r",), "WITH WHOM", pages=("+", "-")),
    View("review", ("r",), "REVIEW", steps=("s", "s"), pages=()),
    View("saved", ("Bharbour\r", ":saved\r"), "SAVED", pages=()),
    View("help", ("?",), "HELP"),
    View("the query language", (":help query\r",), "QUERY"),
    View("paragraph", ("2", "c"), "PARAGRAPH", pages=(), closed=("q", "1")),
    View("diff", ("g", "g", "d"), "DIFF", pages=(" ",)),
    View("why", ("3", "g", "g", "j", "w"), "WHY", pages=(), closed=("q", "1")),
    View("filter builder", ("4", "/"), "FILTER", steps=(DOWN, DOWN), pages=("b", "r"), closed=(ESC, "1")),
    View("palette", (CTRL_P,), "COMMANDS", steps=(DOWN, DOWN), pages=("l", "e"), closed=(ESC,)),
    View("themes", (":theme\r",), "THEME", steps=(), pages=(), closed=(ESC,)),
    View("merge", ("3", "M"), "MERGE", steps=(DOWN, DOWN), pages=("o", "k"), closed=(ESC, "1")),
    View("rename", ("3", "R"), "NAME", steps=(), pages=(), typed=("a", "b"), closed=(ESC, "1")),
    View("date", ("D",), "DATE", steps=(DOWN,), pages=(), typed=("2", "0"), closed=(ESC,)),
    View("tags", ("t",), "tags:", steps=(), pages=(), typed=("w", "a"), closed=(ESC,)),
    View("command line", (":",), ":", steps=(), pages=(), typed=("l", "e"), closed=(ESC,)),
)
"""All views, and all boxes that open over them. A theme shows on the whole screen while it is chosen."""


def write_wires(folder: Path) -> None:
    """Names, dates, pronouns on which a tie hangs; the newest is long enough to page through, and prints another."""
    with (folder / "wires.jsonl").open("w", encoding="utf-8") as out:
        for number in range(COUNT):
            day = (date(2010, 1, 4) + timedelta(days=90 * number)).isoformat()
            body = [
                f"Ilse Brandt, the port commissioner, met the Dockers' Union in Norrhavn on Monday, "
                f"{number % 9 + 1},200 dockers said.",
                f"Tomas Reyl left Norway in {day[:4]}. He resigned on Tuesday, Karl Vogel said.",
                f"Nadia Harun, the mayor of Halden, wrote to Piet Okonjo {number} in June.",
            ]
            if number >= COUNT - 2:
                sound = ("sound", "wanting")[number % 2]
                body[:] = [f"Turbine {n} was inspected by Ilse Brandt on {n % 28 + 1} May 2023." for n in range(60)]
                body[30:33] = [f"Turbines {n} to {n + 9} were found {sound} by the envoys." for n in (30, 40, 50)]
            record = {"id": f"{number:04}", "title": f"Report {number} of the harbour", "body": "\n\n".join(body)}
            out.write(json.dumps({**record, "published": day, "source": "Halden Wire"}) + "\n")


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    base = tmp_path_factory.mktemp("views")
    folder = base / "news"
    folder.mkdir()
    write_wires(folder)
    briefing, places = [sys.executable, "-m", "briefing"], ["--data-dir", str(base / "places")]
    subprocess.run([*briefing, "index", "-q", *places, str(folder)], check=True, capture_output=True)
    return [*briefing, "open", *places, str(folder)]


def press(session: PtySession, key: str, rest: float = 0.06) -> tuple[int, int]:
    """Bytes and frames that a key costs; what sends nothing is waited for a little."""
    session.mark()
    session.send(key)
    for _ in range(6):
        session.quiet(rest, 3)
        if session.frames:
            break
    return len(session.sent), session.frames


def test_every_view_is_in_the_table() -> None:
    assert set(VIEWS) <= {view.name for view in TABLE}


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_bytes_and_frames_of_every_view(terminal: Start, command: list[str], size: tuple[int, int]) -> None:
    session = terminal(command, size)
    session.until(" of ")
    session.quiet(2.5, 30)  # a count that comes late paints too
    wrong: list[str] = []
    for view in TABLE:
        opened = [press(session, key, 0.2) for key in view.opened]
        if not any(view.seen in line for line in session.text().splitlines()):
            wrong.append(f"{view.name}: no {view.seen!r} in\n{session.text()}")
        told = [f"opened {sum(sent for sent, _ in opened):,}"]
        if max(sent for sent, _ in opened) > OPENED[size]:
            wrong.append(f"{view.name} opened: {opened}")
        limits = [(view.steps, LIST if view.name == "list" else STEP), (view.pages, PAGE[size]), (view.typed, ECHO)]
        for keys, most in limits:
            for key in keys:
                sent, frames = press(session, key)
                told.append(f"{key!r} {sent}/{frames}")
                if sent > most or frames > 1 + (view.name == "list"):
                    wrong.append(f"{view.name}: {key!r} sent {sent} bytes in {frames} frames, of {most}")
                session.quiet(0.4, 2) if view.name == "list" else None
        session.mark()
        session.quiet(0.15, 0.3)
        if session.sent:
            wrong.append(f"{view.name}: {len(session.sent)} bytes while nothing was done")
        print(f"{size[0]}x{size[1]} {view.name:<20} {'  '.join(told)}")
        for key in view.closed:
            press(session, key)
    assert not wrong, "\n".join(wrong)
