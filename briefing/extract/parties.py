"""Two at once: `the two sides`, `both governments`, `the pair`, and `they` after two who were named side by side.

Two are meant only where the text has put two of that kind together (`talks between X and Y`, `X and Y agreed`), or
where it names just two of that kind at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from briefing.extract import lexicon
from briefing.extract.clause_words import DETERMINERS, PREPOSITIONS
from briefing.extract.epithets import BODIES
from briefing.extract.lexicon import How
from briefing.extract.naming import Sentence
from briefing.extract.noun_words import ACTING
from briefing.extract.pair_nouns import ANY, CLOSE, PERSONS, SIDES, STATES, Kinds
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_BESIDE = frozenset(["and", "with", "against"])
_PASSIVE = frozenset(["by", "from", "in", "at", "on"])
_FAR = 6
"""Sentences back in which two may stand side by side."""
_NEAR = 3
"""Sentences back in which just two may be named."""
_BETWEEN = 6
"""Words between two who stand side by side."""
_APART = 12
"""Words between two of whom one does something with or against the other."""
_MOST = 12
"""Names of a sentence that are looked at."""
_JOINING = frozenset(["that", "and", "but", "as", "when", "while", "after", "before", "said", "because", "if"])
"""Before the two these open a clause."""
_OPENING = 4
"""Words before the one with whom a sentence opens."""


class Parties:
    """Finds who are meant together in an article whose names are known by sentence."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        by_sentence: Mapping[int, list[Named]],
        bodies: Mapping[str, dict[int, Named]],
    ) -> None:
        self.sentences, self.by_sentence, self.bodies = sentences, by_sentence, bodies
        self._sides: dict[int, Named] = {}
        """The bodies and states of the sentences looked at so far, three at most and a few."""
        self._looked_at = 0

    def meant(self, number: int, at: int, noun: str, kinds: Kinds) -> list[Named]:
        """The two of these kinds who were put together last before a word, or else the only two."""
        called = list(self.bodies.get(noun.removesuffix("s"), {}).values())
        if len(called) == 2:
            return called
        reach, together = (_NEAR, True) if noun in CLOSE else (_FAR, False)
        for back in range(number, max(-1, number - reach), -1):
            end = at if back == number else len(self.sentences[back].words)
            if pairs := self._pairs(back, end, kinds, together=together):
                return list(pairs[-1])
            if noun in CLOSE:
                if back >= number - 1 and (two := self.persons(back, end)):
                    return two
                if back == number - 1 and (pairs := self._pairs(back, end, PERSONS)):
                    return list(pairs[-1])
                if any(text.lower() == "two" for text in self.sentences[back].words.texts[: max(0, end - 1)]):
                    return []
        if (kinds == BODIES or noun == "sides") and (two := self._only_bodies(number)):
            return two
        if kinds == BODIES:
            here = {one.actor: one for one in self.by_sentence.get(number, [])[:_MOST] if one.kind in kinds}
            return list(here.values()) if len(here) == 2 else []
        return [] if noun in CLOSE else self._only_two(number, at, kinds)

    def just_named(self, number: int, kinds: Kinds) -> list[Named]:
        """The two of these kinds with whom the sentence before opens, if it names no more of them."""
        two = [one for one in self.they(number) if one.kind in kinds]
        some = {one.actor for one in self.by_sentence.get(number - 1, [])[:_MOST] if one.kind in kinds}
        return two if len(two) == len(some) == 2 else []

    def they(self, number: int) -> list[Named]:
        """The two with whom the sentence before opens, side by side or as `the two sides`."""
        if number == 0:
            return []
        texts = self.sentences[number - 1].words.texts
        some = self.by_sentence.get(number - 1, [])[:_MOST]
        told = [one for one in some if one.rule and one.naming.first <= _OPENING]
        if len(told) > 1 and len({one.naming.span for one in told}) == 1:
            return told
        if row := self._row(texts, some):
            return row
        for one, other in self._pairs(number - 1, len(texts), ANY, together=True):
            before = texts[one.naming.first - 1].lower() if one.naming.first else ""
            if one.naming.first <= _OPENING and before not in PREPOSITIONS:
                return [one, other]
        return []

    def _only_bodies(self, number: int) -> list[Named]:
        """The two bodies, if an article has named no more of them so far, and no state."""
        seen = self._sides
        while self._looked_at < number and len(seen) < 3:
            for one in self.by_sentence.get(self._looked_at, [])[:_MOST]:
                if one.kind in SIDES and one.rule is None:
                    seen.setdefault(one.actor, one)
            self._looked_at += 1
        return list(seen.values()) if len(seen) == 2 and all(one.kind in BODIES for one in seen.values()) else []

    def so_many(self, number: int, count: int, kinds: Kinds = ANY) -> list[Named]:
        """`the three`: as many as stood last in one row, in the sentences right before."""
        for back in range(number - 1, max(-1, number - _NEAR - 1), -1):
            texts, some = self.sentences[back].words.texts, self.by_sentence.get(back, [])[:_MOST]
            told = [one for one in some if one.rule and some[-1].naming.span == one.naming.span]
            rows = [row for first in range(len(some)) if (row := self._row(texts, some[first:], is_first=False))]
            for row in (*rows, told):
                if len(row) > 2:
                    return row if len(row) == count and row[0].kind in kinds else []
        return []

    def _row(self, texts: Sequence[str], some: list[Named], *, is_first: bool = True) -> list[Named]:
        """`X, Y and Z met`: three or more of one sort with whom a sentence opens."""
        row = [one for one in some[:1] if (one.naming.first <= _OPENING or not is_first) and not one.rule]
        for one in some[1:] if row else ():
            between = _between(texts, row[-1], one)
            if one.rule or not _listed(between) or (one.kind in PERSONS) != (row[0].kind in PERSONS):
                break
            row.append(one)
            if "and" in between:
                before = texts[row[0].naming.first - 1].lower() if row[0].naming.first else ""
                is_row = len({each.actor for each in row}) > 2 and not (is_first and before in PREPOSITIONS)
                return row if is_row else []
        return []

    def _pairs(self, number: int, end: int, kinds: Kinds, *, together: bool = False) -> list[tuple[Named, Named]]:
        """Those of one sort who stand side by side in a sentence before a word."""
        texts = self.sentences[number].words.texts
        some = [one for one in self.by_sentence.get(number, [])[:_MOST] if one.kind in kinds and one.naming.last <= end]
        found = []
        for at in range(1, len(some)):
            one, other = some[at - 1], some[at]
            if one.actor == other.actor or (one.kind in PERSONS) != (other.kind in PERSONS):
                continue
            if _side_by_side(texts, one, other, together=together) and not self._third(texts, some, at):
                found.append((one, other))
        return found

    def _third(self, texts: Sequence[str], some: list[Named], at: int) -> bool:
        """`X, Y and Z` are three."""
        before = some[at - 2] if at > 1 else None
        after = some[at + 1] if at + 1 < len(some) else None
        return bool(
            (before and _listed(_between(texts, before, some[at - 1])))
            or (after and _listed(_between(texts, some[at], after)))
        )

    def _only_two(self, number: int, at: int, kinds: Kinds) -> list[Named]:
        """The two that are named near, if they are two; else the only two states."""
        seen: dict[int, Named] = {}
        for back in range(number, max(-1, number - _NEAR), -1):
            for one in self.by_sentence.get(back, [])[:_MOST]:
                if (
                    one.kind in kinds
                    and one.naming.ties
                    and is_own_name(one)
                    and (back < number or (one.naming.last <= at and not self._is_done_to(number, at, one)))
                ):
                    seen.setdefault(one.actor, one)
            if len(seen) >= 2:
                break
        if len(seen) == 2 and (len({one.kind for one in seen.values()}) == 1 or kinds == SIDES):
            return list(seen.values())
        if kinds == STATES and (near := self._any_states(number)):
            return near
        if kinds == STATES and len(self._states) != 2:
            return self._main_states
        if ActorType.STATE not in kinds or len(self._states) != 2:
            return []
        here = {one.actor for one in self.by_sentence.get(number, [])[:_MOST] if self._is_done_to(number, at, one)}
        return [] if here & {one.actor for one in self._states} else list(self._states)

    def persons(self, number: int, end: int) -> list[Named]:
        """The people of a sentence before a word, by name, if they are two and nobody else is counted there."""
        seen: dict[int, Named] = {}
        for one in self.by_sentence.get(number, [])[:_MOST]:
            if one.kind in PERSONS and one.naming.last <= end and not one.naming.scenery:
                seen.setdefault(one.actor, one)
        return list(seen.values()) if len(seen) == 2 else []

    def _any_states(self, number: int) -> list[Named]:
        """The two states of the sentence before, in whatever form: `Djibouti`, `Ethiopian freight`."""
        seen: dict[int, Named] = {}
        for one in self.by_sentence.get(number - 1, [])[:_MOST]:
            if one.kind is ActorType.STATE:
                seen.setdefault(one.actor, one)
        return list(seen.values()) if len(seen) == 2 else []

    def _is_done_to(self, number: int, at: int, one: Named) -> bool:
        """`X urged both sides`, `X said both men had left`: two others than X."""
        texts = self.sentences[number].words.texts
        if texts[one.naming.last] in lexicon.verbs("say"):
            return True
        before = texts[at - 1].lower() if at else "."
        return before[0].isalpha() and before not in _JOINING

    @cached_property
    def _main_states(self) -> list[Named]:
        """The two states that the article names at least twice as often as any third."""
        some = [one for here in self.by_sentence.values() for one in here[:_MOST] if one.kind is ActorType.STATE]
        most = Counter(one.actor for one in some if one.rule is None).most_common(3)
        if len(most) < 2 or (len(most) > 2 and most[1][1] < 2 * most[2][1]):
            return []
        return [next(one for one in some if one.actor == actor) for actor, _ in most[:2]]

    @cached_property
    def _states(self) -> list[Named]:
        """The states that the article names, three at most."""
        seen: dict[int, Named] = {}
        for some in self.by_sentence.values():
            for one in some[:_MOST]:
                if one.kind is ActorType.STATE and is_own_name(one):
                    seen.setdefault(one.actor, one)
            if len(seen) > 2:
                break
        return list(seen.values())


def _between(texts: Sequence[str], one: Named, other: Named) -> Sequence[str]:
    """The words between two, no more than a few: names may stand a whole sentence apart, and are asked for often."""
    return texts[one.naming.last : min(other.naming.first, one.naming.last + _APART + 1)]


def _listed(between: Sequence[str]) -> bool:
    return between in ([","], ["and"], [",", "and"], ["and", "the"], [",", "the"])


def _plain(after: Sequence[str]) -> Sequence[str]:
    """`and rebels of the Y`: what is left before the name without those who act for it."""
    if len(after) > 1 and after[1] in ("of", "for", "from") and after[0] in ACTING:
        return after[2:]
    return after


def _side_by_side(texts: Sequence[str], one: Named, other: Named, *, together: bool) -> bool:
    """`X and Y`, `the X government and the Y`; and, unless together, `X signed a treaty with Y`."""
    between = _between(texts, one, other)
    if len(between) > _APART:
        return False
    if not together and one.naming.first <= _OPENING and len(between) == 1 and between[0] in lexicon.verbs("past"):
        return one.kind is ActorType.STATE  # X accused Y
    joints = [at for at, word in enumerate(between) if word in _BESIDE]
    if len(joints) != 1 or texts[other.naming.last - 1] != bare(texts[other.naming.last - 1]):
        return False
    after = _plain(between[joints[0] + 1 :])
    if (
        not _PASSIVE.isdisjoint(after)
        or any(word.lower() not in DETERMINERS and not word.islower() for word in after)
        or len(after) > 2
    ):
        return False
    before = between[: joints[0]]
    if between[joints[0]] == "and":
        plain = all(word.isalpha() and word.islower() and word not in PREPOSITIONS for word in before)
        doing = any(word in lexicon.verbs("past") or word in lexicon.verbs("say") for word in (*before, *after))
        return plain and not doing and len(between) <= _BETWEEN
    if together or one.naming.first > _OPENING or one.naming.scenery:
        return False
    return all(word not in ".;:()" for word in before)


def is_own_name(one: Named) -> bool:
    """Not `Libyan`, and not the capital that stands for its state."""
    return one.naming.entry is None or one.naming.entry.how is How.NAME
