"""The pages that are open over the panes: the last one shows, `q` goes back to the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.app.keys import shown_key
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
        self._resting: list[Page] = []
        """The pages from which the article in the reader, or a pane, was opened: `q` goes back to them."""
        self._below = PaneName.LIST
        self._turn = 0

    @property
    def page(self) -> Page | None:
        """The page that keys speak to."""
        return self.shown if self._desk.active is PaneName.PAGE else None

    @property
    def shown(self) -> Page | None:
        """The page on the screen: over the panes, or beside them."""
        return self._pages[-1] if self._pages else None

    @property
    def is_narrow(self) -> bool:
        """Whether all that is open can be read beside the panes."""
        return bool(self._pages) and all(page.narrow for page in self._pages)

    def give_way(self) -> None:
        """There is no room beside the panes any more: what keys do not speak to is closed."""
        if self._desk.active is not PaneName.PAGE:
            self._pages = []

    @property
    def below(self) -> PaneName:
        """The pane from which the first page was opened."""
        return self._below

    def open(self, page: Page) -> None:
        """Lays a page over what is on the screen."""
        desk = self._desk
        self._resting = []
        if not self._pages:
            self._below = desk.active
        self._pages.append(page)
        desk.active = PaneName.PAGE
        desk.place_panes()
        self.load()

    def load(self) -> None:
        """Asks for what the page shows, again where the library has changed."""
        page = self.shown
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
            for data in page.load_parts(desk.app.library, lambda: worker.is_cancelled or turn != self._turn):
                desk.post_message(PageLoaded(turn, data))
        except BriefingError as error:
            desk.post_message(PageFailed(turn, sentence(error)))

    def show(self, event: PageLoaded) -> None:
        """An answer has come."""
        page = self.shown
        if page is None or event.turn != self._turn:
            return
        page.take(event.data)
        self._desk.overview.look()
        self._desk.repaint(PaneName.PAGE)

    def fail(self, event: PageFailed) -> None:
        """The question could not be answered: a page with nothing on it is closed again."""
        if event.turn == self._turn:
            if self.shown is not None and self.shown.data is None:
                self.back()
            self._desk.say(event.why, error=True)

    def back(self) -> None:
        """The page before, or the panes."""
        desk = self._desk
        if self._pages:
            self._pages.pop()
        self._turn += 1
        if self._pages:
            self.load()  # what it still waited for was given up when the page over it was opened
        elif desk.active is PaneName.PAGE:
            desk.active = self._below
        desk.place_panes()

    def stay(self) -> None:
        """The reader went on from the article that a page led to: `q` means what it always does."""
        self._resting = []

    def leave(self, pane: PaneName | None = None) -> None:
        """All pages are closed; `pane` is active then, or what was before."""
        self._resting = []
        if self._pages:
            self._pages = []
            self._turn += 1
            self._desk.active = pane or self._below
            self._desk.place_panes()

    def set_aside(self, pane: PaneName) -> None:
        """A pane is wanted that the pages cover: they rest, and `q` comes back to them."""
        pages = self._pages
        self.leave(pane)
        self._rest(pages)

    def _rest(self, pages: list[Page]) -> None:
        self._resting = pages
        if pages:
            key = shown_key((self._desk.keys.of("back") or (":back",))[0])
            self._desk.say(f"{key} goes back to {pages[-1].name}.")

    def read(self, number: int, paragraph: int, span: Span | None = None) -> None:
        """Opens an article at a paragraph, with the sentence marked; `resume` comes back."""
        desk, pages = self._desk, self._pages
        if desk.plan.beside:
            self._resting = []
            desk.active = PaneName.READER
        else:
            self.leave(PaneName.READER)
        desk.reading.go_to(number, paragraph)
        if span is not None:
            desk.reading.point_at(span)
        self._rest(pages)

    def list_articles(self, query: str) -> None:
        """Closes the pages over the list of what a query finds; `u` takes the query back."""
        self.leave(PaneName.LIST)
        self._desk.narrowing.narrow(query)

    def resume(self) -> bool:
        """Back to the pages from which a pane or an article was opened; False where there are none."""
        if not self._resting or self._desk.active is PaneName.PAGE:
            return False
        if self._pages is self._resting:  # beside the reader all the while
            self._resting = []
            self._desk.activate(PaneName.PAGE)
            return True
        self._pages, self._resting = self._resting, []
        self._desk.active = PaneName.PAGE
        self._desk.place_panes()
        self.load()
        return True
