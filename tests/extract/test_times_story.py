"""Times that hang on what a story has told so far: hours, months and weekdays after a day of the past."""

from __future__ import annotations

import pytest

from briefing.model.when import Anchor
from tests.extract.making import PUBLISHED, find, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # a story of the past goes on from its own days
        ("It burnt on 12 March 2018. In April they sold it.", "April", "2018-04"),
        ("It burnt on 12 March 2018. That evening they left.", "That evening", "2018-03-12TEV"),
        ("It burnt on 12 March 2018. The following Tuesday they left.", "The following Tuesday", "2018-03-13"),
        ("It burnt on 12 March 2018. By that autumn it was new.", "that autumn", "2018-FA"),
        ("It burnt on 12 March 2018 and was rebuilt the following spring.", "the following spring", "2019-SP"),
        ("It burnt on 12 March 2018. That August they left.", "That August", "2018-08"),
        ("It burnt on 12 May 2018. In January they left.", "January", "2019-01"),
        ("It burnt on 12 March 2018. By June all were gone.", "June", "2018-06"),
        ("It burnt on 12 March 2018. On the 14th they left.", "14th", "2018-03-14"),
        ("They met on 12 June 2018.\n\nHe left on June 23.", "June 23", "2018-06-23"),
        ("They met on 12 January 2018. In May 2019 he swore that he left on January 3.", "January 3", "2018-01-03"),
        ("He won it in June 2018 and kept it until the autumn.", "the autumn", "2018-FA"),
        ("In 1953 she came, and by the end of the decade she was rich.", "the end of the decade", "195"),
        ("The mayor, elected in May 2017, asked for it. In June the council refused.", "June", "2020-06"),
        # and ends where the news is told
        ("It burnt in March 2018.\n\nHe was last seen in August.", "August", "2020-08"),
        ("It burnt on 12 March 2018.\n\nHe said on Tuesday it was lost. In May he sold it.", "May", "2020-05"),
        ("It has been shut since 12 March 2018. A vote is due in September.", "September", "2021-09"),
        ("It burnt on 12 March 2018. The owner went in February.", "February", "2021-02"),
        # what something of the past lasted to
        ("In July they shut it until October, he said.", "October", "2020-10"),
        # entries of a chronicle
        ("30 June 2018 - It opens.\n\n8 July - It is shut.", "8 July", "2018-07-08"),
        ("Mid-August - It is shut. It opens in May.", "Mid-August", "2020-08"),
        # hours and parts of a day take the day something happened on
        ("He was shot on Tuesday. At 9 p.m. he died.", "9 p.m.", "2021-03-09T21:00"),
        ("He was shot on Tuesday. By noon he was dead.", "noon", "2021-03-09T12:00"),
        ("He was shot on Tuesday evening. At 2 a.m. he died.", "2 a.m.", "2021-03-10T02:00"),
        ("He was shot on Tuesday. He had been ill since Friday. He died at 9 p.m.", "9 p.m.", "2021-03-09T21:00"),
        ("He was shot on Tuesday. The judge will speak at 8 p.m.", "8 p.m.", "2021-03-10T20:00"),
        ("He was shot on Tuesday, police said on Wednesday. At 9 p.m. he died.", "9 p.m.", "2021-03-09T21:00"),
        ("He was shot on Tuesday at 9 p.m. Two hours later he died.", "Two hours later", "2021-03-09T23:00"),
        ("In the afternoon they left.", "the afternoon", "2021-03-10TAF"),
        ("Overnight, divers searched the lock.", "Overnight", "2021-03-09TNI"),
        ("It ended at 9.15 the next morning. It had begun on Tuesday.", "9.15 the next morning", "2021-03-11T09:15"),
        ("It was 9 March. It ended at 9.15 the next morning.", "9.15 the next morning", "2021-03-10T09:15"),
    ],
)
def test_a_story_goes_on_from_its_own_days(text: str, words: str, value: str) -> None:
    assert values(text, PUBLISHED).get(words) == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # hours
        ("It began at 5.40 a.m. on Monday.", "5.40 a.m. on Monday", "2021-03-08T05:40"),
        ("It began at 7.20 in the evening.", "7.20 in the evening", "2021-03-10T19:20"),
        ("It began at 0415 hours local time (0115 GMT).", "0415 hours local time (0115 GMT)", "2021-03-10T04:15"),
        ("It began at 9 p.m. Oslo time on Monday.", "9 p.m. Oslo time on Monday", "2021-03-08T21:00"),
        ("It began after midnight on Monday.", "midnight on Monday", "2021-03-08T00:00"),
        ("It began ten minutes ago.", "ten minutes ago", "2021-03-10"),
        # days with a name
        ("It began on New Year's Eve.", "New Year's Eve", "2020-12-31"),
        ("It began on Boxing Day.", "Boxing Day", "2020-12-26"),
        ("It began on Good Friday.", "Good Friday", "2020-04-10"),
        ("It has been shut since Michaelmas.", "Michaelmas", "2020-09-29"),
        ("It will open in the new year.", "new year", "2022"),
        ("It may last until Easter.", "Easter", "2021-04-04"),
        ("He left over the Easter weekend.", "Easter weekend", "2020-W15-WE"),
        # parts of a year
        ("Sales fell in the first half of the year.", "the first half of the year", "2021-H1"),
        ("Sales fell in the first three months of 2020.", "the first three months of 2020", "2020-Q1"),
        ("It was the third quarter of fiscal 2019.", "the third quarter of fiscal 2019", "2019-Q3"),
        (
            "Sales fell in the third quarter, more than in the same period of 2018.",
            "the same period of 2018",
            "2018-Q3",
        ),
        ("He briefs them in the course of the week.", "the course of the week", "2021-W10"),
        # days beside days
        ("He leaves the day after tomorrow.", "the day after tomorrow", "2021-03-12"),
        ("He came the day before yesterday.", "the day before yesterday", "2021-03-08"),
        ("He leaves a week on Monday.", "a week on Monday", "2021-03-22"),
        ("In two years we shall be here again.", "two years", "2023"),
        ("It was the first win in two years.", "two years", "P2Y"),
        # what stands in the diary, what a day owns, who is asked
        ("The trial opens on Monday.", "Monday", "2021-03-15"),
        ("The funeral is on Saturday.", "Saturday", "2021-03-13"),
        ("They will respect Sunday's result.", "Sunday", "2021-03-07"),
        ("They will play in Sunday's match.", "Sunday", "2021-03-14"),
        ("Members would be asked to ratify it on Sunday.", "Sunday", "2021-03-14"),
        ("If nothing happened by Easter they would leave.", "Easter", "2021-04-04"),
        ("They fled. By Tuesday evening the town was under water.", "Tuesday evening", "2021-03-09TEV"),
        ("He spoke at a Tuesday night meeting.", "Tuesday night", "2021-03-09TNI"),
        ("They told him to come on April 20.", "April 20", "2021-04-20"),
        ("He will leave for the United States Thursday.", "Thursday", "2021-03-11"),
        ("Voting takes place on Sunday.", "Sunday", "2021-03-14"),
        ("It left at 8.41 p.m. on Monday. At 9.10 it burnt.", "9.10", "2021-03-08T09:10"),
    ],
)
def test_hours_and_named_days(text: str, words: str, value: str) -> None:
    assert values(text, PUBLISHED).get(words) == value


@pytest.mark.parametrize(
    "text",
    ["They fled before the afternoon prayer.", "It is quiet in the evening.", "They taped the night she died."],
)
def test_a_part_of_no_day(text: str) -> None:
    assert values(text, PUBLISHED) == {}


def test_without_a_publication_the_story_still_goes_on() -> None:
    found = find("It burnt on 12 March 2018. In April they sold it. The following day they left.", None).times
    assert [(t.when.value, t.anchor) for t in found] == [
        ("2018-03-12", Anchor.EXPLICIT),
        ("2018-04", Anchor.DISCOURSE),
        (None, Anchor.NONE),
    ]


def test_a_history_knows_what_is_told_of_now() -> None:
    text = (
        "He was born in 1924. He fought in 1941. He was hurt in 1943 and left that September. He taught from 1950. "
        "He died in 1991.\n\nHis town gave him a street last October. In January it was named. He had asked in 1960. "
        "A plaque is to be unveiled on Saturday."
    )
    found = values(text, "2013-08-15")
    wanted = {"that September": "1943-09", "last October": "2012-10", "Saturday": "2013-08-17"}
    assert {words: found[words] for words in wanted} == wanted
