"""The ledger: one row a dated claim of the corpus, an actor or the articles found; the unplaced ones apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.app.draw.entry import Entry, label, note
from briefing.app.draw.ink import Ink
from briefing.app.panes.page import Page
from briefing.model.claim import Claim, ClaimFilter

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.export.ask import Wanted
    from briefing.library.library import Library
    from briefing.model.query import SearchQuery
    from briefing.search.engine import Stop

CHUNK = 500
"""Claims that are loaded at a time."""


class Loaded(NamedTuple):
    """The first claims in order of time, how many there are, and those that nothing places."""

    placed: list[Claim]
    total: int
    unplaced: list[Claim]
    unplaced_total: int


class LedgerPage(Page):
    """`about` says whose claims; the query is that of the list."""

    name = "LEDGER"
    waiting = "Putting the claims in order…"

    def __init__(self, asked: ClaimFilter, query: SearchQuery | None, about: str = "", flags: str = "") -> None:
        super().__init__()
        self._asked, self._query, self._about, self._flags = asked, query, about, flags
        self._wanted = CHUNK
        self.data: Loaded | None = None

    @property
    def title(self) -> str:
        if self.data is None:
            return self._about
        counted = f"{self.data.total:,} dated claims"
        return f"{counted} of {self._about}" if self._about else counted

    @property
    def tail(self) -> str:
        return f"{self.data.unplaced_total:,} unplaced" if self.data and self.data.unplaced_total else ""

    @property
    def cli(self) -> str:
        query = f"{self._query.raw!r} " if self._query and not self._query.is_everything else ""
        return f"briefing claims {query}{self._flags}".strip()

    def wanted(self, library: Library) -> Wanted:
        from briefing.export.ask import Wanted, What

        actor = library.find_actor(self._about) if self._asked.actor else None
        return Wanted(What.LEDGER, self._query, actor)

    def load(self, library: Library, stop: Stop) -> Loaded:
        placed, total = library.claims(self._asked, self._query, 0, self._wanted)
        unplaced, more = library.claims(self._asked._replace(unplaced=True), self._query, 0, CHUNK)
        return Loaded(placed, total, unplaced, more)

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        from briefing.app.draw.ledger import claim_entries, claim_entry

        data = self.data
        assert data is not None
        if not data.total and not data.unplaced_total:
            return [note("No claim is dated here. Names and dates are found once the builder is done.", room, ink)]
        entries = list(claim_entries(data.placed, room, ink))
        if data.total > len(data.placed):
            entries.append(note(f"{data.total - len(data.placed):,} more: go on down.", room, ink))
        elif data.unplaced_total:
            entries += [label("", ink), label(f"UNPLACED  {data.unplaced_total:,}", ink)]
            entries += [claim_entry(claim, room, ink) for claim in data.unplaced]
            if data.unplaced_total > len(data.unplaced):
                more = data.unplaced_total - len(data.unplaced)
                entries.append(note(f"{more:,} more: briefing claims --unplaced lists all.", room, ink))
        return entries

    def reach(self, desk: Desk) -> None:
        data = self.data
        if data and len(data.placed) < data.total and self.cursor >= len(data.placed) - 50:
            self._wanted = len(data.placed) + 4 * CHUNK
            desk.paging.load()

    def enter(self, desk: Desk) -> None:
        claim = self.current.target if self.current else None
        if isinstance(claim, Claim):
            desk.paging.read(claim.article, claim.paragraph, claim.sentence)
