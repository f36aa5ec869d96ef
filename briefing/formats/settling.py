"""Which way a date in figures is to be read: 03/04/2021 is a day in March or in April."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from briefing.formats.days import FoundDay, find_days
from briefing.formats.months import MONTH, month_number
from briefing.formats.stated_days import opening_weekdays
from briefing.model.pattern import lazy

_REACH = 4000
_BEFORE, _AFTER = 7, 2
_MONTH_FIRST_ZONE = lazy(r"\b(?:[ECMP][SD]?T|AK[SD]T|HST)\b")
_DAY_FIRST_ZONE = lazy(r"\b(?:BST|CES?T|EES?T|MSK|SAST|A[EW]ST|AEDT|NZ[SD]T|WAT|IST)\b")
_FIGURES = lazy(r"(?<![\w/.-])\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d(?![\w/-])")


class Reading(NamedTuple):
    """The day a date in figures means, and what said so."""

    day: date
    because: str


def settle(found: FoundDay, evidence: str, beside: Iterable[FoundDay] = ()) -> Reading | None:
    """The day meant by figures such as 03/04/2021, or None where nothing decides between the two.

    `beside` are the other dates that the file gives for the article; `evidence` is its text."""
    if not found.is_ambiguous:
        return Reading(found.days[0], "")
    for because, agreed in _agreed(found, evidence, list(beside)):
        if len(agreed) == 1:
            return Reading(agreed[0], because)
        if agreed:
            return None
    return None


def _agreed(found: FoundDay, evidence: str, beside: list[FoundDay]) -> Iterable[tuple[str, list[date]]]:
    """Every kind of evidence, the best first, with the days that it allows; none where it is silent."""
    days = found.days
    certain = {day for other in beside if not other.is_ambiguous for day in other.days}
    yield "which another date of the file agrees with", [day for day in days if day in certain]
    yield "as the other dates of the file are", _by_order(days, [found, *beside])
    named = _named(evidence[:_REACH])
    yield "which the text agrees with", [day for day in days if (day.month, day.day) in named]
    yield "which the text agrees with", _by_weekday(days, evidence)
    written = [each for hit in _FIGURES.finditer(evidence[:_REACH]) for each in find_days(hit[0])]
    yield "as the figures in the text are", _by_order(days, written)
    yield "as the days named in the text lie close to it", _by_nearness(days, named)
    if _MONTH_FIRST_ZONE.search(found.words):
        yield "as is usual in its time zone", _ordered(days, False)
    elif _DAY_FIRST_ZONE.search(found.words):
        yield "as is usual in its time zone", _ordered(days, True)


def _named(text: str) -> set[tuple[int, int]]:
    """Month and day of every day that a text names without figures alone."""
    pattern = re.compile(rf"\b(?:(?P<m>{MONTH})\.?\s?(?P<d>\d{{1,2}})|(?P<e>\d{{1,2}})\s(?P<n>{MONTH}))\b(?!\d)")
    named, at = set(), 0
    while hit := pattern.search(text, at):
        month = month_number(hit["m"] or hit["n"])
        if month:
            named.add((month, int(hit["d"] or hit["e"])))
        at = hit.end() if month else hit.start() + 1
    return named


def _by_order(days: tuple[date, ...], others: Iterable[FoundDay]) -> list[date]:
    orders = {other.day_first for other in others if other.day_first is not None}
    return _ordered(days, orders.pop()) if len(orders) == 1 else []


def _ordered(days: tuple[date, ...], day_first: bool) -> list[date]:
    return [days[0 if day_first else 1]]


def _by_weekday(days: tuple[date, ...], opening: str) -> list[date]:
    """News calls its own day by the weekday. The one weekday of the opening must fall on one of the days, and be
    neither the eve nor the morrow of the other."""
    named = opening_weekdays(opening)
    if len(named) != 1:
        return []
    wanted = named.pop()
    apart = [min((day.weekday() - wanted) % 7, (wanted - day.weekday()) % 7) for day in days]
    agreed = [day for day, off in zip(days, apart, strict=True) if off == 0]
    return agreed if len(agreed) == 1 and sorted(apart)[1] > 1 else []


def _by_nearness(days: tuple[date, ...], named: set[tuple[int, int]]) -> list[date]:
    """News tells of the last days: the reading for which some day named lies in the week before it."""
    return [day for day in days if any(_is_near(day, month, number) for month, number in named)]


def _is_near(day: date, month: int, number: int) -> bool:
    for year in (day.year, day.year - 1):
        try:
            if -_AFTER <= (day - date(year, month, number)).days <= _BEFORE:
                return True
        except ValueError:
            continue
    return False
