"""The ledger: one row a dated claim of the corpus, an actor or the articles found; the unplaced ones apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from briefing.app.command_line import shell_line
from briefing.app.draw.entry import Entry, label, note
from briefing.app.draw.ink import Ink
from briefing.app.pages.scope import Scope
from briefing.app.panes.page import Page
from briefing.model.claim import Claim, ClaimFilter
from briefing.model.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.app.desk import Desk
    from briefing.export.ask import Wanted
    from briefing.library.library import Library
    from briefing.search.engine import Stop

CHUNK = 500
"""Claims that are loaded at a time."""


class Loaded(NamedTuple):
    """The first claims in order of time, how many there are, and those that nothing places."""

    placed: list[Claim]
    total: int
    unplaced: list[Claim]
    unplaced_total: int
    guessed: int = 0
    """Of the unplaced, those of which a year clue suggests when."""

    @property
    def left(self) -> str:
        """How many are not placed, and how many of these are guessed."""
        return f"{self.unplaced_total:,}" + (f", {self.guessed:,} of them guessed" if self.guessed else "")


class LedgerPage(Page):
    """`asked` may bound the days or the source, or ask for the unplaced ones alone."""

    name = "LEDGER"
    view = "ledger"
    waiting = "Putting the claims in order…"

    def __init__(self, scope: Scope, asked: ClaimFilter | None = None) -> None:
        super().__init__(scope)
        self._asked = asked or ClaimFilter()
        self._wanted = CHUNK
        self.data: Loaded | None = None

    @property
    def title(self) -> str:
        asked = self._asked
        about = f"{self.scope.words}{_span(asked)}{f', said {asked.said_by}' if asked.said_by else ''}"
        if self.data is None:
            return about
        if asked.unplaced:
            return f"{counted(self.data.unplaced_total, 'unplaced claim')}: {about}"
        return f"{counted(self.data.total, 'dated claim')}: {about}"

    @property
    def tail(self) -> str:
        if self._asked.unplaced or self.data is None or not self.data.unplaced_total:
            return ""
        guessed = f", {self.data.guessed:,} guessed" if self.data.guessed else ""
        return f"{self.data.unplaced_total - self.data.guessed:,} unplaced{guessed}"

    @property
    def cli(self) -> str:
        return shell_line("claims", self.scope.query, (*self.scope.flags(), *_flags(self._asked), "--limit", "all"))

    def wanted(self, library: Library) -> Wanted:
        from briefing.export.ask import What

        days = (self._asked.since, self._asked.until)
        since, until = (None if day is None else date.fromordinal(day) for day in days)
        return self.scope.wanted(What.LEDGER, library)._replace(since=since, until=until)

    def load(self, library: Library, stop: Stop) -> Loaded:
        self.scope = scope = self.scope.found(library)
        asked = self._asked._replace(actor=scope.actor)
        if asked.unplaced:
            return Loaded([], 0, *library.claims(asked, scope.query, 0, self._wanted))
        placed, total = library.claims(asked, scope.query, 0, self._wanted)
        if asked.since is not None or asked.until is not None:
            return Loaded(placed, total, [], 0)
        unplaced = asked._replace(unplaced=True)
        rows, left = library.claims(unplaced, scope.query, 0, CHUNK)
        bare = library.claims(unplaced._replace(guesses=True), scope.query, 0, 0)[1] if left else 0
        return Loaded(placed, total, rows, left, left - bare)

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
            if data.placed:
                entries += [label("", ink), label(f"UNPLACED  {data.left}", ink)]
            entries += [claim_entry(claim, room, ink) for claim in data.unplaced]
            if data.unplaced_total > len(data.unplaced):
                more = data.unplaced_total - len(data.unplaced)
                way = "go on down." if self._asked.unplaced else "briefing claims --unplaced lists all."
                entries.append(note(f"{more:,} more: {way}", room, ink))
        return entries

    def reach(self, desk: Desk) -> None:
        data = self.data
        if data is None:
            return
        rows, total = (
            (data.unplaced, data.unplaced_total) if self._asked.unplaced else (data.placed, data.total)
        )  # fmt: skip
        if self._wanted <= len(rows) < total and self.cursor >= len(rows) - 50:
            self._wanted = len(rows) + 4 * CHUNK
            desk.paging.load()

    def enter(self, desk: Desk) -> None:
        claim = self.current.target if self.current else None
        if isinstance(claim, Claim):
            desk.paging.read(claim.article, claim.paragraph, claim.sentence)

    def articles_query(self) -> str:
        from briefing.search.edit import fact_text

        claim = self.current.target if self.current else None
        return fact_text("who", claim.name) if isinstance(claim, Claim) else ""


def _days(asked: ClaimFilter) -> Iterator[tuple[str, str]]:
    for name, day in (("since", asked.since), ("until", asked.until)):
        if day is not None:
            yield name, date.fromordinal(day).isoformat()


def _span(asked: ClaimFilter) -> str:
    days = [day for _, day in _days(asked)]
    return f", {' to '.join(dict.fromkeys(days))}" if days else ""


def _flags(asked: ClaimFilter) -> Iterator[str]:
    for name, day in _days(asked):
        yield from (f"--{name}", day)
    if asked.said_by:
        yield from ("--said-by", asked.said_by)
    yield from (f"--{each}" for each in ("unplaced", "begins", "guesses") if getattr(asked, each))
