"""The whole of time under the panes of a large screen: how many claims when, and where the open article stands.

Counted in a worker once an answer is whole and the reader rests; what is drawn from it is kept until it changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from briefing.model.errors import BriefingError
from briefing.model.timeline import TimelineAsk

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.desk import Desk
    from briefing.app.draw.cells import Piece
    from briefing.app.draw.ink import Ink
    from briefing.app.pages.scope import Scope
    from briefing.model.timeline import Bucket, Timeline

REST = 0.4
"""Seconds before it is counted: first what the reader asked for, then this."""

_STEPS = 160
"""Steps that have a cell each on the narrowest screen that shows them."""


class Counted(NamedTuple):
    """A timeline, and of what."""

    scope: Scope
    timeline: Timeline


class Overview:
    """Of what the list shows, or of the actor whose dossier stands beside it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turn = 0
        self._asked: tuple[int, object] | None = None
        """What is counted, or being counted."""
        self._counted: Counted | None = None
        self._timer: Timer | None = None
        self._begun = False
        self._drawn: tuple[object, list[Sequence[Piece]]] | None = None

    def begin(self) -> None:
        """After the first paint."""
        self._begun = True
        self.look()

    def outdate(self) -> None:
        """Another question, or another library."""
        self._turn += 1

    def look(self) -> None:
        """Counts what there is to be seen, unless it is counted or nobody sees it."""
        desk = self._desk
        if not self._begun or desk.plan.span is None or not desk.searching.is_exact:
            return
        scope = self._scope()
        if scope.name and scope.actor is None:
            return  # the page finds out whom it is about, and looks again then
        if self._asked == (self._turn, scope.actor):
            return
        self._asked = self._turn, scope.actor
        if self._timer is not None:
            self._timer.stop()
        self._timer = desk.set_timer(REST, lambda: self._start(scope))

    def _scope(self) -> Scope:
        from briefing.app.pages.aim import listed

        page = self._desk.paging.shown
        return page.scope if page is not None and self._desk.plan.beside else listed(self._desk)

    def _start(self, scope: Scope) -> None:
        asked = self._asked
        self._desk.run_worker(
            lambda: self._work(asked, scope), thread=True, exclusive=True, group="overview", exit_on_error=False
        )

    def _work(self, asked: object, scope: Scope) -> None:
        """In a worker. A library that cannot be read says so where it was asked for, not here."""
        from briefing.app.messages import Answered

        worker, desk = get_current_worker(), self._desk
        try:
            timeline = desk.app.library.timeline(TimelineAsk(actor=scope.actor, width=_STEPS), scope.query)
        except BriefingError:
            return
        if not worker.is_cancelled:
            desk.post_message(Answered(lambda given: self._show(asked, given), Counted(scope, timeline)))

    def _show(self, asked: object, counted: Counted) -> None:
        if asked == self._asked:
            self._counted = counted
            self._desk.repaint_span()

    # -- drawing

    def rows(self, room: int, ink: Ink) -> list[Sequence[Piece]]:
        """Its title and two lines."""
        counted = self._counted
        if counted is None:
            return [[("  TIMELINE", ink.look.title)], [("  counting", ink.look.muted)], []]
        here = self._here(counted.timeline)
        drawn_for = (id(counted), here, room, ink, self._desk.paging.shown)
        if self._drawn is None or self._drawn[0] != drawn_for:
            self._drawn = drawn_for, self._lines(counted, here, room, ink)
        return self._drawn[1]

    def _lines(self, counted: Counted, here: Bucket | None, room: int, ink: Ink) -> list[Sequence[Piece]]:
        from briefing.app.draw.timeline import overview_lines

        key = (self._desk.keys.of("timeline") or (":timeline",))[0]
        return overview_lines(counted.timeline, counted.scope.words, here, key, room, ink)

    def _here(self, timeline: Timeline) -> Bucket | None:
        """The step in which the open article came out."""
        view = self._desk.reader.view
        day = view.article.published.day if view and view.article.published else None
        return timeline.holding(day) if day else None
