"""The one screen of the app, and the rows that a paint of it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.segment import Segment
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import ComposeResult
from textual.screen import Screen

from briefing.app.desk import Desk


class DeskScreen(Screen[Any], inherit_bindings=False):
    """Holds the desk and hands it every key: nothing else can have the focus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="_default")
        self._desk = desk

    def compose(self) -> ComposeResult:
        yield self._desk

    def on_key(self, event: events.Key) -> None:
        self._desk.on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        self._desk.on_paste(event)


def rows_of(renderable: Any, width: int) -> list[tuple[int, Iterable[Segment]]] | None:
    """Whole rows of a paint, or None for anything else."""
    if isinstance(renderable, LayoutUpdate) and renderable.region.x == 0 and renderable.region.width == width:
        return [(y, _joined(line)) for y, line in enumerate(renderable.strips, renderable.region.y)]
    if isinstance(renderable, ChopsUpdate):
        rows: dict[int, Iterable[Segment]] = {}
        for y, _, _ in renderable.spans:
            strips = list(renderable.chops[y].values())
            if None in strips or sum(strip.cell_length for strip in strips if strip) != width:
                return None
            rows[y] = _joined(strip for strip in strips if strip)
        return list(rows.items())
    return None


def _joined(strips: Iterable[Iterable[Segment]]) -> list[Segment]:
    return [segment for strip in strips for segment in strip]
