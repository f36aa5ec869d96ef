"""Definite descriptions in the place of a name: `the ministry`, `the 54-year-old`, `the Zug-based company`.

Each is taken for an actor only where exactly one fits: one that the text has called so, one whose name has the noun in
it, or the only one near of a kind that may be called so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from briefing.extract import lexicon
from briefing.extract.callings import ages, called, natives, nouns_of, same_meaning
from briefing.extract.clause_words import listed
from briefing.extract.described import Description
from briefing.extract.epithets import spelled
from briefing.extract.given_names import genders_by_name
from briefing.extract.institutions import is_institution
from briefing.extract.lands import Lands
from briefing.extract.leads import named_later
from briefing.extract.naming import Naming, Sentence
from briefing.extract.nearby import Nearby
from briefing.extract.phrase_parts import is_demonym, is_native, parts, tells_nothing
from briefing.extract.phrases import is_age, is_noun, known, people, phrase_at
from briefing.extract.standing import Standing
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named
from briefing.extract.trades import gender_beside, was_introduced
from briefing.extract.unnamed import is_movement
from briefing.extract.words import Kept, bare
from briefing.model.actor import ActorType
from briefing.model.text import Span

_MOST_CALLED = 40
"""Actors that are called the same and looked at."""

_RULERS = ("president", "king", "queen", "emperor", "emir", "sultan", "monarch")
_OF_ANY_TRADE = listed("company firm group business consortium conglomerate subsidiary giant owner")
_ANYBODY = frozenset(["man", "woman"])
_may_open = Kept(
    lambda text: text.lower() in ("a", "an", "the", "this") or text.lower() in lexicon.heads("bare_institution")
).__getitem__
"""Whether a description may begin at the word (`Describing.find`); all others are passed by."""


class Describing:
    """Finds whom the definite descriptions of an article mean, in the order of the text."""

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
        self.ages = ages(sentences, named)
        self.natives = natives(told)
        self.standing = Standing(sentences, self.by_sentence, named)
        self.bodies = nouns_of(self.called)

    def find(self) -> list[Named]:
        """All descriptions that mean somebody."""
        leads = named_later(self.sentences, self.by_sentence, self.called)
        found = [self._placed(self._made(one, number, p.first - 1, p.first, p.head)) for number, p, one in leads]
        for number, sentence in enumerate(self.sentences):
            if not sentence.is_title:
                found += self._in_sentence(number, sentence.words.texts)
        return found

    def _in_sentence(self, number: int, texts: Sequence[str]) -> list[Named]:
        found: list[Named] = []
        names = self.by_sentence.get(number, [])
        taken = {at for one in names for at in range(one.naming.first, one.naming.last)}
        free, bare_nouns = 0, lexicon.heads("bare_institution")
        for at in [at for at, may_open in enumerate(map(_may_open, texts)) if may_open]:
            text = texts[at]
            if at >= free and text in ("a", "an", "A", "An") and (one := self._of_age(number, texts, at)):
                found.append(one)
                continue
            if at < free or text not in ("the", "The", "this", "This"):
                if text.lower() in bare_nouns and at not in taken and (one := self._bare(number, texts, at)):
                    found.append(one)
                continue
            if is_native(texts, at + 1) and (meant := self._native(number, texts, at)):
                found.append(self._placed(self._made(meant, number, at, at + 1, at + 1)))
                continue
            phrase = phrase_at(texts, at)
            if phrase is None:
                continue
            for first, head in parts(texts, at, phrase):
                if head in taken or (number, head) in self.heads:
                    continue
                meant = self._meant(number, texts, first, head)
                if meant:
                    found.append(self._placed(self._made(meant, number, at, first, head)))
                    free = head + 1
        return found

    def _of_age(self, number: int, texts: Sequence[str], at: int) -> Named | None:
        """`a 31-year-old man`, where the article names one of that age."""
        if not is_age(texts, at + 1):
            return None
        actors = self.ages.get(texts[at + 1], ())
        if len(actors) != 1 or at + 3 >= len(texts):
            return None
        head = at + 4 if at + 4 < len(texts) and texts[at + 4] in people() else at + 3
        if (number, head) in self.heads:
            return None
        return self._placed(self._made(self.actors[next(iter(actors))], number, at, at + 1, head))

    def _native(self, number: int, texts: Sequence[str], at: int) -> Named | None:
        """`The Norwegian, second in May, was`: who is said to be one, or the only person near."""
        told = [actor for actor in self.natives.get(texts[at + 1].lower(), ()) if self.nearby.holds(actor, number)]
        if told:
            return self.actors[told[0]] if len(told) == 1 else None
        opens = texts[at] == "The" and self.nearby.only(number, at, (ActorType.PERSON,))
        return opens or None

    def _placed(self, one: Named) -> Named:
        """The same, put among those of its sentence."""
        here = self.by_sentence.setdefault(one.naming.sentence, [])
        here.insert(bisect_right(here, one.naming.first, key=lambda each: each.naming.first), one)
        return one

    def _bare(self, number: int, texts: Sequence[str], at: int) -> Named | None:
        """`Police said`: the only police that the text names."""
        called = self.called.get(texts[at].lower(), {})
        before = texts[at - 1] if at else "."
        opens = not before[0].isalnum() or before.lower() in ("and", "but", "that", "when", "by", "as", "after")
        if len(called) != 1 or not opens or (number, at) in self.heads:
            return None
        return self._placed(self._made(self.actors[next(iter(called))], number, at, at, at))

    def _made(self, meant: Named, number: int, at: int, first: int, head: int) -> Named:
        words = self.sentences[number].words
        span = Span(words.starts[first], words.ends[head] - (words.texts[head] != bare(words.texts[head])) * 2)
        naming = Naming(number, at if first == at + 1 else first, head + 1, span, "", meant.kind)
        before = words.texts[at - 1].lower() if at else ""
        naming.scenery = before in lexicon.words("before_place")
        return Named(naming, meant.actor, meant.kind, meant.name, TieRule.DESCRIPTION)

    def _meant(self, number: int, texts: Sequence[str], first: int, head: int) -> Named | None:
        noun = spelled(bare(texts[head]).lower())
        modifiers = {spelled(text.lower()) for text in texts[first:head] if text[0].isalpha()}
        if modifiers & lexicon.heads("other"):
            return None
        following = texts[head + 1] if head + 1 < len(texts) else "."
        aged = noun == "year-old" or "year-old" in modifiers
        once = "former" in modifiers and noun not in known() and is_noun(noun)
        if noun not in known() and not aged and not once:
            return None
        if following[:1].isupper() and texts[head] == bare(texts[head]) and following not in lexicon.words("days"):
            return None
        if noun == "head" and texts[head + 1 : head + 3] == ["of", "state"]:
            some = [self.called.get(ruler, {}) for ruler in _RULERS]
            rulers = {actor for actors in some if len(actors) < _MOST_CALLED for actor in actors}
            return self.actors[rulers.pop()] if len(rulers) == 1 else None
        if noun in lexicon.heads("state") and any(is_demonym(word) for word in modifiers):
            return None
        actors = [actor for actor in self._fitting(noun, modifiers - {"year-old"}) if self._is_at_hand(actor, number)]
        if noun in lexicon.heads("holder") and any(map(is_demonym, modifiers)):
            actors = [actor for actor in actors if self.nearby.holds(actor, number)]
        if not actors and not self.called.get(noun):
            alike = {actor for other in same_meaning(noun) for actor in self._fitting(other, modifiers - {"year-old"})}
            actors = list(alike) if len(alike) == 1 else []
        if actors:
            return self.nearby.nearest(number, first, actors)
        if aged:
            return self._aged(number, texts, first, head)
        if once or (
            noun in people() and ("former" in modifiers or (noun in _ANYBODY and texts[first - 1].lower() == "this"))
        ):
            return self.nearby.only(number, first, (ActorType.PERSON,))
        if self._is_taken(noun, number) or following in ("of", "for"):
            return None
        return self._of_kind(number, first, noun, modifiers) or self._varied(number, first, noun, modifiers)

    def _varied(self, number: int, first: int, noun: str, modifiers: set[str]) -> Named | None:
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

    def _is_at_hand(self, actor: int, number: int) -> bool:
        """A body that the world knows is meant by `the bank` only where it was just named."""
        return self.actors[actor].naming.entry is None or self.nearby.holds(actor, number)

    def _is_taken(self, noun: str, number: int) -> bool:
        """Whether the text calls somebody so already."""
        return any(self._is_at_hand(actor, number) for actor in islice(self.called.get(noun, ()), _MOST_CALLED))

    def _fitting(self, noun: str, modifiers: set[str]) -> list[int]:
        """The actors called so, if nothing before the noun says that another one is meant."""
        found = []
        shifting = lexicon.heads("shifting")
        some = self.called.get(noun, {})
        if len(some) > _MOST_CALLED:
            return []
        for actor, known_as in some.items():
            if modifiers & shifting != known_as & shifting and noun in people():
                continue
            if "former" in modifiers and "former" not in known_as:
                continue
            strange = {word for word in modifiers - known_as if not tells_nothing(word)}
            if not strange or (noun in people() and not known_as):
                found.append(actor)
        return found

    def _aged(self, number: int, texts: Sequence[str], first: int, head: int) -> Named | None:
        age = next((text for text in texts[first : head + 1] if text.isdecimal()), "")
        actors = list(self.ages.get(age, ()))
        if actors:
            return self.actors[actors[0]] if len(actors) == 1 else None
        return self.nearby.only(number, first, (ActorType.PERSON,)) or self.nearby.newcomer(number, self.actors)

    def _of_kind(self, number: int, at: int, noun: str, modifiers: set[str]) -> Named | None:
        if noun in lexicon.heads("variation"):
            return self.standing.meant(number, at, lambda one: self._may_be_company(one, noun))
        if noun in lexicon.heads("league"):
            return self.nearby.only(number, at, (ActorType.ORGANISATION,))
        if any(not tells_nothing(word) for word in modifiers):
            return None
        if noun in lexicon.heads("generic_vessel"):
            return self._of_class(number, at, "vessel")
        if noun in lexicon.heads("generic_company"):
            if one := self._of_class(number, at, "company"):
                return one
            if noun == "group" and (one := self.standing.meant(number, at, self._may_be_group)):
                return one
            return self.standing.meant(number, at, self._may_be_company)
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
        return self.nearby.nearest(number, at, actors) if 0 < len(actors) <= _MOST_CALLED else None

    def _armed(self, number: int, at: int) -> Named | None:
        """The armed group near, or the only one of the article."""
        near = self.nearby.only(number, at, (ActorType.ARMED_GROUP,))
        if near or ActorType.ARMED_GROUP in self.soles:
            return near or self.soles[ActorType.ARMED_GROUP]
        movements = [one for one in self.actors.values() if is_movement(one.name)]
        return movements[0] if len(movements) == 1 else None
