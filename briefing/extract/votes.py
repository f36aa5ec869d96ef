"""What kind of actor all its namings say it is: cue words and tables first, then the tagger's leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from briefing.extract import lexicon
from briefing.extract.naming import Naming
from briefing.extract.tagger.advice import CLEAR, STRONG
from briefing.model.actor import ActorType
from briefing.model.kept import Kept

_ADJECTIVES = ("ian", "ians", "ese", "ish")
"""Endings of words for what belongs to a place, which is not the place."""

_SURE, _UNSURE = 1200, CLEAR
"""What a naming's own kind weighs beside the leads of the tagger."""


def agreed(namings: Sequence[Naming]) -> ActorType | None:
    """One kind for all namings of an actor that no table names, by vote of cue words and tagger."""
    votes: Counter[ActorType] = Counter()
    for naming in namings:
        if naming.kind:
            votes[naming.kind] += _SURE if naming.sure else _UNSURE
    for naming in namings:
        if naming.hint and (naming.hint is not ActorType.OTHER or not votes):
            votes[_refined(naming.hint, votes)] += min(naming.lead, STRONG)
    return max(votes, key=votes.__getitem__) if votes else None


def _refined(hint: ActorType, votes: Counter[ActorType]) -> ActorType:
    """The tagger knows no states and no groups under arms: what only the rules can tell, they tell."""
    if hint is ActorType.PLACE and votes[ActorType.STATE]:
        return ActorType.STATE
    if hint is ActorType.ORGANISATION and votes[ActorType.ARMED_GROUP]:
        return ActorType.ARMED_GROUP
    return hint


def hinted(namings: Sequence[Naming]) -> ActorType | None:
    """The kind that the tagger gives these namings, by its leads, where it is clear."""
    leads: Counter[ActorType] = Counter()
    for naming in namings:
        if naming.hint:
            leads[naming.hint] += naming.lead
    if not leads:
        return None
    kind = max(leads, key=leads.__getitem__)
    if kind is ActorType.PLACE and namings[0].surface.endswith(_ADJECTIVES):
        return None
    return kind if leads[kind] >= CLEAR else None


def _is_verb(word: str) -> bool:
    low = word.lower()
    return any(low in lexicon.verbs(section) for section in ("say", "past", "present", "modal", "denied")) or (
        low.endswith("ed") and len(low) > 4
    )


is_verb: Callable[[str], bool] = Kept(_is_verb).__getitem__
"""Whether a word may be what an actor does."""
