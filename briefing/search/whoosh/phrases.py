"""Phrases in one segment, by the positions of their words.

Positions count through the segment, so a phrase is the positions of its words, each moved by its place, in common. For
words that are everywhere that is one operation on whole bitmaps; only what is found is traced back to documents.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial, reduce
from itertools import repeat
from operator import and_, itemgetter, rshift

from briefing.model.query import Phrase
from briefing.model.typed import cast
from briefing.search.match import occurrences
from briefing.search.whoosh import bits
from briefing.search.whoosh.documents import Documents
from briefing.search.whoosh.letters import LetterFinder, is_told
from briefing.search.whoosh.postings import Places
from briefing.search.whoosh.terms import BREAKS, Terms

CHUNK = 128
"""Words or documents between two looks at the watch."""
_MUCH = 8
"""A list so many times longer than another is searched for each of its members instead of read whole."""
_MANY = 5000
"""More positions than this are traced back to their documents all at once."""

Stops = Callable[[], bool]
Starts = list[int] | int
"""Where phrases start: ascending positions, or a bitmap of them."""


class PhraseFinder:
    """Answers phrases over one field; what it needs for tracing back is made once."""

    def __init__(self, documents: Documents, terms: Terms, field: str) -> None:
        self._documents, self._terms, self._field = documents, terms, field
        self._letters = LetterFinder(partial(terms.letter_map, field))
        self._trace: tuple[int, Callable[[bytes], tuple[int, ...]]] | None = None

    def find(self, phrase: Phrase, stops: Stops) -> int:
        """The documents with a phrase; `stops` is asked now and then whether what was found so far has to do."""
        whole = phrase.tokens[:-1] if phrase.goes_on else phrase.tokens
        entries = [self._terms.find(self._field, token) for token in whole]
        found = [self._terms.postings(entry) for entry in entries if entry]
        if len(found) < len(whole):
            return 0
        candidates = reduce(and_, (postings.bits for postings in found))
        if not candidates:
            return 0
        places = [postings.places for postings in found]
        if phrase.slop:
            return bits.of(list(self._near(phrase, places, candidates, stops)), len(self._documents))
        starts = _starts(places, self._starts[-1])
        if phrase.goes_on and starts:
            starts = self._going_on(starts, len(whole), phrase.tokens[-1], stops)
        return self._documents_of(starts)

    @property
    def _starts(self) -> Sequence[int]:
        return self._documents.starts(self._field)

    def _going_on(self, starts: Starts, by: int, prefix: str, stops: Stops) -> Starts:
        """Where a word that begins with `prefix` follows `by` words after a start."""
        if isinstance(starts, int):
            hits = self._letters.among(prefix, starts << by)
            return hits if is_told(prefix) or not hits else _in_map(hits, self._words(prefix, stops), self._starts[-1])
        maybe = self._letters.among_few(prefix, [at + by for at in starts])
        if is_told(prefix):
            return maybe
        wanted, found = set(maybe), list[int]()
        for places in self._words(prefix, stops) if wanted else ():
            held = _held(wanted, places)
            found += held
            wanted.difference_update(held)
            if not wanted:
                break
        return sorted(found)

    def _words(self, prefix: str, stops: Stops) -> Iterator[Places]:
        for at, (_, entry) in enumerate(self._terms.starting(self._field, prefix)):
            if not at % CHUNK and stops():
                return
            yield self._terms.postings(entry).places

    def _documents_of(self, starts: Starts) -> int:
        if isinstance(starts, list):
            if len(starts) < _MANY:
                return bits.of(_traced(starts, self._starts), len(self._documents))
            marks = bytearray((self._starts[-1] + 7) >> 3)
            deque(map(marks.__setitem__, map(rshift, starts, repeat(3)), repeat(1)), maxlen=0)
            starts = int.from_bytes(marks, "little")
        return self._traced_at_once(starts) if starts else 0

    def _traced_at_once(self, positions: int) -> int:
        """Adding ones all over a document's range carries into the free position at its end if any bit is set there."""
        if self._trace is None:
            ends = [(at >> 3) - 1 for at in self._starts[1:]]
            ones = bytearray(b"\xff") * (self._starts[-1] >> 3)
            deque(map(ones.__setitem__, ends, repeat(0x7F)), maxlen=0)
            self._trace = int.from_bytes(ones, "little"), cast(Callable[[bytes], tuple[int, ...]], itemgetter(*ends, 0))
        ones_all_over, at_ends = self._trace
        carried = (positions + ones_all_over).to_bytes((self._starts[-1] >> 3) + 1, "little")
        flags = bytes(at_ends(carried)[:-1]).translate(_CARRIED)
        return int(flags[::-1], 2)

    def _near(self, phrase: Phrase, places: list[Places], candidates: int, stops: Stops) -> Iterator[int]:
        """Documents with the words near each other, in one paragraph."""
        entry = self._terms.find(self._field, BREAKS)
        breaks = self._terms.postings(entry).places if entry else Places(())
        starts = self._starts
        for at, document in enumerate(bits.members(candidates)):
            if not at % CHUNK and stops():
                return
            rows = [each.within(starts[document], starts[document + 1]) for each in places]
            if any(not breaks.within(held[0], held[-1]) for held in occurrences(phrase, rows)):
                yield document


_CARRIED = bytes(ord("1") if byte & 0x80 else ord("0") for byte in range(256))


def _starts(places: list[Places], positions: int) -> Starts:
    """The positions where all words stand one after the other."""
    lists = [(at, each.listed) for at, each in enumerate(places) if each.listed is not None]
    maps = [(at, each.mapped) for at, each in enumerate(places) if each.listed is None]
    if not lists:
        return reduce(and_, (int.from_bytes(data, "little") >> at for at, data in maps))
    lists.sort(key=lambda each: len(each[1]))
    first, rarest = lists[0]
    found = [at - first for at in rarest if at >= first]
    for by, listed in lists[1:]:
        found = _both(found, by, listed)
    for by, data in maps:
        end = positions - by
        found = [at for at in found if at < end and data[(at + by) >> 3] >> ((at + by) & 7) & 1]
    return found


def _both(found: list[int], by: int, listed: Sequence[int]) -> list[int]:
    if len(listed) > _MUCH * len(found):
        return [at for at in found if listed[min(bisect_left(listed, at + by), len(listed) - 1)] == at + by]
    there = set(listed)
    return [at for at in found if at + by in there]


def _held(wanted: set[int], places: Places) -> list[int]:
    if places.listed is not None:
        return list(wanted.intersection(places.listed))
    return [at for at in wanted if at >> 3 < len(places.mapped) and places.mapped[at >> 3] >> (at & 7) & 1]


def _in_map(wanted: int, words: Iterator[Places], positions: int) -> int:
    """The wanted positions that any of the words has, or at least others in the same eight."""
    size = (positions + 7) >> 3
    test = wanted.to_bytes(size + (wanted.bit_length() >> 3) + 1, "little")
    marks = bytearray(size)
    mapped = 0
    for places in words:
        if places.listed is None:
            mapped |= int.from_bytes(places.mapped, "little") & wanted
        else:
            for byte in [at >> 3 for at in places.listed if test[at >> 3] >> (at & 7) & 1]:
                marks[byte] = 1
    return mapped | int.from_bytes(marks, "little")


def _traced(positions: list[int], starts: Sequence[int]) -> list[int]:
    """The documents of ascending positions."""
    documents: list[int] = []
    at = 0
    while at < len(positions):
        document = bisect_right(starts, positions[at]) - 1
        documents.append(document)
        at = bisect_left(positions, starts[document + 1], at + 1)
    return documents
