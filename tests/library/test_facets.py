"""Counts of a result: exact, however actors are put together, and each row's query part finds as many."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from dataclasses import replace

import pytest

from briefing.library import tables, tallies
from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.library.subjects import card_subject
from briefing.model.errors import Damaged
from briefing.model.facet import FacetName, Facets
from briefing.model.numbers import Numbers
from briefing.notebook.decisions import tag
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
    library = desk.library()
    cards = library.cards(range(1, 41))
    library.notebook.decide(*(tag(card_subject(card), f"sort {card.number % 3}") for card in cards))
    return library


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


def who(facets: Facets) -> dict[str, int]:
    return rows(facets, FacetName.WHO)


def test_whom_articles_name_is_packed_for_counting_and_packed_anew_when_it_changes(desk: Desk) -> None:
    desk.parts = replace(desk.parts, engine=Parts().engine)
    desk.write("a.txt", "it was told by Haftar and Wagner there")
    desk.write("b.txt", "it was told by Haftar there")
    desk.build()
    library = desk.library()
    with library._snapshot() as db:
        assert db.execute("SELECT count(*) FROM tally").fetchone() == (1,)
    assert who(library.facets(None, 10)) == {"Haftar": 2, "Wagner": 1}
    desk.write("b.txt", "it was told by Wagner there")
    desk.write("c.txt", "it was told by Putin there")
    desk.build()
    library.refresh()
    assert who(library.facets(None, 10)) == {"Wagner": 2, "Haftar": 1, "Putin": 1}
    packed, found = _with_and_without_tallies(library)
    assert packed == found == {"Wagner": 2, "Haftar": 1, "Putin": 1}


def _with_and_without_tallies(library: Library) -> list[dict[str, int]]:
    """Counts from the parts that are kept, and from those that a reader packs for itself."""
    with library._snapshot() as db:
        path = db.execute("PRAGMA database_list").fetchone()[2]
    counted = [who(library.facets(None, 10))]
    db = sqlite3.connect(path)
    db.execute("DELETE FROM tally")
    db.commit()
    db.close()
    return [*counted, who(library.facets(None, 10))]


def test_an_actor_put_with_another_takes_its_part_out_and_counts_once(filled: Library) -> None:
    with filled._snapshot() as db:
        path = db.execute("PRAGMA database_list").fetchone()[2]
    db = sqlite3.connect(path)
    one, other = (n for (n,) in db.execute("SELECT number FROM actor ORDER BY all_articles DESC LIMIT 2"))
    both = "SELECT count(DISTINCT article) FROM appearance WHERE actor IN (?, ?)"
    together = db.execute(both, (one, other)).fetchone()[0]
    db.execute("UPDATE actor SET entry = ? WHERE number = ?", (one, other))
    assert db.execute("SELECT count(*) FROM tally").fetchone() == (0,)
    db.commit()
    db.close()
    counts = who(filled.facets(None, 10))
    assert len(counts) == len(NAMES) - 1
    assert max(counts.values()) == together


def test_a_part_that_is_not_what_was_packed_is_damage(filled: Library) -> None:
    with filled._snapshot() as db:
        path = db.execute("PRAGMA database_list").fetchone()[2]
    db = sqlite3.connect(path)
    db.execute("UPDATE tally SET sum = sum + 1")
    db.commit()
    db.close()
    with pytest.raises(Damaged):
        filled.facets(None, 10)


def test_one_facet_can_be_counted_alone(filled: Library) -> None:
    alone = filled.facets(None, 10, names=[FacetName.SOURCE])
    assert [facet.name for facet in alone.facets] == [FacetName.SOURCE]
    assert alone.facets[0] in filled.facets(None, 10).facets


def test_parts_of_many_articles_are_counted_as_one_by_one() -> None:
    chance = random.Random(7)
    db = sqlite3.connect(":memory:")
    db.executescript(
        "CREATE TABLE articles(number INTEGER PRIMARY KEY); CREATE TABLE actor(number INTEGER, entry INTEGER);"
        "CREATE TABLE appearance(article INTEGER, actor INTEGER);" + tables.TALLY
    )
    db.executemany("INSERT INTO actor VALUES (?, ?)", [(actor, actor // 2) for actor in range(40)])
    naming = {article: set(chance.sample(range(40), chance.randint(0, 5))) for article in range(3, 2500)}
    db.executemany("INSERT INTO articles VALUES (?)", [(article,) for article in naming])
    db.executemany("INSERT INTO appearance VALUES (?, ?)", [(a, actor) for a in naming for actor in naming[a]])
    tallies.fill(db)
    for chosen in (set(naming), set(chance.sample(sorted(naming), 30)), {1024}, set(range(1024, 2048)), set()):
        wanted = Counter(entry for a in chosen for entry in {actor // 2 for actor in naming[a]})
        assert tallies.count_entries(db, Numbers(chosen)) == wanted
    db.close()
