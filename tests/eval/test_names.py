"""Names are found no worse than they were, on sentences that nothing was learnt from; skipped without the data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.extract.tagger.corpus import Marked, Part, blocks
from tests.eval.names import Finder, by_extractor, by_tagger, reuters, scored, sentence_ends

DATA = Path(os.environ.get("BRIEFING_DATA", "/nonexistent")) / "data"
FILE = DATA / "gmb-ner.tsv.xz"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="BRIEFING_DATA names no folder with gmb-ner.tsv.xz")


@pytest.fixture(scope="module")
def gold() -> list[list[Marked]]:
    return list(blocks(FILE, Part.HELD_OUT))


@pytest.mark.parametrize(("find", "borders", "kinds"), [(by_tagger, 0.915, 0.834), (by_extractor, 0.857, 0.771)])
def test_names_on_the_held_out_tenth(gold: list[list[Marked]], find: Finder, borders: float, kinds: float) -> None:
    """The extractor tells actors: a name that is only somebody's origin, or a place of a base, is none of its."""
    tally = scored(find, gold)
    assert tally.f1("untyped") >= borders
    assert tally.f1("all") >= kinds


def test_ends_of_sentences(gold: list[list[Marked]]) -> None:
    precision, recall = (float(word.strip(",")) for word in sentence_ends(gold).split() if word.startswith("0."))
    assert min(precision, recall) >= 0.997


def test_names_in_the_articles_marked_by_hand() -> None:
    both, alone = reuters(DATA / "reuters-21578.jsonl.xz")
    assert both.f1("untyped") >= max(0.8, alone.f1("untyped"))
    assert both.f1("all") >= 0.8
