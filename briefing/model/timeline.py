"""Claims and articles over time: counts by steps of one length, and the runs in which there is nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from briefing.model.actor import ActorId
from briefing.model.grain import Grain, first_day, last_day, step_of


class TimelineAsk(NamedTuple):
    """Which claims are counted, and how; None leaves a bound or the grain open."""

    actor: ActorId | None = None
    since: date | None = None
    until: date | None = None
    grain: Grain | None = None
    width: int = 60
    """Steps that are wanted at most, where the grain is open."""
    every: bool = False
    """Claims that copies repeat count each time."""


class Bucket(NamedTuple):
    """One step of time. A claim counts once, where its time begins, however long that time is."""

    first: date
    last: date
    exact: int = 0
    """A day or a time of day."""
    coarse: int = 0
    """Something longer."""
    guessed: int = 0
    """Placed by a year clue only, or tied to its actor by a guess."""
    wide: int = 0
    """Of the coarse ones, those whose time goes on after this step: `2020` by months."""
    articles: int = 0
    """Articles published in this step: what is known of it was written then or later."""

    @property
    def claims(self) -> int:
        """All claims that begin here."""
        return self.exact + self.coarse + self.guessed


class Gap(NamedTuple):
    """Steps side by side in which nothing was published and of which nothing is told."""

    first: date
    last: date
    steps: int


class Timeline(NamedTuple):
    """Counts over a span of days; only steps with something in them are kept."""

    grain: Grain
    buckets: tuple[Bucket, ...]
    first: date | None = None
    """The first day that was asked for, else of what was found."""
    last: date | None = None
    before: int = 0
    """Claims whose time begins before the first day and reaches into the span; in no bucket."""
    unplaced: int = 0
    """Claims that nothing places, not even a guess; in no bucket."""
    undated: int = 0
    """Articles without a publication date; in no bucket."""

    @property
    def claims(self) -> int:
        """All claims in the buckets."""
        return sum(bucket.claims for bucket in self.buckets)

    @property
    def articles(self) -> int:
        """All articles in the buckets."""
        return sum(bucket.articles for bucket in self.buckets)

    @property
    def most(self) -> int:
        """The claims of the fullest bucket."""
        return max((bucket.claims for bucket in self.buckets), default=0)

    def holding(self, day: date) -> Bucket | None:
        """The step of a day, where there is something in it."""
        at = bisect_right([bucket.first for bucket in self.buckets], day) - 1
        return self.buckets[at] if at >= 0 and day <= self.buckets[at].last else None

    def rows(self) -> Iterator[Bucket | Gap]:
        """The buckets in order, with the gaps between them and up to both ends."""
        if self.first is None or self.last is None:
            return
        step = step_of(self.first, self.grain)
        for bucket in self.buckets:
            at = step_of(bucket.first, self.grain)
            yield from _gap(step, at, self.grain)
            yield bucket
            step = at + 1
        yield from _gap(step, step_of(self.last, self.grain) + 1, self.grain)


def _gap(step: int, end: int, grain: Grain) -> Iterator[Gap]:
    if step < end:
        yield Gap(first_day(step, grain), last_day(end - 1, grain), end - step)
