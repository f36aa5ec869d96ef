"""Days, weeks, months and years as steps of time with a number each, so that runs of them can be counted."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.model.enumeration import StrEnum


class Grain(StrEnum):
    """How long one step of a timeline is, the finest first. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def step_of(day: date, grain: Grain) -> int:
    """The number of the step that holds a day; the next step has the next number."""
    match grain:
        case Grain.DAY:
            return day.toordinal()
        case Grain.WEEK:
            return (day.toordinal() - 1) // 7  # the first day of the calendar was a Monday
        case Grain.MONTH:
            return day.year * 12 + day.month - 1
        case Grain.YEAR:
            return day.year


def first_day(step: int, grain: Grain) -> date:
    """The day on which a step begins."""
    match grain:
        case Grain.DAY:
            return date.fromordinal(step)
        case Grain.WEEK:
            return date.fromordinal(step * 7 + 1)
        case Grain.MONTH:
            return date(step // 12, step % 12 + 1, 1)
        case Grain.YEAR:
            return date(step, 1, 1)


def last_day(step: int, grain: Grain) -> date:
    """The day on which a step ends; the last of all ends with the calendar."""
    try:
        return first_day(step + 1, grain) - timedelta(days=1)
    except (ValueError, OverflowError):
        return date.max


def label(first: date, grain: Grain) -> str:
    """A step as a reader names it: `2021-01-23`, `2021-W03`, `2021-01`, `2021`."""
    if grain is Grain.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    length = {Grain.DAY: 10, Grain.MONTH: 7, Grain.YEAR: 4}[grain]
    return first.isoformat()[:length]


def fitting(first: date, last: date, width: int) -> Grain:
    """The finest grain by which the days from one to the other are at most `width` steps; years if none is."""
    for grain in Grain:
        if step_of(last, grain) - step_of(first, grain) < width:
            return grain
    return Grain.YEAR
