"""How many of which unit a run of words counts, and the length that makes."""

from __future__ import annotations

from briefing.extract.number_words import number
from briefing.extract.time_run import Run
from briefing.extract.time_words import PLURALS

PLACEABLE = frozenset(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"])
"""Units that a calendar places."""
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}
"""Half of a unit in the next smaller one."""


def unit_named(run: Run) -> str:
    """The unit of a run, in the singular."""
    word = run.first("uUW")
    return "weekend" if word.startswith("weekend") else PLURALS.get(word, word)


def counted(run: Run) -> tuple[float | None, str]:
    """How many of which unit."""
    words = [t for c, t in zip(run.classes, run.texts, strict=True) if c in "acdNq-" or t.lower() == "and"]
    count = number([word for word in words if word.lower() not in ("few", "several", "many", "some")])
    if "R" in run.classes:
        count = _with_half(count, run)
    return count, unit_named(run)


def _with_half(count: float | None, run: Run) -> float | None:
    """Half an hour, a half hour, two and a half years; no `end a week`, no half-year of a firm."""
    if run.first("R") != "half" or (run.classes.startswith("R") and not run.first("a") and unit_named(run) == "year"):
        return None
    return count + 0.5 if count and ";" in run.classes else 0.5


def is_vague(run: Run) -> bool:
    """Several weeks, not some three weeks."""
    return "q" in run.classes and run.first("q") != "couple" and not (run.first("q") == "some" and run.first("cd"))


def length(count: float | None, unit: str, is_vague: bool) -> str | None:
    """The pattern of so many units; X of them where that is not told."""
    if count is None and not is_vague:
        return None
    figure = "X" if count is None else f"{count:g}"
    if figure.strip("0123456789.") not in ("", "X") or len(figure) > 7:
        return None
    if unit in ("hour", "minute", "second"):
        if unit in _HALVES and count and count % 1 == 0.5:
            return f"= PT{f'{count - 0.5:g}{unit[0].upper()}' if count > 1 else ''}{_HALVES[unit]}"
        return f"= PT{figure}{unit[0].upper()}"
    if unit == "fortnight":
        return f"= P{2 * count:g}W" if count else "= PXW"
    letter = {"decade": "E", "century": "C", "weekend": "W"}.get(unit, unit[0].upper())
    if unit in _HALVES and count and count % 1 == 0.5:
        return f"= P{f'{count - 0.5:g}Y' if count > 1 else ''}{_HALVES[unit]}"
    if letter in "EC" and count:
        return f"= P{count * (10 if letter == 'E' else 100):g}Y"
    return f"= P{figure}{'Y' if letter in 'EC' else letter}"
