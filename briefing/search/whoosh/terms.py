"""The word list of a segment: sorted blocks of words, each with its count and where its postings are."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from zlib import crc32

from briefing.model.typed import IO, NamedTuple
from briefing.search.commit_file import damaged
from briefing.search.whoosh.blob import checked, pack, unpack
from briefing.search.whoosh.letters import LetterMap
from briefing.search.whoosh.postings import Entry, Posting, Postings, Room, encode, read_set
from briefing.search.whoosh.prefixes import LONGEST, PrefixSets

MAGIC = b"BRF2"
BLOCK = 128
"""Words of a block."""
KEPT = 256
"""Blocks kept after reading, in one segment: some 3 MB at most."""
BREAKS = ""
"""In place of a word: the positions between two paragraphs."""
_SETS, _LETTERS = "*", "#"
"""After a field's name: the sets of its prefixes, and its maps of letters, which are kept as if they were words."""


_EMPTY = memoryview(b"")


class _Row(NamedTuple):
    """One word of a block being filled."""

    word: str
    documents: int
    length: int
    check: int


class _Blocks:
    """The blocks of one field on their way into the file."""

    def __init__(self, to: IO[bytes], place: int) -> None:
        self._to = to
        self._rows: list[_Row] = []
        self._firsts: list[str] = []
        self._starts, self._places = array("Q"), array("Q")
        self._sizes, self._checks = array("I"), array("I")
        self._place = place

    def add(self, row: _Row) -> None:
        self._rows.append(row)
        if len(self._rows) == BLOCK:
            self._flush()

    def finish(self) -> tuple[int, int, int]:
        """Writes what remains and the list of blocks; returns where that list is, its size and its checksum."""
        self._flush()
        firsts = "\n".join(self._firsts).encode()
        columns = (self._starts, self._places, self._sizes, self._checks)
        head = pack(array("I", (len(self._firsts), len(firsts))))
        data = b"".join((head, firsts, *map(pack, columns)))
        at = self._to.tell()
        self._to.write(data)
        return at, len(data), crc32(data)

    def _flush(self) -> None:
        if not self._rows:
            return
        words, documents, lengths, checks = zip(*self._rows, strict=True)
        text = "\n".join(words).encode()
        columns = (pack(array("I", column)) for column in (documents, lengths, checks))
        data = b"".join((pack(array("I", (len(words), len(text)))), text, *columns))
        self._firsts.append(words[0])
        self._starts.append(self._to.tell())
        self._places.append(self._place)
        self._sizes.append(len(data))
        self._checks.append(crc32(data))
        self._to.write(data)
        self._place += sum(lengths)
        self._rows.clear()


def write_terms(
    items: Iterable[tuple[str, Iterable[Posting]]], room: Callable[[str], Room], terms: IO[bytes], posts: IO[bytes]
) -> None:
    """Writes the sorted postings of each field as the two files of a segment."""
    terms.write(MAGIC)
    posts.write(MAGIC)
    lists: dict[str, tuple[int, int, int]] = {}
    for field, postings in items:
        blocks = _Blocks(terms, posts.tell())
        sets, letters = PrefixSets(room(field)), LetterMap(room(field).positions)
        for posting in postings:
            data, check = encode(posting, room(field))
            posts.write(data)
            blocks.add(_Row(posting.word, len(posting.ids), len(data), check))
            sets.add(posting.word, posting.ids)
            letters.add(posting.word, posting.positions)
        lists[field] = blocks.finish()
        blocks = _Blocks(terms, posts.tell())
        for prefix, documents, data, check in sets.made():
            posts.write(data)
            blocks.add(_Row(prefix, documents, len(data), check))
        lists[field + _SETS] = blocks.finish()
        blocks = _Blocks(terms, posts.tell())
        for number, plane in enumerate(letters.planes()):
            posts.write(plane)
            blocks.add(_Row(str(number), 0, len(plane), crc32(plane)))
        lists[field + _LETTERS] = blocks.finish()
    footer = json.dumps(lists, separators=(",", ":")).encode()
    terms.write(footer)
    terms.write(pack(array("I", (len(footer), crc32(footer)))))


class _Block:
    """Words with their entries, which are made when asked for."""

    __slots__ = ("_checks", "_documents", "_starts", "words")

    def __init__(self, data: memoryview, place: int) -> None:
        count, size = unpack("I", data[:8])
        self.words = str(data[8 : 8 + size], "utf-8").split("\n")
        numbers = unpack("I", data[8 + size :])
        self._documents, self._checks = numbers[:count], numbers[2 * count :]
        self._starts = [place]
        for length in numbers[count : 2 * count]:
            place += length
            self._starts.append(place)

    def entry(self, at: int) -> Entry:
        start = self._starts[at]
        return Entry(self._documents[at], start, self._starts[at + 1] - start, self._checks[at])


class _List:
    """Where the blocks of a field are."""

    __slots__ = ("checks", "firsts", "places", "sizes", "starts")

    def __init__(self, data: memoryview) -> None:
        count, size = unpack("I", data[:8])
        self.firsts = str(data[8 : 8 + size], "utf-8").split("\n") if count else []
        at = 8 + size
        self.starts, self.places = (
            unpack("Q", data[at : at + 8 * count]),
            unpack("Q", data[at + 8 * count :][: 8 * count]),
        )
        rest = unpack("I", data[at + 16 * count :])
        self.sizes, self.checks = rest[:count], rest[count:]


class Terms:
    """Reads the word list of a segment of so many documents. Every part that is read is checked first."""

    def __init__(self, terms: memoryview, posts: memoryview, documents: int) -> None:
        if terms[:4] != MAGIC or posts[:4] != MAGIC:
            raise damaged("a segment does not begin as one")
        size, check = unpack("I", terms[-8:])
        footer = checked(terms[-8 - size : -8], check, "a word list ends wrongly")
        self._where: dict[str, list[int]] = json.loads(bytes(footer))
        self._terms, self._posts, self._documents = terms, posts, documents
        self._lists: dict[str, _List] = {}
        self._blocks: dict[tuple[str, int], _Block] = {}

    @property
    def fields(self) -> list[str]:
        """Fields that have words."""
        return [name for name in self._where if name[-1:] not in (_SETS, _LETTERS) and self._list(name).firsts]

    def find(self, field: str, word: str) -> Entry | None:
        """The entry of a word, or None."""
        at = bisect_right(self._list(field).firsts, word) - 1
        if at < 0:
            return None
        block = self._block(field, at)
        place = bisect_left(block.words, word)
        return block.entry(place) if place < len(block.words) and block.words[place] == word else None

    def starting(self, field: str, prefix: str) -> Iterator[tuple[str, Entry]]:
        """Words that begin with `prefix`, in order; of an empty one, all, and the breaks before them."""
        firsts = self._list(field).firsts
        for at in range(max(bisect_right(firsts, prefix) - 1, 0), len(firsts)):
            block = self._block(field, at)
            words = block.words
            for place in range(bisect_left(words, prefix), len(words)):
                if not words[place].startswith(prefix):
                    return
                yield words[place], block.entry(place)

    def prefix_set(self, field: str, prefix: str) -> int | None:
        """The documents with a word that begins so, if that was worth keeping; None: look at the words."""
        entry = self.find(field + _SETS, prefix) if len(prefix) <= LONGEST else None
        return read_set(self._data(entry), entry, self._documents) if entry else None

    def postings(self, entry: Entry) -> Postings:
        """The postings of an entry."""
        return Postings(self._data(entry), entry, self._documents)

    def letter_map(self, field: str, number: int) -> memoryview:
        """One of the field's maps of letters."""
        entry = self.find(field + _LETTERS, str(number))
        return checked(self._data(entry), entry.check, "a map of letters is not what was written") if entry else _EMPTY

    def _data(self, entry: Entry) -> memoryview:
        return self._posts[entry.start : entry.start + entry.length]

    def _list(self, field: str) -> _List:
        known = self._lists.get(field)
        if known is None:
            start, size, check = self._where.get(field) or (0, 0, 0)
            data = checked(self._terms[start : start + size], check, "a list of words is not what was written")
            known = self._lists[field] = _List(data if size else memoryview(bytes(8)))
        return known

    def _block(self, field: str, at: int) -> _Block:
        known = self._blocks.get((field, at))
        if known is None:
            if len(self._blocks) >= KEPT:
                self._blocks.clear()
            blocks = self._list(field)
            data = self._terms[blocks.starts[at] : blocks.starts[at] + blocks.sizes[at]]
            checked(data, blocks.checks[at], "a block of words is not what was written")
            known = self._blocks[field, at] = _Block(data, blocks.places[at])
        return known
