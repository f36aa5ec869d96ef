"""Random texts and random queries that have something to do with each other."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Fact, FactField, Fuzzy, Not, Or, Phrase, Prefix, Scope, Term
from briefing.search.engine import IndexedText

MOST_USED = (
    "haftar wagner group groups al-Jufra aljufra jufra libya libyan the of in Haftar’s O’Brien obrien brien 1,200 1200"
    " 2.5 2021-01-23 2021 U.S. us Président president 東京 京 wag wage wager a al an"
)
WORDS = MOST_USED.split()
ASKED = (
    "haftar wagner group groups al jufra aljufra libya libyan the of in obrien o brien 1200 2.5 2021 us president"
    " 東 京 wag wage wager a an w l li nowhere 20210123"
)
TOKENS = ASKED.split()
FACTS = {
    Fact(FactField.WHO, "even"): Numbers(range(0, 125, 2)),
    Fact(FactField.PLACE, "none"): Numbers(),
    Fact(FactField.IS, "few"): Numbers([3, 50, 51, 52, 119, 3000]),
}

_scopes = st.sampled_from([*Scope])
_token = st.sampled_from(TOKENS)
_tokens = st.lists(_token, min_size=1, max_size=4).map(tuple)
_leaf = st.one_of(
    st.builds(Term, _token, _scopes),
    st.builds(Prefix, _token, _scopes),
    st.builds(Fuzzy, _token, st.integers(1, 2), _scopes),
    st.builds(Phrase, _tokens, st.sampled_from([0, 0, 1, 3, 9]), _scopes, st.booleans()),
)
trees = st.recursive(
    st.one_of(_leaf, st.sampled_from(list(FACTS)), st.just(Everything())),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts))),
        st.builds(Not, inner),
    ),
    max_leaves=8,
)
"""Trees of every kind of node."""


def text_of(chance: random.Random, number: int) -> IndexedText:
    """Some of those words, with stops and commas; dated by its number."""

    def paragraphs(most: int, words: int) -> tuple[str, ...]:
        return tuple(
            " ".join(chance.choice(WORDS) + chance.choice(["", "", ".", ","]) for _ in range(chance.randint(0, words)))
            for _ in range(chance.randint(0, most))
        )

    title, story, rest = " ".join(paragraphs(1, 4)), paragraphs(4, 12), paragraphs(2, 4)
    return IndexedText(number, title, story, rest, -(number % 17), number % 17)


def texts_of(chance: random.Random) -> tuple[list[IndexedText], list[int]]:
    """A batch: what comes or is replaced, and what goes."""
    texts = [text_of(chance, chance.randint(0, 120)) for _ in range(chance.randint(1, 25))]
    return texts, [chance.randint(0, 120) for _ in range(chance.randint(0, 6))]
