"""Adjectives of states that no table knows: the Dahanese are of Dahane."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from briefing.extract import lexicon
from briefing.extract.groups import Group
from briefing.extract.naming import Naming, Sentence
from briefing.extract.singles import word_after
from briefing.model.actor import ActorType

_ENDINGS = frozenset(["ese", "ian", "ean", "an", "ans", "ians", "i", "is", "ish", "ite", "ites", "er", "ers"])
_SHORTEST = 4


def join_adjectives(
    groups: dict[str, Group],
    singles: Mapping[str, Sequence[Naming]],
    fresh: Collection[str],
    sentences: Sequence[Sentence],
) -> None:
    """Takes single names that are made of a state's or a place's own to it; `fresh` are those kept for themselves."""
    states = {
        group.key.rstrip("aeiouy"): group
        for group in sorted(groups.values(), key=lambda group: -len(group.key))
        if group.kind in (ActorType.STATE, ActorType.PLACE) and not group.name and len(group.key) > _SHORTEST
    }
    for key, namings in singles.items():
        stem = next((stem for stem in _stems(key) if stem in states), "")
        if not stem or states[stem].key == key or (key in groups and key not in fresh):
            continue
        groups.pop(key, None)
        acts = any(word_after(sentences, naming) in lexicon.words("state_kin") for naming in namings)
        if acts:
            for naming in namings:
                naming.kind, naming.sure = ActorType.STATE, True
        if acts or states[stem].kind is ActorType.STATE:
            states[stem].namings.extend(namings)
            states[stem].kind = ActorType.STATE


def _stems(word: str) -> list[str]:
    """What a demonym such as Dahanese may be made of."""
    return [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
