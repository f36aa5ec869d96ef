"""A page: one view in place of all panes, of entries that are loaded in a worker. `q` goes back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.strip import Strip

from briefing.app.draw.cells import Piece, fit
from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.layout import PaneName
from briefing.app.pages.scope import Scope
from briefing.app.panes.entries import EntriesPane
from briefing.model.actor import ActorId
from briefing.model.claim import Claim

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.export.ask import Wanted
    from briefing.library.library import Library
    from briefing.search.engine import Stop


class Page(EntriesPane):
    """What each view has to say of itself. `load` runs in a worker, all else on the screen's thread."""

    name = ""
    """Its word in the title, in capitals."""
    waiting = "Counting…"
    keys = PaneName.PAGE
    """What keys mean on it."""
    narrow = False
    """Whether it can be read beside the panes as well, in place of the who pane."""
    view = ""
    """What it is called in `views` and on the `:` line."""

    def __init__(self, scope: Scope | None = None) -> None:
        super().__init__()
        self.data: object = None
        self.scope = scope or Scope()
        self._above = 0

    @property
    def title(self) -> str:
        """What it shows, in a few words."""
        return ""

    @property
    def tail(self) -> str:
        """At the title's right end."""
        return ""

    @property
    def cli(self) -> str:
        """The command line that prints the same."""
        return ""

    def wanted(self, library: Library) -> Wanted | None:
        """What `:export` writes of it; None where there is nothing to write."""
        return None

    @property
    def whom(self) -> ActorId | None:
        """The actor that the entry under the cursor tells of, for `M`, `R` and `i`."""
        target = self.current.target if self.current else None
        return target.actor if isinstance(target, Claim) else None

    @abstractmethod
    def load(self, library: Library, stop: Stop) -> object:
        """Asks the library for what the page opens with; the first rows must not wait for the last."""

    def load_parts(self, library: Library, stop: Stop) -> Iterator[object]:
        """As `load`, then as many times as there is more, for a page that is shown part by part."""
        yield self.load(library, stop)

    def take(self, data: object) -> None:
        """What `load` gave; the cursor stays where it is."""
        self.data = data
        self.outdate()

    def make(self, height: int, room: int, ink: Ink) -> list[Entry]:
        return self.draw(height, room, ink) if self.data is not None else [note(self.waiting, room, ink)]

    @abstractmethod
    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        """The entries of what was loaded."""

    def place(self, entries: list[Entry]) -> int:
        """On what it was on, wherever that stands now."""
        before = self.current.target if self.current else None
        if before is None or (self.cursor < len(entries) and entries[self.cursor].target == before):
            return self.cursor
        return next((at for at, entry in enumerate(entries) if entry.target == before), self.cursor)

    # -- rows above the entries, which stay while those scroll

    def banner_rows(self, height: int, room: int) -> int:
        """How many there are."""
        return 0

    def banner(self, room: int, ink: Ink) -> Sequence[Sequence[Piece]]:
        """As many rows as `banner_rows` said last."""
        return ()

    def lines(self, height: int, room: int, ink: Ink, active: bool) -> list[Strip]:
        self._above = self.banner_rows(height, room) if self.data is not None else 0
        below = super().lines(height - self._above, room, ink, active)
        above = self.banner(room, ink) if self._above else ()
        return [fit(pieces, room, ink.look.text) for pieces in above] + below

    def row_of_cursor(self) -> int:
        return super().row_of_cursor() + self._above

    def choose_row(self, row: int) -> None:
        if row >= self._above:
            super().choose_row(row - self._above)

    # -- what keys do

    def step_scale(self, by: int, desk: Desk) -> None:
        """Closer (1), farther (-1), or as it was at first (0), where there is more than one scale."""
        desk.say("This page has one scale only.")

    def articles_query(self) -> str:
        """The query of the articles that the entry under the cursor stands for; "" for none."""
        return ""

    def enter(self, desk: Desk) -> None:
        """Enter on the entry under the cursor."""

    def reach(self, desk: Desk) -> None:
        """The cursor moved: more may have to be loaded."""
