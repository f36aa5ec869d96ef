"""Whom `her sister`, `its operator`, `his rival` mean: the one of whom the text has said so, or the other of two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from briefing.extract import lexicon
from briefing.extract.callings import Called, called
from briefing.extract.clause_words import listed
from briefing.extract.described import descriptions
from briefing.extract.naming import Sentence
from briefing.extract.phrase_parts import tells_nothing
from briefing.extract.told import Named
from briefing.model.actor import ActorType

_KIN = listed(
    "son daughter wife husband brother sister father mother widow widower cousin nephew niece uncle aunt grandfather "
    "grandmother grandson granddaughter stepson stepdaughter stepfather stepmother half-brother half-sister twin "
    "fiancé fiancée boyfriend girlfriend brother-in-law sister-in-law son-in-law daughter-in-law father-in-law "
    "mother-in-law lawyer attorney counsel coach trainer deputy successor predecessor guide agent manager driver "
    "bodyguard doctor secretary spokesman spokeswoman client partner teacher captor assistant"
)
_ITS = listed(
    "owner operator publisher parent maker builder chairman chairwoman chair director founder president head leader "
    "chief executive boss editor captain skipper master commander secretary coach manager spokesman spokeswoman "
    "treasurer mayor governor deputy principal rector headmaster curator conductor secretary-general commissioner"
)
_RIVALS = listed("rival opponent challenger counterpart adversary")
_FAR = 8
"""Sentences back in which somebody owned may be named."""
_NEAR = 4
_MOST = 12
_MOST_NOUNS = 8
"""Nouns of an article that are looked for one by one."""


class Owned:
    """What the text says that its actors are to each other, looked at when first asked for."""

    def __init__(
        self, sentences: Sequence[Sentence], named: Sequence[Named], by_sentence: Mapping[int, list[Named]]
    ) -> None:
        self._sentences, self._by_sentence = sentences, by_sentence
        self._own = [one for one in named if one.rule is None]
        self._present = {(one.actor, one.naming.sentence) for one in named}
        self._called: Called = {}

    def _called_so(self, head: str) -> Mapping[int, set[str]]:
        """The actors that are called by a noun; looked for only where the text has the noun, or at once for many."""
        if head not in self._called and len(self._called) < _MOST_NOUNS:
            forms = (head, f"{head}s", head.capitalize())
            some = {at for at, each in enumerate(self._sentences) if any(form in each.words.texts for form in forms)}
            own = [one for one in self._own if one.naming.sentence in some]
            self._called[head] = called(own, descriptions(self._sentences, own)).get(head, {})
        elif head not in self._called:
            everybody = called(self._own, descriptions(self._sentences, self._own))
            self._called = {noun: everybody.get(noun, {}) for noun in _KIN | _ITS}
        return self._called[head]

    @cached_property
    def _first(self) -> dict[int, Named]:
        return {one.actor: one for one in reversed(self._own)}

    def meant(self, number: int, owner: str, phrase: Sequence[str], owners: Sequence[Named]) -> Named | None:
        """The one whom a phrase after `his` or `its` means, if it is not the owner."""
        head = phrase[-1]
        if owner in ("his", "her") and head in _RIVALS and len(phrase) == 1:
            return self._other(number, owners)
        if head not in (_KIN if owner in ("his", "her") else _ITS) or not owners:
            return None
        if not lexicon.heads("other").isdisjoint(phrase):
            return None
        known = self._called_so(head)
        if len(known) > _MOST:
            return None
        modifiers = {word for word in phrase[:-1] if not tells_nothing(word)}
        some = [
            self._first[actor]
            for actor, known_as in known.items()
            if modifiers <= known_as and all(actor != one.actor for one in owners)
        ]
        some = [one for one in some if one.naming.sentence <= number and self._is_near(one.actor, number)]
        return some[0] if len(some) == 1 else None

    def _other(self, number: int, owners: Sequence[Named]) -> Named | None:
        """The only other person of the nearest sentence that names one."""
        own = {one.actor for one in owners}
        for back in range(number, max(-1, number - _NEAR), -1):
            here = self._by_sentence.get(back, [])[:_MOST]
            some = {one.actor: one for one in here if one.kind is ActorType.PERSON and one.actor not in own}
            if some and own:
                return next(iter(some.values())) if len(some) == 1 else None
        return None

    def _is_near(self, actor: int, number: int) -> bool:
        return any((actor, back) in self._present for back in range(number - _FAR, number + 1))
