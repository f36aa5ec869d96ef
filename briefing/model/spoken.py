"""TIMEX values as a reader says them: `1970s`, `2022-11-06 evening`, `autumn 2020`. Days stay ISO."""

from __future__ import annotations

import re

from briefing.model.when import Precision, When

_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime", "MI": "midday"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PART = re.compile(r"(.+)T(MO|AF|EV|NI|DT|MI)")
_CLOCK = re.compile(r"(.+)T(\d\d(?::\d\d)?)(?::\d\d)?(.*)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spoken(when: When) -> str:
    """The value in words as short as the value; a form not known here stays as it is."""
    value = when.value or ""
    if when.precision is Precision.DECADE and len(value) == 3:
        return f"{value}0s"
    if found := _PART.fullmatch(value):
        return f"{found[1]} {_PARTS[found[2]]}"
    if found := _SEASON.fullmatch(value):
        return f"{_SEASONS[found[2]]} {found[1]}"
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        return f"{found[1]} {found[2]}{found[3]}"
    if re.fullmatch(r"\d{4}-W\d\d(-WE)?", value) and when.earliest:
        return f"{'weekend' if value.endswith('WE') else 'week'} {when.earliest.isoformat()}"
    if re.fullmatch(r"\d\d", value):
        return f"{_ordinal(int(value) + 1)} century"
    if "/" in value:
        return value.replace("/", "–")
    if found := _CLOCK.fullmatch(value):
        return f"{found[1]} {found[2]}{found[3]}"
    return value
