"""A list of stories with the copies of some of them below: rows that are there already, and rows put in between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing.app.panes.articles import RowSource
from briefing.model.hit import Card

Cards = Callable[[Sequence[int]], Sequence[Card]]


class Opened(NamedTuple):
    """A story that is unfolded: the row that stands for it in the folded list, and the articles put below it."""

    row: int
    members: tuple[int, ...]


class Unfolded:
    """Reads no more of the folded list than is asked for, however many rows there are."""

    def __init__(self, base: RowSource, opened: Sequence[Opened], cards: Cards) -> None:
        self._base = base
        self._opened = sorted(opened)
        self._cards = cards
        self._rows = [each.row for each in self._opened]
        self._before = [0, *accumulate(len(each.members) for each in self._opened)]
        """How many rows are put in before the story at a place, and at all."""
        self._starts = [row + more for row, more in zip(self._rows, self._before, strict=False)]
        """The rows at which the unfolded stories stand now."""

    def __len__(self) -> int:
        return len(self._base) + self._before[-1]

    def row_of(self, base: int) -> int:
        """Where a row of the folded list stands now."""
        return base + self._before[bisect_right(self._rows, base - 1)]

    def place(self, row: int) -> tuple[int, int]:
        """The row of the folded list that a row belongs to, and how far below it stands: 0 for the row itself."""
        at = bisect_right(self._starts, row) - 1
        if at < 0:
            return row, 0
        into = row - self._starts[at]
        if into <= len(self._opened[at].members):
            return self._rows[at], into
        return row - self._before[at + 1], 0

    def cards(self, start: int, count: int) -> Sequence[Card]:
        """A window of the rows."""
        found: list[Card] = []
        row, end = start, min(start + count, len(self))
        while row < end:
            base, into = self.place(row)
            if into:
                members = self._opened[bisect_right(self._rows, base) - 1].members[into - 1 : into - 1 + end - row]
                found += [card._replace(inside=True) for card in self._cards(members)]
                row += len(members)
            else:
                run = self._run(base, end - row)
                found += self._base.cards(base, run)
                row += run
        return found

    def _run(self, base: int, most: int) -> int:
        """Rows of the folded list from here to the next story that is unfolded, that one included."""
        at = bisect_right(self._rows, base - 1)
        return min(most, self._rows[at] - base + 1) if at < len(self._rows) else most
