"""Copies of one report as one row of the list: what is folded, which stories are unfolded, where an article is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.app.layout import PaneName
from briefing.app.panes.articles import Fetched
from briefing.app.panes.unfolded import Opened, Unfolded
from briefing.model.story import Folded

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.model.hit import Card, SearchPage
    from briefing.model.query import SearchQuery
    from briefing.search.engine import Stop

_LONG_FROM = 50
"""Cells of the list from which its title says in words what it counts."""


class Folding:
    """The rows of the list. Whether they are folded, the setting says, and then the reader."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._chosen: bool | None = None
        self._opened: dict[int, tuple[int, ...]] = {}
        """The articles below each row of a story that is unfolded."""
        self._found: Folded | None = None
        """What the list shows; None for all articles."""
        self._base: Fetched = Fetched(0, lambda start, count: [])
        self._list = Unfolded(self._base, [], lambda numbers: [])

    @property
    def on(self) -> bool:
        """Whether copies fold."""
        return self._desk.app.settings.fold_copies if self._chosen is None else self._chosen

    # -- what the list shows

    def answer(self, query: SearchQuery, page: SearchPage, stop: Stop) -> Folded:
        """In a worker: the rows of an answer."""
        if self.on:
            return self._desk.app.library.fold(query, page, stop)
        return Folded(tuple(hit.number for hit in page.hits), page.total)

    def forget(self) -> None:
        """Another question: nothing is unfolded."""
        self._opened = {}

    def list_all(self) -> None:
        """Shows all articles, in the order of the list."""
        desk, status = self._desk, self._desk.building.status
        self._found = None
        self._fill(status.articles - (status.copies if self.on else 0), self._all)
        self._show(desk.articles.window.cursor)

    def list_found(self, found: Folded) -> None:
        """Shows an answer."""
        self._found = found
        self._fill(len(found.rows), lambda start, count: self._cards(found.rows[start : start + count]))
        self._show(0)

    def _fill(self, length: int, fetch: Callable[[int, int], list[Card]]) -> None:
        desk = self._desk
        self._base = Fetched(length, lambda start, count: desk.guarded(lambda: self._told(fetch(start, count)), []))

    def _all(self, start: int, count: int) -> list[Card]:
        return self._desk.app.library.page(self._desk.searching.order, start, count, self.on)

    def _cards(self, numbers: Sequence[int]) -> list[Card]:
        return self._desk.app.library.cards(numbers)

    def _told(self, cards: list[Card]) -> list[Card]:
        """With what each row stands for."""
        if not self.on or not self._desk.building.status.copies:
            return cards
        folds = self._desk.app.library.folds([card.number for card in cards], self._found and self._found.found)
        return [
            card._replace(fold=folds[card.number]._replace(is_open=card.number in self._opened))
            if card.number in folds
            else card
            for card in cards
        ]

    def _show(self, row: int) -> None:
        """The rows of unfolded stories are put in; of those that the list does not hold any more nothing is kept."""
        desk = self._desk
        opened: list[Opened] = []
        for number in list(self._opened):
            base = self._base_row(number)
            members = self._below(number) if base is not None else ()
            if base is not None and members:
                self._opened[number] = members
                opened.append(Opened(base, members))
            else:
                del self._opened[number]
        self._list = Unfolded(
            self._base, opened, lambda numbers: desk.guarded(lambda: self._cards(numbers), [])
        )  # fmt: skip
        desk.articles.show(self._list, row)

    def _below(self, number: int) -> tuple[int, ...]:
        """The articles that a row hides."""
        found = self._found.found if self._found else None
        others = self._desk.app.library.printings(number)
        return tuple(each for each in others if each != number and (found is None or each in found))

    # -- where an article is

    def _base_row(self, number: int) -> int | None:
        """The row of an article in the folded list; None where it has none of its own."""
        if self._found is not None:
            return self._found.rows.index(number) if number in self._found.rows else None
        library = self._desk.app.library
        if self.on and library.head_of(number) != number:
            return None
        return library.position(number, self._desk.searching.order, self.on)

    def stands_for(self, number: int) -> int | None:
        """The article whose row shows this one, or hides it; None where the list does not hold it."""
        library, found = self._desk.app.library, self._found
        if found is None:
            return library.head_of(number) if self.on else number
        if number in found.rows:
            return number
        if found.found is None or number not in found.found:
            return None
        return next((each for each in library.printings(number) if each in found.rows), None)

    def row_of(self, number: int) -> int | None:
        """The row of an article, or of the story in which it is folded away; None where it is not listed."""
        shown = self.stands_for(number)
        base = self._base_row(shown) if shown is not None else None
        if shown is None or base is None:
            return None
        members = self._opened.get(shown, ())
        return self._list.row_of(base) + (members.index(number) + 1 if number in members else 0)

    def reveal(self, number: int) -> int | None:
        """As `row_of`, once the story is unfolded that hides it."""
        shown = self.stands_for(number)
        if shown is not None and shown != number and number not in self._opened.get(shown, ()):
            self._opened[shown] = ()
            self._show(self._desk.articles.window.cursor)
        return self.row_of(number)

    # -- what the reader asks

    def toggle(self) -> None:
        """Unfolds the story under the cursor, or folds it; from one of its copies too."""
        desk = self._desk
        card = desk.articles.current
        shown = self.stands_for(card.number) if card and (card.inside or card.fold) else None
        if card is None or shown is None:
            desk.say("This article has no copies in the list." if self.on else "Copies are not folded: :fold-copies.")
            return
        if shown in self._opened:
            del self._opened[shown]
        else:
            self._opened[shown] = ()
        self._show(desk.articles.window.cursor)
        row = self.row_of(shown)
        desk.reading.move_to(row if row is not None else 0)
        desk.articles.window.make_room(len(self._opened.get(shown, ())))

    def switch(self) -> None:
        """Folds copies, or lists each article in a row of its own."""
        desk = self._desk
        self._chosen = not self.on
        self.forget()
        desk.searching.again(unfold=False)
        if not desk.searching.active:
            desk.reading.open_current()
        desk.say("Copies are folded: + shows those of a story." if self.on else "Every copy has a row of its own.")
        desk.repaint(PaneName.LIST)

    # -- what is said of it

    def keys_here(self) -> Mapping[str, str]:
        """What matters on a row that has copies, for the footer: commands and their words."""
        card = self._desk.articles.current if self._desk.view == PaneName.LIST.value else None
        if card is None or not (card.fold or card.inside):
            return {}
        return {"unfold": "fold" if card.inside or (card.fold and card.fold.is_open) else "copies", "diff": "diff"}

    def place(self, room: int) -> str:
        """`3 of 20 stories of 23 articles`; without copies `3 of 20`."""
        desk = self._desk
        articles = desk.searching.total_words
        row = desk.articles.window.cursor
        stories = self._found.total if self._found else len(self._base)
        total = desk.searching.page.total if desk.searching.page else desk.building.status.articles
        if not self.on or stories == total:
            return f"{row + 1:,} of {articles}"
        at = self._list.place(row)[0] + 1
        if room < _LONG_FROM:
            return f"{at:,} of {stories:,} ({articles})"
        return f"{at:,} of {stories:,} {'story' if stories == 1 else 'stories'} of {articles} articles"
