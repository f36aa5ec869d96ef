"""Who was named in the sentences of an article so far, and who of them a word can mean by its kind and place."""

from __future__ import annotations

from bisect import bisect_right

from briefing.extract import lexicon
from briefing.extract.epithets import genders
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming, Sentence
from briefing.extract.noun_words import ACTING
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named
from briefing.model.actor import ActorType
from briefing.model.text import Span

_NEAR = 4
"""Sentences back up to which the one meant may stand."""
MOST = 12
"""Names of a sentence that are looked at."""
OPENING = 4
"""Words before the one who opens a sentence."""


class Seen:
    """The sentences with all who are named in them, by name or otherwise, as far as they have been read."""

    def __init__(self, sentences: list[Sentence], named: list[Named]) -> None:
        self.sentences = sentences
        self.by_sentence: dict[int, list[Named]] = {}
        for one in named:
            self.by_sentence.setdefault(one.naming.sentence, []).append(one)
        self.genders = genders(named, sentences)

    def before(
        self, number: int, at: int, kinds: frozenset[ActorType], gender: str = "", *, far: bool = False
    ) -> list[Named]:
        """Those of these kinds in the same sentence before, or else in the nearest sentence before that has any."""
        here = self.by_sentence.get(number, [])
        end = bisect_right(here, at, key=lambda one: one.naming.first)
        back = self.back(number) if far or at <= OPENING or ActorType.PERSON in kinds else []
        for some in (here[max(0, end - MOST) : end], *back):
            fitting = [one for one in some if may_act(one, kinds) and self.may_be(one, gender)]
            if fitting and ActorType.STATE in kinds:
                fitting = [one for one in fitting if one.kind is not ActorType.STATE or self._is_meant(one, some)]
            if fitting:
                return fitting
        return []

    def _is_meant(self, one: Named, some: list[Named]) -> bool:
        """Not `the British side`, not the second of two scenes."""
        texts, last = self.sentences[one.naming.sentence].words.texts, one.naming.last
        following = texts[last] if last < len(texts) else "."
        is_origin = one.naming.entry is not None and one.naming.entry.how is How.DEMONYM and following[0].isalpha()
        return not (is_origin and following not in ACTING) and not self._in_scenes(one, some)

    def _in_scenes(self, one: Named, some: list[Named]) -> bool:
        """`to Arden and Varda`: the second is where something happens, as the first is."""
        joint = self.sentences[one.naming.sentence].words.texts[max(0, one.naming.first - 1)]
        return joint in ("and", ",") and any(
            other.naming.scenery and other.naming.last == one.naming.first - 1 for other in some
        )

    def may_be(self, one: Named, gender: str) -> bool:
        """Whether a person may be spoken of as this, he or she."""
        return not gender or self.genders.get(one.actor, gender) == gender

    def back(self, number: int) -> list[list[Named]]:
        """Those of the sentences right before, the nearest first."""
        return [self.by_sentence.get(back, [])[:MOST] for back in range(number - 1, max(-1, number - _NEAR), -1)]

    def one(self, fitting: list[Named], number: int, at: int) -> list[Named]:
        """The only actor that fits, or of several the one that opens its sentence and says nothing of the others."""
        if not fitting:
            return []
        head = fitting[0]
        if len({one.actor for one in fitting}) > 1:
            texts = self.sentences[head.naming.sentence].words.texts
            following = texts[head.naming.last] if head.naming.last < len(texts) else ""
            opens = head.naming.first <= OPENING and head.naming.sentence != number and head.kind is ActorType.PERSON
            if not opens or following == "and" or following in lexicon.verbs("say"):
                return []
        return [self.made(head, number, at, at + 1, TieRule.PRONOUN)]

    def made(self, one: Named, number: int, first: int, last: int, rule: TieRule) -> Named:
        """Somebody, as some words of a sentence mean them."""
        words = self.sentences[number].words
        span = Span(words.starts[first], words.ends[last - 1])
        naming = Naming(number, first, last, span, " ".join(words.texts[first:last]), one.kind)
        before = words.texts[first - 1].lower() if first else ""
        naming.scenery = before in lexicon.words("before_place")
        return Named(naming, one.actor, one.kind, one.name, rule)

    def word(self, number: int, at: int) -> str:
        """A word of a sentence, or nothing past its end."""
        texts = self.sentences[number].words.texts
        return texts[at] if at < len(texts) else ""


def may_act(one: Named, kinds: frozenset[ActorType]) -> bool:
    """Whether this is one of these kinds, and no mere scene."""
    scenery = one.naming.scenery and one.kind is ActorType.STATE
    return one.kind in kinds and one.naming.ties and not scenery
