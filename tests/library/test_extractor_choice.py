"""The settings choose the extractor: another one finds everything again, an absent one leaves it to the rules."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefing.extract import registry
from briefing.library.parts import Parts
from briefing.model.actor import Findings
from briefing.model.article import Article
from briefing.model.frozen import replace
from tests.library.conftest import Desk
from tests.library.fakes import find_capitals, open_fake

RULES = registry.stamp(registry.open_extractor("rules"))


class Capitals:
    """An extractor of another name."""

    name = "capitals"
    version = 2

    def find(self, article: Article) -> Findings:
        return find_capitals(article)


@pytest.fixture
def two(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setitem(registry.BUILT_IN, "capitals", f"{__name__}:Capitals")
    desk.parts = Parts(engine=open_fake, workers=1)
    desk.write("a.txt", "Ilse Brandt met Omar Sayed on 3 May 2021.")
    return desk


def _built(desk: Desk, extractor: str) -> tuple[set[int], set[str]]:
    """The stamps of the articles, and who is found, after a build with that setting."""
    desk.settings = replace(desk.settings, extractor=extractor)
    desk.build()
    with closing(sqlite3.connect(desk.store)) as db:
        stamps = {number for (number,) in db.execute("SELECT rules FROM articles")}
        return stamps, {name for (name,) in db.execute("SELECT name FROM actor_name WHERE alias = 0")}


def test_another_extractor_finds_everything_again_and_back(two: Desk) -> None:
    capitals = registry.stamp(Capitals())
    assert capitals > RULES
    first = _built(two, "rules")
    assert first == ({RULES}, {"Ilse Brandt", "Omar Sayed"})
    assert _built(two, "capitals")[0] == {capitals}
    assert _built(two, "rules") == first


def test_an_absent_one_leaves_it_to_the_rules(two: Desk) -> None:
    assert _built(two, "nowhere")[0] == {RULES}


def test_what_is_up_to_date_is_left_alone(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _built(two, "capitals")
    monkeypatch.setattr(Capitals, "find", lambda *_: pytest.fail("found again"))
    _built(two, "capitals")


@pytest.mark.parametrize(("stored", "waits"), [(0, True), (RULES - 1, True), (RULES, False), (10**9, True)])
def test_which_findings_are_outdated(stored: int, waits: bool) -> None:
    low, high = registry.outdated(RULES)
    assert (stored < low or stored >= high) is waits
