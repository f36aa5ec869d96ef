"""From what was found to a value: `resolve` places patterns by the publication date and by the times before them.

A pattern is what the tagger read in the words, free of any anchor; fields are separated by blanks:

    = VALUE [ahead|aside]      says it all: 2021-01-23, 1944, 199, P3D, PAST_REF, BC0490; ahead: it was still to come,
                               aside: no verb of the past stands by it
    md MM[-DD] DIR [wdN]       a month or a day of it, no year; in a year when it is that weekday
    nth K N MM YEAR|DIR        the Kth weekday N of a month, -1 the last
    mdy MM[-DD] N BASE         the same in the year N years from BASE
    wd N DIR                   weekday, Monday 1; DIR any for `a Monday`
    season SU DIR              a season without a year
    sub Q3 DIR                 a quarter or half of an unnamed year
    sub Q3 N BASE              the same, or a season, N years from BASE
    rel UNIT N BASE            N units from BASE: day week weekend month quarter year decade century season
    at DIR                     an hour or part of a day that names no day
    off UNIT N                 hours or minutes from the hour told last
    dom DD DIR                 a day of an unnamed month
    dom DD N BASE              a day of the month N months from BASE
    quarter N [done|period]    the quarter told of last, N years on; done: one that is over; period: or half, or month
    year done                  the year of a report: the one told of, else the last one that is over
    ended MM                   the quarter that ended in a month
    same N                     the period told of last, in the year N
    weekend DIR                the weekend
    turn BASE                  the turn of the century
    holiday NAME YEAR|DIR      christmas, thanksgiving, easter ...
    holiday NAME N BASE        the same in the year N years from BASE
    wdw N SHIFT BASE           the weekday of the week that is so many from BASE
    span A .. B                from A to B
    shift UNIT N .. A          N units from A: two days before Christmas; day 0 the day, week 0 the week of it
    wdof N DIR .. A            the weekday before or after A
    back UNIT N .. A           the day, week or month A so many units on: a year ago this month

DIR is past, since, future, will (future as of publication), last, next, this, said (beside a verb of speaking), open
(nothing tells), near (either way), week (the next but one), or hangs on what was told before: that, after, before,
then. For `at` it may be head (the hour of an entry) or over (a night that is past).
BASE is pub (the publication date), disc (the last time placed in the text), told (disc in a history, else pub) or then
(disc in a story of the past, else pub). A last field `T...` adds a part of day or a clock time. Behind ` ;`
stand marks: p the first time of its paragraph, b an end (until, by), n a bound on which nothing happens (since), i in
an inserted clause, s not the first of its sentence, o what has been done, f a start (from), c what a figure is set
against (up from 4 in May). Nothing here looks at today's date.

Known and left as it is: annotated corpora cut `6-7 February` and `1958-59` in two, call a decade `196X`, a week of 1989
`1989-WXX`, a Tuesday night `1998-10-23`; here these are a range, `196`, the ISO week and `1998-10-23TNI`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from briefing.extract import place_days as days
from briefing.extract import place_hours as hours
from briefing.extract import place_units as units
from briefing.extract.calendar import moved, shifted, when_of
from briefing.extract.clock import Clock, tells_history
from briefing.extract.nearest import checked
from briefing.extract.place_days import UNPLACED, Placed
from briefing.model.frozen import replace
from briefing.model.when import Anchor, Precision, TimeExpression

_BESIDE, _DAY = 9, 10
"""Characters between the two ends of a range (to early), and of a day."""
MARKS = " ;"
"""What divides a pattern from its marks."""
_UNITS = {
    "day": Precision.DAY, "week": Precision.WEEK, "weeks": Precision.WEEK,
    "weekend": Precision.WEEK, "month": Precision.MONTH,
    "quarter": Precision.QUARTER, "year": Precision.YEAR, "decade": Precision.DECADE, "century": Precision.RANGE,
    "season": Precision.SEASON,
}  # fmt: skip
_OTHERS = {
    "season": Precision.SEASON, "quarter": Precision.QUARTER, "ended": Precision.QUARTER, "span": Precision.RANGE,
    "weekend": Precision.WEEK, "year": Precision.YEAR,
    "set": Precision.SET, "same": Precision.QUARTER, "off": Precision.TIME, "turn": Precision.YEAR,
}  # fmt: skip


def resolve(
    times: Sequence[TimeExpression], published: date | None, year_guess: int | None = None
) -> tuple[TimeExpression, ...]:
    """The same times, placed anew. A year that was only guessed makes guesses and nothing else."""
    clock = Clock(published, year_guess, tells_history(times, published))
    found: list[TimeExpression] = []
    for time in times:
        pattern, _, marks = time.pattern.partition(MARKS)
        pattern = clock.turn_to(time, pattern, marks)
        value, anchor, guess = _place(pattern, clock)
        when = when_of(value, _precision(pattern))
        found.append(TimeExpression(time.span, time.surface, time.pattern, when, anchor, guess))
        if pattern[:3] == "md " and len(found) > 1:
            _put_in_order(found)
        is_quarter = pattern[:8] == "quarter "
        if is_quarter and pattern[8:9] == "0":
            clock.tell_quarter()
        if clock.is_compared and not clock.narrative:
            continue
        if not is_quarter and not (clock.narrative and pattern.endswith(" ahead")):
            clock.hear(when, anchor, is_said=" said" in time.pattern, is_bound="n" in marks, is_inserted="i" in marks)
    return tuple(found)


def _put_in_order(found: list[TimeExpression]) -> None:
    """From January to April: what begins does so before it ends."""
    start, end = found[-2:]
    first, last = start.when.value or "", end.when.value or ""
    if first <= last or end.span.start - start.span.end > _BESIDE or len(first) != len(last):
        return
    _, _, marks = start.pattern.partition(MARKS)
    if start.pattern.startswith("md ") and "f" in marks and first[:4].isdigit() and len(first) <= _DAY:
        before = checked(f"{int(first[:4]) - 1:04d}{first[4:]}")
        found[-2] = replace(start, when=when_of(before, Precision.DAY)) if before else start


def mark_given(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The same times, with what hangs on the publication date marked as hanging on a date the reader gave."""
    return tuple(replace(t, anchor=Anchor.GIVEN) if t.anchor is Anchor.PUBLICATION else t for t in times)


@lru_cache(maxsize=1024)
def _precision(pattern: str) -> Precision:
    op, *rest = pattern.split()
    if op in ("shift", "wdof"):
        return _UNITS.get(rest[0], Precision.DAY)
    if op == "back":
        return _precision(pattern.partition(" .. ")[2])
    if rest and rest[-1].startswith("T") and op != "=":
        return Precision.TIME
    if op == "rel":
        return _UNITS[rest[0]]
    if op in ("md", "mdy"):
        return Precision.DAY if "-" in rest[0] else Precision.MONTH
    if op == "sub":
        return {"Q": Precision.QUARTER, "H": Precision.RANGE}.get(rest[0][0], Precision.SEASON)
    return _OTHERS.get(op, Precision.DAY)


_WITHOUT_PART = ("=", "set", "at")
"""Here what begins with T is the value itself or an hour of no day."""


def _place(pattern: str, clock: Clock) -> Placed:
    try:
        return _placed(pattern, clock)
    except (ValueError, OverflowError):
        return UNPLACED  # no such day, or one that no calendar has


def _placed(pattern: str, clock: Clock) -> Placed:
    op, *fields = pattern.split()
    if op == "span":
        return _place_span(pattern.partition(" ")[2], clock)
    if op in ("shift", "wdof", "back"):
        return _place_beside(op, pattern.partition(" ")[2], clock)
    if op in _WITHOUT_PART or fields[-1][0] != "T":
        return _RULES[op](fields, clock)
    part = fields.pop()
    value, anchor, guess = _RULES[op](fields, clock)
    return _at(value, part), anchor, _at(guess, part)


def _at(value: str | None, part: str) -> str | None:
    return value + part if value and len(value) == 10 else value


def _place_span(rest: str, clock: Clock) -> Placed:
    (first, anchor, _), (last, _, _) = (_place(end.strip(), clock) for end in rest.split(".."))
    if not first or not last:
        return UNPLACED
    return f"{first}/{first[:4] + last[4:] if last < first else last}", anchor, None


def _place_beside(op: str, rest: str, clock: Clock) -> Placed:
    """So many units, or the weekday, before or after a time."""
    how, _, other = rest.partition(" .. ")
    value, anchor, _ = _place(other, clock)
    when = when_of(value, Precision.DAY)
    first, second, *part = how.split()
    if when.earliest is None:
        return UNPLACED
    if op == "wdof":
        ahead = (int(first) - when.earliest.isoweekday()) % 7
        ahead = ahead - 7 if second == "before" else ahead or 7
        return _at((when.earliest + timedelta(days=ahead)).isoformat(), "".join(part)), anchor, None
    number, unit = int(second), first
    if op == "back":
        return moved(str(value)[:10], when.earliest, unit, number), anchor, None
    if when.precision in (Precision.MONTH, Precision.YEAR, Precision.SEASON) and unit in ("day", "week"):
        return value, anchor, None
    if unit == "week" and number:
        unit, number = "day", 7 * number
    return _at(shifted(when.earliest, unit, number), "".join(part)), anchor, None


def _fixed(fields: list[str], clock: Clock) -> Placed:
    value = fields[0]
    is_open = value.startswith(("P", "FUTURE")) or "X" in value
    return value, Anchor.NONE if is_open else Anchor.EXPLICIT, None


_RULES = {
    "=": _fixed, "set": _fixed, "md": days.month_day, "mdy": days.month_day_of_year, "wd": days.weekday,
    "wdw": days.weekday_of_week, "nth": days.nth_weekday,
    "dom": days.day_of_month, "holiday": days.named_day, "at": hours.hour, "off": hours.hours_off,
    "season": units.season, "sub": units.part_of_year, "rel": units.relative, "quarter": units.quarter_told,
    "ended": units.quarter_ended,
    "same": units.same_period, "turn": units.turn, "year": units.year_done, "weekend": units.weekend,
}  # fmt: skip
