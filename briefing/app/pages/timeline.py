"""The timeline: claims and published articles by day, week, month or year; Enter lists the claims of a step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from briefing.app.command_line import shell_line
from briefing.app.draw.cells import Piece
from briefing.app.draw.entry import Entry, label, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.timeline import legend, strip_lines, timeline_entries, unplaced_words
from briefing.app.layout import WIDE_FROM
from briefing.app.pages.scope import Scope
from briefing.app.panes.page import Page
from briefing.model.claim import ClaimFilter
from briefing.model.grain import Grain
from briefing.model.timeline import Bucket, Timeline, TimelineAsk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.app.desk import Desk
    from briefing.export.ask import Wanted
    from briefing.library.library import Library
    from briefing.search.engine import Stop

_STRIP_FROM = 38
"""Rows of the page on a screen of 45."""
_GRAINS = tuple(Grain)


@dataclass(frozen=True, slots=True)
class Outside:
    """What stands on no step: the claims that nothing places, or the articles without a date."""

    claims: bool


class TimelinePage(Page):
    """`at` is the day on whose step the cursor stands first."""

    name = "TIMELINE"
    view = "timeline"

    def __init__(self, scope: Scope, at: date | None = None) -> None:
        super().__init__(scope)
        self._grain: Grain | None = None
        self._seek = at
        self.data: Timeline | None = None

    @property
    def title(self) -> str:
        by = f"by {self.data.grain.value}" if self.data else ""
        return f"{by}  {self.scope.words}".strip()

    @property
    def tail(self) -> str:
        return f"{self.data.unplaced:,} unplaced" if self.data and self.data.unplaced else ""

    @property
    def cli(self) -> str:
        grain = ("--by", self.data.grain.value) if self.data else ()
        return shell_line("timeline", self.scope.query, (*self.scope.flags(), *grain))

    def wanted(self, library: Library) -> Wanted:
        from briefing.export.ask import What

        return self.scope.wanted(What.TIMELINE, library)

    def load(self, library: Library, stop: Stop) -> Timeline:
        self.scope = scope = self.scope.found(library)
        return library.timeline(TimelineAsk(actor=scope.actor, grain=self._grain), scope.query)

    def take(self, data: object) -> None:
        if self._seek is None and isinstance(chosen := self._target, Bucket):
            self._seek = chosen.first
        super().take(data)

    @property
    def _target(self) -> object:
        return self.current.target if self.current else None

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        data = self.data
        assert data is not None
        entries = list(timeline_entries(data, room, ink))
        if not entries:
            entries.append(
                note("Nothing is dated here. Names and dates are found once the builder is done.", room, ink)
            )
        claims, articles = unplaced_words(data)
        if claims or articles:
            entries.append(label("ON NO STEP", ink))
        for words, of_claims in ((claims, True), (articles, False)):
            if words:
                line = ((f"  {ink.cut(words, room - 3)}", ink.look.guess),)
                entries.append(Entry((line,), target=Outside(of_claims)))
        return entries

    def place(self, entries: list[Entry]) -> int:
        """On the step of the day that is wanted, else on the next one that has something."""
        wanted = self._seek
        if self.data is None or wanted is None:
            return super().place(entries)
        self._seek = None
        steps = [(at, entry.target) for at, entry in enumerate(entries) if isinstance(entry.target, Bucket)]
        return next((at for at, step in steps if step.last >= wanted), steps[-1][0] if steps else 0)

    def banner_rows(self, height: int, room: int) -> int:
        if self.data is None or not self.data.buckets:
            return 0
        return 4 if room >= WIDE_FROM and height >= _STRIP_FROM else 1

    def banner(self, room: int, ink: Ink) -> Sequence[Sequence[Piece]]:
        assert self.data is not None
        words = legend(self.data, room, ink)
        if self._above == 1:
            return [words]
        here = self._target if isinstance(self._target, Bucket) else None
        return [*strip_lines(self.data, here, room, ink), [], words]

    def step_scale(self, by: int, desk: Desk) -> None:
        if self.data is None:
            return
        at = _GRAINS.index(self.data.grain) - by
        if by and not 0 <= at < len(_GRAINS):
            desk.say("A day is the shortest step." if by > 0 else "A year is the longest step.")
            return
        self._grain = _GRAINS[at] if by else None
        desk.paging.load()

    def enter(self, desk: Desk) -> None:
        from briefing.app.pages.ledger import LedgerPage

        target = self._target
        if isinstance(target, Bucket):
            first, last = target.first.toordinal(), target.last.toordinal()
            asked = ClaimFilter(since=first, until=last, begins=True, guesses=True)
            desk.paging.open(LedgerPage(self.scope, asked))
        elif isinstance(target, Outside) and target.claims:
            desk.paging.open(LedgerPage(self.scope, ClaimFilter(unplaced=True, guesses=True)))
        elif isinstance(target, Outside):
            desk.paging.list_articles(self.articles_query())

    def articles_query(self) -> str:
        """The articles that came out in a step, else those that name a day of it; of the actor if there is one."""
        from briefing.search.edit import add_fact

        base = self.scope.query.raw if self.scope.query else ""
        if self.scope.name:
            base = add_fact(base, "who", self.scope.name)
        if isinstance(target := self._target, Bucket):
            span = f"{target.first.isoformat()}..{target.last.isoformat()}"
            return add_fact(base, "pub" if target.articles else "on", span)
        return add_fact(base, "is", "undated") if isinstance(target, Outside) and not target.claims else ""
