"""The documents of a segment: the article number of each, how long its fields are, and where their positions begin."""

from __future__ import annotations

from array import array
from functools import cache
from math import log2
from operator import sub
from zlib import crc32

from briefing.model.numbers import Numbers
from briefing.model.query import Scope
from briefing.model.typed import IO
from briefing.search.commit_file import damaged
from briefing.search.whoosh import bits
from briefing.search.whoosh.blob import checked, pack, unpack

FIELDS = ("title", "story", "rest")
FIELDS_OF = {
    Scope.TITLE: ("title",),
    Scope.TEXT: ("title", "story"),
    Scope.ALL: ("title", "story", "rest"),
}
MAGIC = b"BRD4"
SATURATION, LENGTH_SHARE = 1.2, 0.75
USUAL_LENGTH = {"title": 9, "story": 350, "rest": 25}
"""Words of a usual article. They are fixed, so that what a word says of an article is known when it is written."""
IMPACT_OF_ONE = round(255 / (1 + SATURATION))
"""The impact of a word that stands once in a text of usual length."""
_MOST = 63
"""Occurrences that are told apart."""
_SCATTERED = 8
"""With more runs of numbers than an eighth of the documents, they are read one by one."""


def length_code(words: int) -> int:
    """A length in one byte, to a tenth: enough for ranking."""
    return min(round(8 * log2(words + 1)), 255)


LENGTHS = tuple(2 ** (code / 8) - 1 for code in range(256))
"""Words meant by each code."""


@cache
def impact_rows(field: str) -> tuple[bytes, ...]:
    """How much a word says of a document, 1 to 255: by how often it stands there, then by the code of the length.

    This is BM25 without the rarity of the word, which is a matter of the whole index.
    """
    norms = [SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * words / USUAL_LENGTH[field]) for words in LENGTHS]
    return tuple(bytes(max(round(255 * often / (often + norm)), 1) for norm in norms) for often in range(_MOST + 1))


def impacts(field: str, codes: bytes | bytearray, ids: array[int], frequencies: array[int]) -> bytes:
    """The impact of a word on each of its documents."""
    rows = impact_rows(field)
    lengths = bytes(map(codes.__getitem__, ids))
    if sum(frequencies) == len(ids):
        return lengths.translate(rows[1])
    return bytes(rows[min(often, _MOST)][code] for often, code in zip(frequencies, lengths, strict=True))


KEYS = ("newest", "oldest")
"""Where each article stands in an order, as the store says when it is indexed."""
_FARTHEST = 1 << 62


class Layout:
    """What a segment's documents are while it is written."""

    def __init__(self) -> None:
        self.numbers = array("I")
        self.keys = {name: array("q") for name in KEYS}
        self.codes = {field: bytearray() for field in FIELDS}
        self.starts = {field: array("I") for field in FIELDS}
        self.ends = dict.fromkeys(FIELDS, 0)
        """The first position that is free; each document begins at a multiple of 8, with one free before it."""
        self.totals = dict.fromkeys(FIELDS, 0)

    def begin(self) -> None:
        """One more document, with nothing in it yet."""
        self.numbers.append(0)
        for keys in self.keys.values():
            keys.append(0)
        for field in FIELDS:
            self.codes[field].append(0)
            self.starts[field].append(self.ends[field])
            self.ends[field] += 8

    def stand(self, name: str, key: int) -> None:
        """Where the last document stands in an order."""
        self.keys[name][-1] = max(min(key, _FARTHEST), -_FARTHEST)

    def reach(self, field: str, position: int) -> None:
        """The last document's field ends before this position."""
        self.ends[field] = (position | 7) + 1

    def write(self, to: IO[bytes]) -> None:
        """A header with a checksum for each part, then the parts."""
        parts = [pack(self.numbers), pack(_runs(self.numbers)), *(pack(self.keys[name]) for name in KEYS)]
        for field in FIELDS:
            parts += [bytes(self.codes[field]), pack(self.starts[field] + array("I", (self.ends[field],)))]
        sums = (part for field in FIELDS for part in (self.totals[field] & 0xFFFFFFFF, self.totals[field] >> 32))
        sizes = (number for part in parts for number in (len(part), crc32(part)))
        header = pack(array("I", (len(self.numbers), *sums, *sizes)))
        to.write(MAGIC + header + pack(array("I", (crc32(header),))) + b"".join(parts))


_FIRST = 2 + len(KEYS)
"""Parts before those of the fields."""
_HEADER = 4 + 4 * (1 + 2 * len(FIELDS) + 2 * (_FIRST + 2 * len(FIELDS)))


def _runs(numbers: array[int]) -> array[int]:
    """Where documents have successive numbers: the first document of each run, and its number. Empty if scattered."""
    apart = list(map(sub, numbers, range(len(numbers))))
    firsts = [at for at, (one, before) in enumerate(zip(apart, [None, *apart], strict=False)) if one != before]
    if len(firsts) > 1 + len(numbers) // _SCATTERED:
        return array("I")
    return array("I", [value for first in firsts for value in (first, numbers[first])])


class Documents:
    """Reads them back, each part when it is first asked for."""

    def __init__(self, data: memoryview) -> None:
        if data[:4] != MAGIC:
            raise damaged("a segment does not begin as one")
        header = checked(data[4:_HEADER], unpack("I", data[_HEADER : _HEADER + 4])[0], "a list of articles")
        self._count, *values = unpack("I", header)
        sums, sizes = values[: 2 * len(FIELDS)], values[2 * len(FIELDS) :]
        self.totals = {field: sums[2 * at] | sums[2 * at + 1] << 32 for at, field in enumerate(FIELDS)}
        self._parts: list[tuple[memoryview, int]] = []
        at = _HEADER + 4
        for size, check in zip(sizes[::2], sizes[1::2], strict=True):
            self._parts.append((data[at : at + size], check))
            at += size
        self.numbers = unpack("I", self._part(0))
        """The article number of each document."""
        self._starts: dict[str, array[int]] = {}
        self._run: list[tuple[int, int, int]] | None = None

    def __len__(self) -> int:
        return self._count

    def keys(self, name: str) -> array[int]:
        """Where each document stands in an order."""
        return unpack("q", self._part(2 + KEYS.index(name)))

    def codes(self, field: str) -> bytes:
        """The length code of a field in each document."""
        return bytes(self._part(_FIRST + 2 * FIELDS.index(field)))

    def starts(self, field: str) -> array[int]:
        """The first position of each document, and the end of the last."""
        if field not in self._starts:
            self._starts[field] = unpack("I", self._part(_FIRST + 1 + 2 * FIELDS.index(field)))
        return self._starts[field]

    def having(self, numbers: Numbers) -> int:
        """Of a set of article numbers, the documents that have them."""
        if not self._runs:
            flags = bits.flags(numbers.bits, max(self.numbers, default=0) + 1)
            return bits.of([at for at, number in enumerate(self.numbers) if flags[number]], len(self))
        held = numbers.bits
        return sum(((held >> number) & ((1 << count) - 1)) << first for first, number, count in self._runs)

    def numbers_of(self, documents: int) -> Numbers:
        """The reverse."""
        if not self._runs:
            return Numbers(self.numbers[at] for at in bits.members(documents))
        runs = ((documents >> first & ((1 << count) - 1)) << number for first, number, count in self._runs)
        found = 0
        for run in runs:
            found |= run
        return Numbers.of_bits(found)

    @property
    def _runs(self) -> list[tuple[int, int, int]]:
        if self._run is None:
            pairs = unpack("I", self._part(1))
            firsts = pairs[::2].tolist()
            ends = [*firsts[1:], len(self)]
            self._run = [(a, n, end - a) for a, n, end in zip(firsts, pairs[1::2], ends, strict=False)]
        return self._run

    def _part(self, at: int) -> memoryview:
        return checked(*self._parts[at], "a list of articles")
