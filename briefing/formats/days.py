"""Publication dates as news files write them. Nothing is filled in: a day needs its day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from briefing.formats.zones import ZONE, read_shift

_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_OTHERS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
MONTHS: dict[str, int] = {name: n for names in _OTHERS for n, name in enumerate(names.split(), 1)}
MONTHS |= {name: n for n, name in enumerate(_ENGLISH, 1)} | {name[:3]: n for n, name in enumerate(_ENGLISH, 1)}
MONTHS["sept"] = 9
"""Month names, lower case, to their number."""

MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.]|\s?h\s?)(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    rf"\s?(?P<half>[ap]\.?m\b\.?)?\s?\(?(?:{ZONE})?\)?"
)
_DAY = re.compile(
    r"(?<![\w/.-])(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,2})?(?:"
    r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})"
    rf"|(?P<mon2>{MONTH})\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y2>\d{{4}})"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?[\s-](?:de\s|of\s)?(?P<mon3>{MONTH}),?[\s-](?:de\s)?(?P<y3>\d{{4}})"
    r"|(?P<a4>\d{1,2})(?P<sep4>[/.-])(?P<b4>\d{1,2})(?P=sep4)(?P<y4>\d{4})"
    r")(?!\d|[./-]\d)(?:\s?[,(]?\s?(?P<weekday2>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\)?)?",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:t|,?\s{{1,2}}(?:at\s|@\s|à\s|um\s|[-–|]\s)?)?{_CLOCK}(?!\d)", re.IGNORECASE)
_BEFORE = re.compile(rf"{_CLOCK},?\s{{0,2}}(?:on\s)?$", re.IGNORECASE)
_MONTH_DAY = re.compile(
    rf"\b(?:(?P<m>{MONTH})\s?(?P<d>\d{{1,2}})|(?P<e>\d{{1,2}})\s(?P<n>{MONTH}))\b(?!\d)", re.IGNORECASE
)
_OPENING = 600
_PLAIN_WEEKDAY = re.compile(
    r"(?<!last )(?<!next )(?<!previous )(?<!following )(?<!every )\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A date in a line: `start` and `end` count in that line; two `days` where the figures can be read both ways."""

    days: tuple[date, ...]
    start: int
    end: int
    words: str
    clock: time | None = None
    offset_minutes: int | None = None

    @property
    def is_ambiguous(self) -> bool:
        return len(self.days) > 1


def find_days(line: str) -> Iterator[FoundDay]:
    """Every complete date in a line, with the time of day beside it."""
    at = 0
    for hit in _DAY.finditer(line):
        days = _days(hit)
        if not days or hit.start() < at:
            continue
        start, end = hit.span()
        beside = _AFTER.match(line, end)
        if beside is None and (beside := _BEFORE.search(line, max(at, start - 24), start)):
            start = beside.start()
        elif beside:
            end = beside.end()
        clock, shift = _clock(beside) if beside else (None, None)
        at = end
        yield FoundDay(days, start, end, line[start:end].strip(), clock, shift)


def read_day(value: object) -> FoundDay | None:
    """The one date a field of a record gives, be it a string or seconds since 1970."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_seconds(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:120]
    compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?", text)
    found = next(find_days("-".join(compact.groups()) if compact else text), None)
    return replace(found, words=text) if found and compact else found


def settle(found: FoundDay, evidence: str) -> date | None:
    """The day meant by figures such as 03/04/2021: the one that a month or weekday in the text agrees with, or none."""
    if not found.is_ambiguous:
        return found.days[0]
    named = {(MONTHS[_name(h["m"] or h["n"])], int(h["d"] or h["e"])) for h in _MONTH_DAY.finditer(evidence[:4000])}
    agreed = [day for day in found.days if (day.month, day.day) in named]
    return agreed[0] if len(agreed) == 1 else None if agreed else _by_weekday(found.days, evidence[:_OPENING])


def _by_weekday(days: tuple[date, ...], opening: str) -> date | None:
    """News calls its own day by the weekday. The one weekday of the opening must fall on one of the days, and be
    neither the eve nor the morrow of the other."""
    named = {hit[1] for hit in _PLAIN_WEEKDAY.finditer(opening)}
    if len(named) != 1:
        return None
    wanted = _WEEKDAYS.index(named.pop()[:3].lower())
    apart = [min((day.weekday() - wanted) % 7, (wanted - day.weekday()) % 7) for day in days]
    agreed = [day for day, off in zip(days, apart, strict=True) if off == 0]
    return agreed[0] if len(agreed) == 1 and sorted(apart)[1] > 1 else None


def day_in_name(path: str) -> FoundDay | None:
    """A date in a file's name or in its folders: `2021-01-23-talks.txt`, `20210123.txt`, `2021/01/23/talks.txt`."""
    hits = list(_IN_NAME.finditer(path))
    for hit in reversed(hits):
        day = _date(int(hit["y"]), int(hit["m"]), int(hit["d"]))
        if day:
            return FoundDay((day,), hit.start("y"), hit.end("d"), path[hit.start("y") : hit.end("d")])
    return None


_IN_NAME = re.compile(r"(?<![0-9a-z])(?P<y>(?:19|20)\d{2})(?P<s>[-_./]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})(?![0-9a-z])")


def _name(word: str) -> str:
    return word.lower().rstrip(".")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days(hit: re.Match[str]) -> tuple[date, ...]:
    if hit["y1"]:
        found = [_date(int(hit["y1"]), int(hit["m1"]), int(hit["d1"]))]
    elif hit["y2"]:
        found = [_date(int(hit["y2"]), MONTHS[_name(hit["mon2"])], int(hit["d2"]))]
    elif hit["y3"]:
        found = [_date(int(hit["y3"]), MONTHS[_name(hit["mon3"])], int(hit["d3"]))]
    else:
        year, first, second = int(hit["y4"]), int(hit["a4"]), int(hit["b4"])
        found = [_date(year, second, first)]
        if hit["sep4"] != ".":  # with full stops the day comes first wherever they are used
            found.append(_date(year, first, second))
    days = sorted({day for day in found if day})
    named = hit["weekday"] or hit["weekday2"]
    if len(days) > 1 and named:
        wanted = _WEEKDAYS.index(named[:3].lower())
        days = [day for day in days if day.weekday() == wanted] or days
    return tuple(days)


def _clock(hit: re.Match[str]) -> tuple[time | None, int | None]:
    hour, half = int(hit["hour"]), (hit["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or int(hit["minute"]) > 59 or int(hit["second"] or 0) > 59:
        return None, None
    return time(hour, int(hit["minute"]), int(hit["second"] or 0)), read_shift(hit)


def _from_seconds(value: float) -> FoundDay | None:
    seconds = value / 1000 if abs(value) > 1e11 else value
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return FoundDay((moment.date(),), 0, 0, str(value), moment.time().replace(microsecond=0), 0)
