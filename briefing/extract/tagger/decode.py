"""The likeliest labels for a run of words, from their scores and what may follow what."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.tagger.labels import COUNT, FOLLOWERS, OUT, START, kind_of

Scores = Sequence[int]
_FIRST = (OUT, *range(1, COUNT, 2))
"""The labels that a run may begin with."""


def best_labels(scores: Sequence[Scores], steps: Sequence[Scores]) -> list[int]:
    """The sequence with the highest sum; `steps[before][label]` is what a transition adds (Viterbi's algorithm)."""
    first, start = scores[0], steps[START]
    if len(scores) == 1:
        return [max(_FIRST, key=[own + step for own, step in zip(first, start, strict=True)].__getitem__)]
    totals = [first[label] + start[label] if label % 2 or label == OUT else None for label in range(COUNT)]
    ways: list[list[int]] = []
    for own in scores[1:]:
        came: list[int] = []
        made: list[int | None] = []
        for label in range(COUNT):
            top, way = None, OUT
            for before in FOLLOWERS[label]:
                if before == START:
                    continue
                total = totals[before]
                if total is not None:
                    total += steps[before][label]
                    if top is None or total > top:
                        top, way = total, before
            came.append(way)
            made.append(None if top is None else top + own[label])
        ways.append(came)
        totals = made
    label = max((total, -at) for at, total in enumerate(totals) if total is not None)[1] * -1
    found = [label]
    for came in reversed(ways):
        label = came[label]
        found.append(label)
    return found[::-1]


def names_of(labels: Sequence[int]) -> list[tuple[int, int, int]]:
    """First word, past the last word and kind of each name in a sequence of labels."""
    found: list[tuple[int, int, int]] = []
    for at, label in enumerate(labels):
        if label == OUT:
            continue
        if label % 2 == 0 and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1, found[-1][2])
        else:
            found.append((at, at + 1, kind_of(label)))
    return found
