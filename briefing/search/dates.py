"""Dates of a query: a year, a month, a day, or a range of them. Nothing is counted from today."""

from __future__ import annotations

from datetime import date

from briefing.model.pattern import lazy
from briefing.model.query import Period

_DATE = lazy(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


class NotADate(ValueError):
    """Says what is wrong with it, in words."""


def period(words: str) -> Period:
    """`2021`, `2021-01`, `2021-01-23`, `2021-01..2021-03`, `..2020`, `2022..`."""
    start, dots, end = words.partition("..")
    if not dots:
        return _interval(words)
    if not start and not end:
        raise NotADate("a range needs a date on one side at least")
    earliest = _interval(start).earliest if start else None
    latest = _interval(end).latest if end else None
    if earliest and latest and earliest > latest:
        raise NotADate("the range runs backwards")
    return Period(earliest, latest)


def started_period(words: str) -> Period | None:
    """As much of a half-typed date as is one: `2021-` and `2021-0` are 2021, `20` is nothing yet."""
    for end in range(len(words), 3, -1):
        try:
            return period(words[:end])
        except NotADate:
            continue
    return None


def _interval(words: str) -> Period:
    found = _DATE.fullmatch(words)
    if not found:
        raise NotADate("a date is a year, 2021-01 or 2021-01-23")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise NotADate("there is no such day: months go from 01 to 12, days to the month's last") from None
    if day:
        return Period(first, first)
    from calendar import monthrange

    last = month or 12
    return Period(first, date(first.year, last, monthrange(first.year, last)[1]))
