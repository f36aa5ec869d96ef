"""A day as a reader types it: whole, and one that there is."""

from __future__ import annotations

import re
from datetime import date

from briefing.model.errors import WrongUse

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COARSE = (
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "a month"),
    (re.compile(r"[0-9]{4}-?W[0-9]{1,2}"), "a week"),
    (re.compile(r"[0-9]{4}"), "a year"),
)


def read_day(text: str) -> date:
    """The day of `YYYY-MM-DD`; raises WrongUse that says what is missing of it."""
    typed = text.strip()
    if _DAY.fullmatch(typed):
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise WrongUse(f"There is no day {typed}.", "Days are written YYYY-MM-DD.") from None
    for form, name in _COARSE:
        if form.fullmatch(typed):
            raise WrongUse(f"{typed} is {name}, too coarse for a publication date.", "A day is needed: YYYY-MM-DD.")
    raise WrongUse(f"“{typed}” is no day." if typed else "This is no day.", "Days are written YYYY-MM-DD.")
