"""Relevance: BM25 in each field, the title weighing most. Prefixes, near words and phrases count once a document."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from briefing.model.query import Leaf, Node, Term
from briefing.search.match import leaves
from briefing.search.whoosh import bits
from briefing.search.whoosh.documents import LENGTHS
from briefing.search.whoosh.evaluate import Evaluation
from briefing.search.whoosh.reader import Part, Snapshot
from briefing.search.whoosh.schema import FIELDS_OF

WEIGHTS = {"title": 3.0, "story": 1.0, "rest": 0.3}
SATURATION, LENGTH_SHARE = 1.2, 0.75


class Scorer:
    """Scores of one query over a snapshot."""

    def __init__(self, tree: Node, snapshot: Snapshot) -> None:
        self._leaves: list[Leaf] = list(dict.fromkeys(leaves(tree)))
        self._parts = [live.part for live in snapshot.live]
        self._documents = sum(map(len, self._parts))
        self._means: dict[str, float] = {}

    def scores(self, part: Part, evaluation: Evaluation, found: int) -> Sequence[float]:
        """A score for each document of a part; those not in `found` need none."""
        scores = [0.0] * len(part)
        for leaf in self._leaves:
            for field in FIELDS_OF[leaf.scope]:
                if isinstance(leaf, Term):
                    self._add_term(scores, part, leaf, field)
                else:
                    self._add_once(scores, evaluation, leaf, field, found)
        return scores

    def _rarity(self, documents: int) -> float:
        return log(1 + (self._documents - documents + 0.5) / (documents + 0.5))

    def _mean(self, field: str) -> float:
        if field not in self._means:
            total = sum(part.documents.totals[field] for part in self._parts)
            self._means[field] = max(total / max(self._documents, 1), 1.0)
        return self._means[field]

    def _add_term(self, scores: list[float], part: Part, leaf: Term, field: str) -> None:
        entry = part.terms.find(field, leaf.token)
        if entry is None:
            return
        entries = (each.terms.find(field, leaf.token) for each in self._parts)
        rarity = self._rarity(sum(each.documents for each in entries if each)) * WEIGHTS[field]
        mean = self._mean(field)
        norms = [SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * words / mean) for words in LENGTHS]
        codes = part.documents.lengths[field]
        postings = part.terms.postings(entry)
        gain = rarity * (SATURATION + 1)
        for document, frequency in zip(postings.ids, postings.frequencies, strict=True):
            scores[document] += gain * frequency / (frequency + norms[codes[document]])

    def _add_once(self, scores: list[float], evaluation: Evaluation, leaf: Leaf, field: str, found: int) -> None:
        matching = evaluation.leaf_in(leaf, field) & found
        gain = self._rarity(matching.bit_count()) * WEIGHTS[field]
        for document in bits.members(matching):
            scores[document] += gain
