"""Placing what is longer than a day: seasons, quarters, weekends, units counted from another time."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.extract.calendar import SEASON_MONTHS, shifted
from briefing.extract.clock import Clock
from briefing.extract.place_days import TOLD, UNPLACED, Placed
from briefing.extract.thread import is_fine
from briefing.model.when import Anchor

_FRESH = timedelta(days=300)
"""A season that near is the last one."""
_EARLY = 3
"""Months of a year in which reports are of the year before."""
_REPORTED = 3
"""Months after its end in which a quarter that is still to be reported on is meant, not the next of that name."""
_NEWS = ("weekend",)
"""Units that `this` names from publication even in a history."""


def season(fields: list[str], clock: Clock) -> Placed:
    """A season without a year."""
    name, direction = fields
    if clock.old is not None:
        return f"BC{clock.old:04d}-{name}", Anchor.DISCOURSE, None
    base, anchor = clock.base("disc" if direction in TOLD else "told")
    if base is None:
        return None, Anchor.NONE, f"{clock.guessed}-{name}" if clock.guessed else None
    start, end = SEASON_MONTHS[name]
    year = base.year
    if direction == "after":
        year += start <= base.month
    elif direction == "before":
        year -= end >= base.month
    elif _is_of_story(start, direction, clock):
        year, anchor = _year_of_story(start, clock), Anchor.DISCOURSE
    elif direction != "that" and (anchor is not Anchor.DISCOURSE or direction in ("next", "last")):
        if direction in ("future", "next"):
            year += end < base.month
        elif direction == "last":
            year -= end >= base.month
        elif direction in ("past", "open"):
            year -= start > base.month
    return f"{year}-{name}", anchor, None


def _is_of_story(start: int, direction: str, clock: Clock) -> bool:
    """Whether a season is one of a story of the past: in June 2014 they got it and kept it until the autumn."""
    told, published = clock.thread, clock.published
    if clock.year_told and clock.is_end and direction == "past" and not clock.is_since:
        return published is None or date(clock.year_told, start, 1) <= published
    looks_back = direction == "past" or (direction == "future" and clock.is_end)
    if not (looks_back and clock.goes_on and told and told.latest and is_fine(told)) or clock.is_since:
        return False
    begins = date(_year_of_story(start, clock), start, 1)
    return published is None or begins <= (published if direction == "future" else published - _FRESH)


def _year_of_story(start: int, clock: Clock) -> int:
    told = clock.thread.latest if clock.thread else None
    return told.year + (start + 2 < told.month) if told else 0


def part_of_year(fields: list[str], clock: Clock) -> Placed:
    """A quarter or half of a year."""
    name, where = fields[0], fields[1]
    base, anchor = clock.base(fields[2] if len(fields) > 2 else "pub")
    if base is None:
        return UNPLACED
    if len(fields) > 2:
        return f"{base.year + int(where)}-{name}", anchor, None
    last_month = int(name[1]) * (3 if name[0] == "Q" else 6)
    first_month = last_month - (2 if name[0] == "Q" else 5)
    shift = 0
    told = clock.quarter if clock.follows and where == "open" and name[0] == "Q" else None
    if told and told[4:] < f"-{name}":
        return f"{told[:4]}-{name}", Anchor.DISCOURSE, None  # in the first quarter of 1987 and in the second
    is_next = where == "open" and name == "H2" and base.month > 3  # April to June without a cue: the one to come
    if where in ("past", "open") and first_month > base.month and not is_next:
        shift = -1
    elif where in ("future", "next") and last_month < base.month - _REPORTED:
        shift = 1
    return f"{base.year + shift}-{name}", anchor, None


def _compared_with(clock: Clock) -> str | None:
    """The quarter, half or month whose figures are set against those of a year before."""
    if clock.compares:
        return clock.period
    return clock.month_told if clock.is_compared and clock.is_year_off else None


def _years_off(value: str, years: int) -> str:
    """The same part of another year: 1988-Q3 of 1989-Q3, 1985/1986 of 1986/1987."""
    return "/".join(f"{int(part[:4]) + years}{part[4:]}" for part in value.split("/"))


def quarter_told(fields: list[str], clock: Clock) -> Placed:
    """The quarter told of last, or the one before publication; of one that must be `done` no later than that."""
    base, anchor = clock.base("pub")
    if base is None:
        return UNPLACED
    over = shifted(base, "quarter", -1)
    if "period" in fields:
        month = clock.month_told if clock.is_compared else None
        period = clock.period or month or shifted(base, "year", 0)
        return _years_off(over if "Q" in period and period > over else period, int(fields[0])), anchor, None
    told = clock.quarter if clock.quarter and not (fields[1:] and clock.quarter > over) else None
    place = told or over
    return _years_off(place, int(fields[0])), Anchor.DISCOURSE if told else anchor, None


def quarter_ended(fields: list[str], clock: Clock) -> Placed:
    """The quarter of the calendar that holds most of the three months up to the end of one: to July, the second."""
    base, anchor = clock.base("pub")
    if base is None:
        return UNPLACED
    month = int(fields[0])
    year = base.year - (month > base.month)
    middle = month - 1 or 12
    return f"{year - (middle > month)}-Q{(middle + 2) // 3}", anchor, None


def year_done(fields: list[str], clock: Clock) -> Placed:
    """Earned for the year: the one told of, and what is told early in a year is of the year before."""
    base, anchor = clock.base("then")
    if base is None:
        return UNPLACED
    if anchor is Anchor.DISCOURSE:
        return f"{base.year}", anchor, None
    return f"{base.year - (base.month <= _EARLY)}", anchor, None


def same_period(fields: list[str], clock: Clock) -> Placed:
    """`The same period of 2019` after a quarter or half of another year, else that year."""
    told = clock.period
    return f"{fields[0]}{told[4:] if told else ''}", Anchor.EXPLICIT, None


def weekend(fields: list[str], clock: Clock) -> Placed:
    """The weekend: the one just past, but on it or where the clause looks ahead."""
    base, anchor = clock.base("told")
    if base is None:
        return UNPLACED
    ended = 4 if fields[1:] == ["this"] else 6
    back = (fields[0] == "past" or fields == ["open"]) and base.isoweekday() < ended
    return shifted(base, "weekend", -1 if back else 0), anchor, None


def turn(fields: list[str], clock: Clock) -> Placed:
    """The turn of the century: the year of a new hundred that is nearest."""
    base, anchor = clock.base(fields[0])
    return (f"{round(base.year / 100) * 100}", anchor, None) if base else UNPLACED


def relative(fields: list[str], clock: Clock) -> Placed:
    """So many units from a base."""
    unit, count, base_name = fields
    if base_name == "told" and unit in _NEWS:
        base_name = "pub"
    base, anchor = clock.base(base_name)
    number = int(count)
    if clock.narrative and fields == ["day", "0", "pub"]:
        return "PRESENT_REF", Anchor.NONE, None
    if clock.old is not None and base_name == "disc":
        return _before_our_era(clock.old, number, unit)
    if base is None:
        guess = f"{clock.guessed + number}" if unit == "year" and clock.guessed and base_name == "pub" else None
        return None, Anchor.NONE, guess
    if unit == "year" and number == -1 and (period := _compared_with(clock)):
        return _years_off(period, -1), Anchor.DISCOURSE, None
    if anchor is Anchor.DISCOURSE and unit == "weeks":
        unit, number = ("week", number) if clock.is_coarse("day") else ("day", 7 * number)
    unit = unit.removesuffix("s")
    if anchor is Anchor.DISCOURSE and unit in ("day", "week") and clock.is_coarse(unit):
        base = clock.day_before()
        if base is None:
            return UNPLACED
    if anchor is Anchor.DISCOURSE and unit == "month" and number % 12 and clock.is_year:
        unit, number = "year", number // 12 if number > 0 else -(-number // 12)
    return shifted(base, unit, number), anchor, None


def _before_our_era(year: int, number: int, unit: str) -> Placed:
    span = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if span is None or not 0 < year // span - number < 9999:
        return UNPLACED
    return f"BC{year // span - number:0{5 - len(str(span))}d}", Anchor.DISCOURSE, None
