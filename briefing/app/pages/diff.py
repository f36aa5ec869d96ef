"""What a copy says otherwise than the first printing of its report, word by word; one copy after the other."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

from briefing.app.draw.cells import Piece
from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.panes.page import Page
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.app.desk import Desk
    from briefing.library.library import Library
    from briefing.model.article import Article
    from briefing.model.diff import Passage, Same
    from briefing.model.hit import Card
    from briefing.search.engine import Stop


class Loaded(NamedTuple):
    """Two printings and what differs."""

    cards: tuple[Card, Card]
    old: Article
    new: Article
    told: list[Passage | Same]
    places: int
    share: float


class DiffPage(Page):
    """`old` against each of `others`; the cursor goes from one line with a change to the next."""

    name = "DIFF"
    view = "diff"
    waiting = "Comparing…"

    def __init__(self, old: int, others: Sequence[int], at: int = 0) -> None:
        super().__init__()
        self._old, self._others, self._at = old, others, at
        self.data: Loaded | None = None

    @property
    def title(self) -> str:
        if self.data is None:
            return ""
        places = f"{self.data.places:,} {'place differs' if self.data.places == 1 else 'places differ'}"
        return f"{places}, {self.data.share:.0%} the same"

    @property
    def tail(self) -> str:
        return f"copy {self._at + 1} of {len(self._others)}" if len(self._others) > 1 else ""

    @property
    def cli(self) -> str:
        if self.data is None:
            return ""
        return shlex.join(["briefing", "copies", "--diff", *(card.name for card in self.data.cards)])

    def load(self, library: Library, stop: Stop) -> Loaded:
        from briefing.library.changes import passages, places
        from briefing.library.word_diff import share_same, word_diff

        numbers = (self._old, self._others[self._at])
        views = [library.open(number) for number in numbers]
        cards = library.cards(numbers)
        old, new = views
        if old is None or new is None or len(cards) < 2:
            raise WrongUse("One of the articles is gone.", "d compares again.")
        one, other = old.article.text.value, new.article.text.value
        runs = word_diff(one, other)
        share = share_same(runs, one, other)
        told = passages(runs, one, other)
        return Loaded((cards[0], cards[1]), old.article, new.article, told, places(runs), share)

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        from briefing.app.draw.diff import change_entries

        data = self.data
        assert data is not None
        if not data.places:
            return [note("No word differs.", room, ink)]
        return list(change_entries(data.told, data.old, data.new, room, ink))

    def banner_rows(self, height: int, room: int) -> int:
        return 3

    def banner(self, room: int, ink: Ink) -> Sequence[Sequence[Piece]]:
        from briefing.app.draw.diff import card_line

        assert self.data is not None
        old, new = self.data.cards
        return [card_line("---", old, room, ink), card_line("+++", new, room, ink), []]

    def enter(self, desk: Desk) -> None:
        from briefing.app.draw.diff import Changed

        target = self.current.target if self.current else None
        if self.data is None or not isinstance(target, Changed):
            return
        at = 0 if target.is_gone else 1
        article = self.data.old if target.is_gone else self.data.new
        paragraph = article.text.paragraph_at(target.place.start) + 1
        desk.paging.read(self.data.cards[at].number, paragraph, target.place)

    def step_change(self, by: int, desk: Desk) -> None:
        """To the next place that differs, or back to the one before."""
        from briefing.app.draw.diff import Changed

        at = self.cursor + by
        while 0 <= at < len(self._entries):
            target = self._entries[at].target
            if isinstance(target, Changed) and target.begins:
                self.move_to(at)
                return
            at += by
        desk.say("No change below." if by > 0 else "No change above.")

    def step_copy(self, by: int, desk: Desk) -> None:
        """Compares with the next copy, or the one before."""
        if not 0 <= self._at + by < len(self._others):
            desk.say("This is the last copy." if by > 0 else "This is the first copy.")
            return
        self._at += by
        self.data = None
        self.rewind()
        desk.paging.load()


def compare(desk: Desk, name: str) -> None:
    """Opens the page: of an article with the first printing, of the first one with each copy, or with another named."""
    library = desk.app.library
    number = desk.reading.number
    if number is None:
        desk.say("Open an article first.")
        return
    if name:
        desk.paging.open(DiffPage(number, [library.locate(name)[0]]))
        return
    first, *others = library.printings(number)
    if not others:
        desk.say("This article has no copies: :diff FILE compares it with another.")
        return
    desk.paging.open(DiffPage(first, others, others.index(number) if number in others else 0))
