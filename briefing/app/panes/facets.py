"""The facet pane: counts of what is found, each row a filter to keep or to leave out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.panes.entries import EntriesPane
from briefing.model.wording import counted

if TYPE_CHECKING:
    from briefing.model.facet import Facets
    from briefing.search.edit import Said


class FacetsPane(EntriesPane):
    """The counts last made, marked with what the query says now."""

    def __init__(self) -> None:
        super().__init__()
        self.facets: Facets | None = None
        self.counting = False
        """What is counted is no longer what the list shows."""
        self._said: Sequence[Said] = ()
        self._held: Said | None = None

    def show(self, facets: Facets) -> None:
        """Other counts; the cursor stays on the same row where it is counted still."""
        self.facets, self.counting = facets, False
        self.outdate()

    def mark(self, said: Sequence[Said]) -> None:
        """What the query says, to be marked."""
        if list(said) != list(self._said):
            self._said = said
            self.outdate()

    @property
    def title(self) -> str:
        if self.counting or self.facets is None:
            return "counting"
        return f"of {counted(self.facets.articles, 'article')}"

    def make(self, height: int, room: int, ink: Ink) -> list[Entry]:
        if self.facets is None:
            return [note("Counting…", room, ink)]
        from briefing.app.draw.facets import facet_entries

        return facet_entries(self.facets, self._said, height, room, ink)

    def place(self, entries: list[Entry]) -> int:
        held = self._held
        if held is None:
            return 0
        return next((at for at, entry in enumerate(entries) if entry.part and entry.part.same(held)), self.cursor)

    def hold(self) -> None:
        """The reader chose this row: the cursor goes where it goes, and comes back to it."""
        self._held = self.current.part if self.current else None

    def move(self, by: int) -> bool:
        moved = self.step(by)
        self.hold()
        return moved

    def choose_row(self, row: int) -> None:
        super().choose_row(row)
        self.hold()
