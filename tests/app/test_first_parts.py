"""What a page reads before its first screen is painted: the same however many articles there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from briefing.app.pages.dossier import DossierPage
from briefing.app.pages.ledger import CHUNK, LedgerPage
from briefing.app.pages.review import ReviewPage
from briefing.app.pages.scope import Scope
from briefing.app.pages.timeline import TimelinePage
from briefing.app.panes.page import Page
from briefing.library.build import build
from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.model.claim import ClaimFilter
from briefing.model.order import Order
from briefing.model.review import Doubt
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.library.generated import find_generated, write_generated
from tests.terminal.conftest import NoIndex
from tests.terminal.first_paint import ROWS, CountingConnection

FEW, MANY = 200, 1200
WINDOW = 2 * CHUNK + 50
"""Rows of a window of claims, and of one of those that nothing places."""
Pages = Callable[[Library], Page]
PAGES: dict[str, tuple[Pages, int]] = {
    "dossier": (lambda _: DossierPage(Scope(None, "Alder")), 40),
    "ledger": (lambda _: LedgerPage(Scope()), WINDOW),
    "ledger of one": (lambda _: LedgerPage(Scope(None, "Alder")), WINDOW),
    "review": (lambda library: ReviewPage(lambda: library.notebook.answers, frozenset(Doubt)), 400),
}


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Callable[[], Library]]:
    made: dict[int, Callable[[], Library]] = {}
    for count in (FEW, MANY):
        home = tmp_path_factory.mktemp(f"shelf{count}")
        folder, places = home / "news", find_places(home / "places")
        folder.mkdir()
        write_generated(folder, count)
        parts = replace(Parts(), find=find_generated, rules=lambda: 1, engine=NoIndex, workers=1)
        build([folder], places, Settings(), lambda _: None, lambda: False, parts=parts)
        made[count] = partial(Library, [folder], places, Settings())
    return made


def count_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """All connections from now on count the rows they give."""
    plain = sqlite3.connect

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = plain(*arguments, **{**options, "factory": CountingConnection})
        return made

    monkeypatch.setattr(sqlite3, "connect", connect)


def rows_read(library: Library, make: Pages) -> int:
    """Rows that came out of the store until the first part of a page was there."""
    page, before = make(library), ROWS[0]
    next(iter(page.load_parts(library, lambda: False)))
    return ROWS[0] - before


@pytest.mark.parametrize("name", PAGES)
def test_the_first_screen_waits_for_a_bounded_number_of_rows(
    name: str, shelves: dict[int, Callable[[], Library]], monkeypatch: pytest.MonkeyPatch
) -> None:
    count_rows(monkeypatch)
    make, most = PAGES[name]
    read = {}
    for count, opened in shelves.items():
        with closing(opened()) as library:
            read[count] = rows_read(library, make)
    print(f"{name}: {read[FEW]:,} rows of {FEW:,} articles, {read[MANY]:,} of {MANY:,}")
    assert 0 < read[MANY] <= most


def test_a_timeline_reads_a_row_a_day(
    shelves: dict[int, Callable[[], Library]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not one a claim or an article: of what begins on the same day and lasts as long there is one."""
    count_rows(monkeypatch)
    with closing(shelves[MANY]()) as library:
        read = rows_read(library, lambda _: TimelinePage(Scope()))
        claims, _ = library.claims(ClaimFilter(guesses=True), None, 0, 10**6)
        cards = library.page(Order.NEWEST, 0, MANY)
    spans = {(each.when.earliest, each.when.latest, each.guess) for each in claims}
    days = {card.published.day for card in cards if card.published}
    print(f"timeline: {read:,} rows of {len(claims):,} claims in {len(cards):,} articles")
    assert len(cards) == MANY
    assert read <= len(spans) + len(days) + 40
