"""Saved searches: the key of each, what it finds now, and how much of that came since it was run last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.draw.cells import pad
from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.panes.page import Page
from briefing.notebook.searches import Saved

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.library import Library
    from briefing.library.news import Count
    from briefing.search.engine import Stop

_NAME, _COUNTS = 24, 18


class SavedPage(Page):
    """Names at once, counts when they are there."""

    name = "SAVED"
    view = "saved"

    def __init__(self, saved: tuple[Saved, ...]) -> None:
        super().__init__()
        self._saved = saved
        self.data: dict[str, Count] | None = None

    @property
    def title(self) -> str:
        return "searches; Enter runs one" if self._saved else "searches"

    @property
    def cli(self) -> str:
        return "briefing saved"

    def load(self, library: Library, stop: Stop) -> dict[str, Count]:
        from briefing.library.news import count

        return {saved.name: count(library, saved, stop) for saved in self._saved if not stop()}

    def make(self, height: int, room: int, ink: Ink) -> list[Entry]:
        return self.draw(height, room, ink)

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        if not self._saved:
            return [note("No search is saved. Search with /, then B saves it and ' and a digit runs it.", room, ink)]
        return [self._entry(saved, room, ink) for saved in self._saved]

    def _entry(self, saved: Saved, room: int, ink: Ink) -> Entry:
        look = ink.look
        found = self.data.get(saved.name) if self.data else None
        counts = ink.glyphs.ellipsis
        if found:
            counts = found.wrong or f"{found.total:,}" + (f"  +{found.new:,} new" if found.new else "")
        key = f"' {saved.slot}" if saved.slot else ""
        head = (f"  {pad(key, 4)}", look.key)
        name = (f"{pad(ink.cut(saved.name, _NAME), _NAME)}  ", look.text)
        told = (f"{pad(ink.cut(counts, _COUNTS), _COUNTS)}  ", look.date)
        query = saved.query if saved.query != saved.name else ""
        left = room - 6 - _NAME - 2 - _COUNTS - 2 - 1
        return Entry(((head, name, told, (ink.cut(query, left), look.muted)),), target=saved)

    def enter(self, desk: Desk) -> None:
        from briefing.app.saving import show

        saved = self.current.target if self.current else None
        if isinstance(saved, Saved):
            show(desk, saved)
