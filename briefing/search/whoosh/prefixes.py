"""Sets of documents for the beginnings of words, made when a segment is written.

Without them the key `w` would read the postings of every word in w. A beginning of up to LONGEST letters gets a set if
so many words have it that reading them takes noticeably longer than reading the set.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from briefing.search.whoosh import bits
from briefing.search.whoosh.postings import Room, encode_set

LONGEST = 4
"""Letters of a beginning."""
WORDS = 32
"""Words that make a beginning worth a set of its own."""

StoredSet = tuple[str, int, bytes, int]
"""Beginning, how many documents, the bytes, their checksum."""


class _Level:
    """All words of one beginning so far."""

    __slots__ = ("bits", "ids", "words")

    def __init__(self) -> None:
        self.words = 0
        self.ids = array("I")
        self.bits = 0


class PrefixSets:
    """Takes the words of a field in order; each posting is looked at once."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._open = ""
        self._levels: list[_Level] = []
        self._made: list[StoredSet] = []

    def add(self, word: str, ids: Sequence[int]) -> None:
        """A word and its documents."""
        start = word[:LONGEST]
        if start != self._open:
            self._close(_shared(start, self._open))
            self._open = start
            self._levels += [_Level() for _ in range(len(start) - len(self._levels))]
        if start:
            self._levels[-1].words += 1
            self._levels[-1].ids.extend(ids)

    def made(self) -> list[StoredSet]:
        """The sets in order, when all words were added."""
        self._close(0)
        return sorted(self._made)

    def _close(self, kept: int) -> None:
        """What is finished is stored where it is worth it, and counts for the shorter beginning too."""
        while len(self._levels) > kept:
            level = self._levels.pop()
            if level.words >= WORDS:
                level.bits |= bits.of(level.ids, self._room.documents)
                level.ids = array("I")
                data, check = encode_set(level.bits, self._room)
                self._made.append((self._open[: len(self._levels) + 1], level.bits.bit_count(), data, check))
            if self._levels:
                above = self._levels[-1]
                above.words += level.words
                above.ids.extend(level.ids)
                above.bits |= level.bits


def _shared(one: str, other: str) -> int:
    """Letters that two beginnings have in common."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))
