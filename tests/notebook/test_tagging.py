from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import WrongUse
from briefing.notebook.act import Do
from briefing.notebook.decisions import tag_word
from briefing.notebook.subject import ArticleSubject
from briefing.notebook.tagging import TagWish, read_tags, typed_tag


@pytest.mark.parametrize(
    ("typed", "put", "off"),
    [
        ("war", ("war",), ()),
        (" War  oil ", ("war", "oil"), ()),
        ("war, oil,#gas", ("war", "oil", "gas"), ()),
        ('"Grain Deal" -draft', ("grain deal",), ("draft",)),
        ('-"grain deal"', (), ("grain deal",)),
        ("war -war", (), ("war",)),
        ("-war war", ("war",), ()),
        ('"open end', ("open end",), ()),
    ],
)
def test_what_is_typed(typed: str, put: tuple[str, ...], off: tuple[str, ...]) -> None:
    assert read_tags(typed) == TagWish(put, off)


@pytest.mark.parametrize("typed", ["", "  ", "-", '""', "#", "- ,"])
def test_what_is_no_tag(typed: str) -> None:
    with pytest.raises(WrongUse):
        read_tags(typed)


def test_one_decision_an_article_and_a_word() -> None:
    articles = [ArticleSubject("a"), ArticleSubject("b")]
    made = list(read_tags("war -oil").decisions(articles))
    assert [(each.do, each.value) for each in made] == [(Do.TAG, "war"), (Do.UNTAG, "oil")] * 2
    assert [each.do for each in read_tags("war").turned().decisions(articles)] == [Do.UNTAG] * 2


@given(st.text(min_size=1, max_size=30))
def test_a_tag_can_be_typed_as_it_is_shown(word: str) -> None:
    try:
        kept = tag_word(word)
    except WrongUse:
        return
    assert tag_word(kept) == kept
    assert read_tags(typed_tag(kept)) == TagWish((kept,), ())
