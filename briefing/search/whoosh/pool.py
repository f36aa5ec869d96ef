"""Postings on their way into a segment: of new articles, and of segments that are merged."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from briefing.search.whoosh.documents import FIELDS
from briefing.search.whoosh.terms import Posting, Terms

GONE = -1


class Old(NamedTuple):
    """A segment to merge: its words, and the new number of each document (GONE: deleted)."""

    terms: Terms
    numbers: Sequence[int]


class Pool:
    """What Whoosh's writer puts its postings into, in place of its own sorted tuples."""

    def __init__(self) -> None:
        self._words: dict[str, dict[str, tuple[array[int], array[int], array[int]]]] = {name: {} for name in FIELDS}
        self.old: list[Old] = []

    def add(self, item: tuple[str, str, int, float, list[int]]) -> None:
        """One word of one document; documents come in order."""
        field, word, document, _, places = item
        words = self._words[field]
        found = words.get(word)
        if found is None:
            words[word] = (array("I", (document,)), array("I", (len(places),)), array("I", places))
        else:
            found[0].append(document)
            found[1].append(len(places))
            found[2].extend(places)

    def iter_postings(self) -> Iterator[Posting]:
        """All of it by field and word; new documents come before those of merged segments."""
        for field in sorted(FIELDS):
            streams = [self._new(field), *(_renumbered(old, field) for old in self.old)]
            for _, same in groupby(heapq.merge(*streams, key=itemgetter(1)), key=itemgetter(1)):
                yield _together(list(same))

    def cleanup(self) -> None:
        """Called by Whoosh when the segment is written."""
        self._words.clear()
        self.old.clear()

    def _new(self, field: str) -> Iterator[Posting]:
        words = self._words[field]
        return ((field, word, *words[word]) for word in sorted(words))


def _renumbered(old: Old, field: str) -> Iterator[Posting]:
    first = old.numbers[0] if old.numbers else 0
    whole = list(old.numbers) == list(range(first, first + len(old.numbers)))
    for word, entry in old.terms.starting(field, ""):
        found = old.terms.postings(entry)
        frequencies, positions = array("I", list(found.frequencies)), array("I", found.all_positions)
        if whole:
            yield field, word, array("I", [at + first for at in found.ids]), frequencies, positions
            continue
        kept = [at for at, document in enumerate(found.ids) if old.numbers[document] != GONE]
        if kept:
            ids = array("I", [old.numbers[found.ids[at]] for at in kept])
            places = array("I")
            for at in kept:
                places.extend(array("I", found.positions(at)))
            yield field, word, ids, array("I", [frequencies[at] for at in kept]), places


def _together(same: list[Posting]) -> Posting:
    if len(same) == 1:
        return same[0]
    field, word, *_ = same[0]
    ids, frequencies, positions = array("I"), array("I"), array("I")
    for _, _, more_ids, more_frequencies, more_positions in same:
        ids.extend(more_ids)
        frequencies.extend(more_frequencies)
        positions.extend(more_positions)
    return field, word, ids, frequencies, positions
