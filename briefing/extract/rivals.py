"""Whom a pronoun cannot mean: the object of its own verb, the one spoken of, who is named before another subject."""

from __future__ import annotations

from bisect import bisect_right

from briefing.extract import lexicon
from briefing.extract.clause_words import OWNERS, listed
from briefing.extract.naming import Sentence
from briefing.extract.phrases import one_of, people, phrase_at
from briefing.extract.seen import MOST, OPENING, Seen, may_act
from briefing.extract.speech import opened, spoken
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType

PERSON = frozenset([ActorType.PERSON])
_SAME_CLAUSE = 4
"""Words between a subject and an object of its verb, at most."""
_FAR = 12
"""Words from a pronoun to the object of its verb, at most."""
_ARTICLES = frozenset(["the", "a", "an"])
_JOINTS = listed("and that who when as after because but if before while to for") | {","}
_AFTER = listed("on in at to for with from by and that as of last this what")
"""After `her` these show that it owns nothing."""
_IS = frozenset([",", "was", "is", "named", "called", "as"])
"""Before a name these show that a description goes with it."""
_SUBJECT = 6
"""Words behind a noun in which what belongs to it is named: `The decision of the court of X`."""
_BESIDE = 2
"""Words from a description to the name that it goes with: a comma, a title."""


class Rivals(Seen):
    """The sentences of an article with all who are named in them, and those without a name who are meant instead."""

    def __init__(self, sentences: list[Sentence], named: list[Named]) -> None:
        super().__init__(sentences, named)
        self.inner = opened(sentences)
        self._marked, self._marks = -1, list[bool]()

    def others(self, fitting: list[Named], number: int, at: int, gender: str) -> list[Named]:
        """Those of some people whom `he` or `she` may mean in its place."""
        fitting = self._not_done_to(self._not_itself(fitting, number, at, gender), number, at, gender)
        return self._not_spoken_of(fitting, number, at, gender)

    def is_another(self, number: int, at: int, one: Named) -> bool:
        """Whether somebody without a name stands nearer to a pronoun."""
        return self._another(number, at, one) or self._skips(number, one)

    def _not_itself(self, fitting: list[Named], number: int, at: int, gender: str) -> list[Named]:
        """`X told him`: somebody else than X."""
        texts = self.sentences[number].words.texts
        following = texts[at + 1] if at + 1 < len(texts) else "."
        is_object = texts[at] == "him" or (texts[at] == "her" and (not following[0].isalpha() or following in _AFTER))
        if not is_object or not fitting or fitting[-1].naming.sentence != number:
            return fitting
        owner = texts[fitting[-1].naming.last - 1]
        if owner != bare(owner) or owner.lower() in OWNERS:
            return fitting  # His wife saw him
        last = fitting[-1].naming.last
        if at - last > _SAME_CLAUSE or not _JOINTS.isdisjoint(texts[last:at]):
            return fitting
        others = [one for one in fitting if one.actor != fitting[-1].actor]
        return others or self._persons_before(number, gender, fitting[-1].actor)

    def _not_done_to(self, fitting: list[Named], number: int, at: int, gender: str) -> list[Named]:
        """`He called on X`: somebody else than X."""
        texts = self.sentences[number].words.texts
        if texts[at].lower() not in ("he", "she") or not fitting:
            return fitting
        here = self.by_sentence[number]
        place = bisect_right(here, at, key=lambda one: one.naming.first)
        met = [
            one.actor
            for one in here[place : place + _SAME_CLAUSE]
            if one.naming.first - at <= _FAR
            if one.kind is ActorType.PERSON and not one.rule and _JOINTS.isdisjoint(texts[at : one.naming.first])
        ]
        others = [one for one in fitting if one.actor not in met]
        return others or self._persons_before(number, gender, fitting[-1].actor)

    def _marks_of(self, number: int) -> list[bool]:
        """Which words of a sentence are spoken; kept for the sentence asked for last."""
        if self._marked != number:
            texts = self.sentences[number].words.texts
            self._marked, self._marks = number, spoken(texts, is_open=number in self.inner)
        return self._marks

    def without_objects(self, fitting: list[Named], number: int, at: int) -> list[Named]:
        """`It bought the ship`: something else than the ship."""
        texts = self.sentences[number].words.texts
        if texts[at].lower() != "it" or not fitting:
            return fitting
        here = self.by_sentence[number]
        place = bisect_right(here, at, key=lambda one: one.naming.first)
        after = [one for one in here[place : place + _SAME_CLAUSE] if one.naming.first - at <= _FAR]
        met = [one.actor for one in after if _JOINTS.isdisjoint(texts[at : one.naming.first])]
        return [one for one in fitting if one.actor not in met]

    def _not_spoken_of(self, fitting: list[Named], number: int, at: int, gender: str) -> list[Named]:
        """`"I spoke to X," she said`: who speaks is somebody else than whom the words name."""
        here = [one for one in fitting if one.naming.sentence == number and one.naming.first < at]
        if not here:
            return fitting
        marks = self._marks_of(number)
        inner = {one.actor for one in here if marks[one.naming.first]} - {
            o.actor for o in here if not marks[o.naming.first]
        }
        if not inner or marks[at]:
            return fitting
        others = [one for one in fitting if one.actor not in inner]
        return others or self._persons_before(number, gender, fitting[-1].actor)

    def _persons_before(self, number: int, gender: str, actor: int) -> list[Named]:
        """People of the nearest sentence before that names any but this one."""
        for some in self.back(number):
            if fitting := [o for o in some if may_act(o, PERSON) and self.may_be(o, gender) and o.actor != actor]:
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
            texts[word] in lexicon.words("roles")
            and (texts[word - 1] in _ARTICLES or (texts[word - 2] in _ARTICLES and texts[word + 1] in ("who", "whose")))
            for word in range(max(one.naming.last + 2, at - 15), at)
        )

    def _skips(self, number: int, one: Named) -> bool:
        """`The gunman shot X. He fled`: a sentence from this one on opens with somebody else, who has no name."""
        return any(self._opens_unnamed(back) for back in range(one.naming.sentence, number))

    def is_thing(self, number: int, fitting: list[Named]) -> bool:
        """`The bridge crosses into X. It fell`: a sentence opens with a thing, or with a body that nobody names."""
        for back in range(fitting[0].naming.sentence, number):
            texts = self.sentences[back].words.texts
            phrase = phrase_at(texts, 0) if texts[0] in ("A", "An", "The", "This") else None
            if phrase is None or phrase.owner != phrase.first or texts[phrase.head].endswith("s"):
                continue
            if not any(one.naming.first <= phrase.last + _SUBJECT for one in self.by_sentence.get(back, [])[:MOST]):
                return True
        return False

    def _opens_unnamed(self, number: int) -> bool:
        """Whether a sentence opens with somebody who has no name, of whom a text goes on as `he`."""
        texts = self.sentences[number].words.texts
        if texts[0] not in ("A", "An", "The", "One", "Another"):
            return False
        phrase = phrase_at(texts, 0)
        if phrase is None or phrase.owner != phrase.first or texts[phrase.head] not in people():
            return False
        here = self.by_sentence.get(number, [])[:MOST]
        some = [one.naming.first for one in here if one.kind is ActorType.PERSON]
        return not any(texts[first - 1] in _IS or self._goes_with(texts, phrase.last, first) for first in some)

    def opens_with_many(self, number: int) -> bool:
        """`Two teenagers were held.`: a sentence opens with several people who have no name; `they` are these."""
        texts = self.sentences[number].words.texts
        head = next((at for at, text in enumerate(texts[:OPENING]) if one_of(text.lower())), -1)
        if head < 0 or not all(text.islower() for text in texts[1:head]):
            return False
        return not any(one.naming.first <= head + OPENING for one in self.by_sentence.get(number, [])[:1])

    def _goes_with(self, texts: list[str], last: int, first: int) -> bool:
        """`The gunman, X,`, `The bishop Dr X`, not `The gunman attacked X`."""
        does = texts[first - 1].endswith("ed") or texts[first - 1] in lexicon.verbs("past")
        return first <= last + _BESIDE and not does
