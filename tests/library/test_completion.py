"""Completion: values of a field by any of their words, a field's colon, and words of the index when asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.completion import Ending, complete, ending, still_fit
from briefing.library.library import Library
from briefing.model.suggestion import Completion
from briefing.search.fields import STATES
from tests.library.test_suggest import filled

__all__ = ["filled"]


def texts(library: Library, raw: str, words: bool = False) -> list[str]:
    return [each.text for each in complete(raw, library.wordbook(), words)]


def test_values_of_a_field_come_quoted_where_they_have_blanks(filled: Library) -> None:
    assert texts(filled, "who:ha") == ['who:"Khalifa Haftar"']
    assert texts(filled, "sirte -who:KHAL") == ['sirte -who:"Khalifa Haftar"']
    assert texts(filled, 'who:"khalifa ha') == ['who:"Khalifa Haftar"']
    assert texts(filled, "source:g") == ['source:"Coast Gazette"']
    assert "place:Sirte" in texts(filled, "place:")
    assert not any("Haftar" in text for text in texts(filled, "place:"))
    assert texts(filled, "place:ha") == []


def test_the_most_frequent_name_comes_first(filled: Library) -> None:
    assert texts(filled, "who:")[0] in ("who:Sirte", 'who:"Khalifa Haftar"', "who:Wagner")


def test_what_needs_no_library() -> None:
    assert [each.label for each in complete("is:")] == list(STATES)
    assert [each.text for each in complete("a is:un")] == ["a is:unread", "a is:undated"]
    assert [each.text for each in complete("in:t")] == ["in:text", "in:title"]
    assert complete("wagner who") == [Completion("wagner who:", "who:")]
    assert complete("who:ha") == []


@pytest.mark.parametrize(
    "raw", ["", "wh", "wagner", "who:haftar ", 'who:"khalifa haftar"', "(a)", "wh:", "pub:20", "is:unread"]
)
def test_quiet_where_there_is_nothing_to_offer(filled: Library, raw: str) -> None:
    assert texts(filled, raw) == []


def test_words_of_the_texts_only_when_asked_for(filled: Library) -> None:
    assert texts(filled, "sirte wag", words=True) == ["sirte wagner"]
    assert texts(filled, "-wag", words=True) == ["-wagner"]
    assert texts(filled, "who:wag", words=True) == ["who:Wagner"]
    assert texts(filled, "wagner", words=True) == []


def test_the_end_of_a_query() -> None:
    assert ending("a who:b") == Ending("who", "b", 2)
    assert ending("a who:") == Ending("who", "", 2)
    assert ending('-Who:"b c') == Ending("who", "b c", 1)
    assert ending("a b") == Ending("", "b", 2)
    assert ending("a ") is None


def test_what_was_offered_stays_while_it_fits() -> None:
    offered = [Completion('who:"Khalifa Haftar"', "Khalifa Haftar"), Completion("who:Hamas", "Hamas")]
    assert still_fit(offered, "who:haf") == offered[:1]
    assert still_fit(offered, "who:hafx") == []
    assert still_fit(offered, "place:ha") == []
    assert [each.label for each in still_fit([], "is:s")] == ["starred"]


class Any:
    """Names that say what was asked."""

    def starting(self, kind: str, start: str, limit: int) -> Sequence[str]:
        return [f"{kind} {start}"]


@given(st.text(max_size=60))
def test_any_text_can_be_completed(raw: str) -> None:
    for each in complete(raw, Any(), words=True):
        assert each.text.startswith(raw[: ending(raw).at])  # type: ignore[union-attr]
    still_fit([Completion(raw, raw)], raw)
