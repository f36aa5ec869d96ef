"""tantivy answers as the scan does, and as Whoosh does, for any query, with updates and removals between.

BRIEFING_EXAMPLES sets how many queries are tried: 200 if not given, 2,000 before a release.
"""

from __future__ import annotations

import os
import random
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.model.hit import SearchPage
from briefing.model.numbers import Numbers
from briefing.model.order import Order
from briefing.model.query import And, Fuzzy, Node, Not, Or, Phrase, Prefix, Scope, Term
from briefing.search.engine import Batch, IndexedText, Request, SearchEngine, WordsAsk
from briefing.search.whoosh.engine import WhooshEngine
from tests.contract.brute import BruteForce
from tests.contract.conftest import make_tantivy
from tests.search.queries import FACTS, texts_of, trees

pytest.importorskip("tantivy")
engine_module = import_module("briefing.search.tantivy.engine")
EXAMPLES = int(os.environ.get("BRIEFING_EXAMPLES", "200"))


class Three:
    """The same writes to three engines."""

    def __init__(self, folder: Path) -> None:
        self.tantivy, self.brute = make_tantivy(folder / "tantivy"), BruteForce()
        self.whoosh = WhooshEngine(folder / "whoosh")
        self.engines: tuple[SearchEngine, ...] = (self.tantivy, self.whoosh, self.brute)
        self.chance = random.Random(11)
        self.generation = 0

    def step(self) -> None:
        self.generation += 1
        texts, removed = texts_of(self.chance)
        for engine in self.engines:
            engine.write(Batch(self.generation, texts, removed))

    def request(self, tree: Node) -> Request:
        return Request(tree, FACTS, Numbers(number for number in range(125) if number % 9), limit=1000)


def last(engine: SearchEngine, request: Request) -> SearchPage:
    page = list(engine.search(request))[-1]
    assert not page.partial
    return page


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Three:
    engines = Three(tmp_path_factory.mktemp("three"))
    for _ in range(20):
        engines.step()
    return engines


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tree=trees, step=st.sampled_from([False] * 12 + [True]))
@example(tree=Phrase(("wag", "jufra"), 2, Scope.ALL), step=False)
@example(tree=Phrase(("group", "aljufra")), step=False)
@example(tree=Phrase(("aljufra", "al"), 9), step=False)
@example(tree=Phrase(("the", "a"), open_end=True), step=False)
@example(tree=Not(Or((Prefix("w"), Fuzzy("libyan", 2)))), step=True)
@example(tree=Phrase(("obrien", "20210123"), 3), step=False)
def test_equal_hits(three: Three, tree: Node, step: bool) -> None:
    if step:
        three.step()
    request = three.request(tree)
    found, whoosh, expected = (last(engine, request) for engine in three.engines)
    assert {hit.number for hit in found.hits} == {hit.number for hit in expected.hits}
    assert {hit.number for hit in found.hits} == {hit.number for hit in whoosh.hits}
    assert (
        three.tantivy.matching(request)
        == three.whoosh.matching(request)
        == Numbers(hit.number for hit in expected.hits)
    )
    assert found.total == expected.total == len(found.hits)
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


@pytest.mark.parametrize("slop", [0, 1, 3])
def test_joined_forms_stand_where_they_begin(three: Three, slop: int) -> None:
    """A word and a joined form are an odd number of positions apart, whichever comes first: neither is the other."""
    for one, other in product(("obrien", "aljufra", "20210123", "us", "1200"), repeat=2):
        request = three.request(Phrase((one, other), slop, Scope.ALL))
        found, expected = last(three.tantivy, request), last(three.brute, request)
        assert {hit.number for hit in found.hits} == {hit.number for hit in expected.hits}, (one, other)


def test_open_ends_behind_two_words(three: Three) -> None:
    """Where tantivy expands the end by itself, it misses some."""
    first, second, last = ("an", "a", "the", "of"), ("of", "wage", "a", "the"), ("wage", "wag", "o", "a", "of")
    for tokens in product(first, second, last):
        request = three.request(Phrase(tokens, scope=Scope.ALL, open_end=True))
        found, expected = three.tantivy.matching(request), last_numbers(three.brute, request)
        assert found == expected, tokens


def last_numbers(engine: SearchEngine, request: Request) -> Numbers:
    return Numbers(hit.number for hit in last(engine, request).hits)


@settings(max_examples=60, deadline=None)
@given(tree=trees, seed=st.integers(0, 5), limit=st.integers(0, 20))
def test_equal_order_by_rank(three: Three, tree: Node, seed: int, limit: int) -> None:
    rank = list(range(100))
    random.Random(seed).shuffle(rank)
    request = Request(tree, FACTS, Numbers(range(100)), rank, limit)
    expected, found = last(three.brute, request), last(three.tantivy, request)
    assert [hit.number for hit in found.hits] == [hit.number for hit in expected.hits]
    assert found.total == expected.total


@settings(max_examples=60, deadline=None)
@given(tree=trees, order=st.sampled_from([Order.NEWEST, Order.OLDEST]), limit=st.integers(0, 20))
def test_equal_order_by_the_keys_of_the_index(three: Three, tree: Node, order: Order, limit: int) -> None:
    texts = three.brute.texts
    sign = -1 if order is Order.NEWEST else 1
    numbers = sorted(range(3001), key=lambda n: (n not in texts, sign * (n % 17), n))
    rank = [0] * 3001
    for place, number in enumerate(numbers):
        rank[number] = place
    everything = Numbers(texts)
    facts = {fact: numbers & everything for fact, numbers in FACTS.items()}
    expected = last(three.brute, Request(tree, facts, everything, rank, limit))
    found = last(three.tantivy, Request(tree, facts, everything, rank, limit, order=order))
    assert [hit.number for hit in found.hits] == [hit.number for hit in expected.hits]
    assert found.total == expected.total


def test_equal_words(three: Three) -> None:
    for ask in (WordsAsk("wa"), WordsAsk("a", Scope.ALL), WordsAsk("wagnr", distance=1), WordsAsk("x")):
        assert set(three.brute.words(ask)) <= set(three.tantivy.words(ask))
    assert not [word for word in three.tantivy.words(WordsAsk("", limit=9_999)) if not word[0].isalnum()]


def test_what_is_seen_at_a_glance_is_part_of_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.search.tantivy.glance.LONG", 80)
    engine = make_tantivy(tmp_path)
    words = [f"t{letter}{number}" for letter, number in product("abcd", range(20))]
    titles = [f"Price from {word}" if at % 2 else "Prices" for at, word in enumerate(words)]
    texts = [IndexedText(at, titles[at], (f"From {word} in the sea.",)) for at, word in enumerate(words)]
    engine.write(Batch(1, texts))
    wide = Phrase(("from", "t"), open_end=True)
    first, exact = engine.search(Request(wide, everything=Numbers(range(80)), limit=100))
    assert first.partial
    assert 0 < len(first.hits) < exact.total == 80
    assert {hit.number for hit in first.hits} < {hit.number for hit in exact.hits}
    none = And((Term("sea"), Not(wide)))
    assert [page.total for page in engine.search(Request(none, everything=Numbers(range(80))))] == [0]


@pytest.mark.parametrize("removed", [0, 250])
def test_first_hits_that_are_sure_are_those_of_all_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, removed: int
) -> None:
    """With a word in the title: no other can have as high a score, so that the others need none."""
    chance = random.Random(5)
    engine = make_tantivy(tmp_path)
    words = ["of", "the", "sea", "port", "grain", "wheat", "barge", "said", *map(str, range(40))]

    def text(number: int) -> IndexedText:
        drawn = [chance.choices(words, range(48, 0, -1), k=chance.randint(2, size)) for size in (5, 60)]
        return IndexedText(number, " ".join(drawn[0]), (" ".join(drawn[1]),), newest=-(number % 40) * 1440 * 700)

    engine.write(Batch(1, [text(number) for number in range(600)]))
    engine.write(Batch(2, (), range(removed)))
    of, the, sea = Term("of"), Term("the"), Term("sea")
    monkeypatch.setattr("briefing.search.tantivy.engine.FEW", 0)
    sure = 0
    for tree in (
        of,
        sea,
        And((of, the)),
        And((of, Prefix("s"))),
        And((the, sea, Prefix("gr"))),
        And((of, Prefix("4"))),
        Or((sea, Prefix("gr"))),
        Or((Term("wheat"), Term("barge"))),
        Phrase(("sea", "port")),
        And((Phrase(("sea", "grain")), of)),
    ):
        request = Request(tree, everything=Numbers(range(removed, 600)), limit=20)
        monkeypatch.setattr("briefing.search.tantivy.surely.MANY", 10_000)
        (expected,) = engine.search(request)
        monkeypatch.setattr("briefing.search.tantivy.surely.MANY", 1)
        *first, found = engine.search(request)
        sure += len(first)
        assert all(page.partial and page.hits == found.hits for page in first)
        assert (found.total, found.partial) == (expected.total, False)
        assert [hit.score for hit in found.hits] == pytest.approx([hit.score for hit in expected.hits], rel=1e-5)
        assert {hit.number for hit in found.hits} == {hit.number for hit in expected.hits}
    assert sure > 4


@pytest.mark.parametrize("part", [16, 1000])
def test_sets_of_few_and_of_most(three: Three, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    """Where most articles are hits it is asked which are none, in parts as well."""
    monkeypatch.setattr("briefing.search.tantivy.translate.PART", part)
    sizes = set[bool]()
    for tree in (Prefix("w"), Or((Term("the"), Prefix("a"))), And((Term("the"), Not(Prefix("a")))), Term("jufra")):
        request = three.request(tree)
        found = three.tantivy.matching(request)
        assert found == last_numbers(three.brute, request)
        sizes.add(2 * len(found) > len(three.brute.texts))
    assert len(sizes) == 2


def test_a_set_is_asked_for_once_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies are folded by it, then facets are counted of it."""
    asked: list[object] = []
    made = engine_module.number_set

    def noted(*given: object) -> Numbers:
        asked.append(given)
        return Numbers(made(*given))

    monkeypatch.setattr(engine_module, "number_set", noted)
    engine = make_tantivy(tmp_path)
    engine.write(Batch(1, [IndexedText(number, "Port", ("Grain.",)) for number in range(1, 5)]))
    sea, port = Request(Term("sea")), Request(Term("port"))
    assert [len(engine.matching(each)) for each in (port, sea, port, port)] == [4, 0, 4, 4]
    assert len(asked) == 2
    engine.write(Batch(2, [], [2]))
    assert list(engine.matching(port)) == [1, 3, 4]
    fact, word = next(iter(FACTS)), Term("port")
    for numbers in (Numbers([1]), Numbers([3])):
        assert engine.matching(Request(And((fact, word)), {fact: numbers})) == numbers
    for number in range(20):
        engine.matching(Request(Term(f"word{number}")))
    before = len(asked)
    assert list(engine.matching(port)) == [1, 3, 4]
    assert len(asked) == before + 1
