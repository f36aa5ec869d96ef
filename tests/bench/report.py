"""Figures as a table: ours, theirs, and how many times the yardstick each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

YARDSTICK = "FTS5"


class Times(NamedTuple):
    """Milliseconds of one question: CPU and wall."""

    cpu: float
    wall: float


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, the value that 95 of 100 do not pass, and the worst."""
    ordered = sorted(values)
    return {"p50": _at(ordered, 0.5), "p95": _at(ordered, 0.95), "worst": ordered[-1]}


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def median(rounds: Sequence[Times]) -> Times:
    """Each column by itself."""
    return Times(*(sorted(column)[len(rounds) // 2] for column in zip(*rounds, strict=True)))


def table(title: str, rows: Mapping[str, Mapping[str, float | None]], unit: str) -> str:
    """One line a measure, one column an engine; beside each figure its ratio to the yardstick's."""
    engines = list(dict.fromkeys(engine for row in rows.values() for engine in row))
    widest = max([len(title) + len(unit) + 3, *map(len, rows)])
    lines = [f"{f'{title} ({unit})':<{widest}}" + "".join(f"{engine:>22}" for engine in engines)]
    for name, row in rows.items():
        lines.append(f"{name:<{widest}}" + "".join(f"{_cell(row, engine):>22}" for engine in engines))
    return "\n".join(lines)


def _cell(row: Mapping[str, float | None], engine: str) -> str:
    value, yard = row.get(engine), row.get(YARDSTICK)
    if value is None:
        return "-"
    shown = f"{value:,.2f}" if value < 100 else f"{value:,.0f}"
    return f"{shown} ({value / yard:.2f}x)" if yard and engine != YARDSTICK else shown
