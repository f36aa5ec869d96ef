"""Postings are lists or bitmaps, prefixes have sets or none: whatever form is chosen, the answers are the same."""

from __future__ import annotations

import random
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.numbers import Numbers
from briefing.model.order import Order
from briefing.model.query import Fuzzy, Leaf, Node, Or, Prefix, Term
from briefing.search.engine import Batch, IndexedText, Request
from briefing.search.whoosh import bits, phrases, postings, prefixes, score
from briefing.search.whoosh.documents import Documents, Layout
from briefing.search.whoosh.engine import WhooshEngine
from briefing.search.whoosh.evaluate import Evaluation
from briefing.search.whoosh.pick import best, rank_planes
from tests.search.queries import trees
from tests.search.test_whoosh_equals_brute import Both

NEVER, ALWAYS = 0, 10**9


@pytest.fixture(scope="module", params=["lists", "bitmaps", "sets of prefixes"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Two engines with twelve rounds of updates, ours written in one form only."""
    form = ALWAYS if request.param == "bitmaps" else NEVER
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_BITS_AN_ID", "_PLANE_FROM", "_MAPPED_FROM"):
            patch.setattr(postings, name, form)
        patch.setattr(postings, "_APART_FROM", 8)
        patch.setattr(prefixes, "WORDS", 1 if request.param == "sets of prefixes" else ALWAYS)
        engines = Both(tmp_path_factory.mktemp("form") / "index")
        for _ in range(16):
            engines.step()
    return engines


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tree=trees, many=st.sampled_from([0, ALWAYS]), words=st.sampled_from([0, ALWAYS]), limit=st.integers(1, 30))
def test_equal_hits_in_every_form(both: Both, tree: Node, many: int, words: int, limit: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrases, "_MANY", many)
        patch.setattr(phrases, "_MUCH", words)
        patch.setattr(score, "_NARROW_WORDS", words)
        request = both.request(tree)
        expected = {hit.number for hit in list(both.brute.search(request))[-1].hits}
        page = list(both.whoosh.search(request))[-1]
        first = list(both.whoosh.search(Request(tree, request.facts, request.everything, limit=limit)))[-1]
    assert {hit.number for hit in page.hits} == expected
    assert [hit.number for hit in page.hits][:limit] == [hit.number for hit in first.hits]


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(-300, 300) | st.sampled_from([2**62, -(2**62)])), max_size=60),
    st.integers(0, 40),
    st.randoms(),
)
def test_the_best_are_those_that_sorting_finds(
    documents: list[tuple[int, int]], needed: int, chance: random.Random
) -> None:
    found = [at for at in range(len(documents)) if chance.random() < 0.7]
    scores = bytes(value for value, _ in documents)
    rank = [place for _, place in documents]
    planes = rank_planes(array("I", range(len(documents))), array("q", rank)).planes
    chosen = best([scores, *planes], bits.of(found, len(documents)), needed)
    ordered = sorted(found, key=lambda at: (-scores[at], rank[at], at))
    assert sorted(chosen) == sorted(ordered[:needed])


@given(st.lists(st.integers(0, 2**31), max_size=40), st.integers(0, 2**31 - 1))
def test_shifting(values: list[int], by: int) -> None:
    assert bits.shifted(array("I", values), by).tolist() == [value + by for value in values]


@given(st.sets(st.integers(0, 300)), st.lists(st.integers(0, 300), unique=True, max_size=60), st.booleans())
def test_numbers_and_documents(asked: set[int], held: list[int], ascending: bool) -> None:
    layout = Layout()
    for number in sorted(held) if ascending else held:
        layout.begin()
        layout.numbers[-1] = number
    documents = written(layout)
    found = set(bits.members(documents.having(Numbers(asked))))
    assert {documents.numbers[at] for at in found} == asked.intersection(held)
    assert set(documents.numbers_of(bits.of(sorted(found), len(documents)))) == asked.intersection(held)


def written(layout: Layout) -> Documents:
    import io

    out = io.BytesIO()
    layout.write(out)
    return Documents(memoryview(out.getvalue()))


def test_equal_scores_come_newest_first_and_orders_need_no_rank(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    for generation in range(1, 8):
        numbers = range(40 * generation, 40 * generation + 30)
        texts = [IndexedText(n, "Oil", ("Oil rose.",), (), -(n * 7919 % 1009), n * 7919 % 1009) for n in numbers]
        engine.write(Batch(generation, texts))
    every = [n for generation in range(1, 8) for n in range(40 * generation, 40 * generation + 30)]
    newest = sorted(every, key=lambda n: -(n * 7919 % 1009))
    (page,) = engine.search(Request(Term("oil"), limit=20))
    assert [hit.number for hit in page.hits] == newest[:20]
    assert len({hit.score for hit in page.hits}) == 1
    for order, expected in ((Order.NEWEST, newest), (Order.OLDEST, newest[::-1])):
        (page,) = engine.search(Request(Term("oil"), rank=Unread(), limit=20, order=order))
        assert [hit.number for hit in page.hits] == expected[:20]


class Unread(Sequence[int]):
    """A rank that nobody reads."""

    def __getitem__(self, _: object) -> NoReturn:
        raise AssertionError("the rank was read")

    def __len__(self) -> int:
        raise AssertionError("the rank was read")


def test_a_beginning_without_a_word_list(tmp_path: Path) -> None:
    """Words of every letter, digits and other scripts, where the maps of letters tell all, part or nothing."""
    chance = random.Random(4)
    both = Both(tmp_path / "index")
    letters = "abz19éß東"
    words = ["".join(chance.choices(letters, k=chance.randint(1, 4))) for _ in range(150)] + ["e-mail", "o'b", "of"]
    for generation in (1, 2):
        texts = [
            IndexedText(generation * 100 + at, "", tuple(" ".join(chance.choices(words, k=8)) for _ in range(3)))
            for at in range(60)
        ]
        for engine in (both.whoosh, both.brute):
            engine.write(Batch(generation, texts))
    from briefing.search.syntax import parse

    for raw in ('"of a', '"of e', '"of em', '"of 1', '"of 東', '"a b1', '"z é', '"9 ß', '"b az', '"email o', '"o ob'):
        request = both.request(parse(raw, typing=True).tree)
        found = {hit.number for hit in list(both.whoosh.search(request))[-1].hits}
        assert found == {hit.number for hit in list(both.brute.search(request))[-1].hits}, raw


def test_small_additions_leave_large_segments_alone(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.write(Batch(1, [IndexedText(number, "Oil", ("Oil rose.",)) for number in range(600)]))
    (large,) = (path.name for path in (tmp_path / "index").glob("*.doc"))
    for generation in range(2, 90):
        engine.write(Batch(generation, [IndexedText(600 + generation, "Oil", ("Oil fell.",))]))
    left = {path.name for path in (tmp_path / "index").glob("*.doc")}
    assert large in left
    assert len(left) <= 2 * 5 + 1
    *_, last = engine.search(Request(Term("oil")))  # on a slow machine an earlier answer may come before
    assert (last.total, last.partial) == (688, False)


def test_what_ran_out_of_time_is_not_looked_for_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each leaf of a late answer is looked for once in each field, though scores ask for it again."""
    looked: list[tuple[Leaf, str]] = []
    search = Evaluation._search

    def counted(self: Evaluation, leaf: Leaf, field: str) -> int:
        looked.append((leaf, field))
        return search(self, leaf, field)

    monkeypatch.setattr(Evaluation, "_search", counted)
    engine = WhooshEngine(tmp_path / "index")
    texts = [IndexedText(number, f"Harbour {number}", (f"The harbours of port{number}",)) for number in range(40)]
    engine.write(Batch(1, texts))
    tree = Or((Fuzzy("harbour", 2), Prefix("port"), Term("the")))
    pages = list(engine.search(Request(tree, deadline=0.0)))
    assert pages[-1].partial
    assert len(looked) == len(set(looked)) > 2
    engine.close()
