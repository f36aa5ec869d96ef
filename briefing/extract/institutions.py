"""Nouns for bodies that act without a name of their own, and the words before them that belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.phrases import is_part

_LONGEST = 3
"""Words of a body after the name of its state."""
_OF_PLACES = listed(
    "regional provincial city municipal local state caretaker interim transitional military county cantonal"
)
_ONLY_AFTER = {
    "bank": listed("central reserve national"),
    "exchange": listed("stock commodity commodities futures metals"),
    "jury": frozenset(["grand"]),
    "government": _OF_PLACES,
    "agents": listed("federal customs immigration"),
    "guard": listed("coast national border presidential"),
    "force": listed("air task police border"),
    "unit": listed(
        "fraud crime crimes intelligence murder investigation investigations terrorism corruption cybercrime"
    ),
    "squad": listed("fraud murder drugs homicide bomb flying vice"),
    "conference": frozenset(["bishops'", "bishops", "'"]),
}
"""Nouns for many things: with just these words before them they are such bodies."""
_WHICH = frozenset(["same", "own", "whole", "entire", "said"])
"""These say which body, and are no part of what it is called."""


def is_such(noun: str, before: str) -> bool:
    """Whether a noun for many things is a body with this word before it: central bank, stock exchange, grand jury."""
    return noun not in _ONLY_AFTER or before.lower() in _ONLY_AFTER[noun]


def modifies(word: str) -> bool:
    """Whether a word may belong to the noun after it: competition council."""
    is_part_of_name = word not in _WHICH and word not in lexicon.heads("other")
    return is_part_of_name and word.islower() and word.isalpha() and is_part(word)


def after_name(texts: Sequence[str], at: int) -> int:
    """Where `police` or `competition council` ends that begins here, after `Danish`; 0 where there is no such body."""
    for end in range(min(at + _LONGEST, len(texts)), at, -1):
        if texts[end - 1] in _last_words() and _is_body(texts[at:end]):
            return end
    return 0


@cache
def _last_words() -> frozenset[str]:
    """With one of these a body ends; nearly no word is."""
    ends = {body.split()[-1] for body in lexicon.words("institutions")}
    return lexicon.heads("institution") | lexicon.heads("state_institution") | ends


def _is_body(words: Sequence[str]) -> bool:
    noun = words[-1]
    if " ".join(words) in lexicon.words("institutions"):
        return True
    if len(words) == 1:
        return noun in lexicon.heads("state_institution")
    is_noun = noun in lexicon.heads("institution") and noun not in lexicon.heads("irregular") and noun != "office"
    return is_noun and is_such(noun, words[-2]) and all(map(modifies, words[:-1]))


def is_institution(name: str) -> bool:
    """`central bank`: a body without a name of its own, which only its own noun means; the company is another."""
    return name[0].islower() and name.split()[-1] in lexicon.heads("institution")
