"""Patterns of looser words for a length or a distance: a year and a half, a week or so ago, long ago, these days."""

from __future__ import annotations

from briefing.extract.counted_units import PLACEABLE, counted, is_vague, length, unit_named
from briefing.extract.period_patterns import read_distance, read_shift_by
from briefing.extract.time_run import Run


def read_unit_and_half(run: Run) -> str | None:
    """A month and a half, a year and a half ago."""
    count, unit = counted(run)
    way = run.classes[-1]
    if count is None or unit not in PLACEABLE or way not in ("A", "E", "L") or unit == "day":
        return length(count, unit, False)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    shift = round(count * months) if months else int(count)
    base = "told" if way == "A" else "disc"
    return f"rel {'month' if months else unit} {shift if way == 'L' else -shift} {base}"


def read_quarter_century(run: Run) -> str | None:
    """A quarter century ago, a quarter of a century."""
    if run.all("u") != ["quarter", "century"] or run.classes[0] == "c":
        return None
    return {
        "A": "rel year -25 told", "E": "rel year -25 disc", "L": "rel year 25 disc"
    }.get(run.classes[-1], "= P25Y")  # fmt: skip


def read_ago_about(run: Run) -> str | None:
    """A week or so ago, which is a week ago; a day or two ago, which is not told."""
    if run.texts[-2].lower() == "so":
        return read_distance(-1, "told")(run)
    return "= PAST_REF" if run.classes[-2] == "c" else None


def read_from_now(run: Run) -> str | None:
    """Two weeks from now, years from now."""
    if [text.lower() for text in run.texts[-2:]] != ["from", "now"]:
        return None
    count, unit = counted(run)
    if count is None or is_vague(run):
        return "= FUTURE_REF"
    return read_distance(1, "pub")(run) if unit in PLACEABLE else length(count, unit, False)


def read_last_unit(run: Run) -> str | None:
    """Last week, the past year; the past decade is ten years, not the one before."""
    unit = unit_named(run)
    if unit in ("decade", "century") and run.first("l") == "past":
        return length(1, unit, False)
    if unit == "day" and run.first("l") == "last":
        return "= P1D" if run.before in ("in", "within", "over", "during", "for") else None
    return read_shift_by(-1, "pub")(run)


def read_weekends(run: Run) -> str | None:
    """On weekends."""
    return "set XXXX-WXX-WE" if run.texts[0].lower() == "weekends" and run.before in ("on", "at", "during") else None


def read_mid_unit(run: Run) -> str | None:
    """By mid-year."""
    unit = unit_named(run)
    return f"rel {unit} 0 told" if run.first("r") == "mid" and unit in ("year", "month", "week") else None


def read_these_days(run: Run) -> str | None:
    """These days."""
    return "= PRESENT_REF" if run.texts[-1].lower() == "days" and run.first("h") == "these" else None
