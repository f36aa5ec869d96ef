"""Times of business news: periods of a report, what a figure is set against, years beside their crops."""

from __future__ import annotations

import pytest

from tests.extract.making import PUBLISHED, find, values


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        # counted lengths
        ("The rest must be paid within 60 days.", "60 days", "P60D"),
        ("It broke with 210 years of silence.", "210 years", "P210Y"),
        ("The court sat for two and a half years.", "two and a half years", "P2Y6M"),
        ("It was a two-and-a-half-year term.", "two-and-a-half-year", "P2Y6M"),
        ("It took a month and a half.", "a month and a half", "P1.5M"),
        ("The loan runs for 7-1/2 years.", "7-1/2 years", "P7Y6M"),
        ("They waited half an hour.", "half an hour", "PT30M"),
        ("They met following a two-day walk.", "two-day", "P2D"),
        ("They met at noon on Monday. Two and a half hours later they left.", "Two and a half hours later",
         "2021-03-08T14:30"),
        # years beside years and things
        ("Exports in the 2019/20 season rose.", "2019/20", "2019/2020"),
        ("Output fell in fiscal 2019/20.", "fiscal 2019/20", "2019/2020"),
        ("The mill had 2019 sales of 4 million.", "2019", "2019"),
        ("Debts matured between 2012 and 2016 inclusive.", "2016", "2016"),
        ("The mayors meet May 28-29.", "May 28-29", "2021-05-28/2021-05-29"),
        ("The siege was a year-long one.", "a year-long", "P1Y"),
        ("It ended a decades-long war.", "a decades-long", "PXY"),
        ("The claim was filed last March 4.", "last March 4", "2021-03-04"),
        ("Net for the year-earlier nine months rose.", "the year-earlier nine months", "P9M"),
        ("Output rose in the week ended March 5.", "the week", "P1W"),
        ("Output rose in the year to January.", "the year", "P1Y"),
        ("At yearend 2019 it had four shops.", "yearend 2019", "2019-12-31"),
        # halves and years told of
        ("Profit fell in the first half.", "the first half", "2021-H1"),
        ("Output in first half 2020 fell.", "first half 2020", "2020-H1"),
        ("Demand is likely to grow in the second half of the year.", "the second half of the year", "2021-H2"),
        ("Output rose in 2019. During the year a mill opened.", "the year", "2019"),
        # what is sold ahead
        ("Gold for May delivery fell.", "May", "2021-05"),
        ("Oats for June/July closed at 4, basis December.", "July", "2021-07"),
        ("Oats for June/July closed at 4, basis December.", "December", "2021-12"),
        ("It grew partly due to storms in April.", "April", "2020-04"),
        ("He said they should meet in May.", "May", "2021-05"),
        ("Net in the fiscal year ended Jan. 31 rose.", "the fiscal year", "P1Y"),
        ("It will report on the year ended September 30.", "September 30", "2020-09-30"),
        ("It pays for the year ending September 30.", "September 30", "2021-09-30"),
        ("Forecasts for the full year rise.", "the full year", "2021"),
        ("Output may have fallen in February.", "February", "2021-02"),
        ("Output rose in October/December.", "December", "2020-12"),
        ("The prices of the early 1980's are gone.", "the early 1980's", "198"),
        ("It opened in spring, 2019.", "spring, 2019", "2019-SP"),
        ("It fell with the release last week of the report.", "last week", "2021-W09"),
        ("It pays in each of the next two fiscal years.", "the next two fiscal years", "P2Y"),
        ("They waited another year.", "another year", "P1Y"),
        ("Sales rose for three straight quarters.", "three straight quarters", "P3Q"),
        ("Net rose in the third quarter. In 2019/20 it rose from 4 a year earlier.", "a year earlier", "2018/2019"),
        ("He expects a slump in the second quarter.", "the second quarter", "2021-Q2"),
        ("It will grow in the first quarter of 2021 and show a rise in the third quarter.", "the third quarter",
         "2021-Q3"),
        ("Net fell in the last quarter of 2019.", "the last quarter of 2019", "2019-Q4"),
        ("Net beat that of 2019's final quarter.", "2019's final quarter", "2019-Q4"),
        ("Net fell in the closing three months of 2019.", "the closing three months of 2019", "2019-Q4"),
        ("It earned 4 million for the year.", "the year", "2020"),
        ("Sales rose from the same 2019 period.", "the same 2019 period", "2019"),
        ("Net rose in the third quarter of 2020 and at the end of the quarter.", "the end of the quarter", "2020-Q3"),
        ("The February figures will come in April.", "February", "2021-02"),
        ("The October meeting will decide.", "October", "2021-10"),
        ("The board in May agreed to sell.", "May", "2020-05"),
        ("The mill is sold out through September.", "September", "2021-09"),
        ("June 10-year bonds fell.", "June", "2020-06"),
        ("The coupon is payable June 15.", "June 15", "2021-06-15"),
        ("The crush is likely to start in July.", "July", "2021-07"),
        ("He expects a slump; in July he had seen none.", "July", "2020-07"),
        ("It will rise to 5 from 4 in December.", "December", "2020-12"),
        ("He will pump it in the next five years.", "the next five years", "P5Y"),
        ("In August, housing starts were unchanged.", "August", "2020-08"),
        ("Its forecast in January that it would grow was wrong.", "January", "2021-01"),
        ("It is for the budget year beginning October 1.", "October 1", "2020-10-01"),
        ("Prices will fall to the lows of late February.", "late February", "2021-02"),
        ("They will know when the report is released on July 9.", "July 9", "2021-07-09"),
        ("Net rose for the full year 2019.", "the full year 2019", "2019"),
        ("Sales rose to more than 150 in 2016 from the previous year.", "the previous year", "2015"),
        ("In the third quarter of 2020 it fell, as in the nine months. In the quarter it lost 4, to 3 a year ago.",
         "a year ago", "2019-Q3"),
        ("They plan to freeze prices from January to early April.", "January", "2021-01"),
        # agreed to do, agreed to a thing
        ("They agreed to a truce in May.", "May", "2020-05"),
        # what a figure is set against is not where the story is
        ("Prices fell in February from December 2019. A month earlier they rose.", "A month earlier", "2021-01"),
        ("Prices fell in February and were up 3 pct from a year earlier.", "a year earlier", "2020-02"),
        ("Net fell in the first half of 2020 from 4 a year earlier.", "a year earlier", "2019-H1"),
        ("Net rose in the third quarter of 2020. It fell in the nine months from 4 a year earlier.", "a year earlier",
         "2019"),
        ("Net rose in the third quarter of 2020 from 4 in 2018's third quarter. In the quarter sales fell.",
         "the quarter", "2020-Q3"),
        ("Net rose in the third quarter of 2020. In the 2019 period it fell.", "the 2019 period", "2019-Q3"),
        ("Net rose in the third quarter of 2020, from 3 in last year's quarter.", "last year's quarter", "2019-Q3"),
        ("Net fell in 2019's third quarter.", "2019's third quarter", "2019-Q3"),
        ("Sales rose in the third quarter of 2020 from the comparable period of 2018.", "the comparable period of 2018",
         "2018-Q3"),
        ("Sales rose from year-earlier levels.", "year-earlier", "2020"),
        ("Sales rose from 4 in the same period last year.", "the same period last year", "2020"),
    ],
)  # fmt: skip
def test_a_time_of_business_news(sentence: str, words: str, value: str) -> None:
    assert values(sentence, PUBLISHED)[words] == value


@pytest.mark.parametrize(
    "sentence",
    [
        "It carried 1986 people.",
        "Flight 1986 crossed the sea.",
        "They scored twice in the second half.",
        "He read the Farmers Daily.",
        "MAR 1630 1611 1640",
        "There was joy in some quarters.",
        "A provincial daily said so.",
        "It ended in the last week of the talks.",
        "They named her Woman of the Year.",
    ],
)
def test_what_names_no_time(sentence: str) -> None:
    assert find(sentence, PUBLISHED).times == ()
