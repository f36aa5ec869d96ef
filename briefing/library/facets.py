"""Counts of a result by who, when, source, tag and read state, from the columns of the store and the notebook."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from heapq import nlargest
from operator import itemgetter

from briefing.library.column import in_parts, read_numbers
from briefing.library.facts import Marks
from briefing.library.tallies import count_entries
from briefing.model.facet import Facet, FacetName, FacetRow, Facets
from briefing.model.fold import fold
from briefing.model.numbers import Numbers

_MONTHS_UP_TO = 12
"""A result that spans more months than this is counted by years."""
_UNDATED = "undated"
_ROWS = 5000
"""Rows held at a time."""


ALL = frozenset(FacetName)


def count_facets(
    db: sqlite3.Connection,
    among: Numbers,
    marks: Callable[[], Marks],
    limit: int,
    names: Collection[FacetName] = ALL,
) -> Facets:
    """At most `limit` rows a facet; only those of `names`, and not one of which nothing is known."""
    facets: list[Facet] = []
    if FacetName.WHO in names:
        facets.append(_by_actor(db, among, limit))
    if FacetName.WHEN in names or FacetName.SOURCE in names:
        days, sources = _days_and_sources(db, among)
        facets.append(_by_day(days, limit))
        facets.append(_facet(FacetName.SOURCE, sources, limit, lambda source: f"source:{quoted(source)}"))
    if FacetName.TAG in names:
        facets.append(_by_tag(db, among, marks, limit))
    if FacetName.STATE in names:
        facets.append(_by_state(db, among, marks))
    return Facets(len(among), tuple(facet for facet in facets if facet.rows and facet.name in names))


def _days_and_sources(db: sqlite3.Connection, among: Numbers) -> tuple[Counter[int | None], Counter[str]]:
    """How many articles have each, told together; outlets that differ in case only are one."""
    columns = (
        "SELECT day, source FROM json_each(?) AS asked CROSS JOIN articles INDEXED BY articles_columns "
        "ON articles.number = asked.value"
    )
    days: Counter[int | None] = Counter()
    spellings: Counter[str] = Counter()
    for part in in_parts(among):
        found = db.execute(columns, (part,))
        while rows := found.fetchmany(_ROWS):
            days.update(map(itemgetter(0), rows))
            spellings.update(map(itemgetter(1), rows))
    sources: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for source, count in sorted(spellings.items()):
        if source:
            sources[spelled.setdefault(fold(source), source)] += count
    return days, sources


def quoted(value: str) -> str:
    """A value as it is written after the colon of a field."""
    return value if value.isalnum() else '"' + value.replace('"', " ") + '"'


def _facet(name: FacetName, counts: Mapping[str, int], limit: int, part: Callable[[str], str]) -> Facet:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple(FacetRow(label, count, part(label)) for label, count in ordered[:limit])
    return Facet(name, rows, max(len(ordered) - limit, 0))


def _by_actor(db: sqlite3.Connection, among: Numbers, limit: int) -> Facet:
    counts = count_entries(db, among)
    for (ignored,) in db.execute("SELECT number FROM actor WHERE ignored"):
        counts.pop(ignored, None)
    least = min(nlargest(limit, counts.values()), default=0)
    most = sorted((-count, entry) for entry, count in counts.items() if count >= least)
    rows = [_actor_row(db, entry, -count) for count, entry in most[:limit]]
    return Facet(FacetName.WHO, tuple(rows), max(len(counts) - limit, 0))


def _actor_row(db: sqlite3.Connection, entry: int, articles: int) -> FacetRow:
    named = "SELECT name FROM actor_name WHERE actor = ? ORDER BY alias, uses DESC, name DESC LIMIT 1"
    name = str(db.execute(named, (entry,)).fetchone()[0])
    return FacetRow(name, articles, f"who:{quoted(name)}")


def _by_day(days: Mapping[int | None, int], limit: int) -> Facet:
    """Months or years, the newest first; the undated last."""
    months: Counter[str] = Counter()
    for day, count in days.items():
        months[date.fromordinal(day).isoformat()[:7] if day else _UNDATED] += count
    if len(months) > _MONTHS_UP_TO:
        years: Counter[str] = Counter()
        for month, count in months.items():
            years[month if month == _UNDATED else month[:4]] += count
        months = years
    ordered = sorted(months, key=lambda each: (each != _UNDATED, each), reverse=True)
    rows = [FacetRow(each, months[each], f"is:{each}" if each == _UNDATED else f"pub:{each}") for each in ordered]
    return Facet(FacetName.WHEN, tuple(rows[:limit]), max(len(rows) - limit, 0))


def _by_tag(db: sqlite3.Connection, among: Numbers, marks: Callable[[], Marks], limit: int) -> Facet:
    """Goes through the articles that have a tag, however many there are besides."""
    words = marks().tags.by_article
    counts: Counter[str] = Counter()
    if words:
        named = "SELECT number, id FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        for number, article in db.execute(named, (json.dumps(list(words)),)):
            if number in among:
                counts.update(words[article])
    return _facet(FacetName.TAG, counts, limit, lambda word: f"tag:{quoted(word)}")


def _by_state(db: sqlite3.Connection, among: Numbers, marks: Callable[[], Marks]) -> Facet:
    read, starred = (_marked(db, among, ids) for ids in (marks().read_ids(), marks().starred_ids()))
    counts = (("unread", len(among) - read), ("read", read), ("starred", starred))
    return Facet(FacetName.STATE, tuple(FacetRow(name, count, f"is:{name}") for name, count in counts if count))


def _marked(db: sqlite3.Connection, among: Numbers, ids: Iterable[str]) -> int:
    named = "SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?))"
    return sum(number in among for number in read_numbers(db, named, json.dumps(list(ids))))
