"""What pages cost on a line: bytes and frames through a real pty, on claims of many years."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.library.build import build
from briefing.library.parts import Parts
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.app.screens.tied import tied
from tests.terminal.conftest import NoIndex
from tests.terminal.pty_session import PtySession

Start = Callable[..., PtySession]
COUNT = 600


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    base = tmp_path_factory.mktemp("years")
    folder = base / "news"
    folder.mkdir()
    with (folder / "wires.jsonl").open("w", encoding="utf-8") as out:
        for number in range(COUNT):
            day = (date(2010, 1, 4) + timedelta(days=9 * number)).isoformat()
            body = (
                f"Ilse Brandt met the Dockers' Union of up to {number % 9 + 1},200 dockers {day}.\n\n"
                f"Tomas Reyl left Norway {day[:7]}."
            )
            record = {"id": f"{number:04d}", "title": f"Report {number}", "published": day, "body": body}
            out.write(json.dumps(record) + "\n")
    parts = replace(Parts(), find=tied, rules=lambda: 1, engine=NoIndex, workers=1)
    build([folder], find_places(base / "places"), Settings(), lambda _: None, lambda: False, parts=parts)
    places = ["--data-dir", str(base / "places")]
    return [sys.executable, "-m", "briefing", "open", *places, "--read-only", str(folder)]


@pytest.fixture
def opened(terminal: Start, command: list[str]) -> PtySession:
    """80x24, 256 colours, the first paint done."""
    session = terminal(command, (80, 24))
    session.until(f"of {COUNT}")
    session.quiet(0.7)
    return session


def cost(session: PtySession, keys: str, wait: float = 0.6) -> int:
    session.mark()
    session.send(keys)
    session.quiet(wait)
    return len(session.sent)


@pytest.mark.parametrize(
    ("line", "seen"), [(":ledger", "LEDGER"), (":timeline", "TIMELINE"), (":dossier brandt", "DOSSIER")]
)
def test_a_page(opened: PtySession, line: str, seen: str) -> None:
    cost(opened, line)
    assert 500 < cost(opened, "\r", 1.5) <= 6_000
    assert seen in opened.text()
    for _ in range(3):
        assert 0 < cost(opened, "j", 0.3) <= 700
    opened.mark()
    opened.quiet(2, 2)
    assert opened.sent == b""


def test_other_steps_of_the_timeline_are_one_screen(opened: PtySession) -> None:
    assert 500 < cost(opened, "T", 1.5) <= 6_000
    assert 200 < cost(opened, "+", 1.5) <= 6_000
    assert cost(opened, "q", 0.8) <= 6_000


def test_with_whom(opened: PtySession) -> None:
    cost(opened, "3", 0.8)
    assert 200 < cost(opened, "c", 1.5) <= 6_000
    assert "Dockers" in opened.text()
    assert 0 < cost(opened, "-", 1.0) <= 1_500


def test_a_large_screen_with_the_whole_of_time_and_a_dossier(terminal: Start, command: list[str]) -> None:
    session = terminal([*command[:-1], "--low-bandwidth", command[-1]], (200, 60))
    session.until(f"of {COUNT}")
    session.quiet(1.5)
    assert "TIMELINE  by " in session.text()
    for _ in range(3):
        assert 0 < cost(session, "j", 0.3) <= 700
    cost(session, "2", 1.0)
    cost(session, "3", 0.8)
    cost(session, "\r", 0.8)
    assert 200 < cost(session, "\r", 2.0) <= 12_000
    assert "3 DOSSIER" in session.text()
    for _ in range(3):
        assert 0 < cost(session, "j", 0.3) <= 700
    session.mark()
    session.quiet(2, 2)
    assert session.sent == b""
