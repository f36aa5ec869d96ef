"""The index answers as the scan does, for any query, with updates and removals between."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Fact, FactField, Fuzzy, Node, Not, Or, Phrase, Prefix, Scope, Term
from briefing.search.engine import Batch, IndexedText, Request
from briefing.search.whoosh.engine import WhooshEngine
from tests.contract.brute import BruteForce

MOST_USED = (
    "haftar wagner group groups al-Jufra aljufra jufra libya libyan the of in Haftar’s O’Brien obrien brien 1,200 1200"
    " 2.5 2021-01-23 2021 U.S. us Président president 東京 京 wag wage wager a al an"
)
WORDS = MOST_USED.split()
ASKED = (
    "haftar wagner group groups al jufra aljufra libya libyan the of in obrien o brien 1200 2.5 2021 us president"
    " 東 京 wag wage wager a an w l li nowhere 20210123"
)
TOKENS = ASKED.split()


def text_of(chance: random.Random, number: int) -> IndexedText:
    def paragraphs(most: int, words: int) -> tuple[str, ...]:
        return tuple(
            " ".join(chance.choice(WORDS) + chance.choice(["", "", ".", ","]) for _ in range(chance.randint(0, words)))
            for _ in range(chance.randint(0, most))
        )

    return IndexedText(number, " ".join(paragraphs(1, 4)), paragraphs(4, 12), paragraphs(2, 4))


class Both:
    """The same writes to both engines."""

    def __init__(self, folder: Path) -> None:
        self.whoosh, self.brute = WhooshEngine(folder), BruteForce()
        self.chance = random.Random(11)
        self.generation = 0

    def step(self) -> None:
        self.generation += 1
        count = self.chance.randint(1, 25)
        texts = [text_of(self.chance, self.chance.randint(0, 120)) for _ in range(count)]
        removed = [self.chance.randint(0, 120) for _ in range(self.chance.randint(0, 6))]
        for engine in (self.whoosh, self.brute):
            engine.write(Batch(self.generation, texts, removed))

    def request(self, tree: Node, **more: object) -> Request:
        everything = Numbers(number for number in range(125) if number % 9)
        return Request(tree, FACTS, everything, limit=1000, **more)  # type: ignore[arg-type]


FACTS = {
    Fact(FactField.WHO, "even"): Numbers(range(0, 125, 2)),
    Fact(FactField.PLACE, "none"): Numbers(),
    Fact(FactField.IS, "few"): Numbers([3, 50, 51, 52, 119, 3000]),
}

scopes = st.sampled_from(Scope)
token = st.sampled_from(TOKENS)
leaf = st.one_of(
    st.builds(Term, token, scopes),
    st.builds(Prefix, token, scopes),
    st.builds(Fuzzy, token, st.integers(1, 2), scopes),
    st.builds(
        Phrase,
        st.lists(token, min_size=1, max_size=4).map(tuple),
        st.sampled_from([0, 0, 1, 3, 9]),
        scopes,
        st.booleans(),
    ),
)
atom = leaf | st.sampled_from(list(FACTS)) | st.just(Everything())
trees = st.recursive(
    atom,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts))),
        st.builds(Not, inner),
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    engines = Both(tmp_path_factory.mktemp("both") / "index")
    for _ in range(20):
        engines.step()
    return engines


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tree=trees, step=st.sampled_from([False] * 12 + [True]))
def test_equal_hits(both: Both, tree: Node, step: bool) -> None:
    if step:
        both.step()
    request = both.request(tree)
    expected = list(both.brute.search(request))[-1]
    found = list(both.whoosh.search(request))[-1]
    assert not found.partial
    assert {hit.number for hit in found.hits} == {hit.number for hit in expected.hits}
    assert found.total == expected.total


@settings(max_examples=60, deadline=None)
@given(tree=trees, seed=st.integers(0, 5), limit=st.integers(0, 20))
def test_equal_order_by_rank(both: Both, tree: Node, seed: int, limit: int) -> None:
    rank = list(range(100))
    random.Random(seed).shuffle(rank)
    request = Request(tree, FACTS, Numbers(range(100)), rank, limit)
    expected = list(both.brute.search(request))[-1]
    found = list(both.whoosh.search(request))[-1]
    assert [hit.number for hit in found.hits] == [hit.number for hit in expected.hits]
    assert found.total == expected.total


def test_equal_words(both: Both) -> None:
    from briefing.search.engine import WordsAsk

    both.whoosh.write(Batch(1000, list(both.brute.texts.values())))  # no deleted article is left uncounted
    for ask in (WordsAsk("wa"), WordsAsk("a", Scope.ALL), WordsAsk("wagnr", distance=1), WordsAsk("x")):
        assert set(both.whoosh.words(ask)) == set(both.brute.words(ask))
