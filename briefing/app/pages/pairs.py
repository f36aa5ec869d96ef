"""With whom an actor is named, or who is named together: within a clause, a sentence, a paragraph or an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.command_line import shell_line
from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.pairs import pair_entries
from briefing.app.pages.scope import Scope
from briefing.app.panes.page import Page
from briefing.model.pairs import Pair, Pairs, Within

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.library import Library
    from briefing.model.actor import ActorId
    from briefing.search.engine import Stop

_OF_ONE, _OF_ALL = 500, 200
"""Pairs that are shown."""
_WITHIN = tuple(Within)


class PairsPage(Page):
    """Without an actor in its scope: the pairs of everybody."""

    name = "WITH WHOM"
    view = "pairs"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self._within = Within.SENTENCE
        self.data: Pairs | None = None

    @property
    def title(self) -> str:
        within = self.data.within if self.data else self._within
        return f"{self.scope.words}: in one {within.value}"

    @property
    def tail(self) -> str:
        if self.data is None or self.data.total is None:
            return ""
        return f"{self.data.total:,} named with it"

    @property
    def cli(self) -> str:
        flags = ("--within", self._within.value, "--limit", str(self._limit))
        return shell_line("pairs", self.scope.query, (*self.scope.flags(), *flags))

    @property
    def _limit(self) -> int:
        return _OF_ONE if self.scope.name else _OF_ALL

    @property
    def whom(self) -> ActorId | None:
        return self._pair.other.id if self._pair else self.scope.actor

    def load(self, library: Library, stop: Stop) -> Pairs:
        self.scope = scope = self.scope.found(library)
        return library.pairs(self._within, scope.query, scope.actor, self._limit, stop)

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        data = self.data
        assert data is not None
        if not data.pairs:
            return [note(f"Nobody is named together within one {data.within.value}.", room, ink)]
        entries = list(pair_entries(data, bool(self.scope.name), room, ink))
        if data.total and data.total > len(data.pairs):
            entries.append(
                note(f"{data.total - len(data.pairs):,} more: briefing pairs --limit lists them.", room, ink)
            )
        elif data.total is None and len(data.pairs) == self._limit:
            entries.append(note(f"The {self._limit:,} most frequent: briefing pairs --limit lists more.", room, ink))
        return entries

    def step_scale(self, by: int, desk: Desk) -> None:
        at = _WITHIN.index(self._within) - by if by else _WITHIN.index(Within.SENTENCE)
        if not 0 <= at < len(_WITHIN):
            desk.say("Within a clause is the closest." if by > 0 else "Within an article is the farthest.")
            return
        self._within = _WITHIN[at]
        desk.paging.load()

    @property
    def _pair(self) -> Pair | None:
        target = self.current.target if self.current else None
        return target if isinstance(target, Pair) else None

    def enter(self, desk: Desk) -> None:
        from briefing.app.pages.dossier import DossierPage

        pair = self._pair
        if pair is None:
            return
        if self.scope.name:
            desk.paging.open(DossierPage(Scope(None, pair.other.name, pair.other.id)))
        else:
            desk.paging.open(PairsPage(Scope(self.scope.query, pair.one.name, pair.one.id)))

    def articles_query(self) -> str:
        from briefing.search.edit import add_fact

        pair = self._pair
        if pair is None:
            return ""
        base = self.scope.query.raw if self.scope.query else ""
        return add_fact(add_fact(base, "who", pair.one.name), "who", pair.other.name)
