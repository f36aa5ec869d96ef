"""TIMEX3 values as intervals of days, and the arithmetic between them. Pure; knows no today."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from briefing.model.pattern import lazy
from briefing.model.when import Precision, When

_DAY = timedelta(days=1)
_DAY_LONG = 10
"""Characters of a day: 2021-01-23."""
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""The first and the last month of a season; 13 and 14 are of the next year."""
_VALUE = lazy(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<clock>T[\w:.+-]+)?)?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
)
_OPEN_FORMS = (
    (lazy(r"(?:PAST|PRESENT|FUTURE)_REF"), Precision.VAGUE),
    (lazy(r"P.*"), Precision.DURATION),
    (lazy(r".*T.*"), Precision.TIME),
    (lazy(r"XXXX-WXX(?:-\d)?|XXXX-XX-XX"), Precision.SET),
    (lazy(r"[\dX]{4}-[\dX]{2}-[\dX]{2}"), Precision.DAY),
    (lazy(r"[\dX]{4}-W.*"), Precision.WEEK),
    (lazy(r"[\dX]{4}-Q.*"), Precision.QUARTER),
    (lazy(r"[\dX]{4}-(?:SP|SU|FA|WI)"), Precision.SEASON),
    (lazy(r"(?:BC)?[\dX]{4}-[\dX]{2}"), Precision.MONTH),
    (lazy(r"BC\d{4}|[\dX]{4}"), Precision.YEAR),
)


def month_end(year: int, month: int) -> date:
    """The last day of a month; month 13 and 14 are January and February of the next year."""
    year, month = year + month // 12, month % 12 + 1
    return date(year, month, 1) - _DAY if year <= 9999 else date(9999, 12, 31)


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month."""
    ordinal = day.year * 12 + day.month - 1 + months
    year, month = ordinal // 12, ordinal % 12 + 1
    return date(year, month, min(day.day, month_end(year, month).day))


def weekday_in_month(year: int, month: int, weekday: int, which: int) -> date | None:
    """The first, second ... of a weekday in a month, -1 the last; None where the month has fewer."""
    first = date(year, month, 1)
    days = range(1 + (weekday - first.isoweekday()) % 7, month_end(year, month).day + 1, 7)
    at = which if which < 0 else which - 1
    return first.replace(day=days[at]) if at < len(days) else None


def week_value(day: date) -> str:
    """The ISO week that holds a day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def shifted(base: date, unit: str, number: int) -> str:
    """The value of the unit that lies `number` units from the one that holds `base`."""
    if unit == "day":
        return (base + timedelta(days=number)).isoformat()
    if unit in ("week", "weekend"):
        return week_value(base + timedelta(weeks=number)) + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return add_months(base, number).isoformat()[:7]
    if unit == "quarter":
        there = add_months(base, 3 * number)
        return f"{there.year}-Q{(there.month + 2) // 3}"
    if unit == "year":
        return f"{base.year + number:04d}"
    if unit == "decade":
        return f"{base.year // 10 + number:03d}"
    if unit == "season":
        there = add_months(base, 3 * number)
        return f"{there.year}-{('WI', 'SP', 'SU', 'FA')[there.month % 12 // 3]}"
    return f"{base.year // 100 + number:02d}"


_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def moved(value: str, start: date, unit: str, number: int) -> str | None:
    """The day, week or month `value`, which begins at `start`, so many units on; None outside the calendar."""
    months = _IN_MONTHS.get(unit, 0) * number
    if not 0 < start.year + months // 12 < 9999 or abs(number) > 9999:
        return None
    days = {"day": 1, "week": 7, "weeks": 7}.get(unit, 0) * number
    there = add_months(start, months) if months else start + timedelta(days=days)
    if "-W" in value:
        return week_value(there)
    return there.isoformat()[: len(value)]


@lru_cache(maxsize=1024)
def when_of(value: str | None, fallback: Precision) -> When:
    """Value, precision and interval together; `fallback` is the precision of what has no value."""
    if value is None:
        return When(None, fallback)
    if len(value) == _DAY_LONG and value[4] == value[7] == "-" and value.isascii() and value[0] != "X":
        try:
            day = date.fromisoformat(value)
        except ValueError:
            pass  # a set of days, or no day of the calendar
        else:
            return When(value, Precision.DAY, day, day)
    if "/" in value:
        return _range(value)
    if len(value) == 3 and value.isdecimal():
        return _years(value, Precision.DECADE, int(value) * 10, 10)
    if len(value) == 2 and value.isdecimal():
        return _years(value, Precision.RANGE, int(value) * 100, 100)
    match = _VALUE.fullmatch(value)
    if match and int(match["year"]):
        return _interval(value, match) or When(None, fallback)  # no calendar has 31 February
    for form, precision in _OPEN_FORMS:
        if form.fullmatch(value):
            return When(value, fallback if fallback is Precision.SET else precision)
    return When(value, fallback)


def _range(value: str) -> When:
    first, _, last = value.partition("/")
    start, end = when_of(first, Precision.DAY), when_of(last, Precision.DAY)
    if start.value is None or end.value is None:
        return When(None, Precision.RANGE)
    return When(value, Precision.RANGE, start.earliest, end.latest)


def _years(value: str, precision: Precision, year: int, count: int) -> When:
    if not year:
        return When(value, precision)
    return When(value, precision, date(year, 1, 1), date(year + count - 1, 12, 31))


def _interval(value: str, match: re.Match[str]) -> When | None:
    year = int(match["year"])
    try:
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"]))
            return When(value, Precision.TIME if match["clock"] else Precision.DAY, day, day)
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1)
            first = monday + 5 * _DAY if match["weekend"] else monday
            return When(value, Precision.WEEK, first, monday + 6 * _DAY)
        first_month, last_month, precision = _months(match)
        return When(value, precision, date(year, first_month, 1), month_end(year, last_month))
    except (ValueError, OverflowError):
        return None


def _months(match: re.Match[str]) -> tuple[int, int, Precision]:
    if match["month"]:
        return int(match["month"]), int(match["month"]), Precision.MONTH
    if match["quarter"]:
        return int(match["quarter"]) * 3 - 2, int(match["quarter"]) * 3, Precision.QUARTER
    if match["half"]:
        return int(match["half"]) * 6 - 5, int(match["half"]) * 6, Precision.RANGE
    if match["season"]:
        return *SEASON_MONTHS[match["season"]], Precision.SEASON
    return 1, 12, Precision.YEAR
