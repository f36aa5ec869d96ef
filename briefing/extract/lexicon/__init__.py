"""Readable tables of our own: states, bodies, armed groups, media, places, and the word lists the rules look at.

Each table is a text file beside this one, read once, when the first article is looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from briefing.extract.words import split_words
from briefing.model.actor import ActorType

_HERE = os.path.dirname(__file__)


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


Gazetteer = dict[str, list[tuple[tuple[str, ...], Entry]]]
"""By first word: the words of a name, longest first, and what it stands for."""


def _lines(table: str) -> Iterator[str]:
    with open(os.path.join(_HERE, table), encoding="utf-8") as lines:
        yield from (line.rstrip("\n") for line in lines if line.strip("\n") and not line.startswith("#"))


def _listed(column: str) -> list[str]:
    return [name for part in column.split(",") if (name := part.strip())]


def _states() -> Iterator[tuple[str, Entry]]:
    for line in _lines("states.txt"):
        name, others, demonyms, capitals, seats = (column.strip() for column in line.split("|"))
        for how, column in (
            (How.NAME, f"{name},{others}"),
            (How.DEMONYM, demonyms),
            (How.CAPITAL, capitals),
            (How.SEAT, seats),
        ):
            for surface in _listed(column):
                yield surface, Entry(name, ActorType.STATE, how)


def _named(table: str, kind: ActorType) -> Iterator[tuple[str, Entry]]:
    for line in _lines(table):
        name, _, others = line.partition("|")
        entry = Entry(name.strip(), kind, How.NAME, table == "media.txt")
        for surface in (entry.name, *_listed(others)):
            yield surface, entry


def _places() -> Iterator[tuple[str, Entry]]:
    for line in _lines("places.txt"):
        for surface in _listed(line):
            yield surface, Entry(surface, ActorType.PLACE)


def _all_names() -> Iterator[tuple[str, Entry]]:
    yield from _states()
    yield from _named("bodies.txt", ActorType.ORGANISATION)
    yield from _named("armed.txt", ActorType.ARMED_GROUP)
    yield from _named("media.txt", ActorType.ORGANISATION)
    yield from _places()


@cache
def gazetteer() -> Gazetteer:
    """All known names; of two entries with the same name the first table's wins."""
    found: Gazetteer = {}
    seen: set[tuple[str, ...]] = set()
    for surface, entry in _all_names():
        key = tuple(surface.replace("’", "'").split()) if "." not in surface else tuple(split_words(surface).texts)
        if key not in seen:
            seen.add(key)
            found.setdefault(key[0], []).append((key, entry))
    for entries in found.values():
        entries.sort(key=lambda pair: -len(pair[0]))
    return found


@cache
def _sections(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    section = ""
    for line in _lines(table):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found.setdefault(section, []).extend(word.replace("_", " ") for word in line.split())
    return {name: frozenset(words) for name, words in found.items()}


def words(section: str) -> frozenset[str]:
    """The word list of that name in `words.txt`."""
    return _sections("words.txt")[section]


def verbs(section: str) -> frozenset[str]:
    """The verb forms of that name in `verbs.txt`."""
    return _sections("verbs.txt")[section]


def heads(section: str) -> frozenset[str]:
    """The head nouns of that name in `heads.txt`."""
    return _sections("heads.txt")[section]
