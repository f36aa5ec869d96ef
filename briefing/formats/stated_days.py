"""Days that a text names together with their weekday: `on Tuesday, 20 May`. They check a publication date."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from briefing.formats.months import MONTH, WEEKDAYS, month_number
from briefing.model.pattern import lazy

_REACH = 4000
_OPENING = 600
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_STATED = lazy(
    rf"\b{_WEEKDAY},? (?:the )?"
    rf"(?:(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})|(?P<e>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<n>{MONTH}))"
    r"\b(?!\d|,? \d{4}| ?[-–])"
)
_PLAIN = lazy(rf"(?<!last )(?<!next )(?<!previous )(?<!following )(?<!every )\b{_WEEKDAY}\b")


class StatedDay(NamedTuple):
    """A day and month with its weekday, and no year."""

    weekday: int
    month: int
    day: int
    words: str

    def near(self, day: date) -> date | None:
        """The occurrence closest to a day."""
        found = []
        for year in (day.year - 1, day.year, day.year + 1):
            try:
                found.append(date(year, self.month, self.day))
            except ValueError:
                continue
        return min(found, key=lambda each: abs((each - day).days), default=None)

    def agrees(self, day: date) -> bool:
        """Whether its closest occurrence falls on its weekday."""
        near = self.near(day)
        return near is not None and near.weekday() == self.weekday


def days_with_weekday(text: str) -> list[StatedDay]:
    """Those at the head of a text."""
    return [
        StatedDay(_number(hit), month, int(hit["d"] or hit["e"]), hit[0])
        for hit in _STATED.finditer(text[:_REACH])
        if (month := month_number(hit["m"] or hit["n"]))
    ]


def opening_weekdays(text: str) -> set[int]:
    """The weekdays that the opening names without last, next and their like."""
    return {_number(hit) for hit in _PLAIN.finditer(text[:_OPENING])}


def _number(hit: re.Match[str]) -> int:
    return WEEKDAYS.index(hit["weekday"][:3].lower())
