"""A set of article numbers that is small at a million and cheap to combine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import compress, repeat

_ONE = ord("1")
_FLAGS = bytes.maketrans(b"01", b"\0\1")
_SPARSE = 64
"""With fewer members than one in so many, setting bits one by one is the cheaper way."""


class Numbers:
    """An immutable set of non-negative article numbers, kept as a bitmap (125 kB for a million)."""

    __slots__ = ("_bits", "_bytes")

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        found = numbers if isinstance(numbers, list | tuple) else list(numbers)
        last = max(found, default=-1)
        self._bits: int | None = None
        if len(found) * _SPARSE < last:
            marks = bytearray((last >> 3) + 1)
            for number in found:
                marks[number >> 3] |= 1 << (number & 7)
            self._bytes = bytes(marks)
            return
        digits = bytearray(b"0") * (last + 1)
        deque(map(digits.__setitem__, found, repeat(_ONE)), maxlen=0)
        del digits[: (first := min(found, default=0))]
        digits.reverse()
        self._bits = int(digits, 2) << first if digits else 0
        self._bytes = _packed(self._bits)

    @classmethod
    def _of(cls, bits: int) -> Numbers:
        made = cls()
        made._bits = bits
        made._bytes = _packed(bits)
        return made

    @classmethod
    def of_bits(cls, bits: int) -> Numbers:
        """The set whose bitmap, lowest bit first, is this integer."""
        return cls._of(bits)

    @property
    def bits(self) -> int:
        """The set as a bitmap, lowest bit first."""
        return self._integer()

    def _integer(self) -> int:
        if self._bits is None:
            self._bits = int.from_bytes(self._bytes, "little")
        return self._bits

    def __contains__(self, number: int) -> bool:
        at = number >> 3
        return at < len(self._bytes) and bool(self._bytes[at] >> (number & 7) & 1)

    def __iter__(self) -> Iterator[int]:
        flags = bin(self._integer())[:1:-1].encode().translate(_FLAGS)
        return compress(range(len(flags)), flags)

    def __len__(self) -> int:
        return self._integer().bit_count()

    def __bool__(self) -> bool:
        return bool(self._bytes)  # which end with the last member

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Numbers) and self._integer() == other._integer()

    def __hash__(self) -> int:
        return hash(self._integer())

    def __and__(self, other: Numbers) -> Numbers:
        return Numbers._of(self._integer() & other._integer())

    def __or__(self, other: Numbers) -> Numbers:
        return Numbers._of(self._integer() | other._integer())

    def __sub__(self, other: Numbers) -> Numbers:
        return Numbers._of(self._integer() & ~other._integer())

    def last(self) -> int:
        """The greatest number; -1 where there is none."""
        return self._integer().bit_length() - 1

    def __repr__(self) -> str:
        return f"Numbers({len(self)})"


def _packed(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")


NONE = Numbers()
"""No articles."""
