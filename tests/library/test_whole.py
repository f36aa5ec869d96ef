"""The library with our own formats, rules and engine: what is asked most, and an index that is damaged."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library.parts import Parts
from briefing.model.errors import Damaged
from briefing.model.order import Order
from briefing.search.engine import never
from tests.library.conftest import Desk

COUNT = 12


@pytest.fixture
def real(desk: Desk) -> Desk:
    desk.parts = Parts(workers=1)
    for number in range(COUNT):
        who = "Khalifa Haftar" if number % 3 == 0 else "Ahmad al-Mesmari"
        day = f"{number + 1} March 2021"
        desk.write(f"{number:02}.txt", f"{who} met the envoy number{number} in Tripoli on {day}. Oil was discussed.")
    desk.build()
    return desk


def _found(desk: Desk, raw: str, order: Order = Order.RELEVANCE) -> list[str]:
    library = desk.library()
    try:
        *_, last = library.search(library.parse(raw), order, 100, never)
        assert not last.partial
        assert last.total == len(last.hits)
        return [card.name for card in library.cards([hit.number for hit in last.hits])]
    finally:
        library.close()


HAFTAR = ["00.txt", "03.txt", "06.txt", "09.txt"]


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("haftar", HAFTAR),
        ("number7", ["07.txt"]),
        ("who:haftar oil", HAFTAR),
        ("who:haftar", HAFTAR),
        ("oil -who:haftar number*", [f"{n:02}.txt" for n in range(COUNT) if n % 3]),
        ("path:03 oil", ["03.txt"]),
        ("on:2021-03-05", ["04.txt"]),
        ("on:2021-03-05 who:mesmari", ["04.txt"]),
        ("nothing", []),
    ],
)
def test_words_and_facts_together(real: Desk, raw: str, names: list[str]) -> None:
    assert sorted(_found(real, raw)) == names


def test_orders_hold_for_hits(real: Desk) -> None:
    assert _found(real, "oil", Order.TITLE) == [f"{n:02}.txt" for n in range(COUNT)]
    assert _found(real, "who:haftar", Order.TITLE) == HAFTAR


def test_snippets_hits_and_findings(real: Desk) -> None:
    library = real.library()
    query = library.parse("haftar")
    number = library.locate("03.txt").number
    snippet = library.snippets([number], query, 60).get(number)
    assert snippet
    assert "Haftar" in snippet.text
    view = library.open(number)
    assert view
    assert view.findings
    assert [span.of(view.article.text.value) for span in library.hits(view.article, query)] == ["Haftar"]
    assert library.extract(number) == view.findings
    rows, total = library.actors(query, None, 1, 10)
    assert "Khalifa Haftar" in [row.name for row in rows]
    assert total >= len(rows) > 0
    assert rows[0].articles == 4
    library.close()


def _files(desk: Desk) -> list[Path]:
    return [path for path in sorted(desk.store.parent.glob("index*/*")) if path.stat().st_size]


def test_a_damaged_index_is_right_or_says_so_and_is_made_anew(real: Desk) -> None:
    chance = random.Random(3)
    before = _found(real, "haftar oil", Order.TITLE)
    for turn in range(12):
        path = chance.choice(_files(real))
        raw = bytearray(path.read_bytes())
        if turn % 2:
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        else:
            del raw[chance.randrange(len(raw)) :]
        path.write_bytes(raw)
        library = real.library()
        try:
            pages = list(library.search(library.parse("haftar oil"), Order.TITLE, 100, never))
            assert pages[-1].total <= COUNT
        except Damaged:
            pass
        finally:
            library.close()
        finished = real.build()
        assert finished.read == 0
        assert _found(real, "haftar oil", Order.TITLE) == before


def test_a_change_is_searchable_and_costs_one_article(real: Desk) -> None:
    real.write("03.txt", "Nobody of that name came, but the zebra did.")
    real.parts = replace(real.parts)
    assert real.build().read == 1
    assert _found(real, "zebra") == ["03.txt"]
    assert sorted(_found(real, "who:haftar")) == ["00.txt", "06.txt", "09.txt"]
    (real.folder / "00.txt").unlink()
    real.build()
    assert sorted(_found(real, "haftar")) == ["06.txt", "09.txt"]


def test_a_library_open_while_the_index_is_made_anew(real: Desk) -> None:
    library = real.library()
    assert [page.total for page in library.search(library.parse("haftar"), Order.TITLE, 9, never)][-1] == 4
    for path in _files(real):
        path.unlink()
    real.build()
    assert library.refresh()
    assert [page.total for page in library.search(library.parse("haftar"), Order.TITLE, 9, never)][-1] == 4
    real.build(rebuild=True)
    assert library.refresh()
    assert [page.total for page in library.search(library.parse("haftar"), Order.TITLE, 9, never)][-1] == 4
    library.close()
