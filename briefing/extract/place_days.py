"""Placing days and hours: months and days without a year, weekdays, named days, clock times."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.extract.calendar import add_months, shifted, weekday_in_month
from briefing.extract.clock import Clock
from briefing.extract.holidays import FIXED, holiday
from briefing.extract.nearest import checked, nearest
from briefing.extract.thread import beside, ends, first_day, follows, is_fine, told_next, told_within
from briefing.model.when import Anchor, Precision

Placed = tuple[str | None, Anchor, str | None]
"""Value, anchor, guess."""
UNPLACED: Placed = (None, Anchor.NONE, None)
TOLD = ("that", "after", "before", "then")
"""Directions that hang on what was told before."""


def month_day(fields: list[str], clock: Clock) -> Placed:
    """A month or a day of it without a year."""
    tail, direction, *named = fields
    found = _month_day(tail, direction, clock)
    return _on_weekday(found, int(named[0][2:]), clock) if named else found


def nth_weekday(fields: list[str], clock: Clock) -> Placed:
    """The last Friday of May, the first Monday in June 2019."""
    count, number, month, where = int(fields[0]), int(fields[1]), fields[2], fields[3]
    is_said = where.isdigit()
    found: Placed = (f"{where}-{month}", Anchor.EXPLICIT, None) if is_said else _month_day(month, where, clock)
    value, anchor, _ = found
    if value is None or not value[:4].isdigit():
        return found
    day = weekday_in_month(int(value[:4]), int(month), number, count)
    return (day.isoformat(), anchor, None) if day else UNPLACED


def _on_weekday(found: Placed, number: int, clock: Clock) -> Placed:
    """The same day of the year before or after, where only there it is the weekday that was named."""
    value, anchor, _ = found
    if value is None or not value[:4].isdigit() or date.fromisoformat(value).isoweekday() == number:
        return found
    for shift in (-1, 1):
        other = checked(f"{int(value[:4]) + shift}{value[4:]}")
        if other and date.fromisoformat(other).isoweekday() == number and not clock.narrative:
            return other, anchor, None
    return found


def _month_day(tail: str, direction: str, clock: Clock) -> Placed:
    if clock.old is not None:
        return f"BC{clock.old:04d}-{tail}", Anchor.DISCOURSE, None
    if direction in TOLD:
        return _month_told(tail, direction, clock)
    is_now = direction in ("last", "next") or clock.will or (clock.is_now and not clock.goes_on)
    base, anchor = clock.base("story" if clock.narrative and not is_now else "pub")
    if base is not None and anchor is Anchor.DISCOURSE and clock.narrative:
        return checked(f"{base.year}-{tail}"), anchor, None
    usual = nearest(tail, direction, base) if base else None
    day = _of_story(tail, direction, usual, clock)
    if day is not None:
        return day.isoformat()[: 5 + len(tail)], Anchor.DISCOURSE, None
    if base is None:
        guess = f"{clock.guessed}-{tail}" if clock.guessed else None
        return f"XXXX-{tail}", Anchor.NONE, guess
    return usual, anchor, None


def _of_story(tail: str, direction: str, usual: str | None, clock: Clock) -> date | None:
    """The month or day where what was told before decides, not publication."""
    if direction == "future" and clock.is_end and clock.mention and clock.is_told_here:
        return ends(tail, clock.mention, usual, clock.published)
    is_now = clock.is_now and not clock.goes_on
    if year := _year_of_bound(direction, clock):
        return _not_to_come(first_day(tail, year), clock)
    if direction not in ("past", "open") or clock.is_since or is_now or not clock.thread:
        return None
    day = follows(tail, clock.thread, usual, clock.published, clock.goes_on)
    if day is not None and clock.goes_on and told_within(tail, day, clock.thread):
        return day
    return beside(tail, clock.dates, usual, clock.published) or day


def _year_of_bound(direction: str, clock: Clock) -> int | None:
    """The year told of in which something began or ended: in 2010 shops were bare from March until Easter."""
    is_bound = clock.is_start or (clock.is_end and direction == "past")
    return clock.year_told if is_bound and direction != "future" else None


def _not_to_come(day: date | None, clock: Clock) -> date | None:
    return day if day and (clock.published is None or day <= clock.published) else None


def _month_told(tail: str, direction: str, clock: Clock) -> Placed:
    base, anchor = clock.base("disc")
    if base is None:
        return f"XXXX-{tail}", Anchor.NONE, None
    if direction == "that":
        found = told_next(tail, clock.mention) if clock.mention and is_fine(clock.mention) else None
        year = found[0].year if found else base.year
    else:
        this = f"{base.year}-{tail}" > base.isoformat()[: 5 + len(tail)]
        year = base.year + (not this if direction == "after" else -this)
    return checked(f"{year}-{tail}"), anchor, None


def month_day_of_year(fields: list[str], clock: Clock) -> Placed:
    """A month or a day of it in a year counted from another."""
    base, anchor = clock.base(fields[2])
    if base is None:
        guess = f"{clock.guessed + int(fields[1])}-{fields[0]}" if clock.guessed and fields[2] == "pub" else None
        return f"XXXX-{fields[0]}", Anchor.NONE, guess
    return checked(f"{base.year + int(fields[1])}-{fields[0]}"), anchor, None


def weekday(fields: list[str], clock: Clock) -> Placed:
    """A weekday."""
    number, direction = int(fields[0]), fields[1]
    if direction in TOLD:
        return _weekday_told(number, direction, clock)
    base, anchor = clock.base("pub")
    if direction == "any":
        return UNPLACED
    if (
        clock.narrative
        and (base is None or not clock.is_near(base))
        and direction not in ("last", "next")
        and not clock.will
    ):
        return _weekday_nearest(number, clock)
    if base is None:
        return UNPLACED
    ahead = (number - base.isoweekday()) % 7
    if direction == "next":
        ahead = ahead or 7
    elif direction == "week":
        ahead += 7
    elif direction == "near":
        ahead -= 7 if ahead > 3 else 0
    elif direction not in ("future", "this") or (direction == "this" and ahead == 0):
        ahead -= 7 if ahead or direction == "last" else 0
    return (base + timedelta(days=ahead)).isoformat(), anchor, None


def weekday_of_week(fields: list[str], clock: Clock) -> Placed:
    """Saturday last week, Monday of this week."""
    base, anchor = clock.base(fields[2])
    if base is None:
        return UNPLACED
    ahead = int(fields[0]) - base.isoweekday() + 7 * int(fields[1])
    return (base + timedelta(days=ahead)).isoformat(), anchor, None


def _weekday_told(number: int, direction: str, clock: Clock) -> Placed:
    """That Tuesday, the following Tuesday: by the day told of last."""
    base, anchor = clock.base("disc")
    if base is not None and anchor is Anchor.DISCOURSE and clock.is_coarse("week"):
        base = clock.day_before()
    if base is None:
        return UNPLACED
    ahead = (number - base.isoweekday()) % 7
    if direction == "then":
        ahead -= 7 if ahead and anchor is Anchor.PUBLICATION else 0
    elif direction == "before":
        ahead -= 7
    elif direction == "after":
        ahead = ahead or 7
    elif ahead > 3:
        ahead -= 7
    return (base + timedelta(days=ahead)).isoformat(), anchor, None


def _weekday_nearest(number: int, clock: Clock) -> Placed:
    """In a history, the weekday nearest the day told of last."""
    base, anchor = clock.base("story")
    if base is None or anchor is not Anchor.DISCOURSE or clock.is_coarse("week"):
        return UNPLACED
    ahead = (number - base.isoweekday() + 3) % 7 - 3
    return (base + timedelta(days=ahead)).isoformat(), anchor, None


def day_of_month(fields: list[str], clock: Clock) -> Placed:
    """The 19th: of the month that was told of, or the next or the last of that number."""
    if len(fields) > 2:
        base, anchor = clock.base(fields[2])
        value = checked(f"{add_months(base, int(fields[1])).isoformat()[:7]}-{fields[0]}") if base else None
        return (value, anchor, None) if base else UNPLACED
    is_new = fields[1:] == ["future"] and not clock.is_told_here and not clock.narrative
    base, anchor = clock.base("pub" if is_new else "disc")
    if base is None:
        return UNPLACED
    if anchor is Anchor.DISCOURSE and clock.last and clock.last.precision is Precision.MONTH:
        return checked(f"{base.isoformat()[:7]}-{fields[0]}"), anchor, None
    ahead = anchor is Anchor.DISCOURSE or fields[1:] == ["future"]
    weights = (3, 1) if ahead else (1, 3 if fields[1:] == ["past"] else 1)
    options = []
    for shift in (-1, 0, 1):
        value = checked(f"{add_months(base.replace(day=1), shift).isoformat()[:7]}-{fields[0]}")
        if value and not (fields[1:] == ["past"] and clock.published and value > clock.published.isoformat()):
            off = (date.fromisoformat(value) - base).days
            options.append((abs(off) * weights[off > 0], value))
    return min(options)[1] if options else None, anchor, None


def named_day(fields: list[str], clock: Clock) -> Placed:
    """Christmas, Easter Monday, the new year."""
    name, where = fields[0], fields[1]
    shape = name.rsplit("-", 1)[-1] if name.endswith(("-weekend", "-week")) else ""
    key = name.removesuffix(f"-{shape}") if shape else name
    if len(fields) > 2:
        base, anchor = clock.base(fields[2])
        return (_shaped(holiday(key, base.year + int(where)), shape), anchor, None) if base else UNPLACED
    if where.isdigit():
        return _shaped(holiday(key, int(where)), shape), Anchor.EXPLICIT, None
    base, anchor = clock.base("disc" if where in TOLD else "told")
    if base is None:
        return f"XXXX-{FIXED[key]}" if key in FIXED and not shape else None, Anchor.NONE, None
    if where == "that" and anchor is Anchor.DISCOURSE and clock.is_year:
        return _shaped(holiday(key, base.year), shape), anchor, None
    if name == "new-year":
        return f"{base.year + (base.month > 2 or where not in ('past', 'last'))}", anchor, None
    days = [holiday(key, base.year + shift) for shift in (-1, 0, 1)]
    told = _year_of_bound(where, clock)
    if told and _not_to_come(holiday(key, told), clock):
        return _shaped(holiday(key, told), shape), Anchor.DISCOURSE, None
    if where in ("future", "next", "after"):
        day = min(d for d in days if d >= base)
    elif where in ("past", "last", "before"):
        day = max(d for d in days if d <= base)
    else:
        day = min(days, key=lambda day: abs(day - base))
    return _shaped(day, shape), anchor, None


def _shaped(day: date, shape: str) -> str:
    return shifted(day, shape, 0) if shape else day.isoformat()
