"""Counts of days become counts of steps: nothing is lost, nothing counts twice, whatever its length."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefing.library.timeline import gather
from briefing.model.grain import Grain, step_of

LAST = date.max.toordinal()
COUNTS = st.integers(0, 50)
DAYS = st.integers(1, LAST)


@st.composite
def claims(draw: st.DrawFn) -> tuple[int, int, int, int, int]:
    first = draw(DAYS)
    return first, draw(st.integers(first, LAST)), draw(COUNTS), draw(COUNTS), draw(COUNTS)


@given(st.lists(claims(), max_size=30), st.lists(st.tuples(DAYS, COUNTS), max_size=30), st.sampled_from([*Grain]))
def test_sums_equal_totals(
    told: list[tuple[int, int, int, int, int]], published: list[tuple[int, int]], grain: Grain
) -> None:
    buckets = gather(told, published, grain)
    assert sum(bucket.exact for bucket in buckets) == sum(row[2] for row in told)
    assert sum(bucket.coarse for bucket in buckets) == sum(row[3] for row in told)
    assert sum(bucket.guessed for bucket in buckets) == sum(row[4] for row in told)
    assert sum(bucket.articles for bucket in buckets) == sum(articles for _, articles in published)
    assert sum(bucket.wide for bucket in buckets) == sum(
        coarse
        for first, last, _, coarse, _ in told
        if step_of(date.fromordinal(last), grain) > step_of(date.fromordinal(first), grain)
    )
    steps = [step_of(bucket.first, grain) for bucket in buckets]
    assert steps == sorted(set(steps))
    assert gather(sorted(told), published, grain) == buckets
