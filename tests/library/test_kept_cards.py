"""Rows that are asked for again are not read again, until the store has changed."""

from __future__ import annotations

from contextlib import closing

import pytest

from briefing.library import kept_cards, record
from briefing.library.library import Library
from briefing.model.hit import Card
from tests.library.conftest import Desk


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the rows that were made of what the store has."""
    made: list[int] = []
    card = record.card

    def noted(row: tuple[int, ...]) -> Card:
        made.append(row[0])
        return card(row)

    monkeypatch.setattr(record, "card", noted)
    return made


def write(desk: Desk, count: int, title: str = "Harbour") -> Library:
    for number in range(count):
        (desk.folder / f"{number}.md").write_text(f"---\ntitle: {title} {number}\n---\n\nAn envoy came.\n", "utf-8")
    desk.build()
    return desk.library()


def test_a_row_is_read_once(desk: Desk, read: list[int]) -> None:
    with closing(write(desk, 6)) as library:
        first = library.cards([3, 1, 2])
        again = library.cards([2, 4, 99, 3])
        assert [card.number for card in first] == [3, 1, 2]
        assert [card.number for card in again] == [2, 4, 3]
        assert again[2] is first[0]
        assert sorted(read) == [1, 2, 3, 4]


def test_a_commit_is_seen(desk: Desk, read: list[int]) -> None:
    with closing(write(desk, 3)) as library:
        assert [card.title for card in library.cards([1])] == ["Harbour 0"]
        write(desk, 3, "Port").close()
        (desk.folder / "2.md").unlink()
        desk.build()
        assert {card.title for card in library.cards([1, 2, 3])} == {"Port 0", "Port 1"}
        assert len(read) == 3


def test_no_more_is_kept_than_some_screens(desk: Desk, read: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_cards, "MOST", 3)
    with closing(write(desk, 8)) as library:
        for numbers in ([1, 2], [3, 4], [5], [1]):
            assert [card.number for card in library.cards(numbers)] == numbers
        assert read == [1, 2, 3, 4, 5, 1]
        monkeypatch.setattr(kept_cards, "_SCREEN", 2)
        assert len(library.cards([1, 2, 3])) == len(library.cards([1, 2, 3])) == 3
        assert len(read) == 12
