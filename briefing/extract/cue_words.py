"""What one word of a clause tells of the way it looks: would, planned to, is due, said, left.

The answer is one of those that `time_cues` gives, or nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.extract import lexicon
from briefing.extract.cue_things import NOUN_BEFORE, TIMETABLE, is_cause, is_thing, is_timed
from briefing.extract.time_ahead import DIARY
from briefing.model.kept import Kept

_PROMISES = """agree agreed agrees agreement decided decision plan plans planned planning promise promised vowed pledged
want wants hope hopes hoping intend intends intention proposal proposed offer offered bid ready invited deadline effort
going supposed preparing prepares favourite favorite tipped poised candidate contender frontrunner"""
PROMISING = frozenset(_PROMISES.split())
"""Before an infinitive these make it one of the time to come."""
_GAVE_UP = """halted scrapped dropped abandoned shelved cancelled canceled suspended blocked withdrew rejected ditched
axed"""
_GIVEN_UP = frozenset(_GAVE_UP.split())
"""Before a plan these are what was done at the time, and the plan came to nothing."""
_COMMANDS = frozenset(["subpoenaed", "summoned", "ordered", "told", "asked", "urged", "invited", "instructed"])
OBJECT = 7
"""Words in which an infinitive may follow a command."""
_POSSIBLE = frozenset(["might", "may"])
_DESIGNED = frozenset(["planned", "projected", "proposed", "intended"])
"""Before a noun these tell of what is yet to be: a planned campaign in 1976."""
PRESENT = frozenset(["is", "are"])
_WILL = frozenset(["will", "ll", "shall"])
_MODALS = frozenset(["should", "must", "can", "may", "might", "could"])
_BEING = frozenset(["is", "are", "was", "were", "been", "be", "being", "now", "still"])
_BARE_AFTER = (["to"], ["will"], ["would"], ["shall"], ["ll"])
"""Behind these what looks like a past is none: would quit, to put."""
_AUXILIARY = _MODALS | PRESENT | {"be", "had", "to", "will", "would", "shall", "ll"}
_TAKEN = frozenset(["place", "effect", "up", "over", "part", "office", "charge", "command", "on"])
_IN_USE = frozenset(["open", "back", "free", "off", "away"])


_CUES = (
    _DESIGNED
    | PROMISING
    | _WILL
    | _COMMANDS
    | TIMETABLE
    | PRESENT
    | DIARY
    | {"would", "should", "take", "takes", "want", "wants"}
)
_BY_OTHERS = _CUES | _POSSIBLE | {"forecast", "due"}
"""What these tell hangs on the words beside them."""


def _is_a_cue(word: str) -> bool:
    return word in _CUES or word in _pair_openers() or _word_cue(word) != ""


may_be_cue = Kept(lambda text: _is_a_cue(text.lower())).__getitem__
"""Whether a word may tell the direction, whatever stands beside it; all others are passed by."""


def _plain_cue(text: str) -> str:
    word = text.lower()
    if word in _BY_OTHERS or word in _pair_openers() or (text[0].isupper() and not text.isupper()):
        return ""
    cue = _word_cue(word)
    return cue if cue in ("past", "said") else ""


_tells_alone = Kept(_plain_cue).__getitem__
"""Past or said of a verb that is nothing else: most cues are such, and only auxiliaries before them matter."""


def cue_of(texts: list[str], at: int) -> str:
    """What a word that may be a cue tells by the words beside it."""
    if plain := _tells_alone(texts[at]):
        beside = texts[max(0, at - 3) : at]
        return plain if _AUXILIARY.isdisjoint(map(str.lower, beside)) else _by_auxiliary(plain, beside)
    word = texts[at].lower()
    before = texts[at - 1].lower() if at else ""
    if word in _DESIGNED and before in ("a", "an", "the", "its", "their", "his", "her"):
        return "future"
    following = texts[at + 1].lower() if at + 1 < len(texts) else ""
    if word in PROMISING and (
        (following == "to" and not is_thing(texts, at + 2) and before not in _GIVEN_UP)
        or (word in _DESIGNED and following in ("a", "an"))
    ):
        return "future"
    if word in _POSSIBLE and "have" in texts[at + 1 : at + 4]:
        return "past"
    if word in ("would", "should"):
        return "" if following == "have" else "future"
    if word in _WILL or (
        word in ("take", "takes") and following in _TAKEN and (word == "takes" or before not in NOUN_BEFORE)
    ):
        return "will"
    if word in ("want", "wants"):
        return "future"
    if word in PRESENT and following in _IN_USE:
        return "will"
    if at and texts[at][0].isupper() and not texts[at].isupper():
        return ""  # a name: the United States
    if word in _COMMANDS and before != "be" and "to" in texts[at + 1 : at + OBJECT]:
        return "open"  # it may tell of the order or of what was ordered
    is_noun = before in _GIVEN_UP or (word == "forecast" and before not in _BEING)  # the forecast for it was cut in May
    if word in _pair_openers() and not is_noun and f"{word} {following}" in lexicon.verbs("ahead"):
        return "will" if word in PRESENT or before in PRESENT else "future"
    if word == "due" and following == "to" and is_cause(texts, at):
        return ""
    if word in TIMETABLE:
        return "future" if is_timed(before, following) else ""
    cue = _word_cue(word)
    if cue in ("past", "said"):
        return _by_auxiliary(cue, texts[max(0, at - 3) : at])
    return "will" if cue and before in PRESENT else cue


def _by_auxiliary(cue: str, texts: list[str]) -> str:
    """What looks like a past may be an infinitive (to put, be asked), then what stands before it tells; or a present
    passive (is heard)."""
    before = [text.lower() if text != "May" else text for text in texts]
    if before[-1:] in _BARE_AFTER or "be" in before[-2:]:
        return ""
    if before[-1:] and before[-1] in PRESENT:
        return "open"
    if before[-1:] == ["had"]:
        return "past"  # had warned on 4 April: long before the story
    return "future" if not _MODALS.isdisjoint(before) and "have" not in before else cue


@cache
def _pair_openers() -> frozenset[str]:
    return frozenset(pair.split()[0] for pair in lexicon.verbs("ahead") if " " in pair)


@lru_cache(maxsize=4096)
def _word_cue(word: str) -> str:
    if word in lexicon.verbs("ahead") or word in _POSSIBLE:
        return "future"
    if word in lexicon.verbs("say"):
        return "said"
    return "past" if word in lexicon.verbs("past") or (word.endswith("ed") and len(word) > 4) else ""
