"""A box to choose from: rows that hold the typed words, and word of each that was passed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.ink import Ink
from briefing.app.panes.chooser import Chooser, Option
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, cells, plain

OPTIONS = [
    Option("star", "Star", "*", "Star the article."),
    Option("sort", "Sort", "S", "Sort by date."),
    Option("theme", "Thème", "", "Choose a theme."),
]


def type_in(chooser: Chooser, text: str) -> None:
    for character in text:
        chooser.prompt.press(character, character)
        chooser.narrow()


def rows(chooser: Chooser, width: int = 60, height: int = 20, ink: Ink = INK) -> list[str]:
    return [plain(strip) for strip in chooser.lines(chooser.box(width, height), ink)]


def test_the_box() -> None:
    assert rows(Chooser("Commands", OPTIONS), 44) == [
        "── Commands ──────────────────────────────",
        "│  /                                     │",
        "│                                        │",
        "│ > *  Star  Star the article.           │",
        "│   S  Sort  Sort by date.               │",
        "│      Thème  Choose a theme.            │",
        "──────────────────────────────────────────",
    ]


def test_typing_narrows_by_every_word_whatever_its_case_and_accents() -> None:
    chooser = Chooser("Commands", OPTIONS)
    type_in(chooser, "BY s")
    assert rows(chooser)[3].startswith("│ > S  Sort")
    chooser.prompt.replace("theme")
    chooser.narrow()
    assert rows(chooser)[3].startswith("│ >    Thème")
    chooser.prompt.replace("zz")
    chooser.narrow()
    assert "nothing fits" in rows(chooser)[3]
    assert not chooser.current


def test_every_row_under_the_cursor_is_told() -> None:
    moved: list[str] = []
    chooser = Chooser("Themes", OPTIONS, moved=moved.append)
    chooser.lines(chooser.box(60, 20), INK)
    chooser.move_to("sort")
    assert moved == []
    chooser.move(1)
    chooser.move(1)
    chooser.move(-2)
    assert moved == ["theme", "star"]
    type_in(chooser, "so")
    assert moved[-1] == "sort"
    before = len(moved)
    type_in(chooser, "zz")
    assert len(moved) == before


def test_what_was_chosen_is_the_caller_s() -> None:
    chosen: list[str] = []
    chooser = Chooser("Commands", OPTIONS, chosen=chosen.append)
    chooser.move(0)
    assert chooser.current is not None
    chooser.chosen(chooser.current.value)
    assert chosen == ["star"]


def test_moving_before_the_first_paint() -> None:
    chooser = Chooser("Commands", OPTIONS)
    chooser.move(2)
    assert rows(chooser)[3 + 2].startswith("│ > ")


def test_more_rows_than_fit() -> None:
    chooser = Chooser("Problems", [Option(str(n), f"row {n}") for n in range(100)])
    assert "row 0" in rows(chooser)[3]
    assert rows(chooser)[-1].startswith("── 86 more below ")
    chooser.move(99)
    shown = rows(chooser)
    assert "> row 99" in shown[-2]
    assert "more" not in shown[-1]


def test_a_wide_character_under_the_cursor() -> None:
    chooser = Chooser("Commands", OPTIONS)
    chooser.prompt.replace("日本語")
    chooser.prompt.left()
    typed = chooser.lines(chooser.box(60, 20), INK)[1]
    assert [segment.text for segment in typed if segment.style == INK.look.selected] == ["語"]


LABELS = st.lists(st.builds(Option, st.just("x"), ANY_TEXT, st.sampled_from(["", "j", "Ctrl+P"]), ANY_TEXT), max_size=9)


@given(LABELS, ANY_TEXT, st.integers(40, 130), st.integers(10, 50), INKS)
def test_every_row_is_as_wide_as_the_box(options: list[Option], typed: str, width: int, height: int, ink: Ink) -> None:
    chooser = Chooser("Title", options)
    chooser.prompt.put(typed)
    chooser.narrow()
    box = chooser.box(width, height)
    assert 0 <= box.x <= box.x + box.width <= width
    assert 0 <= box.y <= box.y + box.height <= height
    strips = chooser.lines(box, ink)
    assert len(strips) == box.height
    for strip in strips:
        assert cells(plain(strip)) == strip.cell_length == box.width
        assert ink is not ASCII_INK or plain(strip).isascii()
