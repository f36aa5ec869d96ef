"""The query and its answer. Each key asks; a newer question drops the older; late answers are not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.app.hits import Hits
from briefing.app.layout import PaneName
from briefing.app.snippets import Snippets
from briefing.model.errors import BriefingError, QueryError, sentence
from briefing.model.order import Order
from briefing.model.story import Folded
from briefing.model.wording import counted

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.desk import Desk
    from briefing.app.messages import Found, HitsCounted, SearchFailed, Snipped
    from briefing.model.hit import SearchPage
    from briefing.model.query import SearchQuery

_FIRST_PAGE = 500
_HOLD = 0.15
"""Seconds that the first rows wait for all of them."""


def milliseconds(seconds: float) -> str:
    """How long an answer took, for the bar."""
    return f"{seconds * 1000:.0f} ms"


class Searching:
    """What the list shows: everything in an order, or what a query found."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.text = ""
        self.query: SearchQuery | None = None
        self.order = Order.NEWEST
        self.answer = ""
        self.page: SearchPage | None = None
        self.listed: Folded | None = None
        """The rows of the answer that the list shows."""
        self.error = ""
        self.hits = Hits(desk)
        self.snippets = Snippets(desk)
        self._turn = 0
        self._limit = _FIRST_PAGE
        self._chosen_order: Order | None = None
        self._otherwise = ""
        self._come_back_to = ""
        self._keep_row = False
        self._held: Timer | None = None
        self._shown = 0
        """The turn of the answer in the list."""

    @property
    def active(self) -> bool:
        return self.query is not None and not self.query.is_everything

    @property
    def has_words(self) -> bool:
        """Whether the query asks for words, which snippets can show; filters alone have nothing to be shown."""
        if self.query is None:
            return False
        from briefing.search.match import leaves

        return any(True for _ in leaves(self.query.tree))

    @property
    def is_exact(self) -> bool:
        """Whether the list shows all that was asked for."""
        return not self.active or (self.page is not None and not self.page.partial and self._shown == self._turn)

    @property
    def found_nothing(self) -> bool:
        """Whether it is sure that the list is empty."""
        return self.active and self.is_exact and self.page is not None and not self.page.total

    @property
    def total_words(self) -> str:
        """`31`, or `31+` while the answer is partial."""
        if self.page is None:
            return f"{self._desk.building.status.articles:,}"
        return f"{self.page.total:,}{'+' if self.page.partial else ''}"

    @property
    def empty(self) -> str:
        """What an empty list says."""
        if self.error:
            return self.error
        if self.text:
            way_out = "Esc clears." if self._desk.prompt else "F shows all articles again."
            way_out = self._desk.suggesting.question() or way_out
            return f"Nothing found for {self.text}. {way_out}" if self.page else "Searching…"
        return self._desk.building.empty

    # -- asking

    def ask(self, text: str, typing: bool = False, otherwise: str = "", come_back_to: str = "") -> None:
        """Searches for `text`; while typing, half a query is a query.

        `otherwise` is asked where nothing is found; the cursor goes to the article `come_back_to`, if it is found.
        """
        desk = self._desk
        self.text, self.error, self._otherwise = text, "", otherwise
        self._come_back_to = come_back_to
        self._turn += 1
        desk.narrowing.outdate()
        desk.narrowing.mark(text)
        desk.suggesting.forget()
        desk.folding.forget()
        self._limit, self._keep_row = _FIRST_PAGE, False
        try:
            self.query = desk.app.library.parse(text, typing=typing) if text.strip() else None
        except QueryError as error:
            self.error = error.title
            desk.say(f"{error.title}: {text[: error.at]} <here> {text[error.at :]}", error=True)
            return
        self.order = self._chosen_order or (Order.RELEVANCE if self.has_words else Order.NEWEST)
        turn = self._turn
        if typing:  # the key's own echo is painted first
            desk.call_after_refresh(lambda: desk.guarded(lambda: self._begin(turn), None))
        else:
            self._begin(turn)

    def _begin(self, turn: int) -> None:
        if turn != self._turn:
            return  # another key was pressed
        if self.active:
            self._start()
        else:
            self._show_all()

    def _fit_rows(self) -> None:
        """Rows are as high as the answer needs; they change with it and not before, so that a key's echo is small."""
        if self._desk.articles.searching != self.has_words:
            self._desk.articles.searching = self.has_words
            self._desk.place_panes()

    def again(self, *, unfold: bool = True) -> None:
        """The library has changed: the same question. What is being read is not folded away, unless it is asked for."""
        if self.active:
            self._turn += 1
            self._keep_row = True
            self._desk.narrowing.outdate()
            self._start()
        else:
            self._desk.narrowing.outdate()
            self._show_all(keep=True, unfold=unfold)

    def sort(self, order: Order) -> None:
        self._chosen_order = order
        self.order = order if self.active or order is not Order.RELEVANCE else Order.NEWEST
        if self.active:
            self._turn += 1
            self._start()
        else:
            self._show_all()
            self._desk.repaint(PaneName.LIST)

    def _show_all(self, keep: bool = False, unfold: bool = False) -> None:
        desk = self._desk
        self.page, self.listed, self.answer = None, None, ""
        self.hits.forget()
        self._fit_rows()
        before = desk.articles.current
        self.snippets.begin({})
        desk.folding.list_all()
        now = desk.articles.current
        if keep and before and now and now.id != before.id:
            place = (desk.folding.reveal if unfold else desk.folding.row_of)(before.number)
            if place is not None:
                desk.articles.window.move_to(place)
        if not keep:
            desk.articles.window.move_to(0)
            desk.reading.renew_hits()
            desk.reading.open_current()
        desk.repaint(PaneName.LIST)
        desk.narrowing.look()

    def _start(self) -> None:
        turn, query, order, limit = self._turn, self.query, self.order, self._limit
        if query is None:
            return
        self._desk.run_worker(
            lambda: self._search(turn, query, order, limit),
            thread=True, exclusive=True, group="search", exit_on_error=False,
        )  # fmt: skip

    def _search(self, turn: int, query: SearchQuery, order: Order, limit: int) -> None:
        """In a worker: pages as they come, with the snippets of the first rows."""
        from briefing.app.messages import Found, SearchFailed

        worker = get_current_worker()
        desk, library = self._desk, self._desk.app.library

        def stop() -> bool:
            return worker.is_cancelled or turn != self._turn

        try:
            last: SearchPage | None = None
            rows = Folded((), 0)
            for page in library.search(query, order, limit, stop):
                last, rows = page, desk.folding.answer(query, page, stop)
                if stop():
                    return
                first = rows.rows[: desk.articles.window.room + 1]
                desk.post_message(Found(turn, query, page, rows, self.snippets.read(first, query), not page.partial))
            if last and not last.partial:
                self.hits.work(turn, query, rows, stop)
        except BriefingError as error:
            desk.post_message(SearchFailed(turn, sentence(error)))

    # -- answers

    def show(self, event: Found) -> None:
        """An answer has come; an older one than asked for is dropped."""
        if event.turn != self._turn:
            return
        if self._held is not None:
            self._held.stop()
            self._held = None
        if not event.last and not event.held:
            # The exact answer may be near: then it is painted once, and no row changes its place under the eye.
            event.held = True
            self._held = self._desk.set_timer(_HOLD, lambda: self._desk.guarded(lambda: self.show(event), None))
            return
        desk, page = self._desk, event.page
        if event.last and not page.total and self._otherwise:
            self.ask(self._otherwise)
            return
        before = desk.articles.current if self.page and self.page.hits else None
        self.page, self.listed, self._shown = page, event.rows, event.turn
        self.hits.forget()
        self._fit_rows()
        found = f"{page.total:,}+ articles" if page.partial else counted(page.total, "article")
        self.answer = f"{found} {desk.ink.glyphs.dot} {milliseconds(page.seconds)}"
        self.snippets.begin(event.snippets)
        desk.folding.list_found(event.rows)
        same = desk.folding.row_of(before.number) if before and self._keep_row else None
        if self._come_back_to and event.last:
            wanted = desk.app.library.number(self._come_back_to)
            same = desk.folding.reveal(wanted) if wanted is not None else None
            self._come_back_to = ""
        desk.articles.window.move_to(same or 0)
        desk.reading.renew_hits()
        desk.repaint(PaneName.LIST)
        if event.last:
            desk.reading.open_current()
            self.look_ahead()
            if not page.total:
                desk.suggesting.look(self.text)
            desk.narrowing.look()
            if desk.who.everywhere:
                desk.narrowing.list_actors()

    def fail(self, event: SearchFailed) -> None:
        if event.turn == self._turn:
            self.error = event.why
            self._desk.say(event.why, error=True)

    def count(self, event: HitsCounted) -> None:
        """Hits of the articles found, for the bar and for `n`."""
        if event.turn != self._turn or self.page is None:
            return
        if words := self.hits.show(event):
            dot = f" {self._desk.ink.glyphs.dot} "
            head, _, took = self.answer.partition(dot)
            self.answer = dot.join([head, words, took])
            self._desk.repaint()

    def look_ahead(self) -> None:
        """Snippets for rows that came into sight, and more rows where the list nears its end."""
        desk = self._desk
        if self.query is None or not self.active or self.page is None:
            return
        self.snippets.want((card.number for card in desk.articles.visible()), self._turn, self.query)
        more = not self.page.partial and len(self.page.hits) < self.page.total
        if more and desk.articles.window.cursor > len(desk.articles) - 50:
            self._limit *= 4
            self._keep_row = True
            self._start()

    def fit_snippets(self, width: int) -> None:
        """The list has another width."""
        if self.snippets.fit(width):
            self.look_ahead()

    def snip(self, event: Snipped) -> None:
        if event.turn == self._turn:
            self.snippets.show(event)
