"""The words that show what somebody did: the verb phrase of a clause, with who does it where that is another."""

from __future__ import annotations

from briefing.extract.clause import Kind
from briefing.extract.clause_words import COORDINATE, DETERMINERS, SUBORDINATE
from briefing.extract.told import Told
from briefing.model.text import Span

_LONGEST = 40
"""Words of a verb phrase that is shown."""
_DOER, _ANTECEDENT = 12, 5
"""Words before the verb on who does it, and before a `that` on what it means, at most."""
_OPENED = {"”": "“", "’": "‘", "»": "«"}
"""A sign that closes a quotation within the phrase stays with it."""
_BREAKS = frozenset(',;:()[]–—-"”»')
"""Between these and the verb stands who does it."""
_JOINTS = COORDINATE | SUBORDINATE | {"that"}


def did(told: Told, number: int, *, is_doer: bool = True) -> Span | None:
    """The verb phrase: from the finite verb to the end of its clause, no closing sign.

    Of one who does not do it but undergoes it or is party to it, from the words on who does.
    """
    clause, of_word, words = told.clauses.found[number], told.clauses.of_word, told.sentence.words
    if clause.verb < 0:
        return None
    last, end = clause.verb + 1, min(len(words), clause.verb + _LONGEST)
    while last < end and of_word[last] == number:
        last += 1
    whole = words.texts[clause.verb : last]
    while last > clause.verb + 1 and not words.texts[last - 1][0].isalnum():
        if words.texts[last - 1] in _OPENED and _OPENED[words.texts[last - 1]] in whole:
            break
        last -= 1
    return Span(words.starts[clause.verb if is_doer else _doer(told, number)], words.ends[last - 1])


def _doer(told: Told, number: int) -> int:
    """The word at which the words on who does it begin: after a sign or joint, or what a `that` goes back to."""
    clause, of_word = told.clauses.found[number], told.clauses.of_word
    texts = told.sentence.words.texts
    first = clause.verb
    while (
        first > clause.first
        and of_word[first - 1] == number
        and texts[first - 1] not in _BREAKS
        and clause.verb - first < _DOER
    ):
        first -= 1
    if first > clause.first or first == clause.verb:
        return first
    if clause.kind is Kind.RELATIVE:
        return _antecedent(texts, first)
    return first + 1 if clause.opener in _JOINTS else first


def _antecedent(texts: list[str], first: int) -> int:
    """`the peace deal that ended the war`: from the article on, where it is near; else from the `that`."""
    for before in range(first - 1, max(first - 1 - _ANTECEDENT, -1), -1):
        if texts[before].lower() in DETERMINERS:
            return before
        if not texts[before][0].isalnum():
            break
    return first
