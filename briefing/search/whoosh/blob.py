"""Arrays of numbers as bytes, with a checksum: the ground of the codec's files. No pickles."""

from __future__ import annotations

import sys
from array import array
from zlib import crc32

from briefing.search.commit_file import damaged


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
