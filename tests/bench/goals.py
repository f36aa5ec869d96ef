"""What search is meant to reach, each figure of a run beside its goal: ratios to FTS5 of the same run, CPU, memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tests.bench.report import YARDSTICK

Row = Mapping[str, float | None]
Part = Mapping[str, Row]
_MANY = 50_000
"""Articles from which on the goals of 100,000 count."""


class Goal(NamedTuple):
    """A figure, and the most it may be (or the least)."""

    label: str
    figure: float
    limit: float
    least: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is reached."""
        return self.figure >= self.limit if self.least else self.figure <= self.limit

    def __str__(self) -> str:
        wanted = f"{'>=' if self.least else '<='} {self.limit:.3g}"
        return f"{'holds' if self.holds else 'FALLS SHORT':<12}{self.figure:>10,.3f} {wanted:>9}  {self.label}"


def goals(found: Mapping[str, object]) -> list[Goal]:
    """All goals of which a run has the figures."""
    reached = list(_of_start(found))
    engines = found.get("engines")
    if isinstance(engines, Mapping):
        many = engines["articles"] >= _MANY
        reached += [*_of_keys(engines["keystrokes"], many), *_of_kinds(engines["queries"], many)]
        reached += [*_of_opening(engines["open and a rare word"], many), *_of_building(engines["index"])]
    return reached


def _of_start(found: Mapping[str, object]) -> Iterator[Goal]:
    for label, value in found.items():
        if label.startswith("start:") and label.endswith("over 2") and isinstance(value, float):
            yield Goal("5 first paint with many articles, times that with two", value, 1.2)


def _times(row: Row, engine: str) -> float | None:
    value, yard = row.get(engine), row.get(YARDSTICK)
    return value / yard if value is not None and yard else None


def _goal(label: str, row: Row, engine: str, limit: float) -> Iterator[Goal]:
    if (ratio := _times(row, engine)) is not None:
        yield Goal(f"{label}, {engine}, times FTS5's", ratio, limit)


def _of_keys(keys: Part, many: bool) -> Iterator[Goal]:
    worst = keys["CPU worst"]
    yield from _goal("1 worst key to the exact answer", worst, "whoosh", 0.3 if many else 0.5)
    if (p95 := keys["CPU p95"].get("whoosh")) is not None:
        yield Goal("1 p95 of the keys, whoosh, CPU ms", p95, 50 if many else 25)
    yield from _goal("1 worst key to the exact answer", worst, "tantivy", 0.02 if many else 0.05)
    first = {**keys["CPU worst to the first rows"], YARDSTICK: worst[YARDSTICK]}
    yield from _goal("1 worst key to the first rows", first, "tantivy", 0.02 if many else 0.05)
    for label in ("CPU p95 to the first rows", "CPU p95"):
        if (p95 := keys[label].get("tantivy")) is not None:
            yield Goal(f"5 {label.removeprefix('CPU ')}, tantivy, CPU ms (asked at a million)", p95, 20)


def _of_kinds(kinds: Part, many: bool) -> Iterator[Goal]:
    for engine in ("whoosh", "tantivy"):
        if many:
            yield from _goal("3 term and dates", kinds["term and dates"], engine, 0.5)
            yield from _goal("3 a query with twenty snippets", kinds["with 20 snippets"], engine, 0.2)
        yield from _goal("3 facets by actor, one facet against one", kinds["facets by actor"], engine, 1.0)
        yield from _goal("3 all four facets against four", kinds["all four facets"], engine, 1.0)


def _of_opening(opening: Part, many: bool) -> Iterator[Goal]:
    for engine in ("whoosh", "tantivy"):
        for label, limit in (("CPU ms after imports", 25.0), ("private MB", 20.0)):
            if many and (value := opening[label].get(engine)) is not None:
                yield Goal(f"2 open and a rare word, {engine}, {label}", value, limit)
    yield from _goal("2 whole process beside one that imports whoosh.index", opening[_WITH], "whoosh", 1.3)
    yield from _goal("2 whole process", opening["whole process, CPU ms"], "tantivy", 2.0)


_WITH = "the same, FTS5 importing whoosh.index"


def _of_building(index: Part) -> Iterator[Goal]:
    for engine, least in (("whoosh", 1 / 18), ("tantivy", 1.0)):
        if (ratio := _times(index["articles a CPU second"], engine)) is not None:
            yield Goal(f"4 articles a CPU second, {engine}, times FTS5's", ratio, least, least=True)
        if (more := index["one article more, CPU ms"].get(engine)) is not None:
            yield Goal(f"4 one article more, {engine}, CPU ms", more, 40)
