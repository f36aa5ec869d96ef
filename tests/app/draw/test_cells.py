"""Text in cells: exact widths, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from briefing.app.draw.cells import around, cut, fit, pad, width
from briefing.app.screen_buffer import cells_of
from tests.app.draw.samples import ANY_TEXT, cells, plain

STYLE, FILL = Style(bold=True), Style(dim=True)
ROOM = st.integers(0, 60)


@given(ANY_TEXT, ROOM, st.sampled_from(["…", "...", ""]))
def test_cut_fits(text: str, room: int, mark: str) -> None:
    made = cut(text, room, mark)
    assert width(made) == cells(made) <= room
    if made != text:
        assert made.endswith(mark) or room < width(mark)
        assert text.startswith(made.removesuffix(mark)) or room < width(mark)
    elif text:
        assert cells(text) <= room


@given(ANY_TEXT, ROOM)
def test_what_fits_is_not_cut(text: str, room: int) -> None:
    if cells(text) <= room and len(text) <= room * 4:
        assert cut(text, room) == text


@given(ANY_TEXT, ROOM)
def test_pad_fills(text: str, room: int) -> None:
    assert cells(pad(text, room)) == room


@pytest.mark.parametrize(
    ("text", "room", "mark", "expected"),
    [
        ("harbour", 7, "…", "harbour"),
        ("harbour", 6, "…", "harbo…"),
        ("harbour", 6, "...", "har..."),
        ("har bour", 5, "…", "har…"),
        ("harbour", 1, "…", "…"),
        ("harbour", 2, "...", "."),
        ("harbour", 0, "…", ""),
        ("harbour", -5, "…", ""),
        ("日本語", 5, "…", "日本…"),
        ("日本語", 4, "…", "日…"),
        ("日本語", 6, "…", "日本語"),
        ("e\u0301" * 5, 4, "…", "e\u0301" * 3 + "…"),
    ],
)
def test_cut(text: str, room: int, mark: str, expected: str) -> None:
    assert cut(text, room, mark) == expected


def test_a_megabyte_is_cut_without_being_measured() -> None:
    assert cut("é" * 1_000_000, 10) == "é" * 9 + "…"
    assert len(cut("a" + "\u0301" * 1_000_000, 10)) < 50


@given(st.lists(st.tuples(ANY_TEXT, st.just(STYLE)), max_size=5), ROOM)
def test_a_strip_is_exactly_as_wide_as_asked(pieces: list[tuple[str, Style]], room: int) -> None:
    strip = fit(pieces, room, FILL)
    assert strip.cell_length == room == cells(plain(strip))
    # The buffer that sends it counts the same columns.
    assert "".join(cell for cell, _ in cells_of(strip, room + 1)).endswith(" ")


def test_fit_cuts_a_wide_character_in_two_and_fills() -> None:
    strip = fit([("ab", STYLE), ("日本", STYLE)], 5, FILL)
    assert [(segment.text, segment.style) for segment in strip] == [("ab", STYLE), ("日 ", STYLE)]
    strip = fit([("ab", STYLE), ("", STYLE)], 5, FILL)
    assert [(segment.text, segment.style) for segment in strip] == [("ab", STYLE), ("   ", FILL)]


@given(ANY_TEXT, st.integers(0, 80))
def test_around_a_column(text: str, column: int) -> None:
    before, under, after = around(text, column)
    assert before + under + after == text
    if column <= cells(text) and not cells(before) > column:
        assert cells(before) == column
    assert len([c for c in under if cells(c)]) <= 1


def test_around() -> None:
    assert around("日本x", 2) == ("日", "本", "x")
    assert around("ae\u0301x", 1) == ("a", "e\u0301", "x")
    assert around("ae\u0301x", 2) == ("ae\u0301", "x", "")
    assert around("ab", 2) == ("ab", "", "")
