"""Lines of a diff: each with its own marks, none wider than the screen, in ASCII too, whatever the text holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.diff import Changed, change_entries
from briefing.app.draw.entry import Entry
from briefing.app.draw.ink import Ink
from briefing.library.changes import passages
from briefing.library.word_diff import word_diff
from briefing.model.article import Article, article_id
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, cells, text_of, words


def article(*paragraphs: str) -> Article:
    return Article(article_id("a.txt", ""), "a.txt", "", "Title", False, text_of(*paragraphs), None)


def drawn(old: Article, new: Article, room: int = 60, ink: Ink = INK) -> list[Entry]:
    one, other = old.text.value, new.text.value
    return list(change_entries(passages(word_diff(one, other), one, other), old, new, room, ink))


def lines(entries: list[Entry]) -> list[str]:
    return [words(line).rstrip() for entry in entries for line in entry.lines]


OLD = article("It is so.", "The strike at the harbour was over on Tuesday, said the union.", "Nothing more.", "End.")
NEW = article("It is so.", "The strike at the port was over on Monday, said the union.", "Nothing more.", "End.")


def test_what_is_gone_and_what_is_new() -> None:
    assert lines(drawn(OLD, NEW)) == [
        "        … 1 paragraph the same",
        "",
        "     p2 The strike at the [-harbour-] {+port+} was over on",
        "        [-Tuesday,-] {+Monday,+} said the union.",
        "",
        "        … 2 paragraphs the same",
    ]
    assert lines(drawn(OLD, NEW, ink=ASCII_INK))[0] == "        ... 1 paragraph the same"


def test_every_line_of_a_long_change_has_its_own_marks() -> None:
    made = lines(drawn(article("Short."), article(" ".join(f"word{n}" for n in range(30))), 40))
    assert made[0].startswith("     p1 [-Short.-] {+word0")
    assert all(line.strip().startswith("{+") and line.endswith("+}") for line in made[1:])


def test_lines_with_a_change_can_be_chosen_and_say_where_it_stands() -> None:
    chosen = [entry.target for entry in drawn(OLD, NEW) if entry.can_be_chosen]
    assert [isinstance(each, Changed) and each.begins for each in chosen] == [True, True]
    first = chosen[0]
    assert isinstance(first, Changed)
    assert first.is_gone
    assert first.place.of(OLD.text.value) == "harbour"


@given(st.lists(ANY_TEXT, max_size=4), st.lists(ANY_TEXT, max_size=4), st.integers(30, 90), INKS)
def test_no_line_is_too_wide(old: list[str], new: list[str], room: int, ink: Ink) -> None:
    for entry in drawn(article(*old), article(*new), room, ink):
        for line in entry.lines:
            assert cells(words(line)) <= room
            assert ink is INK or words(line).isascii()
