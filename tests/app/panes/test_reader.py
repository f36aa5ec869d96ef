"""The reader: a place in one article that no resize, fold or news of actors moves."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.ink import Ink
from briefing.app.draw.labels import Labels
from briefing.app.panes.reader import ReaderPane
from briefing.model.actor import ActorType, Findings
from briefing.model.hit import ArticleView
from briefing.model.text import Region, Span
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, actor_of, cells, plain, time_of, view_of

MANY = [f"Paragraph {number} " + "with some words " * 20 for number in range(40)]


def pane(*paragraphs: str, height: int = 10, width: int = 60, ink: Ink = INK, **about: Any) -> ReaderPane:
    made = ReaderPane(ink)
    made.fit_to(width, height, False)
    made.show(view_of(*paragraphs, **about))
    return made


def shown(made: ReaderPane, height: int = 10, width: int = 60) -> list[str]:
    return [plain(strip).rstrip() for strip in made.lines(height, width)]


def hits_of(made: ReaderPane, word: str) -> list[Span]:
    assert made.view is not None
    value = made.view.article.text.value
    return [Span(at, at + len(word)) for at in range(len(value)) if value.startswith(word, at)]


def test_an_article() -> None:
    made = pane("First words.", "Second words.")
    assert shown(made) == [
        "     Council votes",
        "     2021-01-23 Sat 14:30 UTC (header: “date 2021-01-23”)",
        "     The Gazette",
        "",
        "  p1 First words.",
        "",
        "  p2 Second words.",
        "", "", "",
    ]  # fmt: skip


def test_nothing_open_is_blank() -> None:
    made = ReaderPane(INK)
    made.fit_to(60, 10, False)
    assert shown(made) == [""] * 10
    assert not made.scroll(1)
    assert not made.page(1)
    made.go_bottom()
    made.go_to_paragraph(3)
    made.point_at(Span(0, 1))
    assert (made.title(40), made.paragraph, made.offset, made.line_in_paragraph) == ("", 0, 0, 0)


def test_an_article_that_fits_does_not_scroll() -> None:
    made = pane("First words.", height=30)
    assert not made.scroll(1)
    assert not made.page(1)
    made.go_bottom()
    assert made.top == 0


def test_the_last_line_is_at_the_bottom_and_no_lower() -> None:
    for height in (4, 7, 11):
        made = pane("one", "two", "three", "four", height=height)
        made.go_bottom()
        assert shown(made, height)[-1] == "  p4 four"
        assert not made.scroll(1)
        assert not made.page(1)
        assert made.scroll(-1) == (height < 11)
        assert shown(made, height)[-1] == ("" if height < 11 else "  p4 four")


@given(st.lists(st.integers(-50, 50), max_size=20), st.integers(2, 40), st.integers(0, 40))
def test_scrolling_stays_in_bounds(steps: list[int], height: int, count: int) -> None:
    made = pane(*MANY[:count], height=height)
    made.go_bottom()
    made.go_top()
    assert made._lines is not None
    total = len(made._front) + made._lines.last()
    for step in steps:
        before = made.top
        assert made.scroll(step) == (made.top != before)
        assert made.top == max(min(before + step, total - height), 0)


def test_pages_overlap_by_a_line() -> None:
    made = pane(*MANY)
    made.scroll(20)
    last = shown(made)[-1]
    assert made.page(1)
    assert shown(made)[0] == last
    made.page(-1)
    assert made.top == 20


def test_paging_makes_no_more_lines_than_seen() -> None:
    made = pane("word " * 200_000)
    made.page(1)
    shown(made)
    assert made._lines is not None
    assert len(made._lines._made) < 40


def test_going_to_a_paragraph() -> None:
    made = pane(*MANY)
    made.go_to_paragraph(7)
    assert shown(made)[0].startswith("  p7 Paragraph 6")
    assert made.paragraph == 7
    made.scroll(2)
    assert made.line_in_paragraph == 2
    made.go_to_paragraph(999)
    assert any(row.startswith(" p40 ") for row in shown(made))
    made.go_to_paragraph(1)
    assert made.top == 0
    made.come_back(6, 2)
    assert (made.paragraph, made.line_in_paragraph) == (7, 2)
    made.come_back(4000, 2)
    assert (made.paragraph, made.line_in_paragraph) == (7, 2)


def test_a_resize_keeps_the_line_at_the_top() -> None:
    made = pane(*MANY)
    made.go_to_paragraph(9)
    for width, height in ((40, 10), (90, 30), (60, 7), (60, 10)):
        made.fit_to(width, height, False)
        assert shown(made, height, width)[0].startswith("  p9 ")


def test_a_taller_pane_is_filled_and_gives_the_place_back() -> None:
    made = pane(*MANY)
    made.go_bottom()
    top = made.top
    made.fit_to(60, 30, False)
    assert shown(made, 30)[-1] != ""
    assert shown(made, 30)[0] != ""
    made.fit_to(60, 10, False)
    assert made.top == top


def test_lines_above_the_text_stay_in_sight_over_a_resize() -> None:
    made = pane(*MANY)
    made.fit_to(40, 12, False)
    assert made.top == 0
    made.scroll(1)
    made.fit_to(70, 9, False)
    assert made.top == 1


def test_folding_keeps_the_place_and_the_numbers() -> None:
    regions = {0: Region.BYLINE, 3: Region.CREDIT}
    made = pane(*MANY, regions=regions)
    made.go_to_paragraph(9)
    for folded in (True, False, True):
        made.fold(folded)
        assert shown(made)[0].startswith("  p9 ")
    made.go_top()
    assert not [row for row in shown(made, 60) if row.startswith(("  p1 ", "  p4 "))]
    made.fold(False)
    assert [row for row in shown(made, 60) if row.startswith("  p1 ")]


def test_news_of_actors_moves_nothing() -> None:
    made = pane(*MANY)
    made.scroll(33)
    view = made.view
    assert view is not None
    made.update(ArticleView(view.number, view.article, Findings((actor_of("Ann", ActorType.PERSON, (2, 5)),))))
    made.dress(ASCII_INK)
    shown(made)
    assert made.top == 33


def test_stepping_through_hits() -> None:
    made = pane(*MANY)
    hits = hits_of(made, "Paragraph")
    made.set_hits(hits)
    assert made.hit == -1
    for number in range(40):
        assert made.step_hit(1)
        assert made.hit == number
        assert any(f"Paragraph {number} " in row for row in shown(made))
        assert f"hit {number + 1} of 40" in made.title(60)
    assert not made.step_hit(1)
    assert made.hit == 39
    assert made.step_hit(-1)
    assert made.hit == 38
    made.go_to_hit(-1)
    assert made.hit == 39
    made.go_to_hit(0)
    assert not made.step_hit(-1)


def test_the_first_step_is_from_where_the_reader_is() -> None:
    made = pane(*MANY)
    made.go_to_paragraph(20)
    made.set_hits(hits_of(made, "Paragraph"))
    assert made.step_hit(1)
    assert made.hit == 19
    made.set_hits(hits_of(made, "Paragraph"))
    made.go_to_paragraph(20)
    assert made.step_hit(-1)
    assert made.hit == 18
    made.set_hits([])
    assert not made.step_hit(1)


def test_revealing_scrolls_only_for_what_is_out_of_sight() -> None:
    made = pane(*MANY)
    made.scroll(20)
    made.reveal(Span(made.offset, made.offset + 3))
    assert made.top == 20
    far = hits_of(made, "Paragraph 30 ")[0]
    made.point_at(far)
    assert made.focus == far
    row = next(at for at, row in enumerate(shown(made)) if "Paragraph 30 " in row)
    assert row == 3


def test_only_paragraphs_with_hits() -> None:
    made = pane("one harbour", "two", "three harbour", "four")
    made.set_hits(hits_of(made, "harbour"))
    made.show_only_hits(True)
    assert [row for row in shown(made, 14)[4:] if row] == ["  p1 one harbour", "  p3 three harbour"]
    made.set_hits(hits_of(made, "two"))
    assert [row for row in shown(made, 14)[4:] if row] == ["  p2 two"]
    made.show_only_hits(False)
    assert len([row for row in shown(made, 14)[4:] if row]) == 4
    made.set_hits([])
    made.show_only_hits(True)
    assert len([row for row in shown(made, 14)[4:] if row]) == 4


def test_marks_lie_where_the_words_are() -> None:
    made = ReaderPane(INK)
    made.fit_to(60, 10, False)
    time = time_of(15, "Friday", "2021-01-22", day=date(2021, 1, 22))
    findings = Findings((actor_of("Ann Lee", ActorType.PERSON, (0, 7)),), (time,))
    made.show(view_of("Ann Lee voted, Friday, in Vale.", "Photo: Ann", findings=findings, regions={1: Region.CREDIT}))
    made.set_hits([Span(4, 7)])
    look = INK.look
    row = [(segment.text, segment.style) for segment in made.lines(10, 60)[4]][1:5]
    assert row == [("Ann ", look.mention), ("Lee", look.hit), (" voted, ", look.text), ("Friday", look.time)]
    assert [segment.style for segment in made.lines(10, 60)[6]][1] == look.muted
    made.point_at(Span(0, 7))
    assert [segment.style for segment in made.lines(10, 60)[4]][1] == look.selected


def test_the_gutter_of_dates_on_a_wide_screen() -> None:
    made = ReaderPane(INK)
    made.fit_to(92, 10, True)
    times = (time_of(3, "2020", "2020", day=None), time_of(8, "Friday", "2021-01-22", day=date(2021, 1, 22)))
    made.show(view_of("In 2020 Friday", "none", findings=Findings((), times)))
    assert shown(made, 10, 92)[3:6] == [" 2021-01-22  p1 In 2020 Friday", "", "             p2 none"]


def test_ascii_spells_dashes_out_only_where_there_is_room() -> None:
    full = "a — b — c … d — e … f — g — h … i … jj kk ll mm nn oo"
    assert shown(pane(full, ink=ASCII_INK))[4] == "  p1 a - b - c . d - e . f - g - h . i . jj kk ll mm nn oo"
    assert shown(pane("a — b …", ink=ASCII_INK))[4] == "  p1 a -- b ..."


def test_the_title_says_where_the_reader_is() -> None:
    made = pane(*MANY)
    assert made.title(60) == "a.txt  p1 of 40"
    made.go_to_paragraph(21)
    assert made.title(60) == "a.txt  p21 of 40 · 49%"
    assert ReaderPane(INK).title(9) == ""
    assert pane().title(40) == "a.txt  empty"


@pytest.mark.parametrize("width", [40, 66, 80, 200])
def test_the_reading_width(width: int) -> None:
    made = pane("word " * 100, width=width)
    longest = max(len(row) for row in shown(made, 30, width)[3:])
    assert longest <= 5 + min(80, width - 6)
    assert longest >= 5 + min(80, width - 6) - 5


@given(st.lists(ANY_TEXT, max_size=4), st.integers(20, 120), st.integers(3, 30), st.integers(0, 60), INKS)
def test_any_article_fills_any_pane(paragraphs: list[str], width: int, height: int, top: int, ink: Ink) -> None:
    made = pane(*paragraphs, height=height, width=width, ink=ink)
    made.scroll(top)
    strips = made.lines(height, width)
    assert len(strips) == height
    for strip in strips:
        assert cells(plain(strip)) == strip.cell_length == width
        assert ink is INK or plain(strip).isascii()


# -- the reader's own notes


class Remark(NamedTuple):
    text: str
    paragraph: int = 0
    remark: str = ""


def noted(*notes: Remark, tags: tuple[str, ...] = (), height: int = 14, width: int = 60, ink: Ink = INK) -> ReaderPane:
    made = ReaderPane(ink, lambda _: Labels(tags, notes))
    made.fit_to(width, height, False)
    made.show(view_of("First words.", "Second words.", "Third words."))
    return made


def test_tags_and_notes_stand_where_they_belong() -> None:
    made = noted(Remark("On all.\nReally."), Remark("Who?", 2, "was p1"), tags=("grain deal", "war"))
    assert shown(made, 14)[3:] == [
        "     #grain-deal #war",
        "     † On all.",
        "       Really.",
        "",
        "  p1 First words.",
        "",
        "  p2 Second words.",
        "     † Who?",
        "       (was p1)",
        "",
        "  p3 Third words.",
    ]


def test_folded_notes_are_marks_at_their_paragraphs() -> None:
    made = noted(Remark("On all."), Remark("Who?", 2))
    made.fold_notes(True)
    assert shown(made, 14)[3:] == [
        "     † 2 notes folded: E shows them",
        "",
        "  p1 First words.",
        "",
        "  p2†Second words.",
        "",
        "  p3 Third words.",
        "", "", "", "",
    ]  # fmt: skip
    made.fold_notes(False)
    assert any("† Who?" in line for line in shown(made, 14))


def test_notes_move_no_place_and_count_as_no_text() -> None:
    notes = [Remark(f"Note on {n}\nof two lines", n) for n in range(1, 41, 3)]
    made = ReaderPane(INK, lambda _: Labels((), tuple(notes)))
    made.fit_to(60, 10, False)
    made.show(view_of(*MANY))
    made.go_to_paragraph(20)
    assert made.paragraph == 20
    before = shown(made)[0]
    made.fold_notes(True)
    assert (made.paragraph, shown(made)[0].replace("†", " ")) == (20, before)
    made.fold_notes(False)
    assert (made.paragraph, shown(made)[0]) == (20, before)
    notes.append(Remark("one more", 2))
    assert made.relabel()
    assert not made.relabel()
    assert (made.paragraph, shown(made)[0]) == (20, before)
    for width in (40, 90, 60):
        made.fit_to(width, 10, False)
        assert made.paragraph == 20
    made.go_bottom()
    assert shown(made)[-1] == "       of two lines"


@given(st.lists(st.tuples(ANY_TEXT, st.integers(0, 4)), max_size=6), st.integers(24, 90), INKS, st.booleans())
def test_any_notes_fit(notes: list[tuple[str, int]], width: int, ink: Ink, folded: bool) -> None:
    made = noted(*(Remark(text, at) for text, at in notes), width=width, ink=ink)
    made.fold_notes(folded)
    for _ in range(4):
        assert {cells(plain(strip)) for strip in made.lines(14, width)} == {width}
        made.scroll(7)
