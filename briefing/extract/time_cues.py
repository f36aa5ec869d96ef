"""Which way a clause looks from its day: to what has been, to what is to come, or neither.

The answer is `past`, `since`, `future`, `will` (from now on, not from then), `said` (a verb of speaking stands
nearest), `open` (nothing tells), `near` (what had been due then lies close by, before or behind), `any` for `a Monday`
or `some` for `a Monday meeting`.
"""

from __future__ import annotations

from briefing.extract.cue_words import OBJECT, PRESENT, PROMISING, cue_of, may_be_cue
from briefing.extract.time_ahead import DIARY, is_coming, is_in_diary
from briefing.extract.time_words import TimeWords

_BEFORE, _AFTER = 25, 12
"""Words looked at before and after the time."""
_IFS = frozenset(["if", "unless", "If", "Unless", "IF", "UNLESS"])
_AFTER_HEAD = (["-"], ["–"], ["—"], [":"])
_HAD = frozenset(["had", "'d"])
_STARTS = frozenset(["from", "effective", "starting", "beginning", "ending"])
_BOUNDS = ("by", "until", "till", "through")
_TERMS = """adjourned postponed delayed deferred extended suspended prolonged renewed remanded detained banned barred
given gave granted allowed set shut closed frozen reserved booked rescheduled moved put pushed blocked ordered told
asked urged pledged promised vowed agreed expected scheduled planned halted stopped jailed banished lent loaned
leased rented paused"""
_SETTING_A_TERM = frozenset(_TERMS.split())
"""What is done once and lasts until a day: that day is to come, while what `hung until Friday` is over."""
_MOVED = frozenset(
    ["moved", "put", "postponed", "delayed", "rescheduled", "pushed", "deferred", "brought", "adjourned"]
)
"""To the day that follows these with `to` between: it is to come."""
_MOVED_WITHIN = 5
_GOING_ON = frozenset(["has", "have", "Had"])
"""It has shut two mills until May; had he waited until May."""
_NOT_YET = frozenset(["have", "not", "n't", "n’t", "hardly", "only"])
_CUTS = frozenset([",", ";", ":", "that", "which", "who", "and", "but"])
_NO_SUBJECT = (*"iOFBtr-a",)
"""Behind these a time is no subject: a sighting in May is doubtful."""
_PERIODS = frozenset(["week", "weeks", "month", "months", "quarter", "half", "year", "period", "season"])
_WHENS = frozenset(["when", "once", "until", "if", "unless"])
_CLAUSES = frozenset(["that", "it", "he", "she", "they", "we"])
_SMALL = """in on at to of by for from with and or but when where while who which that he she it they we the a an is was
were has had will would as after before"""
_NO_NOUNS = frozenset(_SMALL.split())


def direction(words: TimeWords, first: int, last: int) -> str:
    """By the verb cue nearest before the time or, with none before, after it."""
    texts = words.texts
    if first and texts[first - 1] == "a":
        return "some" if _is_noun(texts, last) else "any"
    classes = words.classes
    if (first == 0 or (first == 2 and classes[:2] == "r-")) and texts[last : last + 1] in _AFTER_HEAD:
        return "open"  # the head of an entry; its present tells of the past as well
    before = first
    while before and first - before < 4 and classes[before - 1] in "tROr":
        if classes[before - 1] == "R" and classes[before : before + 1] != "O":
            break  # the year beginning May 1
        before -= 1
    bound = texts[before - 1].lower() if before else ""
    if bound == "earlier":
        return "past"
    if bound in ("in", "on") and texts[before - 2 : before - 1] in (["starting"], ["beginning"]):
        bound = "starting"
    if bound in ("by", "before") and _may_be(texts, before - 1):
        return "future"
    if bound in _BOUNDS:
        return _bounded(texts, before - 1, last)
    if bound == "since":
        return "since"
    if bound == "ended" and before > 1 and texts[before - 2].lower() in _PERIODS:
        return "past"
    if bound == "as" and (so := _as_it_were(words, before)):
        return so
    if classes[last : last + 1] == "'" and not is_coming(texts, last + 1):
        return "past"
    found = _nearest(words, first, last)
    if (bound == "ending" and found != "past") or (bound in ("before", "through") and found == "open"):
        return "future"
    if bound == "to" and not _MOVED.isdisjoint(texts[max(0, before - _MOVED_WITHIN) : before - 1]):
        return "future"
    if bound in _STARTS and found in ("past", "open", "said") and classes[last : last + 1] not in ("B", "-"):
        return "near"  # it was named from March 1: what has begun or will begin about now
    return found


def _nearest(words: TimeWords, first: int, last: int) -> str:
    texts = words.texts
    for at in range(first - 1, max(-1, first - _BEFORE - 1), -1):
        word = texts[at]
        if not may_be_cue(word):
            if word == ";":
                break
            continue
        if word in DIARY:
            if is_in_diary(texts, words.classes, at, first):
                return "future"
            continue
        cue = cue_of(texts, at)
        if cue == "past":
            return "future" if _is_condition(texts, at, last) else cue
        if cue in ("future", "will") and (
            texts[last : last + 1] == ["did"] or texts[max(0, at - 2) : at] == ["had", "been"]
        ):
            return "near"  # what was planned for then did not take place, or not yet
        if cue == "open" and not _WHENS.isdisjoint(texts[max(0, at - OBJECT) : at]):
            return "future"  # when it is released on July 9
        if cue:
            return cue
        if first - at < 3 and texts[at].lower() in PRESENT and (at + 1 == first or texts[at + 1] in ("on", "at", "in")):
            return "will"
    if texts[last : last + 1] == [","] and words.classes.find(",") < first:
        return "open"  # in a phrase of its own: inflation, 19% in May, may reach 25%
    if texts[last : last + 1] in (["is"], ["marks"]) and words.classes[first - 1 : first] not in _NO_SUBJECT:
        return "will"  # Friday is the deadline
    return _cue_after(texts, last)


def _may_be(texts: list[str], at: int) -> bool:
    """He could be back before Christmas; not what could have been, or could not."""
    for place in range(at - 1, max(-1, at - _AFTER), -1):
        if texts[place] in ("could", "can", "might", "may"):
            return _NOT_YET.isdisjoint(texts[place + 1 : place + 3])
        if texts[place] in _CUTS:
            return False
    return False


def _is_condition(texts: list[str], verb: int, last: int) -> bool:
    """`If they were not paid on Friday, the union would strike`."""
    if _IFS.isdisjoint(texts[max(0, verb - _AFTER + 1) : verb]):
        return False
    for at in range(verb - 1, max(-1, verb - _AFTER), -1):
        if texts[at] in (",", ";", '"', "“"):
            return False
        if texts[at] in _IFS:
            later = texts[last : last + _AFTER]
            modal = next((n for n, text in enumerate(later) if text in ("would", "will", "could")), None)
            return modal is not None and "have" not in later[modal : modal + 3] and "had" not in texts[at : verb + 1]
    return False


def _as_it_were(words: TimeWords, before: int) -> str:
    """`As soon as Friday` is to come, `as late as May` is past, and `as early as Monday` may be either."""
    how = [word.lower() for word in words.texts[max(0, before - 3) : before - 1]]
    if how == ["as", "soon"]:
        return "future"
    if how in (["as", "late"], ["as", "recently"]):
        return "past"
    return ("past" if _nearest(words, before, before) == "past" else "future") if how == ["as", "early"] else ""


def _cue_after(texts: list[str], last: int) -> str:
    if texts[last : last + 1] != [] and texts[last].endswith("ed") and texts[last] in PROMISING:
        return "past"  # the board in May agreed to sell
    if texts[last : last + 1] != [] and texts[last] in _CLAUSES and "would" in texts[last : last + 4]:
        return "past"  # it forecast in May that it would sell
    for at in range(last, min(len(texts), last + _AFTER)):
        if may_be_cue(texts[at]) and (cue := cue_of(texts, at)):
            return cue
    return "open"


def _is_noun(texts: list[str], at: int) -> bool:
    return texts[at : at + 1] != [] and texts[at].islower() and texts[at] not in _NO_NOUNS


def _bounded(texts: list[str], at: int, last: int) -> str:
    """`By June all were dead` and `all had left by June` look back; `he must leave by June` looks ahead."""
    opens = at > 0 and (texts[at - 1] in (",", ";") or texts[at - 1].lower() in ("and", "but"))
    lasts = texts[at].lower() != "by"
    for place in range(at - 1, at if opens else max(-1, at - _BEFORE), -1):
        word = texts[place].lower()
        if lasts and (word in _SETTING_A_TERM or (word in _HAD and place == at - 1)):
            return "future"
        if texts[place] == "Had" and lasts:
            return "future"  # had he waited until May
        if word in _HAD:
            return "past"
        cue = cue_of(texts, place) if may_be_cue(texts[place]) else ""
        if lasts and word in ("was", "were") and at - place < OBJECT:
            return "past"
        if lasts and cue == "past":
            return "past" if _GOING_ON.isdisjoint(texts[max(0, place - 3) : place]) else "future"
        if cue in ("future", "will") or (cue and _HAD.isdisjoint(texts[max(0, place - 3) : place])):
            return "future"
    return "past" if _cue_after(texts, last) == "past" else "future"
