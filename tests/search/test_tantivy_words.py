"""What tantivy reads at each position is what `search.tokens` finds there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.tantivy.schema import BEGINS, BETWEEN, SHORT, neighbours
from briefing.search.tantivy.words import MARK, spell, spell_article
from briefing.search.tokens import Token, tokens

ODD = "aéÉsS12,.'’-–“”_`東ไßKİ \u00ad\u00a0\n\t\u0301\x00\x1f"
PIECES = st.sampled_from([*ODD, " ", "U.S.", "l'a", "x's", "1,200", "2.5", "al-Jufra", "O’Brien"])


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40))
def test_words_stand_where_they_are_found(text: str) -> None:
    found = tokens(text)
    apart = [token.text for token in found if not token.joined]
    spelled = spell((text,))
    assert spelled.text.split()[::2] == apart
    assert spelled.text.split()[1::2] == [BEGINS + word[:SHORT] for word in apart]
    assert set(spelled.letters) == {word[:1] for word in apart}
    assert spelled.joined == {token.text for token in found if token.joined}
    assert set(spelled.beside) == _beside(found)


def _beside(found: list[Token]) -> set[str]:
    """By the rule: what is one position before a joined form, and one after."""
    made: set[str] = set()
    for joined in (token for token in found if token.joined):
        at = {token.position: token.text for token in found if not token.joined}
        made.add(f"{neighbours('', joined.text, at[joined.position + 1])}/0")
        if joined.position:
            before = neighbours("", at[joined.position - 1], joined.text)
            made.add(f"{before}/{len(at[joined.position])}")
    return made


def test_joined_forms_are_told_apart() -> None:
    spelled = spell(("left al-Jufra", "", "O'Brien’s al-Jufra"))
    assert spelled.joined == {"aljufra", "obrien"}
    assert f"{neighbours('', 'brien', 'aljufra')}/2" in spelled.beside
    assert not [pair for pair in spelled.beside if pair.startswith(neighbours("", "jufra", "obrien"))]
    assert spelled.whole.startswith(spelled.text)
    assert [word for word in spelled.whole.split() if word != MARK][-4:] == ["aljufra", "~al", "obrien", "~ob"]


def test_a_title_is_the_beginning_of_the_text() -> None:
    title, whole = spell_article("Left al-Jufra", ("By O'Brien", "in May"))
    assert whole == spell(("Left al-Jufra", "By O'Brien", "in May"))
    assert title == spell(("Left al-Jufra",))._replace(letters="")
    assert spell_article("Left", ()) == (spell(("Left",))._replace(letters=""), spell(("Left",)))


@pytest.mark.parametrize("paragraphs", [("one two", "three"), ("one two", "", "three")])
def test_paragraphs_stand_apart(paragraphs: tuple[str, ...]) -> None:
    spelled = spell(paragraphs).text.split()
    assert spelled.index("three") - spelled.index("two") > BETWEEN
