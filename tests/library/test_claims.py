"""The ledger's rows are the ties of the articles, in order of time, under the entry that counts the actor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.model.claim import Claim, ClaimFilter
from briefing.model.errors import WrongUse
from tests.library.conftest import Desk

FIRST = """Envoys meet

Published: 2021-03-04

General Khalifa Haftar met the UN envoy in Tripoli on 1 March 2021. Haftar will visit Cairo in May 2021.
"""
SECOND = """Haftar leaves

The general's men: Haftar left Tripoli on Monday, the UN said. Haftar met Libya's rulers in 2020.
"""


@pytest.fixture
def ledger(desk: Desk) -> Library:
    desk.parts = Parts(workers=1)
    (desk.folder / "a.txt").write_text(FIRST)
    (desk.folder / "b.txt").write_text(SECOND)
    desk.build()
    return desk.library()


def told(claims: list[Claim]) -> list[tuple[str, str | None]]:
    return [(claim.name, claim.when.value) for claim in claims]


def test_rows_are_in_order_of_time_and_cite_their_sentence(ledger: Library) -> None:
    claims, total = ledger.claims(ClaimFilter())
    assert total == len(claims) >= 3
    days = [claim.when.earliest for claim in claims]
    assert days == sorted(days, key=str)
    first = next(claim for claim in claims if claim.when.value == "2021-03-01")
    assert (first.name, first.cite) == ("Khalifa Haftar", "a.txt:p1")
    assert first.did.startswith("met")
    (sentence,) = ledger.sentences([first])
    assert sentence == "General Khalifa Haftar met the UN envoy in Tripoli on 1 March 2021."


def test_what_nothing_places_stands_apart(ledger: Library) -> None:
    unplaced, total = ledger.claims(ClaimFilter(unplaced=True))
    assert total == len(unplaced) >= 1
    assert all(claim.when.earliest is None for claim in unplaced)
    assert "Monday" in {claim.words for claim in unplaced}


def test_filters(ledger: Library) -> None:
    haftar = ledger.find_actor("haftar").id
    of_him, _ = ledger.claims(ClaimFilter(actor=haftar))
    assert {claim.name for claim in of_him} == {"Khalifa Haftar"}
    since = ledger.claims(ClaimFilter(actor=haftar, since=of_him[-1].when.earliest.toordinal()))[0]  # type: ignore[union-attr]
    assert since == [claim for claim in of_him if claim.when.latest >= of_him[-1].when.earliest]  # type: ignore[operator]
    assert {claim.when.precision.value for claim in ledger.claims(ClaimFilter(precisions=frozenset({"day"})))[0]} == {
        "day"
    }
    assert ledger.claims(ClaimFilter(until=1))[1] == 0
    in_a, _ = ledger.claims(ClaimFilter(), ledger.parse("title:envoys"))
    assert {claim.doc for claim in in_a} == {"a.txt"}
    window, total = ledger.claims(ClaimFilter(), None, 1, 1)
    assert (len(window), window) == (1, ledger.claims(ClaimFilter())[0][1:2])
    assert total == ledger.claims(ClaimFilter())[1]


def test_claims_go_with_their_article(ledger: Library, desk: Desk) -> None:
    before = ledger.claims(ClaimFilter())[1]
    (desk.folder / "b.txt").write_text("Nothing is said here.\n")
    desk.build()
    ledger.refresh()
    after, total = ledger.claims(ClaimFilter())
    assert total < before
    assert {claim.doc for claim in after} == {"a.txt"}


def test_an_actor_is_found_by_any_name(ledger: Library) -> None:
    assert ledger.find_actor("HAFTAR").name == "Khalifa Haftar"
    with pytest.raises(WrongUse, match="Nobody"):
        ledger.find_actor("nobody at all")
    with pytest.raises(WrongUse, match="Nobody"):
        ledger.find_actor("…")


def test_a_rebuild_writes_the_same(ledger: Library, desk: Desk) -> None:
    before = ledger.claims(ClaimFilter())[0]
    desk.parts = replace(desk.parts, workers=2)
    desk.build(rebuild=True)
    assert desk.library().claims(ClaimFilter())[0] == before
