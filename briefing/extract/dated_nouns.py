"""Times that date a noun and not the verb of their clause: `Tuesday's visit`, `the treaty of 1994`.

Only who owns such a noun, or is joined to it, hangs on the time (`dated_doers`); unless the event is where the
clause takes place (`decided at last year's summit`), for then the time is the clause's own.
"""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.asides import opening
from briefing.extract.clause import Kind
from briefing.extract.clause_words import (
    AUXILIARIES,
    COORDINATE,
    DETERMINERS,
    OWNERS,
    PREPOSITIONS,
    RELATIVE,
    SUBJECT_PRONOUNS,
    SUBORDINATE,
    TIME_PREPOSITIONS,
    listed,
)
from briefing.extract.noun_words import AT_EVENT, EVENTS
from briefing.extract.told import Told
from briefing.extract.words import bare
from briefing.model.when import Precision, TimeExpression

_PARTS = listed(
    "night nights evening morning afternoon day days week weeks weekend month months end start beginning middle half "
    "quarter summer winter spring autumn fall hours hour early late eve rest part year years first second last dawn "
    "all most much third whole remainder bulk some mid turn close"
)
"""Before `of` these are a part of the time, not a thing that it dates."""
_NO_NOUN = listed("and or at in on for with when that which who of to by as after before while but")
BOUNDS = frozenset(["after", "before", "since", "until"])
"""Before an event these say that what the clause tells happened at another time."""
_DEADLINES = frozenset(["by", "until", "before"])
_FAR = frozenset([Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.SEASON, Precision.QUARTER])
"""What news tells of in passing; a day is mostly that of the sentence itself."""
_ABOUT = listed("about over of for from against into after before since despite with on")
"""After these an event is spoken of, and does not happen with the clause."""
_ASKING = listed("asked ask asks asking called calls calling demanded appealed applied pressed pushed pleaded")
"""What is asked for has not happened: the time is that of asking."""
REACH = 10
"""Words from a noun to the owner or the time it is tied to."""
_HEAD = 4
"""Words from the first of a noun phrase to the event that it ends in, at most."""
_NO_HEAD = PREPOSITIONS | DETERMINERS | RELATIVE | COORDINATE | AUXILIARIES
_FIGHTING = listed(
    "fought fights fight campaigned voted marched rallied rose struggled protested demonstrated worked died"
)
"""Who does this for or against an event does it then: `fought for independence in 1898`."""
_SINCE = 20
"""Words from `has` up to the `first time since` that only compares."""
_PARTS_OF = frozenset(["opening", "start", "beginning", "end", "close", "height", "launch", "resumption", "outbreak"])
DEPTH = 5
"""Words from a noun back to the preposition it hangs on."""


def dated_noun(told: Told, number: int, time: TimeExpression) -> int:
    """The number of the word that a time dates; -1 where it dates the verb of its clause."""
    first, last = told.word_at(time.span.start), told.word_at(time.span.end - 1)
    noun = last + 1 if _precedes_noun(told, time, first, last) else _noun_before_of(told, first)
    if noun > last:
        noun = _head(told.sentence.words.texts, noun)
    if noun >= 0:
        if _since_in_aside(told, number, min(noun, first)):
            return -1
        since = _hangs_on(told, min(noun, first), BOUNDS) == "since" and _has_lasted(told, number)
        return -1 if since or _hangs_on(told, min(noun, first)) in AT_EVENT else noun
    return _event_before(told, number, time, first)


def _has_lasted(told: Told, number: int) -> bool:
    """`has been in hiding since the 2014 raid`: what has lasted since then began then."""
    clause, texts = told.clauses.found[number], told.sentence.words.texts
    if clause.kind is Kind.PARTICIPLE:
        return True  # claimed by X since
    if clause.verb < 0 or texts[clause.verb].lower() not in ("has", "have"):
        return False
    group = texts[clause.verb + 1 : clause.verb + 4]
    return "time" not in texts[clause.verb : clause.verb + _SINCE] and (
        "been" in group or any(w.endswith("ing") for w in group)
    )


def _since_in_aside(told: Told, number: int, noun: int) -> bool:
    """`X, owner since her father's death in May, left`: the time is that of X."""
    return _hangs_on(told, noun, BOUNDS) == "since" and opening(told, number, noun) >= 0


def _head(texts: list[str], noun: int) -> int:
    """The event that a noun phrase speaks of: `the 1984 general election`; else its first word."""
    for at in range(noun, min(len(texts), noun + _HEAD)):
        if texts[at] in EVENTS:
            return at
        if not texts[at].replace("-", "").isalpha() or texts[at].lower() in _NO_HEAD:
            break
    return noun


def _precedes_noun(told: Told, time: TimeExpression, first: int, last: int) -> bool:
    """`the 2014 collision`, `Tuesday's visit`."""
    texts = told.sentence.words.texts
    if last + 1 == len(texts):
        return False  # `on Thursday's`, cut short
    following = texts[last + 1]
    if texts[last] != bare(texts[last]) or following.lower() in ("'s", "’s"):
        return True
    before = texts[first - 1].lower() if first else ""
    names_event = time.when.precision is Precision.YEAR and time.surface.isdigit() and following[:1].isupper()
    if names_event and before in DETERMINERS:
        return True
    whole_day = time.when.precision in (Precision.DECADE, Precision.YEAR, Precision.MONTH, Precision.DAY)
    has_owner = before in ("the", "a", "its", "his", "her", "their", "that") or (first > 0 and before != bare(before))
    bare_time = time.surface.removeprefix("the ")
    has_owner = has_owner or bare_time != time.surface
    plain = bare_time[:1].isalnum() and not bare_time[0].islower()
    return whole_day and has_owner and following.islower() and _is_noun(following) and plain


def _is_noun(word: str) -> bool:
    if word in _NO_NOUN or word in SUBJECT_PRONOUNS or word in DETERMINERS or word in AUXILIARIES:
        return False
    if word.endswith("ing") and word not in EVENTS:
        return False
    return not any(word in lexicon.verbs(section) for section in ("say", "past", "modal", "be_have"))


def _noun_before_of(told: Told, first: int) -> int:
    """`the treaty of 1994`."""
    texts = told.sentence.words.texts
    if first < 2 or texts[first - 1].lower() != "of":
        return -1
    noun = texts[first - 2].lower()
    is_noun = noun[0].isalpha() and noun not in _PARTS and noun not in SUBORDINATE and noun not in PREPOSITIONS
    return first - 2 if is_noun and noun not in ("because", "instead", "out", "ahead") else -1


def _hangs_on(told: Told, noun: int, more: frozenset[str] = frozenset()) -> str:
    """The preposition before the noun phrase that a word belongs to, or nothing."""
    texts = told.sentence.words.texts
    for at in range(noun - 1, max(-1, noun - 1 - DEPTH), -1):
        low = texts[at].lower()
        if low in PREPOSITIONS or low in more:
            return low
        if not texts[at][0].isalnum() or low in COORDINATE or low in RELATIVE:
            return ""
    return ""


def _event_before(told: Told, number: int, time: TimeExpression, first: int) -> int:
    """`charged with the murder of X in 1994`, `his death in May led to`, `called for their withdrawal by Saturday`."""
    texts, clause = told.sentence.words.texts, told.clauses.found[number]
    at, deadline = first - 1, False
    while at > clause.first and texts[at].lower() in TIME_PREPOSITIONS:
        deadline = deadline or texts[at].lower() in _DEADLINES
        at -= 1
    noun = _last_event(told, number, at)
    if noun < 0:
        return -1
    if noun < clause.verb and _since_in_aside(told, number, noun):
        return -1
    if noun < clause.verb:
        return noun if first < clause.verb and noun > clause.first and _hangs_on(told, noun) not in AT_EVENT else -1
    if texts[clause.verb].lower() in _FIGHTING and noun - clause.verb <= DEPTH:
        return -1
    if clause.planned and time.surface.lower().endswith("ago"):
        return noun
    if not deadline and not {text.lower() for text in texts[clause.verb : clause.verb + 4]}.isdisjoint(_ASKING):
        return -1
    if _is_at_part(told, noun):
        return -1
    if _hangs_on(told, noun) not in _ABOUT or not _is_definite(texts, noun):
        return -1
    owned = any(text.lower() in OWNERS or text != bare(text) for text in texts[max(0, noun - 2) : noun])
    is_far = time.when.precision in _FAR or time.surface.lower().endswith("ago") or (
        time.surface.lower().startswith("last "))  # fmt: skip
    return noun if is_far or (deadline and owned and noun == at) else -1


def _is_at_part(told: Told, noun: int) -> bool:
    """`at the opening of his trial`: there, too, the time is that of the clause."""
    texts = told.sentence.words.texts
    of = next((at for at in range(noun - 1, max(0, noun - DEPTH), -1) if texts[at] == "of"), 0)
    return of > 1 and texts[of - 1] in _PARTS_OF and _hangs_on(told, of - 1) in AT_EVENT


def _is_definite(texts: list[str], noun: int) -> bool:
    """`the murder`, `his arrest`, `X's death`; not `such an outbreak`."""
    return any(
        text.lower() in ("the", "this", "that", "these") or text.lower() in OWNERS or text != bare(text)
        for text in texts[max(0, noun - 3) : noun]
    )


def _last_event(told: Told, number: int, at: int) -> int:
    """The event that a run of words up to here is about, with nothing but names and prepositions after it."""
    texts, of_word = told.sentence.words.texts, told.clauses.of_word
    for back in range(at, max(-1, at - REACH), -1):
        word = texts[back]
        if of_word[back] != number or word in (",", ";", ":", '"', "“", "”") or back == told.clauses.found[number].verb:
            return -1
        if word in EVENTS:
            follows = texts[back + 1].lower() if back < at else ""
            return back if back == at or follows in PREPOSITIONS else -1
    return -1
