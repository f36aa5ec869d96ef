"""Placing an hour or a part of a day that names no day, and hours counted from another."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from briefing.extract.clock import Clock
from briefing.extract.place_days import UNPLACED, Placed
from briefing.model.when import Anchor, When

_STALE, _LONG_AGO = timedelta(days=3), timedelta(days=60)
"""A day that far from publication is no longer that of an hour in another paragraph, unless the story is an old one."""
_EVENING, _EARLY = ("TEV", "TNI"), ("TMO",)
_MIDNIGHT, _LATE = 24, 19
"""What was done at a later hour and is told on a day without naming another was done on the day before."""


def hour(fields: list[str], clock: Clock) -> Placed:
    """An hour or part of a day: of the day something last happened on, else of publication."""
    direction, part = fields
    if direction == "head":
        return _entry(part, clock)
    last, published = clock.day, clock.published
    day = last.earliest if last else None
    if day and published and not clock.is_day_here and _STALE < published - day < _LONG_AGO:
        day = last = None
    if direction == "over" and published and day and not clock.is_day_here and published - day < _STALE:
        day = last = None  # overnight is the night before the reader's morning, whatever was told further up
    if clock.will and published and (day is None or day < published):
        day, last = published, None
    elif day and published and day > published and direction != "future":
        day = last = None
    anchor = Anchor.DISCOURSE
    if day is None:
        if published is None:
            return UNPLACED
        day = published if direction == "over" else clock.lead or published
        anchor = Anchor.PUBLICATION
    if day == published and _is_of_the_night_before(direction, part, clock, last):
        day -= timedelta(days=1)
    elif last and _is_night(last.value) and _is_next_day(direction, part, _hour_of(last.value)):
        day += timedelta(days=1)
    return day.isoformat() + part, anchor, None


def _entry(part: str, clock: Clock) -> Placed:
    """The hour at the head of an entry, as they follow each other on the day of publication and past midnight."""
    before = clock.entry
    day = date.fromisoformat(before[:10]) if before else clock.published
    if day is None:
        return UNPLACED
    if before and (_hour_of(before) or 0) >= _LATE and _is_early(part):
        day += timedelta(days=1)
    clock.entry = day.isoformat() + part
    return clock.entry, Anchor.DISCOURSE if before else Anchor.PUBLICATION, None


def _is_of_the_night_before(direction: str, part: str, clock: Clock, last: When | None) -> bool:
    """What has been done at night, or late on a day that this paragraph does not name, is told on the morning after."""
    if direction == "over":
        return last is None or _hour_of(last.value) is None
    if last and clock.is_day_here:
        return False
    at = _hour_in(part) or 0
    return at > _LATE and (direction == "past" or (at == _MIDNIGHT and direction == "open" and not clock.will))


def _is_next_day(direction: str, part: str, told: int | None) -> bool:
    at = _hour_in(part)
    return _is_early(part) or (direction == "future" and (told is None or at is None or at <= told))


def _hour_of(value: str | None) -> int | None:
    return _hour_in((value or "")[10:])


def _hour_in(part: str) -> int | None:
    return int(part[1:3]) if part[1:3].isdigit() else None


def _is_night(value: str | None) -> bool:
    told = _hour_of(value)
    return bool(value) and (str(value)[10:] in _EVENING or (told is not None and 18 <= told < 24))


def _is_early(part: str) -> bool:
    at = _hour_in(part)
    return part in _EARLY or (at is not None and at < 9)


_SAME_DAY = 6
"""Hours after what is told of a day that mostly end on that day."""


def hours_off(fields: list[str], clock: Clock) -> Placed:
    """Hours or minutes from the hour told last; a few of them (0) from a day are that day; else a length."""
    unit, count = fields[0], int(fields[1])
    value = clock.day.value if clock.day else None
    at = _hour_of(value)
    is_near = (unit == "M" or 0 <= count <= _SAME_DAY) and (at is None or not count)
    if value and clock.is_day_here and is_near and not _is_night(value):
        return value[:10], Anchor.DISCOURSE, None
    if value is None or at is None or at > 23 or not count:
        return f"PT{abs(count) or 'X'}{unit}", Anchor.NONE, None
    minutes = int(value[14:16]) if value[14:16].isdigit() else 0
    start = datetime.combine(date.fromisoformat(value[:10]), time(at, minutes))
    moved = start + (timedelta(hours=count) if unit == "H" else timedelta(minutes=count))
    return moved.isoformat(timespec="minutes"), Anchor.DISCOURSE, None
