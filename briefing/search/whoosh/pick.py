"""The first few of many documents, without sorting them or looking at most of them one by one.

What the order depends on is given as planes: one byte for each document, higher is better, the plane that weighs most
first. How many documents reach a byte is counted in C, so that only those near the limit are told apart.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import compress

from briefing.model.typed import NamedTuple
from briefing.search.whoosh import bits
from briefing.search.whoosh.blob import pack

Plane = bytes | bytearray
_UPSIDE_DOWN = bytes(range(255, -1, -1))
LAST = 1 << 62
"""The place of what an order does not name."""
_SIGN = bytes(byte ^ 0x80 for byte in _UPSIDE_DOWN)


class RankPlanes(NamedTuple):
    """The places of a segment's documents in an order, best first; and the same as planes, then by number."""

    places: Sequence[int]
    planes: tuple[bytes, ...]


def rank_planes(numbers: array[int], places: array[int]) -> RankPlanes:
    """Of places as signed numbers of 64 bits, lower is better."""
    top, *rest = _bytes(places)
    by_place = (top.translate(_SIGN), *(plane.translate(_UPSIDE_DOWN) for plane in rest))
    by_number = (plane.translate(_UPSIDE_DOWN) for plane in _bytes(numbers))
    return RankPlanes(places, tuple(p for p in (*by_place, *by_number) if p and p.count(p[0]) < len(p)))


def places_in(rank: Sequence[int], numbers: array[int]) -> array[int]:
    """The place of each number in an order that is given as a whole."""
    whole, last = rank[:], len(rank)
    return array("q", [whole[number] if number < last else LAST for number in numbers])


def _bytes(values: array[int]) -> Iterator[bytes]:
    """One plane for each byte of the values, the highest first."""
    data = pack(values)
    return (data[at :: values.itemsize] for at in range(values.itemsize - 1, -1, -1))


def best(planes: Sequence[Plane], found: int, needed: int) -> list[int]:
    """The `needed` best documents of a set, in no order; more only where all planes are equal."""
    if found.bit_count() <= needed:
        return list(bits.members(found))
    marked = bits.flags(found, 0)
    even: list[int] | None = None
    """The documents not told apart yet; at first all that are marked."""
    chosen: list[int] = []
    for plane in planes:
        values = bytes(compress(plane, marked)) if even is None else bytes(map(plane.__getitem__, even))
        least = _threshold(values, needed - len(chosen))
        documents = compress(range(len(marked)), marked) if even is None else iter(even)
        if values.count(least) == len(values):
            continue
        above, same = _above(least), _same(least)
        known = list(documents)
        chosen += compress(known, values.translate(above))
        even = list(compress(known, values.translate(same)))
        if len(chosen) + len(even) <= needed:
            break
    return chosen + (list(compress(range(len(marked)), marked)) if even is None else even)


def _threshold(values: bytes, needed: int) -> int:
    """The highest byte that at least so many of the values reach."""
    low, high = 0, 255
    above = 0
    """How many are higher than `high`."""
    while low < high:
        middle = (low + high + 1) // 2
        upper = values.translate(None, _below(middle))
        if above + len(upper) >= needed:
            low, values = middle, upper
        else:
            high = middle - 1
            above += len(upper)
            values = values.translate(None, _from(middle))
    return low


def _below(byte: int) -> bytes:
    return _ALL[:byte]


def _from(byte: int) -> bytes:
    return _ALL[byte:]


_ALL = bytes(range(256))


def _above(byte: int) -> bytes:
    return bytes(byte + 1) + b"\1" * (255 - byte)


def _same(byte: int) -> bytes:
    return bytes(byte) + b"\1" + bytes(255 - byte)
