"""What tantivy reads at each position is what `search.tokens` finds there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.tantivy.schema import BETWEEN, SHORT
from briefing.search.tantivy.words import MARK, spell
from briefing.search.tokens import positions

ODD = "aéÉsS12,.'’-–“”_`東ไßKİ \u00ad\u00a0\n\t\u0301\x00\x1f"
PIECES = st.sampled_from([*ODD, " ", "U.S.", "l'a", "x's", "1,200", "2.5", "al-Jufra", "O’Brien"])


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40))
def test_words_stand_where_they_are_found(text: str) -> None:
    places: dict[str, list[int]] = {}
    end = positions(text, places)
    spelled = spell((text,)).text.split()
    assert len(spelled) == 2 * end
    found: dict[str, list[int]] = {}
    for at, word in enumerate(spelled):
        if word != MARK:
            found.setdefault(word, []).append(at // 2)
    assert spell((text,)).starts == {word[:size] for word in places for size in range(1, SHORT + 1)}
    assert {word: sorted(at) for word, at in found.items()} == {word: sorted(at) for word, at in places.items()}


def test_joined_forms_are_told_apart() -> None:
    assert spell(("left al-Jufra", "", "O'Brien’s al-Jufra")).joined == {"aljufra", "obrien"}


@pytest.mark.parametrize("paragraphs", [("one two", "three"), ("one two", "", "three")])
def test_paragraphs_stand_apart(paragraphs: tuple[str, ...]) -> None:
    spelled = spell(paragraphs).text.split()
    assert spelled.index("three") - spelled.index("two") > BETWEEN
