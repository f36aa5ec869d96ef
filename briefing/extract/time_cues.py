"""Which way a clause looks from its day: to what has been, to what is to come, or neither (`open`)."""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.extract import lexicon
from briefing.extract.time_words import TimeWords

_BEFORE, _AFTER = 25, 12
"""Words looked at before and after the time."""
_PROMISES = """agree agreed agrees agreement decided decision plan plans planned planning promise promised vowed pledged
want wants hope hopes hoping intend intends intention proposal proposed offer offered bid ready invited deadline effort
going supposed preparing prepares"""
_PROMISING = frozenset(_PROMISES.split())
"""Before an infinitive these make it one of the time to come."""
_POSSIBLE = frozenset(["might", "may"])
_DESIGNED = frozenset(["planned", "projected", "proposed", "intended"])
"""Before a noun these tell of what is yet to be: a planned campaign in 1976."""
_HAD = frozenset(["had", "'d"])


def direction(words: TimeWords, first: int, last: int) -> str:
    """`past`, `future` or `open`: by the verb cue nearest before the time or, with none before, after it."""
    texts = words.texts
    if texts[first - 1 : first] == ["a"]:
        return "any"
    before = first
    while before and first - before < 4 and words.classes[before - 1] in "tROr":
        before -= 1
    if before and texts[before - 1].lower() in ("by", "until", "till"):
        return "past" if _HAD.intersection(texts[max(0, before - _AFTER) : before]) else "future"
    if before and texts[before - 1].lower() == "since":
        return "past"
    if [word.lower() for word in texts[max(0, before - 3) : before]] in (["as", "soon", "as"], ["as", "early", "as"]):
        return "future"
    for at in range(first - 1, max(-1, first - _BEFORE - 1), -1):
        cue = _cue(texts, at)
        if cue == "future" and (texts[last : last + 1] == ["did"] or texts[max(0, at - 2) : at] == ["had", "been"]):
            return "past"  # what was planned for then did not take place
        if cue:
            return cue
    for at in range(last, min(len(texts), last + _AFTER)):
        cue = _cue(texts, at)
        if cue:
            return cue
    return "open"


def _cue(texts: list[str], at: int) -> str:
    word = texts[at].lower()
    if word in _DESIGNED and at and texts[at - 1].lower() in ("a", "an", "the", "its", "their", "his", "her"):
        return "future"
    following = texts[at + 1].lower() if at + 1 < len(texts) else ""
    if word in _PROMISING and (following == "to" or (word in _DESIGNED and following in ("a", "an"))):
        return "future"
    if word == "would":
        return "" if following == "have" else "future"
    if texts[at] == "May":
        return ""
    if word in _pair_openers() and f"{word} {following}" in lexicon.verbs("ahead"):
        return "future"
    return _word_cue(word)


@cache
def _pair_openers() -> frozenset[str]:
    return frozenset(pair.split()[0] for pair in lexicon.verbs("ahead") if " " in pair)


@lru_cache(maxsize=4096)
def _word_cue(word: str) -> str:
    if word in lexicon.verbs("ahead") or word in _POSSIBLE:
        return "future"
    if word in lexicon.verbs("say"):
        return "open"
    return "past" if word in lexicon.verbs("past") or (word.endswith("ed") and len(word) > 4) else ""
