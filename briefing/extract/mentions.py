"""Definite descriptions in the place of a name: `the ministry`, `the 54-year-old`, `the Zug-based company`.

Each is taken for an actor only where exactly one fits: one that the text has called so, one whose name has the noun in
it, or the only one near of a kind that may be called so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, islice

from briefing.extract import lexicon
from briefing.extract.callings import same_meaning
from briefing.extract.epithets import spelled
from briefing.extract.kinds import MOST_CALLED, Kinds
from briefing.extract.latter import MOST, says_which, which_of
from briefing.extract.leads import is_told_of, named_later
from briefing.extract.naming import Naming
from briefing.extract.offices import OFFICES
from briefing.extract.phrase_parts import (
    given_to,
    is_apposed,
    is_demonym,
    is_native,
    land_of,
    named_after,
    parts,
    tells_nothing,
)
from briefing.extract.phrases import is_age, is_noun, is_part, known, one_of, people, phrase_at
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.kept import Kept
from briefing.model.text import Span

_RULERS = ("president", "king", "queen", "emperor", "emir", "sultan", "monarch")
_ONCE = frozenset(["former", "deposed", "ousted", "outgoing", "toppled", "disgraced", "jailed", "murdered", "slain"])
_RENEWED = frozenset(["assembly", "parliament", "council", "senate", "legislature", "congress", "cabinet", "board"])
"""`the new assembly` is the one that was elected."""
_LONGEST = 5
"""Words of `the two young engineers`."""
_DOERS = ("er", "or", "ist", "ian", "man", "woman")
"""Endings of nouns for people that no list knows."""
_ANYBODY = frozenset(["man", "woman"])
_OPENERS = frozenset(["a", "an", "the", "this", "two", "both"])
_MANY = frozenset(["the", "two", "both"])
_may_open = Kept(lambda text: text.lower() in _OPENERS or text.lower() in lexicon.heads("bare_institution")).__getitem__
"""Whether a description may begin at the word (`Describing.find`); all others are passed by."""


class Describing(Kinds):
    """Finds whom the definite descriptions of an article mean, in the order of the text."""

    def find(self) -> list[Named]:
        """All descriptions that mean somebody."""
        leads = named_later(self.sentences, self.by_sentence, self.called)
        found = [self._placed(self._made(one, number, p.first - 1, p.first, p.head)) for number, p, one in leads]
        for number, p, one in leads:  # the translator, from then on
            texts = self.sentences[number].words.texts
            for state in filter(None, map(land_of, texts[p.first : p.head])):
                self.natives.setdefault(state, set()).add(one.actor)
            if is_told_of(self.sentences, one):
                self.called.setdefault(texts[p.head], {}).setdefault(one.actor, set(texts[p.first : p.head]))
        for number, sentence in enumerate(self.sentences):
            if not sentence.is_title:
                found += self._in_sentence(number, sentence.words.texts)
        return found

    def _in_sentence(self, number: int, texts: Sequence[str]) -> list[Named]:
        found: list[Named] = []
        names = self.by_sentence.get(number, [])
        taken = {at for one in names for at in range(one.naming.first, one.naming.last)}
        free, bare_nouns = 0, lexicon.heads("bare_institution")
        for at in compress(range(len(texts)), map(_may_open, texts)):
            text = texts[at]
            if at >= free and text in ("a", "an", "A", "An") and (one := self._of_age(number, texts, at)):
                found.append(one)
                continue
            if at >= free and text.lower() in _MANY and (many := self._many(number, texts, at)):
                found += [self._placed(one) for one in many]
                free = many[0].naming.last
                continue
            if at < free or text not in ("the", "The", "this", "This"):
                if text.lower() in bare_nouns and at not in taken and (one := self._bare(number, texts, at)):
                    found.append(one)
                continue
            if is_native(texts, at + 1) and (meant := self._native(number, texts, at)):
                found.append(self._placed(self._made(meant, number, at, at + 1, at + 1)))
                continue
            if says_which(texts, at + 1) and (meant := self._of_two(number, texts, at)):
                found.append(self._placed(self._made(meant, number, at, at + 1, at + 1)))
                continue
            phrase = phrase_at(texts, at)
            if phrase is None or is_apposed(texts, at):
                continue
            phrase = given_to(texts, at, phrase)
            for first, head in parts(texts, phrase):
                if head in taken or (number, head) in self.heads:
                    continue
                named = named_after(texts, head + 1) if texts[head] in known() else 0
                meant = self._named_at(number, named) if named else self._meant(number, texts, first, head)
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

    def _many(self, number: int, texts: Sequence[str], at: int) -> list[Named]:
        """`the engineers`, `two directors of the bank`: the only two who are called so."""
        first = at + 1 if texts[at].lower() == "the" else at
        ones = [one_of(text) for text in texts[first : first + _LONGEST]]
        if not any(ones):
            return []
        head = first + next(at for at, one in enumerate(ones) if one)
        if (number, head) in self.heads or not all(map(is_part, texts[first:head])):
            return []
        modifiers = {text.lower() for text in texts[first:head]} - _MANY
        following = texts[head + 1] if head + 1 < len(texts) else "."
        if modifiers & lexicon.heads("other") or following in known() or (first > at and following in ("of", "for")):
            return []
        found = [self.actors[actor] for actor in self._fitting(one_of(texts[head]), modifiers)]
        told = [one for one in found if first == at or one.naming.sentence <= number]
        return [self._made(one, number, at, first, head) for one in told] if len(told) == 2 else []

    def _named_at(self, number: int, at: int) -> Named | None:
        return next((one for one in self.by_sentence.get(number, ()) if one.naming.first == at), None)

    def _native(self, number: int, texts: Sequence[str], at: int) -> Named | None:
        """`The Norwegian, second in May, was`: who is said to be one, or the only person near."""
        told = self.natives.get(land_of(texts[at + 1]), set())
        told = self.nearby.around(number) & told or told
        if told:
            return self.actors[next(iter(told))] if len(told) == 1 else None
        opens = texts[at] == "The" and self.nearby.only(number, at, (ActorType.PERSON,))
        return opens or None

    def _of_two(self, number: int, texts: Sequence[str], at: int) -> Named | None:
        some = self.by_sentence.get(number, [])
        end = bisect_right(some, at, key=lambda one: one.naming.first)
        here = [one for one in some[max(0, end - MOST) : end] if one.naming.last <= at]
        return which_of(bare(texts[at + 1]).lower(), here, self.by_sentence.get(number - 1, ()))

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

    def _meant(
        self, number: int, texts: Sequence[str], first: int, head: int, told: frozenset[str] = frozenset()
    ) -> Named | None:
        """Whom a phrase means, without the words before its noun that have been told already."""
        noun = spelled(bare(texts[head]).lower())
        modifiers = {spelled(text.lower()) for text in texts[first:head] if text[0].isalpha()}
        if noun in _RENEWED:
            modifiers.discard("new")
        modifiers -= told
        seats = self._seats(number, texts, first, head) if noun in lexicon.heads("company") else frozenset()
        if seats - told:
            one = self._meant(number, texts, first, head, seats)
            return one if one and self.nearby.holds(one.actor, number, 1) else None
        if modifiers & lexicon.heads("other"):
            return None
        following = texts[head + 1] if head + 1 < len(texts) else "."
        aged = noun == "year-old" or ("year-old" in modifiers and (noun in people() or noun.endswith(_DOERS)))
        once = "former" in modifiers and noun not in known() and is_noun(noun)
        if noun not in known() and not aged and not once:
            return None
        if following[:1].isupper() and texts[head] == bare(texts[head]) and following not in lexicon.words("days"):
            return None
        if noun == "head" and texts[head + 1 : head + 3] == ["of", "state"]:
            some = [self.called.get(ruler, {}) for ruler in _RULERS]
            rulers = {actor for actors in some if len(actors) < MOST_CALLED for actor in actors}
            return self.actors[rulers.pop()] if len(rulers) == 1 else None
        if noun in lexicon.heads("state") and any(is_demonym(word) for word in modifiers):
            return None
        actors = [actor for actor in self._fitting(noun, modifiers - {"year-old"}) if self._is_at_hand(actor, number)]
        if noun in OFFICES and first < head and (one := self.offices.holder(texts, first, head)):
            return one
        if noun == "army":  # of the state, not the Army of the Faithful
            actors = [actor for actor in actors if self.actors[actor].kind is not ActorType.ARMED_GROUP]
        if noun in lexicon.heads("holder") and any(map(is_demonym, modifiers)):
            actors = [actor for actor in actors if self.nearby.holds(actor, number)]
        if not actors and not self.called.get(noun) and following not in ("of", "for"):
            alike = {actor for other in same_meaning(noun) for actor in self._fitting(other, modifiers - {"year-old"})}
            actors = list(alike) if len(alike) == 1 else []
        if actors:
            return self.nearby.nearest(number, first, actors) or self._told_apart(noun, modifiers, actors)
        if aged:
            one = self._aged(number, texts, first, head)
            return None if one and self._says(one, number, texts, first) else one
        this = noun in _ANYBODY and texts[first - 1].lower() == "this"
        if once or (noun in people() and (this or not modifiers.isdisjoint(_ONCE))):
            return self.nearby.only(number, first, (ActorType.PERSON,))
        if self._is_taken(noun, number) or following in ("of", "for"):
            return None
        return self.of_kind(number, first, noun, modifiers) or self.varied(number, first, noun, modifiers)

    def _told_apart(self, noun: str, modifiers: set[str], actors: list[int]) -> Named | None:
        """`the internationally recognised government`, before it is named: the one body whose own name has the noun."""
        one = self.actors[actors[0]]
        is_own = noun in one.name.lower().split() and " " in one.name
        return one if len(actors) == 1 and is_own and not modifiers.issubset(lexicon.heads("shifting")) else None

    def _seats(self, number: int, texts: Sequence[str], first: int, head: int) -> frozenset[str]:
        """Where somebody is at home, which tells nothing more: `the Toronto company`."""
        here = [one for one in self.by_sentence.get(number, ())[:MOST] if first <= one.naming.first < head]
        words = (texts[one.naming.first : one.naming.last] for one in here if one.kind is ActorType.PLACE)
        return frozenset(text.lower() for some in words for text in some)

    def _says(self, one: Named, number: int, texts: Sequence[str], at: int) -> bool:
        """`X said the 23-year-old died`: of somebody else than X."""
        here = [each.naming.last for each in self.by_sentence.get(number, ())[:MOST] if each.actor == one.actor]
        return any(last < at and not lexicon.verbs("say").isdisjoint(texts[last : min(at, last + 3)]) for last in here)

    def _is_at_hand(self, actor: int, number: int) -> bool:
        """A body that the world knows is meant by `the bank` only where it was just named."""
        return self.actors[actor].naming.entry is None or self.nearby.holds(actor, number)

    def _is_taken(self, noun: str, number: int) -> bool:
        """Whether the text calls somebody so already."""
        return any(self._is_at_hand(actor, number) for actor in islice(self.called.get(noun, ()), MOST_CALLED))

    def _fitting(self, noun: str, modifiers: set[str]) -> list[int]:
        """The actors called so, if nothing before the noun says that another one is meant."""
        found = []
        shifting = lexicon.heads("shifting")
        some = self.called.get(noun, {})
        if len(some) > MOST_CALLED:
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
        one = self.nearby.only(number, first, (ActorType.PERSON,)) or self.nearby.newcomer(number, self.actors)
        return None if one and any(one.actor in actors for actors in self.ages.values()) else one
