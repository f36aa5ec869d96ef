"""What the reader corrects moves everything that hangs on it, holds after a rebuild, and is taken back whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.model.claim import ClaimFilter
from briefing.model.order import Order
from briefing.notebook import decisions
from briefing.notebook.act import Decision
from briefing.notebook.subject import ActorSubject, ArticleSubject, PassageSubject
from briefing.search.engine import never
from briefing.settings.schema import Settings
from tests.library.conftest import Desk
from tests.library.state import content

UNDATED = """Envoys arrive

Russian officers arrived in Benghazi on Tuesday. Khalifa Haftar met them. Haftar, the general, left in June.
"""
DATED = """Rulers meet

Published: 2023-09-01

Moscow said it would send grain. Vladimir Putin met Khalifa Haftar in Moscow on 28 September 2023.
"""
OTHER = """Grain leaves

Published: 2022-01-02

Omar Haftar sold grain to Russia on Monday. Haftar said he was glad.
"""


@pytest.fixture
def corrected(desk: Desk) -> Desk:
    desk.parts = Parts(workers=1)
    for name, text in (("a.txt", UNDATED), ("b.txt", DATED), ("c.txt", OTHER)):
        (desk.folder / name).write_text(text)
    desk.build()
    return desk


def subject(library: Library, name: str) -> ArticleSubject:
    card = next(card for card in library.page(Order.TITLE, 0, 10) if card.name == name)
    return ArticleSubject(card.id, card.fingerprint, card.name)


def decide(desk: Desk, *made: Callable[[Library], Decision]) -> Library:
    library = desk.library()
    for each in made:
        library.notebook.decide(each(library))
    library.notebook.flush()
    assert library.correct()
    return library


def values(library: Library, doc: str) -> dict[str, str | None]:
    number = next(card.number for card in library.page(Order.TITLE, 0, 10) if card.name == doc)
    view = library.open(number)
    assert view is not None
    assert view.findings is not None
    return {time.surface: time.when.value for time in view.findings.times}


def who(library: Library) -> dict[str, int]:
    return {row.name: row.articles for row in library.actors(None, None, 1, 100)[0]}


def test_a_date_set_places_all_that_hangs_on_it_and_undo_takes_it_back(corrected: Desk) -> None:
    before = content(corrected.store)
    library = decide(corrected, lambda it: decisions.set_date(subject(it, "a.txt"), date(2023, 8, 23)))
    assert values(library, "a.txt") == {"Tuesday": "2023-08-22", "June": "2023-06"}
    (card,) = [card for card in library.page(Order.NEWEST, 0, 10) if card.name == "a.txt"]
    assert card.day == "2023-08-23"
    assert library.status().undated == 0
    assert len(library.matching(library.parse("pub:2023-08"))) == 1
    assert len(library.matching(library.parse("on:2023-08-22"))) == 1
    assert "2023-08-22" in {claim.when.value for claim in library.claims(ClaimFilter())[0]}
    library.notebook.undo()
    library.notebook.flush()
    assert library.correct()
    assert values(library, "a.txt")["Tuesday"] is None
    assert content(corrected.store) == before


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_a_date_set_moves_the_article_in_what_a_search_lists(corrected: Desk, engine: str) -> None:
    corrected.settings = Settings(engine=engine)
    corrected.build()

    def found(library: Library) -> list[str]:
        *_, last = library.search(library.parse("haftar"), Order.NEWEST, 10, never)
        return [card.name for card in library.cards([hit.number for hit in last.hits])]

    assert found(corrected.library()) == ["b.txt", "c.txt", "a.txt"]
    dated = decide(corrected, lambda it: decisions.set_date(subject(it, "a.txt"), date(2022, 5, 5)))
    assert found(dated) == ["b.txt", "a.txt", "c.txt"]
    assert dated.status().searchable == 3
    dated.notebook.undo()
    dated.notebook.flush()
    assert dated.correct()
    assert found(dated) == ["b.txt", "c.txt", "a.txt"]


def test_a_date_cleared_leaves_all_open(corrected: Desk) -> None:
    library = decide(corrected, lambda it: decisions.clear_date(subject(it, "c.txt")))
    assert values(library, "c.txt")["Monday"] is None
    assert library.status().undated == 2


def test_one_phrase_alone(corrected: Desk) -> None:
    library = decide(
        corrected,
        lambda it: decisions.set_when(PassageSubject(subject(it, "a.txt"), "Tuesday", 1, 1), "2023-08-22"),
    )
    assert values(library, "a.txt")["Tuesday"] == "2023-08-22"
    assert library.status().undated == 1


def test_a_merge_is_counted_found_and_explained(corrected: Desk) -> None:
    before = who(corrected.library())
    putin, haftar = ActorSubject("Vladimir Putin", "person"), ActorSubject("Khalifa Haftar", "person")
    library = decide(corrected, lambda _: decisions.merge(putin, haftar))
    after = who(library)
    assert "Vladimir Putin" not in after
    row = library.find_actor("khalifa haftar")
    assert [(each.name, each.rule.value) for each in row.counted if each.name == "Vladimir Putin"] == [
        ("Vladimir Putin", "told")
    ]
    assert set(library.matching(library.parse('who:"vladimir putin"'))) == set(library.appearances(row.id))
    view = library.open(2)
    assert view is not None
    assert view.findings is not None
    assert {"Vladimir Putin", "Khalifa Haftar"} & {actor.name for actor in view.findings.actors} == {"Khalifa Haftar"}
    library.notebook.undo()
    library.notebook.flush()
    assert library.correct()
    assert who(library) == before


def test_new_name_type_and_ignored(corrected: Desk) -> None:
    haftar = ActorSubject("Khalifa Haftar", "person")
    library = decide(
        corrected,
        lambda _: decisions.rename(haftar, "Field Marshal Haftar"),
        lambda _: decisions.retype(ActorSubject("Benghazi", "place"), "organisation"),
        lambda _: decisions.ignore(ActorSubject("Omar Haftar", "person")),
    )
    found = {row.name: row.type.value for row in library.actors(None, None, 1, 100)[0]}
    assert found["Field Marshal Haftar"] == "person"
    assert found["Benghazi"] == "organisation"
    assert "Omar Haftar" not in found
    assert len(library.matching(library.parse('who:"field marshal haftar"'))) >= 2
    assert all(claim.name != "Omar Haftar" for claim in library.claims(ClaimFilter())[0])
    facets = library.facets(None, 100).facets
    assert "Omar Haftar" not in {row.label for facet in facets for row in facet.rows}


def test_a_name_split_off_is_an_actor_of_its_own(corrected: Desk) -> None:
    library = decide(corrected, lambda _: decisions.split(ActorSubject("Khalifa Haftar", "person"), "Haftar"))
    view = library.open(1)
    assert view is not None
    assert view.findings is not None
    assert {"Khalifa Haftar", "Haftar"} <= {actor.name for actor in view.findings.actors}
    assert "Haftar" not in library.find_actor("khalifa haftar").aliases


def test_all_of_it_holds_after_the_cache_is_gone(corrected: Desk) -> None:
    putin, haftar = ActorSubject("Vladimir Putin", "person"), ActorSubject("Khalifa Haftar", "person")
    decide(
        corrected,
        lambda it: decisions.set_date(subject(it, "a.txt"), date(2023, 8, 23)),
        lambda _: decisions.merge(putin, haftar),
        lambda _: decisions.rename(haftar, "Haftar senior"),
        lambda _: decisions.split(ActorSubject("Omar Haftar", "person"), "Haftar"),
    )
    before = content(corrected.store)
    corrected.build(rebuild=True)
    assert content(corrected.store) == before


def test_a_changed_file_keeps_what_was_said_of_it(corrected: Desk) -> None:
    decide(corrected, lambda it: decisions.set_date(subject(it, "a.txt"), date(2023, 8, 23)))
    (corrected.folder / "a.txt").write_text(UNDATED + "\nThey left on Monday.\n")
    corrected.build()
    assert values(corrected.library(), "a.txt")["Monday"] == "2023-08-21"


def _choices() -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, 7), min_size=1, max_size=6)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_choices())
def test_any_corrections_taken_back_leave_the_store_as_it_was(corrected: Desk, chosen: list[int]) -> None:
    before = content(corrected.store)
    library = corrected.library()
    putin, haftar = ActorSubject("Vladimir Putin", "person"), ActorSubject("Khalifa Haftar", "person")
    article, tied = subject(library, "a.txt"), subject(library, "b.txt")
    claim = next(each for each in library.claims(ClaimFilter())[0] if (each.doc, each.name) == ("b.txt", haftar.name))
    makers: list[Callable[[], Any]] = [
        lambda: decisions.set_date(article, date(2023, 8, 23)),
        lambda: decisions.clear_date(subject(library, "b.txt")),
        lambda: decisions.merge(putin, haftar),
        lambda: decisions.rename(haftar, "H"),
        lambda: decisions.retype(putin, "organisation"),
        lambda: decisions.ignore(haftar),
        lambda: decisions.split(haftar, "Haftar"),
        lambda: decisions.untie(PassageSubject(tied, claim.words, claim.paragraph, 1), haftar, claim.did),
    ]
    done = [library.notebook.decide(makers[choice]()) for choice in chosen]
    library.notebook.flush()
    library.correct()
    for _ in filter(None, done):
        library.notebook.undo()
    library.notebook.flush()
    library.correct()
    library.close()
    assert content(corrected.store) == before


def test_a_store_that_is_being_written_is_left_to_its_builder(corrected: Desk) -> None:
    from briefing.library.lock import writer_lock

    library = corrected.library()
    library.notebook.decide(decisions.set_date(subject(library, "a.txt"), date(2023, 8, 23)))
    library.notebook.flush()
    with writer_lock(library.cache):
        assert not library.correct()
    assert values(library, "a.txt")["Tuesday"] == "2023-08-22"
    assert library.correct()


def test_nothing_said_changes_nothing(corrected: Desk, tmp_path: Path) -> None:
    with closing(sqlite3.connect(corrected.store)) as db:
        generation = db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
    assert not corrected.library().correct()
    with closing(sqlite3.connect(corrected.store)) as db:
        assert db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone() == generation
