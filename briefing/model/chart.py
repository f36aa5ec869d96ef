"""A timeline as lines of text that read without colour. Pure: counts in, words and marks out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.model.grain import Grain, label, step_of
from briefing.model.timeline import Bucket, Gap, Timeline
from briefing.model.wording import counted


class Signs(NamedTuple):
    """What marks a claim by how sure its time is, and the levels of a strip, the lowest first."""

    exact: str
    coarse: str
    guessed: str
    wide: str
    """Something longer than the step in which it begins."""
    ellipsis: str
    levels: str


UNICODE = Signs("●", "◐", "○", "→", "…", " ▁▂▃▄▅▆▇█")
ASCII = Signs("*", "+", "o", ">", "...", " .:-=+*%#")

_LABEL = {Grain.DAY: 10, Grain.WEEK: 8, Grain.MONTH: 7, Grain.YEAR: 4}


def chart(timeline: Timeline, room: int, signs: Signs) -> Iterator[str]:
    """One line a step or gap; `room` cells for the marks."""
    for row in timeline.rows():
        yield gap_line(row, timeline, signs) if isinstance(row, Gap) else line(row, timeline, room, signs)


def line(bucket: Bucket, timeline: Timeline, room: int, signs: Signs) -> str:
    """`2021-01  ●●●◐○→  6 claims  3 articles`."""
    when = label(bucket.first, timeline.grain)
    drawn = marks(bucket, timeline.most, room, signs).ljust(min(timeline.most, room))
    claims = f"{bucket.claims:>{len(f'{timeline.most:,}')},} {'claim ' if bucket.claims == 1 else 'claims'}"
    return f"{when}  {drawn}  {claims}  {counted(bucket.articles, 'article')}"


def marks(bucket: Bucket, most: int, room: int, signs: Signs) -> str:
    """A mark a claim, the surest first; where the fullest step has no room for that, one for several (`per_mark`).

    Whatever kind there is has one mark at least.
    """
    each = per_mark(most, room)
    kinds = (bucket.exact, bucket.coarse - bucket.wide, bucket.guessed, bucket.wide)
    cells = [-(-count // each) for count in kinds]
    while sum(cells) > room and max(cells) > 1:  # each was rounded up
        cells[cells.index(max(cells))] -= 1
    drawn = (signs.exact, signs.coarse, signs.guessed, signs.wide)
    return "".join(sign * count for sign, count in zip(drawn, cells, strict=True))


def per_mark(most: int, room: int) -> int:
    """How many claims one mark stands for, at most."""
    return max(-(-most // room), 1)


def gap_line(gap: Gap, timeline: Timeline, signs: Signs) -> str:
    """`          … no coverage, 5 months …`."""
    return f"{'':{_LABEL[timeline.grain]}}  {signs.ellipsis} {gap_words(gap, timeline)} {signs.ellipsis}"


def gap_words(gap: Gap, timeline: Timeline) -> str:
    """`no coverage, 5 months`."""
    return f"no coverage, {counted(gap.steps, timeline.grain.value)}"


def strip(timeline: Timeline, width: int, signs: Signs) -> str:
    """How many claims there are along the whole span, in one line of at most `width` characters, one for equal runs."""
    if timeline.first is None or timeline.last is None or width < 1:
        return ""
    start = step_of(timeline.first, timeline.grain)
    steps = max(step_of(timeline.last, timeline.grain) - start + 1, 1)
    cells = [0] * min(width, steps)
    for bucket in timeline.buckets:
        at = (step_of(bucket.first, timeline.grain) - start) * len(cells) // steps
        if 0 <= at < len(cells):
            cells[at] += bucket.claims
    top = len(signs.levels) - 1
    most = max(cells)
    return "".join(signs.levels[-(-count * top // most)] if most else signs.levels[0] for count in cells)
