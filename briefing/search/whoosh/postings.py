"""One word in one field of a segment: which documents have it, how much it says of each, and where it stands.

Positions count through the whole segment: each document has a range of its own, so that a phrase is found without
looking at documents at all. What is common is kept as bitmaps, which are then smaller than lists and are combined as
whole integers; what is rare is kept as lists of 32 bits.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from functools import cached_property
from zlib import crc32

from briefing.model.typed import NamedTuple
from briefing.search.whoosh import bits
from briefing.search.whoosh.blob import checked, pack, unpack

_DENSE, _PLANE, _MAPPED, _APART = 1, 2, 4, 8
_BITS_AN_ID = 32
_PLANE_FROM = 8
"""An eighth of the documents: from there on one byte for each document is kept."""
_MAPPED_FROM = 64
"""A 64th of the positions: from there on they are kept as a bitmap, at most twice as large as a list."""
_APART_FROM = 1024
"""Positions of more bytes have a checksum of their own, since most questions never read them."""


class Posting(NamedTuple):
    """What is written for a word. `impacts` has one byte a document; see `documents.impact_rows`."""

    field: str
    word: str
    ids: array[int]
    impacts: bytes
    positions: array[int]


class Entry(NamedTuple):
    """How many documents have a word, and where its postings are."""

    documents: int
    start: int
    length: int
    check: int


class Room(NamedTuple):
    """How many documents a segment has, and how many positions a field of it."""

    documents: int
    positions: int


def encode(posting: Posting, room: Room) -> tuple[bytes, int]:
    """The bytes of a word's postings, and the checksum for its entry."""
    count = len(posting.ids)
    flag = 0
    ids, impacts = pack(posting.ids), posting.impacts
    if count * _BITS_AN_ID >= room.documents:
        flag |= _DENSE
        ids = bits.of(posting.ids, room.documents).to_bytes((room.documents + 7) >> 3, "little")
    if count * _PLANE_FROM >= room.documents:
        flag |= _PLANE
        impacts = bytes(_spread(posting.ids, impacts, room.documents))
    places = pack(posting.positions)
    if len(posting.positions) * _MAPPED_FROM >= room.positions:
        flag |= _MAPPED
        places = bits.of(posting.positions, room.positions).to_bytes((room.positions + 7) >> 3, "little")
    if len(places) < _APART_FROM:
        data = b"".join((bytes((flag,)), ids, impacts, places))
        return data, crc32(data)
    head = b"".join((bytes((flag | _APART,)), pack(array("I", (crc32(places),))), ids, impacts))
    return head + places, crc32(head)


def encode_set(documents: int, room: Room) -> tuple[bytes, int]:
    """A set of documents alone, as short as may be."""
    count = documents.bit_count()
    dense = count * _BITS_AN_ID >= room.documents
    ids = (
        documents.to_bytes((room.documents + 7) >> 3, "little")
        if dense
        else pack(array("I", list(bits.members(documents))))
    )
    data = bytes((_DENSE * dense,)) + ids
    return data, crc32(data)


def _spread(ids: Sequence[int], values: bytes | memoryview, size: int) -> bytearray:
    plane = bytearray(size)
    deque(map(plane.__setitem__, ids, values), maxlen=0)
    return plane


class Places:
    """The ascending positions of a word in a segment, as a list or as a bitmap."""

    __slots__ = ("listed", "mapped")

    def __init__(self, listed: Sequence[int] | None, mapped: bytes = b"") -> None:
        self.listed = listed
        self.mapped = mapped

    def within(self, first: int, end: int) -> list[int]:
        """The positions of a range."""
        if self.listed is not None:
            return list(self.listed[bisect_left(self.listed, first) : bisect_left(self.listed, end)])
        byte = first >> 3
        found = int.from_bytes(self.mapped[byte : (end + 7) >> 3], "little") & ((1 << (end - 8 * byte)) - 1)
        return [8 * byte + at for at in bits.members(found) if 8 * byte + at >= first]

    def as_array(self) -> array[int]:
        """All of them."""
        if isinstance(self.listed, array):
            return self.listed
        return array("I", list(bits.members(int.from_bytes(self.mapped, "little"))))


class Postings:
    """Reads them back, each part when it is asked for."""

    def __init__(self, data: memoryview, entry: Entry, documents: int) -> None:
        self._count, self._documents = entry.documents, documents
        self._flag = flag = data[0]
        self._ids_at = 5 if flag & _APART else 1
        self._impacts_at = self._ids_at + ((documents + 7) >> 3 if flag & _DENSE else 4 * entry.documents)
        self._places_at = self._impacts_at + (documents if flag & _PLANE else entry.documents)
        checked(data[: self._places_at] if flag & _APART else data, entry.check, "postings are not what was written")
        self._data = data

    @property
    def is_dense(self) -> bool:
        """Whether the documents are kept as a set, and not one by one."""
        return bool(self._flag & _DENSE)

    @cached_property
    def bits(self) -> int:
        """The documents as a set."""
        if self._flag & _DENSE:
            return int.from_bytes(self._data[self._ids_at : self._impacts_at], "little")
        return bits.of(self.ids, self._documents)

    @cached_property
    def ids(self) -> Sequence[int]:
        """The documents in order."""
        if self._flag & _DENSE:
            return array("I", list(bits.members(self.bits)))
        return unpack("I", self._data[self._ids_at : self._impacts_at])

    @property
    def impacts(self) -> bytes:
        """One byte for each of `ids`."""
        stored = self._data[self._impacts_at : self._places_at]
        return bytes(map(stored.__getitem__, self.ids)) if self._flag & _PLANE else bytes(stored)

    @property
    def plane(self) -> bytes | bytearray:
        """The impact on every document of the segment, 0 on those without the word."""
        stored = self._data[self._impacts_at : self._places_at]
        return bytes(stored) if self._flag & _PLANE else _spread(self.ids, stored, self._documents)

    @cached_property
    def places(self) -> Places:
        """Where the word stands."""
        stored = self._data[self._places_at :]
        if self._flag & _APART:
            checked(stored, unpack("I", self._data[1:5])[0], "positions are not what was written")
        return Places(None, bytes(stored)) if self._flag & _MAPPED else Places(unpack("I", stored))


def read_set(data: memoryview, entry: Entry, documents: int) -> int:
    """What `encode_set` wrote."""
    checked(data, entry.check, "a set of articles is not what was written")
    if data[0] & _DENSE:
        return int.from_bytes(data[1:], "little")
    return bits.of(unpack("I", data[1:]), documents)
