from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.query import Fuzzy, Phrase
from briefing.search.engine import IndexedText
from briefing.search.match import edits_within, matches, spans
from briefing.search.syntax import parse

TEXT = "Khalifa Haftar’s men left al-Jufra.\n\nThe Wagner group was in Libya; the group of Wagner men left."


def marked(query: str, text: str = TEXT, title: bool = True) -> list[str]:
    return [span.of(text) for span in spans(parse(query).tree, text, title)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("haftar", ["Haftar"]),
        ("al-jufra", ["al-Jufra"]),
        ('"al jufra"', ["al", "Jufra"]),
        ("jufra", ["Jufra"]),
        ("aljufra", ["al-Jufra"]),
        ('"wagner group"', ["Wagner", "group"]),
        ('"wagner group"~1', ["Wagner", "group", "group", "Wagner"]),
        ("wag* -group", ["Wagner", "Wagner"]),
        ("libia~1", ["Libya"]),
        ('"jufra the"', []),
        ('"men men"~9', []),
        ("who:haftar", []),
    ],
)
def test_spans(query: str, words: list[str]) -> None:
    assert marked(query) == words


def test_title_leaves_mark_titles_only() -> None:
    assert marked("title:libya") == ["Libya"]
    assert marked("title:libya", title=False) == []


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [
        ("a", "a", 0),
        ("ab", "ba", 1),
        ("wagner", "wganer", 1),
        ("wagner", "wagne", 1),
        ("wagner", "magnes", 2),
        ("ca", "abc", 3),
    ],
)
def test_edits(left: str, right: str, distance: int) -> None:
    for most in range(4):
        assert edits_within(left, right, most) == (distance <= most)
        assert edits_within(right, left, most) == (distance <= most)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(1, 2))
def test_edits_like_a_full_table(left: str, right: str, most: int) -> None:
    assert edits_within(left, right, most) == (full_table(left, right) <= most)


def full_table(left: str, right: str) -> int:
    table = [[max(i, j) if not i or not j else 0 for j in range(len(right) + 1)] for i in range(len(left) + 1)]
    for i in range(1, len(left) + 1):
        for j in range(1, len(right) + 1):
            cost = left[i - 1] != right[j - 1]
            best = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and left[i - 1] == right[j - 2] and left[i - 2] == right[j - 1]:
                best = min(best, table[i - 2][j - 2] + 1)
            table[i][j] = best
    return table[-1][-1]


def test_near_words_share_the_first_letter() -> None:
    text = IndexedText(1, "", ("magner",))
    assert matches(Fuzzy("magnr"), text, {})
    assert not matches(Fuzzy("wagner"), text, {})


def test_slop_is_any_order_within_one_paragraph() -> None:
    text = IndexedText(1, "one two", ("three four five one", "two"))
    assert matches(Phrase(("one", "three"), 2), text, {})
    assert not matches(Phrase(("one", "three"), 1), text, {})
    assert not matches(Phrase(("two", "three"), 50), text, {})
    assert not matches(Phrase(("one", "one"), 50), text, {})
