"""Hours, meals, parts of days and years that news names without a figure or a day."""

from __future__ import annotations

import pytest

from tests.extract.making import PUBLISHED, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # hours and meals
        ("On Monday the gates were shut, and by nine the guards had left.", "nine", "2021-03-08T09:00"),
        ("The council will meet on Friday at ten.", "Friday at ten", "2021-03-12T10:00"),
        ("The gates were shut at nine PM on Monday.", "nine PM on Monday", "2021-03-08T21:00"),
        ("The hearing opens at 1300, pacific daylight time.", "1300", "2021-03-10T13:00"),
        ("It opens at 1115 est and shuts at 1615 hours.", "1115", "2021-03-10T11:15"),
        ("They marched between 1000 and 1200 GMT.", "1000", "2021-03-10T10:00"),
        ("On Monday they voted, and by breakfast they had left.", "breakfast", "2021-03-08TMO"),
        ("On Monday he came; he left after lunch.", "lunch", "2021-03-08TAF"),
        ("They were seized in the small hours of Monday.", "the small hours of Monday", "2021-03-08TMO"),
        (
            "They were seized in the early hours of Monday morning.",
            "the early hours of Monday morning",
            "2021-03-08TMO",
        ),
        # months and seasons behind words that were no opening
        ("He had denied it as late as May.", "May", "2020-05"),
        ("She is safe until spring.", "spring", "2021-SP"),
        # half of something, all of something
        ("It stood there half a century ago.", "half a century ago", "1971"),
        ("Varda did so a full year ago.", "a full year ago", "2020"),
        ("The firm failed at the turn of the century.", "the turn of the century", "2000"),
        # days in words
        ("They met on 3 March and left on the tenth.", "the tenth", "2021-03-10"),
        # since something of a day is a bound too
        ("Norrin, alone since her death on 4 May 2013, sold it in July.", "July", "2020-07"),
        ("They met in 2008 and had no ship until 2010. It sank on 1 July.", "1 July", "2020-07-01"),
    ],
)
def test_what_names_a_part(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, PUBLISHED).items()


@pytest.mark.parametrize(
    "sentence",
    [
        "They won by two.",
        "Norrin guessed at ten to one.",
        "The dinner guests left.",
        "Prices began to fall.",
        "There were two ships; they went on the second.",
        "As proud as May was, she left.",
    ],
)
def test_what_only_looks_like_a_part(sentence: str) -> None:
    assert not values(sentence, PUBLISHED)


def test_hours_at_the_heads_of_entries_run_past_midnight() -> None:
    text = (
        "21:10 The mayor asks for a count.\n\n23:48 Norrin gives up. Polls had shut at 8 p.m.\n\n00:20 Norrin speaks."
    )
    found = values(text, PUBLISHED)
    assert (found["21:10"], found["23:48"], found["00:20"]) == (
        "2021-03-10T21:10",
        "2021-03-10T23:48",
        "2021-03-11T00:20",
    )


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met the week before last.", "the week before last", "2021-W08"),
        ("They will meet the week after next.", "the week after next", "2021-W12"),
        ("They will meet a week tomorrow.", "a week tomorrow", "2021-03-18"),
        ("They met on the last Friday of May 2019.", "the last Friday of May 2019", "2019-05-31"),
        ("They met on the first Monday in September.", "the first Monday in September", "2020-09-07"),
        ("It is dated 4.5.2020.", "4.5.2020", "2020-05-04"),
        ("It is dated 04-05-2020.", "04-05-2020", "2020-05-04"),
        ("It burnt in 2010. Seven years on, it is new.", "Seven years on", "2017"),
        ("They met on 2 March. Some three weeks later they left.", "Some three weeks later", "2021-03-23"),
        ("They have a pact effective July 1.", "July 1", "2021-07-01"),
        ("The sale on Saturday, May 4, drew few.", "Saturday, May 4", "2019-05-04"),
        ("The sale on Tuesday, May 5, drew few.", "Tuesday, May 5", "2020-05-05"),
        ("They left on Wednesday the 3rd.", "Wednesday the 3rd", "2021-03-03"),
    ],
)
def test_common_forms(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, PUBLISHED).items()


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met Mondays last week.", "Mondays last week", "XXXX-WXX-1"),
        ("They met on Mondays of that year.", "Mondays of that year", "XXXX-WXX-1"),
        ("They met on the first Mondays in June.", "the first Mondays in June", "2020-06-01"),
        ("The Sundays before, they slept.", "The Sundays before", "2021-03-07"),
        ("The current fortnight is wet, and the current hour is late.", "The current fortnight", "2021-W10"),
        ("It fell in fiscal 2019/9.40.", "fiscal 2019/9.40", "2019"),
        ("It stands until the day after 9999-12-31.", "the day after 9999-12-31", None),
        ("It was sold on 31 February 2021.", "31 February 2021", None),
        ("It was shut on June 30-31, 2020.", "June 30-31, 2020", None),
    ],
)
def test_what_nobody_would_write_is_read_as_well(text: str, words: str, value: str | None) -> None:
    assert (words, value) in values(text, PUBLISHED).items()


def test_figures_of_another_script_make_no_short_year() -> None:
    assert values("It was built in '٣٤ and sold in '58.", PUBLISHED) == {"'58": "1958"}


def test_a_quarter_told_of_in_the_first_year_of_the_calendar() -> None:
    text = "It rose in the first quarter of 2019, and in nine months."
    assert values(text, "0001-01-01") == {"the first quarter of 2019": "2019-Q1", "nine months": "P9M"}
