"""Which state `the country` or `the republic` means: the one that an article is about, or the one last spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest

from briefing.extract.naming import Sentence
from briefing.extract.parties import is_own_name
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_NEAR = 2
"""Sentences back in which a state is the one spoken of."""
_CROWNS = {
    "kingdom": frozenset(
        ["Saudi Arabia", "Morocco", "Jordan", "Bahrain", "Norway", "Sweden", "Denmark", "Netherlands", "Belgium"],
    ).union(["Spain", "United Kingdom", "Thailand", "Cambodia", "Bhutan", "Tonga", "Lesotho", "Eswatini"]),
    "emirate": frozenset(["Kuwait", "Qatar", "United Arab Emirates"]),
    "sultanate": frozenset(["Oman", "Brunei"]),
}
"""Which states are ruled so."""
_MOST = 12
"""Names of a sentence that are looked at."""


class Lands:
    """The states of one article. An article of two leaves open which is meant, unless one was just named."""

    def __init__(
        self, sentences: Sequence[Sentence], by_sentence: Mapping[int, list[Named]], named: Sequence[Named]
    ) -> None:
        self.sentences, self.by_sentence = sentences, by_sentence
        own = [one for one in named if one.kind is ActorType.STATE and is_own_name(one)]
        self._actors = {one.actor: one for one in reversed(own)}
        self._states = {one.actor: one for one in reversed(named) if one.kind is ActorType.STATE}
        weights = Counter(one.actor for one in own)
        self._most = nlargest(2, ((weight, actor) for actor, weight in weights.items()))
        """The two named most by their own names, each with how often."""

    def meant(self, number: int, at: int, noun: str = "") -> Named | None:
        """The state that is meant before a word of a sentence."""
        if noun in _CROWNS:
            crowned = [one for one in self._states.values() if one.name in _CROWNS[noun]]
            return crowned[0] if len(crowned) == 1 and crowned[0].naming.sentence <= number else None
        if not self._most:
            return None
        weight, main = self._most[0]
        if self._actors[main].naming.sentence > number:
            return None
        if len(self._most) == 1 or weight >= 2 * self._most[1][0]:
            return self._actors[main]
        near = self._named_before(number, at)
        return near if near and 2 * next((w for w, actor in self._most if actor == near.actor), 0) >= weight else None

    def _named_before(self, number: int, at: int) -> Named | None:
        """The only state in the nearest sentence that names or means one other than as an owner: `in Libya`."""
        for back in range(number, max(-1, number - _NEAR - 1), -1):
            texts = self.sentences[back].words.texts
            found = {
                one.actor: one
                for one in self.by_sentence.get(back, [])[:_MOST]
                if one.kind is ActorType.STATE
                if (back < number or one.naming.first < at) and (one.rule or _is_land(texts, one))
            }
            if found:
                return found.popitem()[1] if len(found) == 1 else None
        return None


def _is_land(texts: Sequence[str], one: Named) -> bool:
    word = texts[one.naming.last - 1]
    return is_own_name(one) and word == bare(word)
