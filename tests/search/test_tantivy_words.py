"""What tantivy reads at each position is what `search.tokens` finds there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.tantivy.schema import BEGINS, BETWEEN, LETTER, REST, SHORT, TEXT, TITLE, neighbours
from briefing.search.tantivy.words import MARK, Spelling, spell
from briefing.search.tokens import Token, tokens

ODD = "aéÉsS12,.'’-–“”_`東ไßKİ \u00ad\u00a0\n\t\u0301\x00\x1f"
PIECES = st.sampled_from([*ODD, " ", "U.S.", "l'a", "x's", "1,200", "2.5", "al-Jufra", "O’Brien"])


def in_order(field: str) -> list[str]:
    """The words of one paragraph, without the joined forms at the end."""
    words = field.split()
    return words[: words.index(MARK)] if MARK in words else words


def joined(spelled: Spelling) -> set[str]:
    return {each for each in spelled.lists.split() if each[0] not in "=+" and BEGINS not in each}


def beside(spelled: Spelling, field: str) -> set[str]:
    start = field + BEGINS
    return {BEGINS + each.removeprefix(start) for each in spelled.lists.split() if each.startswith(start)}


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40))
def test_words_stand_where_they_are_found(text: str) -> None:
    found = tokens(text)
    apart = [token.text for token in found if not token.joined]
    spelled = spell(text, (), (text,))
    for field in (spelled.title, spelled.text, spelled.rest):
        assert in_order(field)[::2] == apart
        assert in_order(field)[1::2] == [BEGINS + word[:SHORT] for word in apart]
    assert {each[1:] for each in spelled.lists.split() if each[0] == LETTER} == {word[:1] for word in apart}
    assert joined(spelled) == {token.text for token in found if token.joined}
    assert beside(spelled, TITLE) == beside(spelled, TEXT) == beside(spelled, REST) == _beside(found)


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
    spelled = spell("", ("left al-Jufra", "", "O'Brien’s al-Jufra"))
    assert joined(spelled) == {"aljufra", "obrien"}
    told = beside(spelled, TEXT)
    assert f"{neighbours('', 'brien', 'aljufra')}/2" in told
    assert not [pair for pair in told if pair.startswith(neighbours("", "jufra", "obrien"))]
    assert [word for word in spelled.text.split() if word != MARK][-4:] == ["aljufra", "~al", "obrien", "~ob"]


def test_a_title_is_the_beginning_of_the_text() -> None:
    spelled = spell("Left al-Jufra", ("By O'Brien", "in May"), ("Elsewhere",))
    title, first, second = (in_order(spell(each, ()).title) for each in ("Left al-Jufra", "By O'Brien", "in May"))
    words = [word for word in spelled.text.split() if word != MARK]
    assert words == [*title, *first, *second, "aljufra", "~al", "obrien", "~ob"]
    assert spelled.title == spell("Left al-Jufra", ()).text
    assert spelled.rest == "elsewhere ~el"
    assert f"{LETTER}e" not in spelled.lists.split()


@pytest.mark.parametrize("paragraphs", [("one two", "three"), ("one two", "", "three")])
def test_paragraphs_stand_apart(paragraphs: tuple[str, ...]) -> None:
    one, three = "one two", "three"
    for field in (spell("", paragraphs).text, spell(one, (three,)).text, spell("", (), paragraphs).rest):
        words = field.split()
        assert words.index("three") - words.index("two") > BETWEEN


def test_signs_that_part_paragraphs_are_nothing_in_a_text() -> None:
    for sign in map(chr, range(32)):
        spelled = spell(f"one{sign}two", (f"three{sign}four",), (f"five{sign}six",))
        assert [in_order(spelled.title)[::2], in_order(spelled.rest)[::2]] == [["one", "two"], ["five", "six"]]
        assert [word for word in spelled.text.split() if word != MARK][::2] == ["one", "two", "three", "four"]


@pytest.mark.parametrize("text", ["1,234", "1,234,567.25", "12,34", "1234,567", "1,234.5.6", "7,", ".5", "1.", "x1,2"])
def test_numbers(text: str) -> None:
    assert in_order(spell(text, ()).title)[::2] == [token.text for token in tokens(text) if not token.joined]
