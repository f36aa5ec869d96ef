"""Which of several bodies `the company` means: the one that the sentence before is about, or the whole article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from briefing.extract.clause_words import BE, PREPOSITIONS, listed
from briefing.extract.naming import Sentence
from briefing.extract.told import Named
from briefing.extract.words import bare

Fits = Callable[[Named, str], bool]
_NEAR = 3
"""Sentences back in which the one meant may be the one that a sentence is about."""
_OPENING = 6
"""Words before the one whom a sentence is about."""
_JOINTS = {";", ":"} | listed("and that when as after because but if before while since until though although where")
"""Between a name and a description these open another clause: who acts in the first may be meant in the second."""
_BESIDE = frozenset([".", "and", "or", "the", "with"])
"""Between a name and `the company` these show two."""
_MOST = 12
"""Names of a sentence that are looked at."""


class Standing:
    """The bodies of one article, by how often and where they are named."""

    def __init__(
        self, sentences: Sequence[Sentence], by_sentence: Mapping[int, list[Named]], named: Iterable[Named], fits: Fits
    ) -> None:
        self.sentences, self.by_sentence, self._fits = sentences, by_sentence, fits
        self._first: dict[int, Named] = {}
        self._weights: Counter[int] = Counter()
        for one in named:
            self._first.setdefault(one.actor, one)
            self._weights[one.actor] += 1
        self._joints: dict[int, list[int]] = {}
        """By sentence, where its clauses are joined."""
        self._foremost: dict[str, list[int]] = {}
        """By noun, the actors named most often of those that fit: asked for once, not at every mention."""

    def meant(self, number: int, at: int, noun: str) -> Named | None:
        """The one of those that a noun fits, if the text shows which; not X in `X and the company`."""
        texts = self.sentences[number].words.texts
        beside = {
            one.actor
            for one in self.by_sentence.get(number, [])[:_MOST]
            if one.naming.last < at and all(texts[word] in _BESIDE for word in range(one.naming.last, at))
        }
        for back in range(number, max(-1, number - _NEAR - 1), -1):
            some = self._in_sentence(back, at if back == number else -1, noun)
            some = [one for one in some if one.actor not in beside]
            some = [one for one in some if not one.rule] or some
            if len({one.actor for one in some}) == 1:
                return some[0]
            if some:
                goes_on = back == number - 1 and at == 1
                return self._doer(some, goes_on=goes_on) or self._main(number, noun, beside)
        return self._main(number, noun, beside)

    def _in_sentence(self, number: int, at: int, noun: str) -> list[Named]:
        texts = self.sentences[number].words.texts
        found = []
        for one in self.by_sentence.get(number, [])[:_MOST]:
            if not self._fits(one, noun) or not one.naming.ties or _modifies(texts, one):
                continue
            if at < 0 or (one.naming.last <= at and self._opens_another(number, one.naming.last, at)):
                found.append(one)
        return found

    def _opens_another(self, number: int, last: int, at: int) -> bool:
        """Whether a clause begins in which who was named does not act: not `X, which has owned half of the group`."""
        texts = self.sentences[number].words.texts
        if number not in self._joints:
            self._joints[number] = [word for word, text in enumerate(texts) if text in _JOINTS]
        begin = last + 2 if texts[last : min(at, last + 2)] == [",", "which"] else last
        place = bisect_left(self._joints[number], begin)
        return place < len(self._joints[number]) and self._joints[number][place] < at

    def _doer(self, some: Sequence[Named], *, goes_on: bool) -> Named | None:
        """The one with whom the sentence opens, if the next one opens with it too, or the article names it most."""
        one = some[0]
        texts, first = self.sentences[one.naming.sentence].words.texts, one.naming.first
        others = {other.actor for other in some} - {one.actor}
        goes_on = goes_on and texts[one.naming.last] in BE  # X was sold to Y. The firm
        if not goes_on and any(self._weights[other] >= self._weights[one.actor] for other in others):
            return None
        before = texts[first - 1].lower() if first else ""
        owns = texts[one.naming.last - 1] != bare(texts[one.naming.last - 1])
        joined = texts[one.naming.last : one.naming.last + 1] == ["and"]
        return one if first <= _OPENING and before not in PREPOSITIONS and not owns and not joined else None

    def _main(self, number: int, noun: str, beside: set[int]) -> Named | None:
        """The one that the article names much more often than all others that fit."""
        if noun not in self._foremost:
            fitting = (actor for actor, _ in self._weights.most_common() if self._fits(self._first[actor], noun))
            self._foremost[noun] = list(islice(fitting, _MOST + 2))  # two are left, whoever stands beside
        most = [actor for actor in self._foremost[noun] if actor not in beside][:2]
        if not most or self._first[most[0]].naming.sentence > number:
            return None
        if len(most) == 1 or self._weights[most[0]] >= 2 * self._weights[most[1]]:
            return self._first[most[0]]
        return None


def _modifies(texts: Sequence[str], one: Named) -> bool:
    """`a Lafayette company`: the noun after the name is meant."""
    following = texts[one.naming.last] if one.naming.last < len(texts) else "."
    article = texts[one.naming.first - 1].lower() if one.naming.first else ""
    return following.islower() and article in ("a", "an")
