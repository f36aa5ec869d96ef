"""Postings on their way into a segment: of new articles, and of segments that are merged."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from briefing.model.typed import NamedTuple
from briefing.search.whoosh.documents import FIELDS, Layout, impacts
from briefing.search.whoosh.postings import Posting
from briefing.search.whoosh.renumber import Renumbering
from briefing.search.whoosh.terms import Terms


class Old(NamedTuple):
    """A segment to merge: its words, and where its documents go."""

    terms: Terms
    renumbering: Renumbering


class Pool:
    """What Whoosh's writer puts its postings into, in place of its own sorted tuples."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
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

    def iter_postings(self) -> Iterator[tuple[str, Iterator[Posting]]]:
        """The words of each field in order; new documents come before those of merged segments."""
        for field in FIELDS:
            yield field, self._of(field)

    def cleanup(self) -> None:
        """Called by Whoosh when the segment is written."""
        self._words.clear()
        self.old.clear()

    def _of(self, field: str) -> Iterator[Posting]:
        streams = [self._new(field), *(_moved(old, field) for old in self.old)]
        for _, same in groupby(heapq.merge(*streams, key=itemgetter(1)), key=itemgetter(1)):
            yield _together(list(same))

    def _new(self, field: str) -> Iterator[Posting]:
        words, codes = self._words[field], self._layout.codes[field]
        for word in sorted(words):
            ids, frequencies, positions = words[word]
            yield Posting(field, word, ids, impacts(field, codes, ids, frequencies), positions)


def _moved(old: Old, field: str) -> Iterator[Posting]:
    for word, entry in old.terms.starting(field, ""):
        found = old.terms.postings(entry)
        ids = found.ids if isinstance(found.ids, array) else array("I", found.ids)
        moved = old.renumbering.posting(Posting(field, word, ids, found.impacts, found.places.as_array()))
        if moved.ids:
            yield moved


def _together(same: list[Posting]) -> Posting:
    if len(same) == 1:
        return same[0]
    ids, positions = array("I"), array("I")
    for each in same:
        ids.extend(each.ids)
        positions.extend(each.positions)
    return Posting(same[0].field, same[0].word, ids, b"".join(each.impacts for each in same), positions)
