"""Extraction in several processes gives what one process gives, and survives the loss of its helpers."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest

from briefing.library import extracting
from briefing.library.finder import Crew
from briefing.library.layout import STORE
from briefing.library.parts import Parts
from tests.library.conftest import Desk
from tests.library.fakes import open_fake
from tests.library.state import content


@pytest.fixture
def real(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """With our own rules, and a crew for few articles."""
    desk.parts = Parts(engine=open_fake, workers=1)
    monkeypatch.setattr(extracting, "WORTH_A_CREW", 10)
    monkeypatch.setattr(extracting, "BATCH", 8)
    names = ("Khalifa Haftar", "Vladimir Putin", "Yevgeny Prigozhin")
    for number in range(30):
        desk.write(
            f"{number:04}.txt", f"{names[number % 3]} met the UN envoy in Tripoli on {number % 28 + 1} May 2021."
        )
    return desk


def test_a_crew_finds_what_one_finds(real: Desk) -> None:
    real.build()
    alone = content(real.store)
    assert len(alone["actors"]) > 3
    real.parts = replace(real.parts, workers=3)
    real.build(rebuild=True)
    assert content(real.store) == alone


def test_what_a_dead_helper_owed_is_found_by_the_builder(real: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real.build()
    alone = content(real.store)
    real.parts = replace(real.parts, workers=2)
    start = Crew.__init__

    def kill_one(crew: Crew, *given: object) -> None:
        start(crew, *given)  # type: ignore[arg-type]
        os.kill(crew._finders[0].pid, signal.SIGKILL)

    monkeypatch.setattr(Crew, "__init__", kill_one)
    real.build(rebuild=True)
    assert content(real.store) == alone


def test_helpers_end_with_their_input(real: Desk) -> None:
    real.build()
    crew = Crew(real.store.parent / STORE, 1)
    (finder,) = crew._finders
    crew.give([1, 2, 999])
    assert [(number, bool(found)) for number, found in crew.take([1, 2, 999])] == [(1, True), (2, True), (999, False)]
    assert finder.stdin
    finder.stdin.close()
    assert finder.wait(60) == 0
    assert finder.stdout
    finder.stdout.close()
