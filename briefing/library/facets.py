"""Counts of a result by who, when, source and read state, from the columns of the store."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop
from itertools import chain

from briefing.library.column import in_parts, read_numbers
from briefing.library.facts import Marks
from briefing.model.facet import Facet, FacetName, FacetRow, Facets
from briefing.model.fold import fold
from briefing.model.numbers import Numbers

_MONTHS_UP_TO = 12
"""A result that spans more months than this is counted by years."""
_UNDATED = "undated"


def count_facets(db: sqlite3.Connection, among: Numbers, marks: Callable[[], Marks], limit: int) -> Facets:
    """At most `limit` rows a facet; one of which nothing is known is left out."""
    asked = in_parts(among)
    columns = (
        "SELECT day, source, count(*) FROM json_each(?) AS asked CROSS JOIN articles INDEXED BY articles_columns "
        "ON articles.number = asked.value GROUP BY day, source"
    )
    days: Counter[int | None] = Counter()
    sources: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for day, source, count in chain.from_iterable(db.execute(columns, (part,)) for part in asked):
        days[day] += count
        if source:
            sources[spelled.setdefault(fold(source), source)] += count
    facets = (
        _by_actor(db, asked, limit),
        _by_day(days, limit),
        _facet(FacetName.SOURCE, sources, limit, lambda source: f"source:{quoted(source)}"),
        _by_state(db, among, marks),
    )
    return Facets(len(among), tuple(facet for facet in facets if facet.rows))


def quoted(value: str) -> str:
    """A value as it is written after the colon of a field."""
    return value if value.isalnum() else '"' + value.replace('"', " ") + '"'


def _facet(name: FacetName, counts: Mapping[str, int], limit: int, part: Callable[[str], str]) -> Facet:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple(FacetRow(label, count, part(label)) for label, count in ordered[:limit])
    return Facet(name, rows, max(len(ordered) - limit, 0))


def _by_actor(db: sqlite3.Connection, asked: Sequence[str], limit: int) -> Facet:
    """Sums of what is counted with an entry could count an article twice, so that those few are counted apart."""
    among = "SELECT actor FROM json_each(?) AS asked CROSS JOIN appearance ON article = asked.value"
    sums: Counter[int] = Counter()
    for part in asked:
        sums.update(read_numbers(db, among, part))
    merged = "SELECT number, entry FROM actor WHERE number IN (SELECT value FROM json_each(?)) AND entry <> number"
    members: dict[int, list[int]] = {}
    for actor, entry in db.execute(merged, (json.dumps(list(sums)),)).fetchall():
        members.setdefault(entry, [entry]).append(actor)
        sums[entry] += sums.pop(actor)
    for (ignored,) in db.execute("SELECT number FROM actor WHERE ignored"):
        sums.pop(ignored, None)
    waiting = [(-count, entry) for entry, count in sums.items()]
    heapify(waiting)
    exact: list[tuple[int, int]] = []
    while waiting and (len(exact) < limit or -waiting[0][0] >= -exact[limit - 1][0]):
        count, entry = heappop(waiting)  # no sum is less than its exact count
        exact.append((-_distinct(db, asked, members[entry]) if entry in members else count, entry))
        exact.sort()
    rows = [_actor_row(db, entry, -count) for count, entry in exact[:limit]]
    return Facet(FacetName.WHO, tuple(rows), max(len(sums) - limit, 0))


def _distinct(db: sqlite3.Connection, asked: Sequence[str], actors: Sequence[int]) -> int:
    naming = "SELECT DISTINCT article FROM appearance WHERE actor IN (SELECT value FROM json_each(?))"
    both = f"SELECT count(*) FROM ({naming}) WHERE article IN (SELECT value FROM json_each(?))"
    return sum(int(db.execute(both, (json.dumps(actors), part)).fetchone()[0]) for part in asked)


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


def _by_state(db: sqlite3.Connection, among: Numbers, marks: Callable[[], Marks]) -> Facet:
    read, starred = (_marked(db, among, ids) for ids in (marks().read_ids(), marks().starred_ids()))
    counts = (("unread", len(among) - read), ("read", read), ("starred", starred))
    return Facet(FacetName.STATE, tuple(FacetRow(name, count, f"is:{name}") for name, count in counts if count))


def _marked(db: sqlite3.Connection, among: Numbers, ids: Iterable[str]) -> int:
    named = "SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?))"
    return sum(number in among for number in read_numbers(db, named, json.dumps(list(ids))))
