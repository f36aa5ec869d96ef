"""The likeliest labels for a run of words, from their scores and what may follow what."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from briefing.extract.tagger.labels import COUNT, FOLLOWERS, OUT, START, kind_of

Scores = Sequence[int]
Ways = tuple[list[tuple[int, list[int]]], list[tuple[int, int, int]]]
"""Labels that may stand after any other, with what the transition from each adds; labels inside a name, with what is
added after its first word and after a further one."""
_NEVER = -(10**9)
"""Far below any sum of weights."""
_INSIDE_NOTHING = [_NEVER] * len(range(2, COUNT, 2))
"""No run begins inside a name."""


def ways_of(steps: Sequence[Scores]) -> Ways:
    """The transitions, as `best_labels` goes through them."""
    anywhere = [label for label in range(COUNT) if len(FOLLOWERS[label]) > COUNT]
    return (
        [(label, [steps[before][label] for before in range(COUNT)]) for label in anywhere],
        [(label, steps[label - 1][label], steps[label][label]) for label in range(COUNT) if label not in anywhere],
    )


def best_labels(scores: Sequence[Scores], steps: Sequence[Scores], ways: Ways | None = None) -> list[int]:
    """The sequence with the highest sum; `steps[before][label]` is what a transition adds (Viterbi's algorithm)."""
    totals = list(map(add, scores[0], steps[START]))
    totals[2::2] = _INSIDE_NOTHING
    if len(scores) == 1:
        return [totals.index(max(totals))]
    anywhere, inside = ways or ways_of(steps)
    path: list[list[int]] = []
    for own in scores[1:]:
        came = [0] * COUNT
        made = [0] * COUNT
        for label, into in anywhere:
            sums = list(map(add, totals, into))
            made[label] = max(sums)
            came[label] = sums.index(made[label])
        for label, opened, goes_on in inside:
            first, further = totals[label - 1] + opened, totals[label] + goes_on
            made[label], came[label] = (first, label - 1) if first >= further else (further, label)
        path.append(came)
        totals = list(map(add, made, own))
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
