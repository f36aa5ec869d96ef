"""Participles that tell something by themselves: `X, arrested in May,`, `a bid made last week`, `Founded in 1997,`."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract import lexicon
from briefing.extract.clause_times import points_to_time
from briefing.extract.clause_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATE,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVE,
    SUBJECT_PRONOUNS,
    TIME_PREPOSITIONS,
)
from briefing.extract.noun_words import AT_EVENT, EVENTS, MEDIA
from briefing.extract.verb_forms import LONGEST_WORD, Form, form_of, inside_group, is_adverb, is_ambiguous
from briefing.model.kept import Kept

_OTHER_ADVERBIALS = frozenset(["up", "out", "down", "off", "back", "unopposed", "here", "there", "earlier", "ago"])
_TODAY = frozenset(["yesterday", "today", "tomorrow", "tonight"])
_AT = frozenset(["in", "at", "during", "under", "on"])
_OPENING = 10
"""Words of a phrase that opens a sentence, up to its participle."""
_JOINTS = COORDINATE | RELATIVE | SUBJECT_PRONOUNS | {",", ";", ":", "that", "when", "where"}
_MOST_ASIDE = 4
_APPOSED = 7
"""Words from the comma of an apposition to its participle, at most."""
_ARTICLES = frozenset(["a", "an", "the"])
_ASKED = frozenset(["asked", "told", "questioned", "quoted", "pressed", "reached"])
"""With these a sentence opens of the one who answers."""
_MADE_KNOWN = frozenset(["announced", "unveiled", "disclosed", "revealed", "proposed", "declared"])
"""Verbs of saying that tell of a thing too: `a plan announced last week`."""
_NOUNS_TOO = frozenset(["cut", "hit", "run", "split", "cast", "set", "spread"])
"""`a deeper cut in June`"""
_LATER = frozenset(["later", "earlier", "before", "ago", "after"])
_SPANS = frozenset(f"{unit}{s}" for unit in ("day", "week", "month", "year", "hour", "decade") for s in ("", "s"))
_NO_PLACE = frozenset([",", "of", "after", "before", "since", "for", "from", "to", "with", "on", "over", "and"])
"""Between the `in` and the noun these begin another phrase."""
_TELLING = MEDIA | EVENTS
_YEARS = 1000
_HURT = frozenset(["wounded", "injured", "dead", "missing", "killed"])
"""After a number these are people: `treated 19 wounded`."""


def drop_asides(texts: list[str], low: list[str], found: list[bool]) -> None:
    """`A convoy, held up since Sunday, passed`, `Under an accord signed yesterday, they`: before the first verb."""
    verbs = [at for at, is_verb in enumerate(found) if is_verb][:_MOST_ASIDE]
    opens = bool(low) and may_be_participle(low[0])
    for place, at in enumerate(verbs):
        told = low[at] in lexicon.verbs("say") and low[at] not in _MADE_KNOWN
        if not is_ambiguous(low[at]) or low[at] in AUXILIARIES or told:
            return
        joined = low[at - 1] in COORDINATE and (place > 0 or opens)
        inside = low[at - 1] == "," or joined or _in_opening_phrase(texts, low, at)
        inside = inside or (place == 0 and _in_apposition(texts, low, at, verbs[1:]))
        if not inside or not has_adverbial(texts, low, at):
            return
        rest = verbs[place + 1 :]
        if not any("," in low[at:later] for later in rest):
            return
        found[at] = False


def _in_opening_phrase(texts: list[str], low: list[str], at: int) -> bool:
    """`Under an accord signed`, `In a statement issued`: a preposition, one noun phrase, and nothing else yet."""
    if opens_event(low, at):
        return True
    if not (2 < at <= 5 and low[0] in PREPOSITIONS):
        return False
    if low[1] not in DETERMINERS and low[at - 1].removesuffix("s") not in MEDIA:
        return False
    if not (DETERMINERS.isdisjoint(low[2:at]) and SUBJECT_PRONOUNS.isdisjoint(low[2:at])):
        return False
    return all(low[n].isalpha() and texts[n].islower() for n in range(2, at))


def _in_apposition(texts: list[str], low: list[str], at: int, rest: list[int]) -> bool:
    """`X, a nurse accused of theft, was`: who X is, told between commas before the verb."""
    comma = next((n for n in range(at - 1, max(0, at - _APPOSED), -1) if low[n] == ","), 0)
    if not comma or low[comma + 1] not in _ARTICLES or comma + 2 >= at or not texts[comma - 1][0].isupper():
        return False
    if texts[comma - 1] in lexicon.words("days") or low[0] in PREPOSITIONS or low[0] in TIME_PREPOSITIONS:
        return False
    return any(low[verb - 1] == "," for verb in rest)


def opens_event(low: list[str], at: int) -> bool:
    """`In comments made`, `Under a deal with X signed`, `With X held`: the sentence opens with a phrase, no subject."""
    if not (1 < at <= _OPENING and (low[0] in _AT or low[0] == "with") and _JOINTS.isdisjoint(low[: at - 1])):
        return False
    if low[at - 1] in _JOINTS and low[at - 1] != ",":
        return False
    noun = next((n for n in range(1, min(at, 6)) if low[n] in _TELLING or low[n].removesuffix("s") in MEDIA), 0)
    another = (low[n] in DETERMINERS and low[n - 1] not in PREPOSITIONS for n in range(2, at))
    return (noun > 0 or low[0] == "with") and not any(another)


def has_adverbial(texts: list[str], low: list[str], at: int) -> bool:
    """No object, but a time or a preposition follows."""
    following = low[at + 1] if at + 1 < len(low) else ""
    is_day = at + 1 < len(texts) and texts[at + 1] in lexicon.words("days")
    return (
        is_day
        or low[at] == "dated"
        or following in _TODAY
        or following in TIME_PREPOSITIONS
        or following in PREPOSITIONS
        or following in _OTHER_ADVERBIALS
        or (following == "that" and points_to_time(low, at + 1))
        or _is_later(low, at + 1)
    )


def _is_later(low: list[str], at: int) -> bool:
    """`six weeks later`, `a day before`."""
    return any(word in _LATER for word in low[at + 2 : at + 3]) and low[at + 1] in _SPANS


def _may_be_participle(word: str) -> bool:
    if len(word) > LONGEST_WORD or (word in lexicon.verbs("say") and word not in _MADE_KNOWN):
        return False
    return word in lexicon.verbs("participle") or (form_of(word) is Form.PAST and is_ambiguous(word))


may_be_participle: Callable[[str], bool] = Kept(_may_be_participle).__getitem__
"""Whether a word in lower case has the form of one; what is said is no deed of its own."""


def _where(low: list[str], noun: int) -> bool:
    """`in a letter sent on Sunday`, `at talks held in May`: the day is that of the clause around it, too."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        if low[at] in AT_EVENT or low[at] in _NO_PLACE:
            return low[at] in AT_EVENT
    return False


def is_participle(texts: list[str], low: list[str], at: int) -> bool:
    """`arrested in May`, `born in 1950`: beside a noun or at the head, with an adverbial, and no part of a group."""
    word = low[at]
    if at == 0 and word in _ASKED:
        return True
    is_noun = word == "bid" or (word in _NOUNS_TOO and low[max(0, at - 2)] in DETERMINERS)
    if is_noun or not may_be_participle(word) or not has_adverbial(texts, low, at):
        return False
    if at == 0:
        return True
    before = low[at - 2] if low[at - 1] == "not" and at > 1 else low[at - 1]
    if opens_event(low, at):
        return False
    if before == ",":
        return True
    if before.isdecimal() and int(before[:5]) < _YEARS and low[at] in _HURT:
        return False
    if (before in _TELLING or before.removesuffix("s") in MEDIA) and _where(low, at - 1):
        return False
    beside = before.isalnum() and before not in DETERMINERS and before not in PREPOSITIONS and before not in ADVERBS
    beside = (
        beside
        and before not in SUBJECT_PRONOUNS
        and before not in COORDINATE
        and before not in RELATIVE
        and not is_adverb(before)
    )
    beside = beside and before not in AUXILIARIES and before not in ("last", "first") and texts[at].islower()
    return beside and not inside_group(low, at)
