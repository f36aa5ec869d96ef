"""The tagger at work: names in a sentence's words, with how far each is from being something else."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from functools import cache, partial
from operator import add

from briefing.extract.tagger.decode import best_labels, names_of, ways_of
from briefing.extract.tagger.features import (
    LONGEST,
    OFFSETS,
    beside,
    known_marks,
    marked,
    opening,
    own,
    pairs,
    spelled,
    spelling,
)
from briefing.extract.tagger.labels import KINDS, OUT, begin, inside
from briefing.extract.tagger.runs import runs
from briefing.extract.tagger.weights import WIDE, Weights, shipped, unpack
from briefing.model.actor import ActorType
from briefing.model.kept import Kept
from briefing.model.typed import NamedTuple

_BEGIN, _INSIDE = slice(begin(0), None, 2), slice(inside(0), None, 2)
"""In the scores of a word those of a name of each kind, which begins with it or goes on."""


class Tagged(NamedTuple):
    """A name in the words from `first` to before `last`."""

    first: int
    last: int
    kind: ActorType
    lead: int
    """How much higher than as the next kind it scores, a word."""
    name_lead: int
    """How much higher than as no name at all, a word; may be negative, for labels are chosen together."""


class Tagger:
    """Scores the words of runs of capitals and picks the best sequence of labels for each run."""

    def __init__(self, weights: Weights) -> None:
        self._rows, self._steps, self._ways = weights.rows, weights.steps, ways_of(weights.steps)
        ways = itertools.product((False, True), repeat=3)
        self._alone = [
            self._kept(partial(_alone, known=known, opens=opens, common=common)) for known, opens, common in ways
        ]
        self._beside = [self._kept(partial(beside, offset=offset)) for offset in OFFSETS]
        self._before_unknown = self._kept(lambda word: [*beside(word, -1), *marked("", False, word, "")[1:2]])
        self._after_unknown = self._kept(lambda word: [*beside(word, 1), *marked("", False, "", word)[2:]])
        self._spelled = Kept(spelled)

    def _kept(self, rows: Callable[[str], list[int]]) -> Kept[int]:
        """What a word adds by itself."""
        return Kept(lambda word: self._sum(rows(word)))

    def names(self, texts: list[str], common: frozenset[str]) -> list[Tagged]:
        """The names among the words of a sentence; `common` are words that the article has without a capital."""
        found: list[Tagged] = []
        if max(map(len, texts), default=0) > LONGEST:
            words = ["", "", *[text[:LONGEST] for text in texts], "", ""]
        else:
            words = ["", "", *texts, "", ""]
        for at, end in runs(texts):
            scores = self._scores(words, at, known_marks(texts, at, end), common)
            labels = best_labels(scores, self._steps, self._ways)
            if any(labels):
                found += [_tagged(scores, at, first, last, kind) for first, last, kind in names_of(labels)]
        return found

    def _scores(self, words: list[str], at: int, marks: list[str], common: frozenset[str]) -> list[tuple[int, ...]]:
        """For each word of a run the sums of its rows; `features.around` with all that one word says by itself kept.

        `words` are those of the sentence between two that are none on each side, `marks` the entries of our tables.
        """
        two_before, one_before, one_after, two_after = self._beside
        rows, whole, spelt = self._rows, int.from_bytes, self._spelled
        found = []
        for n, mark in enumerate(marks, at):
            before_that, before, word, after, after_that = words[n : n + 5]
            opens = n == 0 or (n == 1 and not before[0].isalnum())
            alone = self._alone[(4 if mark else 0) + 2 * opens + (word.lower() in common)]
            left, right, around = pairs(spelt[before], spelt[word], spelt[after])
            total = (
                alone[word]
                + two_before[before_that]
                + two_after[after_that]
                + whole(rows[left * WIDE : left * WIDE + WIDE], "little")
                + whole(rows[right * WIDE : right * WIDE + WIDE], "little")
                + whole(rows[around * WIDE : around * WIDE + WIDE], "little")
            )
            if mark:
                total += one_before[before] + one_after[after] + self._sum(marked(mark, opens, before, after))
            else:
                total += self._before_unknown[before] + self._after_unknown[after]
            found.append(unpack(total.to_bytes(WIDE, "little")))
        return found

    def _sum(self, rows: Iterable[int]) -> int:
        table, number = self._rows, int.from_bytes
        return sum([number(table[row * WIDE : row * WIDE + WIDE], "little") for row in rows])


def _alone(word: str, known: bool, opens: bool, common: bool) -> list[int]:
    """Rows for all that the word says without its neighbours; where no table of ours knows it, that too."""
    unknown = () if known else marked("", opens, "", "")[:1]
    return [*own(word), *opening(word, opens), spelling(opens, common, word.isupper()), *unknown]


def _tagged(scores: list[tuple[int, ...]], at: int, first: int, last: int, kind: int) -> Tagged:
    sums, nothing, length = list(scores[first][_BEGIN]), scores[first][OUT], last - first
    for n in range(first + 1, last):
        sums = list(map(add, sums, scores[n][_INSIDE]))
        nothing += scores[n][OUT]
    own_sum = sums.pop(kind)
    return Tagged(at + first, at + last, KINDS[kind], (own_sum - max(sums)) // length, (own_sum - nothing) // length)


@cache
def tagger() -> Tagger:
    """The tagger with the weights that come with the program, read when the first article is."""
    return Tagger(shipped())
