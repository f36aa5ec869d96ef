"""The likeliest labels for a run of words, from their scores and what may follow what."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from briefing.extract.tagger.labels import COUNT, FOLLOWERS, OUT, START, kind_of

Scores = Sequence[int]
Ways = Sequence[Sequence[tuple[int, int]]]
_NEVER = -(10**9)
"""Far below any sum of weights."""
_INSIDE_NOTHING = [_NEVER] * len(range(2, COUNT, 2))
"""No run begins inside a name."""


def ways_of(steps: Sequence[Scores]) -> Ways:
    """By label, each label that may stand before it, with what the transition adds."""
    return [
        [(before, steps[before][label]) for before in FOLLOWERS[label] if before != START] for label in range(COUNT)
    ]


def best_labels(scores: Sequence[Scores], steps: Sequence[Scores], ways: Ways | None = None) -> list[int]:
    """The sequence with the highest sum; `steps[before][label]` is what a transition adds (Viterbi's algorithm)."""
    totals = list(map(add, scores[0], steps[START]))
    totals[2::2] = _INSIDE_NOTHING
    if len(scores) == 1:
        return [totals.index(max(totals))]
    ways = ways or ways_of(steps)
    path: list[list[int]] = []
    for own in scores[1:]:
        came: list[int] = []
        made: list[int] = []
        for label, allowed in enumerate(ways):
            sums = [totals[before] + step for before, step in allowed]
            top = max(sums)
            came.append(allowed[sums.index(top)][0])
            made.append(top + own[label])
        path.append(came)
        totals = made
    label = totals.index(max(totals))
    found = [label]
    for came in reversed(path):
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
