"""Phrases as tantivy's queries. What its operators cannot say is looked up in the texts.

Words stand at even positions and how they begin behind them, joined forms elsewhere (see `words`). So a phrase is asked
for as it stands; where one of its tokens is also a joined form that stands beside the next one, the few articles that
have them are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from tantivy import Query

from briefing.model.query import Phrase
from briefing.search.tantivy.combined import anyone, every
from briefing.search.tantivy.pairs import note_of
from briefing.search.tantivy.reader import EXPANDED, MOST_ENDS, Opened
from briefing.search.tantivy.schema import BEGINS, BETWEEN, LISTS, SHORT, TEXT, TITLE, neighbours

MOST = 64
"""Arrangements of the words of one phrase that are asked for; those with more are looked up in the texts."""
_LIKELY = {TITLE: 8}
_LIKELY_IN_TEXT = 16
"""Words that the open end is taken for at first glance."""


def exact(opened: Opened, phrase: Phrase, field: str, verified: Callable[[Query], Query]) -> Query | None:
    """The phrase in a field; None where tantivy cannot say it. `verified` leaves what reading the texts confirms.

    One that is noted tells its hits apart no more than the beginning of a word does.
    """
    if len(phrase.tokens) == 1:
        return None
    if phrase.slop:
        arrangements = _near(phrase)
        if arrangements is None:
            return None
        words = [sorted(zip(places, phrase.tokens, strict=True)) for places in arrangements]
        sure = anyone([_placed(opened, field, places) for places in words])
        doubtful = _with_joined_near(opened, phrase, field)
    else:
        note = note_of(phrase) if field == TEXT else ""
        sure = _listed(opened, note) if note else _as_it_stands(opened, field, phrase)
        doubtful = _with_joined(opened, phrase, field)
    if doubtful is None:
        return sure
    if not phrase.slop and len(phrase.tokens) == 2:
        return anyone([sure, Query.const_score_query(doubtful, 1.0)])
    return anyone([sure, verified(every([doubtful], sure))])


def _listed(opened: Opened, note: str) -> Query:
    return Query.const_score_query(Query.term_query(opened.schema, LISTS, note, "basic"), 1.0)


def _as_it_stands(opened: Opened, field: str, phrase: Phrase, most: int = 0) -> Query:
    """The words in their order; an open end is any word that goes on so, or no more than `most`."""
    if phrase.goes_on:
        return _open_end(opened, field, phrase.tokens, most)
    return _placed(opened, field, list(enumerate(phrase.tokens)))


def _placed(opened: Opened, field: str, places: list[tuple[int, str]], end: tuple[int, str] | None = None) -> Query:
    """Words at places, and at an index position something more."""
    first = places[0][0]
    words: list[str | tuple[int, str]] = [(2 * (place - first), word) for place, word in places]
    return Query.phrase_query(opened.schema, field, [*words, *([end] if end else [])])


def _near(phrase: Phrase) -> list[tuple[int, ...]] | None:
    """Every way in which the words stand within the slop, the first of them at the beginning."""
    width = len(phrase.tokens) + phrase.slop
    if 2 * width >= BETWEEN or width ** (len(phrase.tokens) - 1) > 8 * MOST:
        return None
    found = list(_within(phrase.tokens, width))
    return found if len(found) <= MOST else None


def _within(tokens: tuple[str, ...], width: int) -> Iterator[tuple[int, ...]]:
    """Places of words; one asked for twice needs two, in order, since both are the same to the text."""
    for places in product(range(width), repeat=len(tokens)):
        if min(places) == 0 and len(set(places)) == len(places) and _tells_apart(tokens, places):
            yield places


def _tells_apart(tokens: tuple[str, ...], places: tuple[int, ...]) -> bool:
    last: dict[str, int] = {}
    for token, place in zip(tokens, places, strict=True):
        if place <= last.get(token, -1):
            return False
        last[token] = place
    return True


def _with_joined_near(opened: Opened, phrase: Phrase, field: str) -> Query | None:
    """Articles that have all words, one of them as a joined form."""
    known = [token for token in dict.fromkeys(phrase.tokens) if opened.searcher.doc_freq(LISTS, token)]
    if not known:
        return None
    return every([_has(opened, LISTS, known), *(_has(opened, field, [token]) for token in phrase.tokens)])


def _has(opened: Opened, field: str, tokens: Sequence[str]) -> Query:
    return anyone([Query.term_query(opened.schema, field, token, "basic") for token in tokens])


def _with_joined(opened: Opened, phrase: Phrase, field: str) -> Query | None:
    """Articles in which a token of the phrase stands as a joined form beside the next one; of two, all there are."""
    tokens, last = phrase.tokens, len(phrase.tokens) - 1
    words = tokens[:last] if phrase.goes_on else tokens
    queries = []
    for at in range(last):
        beside = _beside(opened, field, tokens[at], tokens[at + 1], open_end=phrase.goes_on and at + 1 == last)
        if beside:
            others = [_has(opened, field, [word]) for word in words]
            queries.append(every([_has(opened, LISTS, beside), *others]))
    return anyone(queries) if queries else None


def _beside(opened: Opened, field: str, left: str, right: str, open_end: bool) -> list[str]:
    """The tokens that say that these stand beside each other, one as a joined form.

    A joined form whose first part begins as the open end does is found by that part.
    """
    if open_end and len(right) == 1 and not opened.searcher.doc_freq(LISTS, left):
        return []
    start = neighbours(field, left, right) + ("" if open_end else "/")
    found = opened.listed(LISTS, start)
    return [token for token in found if int(token.rpartition("/")[2]) < len(right)] if open_end else found


def is_wide(opened: Opened, phrase: Phrase, field: str) -> bool:
    """Whether its open end stands for so many words that a reader who types should not wait for all of them."""
    return phrase.goes_on and not note_of(phrase) and len(_ends(opened, field, phrase.tokens[-1])) > 1


def likely(opened: Opened, phrase: Phrase, field: str) -> Query:
    """The phrase in a field as it stands, with one of the likeliest words at its open end."""
    return _as_it_stands(opened, field, phrase, _LIKELY.get(field, _LIKELY_IN_TEXT))


def _ends(opened: Opened, field: str, start: str) -> list[str]:
    """What an open end stands for: beginnings where it is short, else words."""
    if len(start) == SHORT:
        return [BEGINS + start]
    return opened.beginning(field, BEGINS + start if len(start) < SHORT else start)


def _open_end(opened: Opened, field: str, tokens: Sequence[str], most: int) -> Query:
    start = tokens[-1]
    words = list(enumerate(tokens[:-1]))
    begins = BEGINS if len(start) <= SHORT else ""
    at = 2 * len(words) + bool(begins)
    ends = _ends(opened, field, start)[: most or None]
    if len(words) == 1 and not most and 1 < len(ends) <= EXPANDED:  # behind two words and more it misses some
        asked: list[str | tuple[int, str]] = [(2 * place, word) for place, word in words]
        return Query.phrase_prefix_query(opened.schema, field, [*asked, (at, begins + start)])
    if len(ends) <= MOST_ENDS:
        return anyone([_placed(opened, field, words, (at, end)) for end in ends])
    import re

    patterns: list[str | tuple[int, str]] = [(2 * place, re.escape(word)) for place, word in words]
    return Query.regex_phrase_query(opened.schema, field, [*patterns, (at, re.escape(begins + start) + ".*")])
