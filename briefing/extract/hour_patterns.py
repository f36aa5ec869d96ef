"""Patterns of clock times, meals and parts of a day that name no day."""

from __future__ import annotations

import re

from briefing.extract.number_words import NUMBERS, number
from briefing.extract.time_run import Run
from briefing.extract.time_words import MEALS, PARTS

_HALVES = {"TMO": "a", "TAF": "p", "TEV": "p", "TNI": "p"}


def _of_half(hours: int, half: str) -> int:
    """The hour of the day, by whether it is one a.m. or p.m."""
    if half.startswith("p"):
        return hours + 12 if hours < 12 else hours
    return 0 if half.startswith("a") and hours == 12 else hours


def read_clock(run: Run) -> str | None:
    """10:30, 9 p.m., 0415 hours, 3 o'clock in the morning."""
    word, half = run.first("KydNc"), run.first("M") or _HALVES.get(PARTS.get(run.first("P"), ""), "")
    if "U" in run.classes and run.first("U") != "hours":
        return None
    hours, minutes = _hour_and_minute(word)
    if hours is None:
        return None
    if run.first("P") != "night" or hours > 5:  # two at night is of the morning
        hours = _of_half(hours, half)
    way = "head" if run.is_head and ":" in word else run.direction
    return f"at {way} T{hours:02d}:{minutes:02d}" if hours < 25 and minutes < 60 else None


def read_hour_this(run: Run) -> str | None:
    """At three this afternoon."""
    hours, _ = _hour_and_minute(run.first("d"))
    half = _HALVES.get(PARTS[run.first("P")], "")
    if run.before != "at" or hours is None or not 0 < hours < 13 or not half:
        return None
    return f"rel day 0 pub T{_of_half(hours, half):02d}:00"


def read_spoken_clock(run: Run) -> str | None:
    """Eight thirty p.m., six forty-five this morning."""
    hour, *rest = run.all("c")
    hours, minutes = NUMBERS.get(hour, 0), number(rest)
    if not 0 < hours < 13 or minutes is None or not 10 <= minutes < 60:
        return None
    return f"at {run.direction} T{_of_half(hours, run.first('M')):02d}:{int(minutes):02d}"


def read_hour_word(run: Run) -> str | None:
    """At eleven, by nine."""
    return f"at {run.direction} T{NUMBERS[run.first('c')]:02d}:00"


def read_meal(run: Run) -> str:
    """By breakfast, after lunch."""
    at, after = MEALS[run.first("v")]
    return f"at {run.direction} {after if run.before in ('after', 'since') else at}"


def read_small_hours(run: Run) -> str | None:
    """The small hours, the early hours."""
    is_early = run.first("~") in ("", "small", "wee")
    return f"at {run.direction} TMO" if run.first("U") == "hours" and is_early else None


def read_past_hour(run: Run) -> str | None:
    """Half past four, a quarter to six, ten minutes past eleven."""
    *before, link, word = [text.lower() for text in run.texts]
    hours, _ = _hour_and_minute(word)
    sign = {"past": 1, "to": -1}.get(link, 0)
    if hours is None or not sign or not 0 < hours < 13:
        return None
    named = {"half": 30, "quarter": 15}.get(before[-1] if before else "")
    counted = number(before[:1]) if before and before[-1] in ("minutes", before[0]) and before[0].isalpha() else None
    minutes = named or (int(counted) if counted and counted < 30 else 0)
    if not minutes:
        return None
    hours, minutes = divmod(hours * 60 + sign * minutes, 60)
    return f"at {run.direction} T{hours:02d}:{minutes:02d}"


def _hour_and_minute(word: str) -> tuple[int | None, int]:
    match = re.fullmatch(r"(\d\d?)(?:[:.](\d\d)(?::\d\d)?)?|(\d\d)(\d\d)", word)
    if match:
        return int(match[1] or match[3]), int(match[2] or match[4] or 0)
    hours = number([word])
    return (int(hours) if hours and hours < 13 and word.isalpha() else None), 0


def read_clock_part(run: Run) -> str:
    """The morning, noon, overnight: of a day that is named beside it or was told of before."""
    word = run.first("P")
    if word == "midnight" and run.before in ("after", "past"):
        return f"at {run.direction} T00:00"
    if word == "overnight":
        is_ahead = run.before != "by" and run.direction in ("future", "will")
        return f"at {'will' if is_ahead else 'over'} TNI"
    return f"at {run.direction} {PARTS[word]}"


def read_at_night(run: Run) -> str | None:
    """At night, on no day that is named; at noon, of the day beside it."""
    return "set XXXX-XX-XXTNI" if run.first("P") == "night" and run.before in ("at", "by") else read_clock_part(run)
