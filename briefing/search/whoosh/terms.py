"""The word list of a segment: sorted blocks of words, each with its count and where its postings are."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from struct import Struct
from typing import IO, NamedTuple
from zlib import crc32

from briefing.search.whoosh.blob import Postings, checked, damaged, encode, pack, unpack

MAGIC = b"BRF1"
_ONE_ID = Struct("<I").unpack_from
BLOCK = 128
"""Words of a block."""
KEPT = 256
"""Blocks kept after reading, in one segment: some 3 MB at most."""

Posting = tuple[str, str, "array[int]", "array[int]", "array[int]"]
"""Field, word, documents, frequencies, positions."""


class Entry(NamedTuple):
    """How many documents have the word, and where its postings are."""

    documents: int
    start: int
    length: int
    check: int


def write_terms(items: Iterable[Posting], terms: IO[bytes], posts: IO[bytes]) -> None:
    """Writes sorted postings as the two files of a segment."""
    fields: dict[str, list[tuple[str, int, int, int, int]]] = {}
    terms.write(MAGIC)
    posts.write(MAGIC)
    at, place = len(MAGIC), len(MAGIC)
    block: list[tuple[str, int, int, int]] = []
    field = ""

    def flush() -> None:
        nonlocal at, place
        if block:
            data = _block(block)
            fields.setdefault(field, []).append((block[0][0], at, len(data), crc32(data), place))
            at += terms.write(data)
            place += sum(row[2] for row in block)
            block.clear()

    for name, word, ids, frequencies, positions in items:
        if name != field or len(block) == BLOCK:
            flush()
            field = name
        data = encode(ids, frequencies, positions)
        posts.write(data)
        block.append((word, len(ids), len(data), crc32(data)))
    flush()
    footer = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    terms.write(footer)
    terms.write(pack(array("I", (len(footer), crc32(footer)))))


def _block(rows: list[tuple[str, int, int, int]]) -> bytes:
    text = "\n".join(row[0] for row in rows).encode()
    _, documents, lengths, checks = zip(*rows, strict=True)
    columns = (pack(array("I", column)) for column in (documents, lengths, checks))
    return b"".join((pack(array("I", (len(rows), len(text)))), text, *columns))


class Block(NamedTuple):
    """Words with their entries."""

    words: list[str]
    entries: list[Entry]


class Terms:
    """Reads the word list of a segment. Every part that is read is checked first."""

    def __init__(self, terms: memoryview, posts: memoryview) -> None:
        if terms[:4] != MAGIC or posts[:4] != MAGIC:
            raise damaged("a segment does not begin as one")
        size, check = unpack("I", terms[-8:])
        footer = checked(terms[-8 - size : -8], check, "a word list ends wrongly")
        self._fields: Mapping[str, list[list[int]]] = json.loads(bytes(footer))
        self._firsts: dict[str, list[str]] = {
            name: [str(block[0]) for block in blocks] for name, blocks in self._fields.items()
        }
        self._terms = terms
        self._posts = posts
        self._blocks: dict[tuple[str, int], Block] = {}

    @property
    def fields(self) -> list[str]:
        """Fields that have words."""
        return list(self._fields)

    def find(self, field: str, word: str) -> Entry | None:
        """The entry of a word, or None."""
        at = bisect_right(self._firsts.get(field, []), word) - 1
        if at < 0:
            return None
        block = self._block(field, at)
        place = bisect_left(block.words, word)
        return block.entries[place] if place < len(block.words) and block.words[place] == word else None

    def starting(self, field: str, prefix: str) -> Iterator[tuple[str, Entry]]:
        """Words that begin with `prefix`, in order."""
        firsts = self._firsts.get(field, [])
        for at in range(max(bisect_right(firsts, prefix) - 1, 0), len(firsts)):
            words, entries = self._block(field, at)
            for place in range(bisect_left(words, prefix), len(words)):
                if not words[place].startswith(prefix):
                    return
                yield words[place], entries[place]

    def postings(self, entry: Entry) -> Postings:
        """The postings of an entry."""
        data = self._posts[entry.start : entry.start + entry.length]
        return Postings(checked(data, entry.check, "postings are not what was written"))

    def ids(self, entry: Entry) -> Sequence[int]:
        """The documents of an entry only."""
        count, start, length, check = entry
        data = self._posts[start : start + length]
        if crc32(data) != check:
            raise damaged("postings are not what was written")
        return _ONE_ID(data, 5) if count == 1 else unpack("I", data[5 : 5 + 4 * count])

    def _block(self, field: str, at: int) -> Block:
        known = self._blocks.get((field, at))
        if known is None:
            if len(self._blocks) >= KEPT:
                self._blocks.clear()
            known = self._blocks[field, at] = self._read_block(field, at)
        return known

    def _read_block(self, field: str, at: int) -> Block:
        _, start, length, check, place = self._fields[field][at]
        data = checked(self._terms[start : start + length], check, "a block of words is not what was written")
        count, size = unpack("I", data[:8])
        words = str(data[8 : 8 + size], "utf-8").split("\n")
        numbers = unpack("I", data[8 + size :])
        documents, lengths, checks = numbers[:count], numbers[count : 2 * count], numbers[2 * count :]
        starts = accumulate(lengths, initial=place)
        return Block(words, [Entry(*row) for row in zip(documents, starts, lengths, checks, strict=False)])
