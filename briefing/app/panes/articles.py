"""The list: one card a row, read from the store as far as rows are on screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from textual.strip import Strip

from briefing.app.draw.cards import CardRow, Marks, flat, tall
from briefing.app.draw.cells import fit
from briefing.app.draw.ink import Ink
from briefing.app.panes.rows import Window
from briefing.model.article import ArticleId
from briefing.model.hit import Card, Snippet

_BLOCK = 40
_KEPT = 12
_MANY = 2000
"""Rows read at a time of a long selection: each read looks for its place among all."""


class RowSource(Protocol):
    """Where cards come from: all articles in an order, or the numbers that a search found."""

    def __len__(self) -> int: ...

    def cards(self, start: int, count: int) -> Sequence[Card]: ...


class Fetched:
    """A row source made of a length and a function."""

    def __init__(self, length: int, fetch: Callable[[int, int], Sequence[Card]]) -> None:
        self._length = length
        self.cards = fetch

    def __len__(self) -> int:
        return self._length


class ArticlesPane:
    """Cards in a window. `marks` tells what the reader decided of an article."""

    def __init__(self, marks: Callable[[ArticleId], Marks]) -> None:
        self.window = Window()
        self.snippets: Mapping[int, Snippet] = {}
        self.searching = False
        self.columns = False
        self._marks = marks
        self._picked_from: tuple[int, int] | None = None
        """The row where a selection began, and its article."""
        self._source: RowSource = Fetched(0, lambda start, count: [])
        self._blocks: OrderedDict[int, Sequence[Card]] = OrderedDict()
        self._height = 1

    @property
    def card_height(self) -> int:
        """Lines a card takes: one in the stack, three in columns, and one for the snippet of a search."""
        return (3 if self.columns else 1) + (1 if self.searching else 0)

    def show(self, source: RowSource, cursor: int = 0) -> None:
        """Shows another source, the cursor on row `cursor`."""
        before = self.window.cursor
        self._source = source
        self._blocks.clear()
        self.window.resize(len(source), self.window.room)
        self.window.move_to(cursor)
        if self._picked_from is not None:
            self._keep_picked(self._picked_from[0] + self.window.cursor - before, self._picked_from[1])

    # -- selecting

    @property
    def picked(self) -> range:
        """The rows that are selected; none where nothing is."""
        if self._picked_from is None:
            return range(0)
        ends = self._picked_from[0], self.window.cursor
        return range(min(ends), max(ends) + 1)

    def pick(self) -> None:
        """The selection begins at the cursor, and goes where it goes; once more ends it."""
        card = self.current if self._picked_from is None else None
        self._picked_from = (self.window.cursor, card.number) if card else None

    def unpick(self) -> bool:
        """Nothing is selected any more; False where nothing was."""
        was, self._picked_from = self._picked_from, None
        return was is not None

    def _keep_picked(self, row: int, number: int) -> None:
        """Other rows are shown: a selection stays where it still begins at the same article."""
        card = self.card(row)
        self._picked_from = (row, number) if card is not None and card.number == number else None

    def chosen(self) -> list[Card]:
        """The articles that a key is about: those selected, else the one under the cursor."""
        if self._picked_from is None:
            return [card] if (card := self.current) else []
        rows = self.picked
        return [card for start in range(rows.start, rows.stop, _MANY)
                for card in self._source.cards(start, min(_MANY, rows.stop - start))]  # fmt: skip

    def reread(self, cards: Callable[[Sequence[int]], Sequence[Card]]) -> None:
        """What the rows tell has changed: those about the cursor are asked for anew, by number, so that they stay
        the same articles; the others when they are next seen."""
        here = {row // _BLOCK for row in (self.window.cursor, self.window.top, self.window.top + self.window.room)}
        for block in list(self._blocks):
            if block in here:
                before = {card.number: card for card in self._blocks[block]}
                self._blocks[block] = [
                    card._replace(fold=before[card.number].fold, inside=before[card.number].inside)
                    for card in cards(list(before))
                ]
            else:
                del self._blocks[block]

    def fit_to(self, height: int) -> None:
        """`height` lines for cards."""
        self._height = height
        self.window.resize(len(self._source), height // self.card_height)

    def __len__(self) -> int:
        return len(self._source)

    def card(self, row: int) -> Card | None:
        """The card of a row, from the block of rows around it."""
        if not 0 <= row < len(self._source):
            return None
        block, at = divmod(row, _BLOCK)
        cards = self._blocks.get(block)
        if cards is None:
            cards = self._blocks[block] = self._source.cards(block * _BLOCK, _BLOCK)
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        return cards[at] if at < len(cards) else None

    @property
    def current(self) -> Card | None:
        return self.card(self.window.cursor)

    def visible(self) -> list[Card]:
        """The cards on screen."""
        rows = range(self.window.top, self.window.top + self.window.room)
        return [card for row in rows if (card := self.card(row))]

    def line(self, y: int, room: int, ink: Ink, active: bool) -> Strip:
        """Line `y` of the pane, below its title."""
        at, part = divmod(y, self.card_height)
        at += self.window.top
        card = self.card(at) if y < self.window.room * self.card_height else None
        if card is None:
            return fit([], room, ink.look.text)
        marks, picked = self._marks(card.id), self._picked_from is not None and at in self.picked
        row = CardRow(
            card, at == self.window.cursor, active, marks.read, marks.starred, self.snippets.get(card.number),
            marks.noted, marks.tags, picked,
        )  # fmt: skip
        pieces = tall(row, part, room, ink) if self.columns else flat(row, part, room, ink)
        return fit(pieces, room, row.ground(ink) if part == 0 else ink.look.text)
