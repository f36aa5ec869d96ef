from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.tokens import parts_of, positions, tokens, word_places


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("al-Jufra", ["aljufra", "al", "jufra"]),
        ("al‑Jufra’s", ["aljufra", "al", "jufra"]),
        ("Yunus–bek", ["yunusbek", "yunus", "bek"]),
        ("Haftar’s Haftar's HAFTAR", ["haftar"] * 3),
        ("O’Brien O'Brien Oʼ Brien", ["obrien", "o", "brien"] * 2 + ["o", "brien"]),
        ("the soldiers' pay", ["the", "soldiers", "pay"]),
        ("U.S. and the U.N.'s e.g. J.R.R.", ["us", "and", "the", "un", "eg", "jrr"]),
        ("1,200 2.5 3,5 1,200.50", ["1200", "2.5", "3.5", "1200.50"]),
        ("2021-01-23", ["20210123", "2021", "01", "23"]),
        ("F-16", ["f16", "f", "16"]),
        ("Président ÇA ﬁn Straße", ["president", "ca", "fin", "strasse"]),
        ("東京タワー", list("東京タワー")),
        ("one—two…three_four", ["one", "two", "three", "four"]),
        ("-- '' … !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_positions_count_parts_and_not_joined_forms() -> None:
    assert [(t.text, t.position) for t in tokens("in al-Jufra now")] == [
        ("in", 0), ("aljufra", 1), ("al", 1), ("jufra", 2), ("now", 3),
    ]  # fmt: skip


def test_a_long_word_is_cut_alike_in_texts_and_queries() -> None:
    assert words("x" * 5000) == ["x" * 100]
    assert parts_of("x" * 3000)[0] == ("x" * 100,)


@given(st.text(max_size=200) | st.text(alphabet="aB1é.,'’- \u0301東", max_size=60))
def test_any_text(text: str) -> None:
    found = tokens(text)
    into: dict[str, list[int]] = {}
    positions(text, into)
    assert sorted((token.text, token.position) for token in found) == sorted(
        (word, at) for word, places in into.items() for at in places
    )
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
        assert token.text
        assert not any(c.isspace() and c == "\n" for c in token.text)
    starts = [token.start for token in found if not token.joined]
    assert starts == sorted(starts)


@given(st.text(max_size=40))
def test_a_word_finds_its_own_text(text: str) -> None:
    apart, joined = parts_of(text)
    assert set(apart) <= set(words(text))
    assert not joined or joined in words(text)


@pytest.mark.parametrize("bad", ["1.", "a-", "1,1a", "a.", "'", "é\u0301", "-'", "1.1a", "x.y-"])
def test_hostile_runs_are_read_once(bad: str) -> None:
    assert len(tokens(bad * 20_000)) <= 80_000


@given(st.text("aZ09", min_size=1, max_size=120))
def test_one_plain_word_is_read_as_a_longer_text_reads_it(word: str) -> None:
    assert tokens(word) == tokens(f"{word} .")


PIECES = (
    *("an", "ana", "nana", "s", "u", "Na", "an1", "1.5", "1", "x", "é"),
    *("’", "'", "-", "–", ".", ",", ";", " ", "  ", "\n", '"', "(", "_"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(TEXTS, st.sampled_from(["an", "ana", "nana", "us", "anan"]))
def test_where_a_word_stands_is_told_as_by_reading_all_words(text: str, word: str) -> None:
    places = word_places(word, text)
    assert places is None or places == [token.start for token in tokens(text) if token.text == word]


PLAIN = (
    *("the envoys, and “Envoys” of", "envoys", "(Envoys) met. Envoys.", "no envoy, no envoyship"),
    *("envoys' and the envoys’s", "ex-envoys met", "envoys_", "“Envoys’ envoy,” it said", "envoys.com", "u.s.envoys"),
)


@pytest.mark.parametrize("text", PLAIN)
def test_in_plain_sentences_it_is_told_without_reading_them(text: str) -> None:
    for word in ("envoys", "envoy", "met"):
        assert word_places(word, text) == [token.start for token in tokens(text) if token.text == word]


@pytest.mark.parametrize("text", ["en-voys and envoys", "e.n.v.o.y.s", "1.5envoys", "ənvoys", "envoys é"])
def test_where_a_mark_may_hide_a_word_it_is_not_told(text: str) -> None:
    assert word_places("envoys", text) is None


_BESIDE = st.text(st.sampled_from("aZ9é ßñşЖд١אָبِहि\u0301\u0483.,'-’_€漢\n"), min_size=1, max_size=12)


@given(_BESIDE)
def test_what_else_stands_in_a_text_reads_no_word_otherwise(text: str) -> None:
    """Texts without scripts of single characters are read by a shorter pattern; behind one there the long one is."""
    alone, beside = tokens(text), tokens(f"{text}\n漢")
    assert [*alone, beside[-1]] == beside
    assert beside[-1].text == "漢"
