"""The one door: nothing forbidden comes through, and every offset leads back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.formats.clean import MOST_MARKS, clean, clean_line, cut
from briefing.formats.offsets import IDENTITY, Assembly, chain
from briefing.model.text import Span

_NASTY = st.text(
    st.sampled_from(
        "ab \n\r\t\x00\x1b\x9b\x85\u200b\u200c\u200d\u202e\u2066\ufeff\u00ad\u2028\u0301\u0323é\ud800\ufffe"
    )
    | st.sampled_from("\u0627\u0915\u094d\u1100\u1161\u11a8\u0344\u0958\U0001f468\U0001f3fb\ufe0f\U000e0041\U000e0100"),
    max_size=60,
)


def _is_forbidden(value: str, at: int) -> bool:
    char = value[at]
    if char == "\n":
        return False
    if char in "\u200c\u200d":
        around = value[at - 1 : at] + value[at + 1 : at + 2]
        return len(around) < 2 or any(unicodedata.category(c)[0] not in "LM" or c < "\u0600" for c in around)
    # Arabic number signs are format characters, but they are seen.
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or (
        unicodedata.category(char) == "Cf"
        and char not in "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\U000110bd\U000110cd"
    )


@given(st.text() | _NASTY)
@example("\u200b" * 3)
@example("e\u0301" * 3 + "\r\n")
@example("a" + "\u0344" * 40 + "b")
def test_nothing_forbidden_and_every_offset_valid(raw: str) -> None:
    made = clean(raw)
    value = made.value
    assert not [at for at in range(len(value)) if _is_forbidden(value, at)]
    assert unicodedata.is_normalized("NFC", value)
    sources = [made.origin.to_source(at) for at in range(len(value))]
    assert sources == sorted(sources)
    assert all(0 <= source < len(raw) for source in sources)
    assert list(made.origin.here) == sorted(set(made.origin.here))
    if value == raw:
        assert made.origin == IDENTITY


@given(st.text() | _NASTY)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    once = clean(raw).value
    assert clean(once).value == once


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"])))
def test_clean_text_comes_back_itself(raw: str) -> None:
    assert clean(raw).value is raw
    assert clean(raw).origin == IDENTITY


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("red \x1b[31mink\x1b[0m", "red [31mink[0m"),
        ("\x1b]52;c;aGk=\x07x", "]52;c;aGk=x"),
        ("user\u202egpj.exe", "usergpj.exe"),
        ("pass\u200bword\u2060\ufeff", "password"),
        ("soft\u00adhyphen", "softhyphen"),
        ("caf\u0065\u0301", "café"),
        ("a\tb", "a  b"),
        ("no\u00a0break", "no break"),
        ("\U0001f468\u200d\U0001f469\ufe0f", "\U0001f468\U0001f469"),
        ("\u0633\u0647\u200c\u0634\u0646\u0628\u0647", "\u0633\u0647\u200c\u0634\u0646\u0628\u0647"),
        ("lone \ud83d end", "lone \ufffd end"),
        ("flag\U000e0067\U000e0062", "flag"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_examples(raw: str, value: str) -> None:
    assert clean(raw).value == value


def test_marks_on_one_character_are_bounded() -> None:
    made = clean("a" + "\u0300\u0316" * 200_000 + "b" + "\u0301" * 3)
    assert len(made.value) < MOST_MARKS + 6
    assert made.origin.to_source(made.value.index("b")) == 400_001


def test_offsets_lead_back_through_every_kind_of_change() -> None:
    raw = "one\r\ntwo\u200b cafe\u0301 three\tfour"
    made = clean(raw)
    for word in ("one", "two", "three", "four"):
        at = made.value.index(word)
        span = made.origin.span_to_source(Span(at, at + len(word)))
        assert span.of(raw) == word
    at = made.value.index("café")
    assert made.origin.span_to_source(Span(at, at + 4)).of(raw).startswith("cafe")


def test_a_line_is_one_line() -> None:
    assert clean_line("  a\n\tname\x1b \u202e here ") == "a name here"
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcd", 4) == "abcd"


def test_maps_chain() -> None:
    first = Assembly("0123456789")
    first.copy(2, 5)
    first.copy(7, 10)
    middle, inner = first.finish()
    second = Assembly(middle)
    second.write("<>", 0, 0)
    second.copy(1, 6)
    value, outer = second.finish()
    through = chain(outer, inner, len(value))
    assert value == "<>34789"
    assert [through.to_source(at) for at in range(2, len(value))] == [3, 4, 7, 8, 9]
