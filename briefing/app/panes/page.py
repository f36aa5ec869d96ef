"""A page: one view in place of all panes, of entries that are loaded in a worker. `q` goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.layout import PaneName
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

    def __init__(self) -> None:
        super().__init__()
        self.data: object = None

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

    def load(self, library: Library, stop: Stop) -> object:
        """Asks the library; the first rows must not wait for the last."""
        raise NotImplementedError

    def take(self, data: object) -> None:
        """What `load` gave; the cursor stays where it is."""
        self.data = data
        self.outdate()

    def make(self, height: int, room: int, ink: Ink) -> list[Entry]:
        return self.draw(height, room, ink) if self.data is not None else [note(self.waiting, room, ink)]

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        """The entries of what was loaded."""
        raise NotImplementedError

    def enter(self, desk: Desk) -> None:
        """Enter on the entry under the cursor."""

    def reach(self, desk: Desk) -> None:
        """The cursor moved: more may have to be loaded."""
