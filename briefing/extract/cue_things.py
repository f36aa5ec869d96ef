"""Words that look like a cue to what is to come and are none: agreed to a truce, due to the war, housing starts."""

from __future__ import annotations

from briefing.extract.time_beside import DETERMINERS

_NOUN_ENDS = ("ion", "ness", "ity", "ing", "ance", "ence", "age", "ment")
_SCHEDULED = """opens starts kicks closes ends meets plays goes votes hosts visits arrives leaves travels flies runs
appears hears sits faces publishes releases decides holds returns falls reopens restarts retires chairs addresses
debates considers joins departs sails launches unveils inaugurates reconvenes marries trains open start meet play vote
go arrive leave travel face appear hold reopen restart retire depart"""
TIMETABLE = frozenset(_SCHEDULED.split())
"""In the present these tell of what stands in the diary: the trial opens on Monday."""
_BARE = """the a an his her its their our my this that these those no two three some any of for by in on with to and or
did does do not n t is are was were be been has have had so let lets make makes made help helps helped saw watched"""
NOUN_BEFORE = frozenset(_BARE.split()) | {"housing"}
"""Before a word of the timetable these make it a noun, or no present."""
_VERB_NEXT = frozenset(["was", "were", "is", "are", "had", "has", "have", "fell", "rose", "of"])
"""Behind it these show that it was no verb: housing starts were down."""


def is_thing(texts: list[str], at: int) -> bool:
    """He agreed to a truce: what follows `to` is no verb."""
    return texts[at : at + 1] != [] and (texts[at].lower() in DETERMINERS or texts[at][0].isupper())


def is_cause(texts: list[str], at: int) -> bool:
    """It rose partly due to the war, due to inflation; not it is due to rise."""
    partly = texts[at - 1].endswith("ly") or texts[at - 1] == "part" if at else False
    return partly or is_thing(texts, at + 2) or (texts[at + 2 : at + 3] != [] and texts[at + 2].endswith(_NOUN_ENDS))


def is_timed(before: str, following: str) -> bool:
    """The trial opens in May; not the starts of May, nor housing starts."""
    return before not in NOUN_BEFORE and (before.isalpha() or before == ",") and following not in _VERB_NEXT
