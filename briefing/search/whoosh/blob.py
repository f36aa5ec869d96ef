"""Arrays of numbers as bytes, with a checksum: the ground of the codec's files. No pickles."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from itertools import accumulate
from zlib import crc32

from briefing.model.errors import Damaged


def damaged(what: str) -> Damaged:
    """A part of the index that is not what was written."""
    return Damaged(f"the search index is damaged: {what}", "It holds nothing of yours and is built again.")


def pack(values: array[int]) -> bytes:
    """Little-endian on every machine."""
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()


def unpack(code: str, data: memoryview) -> array[int]:
    """The reverse of `pack`; a length that does not fit is damage."""
    values = array(code)
    if len(data) % values.itemsize:
        raise damaged("an array is cut short")
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def checked(data: memoryview, check: int, what: str) -> memoryview:
    """The bytes, if their checksum is right."""
    if crc32(data) != check:
        raise damaged(what)
    return data


_WIDE_FREQUENCIES, _WIDE_POSITIONS, _ONCE = 1, 2, 4


def encode(ids: array[int], frequencies: Sequence[int], positions: array[int]) -> bytes:
    """The postings of one word in one field: documents, how often in each, and at which positions."""
    once = len(ids) == len(positions)
    wide = not once and max(frequencies) > 255
    wide_positions = max(positions) > 65_535
    flag = _WIDE_FREQUENCIES * wide | _WIDE_POSITIONS * wide_positions | _ONCE * once
    counts = b"" if once else pack(array("I" if wide else "B", frequencies))
    places = pack(positions) if wide_positions else pack(array("H", positions))
    return b"".join((bytes((flag,)), pack(array("I", (len(ids),))), pack(ids), counts, places))


class Postings:
    """One word's postings in one segment; counts and positions are read when asked for."""

    __slots__ = ("_flag", "_places", "_rest", "_starts", "ids")

    def __init__(self, data: memoryview) -> None:
        self._flag = data[0]
        count = unpack("I", data[1:5])[0]
        self.ids = unpack("I", data[5 : 5 + 4 * count])
        self._rest = data[5 + 4 * count :]
        self._starts: list[int] | None = None
        self._places: array[int] | None = None

    @property
    def frequencies(self) -> Sequence[int]:
        """How often the word is in each document."""
        if self._flag & _ONCE:
            return b"\1" * len(self.ids)
        return unpack("I", self._rest[: 4 * len(self.ids)]) if self._flag & 1 else self._rest[: len(self.ids)]

    @property
    def all_positions(self) -> array[int]:
        """The positions in all documents, one document after the other."""
        if self._places is None:
            size = 0 if self._flag & _ONCE else len(self.ids) * (4 if self._flag & _WIDE_FREQUENCIES else 1)
            self._places = unpack("I" if self._flag & _WIDE_POSITIONS else "H", self._rest[size:])
        return self._places

    def positions(self, at: int) -> array[int]:
        """The positions in the document `ids[at]`."""
        if self._flag & _ONCE:
            return self.all_positions[at : at + 1]
        if self._starts is None:
            self._starts = list(accumulate(self.frequencies, initial=0))
        return self.all_positions[self._starts[at] : self._starts[at + 1]]
