"""Steps of time, buckets and gaps, and their lines: sums equal totals, nothing overlaps, nothing is left out."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.chart import ASCII, UNICODE, chart, marks, per_mark, strip
from briefing.model.grain import Grain, first_day, fitting, label, last_day, step_of
from briefing.model.timeline import Bucket, Gap, Timeline

DAYS = st.dates()
GRAINS = st.sampled_from([*Grain])
COUNTS = st.integers(0, 3000)


@given(DAYS, GRAINS)
def test_a_day_is_in_its_step_and_in_no_other(day: date, grain: Grain) -> None:
    step = step_of(day, grain)
    first, last = first_day(step, grain), last_day(step, grain)
    assert first <= day <= last
    assert step_of(first, grain) == step_of(last, grain) == step
    if last < date.max:
        assert step_of(last + timedelta(days=1), grain) == step + 1


def test_steps_are_named_as_people_do() -> None:
    day = date(2021, 1, 23)
    named = [label(first_day(step_of(day, grain), grain), grain) for grain in Grain]
    assert named == ["2021-01-23", "2021-W03", "2021-01", "2021"]
    assert first_day(step_of(day, Grain.WEEK), Grain.WEEK).isoweekday() == 1
    assert label(first_day(step_of(date(2021, 1, 1), Grain.WEEK), Grain.WEEK), Grain.WEEK) == "2020-W53"


@given(DAYS, DAYS, st.integers(1, 200))
def test_the_finest_grain_that_fits_is_taken(one: date, other: date, width: int) -> None:
    first, last = sorted((one, other))
    grain = fitting(first, last, width)

    def steps(by: Grain) -> int:
        return step_of(last, by) - step_of(first, by) + 1

    assert steps(grain) <= width or grain is Grain.YEAR
    finer = list(Grain)[: list(Grain).index(grain)]
    assert all(steps(each) > width for each in finer)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    grain = draw(GRAINS)
    steps = draw(st.sets(st.integers(0, 300), max_size=20))
    base = step_of(date(1990, 5, 5), grain)
    buckets: list[Bucket] = []
    for at in sorted(steps):
        exact, coarse, guessed, articles = (draw(COUNTS) for _ in range(4))
        wide = draw(st.integers(0, coarse))
        days = first_day(base + at, grain), last_day(base + at, grain)
        buckets.append(Bucket(*days, exact, coarse, guessed, wide, articles))
    first, last = (buckets[0].first, buckets[-1].last) if buckets else (None, None)
    has_edges: bool = draw(st.booleans())
    if buckets and has_edges:
        first, last = first_day(base - 3, grain), last_day(base + 310, grain)
    return Timeline(grain, tuple(buckets), first, last)


@given(timelines())
def test_rows_stand_side_by_side_from_end_to_end(timeline: Timeline) -> None:
    rows = list(timeline.rows())
    assert [row for row in rows if isinstance(row, Bucket)] == list(timeline.buckets)
    for row, after in pairwise(rows):
        assert after.first == row.last + timedelta(days=1)
        assert not (isinstance(row, Gap) and isinstance(after, Gap))
    if rows:
        assert (rows[0].first, rows[-1].last) == (timeline.first, timeline.last)
    gaps = [row for row in rows if isinstance(row, Gap)]
    assert all(step_of(g.last, timeline.grain) - step_of(g.first, timeline.grain) + 1 == g.steps for g in gaps)


@given(timelines(), st.integers(4, 60))
def test_lines_have_room_and_show_every_kind(timeline: Timeline, room: int) -> None:
    lines = list(chart(timeline, room, ASCII))
    assert len(lines) == len(list(timeline.rows()))
    assert all(line.isascii() for line in lines)
    for bucket in timeline.buckets:
        drawn = marks(bucket, timeline.most, room, UNICODE)
        assert len(drawn) <= room
        kinds = {"●": bucket.exact, "◐": bucket.coarse - bucket.wide, "○": bucket.guessed, "→": bucket.wide}
        assert set(drawn) == {sign for sign, count in kinds.items() if count}
        if per_mark(timeline.most, room) == 1:
            assert all(drawn.count(sign) == count for sign, count in kinds.items())


@given(timelines(), st.integers(1, 200))
def test_a_strip_shows_a_claim_wherever_there_is_one(timeline: Timeline, width: int) -> None:
    drawn = strip(timeline, width, UNICODE)
    assert len(drawn) <= width
    if timeline.claims:
        assert UNICODE.levels[-1] in drawn
    else:
        assert not drawn.strip()


def test_a_line_reads_without_colour() -> None:
    first, last = date(2021, 1, 1), date(2021, 1, 31)
    bucket = Bucket(first, last, exact=3, coarse=2, guessed=1, wide=1, articles=3)
    later = Bucket(date(2021, 7, 1), date(2021, 7, 31), exact=1, articles=1)
    timeline = Timeline(Grain.MONTH, (bucket, later), first, later.last)
    assert list(chart(timeline, 20, UNICODE)) == [
        "2021-01  ●●●◐○→  6 claims  3 articles",
        "         … no coverage, 5 months …",
        "2021-07  ●       1 claim   1 article",
    ]
    assert list(chart(timeline, 20, ASCII))[:2] == [
        "2021-01  ***+o>  6 claims  3 articles",
        "         ... no coverage, 5 months ...",
    ]


@pytest.mark.parametrize("empty", [Timeline(Grain.DAY, ()), Timeline(Grain.DAY, (), first=date(2020, 1, 1))])
def test_nothing_is_no_lines(empty: Timeline) -> None:
    assert list(empty.rows()) == []
    assert strip(empty, 10, ASCII) == ""
    assert (empty.claims, empty.articles, empty.most) == (0, 0, 0)
