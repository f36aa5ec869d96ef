"""Sets of documents as integers, lowest bit first; every step over documents runs in C."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat

from briefing.search.whoosh.blob import pack, unpack

_ONE = ord("1")
_FLAGS = bytes.maketrans(b"01", b"\0\1")
_FEW = 24


class Marks:
    """A set being filled."""

    __slots__ = ("_marks",)

    def __init__(self, size: int) -> None:
        self._marks = bytearray(b"0") * size

    def add(self, documents: Iterable[int]) -> None:
        """Adds documents."""
        deque(map(self._marks.__setitem__, documents, repeat(_ONE)), maxlen=0)

    def bits(self) -> int:
        """The set so far."""
        return int(self._marks[::-1], 2) if self._marks else 0


def of(documents: Sequence[int], size: int) -> int:
    """The set of some documents of a segment of `size`."""
    if len(documents) < _FEW:
        bits = 0
        for document in documents:
            bits |= 1 << document
        return bits
    marks = Marks(size)
    marks.add(documents)
    return marks.bits()


def flags(bits: int, size: int) -> bytes:
    """One byte a document: 1 for those of the set."""
    return bin(bits)[:1:-1].encode().translate(_FLAGS).ljust(size, b"\0")


def members(bits: int) -> Iterator[int]:
    """The documents in order."""
    if bits.bit_count() < _FEW:
        return _few_members(bits)
    marked = flags(bits, 0)
    return compress(range(len(marked)), marked)


def _few_members(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def shifted(values: array[int], by: int) -> array[int]:
    """Each value of an array of 32 bits plus `by`; none may pass 32 bits."""
    if not by or not values:
        return values
    width = 4 * len(values)
    ones = int.from_bytes(b"\1\0\0\0" * len(values), "little")
    moved = int.from_bytes(pack(values), "little") + by * ones
    return unpack("I", memoryview(moved.to_bytes(width, "little")))
