"""The tagger at work: names in a sentence's words, with how far each is from being something else."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefing.extract.tagger.decode import best_labels, names_of
from briefing.extract.tagger.features import around, beside, known_marks, own
from briefing.extract.tagger.labels import KINDS, OUT, begin, inside
from briefing.extract.tagger.runs import runs
from briefing.extract.tagger.weights import WIDE, Weights, shipped, unpack
from briefing.model.actor import ActorType

_MOST_WORDS = 20_000
"""Words whose sums are kept; a text of ever new words starts anew."""


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
        self._rows, self._steps = weights.rows, weights.steps
        self._own: dict[str, int] = {}
        self._beside: dict[int, dict[str, int]] = {offset: {} for offset in (-2, -1, 1, 2)}

    def names(self, texts: list[str], common: frozenset[str]) -> list[Tagged]:
        """The names among the words of a sentence; `common` are words that the article has without a capital."""
        found: list[Tagged] = []
        for at, end in runs(texts):
            scores = self._scores(texts, at, end, common)
            for first, last, kind in names_of(best_labels(scores, self._steps)):
                found.append(_tagged(scores, at, first, last, kind))
        return found

    def _scores(self, texts: list[str], at: int, end: int, common: frozenset[str]) -> list[tuple[int, ...]]:
        known = known_marks(texts, at, end)
        last = len(texts) - 1
        if len(self._own) > _MOST_WORDS:
            self._forget()
        return [
            unpack(
                (
                    self._own_sum(texts[n])
                    + self._beside_sum(texts[n - 2] if n > 1 else "", -2)
                    + self._beside_sum(texts[n - 1] if n else "", -1)
                    + self._beside_sum(texts[n + 1] if n < last else "", 1)
                    + self._beside_sum(texts[n + 2] if n + 1 < last else "", 2)
                    + self._sum(around(texts, n, last, known[n - at], common))
                ).to_bytes(WIDE, "little")
            )
            for n in range(at, end)
        ]

    def _own_sum(self, word: str) -> int:
        made = self._own.get(word)
        if made is None:
            made = self._own[word] = self._sum(own(word))
        return made

    def _beside_sum(self, word: str, offset: int) -> int:
        kept = self._beside[offset]
        made = kept.get(word)
        if made is None:
            made = kept[word] = self._sum(beside(word, offset))
        return made

    def _sum(self, rows: list[int]) -> int:
        table, number = self._rows, int.from_bytes
        return sum([number(table[row * WIDE : row * WIDE + WIDE], "little") for row in rows])

    def _forget(self) -> None:
        self._own.clear()
        for kept in self._beside.values():
            kept.clear()


def _tagged(scores: list[tuple[int, ...]], at: int, first: int, last: int, kind: int) -> Tagged:
    sums = [
        scores[first][begin(other)] + sum(scores[n][inside(other)] for n in range(first + 1, last))
        for other in range(len(KINDS))
    ]
    nothing = sum(scores[n][OUT] for n in range(first, last))
    length = last - first
    rival = max(total for other, total in enumerate(sums) if other != kind)
    return Tagged(at + first, at + last, KINDS[kind], (sums[kind] - rival) // length, (sums[kind] - nothing) // length)


@cache
def tagger() -> Tagger:
    """The tagger with the weights that come with the program, read when the first article is."""
    return Tagger(shipped())
