"""A set of article numbers that is small at a million and cheap to combine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Numbers:
    """An immutable set of non-negative article numbers, kept as a bitmap (125 kB for a million)."""

    __slots__ = ("_bits", "_bytes")

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        found = list(numbers)
        marks = bytearray((max(found) >> 3) + 1 if found else 0)
        for number in found:
            marks[number >> 3] |= 1 << (number & 7)
        self._bytes = bytes(marks)
        self._bits: int | None = None

    @classmethod
    def _of(cls, bits: int) -> Numbers:
        made = cls()
        made._bits = bits
        made._bytes = bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
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
        for at, byte in enumerate(self._bytes):
            while byte:
                low = byte & -byte
                yield (at << 3) + low.bit_length() - 1
                byte ^= low

    def __len__(self) -> int:
        return self._integer().bit_count()

    def __bool__(self) -> bool:
        return any(self._bytes)

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

    def __repr__(self) -> str:
        return f"Numbers({len(self)})"
