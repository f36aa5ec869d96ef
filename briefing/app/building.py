"""The builder's process as the desk sees it: started after the first paint, heard through a pipe, never waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.app.layout import PaneName
from briefing.library.status import Status
from briefing.model.wording import counted

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.builder import Builder
    from briefing.library.events import Event, Finished, MuchGone
    from briefing.model.progress import Progress

_WORDS = {"scan": "looking", "read": "reading", "index": "indexing", "extract": "who and when"}
_EVERY = 1.0
"""Seconds between two looks at what was committed; a build commits far more often."""


class Building:
    """Counts of the library, what the builder does, and the rows that its commits bring."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.status = Status()
        self.state = ""
        self._builder: Builder | None = None
        self._heard = False
        self._looked = 0.0
        self._repairing = False
        self._asked = False
        self._from_nothing = False
        """Whether the list was empty when this build began."""

    @property
    def empty(self) -> str:
        """What an empty list says."""
        if self.state or self._builder:
            return "Reading the folder…"
        from briefing.formats.registry import nothing_read

        return nothing_read()

    def read_status(self) -> None:
        """The counts as they are in the store."""
        self.status = self._desk.guarded(self._desk.app.library.status, Status())

    def start(self, confirm_removal: bool = False, rebuild: bool = False) -> None:
        """Starts a builder, unless one runs or nothing may be written."""
        desk = self._desk
        if self._builder is not None or not desk.app.may_write:
            return
        from briefing.library.builder import Builder

        app = desk.app
        self._builder = Builder(app.library.roots, rebuild, confirm_removal, app.options.shared)
        builder = self._builder
        builder.start()
        desk.run_worker(lambda: self._listen(builder), thread=True, group="build", exit_on_error=False)

    def repair(self) -> None:
        """The store cannot be read: a builder makes it anew, once; the list is empty until then."""
        if not self._repairing:
            self._repairing = True
            self._desk.call_after_refresh(self.start)

    def _listen(self, builder: Builder) -> None:
        """In a worker: passes events on, as many as anybody can look at."""
        from briefing.app.messages import BuildEvent

        worker, desk = get_current_worker(), self._desk
        for event in builder.events():
            if worker.is_cancelled:
                break
            desk.post_message(BuildEvent(event))
        desk.post_message(BuildEvent(None))

    def rescan(self) -> None:
        """Looks for what changed, because the reader asked, and says what came of it."""
        self._asked = True
        self._desk.say("Looking for new, changed and removed files…")
        self.start()

    def stop(self) -> None:
        """Ends the builder at its next commit."""
        if self._builder is not None:
            self._builder.stop()
            self._builder = None

    def hear(self, event: Event | None) -> None:
        """One event of the builder."""
        from briefing.library.events import Committed, Failed, Finished, LockedBy, MuchGone
        from briefing.model.progress import Progress

        desk = self._desk
        if isinstance(event, Progress):
            self._progress(event)
        elif isinstance(event, Committed):
            self._look()
        elif isinstance(event, LockedBy):
            since = f" since {event.since[11:16] or event.since}" if event.since else ""
            desk.say(f"Another briefing (pid {event.pid} on {event.host}{since}) updates this library; this one reads.")
        elif isinstance(event, MuchGone):
            self._ask(event)
        elif isinstance(event, Failed):
            desk.say(f"{event.title} {event.what_to_do}".strip(), error=True)
        elif isinstance(event, Finished):
            self._finish(event)
        elif event is None:
            self._builder, self.state, self._repairing = None, "", False
            self._look(now=True)
            self._begin_at_the_top()
            desk.correcting.catch_up()
            desk.repaint()

    def _progress(self, event: Progress) -> None:
        # A scan that finds nothing new is not worth a byte on a slow line.
        word = _WORDS.get(event.stage.value, "")
        if not word or (word == _WORDS["scan"] and self.status.articles):
            return
        share = f" {100 * event.done // event.total}%" if event.total else ""
        state = f"{word}{share}"
        if state != self.state:
            self.state = state
            self._desk.repaint()

    def _look(self, now: bool = False) -> None:
        """Shows what is new, at most once a second: keys go before."""
        desk = self._desk
        if not now and self.status.articles and desk.app.clock() - self._looked < _EVERY:
            if not self._heard:
                self._heard = True
                desk.set_timer(_EVERY, lambda: desk.guarded(lambda: self._look(now=True), None))
            return
        self._heard, self._looked = False, desk.app.clock()
        if not desk.app.library.refresh() and self.status.articles:
            return
        before = self.status
        self.read_status()
        if not desk.searching.active:
            desk.searching.again()
        self._first_rows(before)
        if desk.tour:
            desk.tour.begin()
        desk.paging.load()
        desk.repaint(PaneName.LIST)

    def _first_rows(self, before: Status) -> None:
        desk = self._desk
        if not before.articles and self.status.articles:
            self._from_nothing = True
            desk.reading.open_current()
        elif view := desk.reader.view:
            desk.reading.renew(view)

    def _begin_at_the_top(self) -> None:
        """What came first in a first build is not what comes first in the list; whoever has begun to read stays."""
        if self._from_nothing and not self._desk.touched:
            self._desk.reading.move_to(0)
            self._desk.reading.open_current()
        self._from_nothing = False

    def _finish(self, event: Finished) -> None:
        desk = self._desk
        changed = event.read or event.removed
        unread = f"{counted(event.problems, 'file')} could not be read: :problems lists them." if event.problems else ""
        if self._asked:
            self._asked = False
            told = f"{counted(event.read, 'file')} read, {counted(event.removed, 'article')} removed."
            desk.say(f"{told if changed else 'Nothing has changed.'} {unread}".strip())
        elif unread and changed:
            desk.say(unread)
        if changed and desk.searching.active:
            desk.searching.again()
        if changed and not unread and (advice := desk.guarded(desk.app.library.advice, "")):
            desk.say(advice)
        if desk.who.everywhere:
            desk.narrowing.list_actors()

    def _ask(self, event: MuchGone) -> None:
        from briefing.app import boxes

        boxes.much_gone(self._desk, event)
