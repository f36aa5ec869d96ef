"""From what was found to a value: `resolve` places patterns by the publication date and by the times before them.

A pattern is what the tagger read in the words, free of any anchor; fields are separated by blanks:

    = VALUE [ahead]            says it all: 2021-01-23, 1944, 199, P3D, PAST_REF, BC0490; ahead: it was still to come
    md MM[-DD] DIR             a month or a day of it, no year; DIR past, future, last, next, this, open (nothing tells)
    mdy MM[-DD] N BASE         the same in the year N years from BASE
    wd N DIR                   weekday, Monday 1; DIR any for `a Monday`
    season SU DIR              a season without a year
    sub Q3 DIR                 a quarter or half of an unnamed year
    sub Q3 N BASE              the same, or a season, N years from BASE
    rel UNIT N BASE            N units from BASE: day week weekend month quarter year decade century season
    dom DD                     a day of an unnamed month
    dom DD N BASE              a day of the month N months from BASE
    quarter N                  the quarter told of last, N years on
    weekend DIR                the weekend
    holiday NAME YEAR|DIR      christmas, thanksgiving, easter ...
    span A .. B                from A to B

BASE is pub (the publication date), disc (the last time placed in the text) or told (disc in a history, else pub). A
last field `T...` adds a part of day or a clock time. Nothing here looks at today's date.

Known and left as it is: annotated corpora cut `6-7 February` and `1958-59` in two, call a decade `196X`, a week of 1989
`1989-WXX`, a Tuesday night `1998-10-23`; here these are a range, `196`, the ISO week and `1998-10-23TNI`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.extract.calendar import HOLIDAYS, add_months, holiday, shifted, when_of
from briefing.extract.clock import Clock, tells_history
from briefing.extract.nearest import checked, nearest
from briefing.model.when import Anchor, Precision, TimeExpression

_UNITS = {
    "day": Precision.DAY, "week": Precision.WEEK, "weekend": Precision.WEEK, "month": Precision.MONTH,
    "quarter": Precision.QUARTER, "year": Precision.YEAR, "decade": Precision.DECADE, "century": Precision.RANGE,
    "season": Precision.SEASON,
}  # fmt: skip
_NEAR = 90
"""Characters between a full date and one that may share its year."""


Placed = tuple[str | None, Anchor, str | None]
"""Value, anchor, guess."""
_UNPLACED: Placed = (None, Anchor.NONE, None)


def resolve(
    times: Sequence[TimeExpression], published: date | None, year_guess: int | None = None
) -> tuple[TimeExpression, ...]:
    """The same times, placed anew. A year that was only guessed makes guesses and nothing else."""
    clock = Clock(published, year_guess, tells_history(times, published))
    found: list[TimeExpression] = []
    for time in times:
        clock.turn_to(time)
        value, anchor, guess = _beside(time, found[-1] if found else None, clock) or _place(time.pattern, clock)
        when = when_of(value, _precision(time.pattern))
        found.append(replace(time, when=when, anchor=anchor, guess=guess))
        if not time.pattern.startswith("quarter ") and not (clock.narrative and time.pattern.endswith(" ahead")):
            clock.hear(when, anchor)
    return tuple(found)


def _beside(time: TimeExpression, before: TimeExpression | None, clock: Clock) -> Placed | None:
    """A month or its day right behind a full date of another time is of that date's year: `knew on 3 May 1999 that
    June would be bad`."""
    if (
        before is None
        or clock.published is None
        or time.pattern[:3] != "md "
        or not time.pattern.endswith(("past", "open"))
    ):
        return None
    day = before.when.earliest
    if before.anchor is not Anchor.EXPLICIT or before.when.precision is not Precision.DAY or day is None:
        return None
    if time.span.start - before.span.end > _NEAR or clock.published.year - day.year < 2:
        return None
    return nearest(time.pattern.split()[1], "future", day), Anchor.DISCOURSE, None


def mark_given(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The same times, with what hangs on the publication date marked as hanging on a date the reader gave."""
    return tuple(replace(t, anchor=Anchor.GIVEN) if t.anchor is Anchor.PUBLICATION else t for t in times)


def _precision(pattern: str) -> Precision:
    op, *rest = pattern.split()
    if rest and rest[-1].startswith("T") and op != "=":
        return Precision.TIME
    if op == "rel":
        return _UNITS[rest[0]]
    if op in ("md", "mdy"):
        return Precision.DAY if "-" in rest[0] else Precision.MONTH
    if op == "sub":
        return {"Q": Precision.QUARTER, "H": Precision.RANGE}.get(rest[0][0], Precision.SEASON)
    known = {
        "season": Precision.SEASON,
        "quarter": Precision.QUARTER,
        "weekend": Precision.WEEK,
        "span": Precision.RANGE,
        "set": Precision.SET,
    }
    return known.get(op, Precision.DAY)


def _place(pattern: str, clock: Clock) -> Placed:
    op, _, rest = pattern.partition(" ")
    if op == "span":
        return _place_span(rest, clock)
    fields = rest.split()
    part = fields.pop() if op not in ("=", "set") and fields[-1].startswith("T") else ""
    try:
        value, anchor, guess = _RULES[op](fields, clock)
    except (ValueError, OverflowError):
        return _UNPLACED
    if part:
        value, guess = _at(value, part), _at(guess, part)
    return value, anchor, guess


def _at(value: str | None, part: str) -> str | None:
    return value + part if value and len(value) == 10 else value


def _place_span(rest: str, clock: Clock) -> Placed:
    (first, anchor, _), (last, _, _) = (_place(end.strip(), clock) for end in rest.split(".."))
    return (f"{first}/{last}", anchor, None) if first and last else _UNPLACED


def _fixed(fields: list[str], clock: Clock) -> Placed:
    value = fields[0]
    is_open = value.startswith(("P", "FUTURE")) or "X" in value
    return value, Anchor.NONE if is_open else Anchor.EXPLICIT, None


def _month_day(fields: list[str], clock: Clock) -> Placed:
    tail, direction = fields
    if clock.old is not None:
        return f"BC{clock.old:04d}-{tail}", Anchor.DISCOURSE, None
    base, anchor = clock.base("disc" if clock.narrative else "pub")
    if base is None:
        guess = f"{clock.guessed}-{tail}" if clock.guessed else None
        return f"XXXX-{tail}", Anchor.NONE, guess
    if anchor is Anchor.DISCOURSE and clock.narrative:
        return checked(f"{base.year}-{tail}"), anchor, None
    return nearest(tail, direction, base), anchor, None


def _month_day_of_year(fields: list[str], clock: Clock) -> Placed:
    base, anchor = clock.base(fields[2])
    if base is None:
        guess = f"{clock.guessed + int(fields[1])}-{fields[0]}" if clock.guessed and fields[2] == "pub" else None
        return f"XXXX-{fields[0]}", Anchor.NONE, guess
    return checked(f"{base.year + int(fields[1])}-{fields[0]}"), anchor, None


def _weekday(fields: list[str], clock: Clock) -> Placed:
    direction = fields[1]
    base, anchor = clock.base("pub")
    if base is None or direction == "any":
        return _UNPLACED
    if clock.narrative and not clock.is_near(base):
        return _weekday_told(int(fields[0]), clock)
    ahead = (int(fields[0]) - base.isoweekday()) % 7
    if direction == "next":
        ahead = ahead or 7
    elif direction not in ("future", "this") or (direction == "this" and ahead == 0):
        ahead -= 7 if ahead or direction == "last" else 0
    return (base + timedelta(days=ahead)).isoformat(), anchor, None


def _weekday_told(weekday: int, clock: Clock) -> Placed:
    """In a history, the weekday nearest the day told of last."""
    base, anchor = clock.base("disc")
    if base is None or anchor is not Anchor.DISCOURSE or clock.is_coarse("week"):
        return _UNPLACED
    ahead = (weekday - base.isoweekday() + 3) % 7 - 3
    return (base + timedelta(days=ahead)).isoformat(), anchor, None


def _season(fields: list[str], clock: Clock) -> Placed:
    season, direction = fields
    if clock.old is not None:
        return f"BC{clock.old:04d}-{season}", Anchor.DISCOURSE, None
    base, anchor = clock.base("disc" if clock.narrative else "pub")
    if base is None:
        return None, Anchor.NONE, f"{clock.guessed}-{season}" if clock.guessed else None
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    year = base.year
    if anchor is not Anchor.DISCOURSE or direction in ("next", "last"):
        if direction in ("future", "next"):
            year += start + 2 < base.month
        elif direction == "last":
            year -= start + 2 >= base.month
        elif direction in ("past", "open"):
            year -= start > base.month
    return f"{year}-{season}", anchor, None


def _part_of_year(fields: list[str], clock: Clock) -> Placed:
    name, where = fields[0], fields[1]
    base, anchor = clock.base(fields[2] if len(fields) > 2 else "pub")
    if base is None:
        return _UNPLACED
    if len(fields) > 2:
        return f"{base.year + int(where)}-{name}", anchor, None
    last_month = int(name[1]) * (3 if name[0] == "Q" else 6)
    first_month = last_month - (2 if name[0] == "Q" else 5)
    shift = 0
    if where in ("past", "open") and first_month > base.month:
        shift = -1
    elif where in ("future", "next") and last_month < base.month:
        shift = 1
    return f"{base.year + shift}-{name}", anchor, None


def _quarter_told(fields: list[str], clock: Clock) -> Placed:
    """The quarter told of last, or the one before publication."""
    base, anchor = clock.base("pub")
    if base is None:
        return _UNPLACED
    told = clock.quarter or shifted(base, "quarter", -1)
    return f"{int(told[:4]) + int(fields[0])}{told[4:]}", Anchor.DISCOURSE if clock.quarter else anchor, None


def _weekend(fields: list[str], clock: Clock) -> Placed:
    base, anchor = clock.base("disc" if clock.narrative else "pub")
    if base is None:
        return _UNPLACED
    return shifted(base, "weekend", -1 if fields[0] in ("past", "open") and base.isoweekday() < 6 else 0), anchor, None


def _relative(fields: list[str], clock: Clock) -> Placed:
    unit, count, base_name = fields
    base, anchor = clock.base(base_name)
    number = int(count)
    if clock.narrative and fields == ["day", "0", "pub"]:
        return "PRESENT_REF", Anchor.NONE, None
    if clock.old is not None and base_name == "disc":
        return _before_our_era(clock.old, number, unit)
    if base is None:
        guess = f"{clock.guessed + number}" if unit == "year" and clock.guessed and base_name == "pub" else None
        return None, Anchor.NONE, guess
    if unit == "year" and number == -1 and clock.quarter and clock.compares:
        return f"{int(clock.quarter[:4]) - 1}{clock.quarter[4:]}", Anchor.DISCOURSE, None
    if anchor is Anchor.DISCOURSE and unit in ("day", "week") and clock.is_coarse(unit):
        return _UNPLACED
    return shifted(base, unit, number), anchor, None


def _before_our_era(year: int, number: int, unit: str) -> Placed:
    span = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if span is None or not 0 < year // span - number < 9999:
        return _UNPLACED
    return f"BC{year // span - number:0{5 - len(str(span))}d}", Anchor.DISCOURSE, None


def _day_of_month(fields: list[str], clock: Clock) -> Placed:
    day, shift, name = [*fields, "0", "disc"][:3] if len(fields) == 1 else fields
    base, anchor = clock.base(name)
    if base is None:
        return _UNPLACED
    return checked(f"{add_months(base, int(shift)).isoformat()[:7]}-{day}"), anchor, None


def _holiday(fields: list[str], clock: Clock) -> Placed:
    name, where = fields
    if where.isdigit():
        return holiday(name, int(where)).isoformat(), Anchor.EXPLICIT, None
    base, anchor = clock.base("disc" if clock.narrative else "pub")
    if base is None:
        return f"XXXX-{HOLIDAYS[name]}" if name in HOLIDAYS else None, Anchor.NONE, None
    days = [holiday(name, base.year + shift) for shift in (-1, 0, 1)]
    if where in ("future", "next"):
        return min(d for d in days if d >= base).isoformat(), anchor, None
    if where in ("past", "last"):
        return max(d for d in days if d <= base).isoformat(), anchor, None
    return min(days, key=lambda day: abs(day - base)).isoformat(), anchor, None


_RULES = {
    "=": _fixed, "set": _fixed, "md": _month_day, "mdy": _month_day_of_year, "wd": _weekday, "season": _season,
    "sub": _part_of_year, "rel": _relative, "quarter": _quarter_told,
    "weekend": _weekend, "dom": _day_of_month, "holiday": _holiday,
}  # fmt: skip
