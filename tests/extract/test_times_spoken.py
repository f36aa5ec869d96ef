"""Numbers and dates in words, halves, loose distances, and what hangs on a year ago."""

from __future__ import annotations

import pytest

from tests.extract.making import PUBLISHED, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # dates, years and hours as they are spoken
        (
            "The dam broke on July fifteenth, nineteen ninety-seven.",
            "July fifteenth, nineteen ninety-seven",
            "1997-07-15",
        ),
        ("They met on the twenty-third of February.", "the twenty-third of February", "2021-02-23"),
        ("They met on February twenty-third.", "February twenty-third", "2021-02-23"),
        ("It froze in the winter of nineteen ninety-four.", "the winter of nineteen ninety-four", "1994-WI"),
        ("The mill will go by the year two thousand.", "the year two thousand", "2000"),
        ("The mill was sold in two thousand and three.", "two thousand and three", "2003"),
        ("The gates shut at eight thirty this morning.", "eight thirty this morning", "2021-03-10T08:30"),
        ("They meet at three this afternoon.", "three this afternoon", "2021-03-10T15:00"),
        ("They meet at 3 this afternoon.", "3 this afternoon", "2021-03-10T15:00"),
        ("The ferry left at 1430 GMT on Tuesday.", "1430 GMT on Tuesday", "2021-03-09T14:30"),
        ("The bourse opened at 1615 GMT.", "1615", "2021-03-10T16:15"),
        ("It opened between 1000 and 1200 GMT.", "1200", "2021-03-10T12:00"),
        ("It sank at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m. (0735 GMT) Friday", "2021-03-05T10:35"),
        ("A life in the twenty-first century.", "the twenty-first century", "20"),
        ("It began in the late nineteen nineties.", "the late nineteen nineties", "199"),
        ("It was the first flood since nineteen hundred.", "nineteen hundred", "1900"),
        ("It lasted one hundred and forty-four days.", "one hundred and forty-four days", "P144D"),
        # decades and years written the old way
        ("She grew up in the 1940's.", "the 1940's", "194"),
        ("She grew up in the 60's.", "the 60's", "196"),
        ("The crop of 1985/86 failed.", "1985/86", "1985/1986"),
        ("The plant was built by end-1988.", "end-1988", "1988"),
        ("The plant will open in mid-year.", "mid-year", "2021"),
        ("His failed 1996 campaign cost much.", "1996", "1996"),
        ("It shrank in 2008 - 9.", "2008 - 9", "2008/2009"),
        ("They vote on Election Day.", "Election Day", "2021-11-02"),
        ("Norrin fell in an overnight raid.", "overnight", "2021-03-09TNI"),
        ("It was the spring of '98.", "the spring of '98", "1998-SP"),
        ("He won the '96 vote.", "'96", "1996"),
        ("He won the 1994 and 1996 votes.", "1996", "1996"),
        ("It fell in the May-June period.", "May", "2020-05"),
        # halves
        ("They waited a minute and a half.", "a minute and a half", "PT1M30S"),
        ("They waited two and a half years.", "two and a half years", "P2Y6M"),
        ("The two-and-a-half-year strike ended.", "two-and-a-half-year", "P2Y6M"),
        ("He left a year and a half ago.", "a year and a half ago", "2019-09"),
        ("He left a half hour ago.", "a half hour ago", "2021-03-10"),
        ("He left a quarter century ago.", "a quarter century ago", "1996"),
        # loose distances and lengths
        ("He left a week or so ago.", "a week or so ago", "2021-W09"),
        ("He left a day or two ago.", "a day or two ago", "PAST_REF"),
        ("He left long ago.", "long ago", "PAST_REF"),
        ("They sail two weeks from now.", "two weeks from now", "2021-W12"),
        ("Years from now they will sail.", "Years from now", "FUTURE_REF"),
        ("They were to sail within weeks.", "weeks", "PXW"),
        ("In the weeks ahead they sail.", "the weeks ahead", "PXW"),
        ("The decades-long feud goes on.", "decades-long", "PXY"),
        ("The daylong strike ended.", "daylong", "P1D"),
        ("He stayed another year.", "another year", "P1Y"),
        ("They will sail in the next six months.", "the next six months", "P6M"),
        ("The bank will sell notes in 60-day lots.", "60-day", "P60D"),
        ("He left in the past couple of weeks.", "the past couple of weeks", "P2W"),
        ("They will grow over the next decade.", "the next decade", "P10Y"),
        ("They lost over the years.", "the years", "PXY"),
        ("It was the first in 150 years.", "150 years", "P150Y"),
        ("It fell over the past decade.", "the past decade", "P10Y"),
        ("These days the mill is shut.", "These days", "PRESENT_REF"),
        # what hangs on a year ago
        ("He died ten years ago today.", "ten years ago today", "2011-03-10"),
        ("He died ten years ago this month.", "ten years ago this month", "2011-03"),
        ("He died a week ago Friday.", "a week ago Friday", "2021-02-26"),
        # May and March among months and as adjectives
        ("Sales rose in April, May and June.", "May", "2020-05"),
        ("Sales rose between February and March.", "March", "2021-03"),
        ("They revised March sales.", "March", "2021-03"),
        ("The firm's May report is due.", "May", "2021-05"),
        # days told in a row
        ("They met on Jan. 5, 6 and 7.", "7", "2021-01-07"),
        ("They met on the 5th and 6th of February.", "5th", "2021-02-05"),
        ("This coming Sunday, March 14, they vote.", "This coming Sunday, March 14", "2021-03-14"),
        ("They met from February 3 to 5.", "5", "2021-02-05"),
        (
            "Talks take place Tuesday and Wednesday.",
            "Wednesday",
            "2021-03-17",
        ),
        ("They met late Thursday and early Friday.", "late Thursday", "2021-03-04"),
        ("He leaves a week from Sunday.", "a week from Sunday", "2021-03-21"),
        ("They sailed two Fridays ago.", "two Fridays ago", "2021-02-26"),
        ("They sailed the Friday before last.", "the Friday before last", "2021-02-26"),
        ("They sail on weekends.", "weekends", "XXXX-WXX-WE"),
        ("It held through the second half of the century.", "half of the century", "20"),
        ("They sailed as recently as last week.", "last week", "2021-W09"),
        # which way
        ("In 1996 they hoped for calm in the coming year.", "the coming year", "2022"),
        (
            "The fleet would hold its ships on station in the sea and all of the ocean until May, longer than planned.",
            "May",
            "2021-05",
        ),
        ("A film, which stars him, opens December 23.", "December 23", "2021-12-23"),
        ("Earlier Monday Norrin, who is to be sworn in on Friday, spoke.", "Earlier Monday", "2021-03-08"),
        ("The deadline is December 8.", "December 8", "2021-12-08"),
        ("They struck early this Tuesday morning.", "early this Tuesday morning", "2021-03-09TMO"),
        ("Ministers are meeting Saturday for talks.", "Saturday", "2021-03-13"),
        ("They hoped to end the row before the next Council meeting on April 15.", "April 15", "2021-04-15"),
        ("The bank has extended loans through January.", "January", "2022-01"),
        ("The play was shown through January.", "January", "2021-01"),
        ("Friday is the deadline.", "Friday", "2021-03-12"),
        ("He was elected in November and takes office in April.", "April", "2021-04"),
        ("The plan of February 1990 failed when she quit on March 2.", "March 2", "2021-03-02"),
    ],
)
def test_what_is_spoken(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, PUBLISHED).items()


@pytest.mark.parametrize(
    "sentence",
    [
        "Two thousand men left.",
        "They wounded another hours after it.",
        "The party daily Granary wrote so.",
        "The Daily Lamp wrote so.",
        "It was the last day before the fast.",
        "USA Today wrote so, and so did the Today show.",
        "It opened an overnight shelter at the Lunar New Year.",
        "The Sunday Mail wrote so.",
        "He said '45 men left' and wrote of the '45 minutes' claim.",
        "It blew at 90 miles an hour.",
        "It fell by a half to one point, and more in years one to four.",
        "They met at Theresa May and Company.",
    ],
)
def test_what_only_sounds_like_a_time(sentence: str) -> None:
    assert not values(sentence, PUBLISHED)


def test_a_month_in_the_past_tense_is_no_subject() -> None:
    assert values("A sighting in late January is doubtful.", PUBLISHED) == {"late January": "2021-01"}


def test_recently_before_a_time_is_no_time_of_its_own() -> None:
    assert "recently" not in values("They sailed as recently as last week.", PUBLISHED)
