"""The documents of a segment: the article number of each, and how long its fields are."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from math import log2
from typing import IO
from zlib import crc32

from briefing.search.whoosh.blob import checked, damaged, pack, unpack

FIELDS = ("title", "story", "rest")
MAGIC = b"BRD1"
_HEADER = 4 + 4 * (2 + len(FIELDS) * 2)


def length_code(words: int) -> int:
    """A length in one byte, to a tenth: enough for ranking."""
    return min(round(8 * log2(words + 1)), 255)


LENGTHS = tuple(2 ** (code / 8) - 1 for code in range(256))
"""Words meant by each code."""


def write_documents(
    numbers: array[int], lengths: Mapping[str, bytearray], totals: Mapping[str, int], to: IO[bytes]
) -> None:
    """Writes the numbers and the length codes of each field."""
    body = pack(numbers) + b"".join(lengths[field] for field in FIELDS)
    sums = (part for field in FIELDS for part in (totals[field] & 0xFFFFFFFF, totals[field] >> 32))
    header = pack(array("I", (len(numbers), crc32(body), *sums)))
    to.write(MAGIC + header + pack(array("I", (crc32(header),))) + body)


class Documents:
    """Reads them back."""

    def __init__(self, data: memoryview) -> None:
        if data[:4] != MAGIC:
            raise damaged("a segment does not begin as one")
        header = checked(data[4:_HEADER], unpack("I", data[_HEADER : _HEADER + 4])[0], "a list of articles")
        count, check, *sums = unpack("I", header)
        body = checked(data[_HEADER + 4 :], check, "a list of articles")
        self.numbers = unpack("I", body[: 4 * count])
        """The article number of each document."""
        self.lengths: dict[str, bytes] = {}
        self.totals: dict[str, int] = {}
        for at, field in enumerate(FIELDS):
            start = (4 + at) * count
            self.lengths[field] = bytes(body[start : start + count])
            self.totals[field] = sums[2 * at] | sums[2 * at + 1] << 32

    def __len__(self) -> int:
        return len(self.numbers)
