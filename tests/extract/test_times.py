"""What is found and where it is placed; published on Wednesday 2021-03-10 where nothing else is said."""

from __future__ import annotations

import pytest

from briefing.extract.time_rules import RULES
from briefing.model.when import Anchor, Precision
from tests.extract.making import PUBLISHED, find, values


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        # days
        ("The port closed on 2020-11-02.", "2020-11-02", "2020-11-02"),
        ("The port closed on January 5, 2019.", "January 5, 2019", "2019-01-05"),
        ("The port closed on 5 January 2019.", "5 January 2019", "2019-01-05"),
        ("The port closed on the 5th of January 2019.", "the 5th of January 2019", "2019-01-05"),
        ("The port closed on Tuesday, Jan. 5, 2021.", "Tuesday, Jan. 5, 2021", "2021-01-05"),
        ("The port closed on 25/12/2020.", "25/12/2020", "2020-12-25"),
        ("The port closed on January 5.", "January 5", "2021-01-05"),
        ("The port closed on November 5.", "November 5", "2020-11-05"),
        ("The port will open on April 5.", "April 5", "2021-04-05"),
        ("The port closed January 5-7, 2019.", "January 5-7, 2019", "2019-01-05/2019-01-07"),
        # weekdays
        ("The port closed on Wednesday.", "Wednesday", "2021-03-10"),
        ("The port closed on Tuesday.", "Tuesday", "2021-03-09"),
        ("The port closed last Friday.", "last Friday", "2021-03-05"),
        ("The port will open on Friday.", "Friday", "2021-03-12"),
        ("He said the port will open on Friday.", "Friday", "2021-03-12"),
        ("He said on Friday that the port will open.", "Friday", "2021-03-05"),
        ("The port opens next Monday.", "next Monday", "2021-03-15"),
        ("The port closed yesterday.", "yesterday", "2021-03-09"),
        ("Ships leave on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
        ("Ships leave every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        # parts of a day
        ("It closed on Tuesday night.", "Tuesday night", "2021-03-09TNI"),
        ("It closed last night.", "last night", "2021-03-09TNI"),
        ("It closed this morning.", "this morning", "2021-03-10TMO"),
        ("It closed on the morning of March 4.", "the morning of March 4", "2021-03-04TMO"),
        ("It closed at 9:30 p.m. on Tuesday.", "9:30 p.m. on Tuesday", "2021-03-09T21:30"),
        ("It closed early Tuesday.", "early Tuesday", "2021-03-09"),
        # months and years
        ("The port closed in June.", "June", "2020-06"),
        ("The port closed in June 1944.", "June 1944", "1944-06"),
        ("The port closed in May.", "May", "2020-05"),
        ("The port closed last June.", "last June", "2020-06"),
        ("The port closed in June last year.", "June last year", "2020-06"),
        ("The port closed in 1987.", "1987", "1987"),
        ("The port closed in late 1987.", "late 1987", "1987"),
        ("The port closed at the end of 1987.", "the end of 1987", "1987"),
        ("The port closed in the 1980s.", "the 1980s", "198"),
        ("The port closed in the nineties.", "the nineties", "199"),
        ("The port was built in the 19th century.", "the 19th century", "18"),
        ("The port was built in 490 BC.", "490 BC", "BC0490"),
        ("The war of 1914-18 closed it.", "1914-18", "1914/1918"),
        # seasons, quarters, weeks
        ("The port closed in the summer of 1944.", "the summer of 1944", "1944-SU"),
        ("The port closed last summer.", "last summer", "2020-SU"),
        ("Trade fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("Trade fell in the third quarter.", "the third quarter", "2020-Q3"),
        ("Trade fell last week.", "last week", "2021-W09"),
        ("Trade fell earlier this month.", "earlier this month", "2021-03"),
        ("Trade fell in the first half of 2004.", "the first half of 2004", "2004-H1"),
        # distances
        ("The port closed two years ago.", "two years ago", "2019"),
        ("The port closed three days ago.", "three days ago", "2021-03-07"),
        ("The port closed six weeks ago.", "six weeks ago", "2021-W04"),
        ("The port closed a decade ago.", "a decade ago", "2011"),
        ("The port closed several years ago.", "several years ago", "PAST_REF"),
        # durations, sets, vague
        ("The strike lasted three weeks.", "three weeks", "P3W"),
        ("The strike lasted twenty-two hours.", "twenty-two hours", "PT22H"),
        ("It fell over the past two months.", "the past two months", "P2M"),
        ("Ships leave daily.", "daily", "P1D"),
        ("The port is now closed.", "now", "PRESENT_REF"),
        # holidays
        ("The port closed on Christmas Day.", "Christmas Day", "2020-12-25"),
        ("The port closed at Easter 1916.", "Easter 1916", "1916-04-23"),
    ],
)
def test_a_time_is_found_and_placed(sentence: str, words: str, value: str) -> None:
    assert values(sentence, PUBLISHED).get(words) == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Sailors may march to the second bridge.",
        "The harbour bought 2000 barrels for $1999.",
        "The Sun set and the sat nav failed.",
        "Flight 1944 fell by 12 metres.",
        "The fall of the old town.",
        "A 27-year-old sailor spoke.",
    ],
)
def test_what_only_looks_like_a_time(sentence: str) -> None:
    assert values(sentence, PUBLISHED) == {}


def test_discourse_carries_on_from_the_last_day() -> None:
    found = find("The port closed on January 5, 2019. It opened the following day. Two years later it sank.", PUBLISHED)
    assert [(t.when.value, t.anchor) for t in found.times] == [
        ("2019-01-05", Anchor.EXPLICIT),
        ("2019-01-06", Anchor.DISCOURSE),
        ("2021", Anchor.DISCOURSE),
    ]


def test_no_day_is_counted_from_a_month() -> None:
    assert values("Work began in October 2019. It stopped the following day.", PUBLISHED)["the following day"] is None


def test_until_looks_ahead_through_the_end_of() -> None:
    assert values("The truce was extended until the end of August.", PUBLISHED)["the end of August"] == "2021-08"


def test_a_history_keeps_its_own_clock() -> None:
    text = (
        "The siege began on 3 May 1702. The town fell on 9 July 1702. Peace came in 1704. "
        "The king died on 2 March 1705. In October the fleet returned."
    )
    assert values(text, "2019-12-19")["October"] == "1705-10"


def test_nothing_is_placed_without_an_anchor() -> None:
    found = find(
        "The envoy came on Tuesday. He left in June. He said so in 2020. He returns next week.", None, guess=2023
    )
    rows = [(t.surface, t.when.value, t.when.precision, t.anchor, t.guess) for t in found.times]
    assert rows == [
        ("Tuesday", None, Precision.DAY, Anchor.NONE, None),
        ("June", "XXXX-06", Precision.MONTH, Anchor.NONE, "2023-06"),
        ("2020", "2020", Precision.YEAR, Anchor.EXPLICIT, None),
        ("next week", None, Precision.WEEK, Anchor.NONE, None),
    ]


def test_rules_repeat_nothing_without_a_bound() -> None:
    assert [rule.name for rule in RULES if set("*+") & set(rule.letters) or ",}" in rule.letters] == []
    assert len({rule.name for rule in RULES}) == len(RULES)
