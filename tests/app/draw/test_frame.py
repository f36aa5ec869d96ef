"""The rows around the panes: exact text, exact width, ASCII where only ASCII can be drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw import frame
from briefing.app.draw.frame import BarFacts
from briefing.app.draw.ink import Ink
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, cells, plain

KEYS = [("j/k", "move"), ("Tab", "pane"), ("/", "search")]
LAST = [("?", "help"), (":", "command")]


@pytest.mark.parametrize(
    ("facts", "room", "expected"),
    [
        (BarFacts("seeds", 2, 1), 40, " briefing  seeds · 2 articles           "),
        (BarFacts("seeds", 1), 40, " briefing  seeds · 1 article            "),
        (
            BarFacts("news", 20_000, 3, 2, "indexing 40%"), 80,
            " briefing  news · 20,000 articles · 3 undated · 2 unreadable · indexing 40%     ",
        ),
        (
            BarFacts("seeds", 2, 1, query="haftar", answer="2 articles · 3 ms"), 80,
            " briefing  seeds · 2 articles · 1 undated     query: haftar   2 articles · 3 ms ",
        ),
    ],
)  # fmt: skip
def test_the_bar(facts: BarFacts, room: int, expected: str) -> None:
    assert plain(frame.bar(facts, room, INK)) == expected


def test_the_query_stays_in_sight_where_the_bar_is_full() -> None:
    facts = BarFacts("a library", 20_000, 3, 2, "indexing", "harbour", "31 articles | 2 ms")
    shown = plain(frame.bar(facts, 60, ASCII_INK))
    assert shown.endswith("query: harbour   31 articles | 2 ms ")
    assert shown.startswith(" briefing  a library ")
    facts = facts._replace(library="a library with a name that is long", query="harbour and envoy and quay")
    assert plain(frame.bar(facts, 60, ASCII_INK)).startswith(" briefi... query")


def test_a_pane_title() -> None:
    assert plain(frame.pane_title(1, "LIST", "newest", "2 of 2", True, 30, INK)) == "▌1 LIST  newest        2 of 2 "
    assert plain(frame.pane_title(2, "READ", "a.txt  p3 of 13", "", False, 20, INK)) == " 2 READ  a.txt  p3… "
    assert plain(frame.pane_title(1, "LIST", "", "", True, 12, ASCII_INK)) == "#1 LIST     "


def test_only_the_name_of_a_pane_changes_with_activity() -> None:
    on, off = (list(frame.pane_title(1, "LIST", "newest", "2", active, 30, INK)) for active in (True, False))
    assert [segment.style for segment in on[1:]] == [segment.style for segment in off[1:]]
    assert on[0].style == INK.look.active


def test_the_footer_shows_what_fits_and_always_help() -> None:
    assert plain(frame.footer(KEYS, LAST, 60, INK)) == " j/k move  Tab pane  / search             ? help  : command "
    assert plain(frame.footer(KEYS, LAST, 40, INK)) == " j/k move  Tab pane   ? help  : command "
    assert plain(frame.footer(KEYS, LAST, 26, INK)).strip() == "? help  : command"


def test_rules_meet_walls() -> None:
    assert plain(frame.rule((2, 5), 8, INK)) == "──┬──┬──"
    assert plain(frame.floor((2, 5), 8, INK)) == "──┴──┴──"
    assert plain(frame.rule((2, 5), 8, ASCII_INK)) == "--+--+--"


def test_a_line_being_typed() -> None:
    strip = frame.prompt_line(" search: ", "harbour", 3, "open quote", 40, INK)
    assert plain(strip) == " search: harbour             open quote "
    assert [segment.text for segment in strip if segment.style == INK.look.selected] == ["b"]
    at_end = frame.prompt_line(":", "so", 2, "", 10, INK)
    assert [segment.text for segment in at_end if segment.style == INK.look.selected] == [" "]


def test_the_cursor_stands_on_a_wide_character() -> None:
    strip = frame.prompt_line(":", "日本語", 4, "", 10, INK)
    assert [segment.text for segment in strip if segment.style == INK.look.selected] == ["語"]
    assert plain(strip) == ":日本語   "


def test_boxes() -> None:
    assert plain(frame.box_edge("Help", 14, INK)) == "── Help ──────"
    assert plain(frame.box_edge("", 6, ASCII_INK)) == "------"
    assert plain(frame.box_line([("row", INK.look.text)], 8, INK)) == "│row   │"


@given(ANY_TEXT, ANY_TEXT, st.integers(1, 120), st.integers(0, 40), st.booleans(), INKS)
def test_any_row_is_exactly_as_wide_as_the_screen(one: str, two: str, room: int, at: int, yes: bool, ink: Ink) -> None:
    one, two = ink.glyphs.plain(one), ink.glyphs.plain(two)
    strips = [
        frame.bar(BarFacts(one, 5, 1, 1, two, one if yes else "", two), room, ink),
        frame.pane_title(1, "LIST", one, two, yes, room, ink),
        frame.footer([(one, two), *KEYS], LAST, room, ink),
        *frame.message(one, yes, room, ink),
        frame.rule((), room, ink),
        frame.prompt_line(" find: ", one, at, two, room, ink),
        frame.box_edge(one, room, ink),
        *([frame.box_line([(one, ink.look.text)], room, ink)] if room > 2 else []),
    ]
    for strip in strips:
        assert cells(plain(strip)) == strip.cell_length == room
        assert ink is INK or plain(strip).isascii()


@given(ANY_TEXT, INKS)
def test_names_and_messages_are_drawn_in_the_marks_of_the_terminal(text: str, ink: Ink) -> None:
    drawn = [
        plain(frame.bar(BarFacts(text, 5, query=text), 80, ink)),
        *map(plain, frame.message(text, False, 80, ink)),
        plain(frame.prompt_line(":", text, 3, text, 80, ink)),
        plain(frame.pane_title(1, "LIST", text, "", True, 80, ink)),
    ]
    assert ink is INK or all(row.isascii() for row in drawn)
