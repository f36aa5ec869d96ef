"""The tour as a program: before the library or in its midst, in a folder of its own that is gone after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.terminal.house import House, plain_article
from tests.terminal.pty_session import PtySession

Start = Callable[..., PtySession]


def test_tour_then_library_then_tour_again(terminal: Start, tmp_path: Path) -> None:
    house = House(tmp_path, {f"{number}.txt": plain_article(number) for number in range(3)})
    house.index()
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    session = terminal(house.open("--tour"), (80, 24), {"TMPDIR": str(scratch)})
    session.until("TOUR 1 of")
    session.until("Press Enter to read")
    assert len(list(scratch.iterdir())) == 1
    session.send("*")  # a star in the throwaway notebook
    session.quiet(0.3)
    session.send("\x1b")
    session.settled("of 3")
    assert list(scratch.iterdir()) == []
    assert "TOUR" not in session.text()
    session.quiet(0.3)
    session.send(":tour\r")
    session.until("TOUR 1 of")
    session.send("Q")
    assert session.ended(30) == 0
    assert list(scratch.iterdir()) == []
    notebooks = list((house.places / "data").rglob("notebook.jsonl"))
    assert '"star"' not in "".join(each.read_text("utf-8") for each in notebooks)
