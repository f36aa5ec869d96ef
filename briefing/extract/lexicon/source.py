"""The readable tables as they are written, made ready to be packed."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from briefing.extract.lexicon import Entry, How, Row, Tables, written
from briefing.extract.words import split_words
from briefing.model.actor import ActorType


def read_tables() -> Tables:
    """All tables; of two entries with the same name the first table's wins."""
    entries: dict[Entry, int] = {}
    names: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    seen: set[tuple[str, ...]] = set()
    for surface, entry in _all_names():
        key = tuple(split_words(surface).texts if _has_signs(surface) else surface.replace("’", "'").split())
        if key not in seen:
            seen.add(key)
            names.setdefault(key[0], []).append((key, entries.setdefault(entry, len(entries))))
    for found in names.values():
        found.sort(key=lambda pair: -len(pair[0]))
    rows: list[Row] = [(entry.name, entry.type.value, entry.how.value, entry.is_media) for entry in entries]
    return Tables(rows, names, _sections("words.txt"), _sections("verbs.txt"), _sections("heads.txt"))


def _has_signs(name: str) -> bool:
    return "." in name or "," in name


def _lines(table: str) -> Iterator[str]:
    for line in StringIO(written(table).decode()):
        if line.strip("\n") and not line.startswith("#"):
            yield line.rstrip("\n")


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
    yield from _named("companies.txt", ActorType.ORGANISATION)
    yield from _places()


def _sections(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    section = ""
    for line in _lines(table):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found.setdefault(section, []).extend(word.replace("_", " ") for word in line.split())
    return {name: frozenset(words) for name, words in found.items()}
