"""Learns the weights: `python -m briefing.extract.tagger.train FILE [--rounds N] [--write]`.

A structured averaged perceptron (Collins 2002): runs of capitals are labelled with the weights so far, each wrong label
moves the rows of its word, and the mean of all weights over time is kept, in whole steps of a byte. Same file, same
rounds, same weights. The held-out tenth is only scored.
"""

from __future__ import annotations

import argparse
import random
import struct
import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from briefing.extract.naming import Sentence
from briefing.extract.reading import Reading
from briefing.extract.tagger.corpus import Marked, Part, blocks
from briefing.extract.tagger.decode import best_labels
from briefing.extract.tagger.features import OFFSETS, ROWS, around, beside, known_marks, own
from briefing.extract.tagger.labels import COUNT, KINDS, OUT, START, begin, inside
from briefing.extract.tagger.runs import runs
from briefing.extract.tagger.scores import Tally, names_in
from briefing.extract.tagger.tagger import Tagger
from briefing.extract.tagger.weights import FILE, NOTHING, pack, unpacked
from briefing.extract.words import split_words
from briefing.model.actor import ActorType
from briefing.model.text import Span

ROUNDS = 5
_LANE = 32
_BIAS = sum(1 << (_LANE * lane + _LANE - 1) for lane in range(COUNT))
_HALF = 1 << (_LANE - 1)
_LANES = struct.Struct(f"<{COUNT}I")
_SUM_LANE = 64
_SUM_BIAS = sum(1 << (_SUM_LANE * lane + _SUM_LANE - 1) for lane in range(COUNT))
_SUM_LANES = struct.Struct(f"<{COUNT}Q")

Run: TypeAlias = "tuple[list[array[int]], list[int]]"
"""For each word of a run its rows; and its labels."""


def reading_of(text: str, common: frozenset[str]) -> Reading:
    """The words of a sentence, as they are when names are sought."""
    return Reading(text, Sentence(Span(0, len(text)), split_words(text)), 0, common)


def common_words(block: Sequence[Marked]) -> frozenset[str]:
    """Words that a block has without a capital."""
    return frozenset(word for marked in block for word in split_words(marked.text).texts if word.islower())


def labels_of(reading: Reading, names: Iterable[tuple[int, int, ActorType]]) -> list[int]:
    """A label for each word: of the name that covers its beginning."""
    found = [OUT] * len(reading.texts)
    for start, end, kind in names:
        inner = [at for at, here in enumerate(reading.starts) if start <= here < end]
        for at in inner:
            found[at] = (begin if at == inner[0] else inside)(KINDS.index(kind))
    return found


def learn_runs(gold: Iterable[list[Marked]]) -> Iterator[Run]:
    """All runs of these blocks as rows and labels."""
    kept: dict[tuple[str, int], list[int]] = {}

    def told(word: str, offset: int) -> list[int]:
        if (word, offset) not in kept:
            kept[word, offset] = beside(word, offset) if offset else own(word)
        return kept[word, offset]

    for block in gold:
        common = common_words(block)
        for marked in block:
            reading = reading_of(marked.text, common)
            texts, labels = reading.texts, labels_of(reading, marked.names)
            for at, end in runs(texts):
                known, rows = known_marks(texts, at, end), []
                for n in range(at, end):
                    row = array("i", told(texts[n], 0))
                    for offset in OFFSETS:
                        row.extend(told(texts[n + offset] if 0 <= n + offset < len(texts) else "", offset))
                    row.extend(around(texts, n, len(texts) - 1, known[n - at], common))
                    rows.append(row)
                yield rows, _sound(labels[at:end])


def _sound(labels: list[int]) -> list[int]:
    """A run may begin inside a name whose first word has no capital: then it begins the name."""
    before = OUT
    for at, label in enumerate(labels):
        if label != OUT and label % 2 == 0 and before not in (label - 1, label):
            labels[at] = label - 1
        before = labels[at]
    return labels


class Lesson:
    """The weights while they are learnt: `now`, and `late`, in which each change is weighted by when it was made."""

    def __init__(self) -> None:
        self.now, self.late = [0] * ROWS, [0] * ROWS
        self.steps = [[0] * COUNT for _ in range(COUNT + 1)]
        self.late_steps = [[0] * COUNT for _ in range(COUNT + 1)]
        self.clock = 0

    def take(self, rows: list[array[int]], labels: list[int]) -> bool:
        """Labels a run; where that is wrong, moves the weights. Says whether it was right."""
        self.clock += 1
        now = self.now
        scores = []
        for row in rows:
            total = _BIAS
            for n in row:
                total += now[n]
            scores.append(_LANES.unpack(total.to_bytes(COUNT * _LANE // 8, "little")))
        guess = best_labels(scores, self.steps)
        if guess == labels:
            return True
        before = wrong_before = START
        for row, label, wrong in zip(rows, labels, guess, strict=True):
            if label != wrong:
                self._move(row, label, wrong)
            if (before, label) != (wrong_before, wrong):
                self._step(before, label, 1)
                self._step(wrong_before, wrong, -1)
            before, wrong_before = label, wrong
        return False

    def _move(self, row: array[int], label: int, wrong: int) -> None:
        now, late = self.now, self.late
        change = (1 << _LANE * label) - (1 << _LANE * wrong)
        late_change = self.clock * ((1 << _SUM_LANE * label) - (1 << _SUM_LANE * wrong))
        for n in row:
            now[n] += change
            late[n] += late_change

    def _step(self, before: int, label: int, by: int) -> None:
        self.steps[before][label] += by
        self.late_steps[before][label] += by * self.clock

    def packed(self, least: float) -> bytes:
        """The mean weights in steps of a byte, those below `least` steps left out."""
        means = [self._means(row) for row in range(ROWS)]
        sizes = sorted(abs(mean) for row in means for mean in row if mean)
        unit = sizes[int(len(sizes) * 0.998)] / (NOTHING - 1) if sizes else 1.0
        flat = bytes(_byte(mean / unit, least) for row in means for mean in row)
        steps = [
            [
                round((own - late / self.clock) / unit) if self.clock else 0
                for own, late in zip(line, late_line, strict=True)
            ]
            for line, late_line in zip(self.steps, self.late_steps, strict=True)
        ]
        return pack(flat, steps)

    def _means(self, row: int) -> list[float]:
        if not self.late[row] and not self.now[row]:
            return [0.0] * COUNT
        own = _LANES.unpack((self.now[row] + _BIAS).to_bytes(COUNT * _LANE // 8, "little"))
        late = _SUM_LANES.unpack((self.late[row] + _SUM_BIAS).to_bytes(COUNT * _SUM_LANE // 8, "little"))
        return [(a - _HALF) - (b - (1 << (_SUM_LANE - 1))) / self.clock for a, b in zip(own, late, strict=True)]


def _byte(mean: float, least: float) -> int:
    return NOTHING if abs(mean) < least else max(0, min(255, round(mean) + NOTHING))


def learn(gold: Iterable[list[Marked]], rounds: int, least: float) -> bytes:
    """The packed weights that some rounds over these blocks give."""
    lessons = list(learn_runs(gold))
    lesson, order = Lesson(), random.Random(1)
    for number in range(rounds):
        order.shuffle(lessons)
        wrong = sum(not lesson.take(rows, labels) for rows, labels in lessons)
        print(f"round {number + 1}: {wrong:,} of {len(lessons):,} runs wrong", flush=True)
    return lesson.packed(least)


def score(tagger: Tagger, gold: Iterable[list[Marked]]) -> Tally:
    """The tagger alone against the marks."""
    tally = Tally()
    for block in gold:
        common = common_words(block)
        for marked in block:
            tally.add(marked.names, names_in(tagger, reading_of(marked.text, common)))
    return tally


def main(arguments: Sequence[str] | None = None) -> None:
    """Learns, scores, and with `--write` keeps the weights."""
    parser = argparse.ArgumentParser(prog="python -m briefing.extract.tagger.train")
    parser.add_argument("file", type=Path, help="gmb-ner.tsv.xz")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--least", type=float, default=1.0, help="drop weights below this many steps of a byte")
    parser.add_argument("--choose", action="store_true", help="score on the tenth for choosing, which is not learnt")
    parser.add_argument("--write", action="store_true", help="keep the weights as the ones the program uses")
    asked = parser.parse_args(arguments)
    taught = [Part.TRAIN] if asked.choose else [Part.TRAIN, Part.CHOOSE]
    packed = learn(blocks(asked.file, *taught), asked.rounds, asked.least)
    tagger = Tagger(unpacked(packed))
    scored = list(blocks(asked.file, Part.CHOOSE if asked.choose else Part.HELD_OUT))
    began = time.process_time()
    tally = score(tagger, scored)
    spent = time.process_time() - began
    count = sum(len(split_words(marked.text)) for block in scored for marked in block)
    print(f"{tally}\nweights: {len(packed):,} bytes, {count / spent:,.0f} words/s with splitting into words")
    if asked.write:
        Path(FILE).write_bytes(packed)


if __name__ == "__main__":
    main()
