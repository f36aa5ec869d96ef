"""Relevance: what each word says of a document, times how rare it is, the title weighing most.

A prefix, near words and a phrase count once a document. Scores are whole numbers in lanes of one large integer, so
that a word is added to all documents of a segment in one step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from briefing.model.query import Leaf, Node, Term
from briefing.search.match import leaves
from briefing.search.whoosh import bits
from briefing.search.whoosh.documents import FIELDS_OF, IMPACT_OF_ONE
from briefing.search.whoosh.evaluate import Evaluation
from briefing.search.whoosh.pick import Plane, best
from briefing.search.whoosh.reader import Part, Snapshot

WEIGHTS = {"title": 3.0, "story": 1.0, "rest": 0.3}
_NARROW, _WIDE = 2, 4
"""Bytes of a lane, for up to so many words and for more."""
_NARROW_WORDS = 48
_ONCE = bytes((0, IMPACT_OF_ONE)) + bytes(254)
"""Turns flags into impacts."""

Weighted = tuple[int, Plane]
"""A whole weight, and the impact on each document."""
Scored = tuple[float, int]
"""Score and document."""


class Scorer:
    """Scores of one query over a snapshot."""

    def __init__(self, tree: Node, snapshot: Snapshot) -> None:
        self._parts = [live.part for live in snapshot.live]
        self._documents = sum(map(len, self._parts))
        asked = dict.fromkeys(leaves(tree))
        self._asked = [(leaf, field) for leaf in asked for field in FIELDS_OF[leaf.scope]]
        self._width = _NARROW if len(self._asked) <= _NARROW_WORDS else _WIDE
        self._weights: dict[tuple[Leaf, str], int] | None = None
        self._unit = 1.0

    def best(self, part: Part, evaluation: Evaluation, found: int, needed: int, ties: Sequence[Plane]) -> list[Scored]:
        """The `needed` best of the documents found, in no order; `ties` decides between equal scores."""
        weighted = list(self._weighted(part, evaluation))
        documents = best(
            [*self._planes(weighted, len(part)), *ties] if found.bit_count() > needed else (), found, needed
        )
        totals = [0] * len(documents)
        for weight, plane in weighted:
            totals = [total + weight * plane[document] for total, document in zip(totals, documents, strict=True)]
        return [(total * self._unit, document) for total, document in zip(totals, documents, strict=True)]

    def _planes(self, weighted: Sequence[Weighted], size: int) -> list[Plane]:
        total = sum(weight * self._lanes(plane) for weight, plane in weighted)
        data = total.to_bytes(size * self._width, "little")
        return [data[at :: self._width] for at in range(self._width - 1, -1, -1)]

    def _weighted(self, part: Part, evaluation: Evaluation) -> Iterator[Weighted]:
        if self._weights is None:
            self._weights = self._weigh(part, evaluation)
        for (leaf, field), weight in self._weights.items():
            if isinstance(leaf, Term):
                entry = part.terms.find(field, leaf.token)
                if entry:
                    yield weight, part.terms.postings(entry).plane
            elif matching := evaluation.leaf_in(leaf, field):
                yield weight, bits.flags(matching, len(part)).translate(_ONCE)

    def _lanes(self, plane: Plane) -> int:
        spread = bytearray(len(plane) * self._width)
        spread[:: self._width] = plane
        return int.from_bytes(spread, "little")

    def _weigh(self, part: Part, evaluation: Evaluation) -> dict[tuple[Leaf, str], int]:
        """Whole weights, such that no lane runs over. They are the same for all parts, so that equals stay equal."""
        exact = {}
        for leaf, field in self._asked:
            if isinstance(leaf, Term):
                entries = (each.terms.find(field, leaf.token) for each in self._parts)
                having = sum(entry.documents for entry in entries if entry)
            else:  # as in the largest part, which is asked first
                share = evaluation.leaf_in(leaf, field).bit_count() / len(part)
                having = round(share * self._documents)
            if having or not isinstance(leaf, Term):
                exact[leaf, field] = WEIGHTS[field] * log(1 + (self._documents - having + 0.5) / (having + 0.5))
        room = (1 << 8 * (self._width - 1)) - len(exact) if exact else 1
        share = room / max(sum(exact.values()), 0.001)
        self._unit = 1 / (share * IMPACT_OF_ONE)
        return {asked: max(int(weight * share), 1) for asked, weight in exact.items()}
