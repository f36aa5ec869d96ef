"""The timeline drawn: rows that fit, marks that read without colour, a strip that shows where the cursor is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.cells import Piece
from briefing.app.draw.ink import Ink
from briefing.app.draw.timeline import legend, overview_lines, strip_lines, timeline_entries
from briefing.model.grain import Grain, first_day, last_day, step_of
from briefing.model.timeline import Bucket, Timeline
from tests.app.draw.samples import ASCII_INK, INK, INKS, cells, words


def timeline_of(grain: Grain, *counts: tuple[date, int, int, int, int, int]) -> Timeline:
    steps = [(step_of(day, grain), rest) for day, *rest in counts]
    buckets = tuple(Bucket(first_day(step, grain), last_day(step, grain), *rest) for step, rest in steps)
    return Timeline(grain, buckets, buckets[0].first, buckets[-1].last) if buckets else Timeline(grain, buckets)


SOME = timeline_of(
    Grain.MONTH,
    (date(2020, 1, 3), 1, 2, 1, 1, 2),
    (date(2020, 6, 1), 0, 0, 0, 0, 1),
    (date(2021, 6, 1), 12, 0, 0, 0, 0),
)


def test_rows_and_gaps() -> None:
    lines = [words(line) for entry in timeline_entries(SOME, 80, INK) for line in entry.lines]
    assert lines == [
        "  2020-01   4 claims  2 articles  ●◐○→",
        "  ── no coverage, 4 months: 2020-02 to 2020-05 ──",
        "  2020-06   0 claims  1 article   ",
        "  ── no coverage, 11 months: 2020-07 to 2021-05 ──",
        "  2021-06  12 claims  0 articles  ●●●●●●●●●●●●",
    ]
    assert [entry.can_be_chosen for entry in timeline_entries(SOME, 80, INK)] == [True, False, True, False, True]


def test_how_much_a_mark_is_stays_on_a_small_screen() -> None:
    many = timeline_of(Grain.MONTH, (date(2020, 1, 3), 900, 2, 1, 1, 2))
    for room in (40, 58, 60, 80, 120):
        told = words(legend(many, room, INK))
        assert re.search(r"a mark: up to \d+ claims", told), (room, told)
        assert len(told) <= room


def test_ascii_twin() -> None:
    text = "".join(words(line) for entry in timeline_entries(SOME, 80, ASCII_INK) for line in entry.lines)
    assert text.isascii()
    assert "*+o>" in text
    assert words(legend(SOME, 80, ASCII_INK)).isascii()


def test_the_strip_shortens_gaps_and_marks_the_step_chosen() -> None:
    strip, axis = strip_lines(SOME, SOME.buckets[2], 60, INK)
    assert words(strip).strip().startswith("▃")
    assert "····" in words(strip)
    assert words(strip).endswith("██████")
    assert "2021-06" in words(axis)
    assert "^" in words(axis)
    assert strip_lines(timeline_of(Grain.DAY), None, 60, INK) == [[], []]


NUMBERS = st.integers(0, 3000)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(st.dictionaries(DAYS, st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=30), st.sampled_from([*Grain]),
       st.integers(40, 220), INKS)  # fmt: skip
def test_whatever_it_counts_it_fits(
    counts: dict[date, tuple[int, int, int, int]], grain: Grain, room: int, ink: Ink
) -> None:
    steps: dict[int, tuple[date, int, int, int, int, int]] = {}
    for day, (exact, coarse, guessed, articles) in sorted(counts.items()):
        steps.setdefault(step_of(day, grain), (day, exact, coarse, guessed, coarse // 2, articles))
    made = timeline_of(grain, *steps.values())
    for entry in timeline_entries(made, room, ink):
        for line in entry.lines:
            assert cells(words(line)) <= room
    here = made.buckets[-1] if made.buckets else None
    for above in [*strip_lines(made, here, room, ink), legend(made, room, ink)]:
        assert cells(words(above)) <= room
        if ink is ASCII_INK:
            assert words(above).isascii()


def test_a_strip_of_very_many_steps_is_one_line() -> None:
    start = date(1900, 1, 1)
    many = timeline_of(Grain.DAY, *((start + timedelta(days=at), 1, 0, 0, 0, 0) for at in range(20_000)))
    strip, axis = strip_lines(many, many.buckets[10_000], 200, INK)
    assert cells(words(strip)) == 198
    assert "^1927-05-20" in words(axis)


def test_where_nothing_is_told_the_articles_are_drawn() -> None:
    day = date(2024, 5, 14)
    bucket = Bucket(date(2024, 5, 1), date(2024, 5, 31), articles=3)
    title, cells, axis = overview_lines(
        Timeline(Grain.MONTH, (bucket,), bucket.first, bucket.last), "all articles", bucket, "T", 80, INK
    )
    assert "all articles: no claim, 3 articles" in text_of(title)
    assert "█" in text_of(cells)
    assert "^2024-05" in text_of(axis)
    assert Timeline(Grain.MONTH, (bucket,)).holding(day) is bucket
    assert Timeline(Grain.MONTH, (bucket,)).holding(date(2024, 6, 1)) is None


def text_of(pieces: Sequence[Piece]) -> str:
    return "".join(text for text, _ in pieces)
