"""Lines: each fits, nothing is lost or doubled, and no more are made than somebody looks at."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.app.draw.wrap import Line, Lines, break_lines
from briefing.model.text import Region, Span
from tests.app.draw.samples import ANY_TEXT, JOINED, MARKS, cells, text_of

PARTS = st.sampled_from(["\n", "  ", "\n\n", " " * 30, "x" * 90, "日" * 40])
SPACED = st.lists(ANY_TEXT | PARTS, max_size=12).map("".join)


def lines_of(value: str, room: int) -> list[str]:
    return [value[start:end] for start, end in break_lines(value, 0, len(value), room)]


@given(SPACED, st.integers(2, 90))
def test_every_line_fits_and_nothing_is_lost(value: str, room: int) -> None:
    spans = list(break_lines(value, 0, len(value), room))
    assert all(start <= end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered: set[int] = set()
    for start, end in spans:
        assert cells(value[start:end]) <= room
        assert end - start <= 4 * room
        assert "\n" not in value[start:end]
        covered.update(range(start, end))
    assert all(character.isspace() for at, character in enumerate(value) if at not in covered)


@example("\u0301 \u0301")  # nothing but the blank has a cell, so that it stays within the line
@given(SPACED)
def test_one_cell_is_room_for_one_character(value: str) -> None:
    spans = list(break_lines(value, 0, len(value), 1))
    assert all(len([c for c in value[start:end] if cells(c)]) <= 1 for start, end in spans)
    assert "".join("".join(value[a:b] for a, b in spans).split()) == "".join(value.split())


@given(SPACED, st.integers(2, 90))
def test_lines_are_as_full_as_they_can_be(value: str, room: int) -> None:
    """The next word would not have fitted (where no newline stands between)."""
    for (_, end), (start, following) in pairwise(break_lines(value, 0, len(value), room)):
        if "\n" in value[end:start] or not value[start:following].strip():
            continue
        word = value[start:following].split()[0]
        line_start = value.rfind("\n", 0, end) + 1
        if value[end:start] and end - line_start < 2 * room and len(word) <= 2 * room:
            before = [s for s, e in break_lines(value, 0, len(value), room) if e == end][-1]
            assert cells(value[before:start] + word) > room or start + len(word) - before > 4 * room


@pytest.mark.parametrize(
    ("value", "room", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one\ntwo", 10, ["one", "two"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("one   \ntwo", 10, ["one   ", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a bcdefgh", 4, ["a", "bcde", "fgh"]),
        ("日本語の記事", 5, ["日本", "語の", "記事"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("שלום עולם", 5, ["שלום", "עולם"]),
        ("日本", 1, ["日", "本"]),
        ("  indented", 20, ["  indented"]),
    ],
)
def test_breaks(value: str, room: int, expected: list[str]) -> None:
    assert lines_of(value, room) == expected


@given(st.text(st.sampled_from(JOINED + "a "), max_size=60), st.integers(2, 12))
def test_joined_pictures_fit(value: str, room: int) -> None:
    assert all(cells(line) <= room for line in lines_of(value, room))


def test_a_word_of_marks_alone_is_kept() -> None:
    assert lines_of(f"{MARKS} {'x' * 9}", 5) == [MARKS, "xxxxx", "xxxx"]


def test_a_pile_of_marks_is_cut() -> None:
    lines = lines_of("a" + "\u0301" * 1000 + " b", 10)
    assert max(map(len, lines)) == 40
    assert sum(map(len, lines)) == 1003


def test_a_megabyte_in_one_line() -> None:
    assert len(lines_of("word " * 200_000, 79)) == 200_000 // 16
    assert len(lines_of("x" * 1_000_000, 80)) == 12_500
    assert len(lines_of("日" * 500_000, 80)) == 12_500
    assert len(lines_of("\u0301" * 400_000, 10)) == 10_000


def test_a_megabyte_of_blanks_is_read_once() -> None:
    """A blank run that ends in a newline is not looked at again from each of its characters."""
    assert len(lines_of(" " * 500_000 + "\nx", 80)) == 2
    assert len(lines_of((" " * 999 + "\n") * 500, 80)) == 500


def test_a_hundred_thousand_lines() -> None:
    assert len(lines_of("line\n" * 100_000, 80)) == 100_000


def test_no_more_lines_are_made_than_asked() -> None:
    lines = Lines(text_of(*["some words of a paragraph"] * 10_000), 10)
    window = lines.window(100, 20)
    assert len(window) == 20
    assert len(lines._made) == 120
    assert not lines.complete
    lines.window(50, 20)
    assert len(lines._made) == 120


def test_a_megabyte_in_one_paragraph_is_wrapped_as_far_as_seen() -> None:
    lines = Lines(text_of("word " * 200_000), 80)
    lines.window(0, 24)
    assert len(lines._made) == 24
    assert lines.last() == 12_500


def test_lines_number_paragraphs() -> None:
    lines = Lines(text_of("one two", "three"), 3)
    assert lines.window(0, 10) == [
        Line(0, 3, 0, True), Line(4, 7, 0), Line(9, 9, 1), Line(9, 12, 1, True), Line(12, 14, 1)
    ]  # fmt: skip
    assert lines.last() == 5
    assert lines.window(2, 1)[0].is_gap


def test_folded_paragraphs_keep_numbers() -> None:
    text = text_of("one", "credit", "three", regions={1: Region.CREDIT})
    shown = Lines(text, 20, frozenset({1})).window(0, 10)
    assert [(line.paragraph, line.first) for line in shown] == [(0, True), (2, False), (2, True)]
    first = Lines(text, 20, frozenset({0})).window(0, 10)
    assert [line.paragraph for line in first if line.first] == [1, 2]
    assert not first[0].is_gap
    assert Lines(text, 20, frozenset({0, 1, 2})).window(0, 10) == []


def test_row_of_an_offset() -> None:
    lines = Lines(text_of("one two", "three"), 3)
    assert [lines.row_of(offset) for offset in (0, 2, 3, 4, 6, 8, 9, 11, 12, 99)] == [0, 0, 0, 1, 1, 1, 3, 3, 4, 4]


def test_an_offset_in_a_folded_paragraph_is_where_it_would_stand() -> None:
    lines = Lines(text_of("one", "credit", "three"), 20, frozenset({1}))
    assert lines.row_of(6) == 0
    assert Lines(text_of("one", "two"), 20, frozenset({0})).row_of(0) == 0


@given(st.lists(SPACED.filter(str.strip), min_size=1, max_size=5), st.integers(2, 40), st.data())
def test_row_of_and_seen_agree(paragraphs: list[str], room: int, data: st.DataObject) -> None:
    text = text_of(*paragraphs)
    lines = Lines(text, room)
    offset = data.draw(st.integers(0, len(text.value) - 1))
    row = lines.row_of(offset)
    assert lines.seen(row).start <= offset or row == 0
    assert lines.seen(row + 1).start > offset or row + 1 >= lines.last()
    for at, line in enumerate(lines.window(0, lines.last())):
        assert lines.seen(at) == Span(line.start, line.end)
        if not line.is_gap:
            assert lines.row_of(line.start) == at


def test_past_the_end_nothing_is_seen() -> None:
    assert Lines(text_of("one"), 10).seen(7) == Span(3, 3)


@given(st.integers(0, 60), st.integers(1, 40), st.integers(-10, 100), st.integers(0, 5))
def test_clamp(count: int, height: int, top: int, above: int) -> None:
    lines = Lines(text_of("\n".join(["x"] * count)) if count else text_of(), 10)
    assert lines.clamp(top, height, above) == max(min(top, count + above - height), 0)
