"""The mouse, where it is switched on: a click chooses a pane and a row, the wheel scrolls what is under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.layout import Box, PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.panes.entries import EntriesPane


class Pointer:
    """Turns places on the screen into panes and rows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _under(self, x: int, y: int) -> tuple[PaneName, Box] | None:
        for pane, box in self._desk.plan.boxes.items():
            if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height:
                return pane, box
        return None

    def click(self, x: int, y: int) -> None:
        """Makes the pane active and chooses its row."""
        desk, under = self._desk, self._under(x, y)
        desk.touched = True
        if under is None:
            return
        pane, box = under
        desk.activate(pane)
        row = y - box.y - 1
        if row < 0:
            return
        if pane is PaneName.LIST:
            desk.reading.move_to(desk.articles.window.top + row // desk.articles.card_height)
        elif entries := desk.entries:
            entries.choose_row(row)
            desk.repaint(pane)
            desk.run("open")

    def turn_wheel(self, x: int, y: int, by: int) -> None:
        """Scrolls the reader by lines, the lists by rows."""
        desk, under = self._desk, self._under(x, y)
        desk.touched = True
        if under is None:
            return
        pane, _ = under
        if pane is PaneName.READER:
            desk.reader.scroll(by)
        elif pane is PaneName.LIST:
            desk.reading.move(1 if by > 0 else -1)
        elif entries := self._entries(pane):
            entries.move(1 if by > 0 else -1)
        desk.repaint(pane)

    def _entries(self, pane: PaneName) -> EntriesPane | None:
        """What is drawn there, whether keys speak to it or not."""
        desk = self._desk
        return {PaneName.WHO: desk.who, PaneName.FACETS: desk.facets, PaneName.PAGE: desk.paging.shown}.get(pane)
