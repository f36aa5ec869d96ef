"""Times of day beside a date, with their zones: `18:22 BST`, `6 p.m.`, `1822 GMT`, `T10:05:06Z`."""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

from briefing.formats.zones import ZONE, read_shift
from briefing.model.pattern import lazy

_REACH = 28
_CLOCK = lazy(
    r"(?<!\d)(?:(?P<hour>\d{1,2})"
    r"(?:(?:[:.]|\s?h\s?)(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?|(?=\s?[ap]\.?m\b))"
    r"|(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:hrs|hours|z|gmt|utc|[a-z]{1,3}[sd]?t)\b))"
    rf"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?:hrs\b|hours\b)?\s?\(?(?:{ZONE})?\)?(?!\d)",
    re.IGNORECASE,
)
_PACKED = lazy(r"t(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>z\b)?(?:[+-]\d{4})?", re.IGNORECASE)
_LEADS_TO = lazy(r"(?:t|[,;]?\s{1,2}(?:at\s|@\s|à\s|um\s|[-–|/]\s)?)?(?=\d)", re.IGNORECASE)
_LEADS_FROM = lazy(r",?\s{0,2}(?:on\s|[-–|/]\s)?", re.IGNORECASE)


class Clock(NamedTuple):
    """A time of day in a line; `at` is None for figures that are none, such as 25:10."""

    start: int
    end: int
    at: time | None
    offset_minutes: int | None


def clock_after(line: str, at: int) -> Clock | None:
    """The time of day that follows a date ending at `at`."""
    if packed := _PACKED.match(line, at):
        return Clock(at, packed.end(), _time(packed["hour"], packed["minute"]), 0 if packed["zone"] else None)
    lead = _LEADS_TO.match(line, at)
    hit = _CLOCK.match(line, lead.end()) if lead else None
    return _made(hit) if hit else None


def clock_before(line: str, start: int, end: int) -> Clock | None:
    """The time of day that stands just before a date beginning at `end`, and not before `start`."""
    start = max(start, end - _REACH)
    if not any(c.isdigit() for c in line[start:end]):
        return None
    for hit in _CLOCK.finditer(line, start, end):
        if _LEADS_FROM.fullmatch(line, hit.end(), end):
            return _made(hit)
    return None


def without_clock(words: str) -> str:
    """The words without the time of day at their end."""
    if any(c.isdigit() for c in words[-_REACH:]):
        for hit in _CLOCK.finditer(words):
            if hit.end() == len(words) and words[max(0, hit.start() - 1) : hit.start()] in ("", " "):
                return words[: hit.start()]
    return words


def _made(hit: re.Match[str]) -> Clock:
    half = (hit["half"] or "").lower()
    if joined := hit["military"]:
        found = _time(joined[:2], joined[2:])
    else:
        found = _time(hit["hour"], hit["minute"] or "0", hit["second"] or "0", half[:1])
    return Clock(hit.start(), hit.end(), found, read_shift(hit) if found else None)


def _time(hour: str, minute: str, second: str = "0", half: str = "") -> time | None:
    number = int(hour)
    if half and 1 <= number <= 12:
        number = number % 12 + (12 if half == "p" else 0)
    if number > 23 or int(minute) > 59 or int(second) > 59:
        return None
    return time(number, int(minute), int(second))
