"""Sets of documents as integers, lowest bit first; every step over documents runs in C."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat

from briefing.model.numbers import Numbers

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


def members(bits: int) -> Iterator[int]:
    """The documents in order."""
    flags = bin(bits)[:1:-1].encode().translate(_FLAGS)
    return compress(range(len(flags)), flags)


def local(numbers: Numbers, documents: array[int]) -> int:
    """Of a set of article numbers, the documents that have them."""
    if not documents:
        return 0
    flags = bin(numbers.bits)[:1:-1].ljust(max(documents) + 1, "0")
    return int("".join(map(flags.__getitem__, reversed(documents))), 2)
