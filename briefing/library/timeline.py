"""Claims and articles over time, counted by the store's indices: Python sees a row a day, not a row a claim."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from briefing.library.bearers import MEMBERS
from briefing.library.claims import NOT_IGNORED
from briefing.library.column import listed
from briefing.library.told_once import once
from briefing.model.grain import Grain, first_day, fitting, last_day, step_of
from briefing.model.numbers import Numbers
from briefing.model.timeline import Bucket, Timeline, TimelineAsk

Counted = tuple[int, int, int, int, int]
"""First day and last day as ordinals; how many claims are exact, coarse and guessed."""

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_TAIL = 0.05
_EXACT, _COARSE, _GUESSED, _WIDE, _ARTICLES = range(5)


def count_timeline(db: sqlite3.Connection, ask: TimelineAsk, among: Numbers | None) -> Timeline:
    """The claims of all articles, or of those among, by the steps in which their times begin."""
    where, values = _where(ask, among, "article", f"actor IN ({MEMBERS})")
    if ask.actor is None:
        where = f"{where} AND {NOT_IGNORED}"
    if not ask.every:
        told, more = once(among)
        where, values = f"{where} AND {told}", [*values, *more]
    since = ask.since.toordinal() if ask.since else _FIRST
    until = ask.until.toordinal() if ask.until else _LAST
    published = list(_published(db, ask, among, since, until))
    claims = list(_claims(db, where, values, since, until))
    grain = ask.grain or _grain(ask, chain(published, ((day, sum(counts)) for day, _, *counts in claims)))
    buckets = gather(claims, published, grain)
    open_times = f"earliest IS NULL AND guess_first IS NULL AND {where}"
    return Timeline(
        grain,
        buckets,
        ask.since or (buckets[0].first if buckets else None),
        ask.until or (buckets[-1].last if buckets else None),
        _before(db, where, values, since) if ask.since else 0,
        int(db.execute(f"SELECT count(*) FROM claim WHERE {open_times}", values).fetchone()[0]),
        _undated(db, ask, among),
    )


def gather(claims: Iterable[Counted], published: Iterable[tuple[int, int]], grain: Grain) -> tuple[Bucket, ...]:
    """Counts of days as counts of steps, in order; a claim counts in the step in which its time begins."""
    steps: dict[int, list[int]] = {}
    step, starts, ends = 0, 0, -1
    for first, last, exact, coarse, guessed in claims:
        if not starts <= first <= ends:
            step = step_of(date.fromordinal(first), grain)
            starts, ends = first_day(step, grain).toordinal(), last_day(step, grain).toordinal()
        counts = steps.setdefault(step, [0] * 5)
        counts[_EXACT] += exact
        counts[_COARSE] += coarse
        counts[_GUESSED] += guessed
        counts[_WIDE] += coarse if last > ends else 0
    for day, articles in published:
        counts = steps.setdefault(step_of(date.fromordinal(day), grain), [0] * 5)
        counts[_ARTICLES] += articles
    return tuple(Bucket(first_day(at, grain), last_day(at, grain), *steps[at]) for at in sorted(steps))


def _where(ask: TimelineAsk, among: Numbers | None, article: str, of_actor: str) -> tuple[str, list[Any]]:
    """What narrows a count: to articles by the column of their number, to the actor by `of_actor`."""
    conditions: list[str] = ["true"]
    values: list[Any] = []
    if ask.actor is not None:
        conditions.append(of_actor)
        values.append(ask.actor)
    if among is not None:
        conditions.append(f"{article} IN (SELECT value FROM json_each(?))")
        values.append(listed(among))
    return " AND ".join(conditions), values


def _claims(db: sqlite3.Connection, where: str, values: list[Any], since: int, until: int) -> Iterator[Counted]:
    """Placed and guessed ones, a row for each pair of days."""
    for first, last in (("earliest", "latest"), ("guess_first", "guess_last")):
        yield from db.execute(
            f"SELECT {first}, {last}, sum(sure = 0), sum(sure = 1), sum(sure = 2) FROM claim "
            f"WHERE {first} BETWEEN ? AND ? AND {where} GROUP BY {first}, {last}",
            (since, until, *values),
        )


def _before(db: sqlite3.Connection, where: str, values: list[Any], since: int) -> int:
    total = 0
    for first, last in (("earliest", "latest"), ("guess_first", "guess_last")):
        asked = f"SELECT count(*) FROM claim WHERE {first} < ? AND {last} >= ? AND {where}"
        total += int(db.execute(asked, (since, since, *values)).fetchone()[0])
    return total


def _published(
    db: sqlite3.Connection, ask: TimelineAsk, among: Numbers | None, since: int, until: int
) -> Iterator[tuple[int, int]]:
    """How many of the articles came out on each day."""
    where, values = _coverage(ask, among)
    asked = f"SELECT day, count(*) FROM articles WHERE day BETWEEN ? AND ? AND {where} GROUP BY day"
    yield from db.execute(asked, (since, until, *values))


def _undated(db: sqlite3.Connection, ask: TimelineAsk, among: Numbers | None) -> int:
    where, values = _coverage(ask, among)
    return int(db.execute(f"SELECT count(*) FROM articles WHERE day IS NULL AND {where}", values).fetchone()[0])


def _coverage(ask: TimelineAsk, among: Numbers | None) -> tuple[str, list[Any]]:
    """The articles whose days are counted: those that name the actor, those among."""
    return _where(ask, among, "number", f"number IN (SELECT article FROM appearance WHERE actor IN ({MEMBERS}))")


def _grain(ask: TimelineAsk, days: Iterable[tuple[int, int]]) -> Grain:
    """By the days asked for; where one is open, by those between which nine tenths lie: one claim may be of 1066."""
    middle = _middle(days)
    first, last = ask.since or middle[0], ask.until or middle[-1]
    return fitting(first, last, ask.width)


def _middle(days: Iterable[tuple[int, int]]) -> tuple[date, date]:
    """The days between which nine tenths of all that is counted lie."""
    counts: Counter[int] = Counter()
    for day, count in days:
        counts[day] += count
    tail = counts.total() * _TAIL
    ends = []
    for order in (sorted(counts), sorted(counts, reverse=True)):
        passed = 0
        for day in order:
            passed += counts[day]
            if passed > tail:
                ends.append(date.fromordinal(day))
                break
    return (ends[0], ends[1]) if ends else (date.min, date.min)
