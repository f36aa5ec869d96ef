"""Dates as news files write them. Nothing is filled in: a day needs its day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from briefing.formats.clocks import clock_after, clock_before
from briefing.formats.months import MONTH, WEEKDAY, month_number, weekday_number
from briefing.model.pattern import lazy

_FIRST_YEAR, _LAST_YEAR = 1600, 2199
_DAY = lazy(
    rf"(?<![\w/.-])(?:(?P<weekday>{WEEKDAY})\.?,?\s{{1,2}}(?:the\s)?)?(?:"
    r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})"
    r"|(?P<y6>(?:19|20)\d\d)(?P<m6>\d\d)(?P<d6>\d\d)"
    rf"|(?P<y5>\d{{4}})[\s-](?P<mon5>{MONTH})[\s-](?P<d5>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<d8>\d\d)(?P<h8>[0-2]\d[0-5]\d)Z\s(?P<mon8>{MONTH})\s(?P<y8>\d{{4}}|\d\d)"
    r"|(?P<y7>\d{4})年(?P<m7>\d{1,2})月(?P<d7>\d{1,2})日"
    rf"|(?P<mon2>{MONTH})\.?[\s/-]{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,2}}|[\s/-]{{1,2}})"
    r"(?:(?P<between>\d{1,2}:\d\d(?::\d\d)?)\s(?:[a-z]{1,4}\s|[+-]\d{4}\s)?)?(?P<y2>\d{4}|['’]\d\d)"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?[\s/-]?(?:de\s|of\s)?(?P<mon3>{MONTH})\.?(?:,\s{{0,2}}|[\s/-]{{0,2}})(?:de\s)?"
    r"(?P<y3>\d{4}|['’]\d\d|(?<=[/-])\d\d|\d\d$)"
    r"|(?P<a4>\d{1,2})(?P<sep4>[/-]|\.\s?)(?P<b4>\d{1,2})(?P=sep4)(?P<y4>\d{4}|\d\d)"
    rf")(?!\d|:\d|[./-]\d)(?:\s?[,(]?\s?(?P<weekday2>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\)?)?",
    re.IGNORECASE,
)
_MAY_HOLD_ONE = lazy(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d|['’/-]\d\d|\d [^\W\d_]{3,10}\.? \d\d$|\dZ |\d\. ?\d{1,2}\. ?\d\d")
_COMPACT = lazy(r"(\d{4})(\d{2})(\d{2})(?:[T ]?\d{4,6}(?:Z|[+-]\d{4})?)?")
_IN_NAME = lazy(
    r"(?<![0-9a-z])(?:(?P<y>(?:19|20)\d{2})(?P<s>[-_./]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})"
    r"|(?P<a>\d{1,2})(?P<t>[-_.])(?P<b>\d{1,2}|[A-Za-z]{3,9})(?P=t)(?P<z>(?:19|20)\d{2}))(?![0-9a-su-z]|t(?!\d))"
)
_HOLDERS = ("$date", "date", "datetime", "iso", "value", "published", "text")


class FoundDay(NamedTuple):
    """A date in a line: `start` and `end` count in that line; two `days` where the figures can be read both ways,
    the one with the day first before the one with the month first."""

    days: tuple[date, ...]
    start: int
    end: int
    words: str
    clock: time | None = None
    offset_minutes: int | None = None
    weekday: int | None = None
    """The weekday written beside it, right or wrong; Monday is 0."""
    day_first: bool | None = None
    """How figures such as 25/04/2021 must be read; None where both ways would do, and for all other forms."""

    @property
    def is_ambiguous(self) -> bool:
        return len(self.days) > 1

    @property
    def has_wrong_weekday(self) -> bool:
        """Whether the weekday beside it is that of none of its days."""
        return self.weekday is not None and all(day.weekday() != self.weekday for day in self.days)


def find_days(line: str) -> Iterator[FoundDay]:
    """Every complete date in a line, with the time of day beside it."""
    if not _MAY_HOLD_ONE.search(line):
        return
    at = look = 0
    while hit := _DAY.search(line, look):
        found = _found(hit)
        if not found:
            look = hit.start() + 1
            continue
        start, end = hit.span()
        beside = clock_after(line, end)
        if beside:
            end = beside.end
        elif beside := clock_before(line, at, start):
            start = beside.start
        clock, shift = (beside.at, beside.offset_minutes) if beside else (None, None)
        if hit["between"]:
            hour, minute = map(int, hit["between"].split(":")[:2])
            clock = time(hour, minute) if hour < 24 and minute < 60 else None
        at = look = end
        yield found._replace(start=start, end=end, words=line[start:end].strip(), clock=clock, offset_minutes=shift)


def read_day(value: object) -> FoundDay | None:
    """The one date a field of a record gives, be it a string, an object that holds one, or seconds since 1970."""
    if isinstance(value, bool):
        return None
    if isinstance(value, dict):
        return next((found for name in _HOLDERS if name in value and (found := _read_plain(value[name]))), None)
    return _read_plain(value)


def _read_plain(value: object) -> FoundDay | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_number(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:120]
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        return _from_number(int(text))
    compact = _COMPACT.fullmatch(text)
    found = next(find_days("-".join(compact.groups()) if compact else text), None)
    return found._replace(words=text) if found and compact else found


def day_in_name(path: str) -> FoundDay | None:
    """A date in a file's name or folders: `2021-01-23-talks.txt`, `20210123.txt`, `2021/01/23/a.txt`, `3-may-2021`."""
    if not any(c.isdigit() for c in path):
        return None
    for hit in reversed(list(_IN_NAME.finditer(path))):
        if hit["y"]:
            days = _real((int(hit["y"]), int(hit["m"]), int(hit["d"])))
        else:
            year, first, second = int(hit["z"]), int(hit["a"]), hit["b"]
            if second.isdigit():
                days = _real((year, int(second), first), (year, first, int(second)))
            else:
                days = _real((year, month_number(second), first))
        if days:
            return FoundDay(days, hit.start(), hit.end(), hit[0])
    return None


def _real(*triples: tuple[int, int, int]) -> tuple[date, ...]:
    """The days that exist among year, month, day; each once."""
    days = []
    for year, month, day in triples:
        try:
            days += [date(year, month, day)] if _FIRST_YEAR <= year <= _LAST_YEAR else []
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))


def _found(hit: re.Match[str]) -> FoundDay | None:
    day_first = None
    if hit["y4"]:
        year, first, second = _year(hit["y4"]), int(hit["a4"]), int(hit["b4"])
        # With full stops the day comes first wherever they are used.
        days = _real((year, second, first), *([(year, first, second)] if hit["sep4"][0] != "." else []))
        day_first = None if len(days) > 1 or first == second else days[:1] == _real((year, second, first))
    elif hit["y1"] or hit["y6"] or hit["y7"]:
        n = "1" if hit["y1"] else "6" if hit["y6"] else "7"
        days = _real((int(hit["y" + n]), int(hit["m" + n]), int(hit["d" + n])))
    else:
        n = next(n for n in "2358" if hit["y" + n])
        days = _real((_year(hit["y" + n]), month_number(hit["mon" + n]), int(hit["d" + n])))
    named = hit["weekday"] or hit["weekday2"]
    weekday = weekday_number(named) if named else None
    if len(days) > 1 and weekday is not None:
        days = tuple(day for day in days if day.weekday() == weekday) or days
    return FoundDay(days, 0, 0, "", None, None, weekday, day_first) if days else None


def _year(digits: str) -> int:
    """Two figures are read as POSIX does: 69 to 99 in the twentieth century."""
    digits = digits.lstrip("'’")
    return int(digits) if len(digits) > 2 else int(digits) + (1900 if int(digits) > 68 else 2000)


def _from_number(value: float) -> FoundDay | None:
    """Seconds or milliseconds since 1970, or the eight figures of a day; a year alone is no day."""
    if isinstance(value, int) and 16_000_000 <= value < 22_000_000:
        text = str(value)
        days = _real((int(text[:4]), int(text[4:6]), int(text[6:])))
        return FoundDay(days, 0, 0, text) if days else None
    seconds = value / 1000 if abs(value) > 1e11 else value
    if not 1e7 < abs(seconds) < 1e11:
        return None
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return FoundDay((moment.date(),), 0, 0, str(value), moment.time().replace(microsecond=0), 0)
