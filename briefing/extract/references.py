"""Words that mean an actor without naming it: pronouns, `the group`, `his company`, `the two sides`, a role.

Each is resolved only where exactly one actor near fits; what stays open ties nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.naming import Naming, Sentence
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named
from briefing.model.actor import ActorType
from briefing.model.fold import fold
from briefing.model.text import Span

_HE = frozenset(["he", "she", "his", "her", "him", "himself", "herself"])
_THEY = frozenset(["they", "their", "them", "themselves"])
_IT = frozenset(["it", "its", "itself"])
_OWN = frozenset(["his", "her", "its", "their", "whose"])
_BODIES = frozenset([ActorType.ORGANISATION, ActorType.ARMED_GROUP])
_MANY = _BODIES | {ActorType.STATE}
_ARMED_NOUNS = listed(
    "group militia movement rebels fighters insurgents militants mercenaries gunmen separatists guerrillas"
)
_BODY_NOUNS = listed(
    "company firm bank union ministry agency party court club organisation organization charity airline operator "
    "federation confederation commission committee council group consortium newspaper broadcaster authority "
    "regulator board association government parliament army insurer owner university hospital institute "
    "foundation trust"
)
_PAIRS = frozenset(["sides", "parties", "countries", "states", "governments", "neighbours", "neighbors", "armies"])
_PEOPLE_PAIRS = frozenset(["leaders", "men", "women", "ministers", "presidents", "defendants"])
_ARTICLES = frozenset(["the", "both", *_OWN])
_NEAR = 3
"""Sentences back in which the one meant may stand."""
_MOST = 12
"""Names of a sentence that are looked at."""
_LONGEST_DESCRIPTION = 5
_SPELLINGS = {"defense": "defence", "harbor": "harbour", "organization": "organisation", "labor": "labour"}


class References:
    """Walks the sentences of an article and keeps in mind who was named last."""

    def __init__(self, sentences: list[Sentence], named: list[Named]) -> None:
        self.sentences = sentences
        self.by_sentence: dict[int, list[Named]] = {}
        for one in named:
            self.by_sentence.setdefault(one.naming.sentence, []).append(one)
        self.present = {(one.actor, one.naming.sentence) for one in named}
        self.roles = _roles(named)
        self.heads = _heads(named)
        self.led = _led(named)

    def in_sentence(self, number: int) -> list[Named]:
        """What the words of one sentence mean beside its names, in order."""
        sentence = self.sentences[number]
        found: list[Named] = []
        if sentence.is_title:
            return found
        taken = {at for one in self.by_sentence.get(number, ()) for at in range(one.naming.first, one.naming.last)}
        quoted = False
        for at, text in enumerate(sentence.words.texts):
            if text in ('"', "“", "”"):
                quoted = text == "“" or (text == '"' and not quoted)
            elif quoted:
                continue
            elif at not in taken:
                found.extend(self._at(number, at))
            elif text.endswith(("'s", "s'")):
                found.extend(self._described(number, at))
        return found

    def _at(self, number: int, at: int) -> list[Named]:
        low = self.sentences[number].words.texts[at].lower()
        found: list[Named] = []
        if low in _HE:
            found = self._one(self._before(number, at, frozenset([ActorType.PERSON])), number, at, at + 1)
        elif low in _THEY or (low in _IT and (low != "it" or self._acts(number, at + 1))):
            found = self._one(self._before(number, at, _MANY), number, at, at + 1)
        if low in _ARTICLES:
            found = found + self._described(number, at)
        return found

    def _acts(self, number: int, at: int) -> bool:
        """`it said`, `it had sent`; not `it was clear that`."""
        texts = self.sentences[number].words.texts
        word = texts[at].lower() if at < len(texts) else ""
        return word in lexicon.verbs("say") or word in ("has", "had", "will", "would") or (
            word in lexicon.verbs("past") and word not in ("was", "were", "took", "cost"))  # fmt: skip

    def _before(self, number: int, at: int, kinds: frozenset[ActorType]) -> list[Named]:
        """Those of these kinds in the same sentence before, or else in the nearest sentence before that has any."""
        here = self.by_sentence.get(number, [])
        end = bisect_right(here, at, key=lambda one: one.naming.last)
        own = [one for one in here[max(0, end - _MOST) : end] if _may_act(one, kinds)]
        if own:
            return own
        for back in range(number - 1, max(-1, number - _NEAR), -1):
            fitting = [one for one in self.by_sentence.get(back, [])[:_MOST] if _may_act(one, kinds)]
            if fitting:
                return fitting
        return []

    def _one(self, fitting: list[Named], number: int, first: int, last: int) -> list[Named]:
        """The only actor that fits, or of several the one that opens its sentence."""
        if not fitting:
            return []
        if len({one.actor for one in fitting}) > 1:
            head = fitting[0]
            if head.naming.first > 4 or head.naming.sentence == number or head.kind is not ActorType.PERSON:
                return []
            fitting = [head]
        return [self._made(fitting[0], number, first, last, TieRule.PRONOUN)]

    def _made(self, one: Named, number: int, first: int, last: int, rule: TieRule) -> Named:
        words = self.sentences[number].words
        span = Span(words.starts[first], words.ends[last - 1])
        naming = Naming(number, first, last, span, " ".join(words.texts[first:last]), one.kind, sure=False)
        before = words.texts[first - 1].lower() if first else ""
        naming.scenery = before in lexicon.words("before_place")
        return Named(naming, one.actor, one.kind, one.name, rule)

    def _described(self, number: int, at: int) -> list[Named]:
        """A description that begins at an article or owner: `the deputy defence minister`, `his group`."""
        texts = self.sentences[number].words.texts
        low = texts[at].lower()
        phrase: list[str] = []
        for last in range(at + 1, min(len(texts), at + 1 + _LONGEST_DESCRIPTION)):
            word = texts[last]
            if not word[0].isalpha() or not word.islower() or word in lexicon.words("no_description"):
                break
            phrase.append(_SPELLINGS.get(word, word))
            found = self._meant(number, at, low, phrase)
            if found:
                return [self._made(one, number, at, last + 1, TieRule.DESCRIPTION) for one in found]
        return []

    def _meant(self, number: int, at: int, low: str, phrase: list[str]) -> list[Named]:
        head = phrase[-1]
        if low in _OWN:
            return self._led_by(number, at) if len(phrase) == 1 and head in _ARMED_NOUNS | _BODY_NOUNS else []
        if head in _PAIRS or head in _PEOPLE_PAIRS:
            two = low == "both" or phrase[0] == "two"
            return self._pair(number, at, _MANY if head in _PAIRS else frozenset([ActorType.PERSON])) if two else []
        role = self.roles.get(" ".join(phrase), {})
        if len(role) == 1 and (len(phrase) > 1 or self._is_near(next(iter(role.values())), number)):
            return list(role.values())
        if head in _ARMED_NOUNS or head in _BODY_NOUNS:
            return self._body(number, at, head)
        return []

    def _is_near(self, one: Named, number: int) -> bool:
        return any((one.actor, back) in self.present for back in range(number - 8, number + 1))

    def _body(self, number: int, at: int, noun: str) -> list[Named]:
        """The one body whose name has this word, or the only body near."""
        named = self.heads.get(noun, {})
        if named:
            return list(named.values()) if len(named) == 1 else []
        if noun in ("government", "parliament", "army", "court", "ministry"):
            return []
        kinds = frozenset([ActorType.ARMED_GROUP]) if noun in _ARMED_NOUNS - {"group"} else _BODIES
        near = self._before(number, at, kinds)
        return near[:1] if len({one.actor for one in near}) == 1 else []

    def _led_by(self, number: int, at: int) -> list[Named]:
        """`whose group`, `his company`: what the person named last leads."""
        people = self._before(number, at, frozenset([ActorType.PERSON]))
        led = {id(body): body for one in people[-1:] for body in self.led.get(one.actor, ())}
        return list(led.values()) if len({body.actor for body in led.values()}) == 1 else []

    def _pair(self, number: int, at: int, kinds: frozenset[ActorType]) -> list[Named]:
        seen: dict[int, Named] = {}
        for back in range(number, max(-1, number - _NEAR), -1):
            for one in self.by_sentence.get(back, [])[:_MOST]:
                if _may_act(one, kinds) and (back < number or one.naming.last <= at):
                    seen.setdefault(one.actor, one)
            if len(seen) >= 2:
                break
        return list(seen.values()) if len(seen) == 2 else []


def _may_act(one: Named, kinds: frozenset[ActorType]) -> bool:
    scenery = one.naming.scenery and one.kind is ActorType.STATE
    return one.kind in kinds and one.naming.ties and not scenery


def _roles(named: list[Named]) -> dict[str, dict[int, Named]]:
    """People by what the text calls them, whole phrase and its last words."""
    found: dict[str, dict[int, Named]] = {}
    for one in named:
        if one.kind is not ActorType.PERSON:
            continue
        for phrase in (one.naming.role, *one.naming.descriptions):
            words = [_SPELLINGS.get(word, word) for word in fold(phrase).split()][-_LONGEST_DESCRIPTION:]
            words = [word for word in words if word not in ("the", "a", "an", "his", "her")]
            for start in range(len(words)):
                found.setdefault(" ".join(words[start:]), {}).setdefault(one.actor, one)
    return found


def _heads(named: list[Named]) -> dict[str, dict[int, Named]]:
    found: dict[str, dict[int, Named]] = {}
    for one in named:
        if one.kind in _BODIES:
            for word in one.naming.words:
                if word.lower() in _BODY_NOUNS or word.lower() in _ARMED_NOUNS:
                    found.setdefault(word.lower(), {}).setdefault(one.actor, one)
    return found


def _led(named: list[Named]) -> dict[int, list[Named]]:
    """By person, the bodies named in the role before the person: `Wagner chief Yevgeny Prigozhin`."""
    found: dict[int, list[Named]] = {}
    for before, one in pairwise(named):
        same = before.naming.sentence == one.naming.sentence
        if not same or one.kind is not ActorType.PERSON or before.kind not in _BODIES:
            continue
        gap = one.naming.first - before.naming.last
        roles = one.naming.role or " ".join(one.naming.descriptions)
        if (0 < gap <= 2 and roles) or before.naming.surface in roles:
            found.setdefault(one.actor, []).append(before)
    return found
