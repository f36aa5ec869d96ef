"""What is sent is what is seen: diffs read back by a terminal equal a fresh painting, and cost what they should."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style

from briefing.app.screen_buffer import ScreenBuffer, cells_of, sgr

WIDTH, HEIGHT = 24, 4
TRUE, MANY, FEW = ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD
NULL = Style.null()
BOLD, DIM, UNDER = Style(bold=True), Style(dim=True), Style(underline=True)
RED = Style(color=Color.from_ansi(1))

# What the terminal and the buffer measure alike; the rest is for the test of columns below.
LETTERS = st.text(st.sampled_from("ab cd  1.,~" * 3 + "日本한👍🎉│─█●…×éש" + "\u0301\u0323"), max_size=12)
COLOURS = st.sampled_from([None, *map(Color.parse, ("red", "bright_blue", "#1a2b3c", "#fff0e0"))])
FLAG = st.sampled_from([None, None, True])
ATTRIBUTES = dict.fromkeys(("bold", "italic", "underline", "reverse", "strike"), FLAG)
STYLES = st.builds(Style, color=COLOURS, bgcolor=COLOURS, **ATTRIBUTES)
COLOURLESS = st.builds(Style, dim=FLAG, **ATTRIBUTES)


Rows = list[tuple[int, list[Segment]]]


def rows_of(styles: st.SearchStrategy[Style]) -> st.SearchStrategy[Rows]:
    row = st.lists(st.builds(Segment, LETTERS, styles), max_size=4)
    return st.dictionaries(st.integers(0, HEIGHT - 1), row, min_size=1).map(lambda rows: sorted(rows.items()))


class Terminal:
    """A screen that obeys bytes."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.ByteStream(self.screen)
        self.feed("\x1b[?7l")  # as Textual does: a mark on the last cell must not scroll the screen

    def feed(self, data: str) -> None:
        self._stream.feed(data.encode())

    def seen(self) -> list[list[object]]:
        """Characters and attributes of every cell; the right half of a wide one counts as part of it."""
        buffer = self.screen.buffer
        return [[self._cell(buffer[y], x) for x in range(WIDTH)] for y in range(HEIGHT)]

    @staticmethod
    def _cell(row: dict[int, pyte.screens.Char], x: int) -> object:
        if row[x].data == "" or (x and len(row[x - 1].data) and cell_len(row[x - 1].data[0]) == 2):
            return ""
        return tuple(row[x])


@given(st.lists(rows_of(STYLES), min_size=1, max_size=6), st.sampled_from([TRUE, MANY, FEW]))
def test_diffs_show_what_a_fresh_painting_shows(frames: list[Rows], depth: ColorSystem) -> None:
    buffer, terminal = ScreenBuffer(), Terminal()
    last: dict[int, list[Segment]] = {}
    for rows in frames:
        terminal.feed(buffer.changes(rows, WIDTH, depth))
        last.update(rows)
        assert buffer.changes(rows, WIDTH, depth) == ""
    fresh = Terminal()
    fresh.feed(ScreenBuffer().changes(sorted(last.items()), WIDTH, depth))
    assert terminal.seen() == fresh.seen()
    # No style is left on the pen for whoever writes next.
    assert tuple(terminal.screen.cursor.attrs) == tuple(pyte.Screen(1, 1).cursor.attrs)


@given(rows_of(STYLES))
def test_every_cell_has_its_own_style(rows: Rows) -> None:
    terminal = Terminal()
    terminal.feed(ScreenBuffer().changes(rows, WIDTH, TRUE))
    for y, segments in rows:
        for x, (text, style) in enumerate(cells_of(segments, WIDTH)):
            cell = terminal.screen.buffer[y][x]
            if text:
                assert cell.data == text or not text.isascii()
                for name, shown in (("bold", cell.bold), ("italic", cell.italics), ("underline", cell.underscore),
                                    ("reverse", cell.reverse), ("strike", cell.strikethrough)):  # fmt: skip
                    assert shown == bool(getattr(style, name)), (name, x, y)
                assert (cell.fg == "default") == (style.color is None)
                assert (cell.bg == "default") == (style.bgcolor is None)


@given(st.lists(rows_of(COLOURLESS), min_size=1, max_size=4))
def test_styles_without_colour_send_no_colour(frames: list[Rows]) -> None:
    buffer = ScreenBuffer()
    sent = "".join(buffer.changes(rows, WIDTH, FEW) for rows in frames)
    for codes in re.findall(r"\x1b\[([\d;]*)m", sent):
        for code in codes.split(";"):
            assert not code or int(code) < 30, codes


@given(st.lists(st.builds(Segment, st.text(max_size=30), st.just(NULL)), max_size=3))
def test_a_row_is_as_wide_as_the_screen_and_obeys_nothing(segments: list[Segment]) -> None:
    row = cells_of(segments, WIDTH)
    assert len(row) == WIDTH
    sent = ScreenBuffer().changes([(0, segments)], WIDTH, TRUE)
    assert sent.encode()
    left = re.sub(r"\x1b\[[\d;]*[HCGm]", "", sent)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", left)


def test_control_segments_are_not_cells() -> None:
    assert cells_of([Segment("x", None, [(1,)])], 2) == [(" ", NULL)] * 2  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本", ["日", "", "本", "", " "]),
        ("ab日本x", ["a", "b", "日", "", " "]),
        ("e\u0301x", ["e\u0301", "x", " ", " ", " "]),
        ("日\u0301x", ["日\u0301", "", "x", " ", " "]),
        ("\u0301a", ["a", " ", " ", " ", " "]),
        ("a\x1b[1m", ["a", "?", "[", "1", "m"]),
        ("é\x1b\u202ex", ["é", "x", " ", " ", " "]),
        ("a\ud800b", ["a", "?", "b", " ", " "]),
    ],
)
def test_cells(text: str, expected: list[str]) -> None:
    assert [cell for cell, _ in cells_of([Segment(text)], 5)] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (NULL, NULL, ""),
        (NULL, BOLD, "\x1b[1m"),
        (BOLD, NULL, "\x1b[m"),
        (BOLD, UNDER, "\x1b[0;4m"),
        (BOLD, BOLD + UNDER, "\x1b[4m"),
        (BOLD + UNDER, BOLD, "\x1b[24m"),
        (BOLD + DIM, BOLD, "\x1b[0;1m"),
        (RED + BOLD, RED, "\x1b[22m"),
        (RED, NULL, "\x1b[m"),
        (NULL, RED, "\x1b[31m"),
        (RED + UNDER, UNDER, "\x1b[39m"),
        (RED, Style(color=Color.from_ansi(12)), "\x1b[94m"),
    ],
)
def test_the_shortest_change_of_pen(old: Style, new: Style, expected: str) -> None:
    assert sgr(old, new, FEW) == expected


@given(STYLES, STYLES, st.sampled_from([TRUE, MANY, FEW]))
def test_a_change_of_pen_is_never_longer_than_starting_anew(old: Style, new: Style, depth: ColorSystem) -> None:
    through_nothing = f"\x1b[0;{sgr(NULL, new, depth)[2:]}" if new else "\x1b[m"
    assert len(sgr(old, new, depth)) <= len(through_nothing)


def test_a_colour_is_sent_as_the_terminal_can_show_it() -> None:
    blue = Style(color=Color.parse("#1a2b3c"))
    assert sgr(NULL, blue, TRUE) == "\x1b[38;2;26;43;60m"
    assert re.fullmatch(r"\x1b\[38;5;\d+m", sgr(NULL, blue, MANY))
    assert re.fullmatch(r"\x1b\[(3|9)\dm", sgr(NULL, blue, FEW))


def paint(buffer: ScreenBuffer, rows: Sequence[str], chosen: int = -1) -> str:
    styled = [(y, [Segment(text, Style(reverse=True) if y == chosen else NULL)]) for y, text in enumerate(rows)]
    return buffer.changes(styled, 80, MANY)


def test_bytes_of_a_cursor_step() -> None:
    """Two rows of eighty cells change their ground: two moves, two changes of pen, 160 cells."""
    rows = [f"{number:>4}  a title of an article".ljust(80) for number in range(20)]
    buffer = ScreenBuffer()
    paint(buffer, rows, chosen=3)
    step = paint(buffer, rows, chosen=4)
    assert len(step.encode()) == 160 + len("\x1b[4H" + "\x1b[5H" + "\x1b[7m" + "\x1b[m")
    assert buffer.frames == 2


def test_small_changes_cost_little() -> None:
    buffer = ScreenBuffer()
    paint(buffer, ["12 of 500".ljust(80), "unchanged".ljust(80)])
    assert paint(buffer, ["13 of 500".ljust(80), "unchanged".ljust(80)]) == "\x1b[1;2H3"
    # A gap of three is cheaper to send again; a longer one is jumped over.
    assert paint(buffer, ["14 of 600".ljust(80)]) == "\x1b[1;2H4\x1b[4C6"
    assert paint(buffer, ["15 og 600".ljust(80)]) == "\x1b[1;2H5 og"


def test_a_new_size_or_a_stranger_on_the_screen_paints_all() -> None:
    buffer = ScreenBuffer()
    row = [(0, [Segment("abc")])]
    assert buffer.changes(row, 5, TRUE) == "\x1b[1Habc  "
    assert buffer.changes(row, 5, TRUE) == ""
    assert buffer.changes(row, 4, TRUE) == "\x1b[1Habc "
    buffer.forget()
    assert buffer.changes(row, 4, TRUE) == "\x1b[1Habc "


def test_columns_hold_where_a_terminal_measures_otherwise() -> None:
    """After a cluster that terminals measure differently the column is said again."""
    sent = ScreenBuffer().changes([(0, [Segment("a👍b│")])], 8, TRUE)
    assert sent == "\x1b[1Ha👍\x1b[4Gb│   "
