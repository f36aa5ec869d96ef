"""What workers tell the desk, each to the one it is for; and how the desk says a thing or that something failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.widget import Widget
from textual.worker import Worker, WorkerState

from briefing.app.layout import PaneName
from briefing.model.errors import BriefingError, Damaged, sentence

if TYPE_CHECKING:
    from briefing.app import messages
    from briefing.app.app import BriefingApp
    from briefing.app.building import Building
    from briefing.app.narrowing import Narrowing
    from briefing.app.paging import Paging
    from briefing.app.panes.actors import ActorsPane
    from briefing.app.reading import Reading
    from briefing.app.searching import Searching
    from briefing.app.suggesting import Suggesting

T = TypeVar("T")


class Hearing(Widget):
    """The desk as far as it listens: Textual calls `on_…` by the name of the message."""

    app: BriefingApp
    who: ActorsPane
    searching: Searching
    reading: Reading
    narrowing: Narrowing
    paging: Paging
    suggesting: Suggesting
    building: Building
    repaint: Callable[..., None]
    repaint_foot: Callable[[], None]
    message = ""
    message_is_error = False

    def say(self, text: str, error: bool = False) -> None:
        """One line for the reader; it stays until the next key."""
        self.message, self.message_is_error = text, error
        self.repaint_foot()

    def guarded(self, work: Callable[[], T], otherwise: T) -> T:
        """Does what reads the library. A store that cannot be read is a message and a rebuild, not a crash."""
        try:
            return work()
        except BriefingError as error:
            self.say(sentence(error), error=True)
            if isinstance(error, Damaged):
                self.building.repair()
            return otherwise

    # -- what workers send

    def on_found(self, event: messages.Found) -> None:
        self.guarded(lambda: self.searching.show(event), None)

    def on_search_failed(self, event: messages.SearchFailed) -> None:
        self.searching.fail(event)

    def on_hits_counted(self, event: messages.HitsCounted) -> None:
        self.searching.count(event)

    def on_snipped(self, event: messages.Snipped) -> None:
        self.searching.snip(event)

    def on_extracted(self, event: messages.Extracted) -> None:
        self.guarded(lambda: self.reading.learn(event), None)

    def on_actors_listed(self, event: messages.ActorsListed) -> None:
        self.who.list_all(event.rows, event.total)
        self.repaint(PaneName.WHO)

    def on_facets_counted(self, event: messages.FacetsCounted) -> None:
        self.narrowing.show(event)

    def on_meant(self, event: messages.Meant) -> None:
        self.suggesting.show(event)

    def on_completed(self, event: messages.Completed) -> None:
        self.guarded(lambda: self.suggesting.offer(event), None)

    def on_page_loaded(self, event: messages.PageLoaded) -> None:
        self.guarded(lambda: self.paging.show(event), None)

    def on_page_failed(self, event: messages.PageFailed) -> None:
        self.paging.fail(event)

    def on_answered(self, event: messages.Answered) -> None:
        self.guarded(lambda: event.then(event.answer), None)

    def on_build_event(self, event: messages.BuildEvent) -> None:
        self.guarded(lambda: self.building.hear(event.event), None)

    def on_not_saved(self, event: messages.NotSaved) -> None:
        self.say(event.why, error=True)
        self.repaint(PaneName.LIST)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in a worker nobody waits for: one line here, the places it came from in the log."""
        if event.state is WorkerState.ERROR and event.worker.error:
            self.app.note_fault(event.worker.error)
            self.say(f"That failed ({event.worker.group}); what happened is in the log.", error=True)
