"""Counts of a result: exact, however actors are put together, and each row's query part finds as many."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.model.facet import FacetName, Facets
from tests.library.conftest import Desk

NAMES = ("Haftar", "Wagner", "Tripoli", "Benghazi", "Sirte", "Putin")


@pytest.fixture
def filled(desk: Desk) -> Library:
    desk.parts = replace(desk.parts, engine=Parts().engine)
    chance = random.Random(4)
    for number in range(40):
        people = " and ".join(chance.sample(NAMES, chance.randint(1, 4)))
        day = f"{2019 + number % 3}-{1 + number % 12:02}-01"
        head = f"date: {day}\n" if number % 5 else ""
        outlet = ("Daily Wire", "Évening Post", "The Wire")[number % 3]
        text = f"---\ntitle: Number {number}\n{head}source: {outlet}\n---\n\nit was told by {people} there\n"
        (desk.folder / f"{number:02}.md").write_text(text, "utf-8")
    desk.build()
    return desk.library()


def rows(facets: Facets, name: FacetName) -> dict[str, int]:
    return {row.label: row.articles for facet in facets.facets if facet.name is name for row in facet.rows}


@pytest.mark.parametrize("query", ["", "haftar", "wagner -sirte", "pub:2020", "nobody"])
def test_every_row_finds_as_many_as_it_says(filled: Library, query: str) -> None:
    asked = filled.parse(query) if query else None
    facets = filled.facets(asked, 1000)
    assert facets.articles == (len(filled.matching(asked)) if asked else 40)
    for facet in facets.facets:
        assert not facet.more
        for row in facet.rows:
            narrowed = filled.parse(f"({query}) {row.part}" if query else row.part)
            assert len(filled.matching(narrowed)) == row.articles, row
    if query != "nobody":
        assert {facet.name for facet in facets.facets} == set(FacetName)


def test_a_cut_facet_says_how_many_more(filled: Library) -> None:
    who = next(facet for facet in filled.facets(None, 2).facets if facet.name is FacetName.WHO)
    assert len(who.rows) == 2
    assert who.more == len(NAMES) - 2
    everyone = rows(filled.facets(None, 100), FacetName.WHO)
    assert [row.articles for row in who.rows] == sorted(everyone.values(), reverse=True)[:2]


def test_many_months_are_counted_by_years(filled: Library) -> None:
    assert set(rows(filled.facets(None, 100), FacetName.WHEN)) == {"2021", "2020", "2019", "undated"}
    few = rows(filled.facets(filled.parse("pub:2020"), 100), FacetName.WHEN)
    assert all(label.startswith("2020-") for label in few)


def test_what_the_reader_noted_counts(filled: Library) -> None:
    first = filled.cards([1])[0].id
    filled.notebook.set_read(first, True)
    filled.notebook.set_starred(first, True)
    assert rows(filled.facets(None, 10), FacetName.STATE) == {"unread": 39, "read": 1, "starred": 1}


def test_a_facet_of_an_empty_library_is_empty(desk: Desk) -> None:
    assert desk.library().facets(None, 10) == Facets(0, ())
