"""Where the documents of an old segment go in a new one, and their positions with them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from briefing.search.whoosh import bits
from briefing.search.whoosh.documents import FIELDS, KEYS, LENGTHS, Documents, Layout
from briefing.search.whoosh.postings import Posting

GONE = -1


class Renumbering:
    """Takes the documents of a segment that are not deleted into a layout, and moves postings after them."""

    def __init__(self, documents: Documents, deleted: Sequence[int], layout: Layout) -> None:
        self._first = len(layout.numbers)
        gone = set(deleted)
        kept = bytes(at not in gone for at in range(len(documents)))
        self._numbers = array("i", [GONE]) * len(documents)
        for new, old in enumerate(compress(range(len(documents)), kept), self._first):
            self._numbers[old] = new
        self._whole = not gone
        self._starts = {field: documents.starts(field) for field in FIELDS}
        self._by = {field: array("q") for field in FIELDS}
        layout.numbers.extend(compress(documents.numbers, kept))
        for name in KEYS:
            layout.keys[name].extend(compress(documents.keys(name), kept))
        for field in FIELDS:
            self._take(field, documents, kept, layout)

    def _take(self, field: str, documents: Documents, kept: bytes, layout: Layout) -> None:
        codes = bytes(compress(documents.codes(field), kept))
        layout.codes[field] += codes
        layout.totals[field] += round(sum(map(LENGTHS.__getitem__, codes)))
        starts, by, at = self._starts[field], self._by[field], layout.ends[field]
        for document, stays in enumerate(kept):
            by.append(at - starts[document])
            if stays:
                layout.starts[field].append(at)
                at += starts[document + 1] - starts[document]
        layout.ends[field] = at

    def posting(self, old: Posting) -> Posting:
        """A word's postings under the new numbers."""
        by = self._by[old.field]
        if self._whole:
            ids = bits.shifted(old.ids, self._first)
            return Posting(old.field, old.word, ids, old.impacts, bits.shifted(old.positions, by[0]))
        starts = self._starts[old.field]
        ids, impacts, positions = array("I"), bytearray(), array("I")
        for document, impact in zip(old.ids, old.impacts, strict=True):
            new = self._numbers[document]
            if new == GONE:
                continue
            ids.append(new)
            impacts.append(impact)
            first = bisect_left(old.positions, starts[document])
            end = bisect_left(old.positions, starts[document + 1], first)
            positions.extend([at + by[document] for at in old.positions[first:end]])
        return Posting(old.field, old.word, ids, bytes(impacts), positions)
