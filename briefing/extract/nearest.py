"""The year of a month or a day that names none, by a day it hangs on and the way its clause looks."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.extract.clock import FUTURE_SLACK

_SOON = 2
"""Months ahead of publication that a month named without any cue may lie."""
_HALF = 5
"""Months ahead up to which the coming one is nearer than the last."""


_MEETING = 8
"""Months ahead up to which a meeting or a rise may be the coming one; what is further on has been."""


def _years_off(months: int, direction: str) -> int:
    """How many years from the base's a month lies that is so many months later in the year."""
    if direction in ("future", "next"):
        return 1 if months < (direction == "next") else 0
    if direction == "this":
        return 0
    return -1 if months > 0 or (months == 0 and direction == "last") else 0


def nearest(tail: str, direction: str, base: date) -> str | None:
    """A month or day of no named year, the one meant by a clause of that direction."""
    month = int(tail[:2])
    if direction == "open" and len(tail) == 2 and 0 < (month - base.month) % 12 <= _SOON:
        direction = "future"
    if direction == "figure":  # the April figures will be told in May
        direction = "future" if 0 < (month - base.month) % 12 <= _MEETING else "past"
    if direction == "near":
        direction = "future" if 0 < (month - base.month) % 12 <= _HALF else "past"
    if len(tail) == 2:
        return f"{base.year + _years_off(month - base.month, direction)}-{tail}"
    this = checked(f"{base.year}-{tail}")
    day = date.fromisoformat(this) if this else date(base.year, month, 28)
    if direction in ("future", "next"):
        shift = 1 if day < base and base - day > FUTURE_SLACK else 0
    elif day <= base + FUTURE_SLACK * (_SOON if direction == "open" else 1):
        shift = 1 if base - day > timedelta(days=345) else 0
    else:
        shift = -1
    return checked(f"{base.year + shift}-{tail}")


def checked(value: str) -> str | None:
    """The month or day, where the calendar has it."""
    try:
        date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return None
    return value
