"""The pages that are open over the panes: the last one shows, `q` goes back to the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.app.layout import PaneName
from briefing.model.errors import BriefingError, sentence

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.messages import PageFailed, PageLoaded
    from briefing.app.panes.page import Page
    from briefing.model.text import Span


class Paging:
    """Opens, loads and closes pages; a late answer for a page that is gone is dropped."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pages: list[Page] = []
        self._below = PaneName.LIST
        self._turn = 0

    @property
    def page(self) -> Page | None:
        """The page on the screen."""
        return self._pages[-1] if self._pages else None

    def open(self, page: Page) -> None:
        """Lays a page over what is on the screen."""
        desk = self._desk
        if not self._pages:
            self._below = desk.active
        self._pages.append(page)
        desk.active = PaneName.PAGE
        desk.place_panes()
        self.load()

    def load(self) -> None:
        """Asks for what the page shows, again where the library has changed."""
        page = self.page
        if page is None:
            return
        self._turn += 1
        turn = self._turn
        self._desk.run_worker(
            lambda: self._load(page, turn), thread=True, exclusive=True, group="page", exit_on_error=False
        )

    def _load(self, page: Page, turn: int) -> None:
        from briefing.app.messages import PageFailed, PageLoaded

        worker = get_current_worker()
        desk = self._desk
        try:
            data = page.load(desk.app.library, lambda: worker.is_cancelled or turn != self._turn)
        except BriefingError as error:
            desk.post_message(PageFailed(turn, sentence(error)))
            return
        desk.post_message(PageLoaded(turn, data))

    def show(self, event: PageLoaded) -> None:
        """An answer has come."""
        page = self.page
        if page is None or event.turn != self._turn:
            return
        page.take(event.data)
        self._desk.repaint(PaneName.PAGE)

    def fail(self, event: PageFailed) -> None:
        """The question could not be answered."""
        if event.turn == self._turn:
            self._desk.say(event.why, error=True)

    def back(self) -> None:
        """The page before, or the panes."""
        desk = self._desk
        if self._pages:
            self._pages.pop()
        self._turn += 1
        if self._pages:
            desk.repaint(PaneName.PAGE)
            desk.repaint_foot()
        else:
            desk.active = self._below
            desk.place_panes()

    def leave(self, pane: PaneName | None = None) -> None:
        """All pages are closed; `pane` is active then, or what was before."""
        if self._pages:
            self._pages = []
            self._turn += 1
            self._desk.active = pane or self._below
            self._desk.place_panes()

    def read(self, number: int, paragraph: int, span: Span | None = None) -> None:
        """Opens an article at a paragraph, with the sentence marked."""
        desk = self._desk
        self.leave(PaneName.READER)
        desk.reading.go_to(number, paragraph)
        if span is not None:
            desk.reading.point_at(span)
