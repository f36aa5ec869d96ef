"""Words that mean an actor without naming it: pronouns, `the group`, `his company`, `the two sides`, a role.

Each is resolved only where exactly one actor near fits; what stays open ties nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.epithets import (
    ARMED_NOUNS,
    BODIES,
    BODY_NOUNS,
    OPEN_NOUNS,
    bodies,
    genders,
    led,
    roles,
    spelled,
    vessels,
)
from briefing.extract.it_acts import it_acts
from briefing.extract.naming import Naming, Sentence
from briefing.extract.parties import Parties, kinds_of, kinds_of_many
from briefing.extract.phrases import people
from briefing.extract.reference_words import ARTICLES, HE, IT, OWN, OWNER, QUOTE, SHE, THE, THEY, mark, opens_pair
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named
from briefing.extract.trades import Trades
from briefing.extract.votes import is_verb
from briefing.model.actor import ActorType
from briefing.model.text import Span

_MANY = BODIES | {ActorType.STATE}
_THINGS = _MANY | {ActorType.OTHER}
_PERSON = frozenset([ActorType.PERSON])
_NEAR = 4
"""Sentences back up to which the one meant may stand."""
_FAR = 8
"""Sentences back in which somebody known by role may stand."""
_SAME_CLAUSE = 4
"""Words between a subject and an object of its verb, at most."""
_JOINTS = listed("and that who when as after because but if before while to for") | {","}
_AFTER = listed("on in at to for with from by and that as of last this what")
"""After `her` these show that it owns nothing."""
_LONGEST_DESCRIPTION = 5
_MOST = 12
"""Names of a sentence that are looked at."""
_OPENING = 4
"""Words before the one who opens a sentence."""


class References:
    """Walks the sentences of an article, in order, and keeps in mind who was named last."""

    def __init__(self, sentences: list[Sentence], named: list[Named]) -> None:
        self.sentences = sentences
        self.by_sentence: dict[int, list[Named]] = {}
        for one in named:
            self.by_sentence.setdefault(one.naming.sentence, []).append(one)
        self.roles, self.bodies, self.led = roles(named), bodies(named, sentences), led(named, sentences)
        self.genders = genders(named, sentences)
        self.vessels = vessels(named, sentences)
        self.parties = Parties(sentences, self.by_sentence, self.bodies)
        self.present = {(one.actor, one.naming.sentence) for one in named}

    @cached_property
    def trades(self) -> Trades:
        """Of whom the text says what they are by trade: the lawyer is not the economist."""
        return Trades(self.sentences, self.by_sentence)

    def read(self, number: int) -> list[Named]:
        """Who is meant in a sentence, by name or otherwise, in order; to be called once for each, in order."""
        sentence = self.sentences[number]
        names = self.by_sentence.get(number, [])
        if sentence.is_title or not self.by_sentence:
            return names
        taken = {at for one in names for at in range(one.naming.first, one.naming.last)} if names else ()
        found, quoted = list(names), False
        self.by_sentence[number] = found
        texts = sentence.words.texts
        for at, kind in enumerate(map(mark, texts)):
            if not kind:
                continue
            text = texts[at]
            if kind == QUOTE:
                quoted = text == "“" or (text == '"' and not quoted)
            elif not quoted and (kind == OWNER) == (at in taken):
                if kind == THE and not (at + 1 < len(texts) and opens_pair(texts[at + 1])):
                    continue
                for one in self._at(number, at, text.lower(), at in taken):
                    place = bisect_right(found, one.naming.first, key=lambda known: known.naming.first)
                    found.insert(place, one)
        return found

    def _at(self, number: int, at: int, low: str, is_name: bool) -> list[Named]:
        found: list[Named] = []
        if is_name:
            return self._described(number, at, low)
        if low in HE or low in SHE:
            found = self._person(number, at, "he" if low in HE else "she")
            if low in SHE and self.vessels and (ship := self._ship(number, at)):
                found = ship
        elif low == "both" and at == 0 and is_verb(self._word(number, 1)):
            found = self._both(number, at)
        elif low in THEY and (low != "they" or not self._said_by_others(number, at)):
            found = self._both(number, at) or self._one(self._before(number, at, _MANY), number, at)
        elif (
            low in IT
            and (low != "it" or self._word(number, at - 1) != "which")
            and (low != "it" or it_acts(self.sentences[number].words.texts, at + 1))
        ):
            found = self._one(self._before(number, at, _THINGS), number, at)
        if low in ARTICLES:
            found = found + self._described(number, at, low)
        return found

    def _it_acts(self, number: int, at: int) -> bool:
        """Not in `X, which it bought`, where it is the one who acts above (`pronouns`)."""
        return self._word(number, at - 1) != "which" and it_acts(self.sentences[number].words.texts, at + 1)

    def _said_by_others(self, number: int, at: int) -> bool:
        """`his relatives in Miami said they would`: who says it has no name."""
        texts = self.sentences[number].words.texts
        verb = at - 2 if at > 1 and texts[at - 1] == "that" else at - 1
        if verb < 1 or texts[verb] not in lexicon.verbs("say"):
            return False
        here = self.by_sentence.get(number, [])
        end = bisect_right(here, at, key=lambda one: one.naming.first)
        here = here[max(0, end - _MOST) : end]
        return not any(verb - 2 <= one.naming.last <= verb and not one.naming.scenery for one in here)

    def _word(self, number: int, at: int) -> str:
        texts = self.sentences[number].words.texts
        return texts[at] if at < len(texts) else ""

    def _both(self, number: int, at: int) -> list[Named]:
        """`they` right after two who were named together."""
        two = self.parties.they(number) if at <= _OPENING else []
        return [self._made(one, number, at, at + 1, TieRule.PRONOUN) for one in two]

    def _before(
        self, number: int, at: int, kinds: frozenset[ActorType], gender: str = "", *, far: bool = False
    ) -> list[Named]:
        """Those of these kinds in the same sentence before, or else in the nearest sentence before that has any."""
        here = self.by_sentence.get(number, [])
        end = bisect_right(here, at, key=lambda one: one.naming.first)
        back = self._back(number) if far or at <= _OPENING or ActorType.PERSON in kinds else []
        for some in (here[max(0, end - _MOST) : end], *back):
            fitting = [one for one in some if _may_act(one, kinds) and self._may_be(one, gender)]
            if fitting and ActorType.STATE in kinds:
                fitting = [one for one in fitting if one.kind is not ActorType.STATE or not self._in_scenes(one, some)]
            if fitting:
                return fitting
        return []

    def _in_scenes(self, one: Named, some: list[Named]) -> bool:
        """`to Arden and Varda`: the second is where something happens, as the first is."""
        joint = self.sentences[one.naming.sentence].words.texts[max(0, one.naming.first - 1)]
        return joint in ("and", ",") and any(
            other.naming.scenery and other.naming.last == one.naming.first - 1 for other in some
        )

    def _may_be(self, one: Named, gender: str) -> bool:
        return not gender or self.genders.get(one.actor, gender) == gender

    def _back(self, number: int) -> list[list[Named]]:
        return [self.by_sentence.get(back, [])[:_MOST] for back in range(number - 1, max(-1, number - _NEAR), -1)]

    def _person(self, number: int, at: int, gender: str) -> list[Named]:
        fitting = self._before(number, at, _PERSON, gender)
        fitting = self._not_itself(fitting, number, at, gender)
        found = self._one(fitting, number, at)
        if found and self._another(number, at, fitting[-1]):
            return []
        if found:
            self.genders.setdefault(found[0].actor, gender)
        return found

    def _ship(self, number: int, at: int) -> list[Named]:
        """`She was raised on Monday`, of a ship that was named after the last woman."""
        here = [one for one in self.by_sentence.get(number, [])[:_MOST] if one.naming.first < at]
        for some in (here, *self._back(number)):
            if any(one.kind is ActorType.PERSON and self._may_be(one, "she") for one in some):
                return []
            if ships := [one for one in some if one.actor in self.vessels]:
                return self._one(ships, number, at)
        return []

    def _not_itself(self, fitting: list[Named], number: int, at: int, gender: str) -> list[Named]:
        """`X told him`: somebody else than X."""
        texts = self.sentences[number].words.texts
        following = texts[at + 1] if at + 1 < len(texts) else "."
        is_object = texts[at] == "him" or (texts[at] == "her" and (not following[0].isalpha() or following in _AFTER))
        if not is_object or not fitting or fitting[-1].naming.sentence != number:
            return fitting
        between = texts[fitting[-1].naming.last : at]
        if len(between) > _SAME_CLAUSE or not _JOINTS.isdisjoint(between):
            return fitting
        others = [one for one in fitting if one.actor != fitting[-1].actor]
        return others or self._persons_before(number, gender, fitting[-1].actor)

    def _persons_before(self, number: int, gender: str, actor: int) -> list[Named]:
        """People of the nearest sentence before that names any but this one."""
        for some in self._back(number):
            if fitting := [o for o in some if _may_act(o, _PERSON) and self._may_be(o, gender) and o.actor != actor]:
                return fitting
        return []

    def _another(self, number: int, at: int, one: Named) -> bool:
        """Somebody without a name stands between: `X said the chairman had sold his shares`."""
        texts = self.sentences[number].words.texts
        if one.naming.sentence != number:
            return any(
                texts[word] in people() and texts[word - 1] in ("a", "an") for word in range(max(1, at - 15), at)
            )
        return any(
            texts[word] in lexicon.words("roles") and texts[word - 1] in ("the", "a", "an")
            for word in range(max(one.naming.last + 2, at - 15), at)
        )

    def _one(self, fitting: list[Named], number: int, at: int) -> list[Named]:
        """The only actor that fits, or of several the one that opens its sentence and says nothing of the others."""
        if not fitting:
            return []
        head = fitting[0]
        if len({one.actor for one in fitting}) > 1:
            texts = self.sentences[head.naming.sentence].words.texts
            following = texts[head.naming.last] if head.naming.last < len(texts) else ""
            opens = head.naming.first <= _OPENING and head.naming.sentence != number and head.kind is ActorType.PERSON
            if not opens or following == "and" or following in lexicon.verbs("say"):
                return []
        return [self._made(head, number, at, at + 1, TieRule.PRONOUN)]

    def _made(self, one: Named, number: int, first: int, last: int, rule: TieRule) -> Named:
        words = self.sentences[number].words
        span = Span(words.starts[first], words.ends[last - 1])
        naming = Naming(number, first, last, span, " ".join(words.texts[first:last]), one.kind)
        before = words.texts[first - 1].lower() if first else ""
        naming.scenery = before in lexicon.words("before_place")
        return Named(naming, one.actor, one.kind, one.name, rule)

    def _described(self, number: int, at: int, low: str) -> list[Named]:
        """A description that begins at an article or owner: `the deputy defence minister`, `his group`."""
        texts = self.sentences[number].words.texts
        phrase: list[str] = []
        for last in range(at + 1, min(len(texts), at + 1 + _LONGEST_DESCRIPTION)):
            word = texts[last]
            if not word[0].isalpha() or not word.islower() or word in lexicon.words("no_description"):
                break
            phrase.append(spelled(word))
            following = texts[last + 1] if last + 1 < len(texts) else ""
            found = self._meant(number, at, low, phrase, following)
            if found and following not in ("of", "for") and not following[:1].isupper():
                return [self._made(one, number, at, last + 1, TieRule.DESCRIPTION) for one in found]
        return []

    def _meant(self, number: int, at: int, low: str, phrase: list[str], following: str) -> list[Named]:
        head = phrase[-1]
        if low in OWN:
            leads = len(phrase) == 1 and (head in ARMED_NOUNS or head in BODY_NOUNS)
            return self._led_by(number, at) if leads else []
        if kinds := kinds_of(head, counted=low == "both" or phrase[0] == "two", each=low == "each"):
            if head == "two" and not (is_verb(following) or following in lexicon.verbs("be_have")):
                return []
            if head == "two" and kinds_of(following, counted=True):
                return []
            return self.parties.meant(number, at, head, kinds)
        many = kinds_of_many(head) if low == "the" and at == 0 and len(phrase) == 1 else frozenset()
        if many and (together := self.parties.just_named(number, many)):
            return together
        people = list(self.roles.get(" ".join(phrase), {}).values())
        if len(people) == 1 and (len(phrase) > 1 or self._is_near(people[0], number)):
            return people
        return self._body(number, at, head) if head in ARMED_NOUNS or head in BODY_NOUNS else []

    def _is_near(self, one: Named, number: int) -> bool:
        return any((one.actor, back) in self.present for back in range(number - _FAR, number + 1))

    def _body(self, number: int, at: int, noun: str) -> list[Named]:
        """The one body that the text calls so, or the only body near."""
        told = [one for one in self.bodies.get(noun, {}).values() if one.naming.sentence <= number]
        if told:
            return told if len(told) == 1 else []
        near = self._before(number, at, BODIES, far=True) if noun in OPEN_NOUNS else []
        return near[:1] if len({one.actor for one in near}) == 1 else []

    def _led_by(self, number: int, at: int) -> list[Named]:
        """`whose group`, `his company`: what the person named last leads."""
        people = self._before(number, at - 1, _PERSON, "")
        found = [body for one in people[-1:] for body in self.led.get(one.actor, ())]
        return found[:1] if len({body.actor for body in found}) == 1 else []


def _may_act(one: Named, kinds: frozenset[ActorType]) -> bool:
    scenery = one.naming.scenery and one.kind is ActorType.STATE
    return one.kind in kinds and one.naming.ties and not scenery
