"""The index answers as the scan does, for any query, with updates and removals between."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.numbers import Numbers
from briefing.model.query import Node, Scope
from briefing.search.engine import Batch, Request
from briefing.search.whoosh.engine import WhooshEngine
from tests.contract.brute import BruteForce
from tests.search.queries import FACTS, texts_of, trees


class Both:
    """The same writes to both engines."""

    def __init__(self, folder: Path) -> None:
        self.whoosh, self.brute = WhooshEngine(folder), BruteForce()
        self.chance = random.Random(11)
        self.generation = 0

    def step(self) -> None:
        self.generation += 1
        texts, removed = texts_of(self.chance)
        for engine in (self.whoosh, self.brute):
            engine.write(Batch(self.generation, texts, removed))

    def request(self, tree: Node, **more: object) -> Request:
        everything = Numbers(number for number in range(125) if number % 9)
        return Request(tree, FACTS, everything, limit=1000, **more)  # type: ignore[arg-type]


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
