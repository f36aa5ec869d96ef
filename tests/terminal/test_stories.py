"""What folded copies cost on a line: a step in the list, a story unfolded, a diff and a step in it; nothing idle."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.library.build import build
from briefing.library.parts import Parts
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.app.screens.tied import tied
from tests.library.prose import edited, report
from tests.terminal.conftest import NoIndex
from tests.terminal.pty_session import PtySession
from tests.terminal.test_pages import cost

STORIES, COPIES = 40, 3


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    base = tmp_path_factory.mktemp("copies")
    folder = base / "news"
    folder.mkdir()
    for seed in range(STORIES):
        for copy in range(COPIES):
            body = edited(report(seed, 20), 0.05, copy) if copy else report(seed, 20)
            day = f"2021-{seed // 20 + 1:02}-{seed % 20 + 1 + copy:02}"
            (folder / f"{seed:03}-{copy}.txt").write_text(f"Report {seed}, print {copy}\n{day}\n\n{body}\n", "utf-8")
    parts = replace(Parts(), find=tied, rules=lambda: 1, engine=NoIndex, workers=1)
    build([folder], find_places(base / "places"), Settings(), lambda _: None, lambda: False, parts=parts)
    return [sys.executable, "-m", "briefing", "open", "--data-dir", str(base / "places"), "--read-only", str(folder)]


def test_copies_on_a_slow_line(terminal: Callable[..., PtySession], command: list[str]) -> None:
    session = terminal(command, (80, 24))
    session.until(f"1 of {STORIES} stories of {STORIES * COPIES} articles")
    session.quiet(0.7)
    for _ in range(3):
        assert 0 < cost(session, "j", 0.05) <= 700
    session.quiet(0.6)
    assert 0 < cost(session, "+") <= 1_500
    assert "└" in session.text()
    assert 500 < cost(session, "d", 1.0) <= 6_000
    assert "DIFF" in session.text()
    for _ in range(3):
        assert 0 < cost(session, "n", 0.3) <= 700
    assert 0 < cost(session, "J", 1.0) <= 6_000
    session.mark()
    session.quiet(2, 2)
    assert session.sent == b""
