"""Dates as headers write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from briefing.formats.dateline import find_dateline
from briefing.formats.days import day_in_name, find_days, read_day
from briefing.formats.settling import settle


@pytest.mark.parametrize(
    ("line", "day", "clock", "shift"),
    [
        ("2021-01-23", date(2021, 1, 23), None, None),
        ("2021-01-23T10:05:06Z", date(2021, 1, 23), time(10, 5, 6), 0),
        ("Sat, 23 Jan 2021 10:00:00 +0530", date(2021, 1, 23), time(10), 330),
        ("January 23rd, 2021 at 10:30 pm EST", date(2021, 1, 23), time(22, 30), -300),
        ("12:15 a.m. GMT, 23 January 2021", date(2021, 1, 23), time(0, 15), 0),
        ("Sept. 3, 2021", date(2021, 9, 3), None, None),
        ("23. Januar 2021", date(2021, 1, 23), None, None),
        ("23 de enero de 2021", date(2021, 1, 23), None, None),
        ("23/01/2021", date(2021, 1, 23), None, None),
        ("01/23/2021", date(2021, 1, 23), None, None),
        ("03.04.2021", date(2021, 4, 3), None, None),
        ("Saturday 03/04/2021", date(2021, 4, 3), None, None),
    ],
)
def test_a_day_is_read(line: str, day: date, clock: time | None, shift: int | None) -> None:
    (found,) = find_days(line)
    assert (found.days, found.clock, found.offset_minutes) == ((day,), clock, shift)


@pytest.mark.parametrize(
    "line", ["2021-02-30", "May be 2021", "31/31/2021", "version 1.2.2021.5", "March 2021", "12:30"]
)
def test_no_day_is_made_up(line: str) -> None:
    assert not list(find_days(line))


def test_figures_that_can_be_read_both_ways_need_evidence() -> None:
    (found,) = find_days("03/04/2021")
    assert found.is_ambiguous
    assert settle(found, "Nothing here.") is None
    settled = settle(found, "The port was shut on April 3 by order.")
    assert settled
    assert settled.day == date(2021, 4, 3)
    assert settle(found, "Between April 3 and March 4 it was shut.") is None


def test_fields_of_records() -> None:
    compact = read_day("20210123")
    assert compact
    assert compact.days == (date(2021, 1, 23),)
    assert compact.words == "20210123"
    seconds = read_day(1611396000)
    assert seconds
    assert seconds.days == (date(2021, 1, 23),)
    nonsenses: tuple[object, ...] = (True, None, [], {}, 1e300, float("nan"), "soon", "99999999")
    for nonsense in nonsenses:
        assert read_day(nonsense) is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2021-01-23-talks.txt", date(2021, 1, 23)),
        ("wire/20210123.txt", date(2021, 1, 23)),
        ("2021/01/23/talks.txt", date(2021, 1, 23)),
        ("ABC20210123.0042", date(2021, 1, 23)),
        ("0020210123.txt", None),
        ("a20210123b.txt", None),
        ("20211323.txt", None),
        ("000_c62b48000af361a.txt", None),
    ],
)
def test_days_in_names(path: str, day: date | None) -> None:
    found = day_in_name(path)
    assert (found.days[0] if found else None) == day


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("SALVADOR, Feb 26 - Showers went on.", "SALVADOR, Feb 26 -"),
        ("TRIPOLI, Libya, Jan 23, 2021 (Wire) - Talks went on.", "TRIPOLI, Libya, Jan 23, 2021 (Wire) -"),
        ("CANBERRA, Australia (AP)_ The vote went on.", "CANBERRA, Australia (AP)_"),
        ("BUDAPEST, March 12 (Xinhua) -- Ministers met.", "BUDAPEST, March 12 (Xinhua) --"),
        ("PARIS — The strike went on.", "PARIS —"),
        ("New Delhi (Reuters) - The strike went on.", "New Delhi (Reuters) -"),
        ("LONDON, 3 March – Rain fell.", "LONDON, 3 March –"),
        ("London, 3 March 2021", "London, 3 March 2021"),
        ("NATO — the alliance — met.", ""),
        ("The minister - a lawyer - said no.", ""),
        ("U.S. - led forces left.", ""),
        ("Haftar, who backs the government, left - and came back.", ""),
        ("On March 3, 2021 the port was shut.", ""),
    ],
)
def test_datelines(paragraph: str, dateline: str) -> None:
    found = find_dateline(paragraph)
    assert (paragraph[: found.end] if found else "") == dateline
