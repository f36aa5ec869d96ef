"""What the screen costs on a line: bytes and frames through a real pty, on 20,000 articles."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Shelf, write_articles
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]
Shelves = Callable[[int], Shelf]
COUNT = 20_000


@pytest.fixture
def small(terminal: Start, shelf: Shelves) -> PtySession:
    """80x24, 256 colours, the first paint done."""
    session = terminal(shelf(COUNT).command, (80, 24))
    session.until("of 20,000")
    session.quiet(0.7)
    return session


def cost(session: PtySession, keys: str, wait: float = 0.4) -> int:
    session.mark()
    session.send(keys)
    session.quiet(wait)
    return len(session.sent)


def test_start_is_one_paint(terminal: Start, shelf: Shelves) -> None:
    session = terminal(shelf(COUNT).command, (80, 24))
    session.until("of 20,000")
    session.quiet(1.0)
    assert len(session.output) <= 25_000
    assert session.frames == 1


def test_cursor_step_before_the_article_opens(small: PtySession) -> None:
    for key in "jjk":
        small.mark()
        small.send(key)
        small.quiet(0.25, 0.4)
        assert 0 < len(small.sent) <= 280
        small.quiet(1.2)


def test_opening_the_article_under_the_cursor(small: PtySession) -> None:
    assert 280 < cost(small, "j", 1.2) <= 5_000


def test_a_page_in_the_reader_is_one_frame(terminal: Start, shelf: Shelves, small: PtySession) -> None:
    cost(small, "2")
    assert 500 < cost(small, " ") <= 2_500
    session = terminal(shelf(COUNT).command, (80, 24))
    session.until("of 20,000")
    session.quiet(0.7)
    session.send("2")
    session.quiet()
    session.mark()
    session.send(" ")
    session.quiet()
    assert session.frames == 1


def test_from_list_to_reader_and_back(small: PtySession) -> None:
    assert 0 < cost(small, "2") <= 450
    assert 0 < cost(small, "1") <= 450


def test_opening_the_who_pane_is_one_frame(terminal: Start, shelf: Shelves) -> None:
    session = terminal(shelf(COUNT).command, (80, 24))
    session.until("of 20,000")
    session.quiet(0.7)
    assert 500 < cost(session, "a") <= 6_000
    assert session.frames == 1
    assert "PEOPLE" in session.text()


def test_each_resize_is_one_paint(terminal: Start, shelf: Shelves) -> None:
    session = terminal(shelf(COUNT).command, (80, 24))
    session.until("of 20,000")
    session.quiet(0.7)
    for size in ((70, 20), (80, 24), (60, 30), (80, 24)):
        session.mark()
        session.resize(*size)
        session.quiet(0.7)
        assert 500 < len(session.sent) <= 13_000
        assert session.frames == 1


def test_holding_a_key_over_a_scrolling_list(small: PtySession) -> None:
    small.mark()
    for _ in range(90):
        small.send("j")
        small.quiet(1 / 30, 1 / 30)
    small.quiet(0.3, 0.4)
    assert 5_000 < len(small.sent) <= 75_000
    assert "91 of 20,000" in small.text()


def test_idle_costs_nothing(small: PtySession) -> None:
    small.mark()
    small.quiet(5, 5)
    assert small.sent == b""


def test_truecolor_at_120_columns(terminal: Start, shelf: Shelves) -> None:
    session = terminal(shelf(COUNT).command, (120, 40), {"COLORTERM": "truecolor"})
    session.until("of 20,000")
    session.quiet(0.7)
    assert len(session.output) <= 75_000
    session.mark()
    session.send("j")
    session.quiet(0.25, 0.4)
    assert 0 < len(session.sent) <= 600
    session.quiet(1.2)
    cost(session, "2")
    assert 500 < cost(session, " ") <= 9_000


def test_a_builder_with_nothing_to_do_costs_nothing(terminal: Start, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    write_articles(folder, 50)
    briefing = [sys.executable, "-m", "briefing"]
    data = ["--data-dir", str(tmp_path / "places")]
    subprocess.run([*briefing, "index", *data, str(folder)], check=True, capture_output=True)
    session = terminal([*briefing, "open", *data, str(folder)], (80, 24))
    session.until("of 50")
    session.quiet(3.0)
    assert session.frames == 1
