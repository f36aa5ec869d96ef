"""Words that mean an actor without naming it: pronouns, `the group`, `his company`, `the two sides`, a role.

Each is resolved only where exactly one actor near fits; what stays open ties nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import compress

from briefing.extract import lexicon
from briefing.extract.clause_words import OWNERS
from briefing.extract.epithets import (
    ARMED_NOUNS,
    BODIES,
    BODY_NOUNS,
    OPEN_NOUNS,
    bodies,
    led,
    roles,
    spelled,
    vessels,
)
from briefing.extract.it_acts import it_acts
from briefing.extract.naming import Sentence
from briefing.extract.owned import Owned
from briefing.extract.pair_nouns import COUNTS, SIDES, kinds_of, kinds_of_many
from briefing.extract.parties import Parties
from briefing.extract.phrases import one_of
from briefing.extract.reference_words import (
    ARTICLES,
    HE,
    IT,
    OWNER,
    PERSONAL,
    QUOTE,
    SHE,
    SHORT,
    THE,
    THEY,
    mark,
    opens_pair,
)
from briefing.extract.rivals import PERSON, Rivals
from briefing.extract.seen import MOST, OPENING, may_act
from briefing.extract.speech import speaker_of, spoken
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named
from briefing.extract.trades import Trades
from briefing.extract.votes import is_verb
from briefing.model.actor import ActorType

_THINGS = SIDES | {ActorType.OTHER}
_FAR = 8
"""Sentences back in which somebody known by role may stand."""
_LONGEST_DESCRIPTION = 5
_Speech = tuple[list[bool], set[str]]
"""Which words of a sentence are spoken, and whether `he` or `she` stands around them."""


class References(Rivals):
    """Walks the sentences of an article, in order, and keeps in mind who was named last."""

    def __init__(self, sentences: list[Sentence], named: list[Named]) -> None:
        super().__init__(sentences, named)
        self.roles, self.bodies, self.led = roles(named), bodies(named, sentences), led(named, sentences)
        self.vessels = vessels(named, sentences)
        self.parties = Parties(sentences, self.by_sentence, self.bodies)
        self.owned = Owned(sentences, named, self.by_sentence)
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
        found, quoted = list(names), number in self.inner
        speech: _Speech | None = None
        self.by_sentence[number] = found
        texts = sentence.words.texts
        for at in compress(range(len(texts)), map(mark, texts)):
            text, kind = texts[at], mark(texts[at])
            if kind == QUOTE:
                quoted = text == "“" or (text == '"' and not quoted)
                continue
            meant: list[Named] = []
            if quoted and text in PERSONAL and at not in taken:
                speech = speech or self._speech(number)
                meant = self._in_speech(number, at, PERSONAL[text], speech)
            elif kind == THE and not (at + 1 < len(texts) and opens_pair(texts[at + 1])):
                continue
            elif not quoted and (kind == OWNER) == (at in taken):
                meant = self._at(number, at, text.lower(), at in taken)
            for one in meant:
                place = bisect_right(found, one.naming.first, key=lambda known: known.naming.first)
                found.insert(place, one)
        return found

    def _at(self, number: int, at: int, low: str, is_name: bool) -> list[Named]:
        found: list[Named] = []
        low = SHORT.get(low, low)
        if is_name:
            return self._described(number, at, low)
        if low in OWNERS and self.word(number, at + 1) == "client" and (client := self._client(number)):
            return [self.made(client, number, at, at + 2, TieRule.DESCRIPTION)]
        if low in HE or low in SHE:
            found = self._person(number, at, "he" if low in HE else "she")
            if low in SHE and self.vessels and (ship := self._ship(number, at)):
                found = ship
        elif low == "both" and at == 0 and is_verb(self.word(number, 1)):
            found = self._both(number, at)
        elif low == "they" and at <= OPENING and number and self.opens_with_many(number - 1):
            found = []
        elif low in THEY and (low != "they" or not self._said_by_others(number, at)):
            found = self._both(number, at) or self.one(self._many_before(number, at), number, at)
            if not found and low == "they" and at <= OPENING:
                two = self.parties.persons(number - 1, len(self.sentences[number - 1].words)) if number else []
                found = [self.made(one, number, at, at + 1, TieRule.PRONOUN) for one in two]
        elif (
            low in IT
            and (low != "it" or self.word(number, at - 1) != "which")
            and (low != "it" or it_acts(self.sentences[number].words.texts, at + 1))
        ):
            fitting = self.without_objects(self.before(number, at, _THINGS), number, at)
            found = [] if low == "it" and fitting and self.is_thing(number, fitting) else self.one(fitting, number, at)
        if low in ARTICLES:
            found = found + self._described(number, at, low, found)
        return found

    def _many_before(self, number: int, at: int) -> list[Named]:
        """Bodies and states that may be `they`: not one that only says, at the end of a sentence, what others do."""
        return [
            one
            for one in self.before(number, at, SIDES)
            if one.naming.sentence == number
            or one.naming.first <= OPENING
            or self.word(one.naming.sentence, one.naming.last) not in lexicon.verbs("say")
        ]

    def _said_by_others(self, number: int, at: int) -> bool:
        """`his relatives in Miami said they would`: who says it has no name."""
        texts = self.sentences[number].words.texts
        verb = at - 2 if at > 1 and texts[at - 1] == "that" else at - 1
        if verb < 1 or texts[verb] not in lexicon.verbs("say"):
            return False
        here = self.by_sentence.get(number, [])
        end = bisect_right(here, at, key=lambda one: one.naming.first)
        here = here[max(0, end - MOST) : end]
        return not any(verb - 2 <= one.naming.last <= verb and not one.naming.scenery for one in here)

    def _both(self, number: int, at: int) -> list[Named]:
        """`they` right after two who were named together."""
        two = self.parties.they(number) if at <= OPENING else []
        return [self.made(one, number, at, at + 1, TieRule.PRONOUN) for one in two]

    def _person(self, number: int, at: int, gender: str) -> list[Named]:
        fitting = self.before(number, at, PERSON, gender)
        fitting = self.others(fitting, number, at, gender)
        found = self.one(fitting, number, at)
        if found and self.is_another(number, at, fitting[-1]):
            return []
        if found:
            self.genders.setdefault(found[0].actor, gender)
        return found

    def _client(self, number: int) -> Named | None:
        """`X's lawyer said his client had`, `X, defending, said her client had`: of whom the sentences before are."""
        here = self.by_sentence.get(number, [])[:MOST]
        owner = self.word(number, here[0].naming.last - 1) if here else ""
        if here and here[0].kind is ActorType.PERSON and (owner in ("His", "Her") or owner.endswith(("'s", "’s"))):
            return here[0]
        present = {one.actor for one in here}
        for some in self.back(number):
            if fitting := [one for one in some if may_act(one, PERSON) and one.actor not in present]:
                return fitting[0]
        return None

    def _speech(self, number: int) -> _Speech:
        texts = self.sentences[number].words.texts
        marks = spoken(texts, is_open=number in self.inner)
        around = {text.lower() for text, inside in zip(texts, marks, strict=True) if not inside}
        return marks, {PERSONAL[low] for low in around & PERSONAL.keys()}

    def _in_speech(self, number: int, at: int, gender: str, speech: _Speech) -> list[Named]:
        """`"He left," X said`: somebody else than whoever is named around the words."""
        marks, around = speech
        here = self.by_sentence.get(number, [])[:MOST]
        outside = {one.actor for one in here if not marks[one.naming.first]}
        if gender in around:
            return []
        inner = [one for one in here if marks[one.naming.first] and one.naming.first < at]
        if number in self.inner and (one := speaker_of(self.sentences[number - 1].words.texts, self.back(number)[0])):
            outside.add(one.actor)
        for some in (inner, *self.back(number)):
            fitting = [o for o in some if may_act(o, PERSON) and self.may_be(o, gender) and o.actor not in outside]
            if fitting:
                return self.one(fitting, number, at)
        return []

    def _ship(self, number: int, at: int) -> list[Named]:
        """`She was raised on Monday`, of a ship that was named after the last woman."""
        here = [one for one in self.by_sentence.get(number, [])[:MOST] if one.naming.first < at]
        for some in (here, *self.back(number)):
            if any(one.kind is ActorType.PERSON and self.may_be(one, "she") for one in some):
                return []
            if ships := [one for one in some if one.actor in self.vessels]:
                return self.one(ships, number, at)
        return []

    def _described(self, number: int, at: int, low: str, owners: Sequence[Named] = ()) -> list[Named]:
        """A description that begins at an article or owner: `the deputy defence minister`, `his group`."""
        texts = self.sentences[number].words.texts
        phrase: list[str] = []
        for last in range(at + 1, min(len(texts), at + 1 + _LONGEST_DESCRIPTION)):
            word = texts[last]
            if not word[0].isalpha() or not word.islower() or word in lexicon.words("no_description"):
                break
            phrase.append(spelled(word))
            following = texts[last + 1] if last + 1 < len(texts) else ""
            found = self._meant(number, at, low, phrase, following, owners)
            if found and following not in ("of", "for") and not following[:1].isupper():
                return [self.made(one, number, at, last + 1, TieRule.DESCRIPTION) for one in found]
        return []

    def _meant(
        self, number: int, at: int, low: str, phrase: list[str], following: str, owners: Sequence[Named]
    ) -> list[Named]:
        head = phrase[-1]
        if low in OWNERS:
            if len(phrase) == 1 and (head in ARMED_NOUNS or head in BODY_NOUNS):
                return self._led_by(number, at)
            one = self.owned.meant(number, low, phrase, owners)
            return [one] if one else []
        if phrase[0] in COUNTS:
            is_all = len(phrase) == 1 and (is_verb(following) or following in lexicon.verbs("be_have"))
            kinds = kinds_of(head, counted=True) or (PERSON if one_of(head) else frozenset())
            if is_all:
                return self.parties.so_many(number, COUNTS[phrase[0]])
            return self.parties.so_many(number, COUNTS[phrase[0]], kinds) if kinds and len(phrase) == 2 else []
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
        near = self.before(number, at, BODIES, far=True) if noun in OPEN_NOUNS else []
        return near[:1] if len({one.actor for one in near}) == 1 else []

    def _led_by(self, number: int, at: int) -> list[Named]:
        """`whose group`, `his company`: what the person named last leads."""
        people = self.before(number, at - 1, PERSON, "")
        found = [body for one in people[-1:] for body in self.led.get(one.actor, ())]
        return found[:1] if len({body.actor for body in found}) == 1 else []
