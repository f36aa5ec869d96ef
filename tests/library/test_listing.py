"""Lists with one row a report: what they hide, what a row stands for, and how a date set by the reader moves it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.util import find_spec

import pytest

from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.model.frozen import replace
from briefing.model.numbers import Numbers
from briefing.model.order import Order
from briefing.model.story import Fold
from briefing.notebook import decisions
from briefing.notebook.subject import ArticleSubject
from tests.library.conftest import Desk
from tests.library.prose import edited, report
from tests.library.state import content

TANTIVY = find_spec("tantivy") is not None
WIRE = report(1)
ARTICLES = (
    ("first", 1, "Halden Wire", WIRE),
    ("late", 3, "Coastal Herald", edited(WIRE, 0.05, 1)),
    ("last", 5, "HALDEN WIRE", f"{WIRE}\n\nIn Ouriba nobody had heard of the zebra."),
    ("bare", 4, "", WIRE),
    ("other", 2, "", report(2)),
)


@pytest.fixture
def wires(desk: Desk) -> Desk:
    for name, day, source, body in ARTICLES:
        told = f"source: {source}\n" if source else ""
        head = f"---\ntitle: The {name} report\ndate: 2021-03-0{day}\n{told}---\n\n"
        (desk.folder / f"{name}.md").write_text(head + body + "\n", "utf-8")
    desk.parts = Parts(workers=1, find=desk.parts.find, rules=desk.parts.rules)
    desk.build()
    return desk


@pytest.fixture
def library(wires: Desk) -> Iterator[Library]:
    with closing(wires.library()) as made:
        yield made


def rows(library: Library, order: Order = Order.NEWEST, *, folded: bool = True) -> list[str]:
    return [card.name.removesuffix(".md") for card in library.page(order, 0, 10, folded)]


def number(library: Library, name: str) -> int:
    return library.locate(f"{name}.md")[0]


def found(library: Library, raw: str, order: Order = Order.NEWEST, limit: int = 10) -> tuple[list[str], int, int]:
    """Rows of a folded search, how many there are, and how many articles were found."""
    query = library.parse(raw)
    *_, page = library.search(query, order, limit)
    folded = library.fold(query, page)
    names = [card.name.removesuffix(".md") for card in library.cards(folded.rows)]
    return names, folded.total, len(folded.found or ())


def test_a_folded_page_is_the_page_without_copies(library: Library) -> None:
    assert rows(library, folded=False) == ["last", "bare", "late", "other", "first"]
    assert rows(library) == ["other", "first"]
    assert rows(library, Order.OLDEST) == ["first", "other"]
    assert rows(library, Order.TITLE) == ["first", "other"]
    assert library.page(Order.NEWEST, 1, 1, folded=True)[0].name == "first.md"
    assert (library.status().articles, library.status().copies) == (5, 3)


def test_places_of_a_folded_list(library: Library) -> None:
    assert library.position(number(library, "first"), Order.NEWEST, folded=True) == 1
    assert library.position(number(library, "first"), Order.NEWEST) == 4
    assert library.position(number(library, "late"), Order.NEWEST, folded=True) == 0


def test_what_a_row_stands_for(library: Library) -> None:
    first, other, late, bare = (number(library, name) for name in ("first", "other", "late", "bare"))
    assert library.folds([other, first]) == {first: Fold(4, 2, 1)}
    assert library.folds([late, other], Numbers([late, bare, other])) == {late: Fold(2, 1, 1)}
    assert library.folds([late], Numbers([late])) == {}
    assert [library.cards([each])[0].name for each in library.printings(late)] == [
        "first.md", "late.md", "bare.md", "last.md",
    ]  # fmt: skip
    assert library.printings(other) == [other]


@pytest.mark.parametrize(
    ("query", "names", "articles"),
    [
        ("zebra", ["last"], 1),
        ("pub:2021-03-03..2021-03-05", ["late"], 3),
        ("pub:2021-03", ["other", "first"], 5),
        ("is:copy -source:coastal", ["bare"], 2),
        ("source:coastal OR title:other", ["late", "other"], 2),
    ],
)
def test_what_is_found_is_never_hidden_by_what_is_not(
    library: Library, query: str, names: list[str], articles: int
) -> None:
    assert found(library, query) == (names, len(names), articles)


@pytest.mark.parametrize(
    "engine", ["whoosh", pytest.param("tantivy", marks=pytest.mark.skipif(not TANTIVY, reason="not installed"))]
)
def test_words_and_numbers_of_copies_with_every_engine(wires: Desk, engine: str) -> None:
    wires.parts = Parts(workers=1, find=wires.parts.find, rules=wires.parts.rules)
    wires.settings = replace(wires.settings, engine=engine)
    wires.build()
    with closing(wires.library()) as library:
        assert library.engine() == engine
        for query, names, articles in (
            ("kestria copies:>2", ["first"], 4),
            ("kestria copies:4 -title:first", ["late"], 3),
            ("zebra copies:>=4", ["last"], 1),
            ("kestria OR copies:<2", ["other", "first"], 5),
            ("crowns copies:5..", [], 0),
        ):
            assert found(library, query) == (names, len(names), articles), query


def test_a_folded_window_is_read_off_one_index(wires: Desk) -> None:
    with closing(sqlite3.connect(wires.store)) as db:
        for column, index in (("newest", "newest"), ("oldest", "oldest"), ("title_key", "title")):
            asked = f"SELECT number FROM articles WHERE NOT copy ORDER BY {column}, number LIMIT 40 OFFSET 100"
            plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {asked}")]
            assert plan == [f"SCAN articles USING COVERING INDEX articles_{index}"]


def test_more_rows_only_go_on_where_fewer_ended(library: Library) -> None:
    whole, total, articles = found(library, "pub:2021-03")
    for limit in range(1, 6):
        part, *counts = found(library, "pub:2021-03", limit=limit)
        assert part == whole[: len(part)]
        assert counts == [total, articles]


def test_a_date_set_makes_another_article_the_head_and_undo_takes_it_back(wires: Desk, library: Library) -> None:
    before = content(wires.store)
    card = library.cards([number(library, "bare")])[0]
    subject = ArticleSubject(card.id, card.fingerprint, card.name)
    library.notebook.decide(decisions.set_date(subject, date(2021, 2, 28)))
    library.notebook.flush()
    assert library.correct()
    assert rows(library, Order.OLDEST) == ["bare", "other"]
    assert library.folds([card.number]) == {card.number: Fold(4, 2, 1)}
    assert [library.cards([each])[0].name for each in library.printings(card.number)][:2] == ["bare.md", "first.md"]
    library.notebook.undo()
    library.notebook.flush()
    assert library.correct()
    assert content(wires.store) == before


def test_a_date_far_away_parts_a_story(wires: Desk, library: Library) -> None:
    card = library.cards([number(library, "late")])[0]
    subject = ArticleSubject(card.id, card.fingerprint, card.name)
    library.notebook.decide(decisions.set_date(subject, date(2021, 6, 1)))
    library.notebook.flush()
    assert library.correct()
    assert rows(library) == ["late", "other", "first"]
