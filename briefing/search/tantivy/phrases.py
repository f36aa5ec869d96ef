"""Phrases as tantivy's queries. What its operators cannot say is looked up in the texts.

A word of the text stands at an even position and the joined form that begins there behind it (see `words`), so a token
of a phrase is asked for at the one, and, where the index knows it as a joined form, at the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from tantivy import Occur, Query

from briefing.model.query import Phrase
from briefing.search.tantivy.reader import Opened, most_ends
from briefing.search.tantivy.schema import BETWEEN, JOINED, SHORT, TEXT, TITLE

MOST = 64
"""Arrangements of the words of one phrase that are asked for; those with more are looked up in the texts."""
_LIKELY = {TITLE: 8, TEXT: 16}
"""Words that the open end is taken for at first glance."""


def anyone(queries: list[Query]) -> Query:
    """Any of these."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()


def exact(opened: Opened, phrase: Phrase, field: str, verified: Callable[[Query], Query]) -> Query | None:
    """The phrase in a field; None where tantivy cannot say it. `verified` leaves what reading the texts confirms."""
    if len(phrase.tokens) == 1:
        return None
    last = len(phrase.tokens) - 1
    joined = [_is_joined(opened, token, phrase.goes_on and at == last) for at, token in enumerate(phrase.tokens)]
    arrangements = _near(phrase, joined) if phrase.slop else _in_order(joined)
    if arrangements is None:
        return None
    said: tuple[list[Query], list[Query]] = [], []
    for places in arrangements:
        said[_is_doubtful(places, arrangements, joined)].append(_placed(opened, field, phrase, places))
    sure, doubtful = said
    return anyone([*sure, verified(anyone(doubtful))] if doubtful else sure)


def _is_doubtful(places: tuple[int, ...], arrangements: Sequence[tuple[int, ...]], joined: list[bool]) -> bool:
    """Whether tantivy, which knows distances and not where a phrase begins, also finds what is no hit.

    One position on, the words are the joined forms and the joined forms the next words: `al-Jufra` and a word five
    places on stand as far apart as a word and an `al-Jufra` four places on.
    """
    first = (min(places) + 1) // 2 * 2
    moved = tuple(place + 1 - first for place in places)
    can_be = all(known or not place % 2 for place, known in zip(moved, joined, strict=True))
    return can_be and moved not in arrangements


def _placed(opened: Opened, field: str, phrase: Phrase, places: tuple[int, ...]) -> Query:
    if phrase.goes_on:
        return _open_end(opened, field, phrase.tokens, places)
    words = sorted(zip(places, phrase.tokens, strict=True))
    return Query.phrase_query(opened.schema, field, _from_nought(words))


def _from_nought(words: list[tuple[int, str]]) -> list[str | tuple[int, str]]:
    first = words[0][0]
    return [(place - first, word) for place, word in words]


def _in_order(joined: list[bool]) -> list[tuple[int, ...]] | None:
    if 2 ** sum(joined) > MOST:
        return None
    return list(product(*((2 * at, 2 * at + 1) if known else (2 * at,) for at, known in enumerate(joined))))


def _near(phrase: Phrase, joined: list[bool]) -> list[tuple[int, ...]] | None:
    """Every way in which the words stand within the slop, the first of them at the beginning."""
    width = len(phrase.tokens) + phrase.slop
    if 2 * width >= BETWEEN or width ** (len(phrase.tokens) - 1) > 8 * MOST:
        return None
    steps = [(0, 1) if known else (0,) for known in joined]
    found: set[tuple[int, ...]] = set()
    for places in _within(phrase.tokens, width):
        for behind in product(*steps):
            at = tuple(2 * place + step for place, step in zip(places, behind, strict=True))
            if len(set(at)) == len(at) or not any(step == 0 for step in behind):
                found.add(at)
        if len(found) > MOST:
            return None
    return sorted(found)


def _within(tokens: tuple[str, ...], width: int) -> Iterator[tuple[int, ...]]:
    """Places of words; one asked for twice needs two, in order, since both are the same to the text."""
    for places in product(range(width), repeat=len(tokens)):
        if min(places) == 0 and _tells_apart(tokens, places):
            yield places


def _tells_apart(tokens: tuple[str, ...], places: tuple[int, ...]) -> bool:
    last: dict[str, int] = {}
    for token, place in zip(tokens, places, strict=True):
        if place <= last.get(token, -1):
            return False
        last[token] = place
    return True


def _is_joined(opened: Opened, token: str, begins: bool) -> bool:
    if begins:
        return bool(opened.beginning(JOINED, token))
    return opened.searcher.doc_freq(JOINED, token) > 0


def is_wide(opened: Opened, phrase: Phrase) -> bool:
    """Whether its open end stands for so many words that a reader who types should not wait for all of them."""
    if not phrase.goes_on:
        return False
    start = phrase.tokens[-1]
    return len(start) < SHORT or len(opened.beginning(TEXT, start)) > most_ends(TEXT)


def likely(opened: Opened, phrase: Phrase, field: str) -> Query:
    """The phrase in a field as it stands, with one of the likeliest words at its open end."""
    start = phrase.tokens[-1]
    known = TITLE if len(start) < SHORT else TEXT  # the words of all texts that begin with one letter take long to list
    ends = opened.beginning(known, start)[: _LIKELY[field]] if phrase.goes_on else [start]
    words: list[str | tuple[int, str]] = [(2 * at, word) for at, word in enumerate(phrase.tokens[:-1])]
    last = 2 * len(words)
    return anyone([Query.phrase_query(opened.schema, field, [*words, (last, end)]) for end in ends])


def _open_end(opened: Opened, field: str, tokens: tuple[str, ...], places: tuple[int, ...]) -> Query:
    words = list(zip(places, tokens, strict=True))
    among = JOINED if places[-1] % 2 else field
    ends = opened.beginning(among, tokens[-1])
    if len(ends) <= most_ends(among):
        return anyone([Query.phrase_query(opened.schema, field, [*words[:-1], (places[-1], end)]) for end in ends])
    patterns: list[str | tuple[int, str]] = [(place, re.escape(word)) for place, word in words[:-1]]
    patterns.append((places[-1], re.escape(tokens[-1]) + ".*"))
    return Query.regex_phrase_query(opened.schema, field, patterns)
