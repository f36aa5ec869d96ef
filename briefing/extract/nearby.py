"""Who was named near a place in the text: the only one of a kind, or the nearest of some."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.told import Named
from briefing.model.actor import ActorType

_NEAR = 2
"""Sentences back in which the only one of a kind may stand."""
_FAR = 6
"""Sentences back in which one of several called the same may stand."""
LEADS = 3
"""Sentences, a headline among them, that may tell of somebody before the name."""
_MOST = 12
"""Names of a sentence that are looked at."""


class Nearby:
    """The namings of one article by sentence, as far as they are known, and one naming of each actor."""

    def __init__(self, by_sentence: Mapping[int, list[Named]], actors: Mapping[int, Named]) -> None:
        self.by_sentence, self.actors = by_sentence, actors

    def only(self, number: int, at: int, kinds: tuple[ActorType, ...]) -> Named | None:
        """The only one of a kind in the nearest sentence that has any."""
        for back in range(number, max(-1, number - _NEAR - 1), -1):
            some = [
                one
                for one in self.by_sentence.get(back, [])[:_MOST]
                if one.kind in kinds and one.naming.ties and (back < number or one.naming.first < at)
            ]
            if some:
                return some[0] if len({one.actor for one in some}) == 1 else None
        return None

    def newcomer(self, number: int, actors: Mapping[int, Named]) -> Named | None:
        """The only person whom the sentence before names for the first time."""
        some = [
            one
            for one in self.by_sentence.get(number - 1, [])[:_MOST]
            if one.kind is ActorType.PERSON and actors[one.actor].naming.span == one.naming.span
        ]
        return some[0] if len(some) == 1 else None

    def nearest(self, number: int, at: int, actors: list[int]) -> Named | None:
        """The one of these that was named last; nobody where two were named in one sentence."""
        if len(actors) == 1:
            one = self.actors[actors[0]]
            return one if number < LEADS or self.is_known(one, number, at) else None
        for back in range(number, max(-1, number - _FAR), -1):
            some = [o for o in self.by_sentence.get(back, [])[:_MOST] if back < number or o.naming.first < at]
            near = {one.actor for one in some} & set(actors)
            if near:
                return self.actors[near.pop()] if len(near) == 1 else None
        return None

    def is_known(self, one: Named, number: int, at: int) -> bool:
        """Whether somebody was named before a word."""
        return (one.naming.sentence, one.naming.first) < (number, at)

    def around(self, number: int, near: int = _NEAR) -> set[int]:
        """The actors named in a sentence or right before it."""
        return {
            one.actor
            for back in range(number, max(-1, number - near - 1), -1)
            for one in self.by_sentence.get(back, [])[:_MOST]
        }

    def holds(self, actor: int, number: int, near: int = _NEAR) -> bool:
        """Whether an actor is one of these."""
        return actor in self.around(number, near)
