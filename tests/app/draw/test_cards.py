"""Rows of the list: exact text of a few, exact width of any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.cards import CardRow, flat, tall
from briefing.app.draw.cells import fit
from briefing.app.draw.ink import Ink
from briefing.model.hit import Snippet
from briefing.model.text import Span
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, card_of, cells, plain, words

LONG = "Council votes on the harbour — again, after the “long night” of talks"
SNIPPET = Snippet("…the harbour of Port—Vale…", (Span(5, 12),), 4)


@pytest.mark.parametrize(
    ("row", "room", "expected"),
    [
        (CardRow(card_of()), 60, "  N  2021-01-23  Council votes on the harbour               "),
        (CardRow(card_of(), read=True), 60, "     2021-01-23  Council votes on the harbour               "),
        (CardRow(card_of(), chosen=True, starred=True), 40, " >N* 2021-01-23  Council votes on the…  "),
        (CardRow(card_of(dated=False), starred=True), 40, "  N* ????        Council votes on the…  "),
        (CardRow(card_of(dated=False, guess=2023)), 40, "  N  2023~       Council votes on the…  "),
        (CardRow(card_of()), 72, "  N  2021-01-23  Council votes on the harbour                    Gazette"),
        (CardRow(card_of(title="港の投票が行われた")), 34, "  N  2021-01-23  港の投票が行わ…  "),
        (CardRow(card_of(title="")), 24, "  N  2021-01-23         "),
    ],
)
def test_a_card_in_one_line(row: CardRow, room: int, expected: str) -> None:
    assert words(flat(row, 0, room, INK)) == expected
    assert cells(expected) == room


def test_a_card_in_ascii() -> None:
    row = CardRow(card_of(title=LONG), chosen=True)
    assert words(flat(row, 0, 58, ASCII_INK)) == " >N  2021-01-23  Council votes on the harbour -- again... "


def test_a_chosen_row_has_one_style() -> None:
    assert [style for _, style in flat(CardRow(card_of(), chosen=True, active=True), 0, 80, INK)] == [INK.look.selected]
    assert [style for _, style in flat(CardRow(card_of(), chosen=True), 0, 80, INK)] == [INK.look.marked]


def test_read_and_unread_differ_in_style_and_letter() -> None:
    unread, read = flat(CardRow(card_of()), 0, 60, INK), flat(CardRow(card_of(), read=True), 0, 60, INK)
    assert unread[1][1] == INK.look.unread
    assert read[1][1] == INK.look.text


def test_a_snippet_marks_its_hits() -> None:
    pieces = flat(CardRow(card_of(), snippet=SNIPPET), 1, 60, INK)
    assert words(pieces) == "       p4 …the harbour of Port—Vale…"
    assert [text for text, style in pieces if style == INK.look.hit] == ["harbour"]
    in_ascii = flat(CardRow(card_of(), snippet=SNIPPET), 1, 60, ASCII_INK)
    assert words(in_ascii) == "       p4 ...the harbour of Port--Vale..."
    assert flat(CardRow(card_of()), 1, 60, INK) == []


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (0, "  N  2021-01-23  Gazette"),
        (1, "   Council votes on the harbour —"),
        (2, "   again, after the “long night”…"),
    ],
)
def test_a_card_in_columns(part: int, expected: str) -> None:
    assert words(tall(CardRow(card_of(title=LONG)), part, 34, INK)) == expected


def test_in_columns_the_snippet_takes_the_fourth_line() -> None:
    row = CardRow(card_of(title=LONG), snippet=SNIPPET)
    assert words(tall(row, 3, 34, INK)) == "   p4 …the harbour of Port—Vale…"
    assert words(tall(row, 2, 34, INK)).strip() == words(tall(CardRow(card_of(title=LONG)), 2, 34, INK)).strip() != ""
    assert words(tall(CardRow(card_of(title="Short")), 2, 34, INK)).strip() == ""


def test_a_guessed_date_is_styled_as_a_guess() -> None:
    styles = {style for text, style in tall(CardRow(card_of(dated=False, guess=2023)), 0, 34, INK) if "2023~" in text}
    assert styles == {INK.look.guess}


@given(ANY_TEXT, ANY_TEXT, st.integers(1, 120), st.booleans(), st.booleans(), st.booleans(), INKS)
def test_any_card_fills_any_row(
    title: str, source: str, room: int, dated: bool, chosen: bool, columns: bool, ink: Ink
) -> None:
    row = CardRow(card_of(title=title, dated=dated, source=source), chosen=chosen, snippet=SNIPPET)
    for part in range(3 if columns else 2):
        strip = fit((tall if columns else flat)(row, part, room, ink), room, ink.look.text)
        assert cells(plain(strip)) == strip.cell_length == room
        assert ink is INK or plain(strip).isascii()


def test_a_title_of_a_megabyte_is_not_drawn_whole() -> None:
    row = CardRow(card_of(title="é" * 1_000_000))
    assert len(words(flat(row, 0, 80, INK))) == 80
    assert len(words(tall(row, 2, 34, INK))) < 40


# -- tags and notes


@pytest.mark.parametrize(
    ("row", "room", "expected"),
    [
        (
            CardRow(card_of(), tags=("war", "oil"), noted=True),
            80,
            "  N  2021-01-23† Council votes on the harbour                 #war #oil  Gazette",
        ),
        (CardRow(card_of(title=LONG), tags=("war", "oil", "gas"), picked=True), 80,
         "+ N  2021-01-23  Council votes on the harbour — again, a…  #war #oil …1  Gazette"),
        (CardRow(card_of(title=LONG), tags=("a very long tag",)), 60,
         "  N  2021-01-23  Council votes on the harbour…   #a-very-l… "),
        (CardRow(card_of(), tags=("war",)), 40, "  N  2021-01-23  Council votes o…  #war "),
    ],
)  # fmt: skip
def test_tags_stand_where_the_title_leaves_room(row: CardRow, room: int, expected: str) -> None:
    assert words(flat(row, 0, room, INK)) == expected
    assert cells(expected) == room


def test_a_title_keeps_five_sixths_of_its_room() -> None:
    tags = tuple(f"tag{n}" for n in range(40))
    with_tags, without = (words(flat(CardRow(card_of(title=LONG), tags=each), 0, 80, INK)) for each in (tags, ()))
    assert with_tags[:50] == without[:50]


def test_tags_and_note_in_columns() -> None:
    row = CardRow(card_of(), tags=("war", "grain deal"), noted=True)
    assert words(tall(row, 0, 50, INK)) == "  N  2021-01-23† Gazette  #war #grain-deal"
    assert words(tall(row, 0, 50, ASCII_INK)) == "  N  2021-01-23+ Gazette  #war #grain-deal"
    assert words(tall(row, 0, 36, INK)) == "  N  2021-01-23† Gazette  #war …1"


@given(ANY_TEXT, st.lists(ANY_TEXT.filter(str.strip), max_size=5), st.integers(20, 130), INKS, st.booleans())
def test_any_tags_fit_any_width(title: str, tags: list[str], room: int, ink: Ink, picked: bool) -> None:
    row = CardRow(card_of(title=title), tags=tuple(tags), noted=True, picked=picked)
    assert cells(plain(fit(flat(row, 0, room, ink), room, ink.look.text))) == room
    assert cells(words(flat(row, 0, room, ink))) <= room or room < 30
    assert cells(plain(fit(tall(row, 0, room, ink), room, ink.look.text))) == room
