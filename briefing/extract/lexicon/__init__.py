"""Readable tables of our own: states, bodies, armed groups, media, companies, places, and the word lists of the rules.

Each table is a text file beside this one. `python -m briefing.extract.lexicon.pack` packs them all into `tables.bin`,
which is read ten times as fast; where it was not made from the texts as they are now, the texts are read instead, so
that a changed table counts at once.
"""

from __future__ import annotations

import marshal
import os
from functools import cache
from zlib import crc32

from briefing.model.actor import ActorType
from briefing.model.enumeration import StrEnum
from briefing.model.lasting import lasting
from briefing.model.typed import NamedTuple

_HERE = os.path.dirname(__file__)
PACKED = "tables.bin"
TEXTS = (
    "states.txt", "bodies.txt", "armed.txt", "media.txt", "companies.txt", "places.txt", "words.txt", "verbs.txt",
    "heads.txt",
)  # fmt: skip
_STAMP = 4
"""Bytes of the checksum of the texts, with which the packed file begins."""


class How(StrEnum):
    """In which way a name stands for its entry."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"


class Entry(NamedTuple):
    """What a known name stands for."""

    name: str
    type: ActorType
    how: How = How.NAME
    is_media: bool = False


Row = tuple[str, str, str, bool]
"""An entry, its kinds as words."""
Gazetteer = dict[str, list[tuple[tuple[str, ...], Entry]]]
"""By first word: the words of a name, longest first, and what it stands for."""


class Tables(NamedTuple):
    """All tables, in plain types: the entries; by first word the words of a name and its entry's number; the lists."""

    entries: list[Row]
    names: dict[str, list[tuple[tuple[str, ...], int]]]
    words: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]
    heads: dict[str, frozenset[str]]


def written(table: str) -> bytes:
    """A file beside this one."""
    with open(os.path.join(_HERE, table), "rb") as file:
        return file.read()


def stamp() -> bytes:
    """The checksum of the texts as they are now."""
    return crc32(b"\0".join(map(written, TEXTS))).to_bytes(_STAMP, "little")


@cache
def _tables() -> Tables:
    try:
        packed = written(PACKED)
    except FileNotFoundError:
        packed = b""
    if packed[:_STAMP] == stamp():
        return Tables(*lasting(lambda: marshal.loads(memoryview(packed)[_STAMP:])))
    from briefing.extract.lexicon.source import read_tables

    return read_tables()


@cache
def gazetteer() -> Gazetteer:
    """All known names."""
    return lasting(_gazetteer)


def _gazetteer() -> Gazetteer:
    kinds, ways = {kind.value: kind for kind in ActorType}, {how.value: how for how in How}
    tables, made = _tables(), Entry._make
    entries = [made((name, kinds[kind], ways[how], is_media)) for name, kind, how, is_media in tables.entries]
    return {first: [(key, entries[at]) for key, at in found] for first, found in tables.names.items()}


class _Lists(dict[str, frozenset[str]]):
    """The lists of one table, which is read when the first is asked for."""

    def __init__(self, table: str) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, section: str) -> frozenset[str]:
        lists: dict[str, frozenset[str]] = getattr(_tables(), self._table)
        self.update(lists)
        return lists[section]


# A method of `dict` itself: a hundred look-ups are made for each sentence, and a function around it doubles their cost.
words = _Lists("words").__getitem__
"""The word list of that name in `words.txt`."""
verbs = _Lists("verbs").__getitem__
"""The verb forms of that name in `verbs.txt`."""
heads = _Lists("heads").__getitem__
"""The head nouns of that name in `heads.txt`."""
