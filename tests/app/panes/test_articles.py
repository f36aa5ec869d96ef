"""The list reads cards where it looks, and no others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.app.draw.cards import Marks
from briefing.app.panes.articles import ArticlesPane, Fetched
from briefing.model.article import ArticleId
from briefing.model.hit import Card, Snippet
from tests.app.draw.samples import INK, card_of, plain


class Shelf:
    """A source of a million cards that notes what was asked of it."""

    def __init__(self, length: int) -> None:
        self.asked: list[tuple[int, int]] = []
        self._length = length

    def __len__(self) -> int:
        return self._length

    def cards(self, start: int, count: int) -> Sequence[Card]:
        self.asked.append((start, count))
        return [card_of(number) for number in range(start, min(start + count, self._length))]


def marks(_: ArticleId) -> Marks:
    return Marks()


def pane(length: int, height: int = 20) -> tuple[ArticlesPane, Shelf]:
    made, shelf = ArticlesPane(marks), Shelf(length)
    made.fit_to(height)
    made.show(shelf)
    return made, shelf


def rows(made: ArticlesPane, height: int, room: int = 60) -> list[str]:
    return [plain(made.line(y, room, INK, True)) for y in range(height)]


def test_only_what_is_seen_is_read() -> None:
    made, shelf = pane(1_000_000)
    rows(made, 20)
    assert shelf.asked == [(0, 40)]
    made.window.move_to(999_999)
    shown = rows(made, 20)
    assert sum(count for _, count in shelf.asked) <= 120
    assert shown[-1].startswith(" >N  2021-01-23")
    assert made.current is not None
    assert made.current.number == 999_999


def test_what_was_read_is_not_kept_for_ever() -> None:
    made, _ = pane(1_000_000)
    for row in range(0, 100_000, 40):
        made.card(row)
    assert sum(len(block) for block in made._blocks.values()) <= 480


def test_rows_out_of_range_are_none() -> None:
    made, _ = pane(50)
    assert made.card(-1) is None
    assert made.card(50) is None
    shrunk = ArticlesPane(marks)
    shrunk.show(Fetched(50, lambda start, count: []))
    assert shrunk.card(3) is None
    assert shrunk.line(0, 40, INK, True).cell_length == 40


@pytest.mark.parametrize(
    ("columns", "searching", "tall"), [(False, False, 1), (False, True, 2), (True, False, 3), (True, True, 4)]
)
def test_the_height_of_a_card(columns: bool, searching: bool, tall: int) -> None:
    made, _ = pane(100)
    made.columns, made.searching = columns, searching
    made.fit_to(20)
    assert made.card_height == tall
    assert made.window.room == 20 // tall
    assert [card.number for card in made.visible()] == list(range(20 // tall))
    shown = rows(made, 20)
    assert sum("2021-01-23" in row for row in shown) == 20 // tall
    assert shown[20 // tall * tall :] == [" " * 60] * (20 % tall)


def test_snippets_stand_under_their_cards() -> None:
    made, _ = pane(3)
    made.searching = True
    made.snippets = {1: Snippet("the harbour", (), 4)}
    made.fit_to(6)
    assert [row.strip() for row in rows(made, 6)[1::2]] == ["", "p4 the harbour", ""]


def test_a_new_source_keeps_the_cursor_inside() -> None:
    made, _ = pane(100)
    made.show(Shelf(5), cursor=99)
    assert made.window.cursor == 4
    made.show(Shelf(0))
    assert made.current is None
    assert rows(made, 3) == [" " * 60] * 3


# -- a selection


def chosen(made: ArticlesPane) -> list[int]:
    return [card.number for card in made.chosen()]


def test_a_selection_goes_from_where_it_began_to_the_cursor() -> None:
    made, shelf = pane(1_000_000)
    made.window.move_to(10)
    assert (chosen(made), list(made.picked)) == ([10], [])
    made.pick()
    assert chosen(made) == [10]
    made.window.move_to(12)
    assert chosen(made) == [10, 11, 12]
    made.window.move_to(8)
    assert chosen(made) == [8, 9, 10]
    assert [row[:2] for row in rows(made, 20)].count("+ ") == 2
    assert [row[:2] for row in rows(made, 20)].count("+>") == 1
    made.pick()
    assert chosen(made) == [8]
    made.pick()
    assert made.unpick()
    assert not made.unpick()
    made.pick()
    shelf.asked.clear()
    made.window.move_to(100_007)
    assert len(chosen(made)) == 100_000
    assert len(shelf.asked) < 60


def test_other_rows_keep_a_selection_only_where_it_is_of_the_same_articles() -> None:
    made, _ = pane(50)
    made.window.move_to(10)
    made.pick()
    made.window.move_to(12)

    def shifted(by: int) -> Fetched:
        return Fetched(50, lambda start, count: [card_of(at - by) for at in range(start, min(start + count, 50))])

    made.show(shifted(3), 15)  # three new articles above
    assert chosen(made) == [10, 11, 12]
    made.show(shifted(20), 15)
    assert not made.picked
    made.pick()
    made.show(Fetched(0, lambda start, count: []))
    assert (made.picked, chosen(made)) == (range(0), [])
