"""A list with unfolded stories is, row by row, the folded list with their copies put in, and reads only its window."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.panes.unfolded import Opened, Unfolded
from briefing.model.hit import Card
from tests.app.draw.samples import card_of
from tests.app.panes.test_articles import Shelf


def cards(numbers: Sequence[int]) -> Sequence[Card]:
    return [card_of(number) for number in numbers]


@given(
    st.integers(0, 30),
    st.dictionaries(st.integers(0, 29), st.integers(1, 4), max_size=5),
    st.integers(0, 50),
    st.integers(0, 50),
)
def test_it_is_the_list_with_rows_put_in(length: int, opened: dict[int, int], start: int, count: int) -> None:
    held = {row: tuple(range(100 * row + 100, 100 * row + 100 + many)) for row, many in opened.items() if row < length}
    whole = [(number, row, at) for row in range(length) for at, number in enumerate((row, *held.get(row, ())))]
    made = Unfolded(Shelf(length), [Opened(*each) for each in held.items()], cards)
    assert len(made) == len(whole)
    assert [card.number for card in made.cards(start, count)] == [each[0] for each in whole[start : start + count]]
    assert all(card.inside == (card.number >= 100) for card in made.cards(0, len(whole)))
    assert [made.place(row) for row in range(len(whole))] == [(row, at) for _, row, at in whole]
    assert [made.row_of(row) for row in range(length)] == [at for at, each in enumerate(whole) if not each[2]]


def test_of_a_long_list_only_the_window_is_read() -> None:
    shelf = Shelf(1_000_000)
    asked: list[int] = []

    def read(numbers: Sequence[int]) -> Sequence[Card]:
        asked.extend(numbers)
        return cards(numbers)

    made = Unfolded(shelf, [Opened(7, tuple(range(2_000_000, 2_100_000)))], read)
    assert len(made.cards(40, 40)) == 40
    assert len(asked) == 40
    assert next(card.number for card in made.cards(100_020, 40)) == 20
    assert sum(count for _, count in shelf.asked) == 40
