"""Spans to mark in a text (hits, mentions, times), cut to the line that is drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.style import Style

from briefing.app.draw.cells import Piece
from briefing.model.text import Span


class Layer(NamedTuple):
    """Spans of one kind in one style, sorted and not overlapping."""

    style: Style
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, start: int, end: int) -> Sequence[tuple[int, int]]:
        """Those that touch `[start, end)`, found by bisection."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))


def layer(spans: Iterable[Span], style: Style) -> Layer:
    """A layer of spans; of two that overlap the earlier stays."""
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(spans):
        if len(span) and (not ends or span.start >= ends[-1]):
            starts.append(span.start)
            ends.append(span.end)
    return Layer(style, tuple(starts), tuple(ends))


def marked(value: str, start: int, end: int, ground: Style, layers: Sequence[Layer]) -> list[Piece]:
    """`value[start:end]` as pieces; later layers lie over earlier ones."""
    cuts: list[tuple[int, int, Style]] = [(start, end, ground)] if end > start else []
    for each in layers:
        for mark_start, mark_end in each.within(start, end):
            cuts = _lay_over(cuts, max(mark_start, start), min(mark_end, end), each.style)
    return [(value[a:b], style) for a, b, style in cuts]


def _lay_over(cuts: list[tuple[int, int, Style]], start: int, end: int, style: Style) -> list[tuple[int, int, Style]]:
    laid: list[tuple[int, int, Style]] = []
    for a, b, under in cuts:
        if b <= start or a >= end:
            laid.append((a, b, under))
            continue
        if a < start:
            laid.append((a, start, under))
        laid.append((max(a, start), min(b, end), style))
        if b > end:
            laid.append((end, b, under))
    return laid
