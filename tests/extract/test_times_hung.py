"""Times hung on what was told before: weeks from a day, days beside a month, days of a named year or week."""

from __future__ import annotations

import pytest

from tests.extract.making import PUBLISHED, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # counted from what was told, no finer than that
        ("They met on 2 March. A week later they quit.", "A week later", "2021-03-09"),
        ("They met in June 2019. Two weeks later they quit.", "Two weeks later", None),
        ("He was jailed in 2015 and freed 18 months later.", "18 months later", "2016"),
        ("They met on Monday. Norrin, chosen in April, left the same evening.", "the same evening", "2021-03-08TEV"),
        # weekdays of what was told
        ("She saw him on Good Friday 2011. He paid on the Tuesday.", "the Tuesday", "2011-04-26"),
        ("She saw him on Good Friday 2011. The Tuesday meeting failed.", "Tuesday", "2021-03-09"),
        ("They left on Saturday last week.", "Saturday last week", "2021-03-06"),
        ("They left on Monday of this week.", "Monday of this week", "2021-03-08"),
        ("They left on November 6, a Friday.", "November 6, a Friday", "2020-11-06"),
        # holidays
        ("They met in 2015. Norrin signed on Christmas Eve that year.", "Christmas Eve that year", "2015-12-24"),
        (
            "They have met since 2015. Norrin came after the 2012 vote and stayed that Christmas.",
            "that Christmas",
            "2012-12-25",
        ),
        ("In 2010 they were out till Easter.", "Easter", "2010-04-04"),
        ("She thinks of the war of 2001, when shops were bare from March.", "March", "2001-03"),
        ("They came back on Hogmanay.", "Hogmanay", "2020-12-31"),
        ("They marched on All Saints'.", "All Saints'", "2020-11-01"),
        # hours late in the day are of the day before, weekends of the first days of a week of the one before
        ("Norrin left shortly after 9pm.", "9pm", "2021-03-09T21:00"),
        ("Norrin left shortly after 9am.", "9am", "2021-03-10T09:00"),
        ("Norrin will speak at 9pm.", "9pm", "2021-03-10T21:00"),
        ("They will vote tomorrow. Norrin, asked at noon, said no.", "noon", "2021-03-10T12:00"),
        ("It was shown this weekend.", "this weekend", "2021-W09-WE"),
    ],
)
def test_a_time_hangs_on_what_was_told(text: str, words: str, value: str | None) -> None:
    assert (words, value) in values(text, PUBLISHED).items()


def test_this_weekend_told_on_a_monday_is_over() -> None:
    assert values("It was shown this weekend.", "2021-03-08")["this weekend"] == "2021-W09-WE"
    assert values("It will be shown this weekend.", "2021-03-08")["this weekend"] == "2021-W10-WE"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They left three days before Christmas 2015.", "three days before Christmas 2015", "2015-12-22"),
        ("The shop opens a week from today.", "a week from today", "2021-03-17"),
        ("They had left on the Monday before Christmas.", "the Monday before Christmas", "2020-12-21"),
        ("They left the day after Boxing Day.", "the day after Boxing Day", "2020-12-27"),
        ("A hearing is set for the week of 22 March.", "the week of 22 March", "2021-W12"),
        ("They fled on the night of the 3rd.", "the night of the 3rd", "2021-03-03TNI"),
        ("They met on Friday, a day after the court let them go.", "a day after", "2021-03-04"),
        ("They met on Tuesday; she had been asked the day before by a friend.", "the day before", "2021-03-08"),
        ("They sailed for two weeks before Christmas 2015.", "two weeks", "P2W"),
    ],
)
def test_a_time_is_told_by_another(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, PUBLISHED).items()


@pytest.mark.parametrize("sentence", ["The day before the vote was quiet.", "The week of the vote was quiet."])
def test_what_hangs_on_an_event_of_no_day_is_no_time(sentence: str) -> None:
    assert not values(sentence, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # what has been done was not done after what is to come
        (
            "Norrin said on Monday the house would be ready by 20 March. Vane spoke a day earlier.",
            "a day earlier",
            "2021-03-07",
        ),
        # what may be by then
        ("If found guilty she could be back in jail before Easter.", "Easter", "2021-04-04"),
        # a number in the next paragraph
        ("He spoke of 14 January 2020.\n\nThe board will take it up on the 24th.", "24th", "2021-03-24"),
        # one month said for two days
        ("They struck on 7 and 21 November.", "7", "2020-11-07"),
        ("They struck on November 7 and 21.", "21", "2020-11-21"),
        ("They struck on May 3 and two left.", "May 3", "2020-05-03"),
        # midnight before the day of the news
        ("The deal ended at midnight.", "midnight", "2021-03-09T24:00"),
        ("The vote held in the small hours was close.", "the small hours", "2021-03-10TMO"),
    ],
)
def test_a_day_is_the_one_that_can_be_meant(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, PUBLISHED).items()
