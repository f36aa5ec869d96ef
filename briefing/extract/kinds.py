"""Whom a noun means that many may be called by: `the company`, `the country`, `the rebels`, `the boy`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from briefing.extract import lexicon
from briefing.extract.callings import ages, called, natives, nouns_of
from briefing.extract.clause_words import listed
from briefing.extract.described import Description
from briefing.extract.given_names import genders_by_name
from briefing.extract.institutions import is_institution
from briefing.extract.lands import Lands
from briefing.extract.naming import Sentence
from briefing.extract.nearby import LEADS, Nearby
from briefing.extract.offices import Offices
from briefing.extract.phrase_parts import is_demonym, tells_nothing
from briefing.extract.phrases import people
from briefing.extract.standing import Standing
from briefing.extract.told import Named
from briefing.extract.trades import gender_beside, was_introduced
from briefing.extract.unnamed import is_movement
from briefing.model.actor import ActorType

MOST_CALLED = 40
"""Actors that are called the same and looked at."""
_MOST_COUNTERPARTS = 12
_OF_ANY_TRADE = listed("company firm group business consortium conglomerate subsidiary giant owner")


class Kinds:
    """The actors of one article by kind, and by what the text calls them."""

    def __init__(self, sentences: Sequence[Sentence], named: Sequence[Named], told: Iterable[Description]) -> None:
        self.sentences = sentences
        self.by_sentence: dict[int, list[Named]] = {}
        self.actors: dict[int, Named] = {}
        for one in named:
            self.by_sentence.setdefault(one.naming.sentence, []).append(one)
            self.actors.setdefault(one.actor, one)
        self.nearby = Nearby(self.by_sentence, self.actors)
        self.lands = Lands(sentences, self.by_sentence, named)
        kinds = Counter(one.kind for one in self.actors.values())
        self.soles = {one.kind: one for one in self.actors.values() if kinds[one.kind] == 1}
        self.titled = {one.actor for one in named if one.naming.role}
        self.classes: dict[str, list[int]] = {}
        told = list(told)
        self.heads = {(each.sentence, each.at) for each in told}
        self.called = called(named, told)
        self.described = {actor for noun, some in self.called.items() if noun in people() for actor in some}
        self._share_offices(told)
        self.offices = Offices(sentences, named, self.called)
        self.ages = ages(sentences, named)
        self.natives = natives(told, named, sentences)
        self.standing = Standing(sentences, self.by_sentence, named, self._may_be_called)
        self.bodies = nouns_of(self.called)

    def _share_offices(self, told: Sequence[Description]) -> None:
        """`his Swedish counterpart, X`: X holds the office of the one person named before."""
        for each in [each for each in told if each.head == "counterpart"][:_MOST_COUNTERPARTS]:
            here = self.by_sentence.get(each.sentence, [])[:MOST_CALLED]
            others = {one.actor for one in here if one.kind is ActorType.PERSON} - {each.actor}
            offices = [noun for noun, known_as in self.called.items() if others & known_as.keys()]
            for noun in offices if len(others) == 1 else ():
                if noun in lexicon.heads("holder"):
                    self.called[noun].setdefault(each.actor, set(next(self.called[noun][actor] for actor in others)))

    def varied(self, number: int, first: int, noun: str, modifiers: set[str]) -> Named | None:
        """`The economist advised`, `The Swiss historian left`: of the only person near, what was not said yet."""
        if first > 2 or noun not in people() or modifiers & lexicon.heads("shifting"):
            return None
        if noun in lexicon.heads("holder") and not any(map(is_demonym, modifiers)) and "veteran" not in modifiers:
            return None
        one = self.nearby.only(number, first, (ActorType.PERSON,))
        if one is None or ("veteran" not in modifiers and one.actor in self.described):
            return None
        said = gender_beside(self.sentences[number].words.texts, first)
        own = genders_by_name([one], self.sentences).get(one.actor, said)
        return one if (not said or own == said) and not was_introduced(noun, number, self.sentences) else None

    def of_kind(self, number: int, at: int, noun: str, modifiers: set[str]) -> Named | None:
        """Whom a noun for many means that nobody was called by before."""
        if noun in lexicon.heads("variation"):
            return self.standing.meant(number, at, noun)
        if noun in lexicon.heads("league"):
            return self.nearby.only(number, at, (ActorType.ORGANISATION,))
        if any(not tells_nothing(word) for word in modifiers):
            return None
        if noun == "bank":
            return self.standing.meant(number, at, noun)
        if noun in lexicon.heads("generic_vessel"):
            return self._of_class(number, at, "vessel")
        if noun in lexicon.heads("generic_company"):
            if one := self._of_class(number, at, "company"):
                return one
            if noun == "group" and (one := self.standing.meant(number, at, noun)):
                return one
            return self.standing.meant(number, at, "")
        if noun in lexicon.heads("state"):
            if noun == "government" and (near := self.nearby.only(number, at, (ActorType.STATE,))):
                return near
            return self.lands.meant(number, at, noun)
        if noun in lexicon.heads("irregular") and (one := self._armed(number, at)):
            return one
        if noun in lexicon.heads("generic_body"):
            return self.nearby.only(number, at, (ActorType.ORGANISATION,))
        if noun in lexicon.heads("young"):
            return self._of_class(number, at, "young") or self._first_young(number, at, noun)
        if noun in lexicon.heads("generic_person"):
            return self.nearby.only(number, at, (ActorType.PERSON,))
        return None

    def _may_be_called(self, one: Named, noun: str) -> bool:
        return self._may_be_group(one) if noun == "group" else self._may_be_company(one, noun)

    def _may_be_company(self, one: Named, noun: str = "") -> bool:
        """A body whose name and descriptions leave open that it is a company, and one of that trade."""
        if one.kind is not ActorType.ORGANISATION or one.naming.entry or is_institution(one.name):
            return False
        own = self.bodies.get(one.actor, set())
        return own <= lexicon.heads("company") and (not noun or noun in own or own <= _OF_ANY_TRADE)

    def _may_be_group(self, one: Named) -> bool:
        if one.kind is ActorType.ARMED_GROUP:
            return True
        return self._may_be_company(one) or bool(self.bodies.get(one.actor, set()) & lexicon.heads("armed"))

    def _first_young(self, number: int, at: int, noun: str) -> Named | None:
        """Whom `the boy` means where nobody was called so before: he is the child, too, from then on."""
        one = self.nearby.only(number, at, (ActorType.PERSON,))
        if one and one.actor not in self.titled:
            self.called.setdefault(noun, {})[one.actor] = set()
            self.classes["young"] = sorted({*self.classes.get("young", ()), one.actor})
            return one
        return None

    def _of_class(self, number: int, at: int, section: str) -> Named | None:
        if section not in self.classes:
            some = (self.called.get(noun, {}) for noun in lexicon.heads(section))
            found = {actor for actors in some for actor in actors}
            self.classes[section] = sorted(actor for actor in found if not is_institution(self.actors[actor].name))
        actors = self.classes[section]
        return self.nearby.nearest(number, at, actors) if 0 < len(actors) <= MOST_CALLED else None

    def _armed(self, number: int, at: int) -> Named | None:
        """The armed group near, or the only one of the article."""
        near = self.nearby.only(number, at, (ActorType.ARMED_GROUP,))
        sole = self.soles.get(ActorType.ARMED_GROUP)
        if near or (sole and (number < LEADS or self.nearby.is_known(sole, number, at))):
            return near or sole
        return self._movements[0] if len(self._movements) == 1 else None

    @cached_property
    def _movements(self) -> list[Named]:
        return [one for one in self.actors.values() if is_movement(one.name)]
