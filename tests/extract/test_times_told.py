"""Times that hang on how a clause looks, on what was told before, and on a story's own clock."""

from __future__ import annotations

import pytest

from briefing.model.when import Anchor
from tests.extract.making import PUBLISHED, find, values


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        # which way a clause looks
        ("They agreed to sell the port in May.", "May", "2021-05"),
        ("They sold the port in May.", "May", "2020-05"),
        ("They planned a march on Saturday.", "Saturday", "2021-03-13"),
        ("Ships could leave as soon as Friday.", "Friday", "2021-03-12"),
        ("He said he would be there on Friday.", "Friday", "2021-03-12"),
        ("It has been closed since April.", "April", "2020-04"),
        ("All had left by Wednesday.", "Wednesday", "2021-03-10"),
        ("The payment is on April 20.", "April 20", "2021-04-20"),
        # weekends
        ("Ships met over the weekend.", "the weekend", "2021-W09-WE"),
        ("Ships will meet at the weekend.", "the weekend", "2021-W10-WE"),
        # quarters told of
        ("Net rose in the third quarter of 2020. In the quarter sales fell.", "the quarter", "2020-Q3"),
        ("Net rose in the third quarter of 2020 from 2 a year earlier.", "a year earlier", "2019-Q3"),
        ("Net rose in the third quarter of 2020. The year-ago quarter was good.", "The year-ago quarter", "2019-Q3"),
        ("Sales rose in the latest quarter.", "the latest quarter", "2020-Q4"),
        ("Sales rose in the quarter ended Sept. 30.", "the quarter", "2020-Q3"),
        ("Sales rose in the quarter ended July 31.", "the quarter", "2020-Q2"),
        ("Sales rose in the quarter ended January 31.", "the quarter", "2020-Q4"),
        ("It dreads the first quarter of 2022. Sales rose in the latest quarter.", "the latest quarter", "2020-Q4"),
        ("Net rose in the third quarter of 2020 from a year-earlier loss.", "a year-earlier", "2019-Q3"),
        ("Sales rose in the current year.", "the current year", "2021"),
        ("Sales rose in fiscal 2020.", "fiscal 2020", "2020"),
        ("Net for the year ended June 30 fell.", "the year", "P1Y"),
        ("He left at the end of the year.", "the end of the year", "2021"),
        # years among words
        ("The 1990 invasion of the isle failed.", "1990", "1990"),
        ("It fell from its 2006 highs.", "2006", "2006"),
        ("His rule (1876-1910) was long.", "1910", "1910"),
        ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        # one year said for two
        ("In April and June 1955 they met.", "April", "1955-04"),
        ("From December to February 1955 it froze.", "December", "1954-12"),
        # vague counts
        ("Ships met in recent weeks.", "recent weeks", "PXW"),
        ("In the following days it rained.", "the following days", "PXD"),
        ("They sail at night.", "night", "XXXX-XX-XXTNI"),
        ("They fought in the past.", "the past", "PAST_REF"),
        ("They said in the past that they fought.", "the past", "PAST_REF"),
        ("They may fight in the near future.", "the near future", "FUTURE_REF"),
        ("They march each July.", "each July", "XXXX-07"),
        ("They march every summer.", "every summer", "XXXX-SU"),
        ("They waited 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("It closed on 3 May 2020. The day before, they left.", "The day before", "2020-05-02"),
        ("It had been due to close on Friday.", "Friday", "2021-03-12"),
        # before our era
        ("In 490 BC he came, and in 480 his son.", "480", "BC0480"),
        ("It was built in the 470s BC.", "the 470s BC", "BC047"),
        ("It was built in the 4th century BC.", "the 4th century BC", "BC03"),
    ],
)
def test_a_time_is_found_and_placed(sentence: str, words: str, value: str) -> None:
    assert values(sentence, PUBLISHED).get(words) == value


@pytest.mark.parametrize(
    "sentence",
    [
        "The 3rd Division and the 19th Corps met.",
        "Soon it will be good, in current terms.",
        "It costs $5 a year.",
        "He lost about a quarter of it, then three-quarters.",
        "She was in her 30s.",
        "They talked on This Week about nothing.",
        "There was a fall in prices.",
        "Along the March. They went.",
        "Output rose 8% annually.",
        "He bought 2000 barrels and 1990 sheep.",
    ],
)
def test_what_only_looks_like_a_time(sentence: str) -> None:
    assert values(sentence, PUBLISHED) == {}


STORY = (
    "In 1699 the old king died; his sons had quarrelled since 1697. In April 1701 they met, and again in 1702. "
    "The siege began on 3 May 1702. The town fell on 9 July 1702. Peace was signed on 4 June 1703 and kept. "
    "A book of 1995 is about it. "
)


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("In October the fleet returned.", "October", "1703-10"),
        ("In the autumn the fleet returned.", "the autumn", "1703-FA"),
        ("On Thursday the fleet returned.", "Thursday", "1703-06-07"),
        ("The fleet returned the next year.", "the next year", "1704"),
        ("The fleet returned later this year.", "later this year", "1703"),
        ("Guides show the walls today.", "today", "PRESENT_REF"),
        ("In October they made plans for a planned war in 1704. In November they left.", "November", "1703-11"),
    ],
)
def test_a_story_keeps_its_clock_through_an_aside(sentence: str, words: str, value: str) -> None:
    middle = "" if words != "Thursday" else "It was 4 June 1703. "
    assert values(STORY + middle + sentence, "2019-12-19")[words] == value


def test_a_story_goes_where_two_years_say_it_is() -> None:
    text = STORY + "In 1751 a new war began. In 1752 it was lost. In March the king fled."
    assert values(text, "2019-12-19")["March"] == "1752-03"


def test_a_story_before_our_era_counts_down() -> None:
    found = find(
        "In 499 BC they rose. In 490 BC they fell. In 486 BC a king died. The following year came another. "
        "By 480 BC they were back. In the summer they met. In the next decade they parted.",
        "2019-12-19",
    )
    rows = {time.surface: (time.when.value, time.anchor) for time in found.times}
    assert rows["The following year"] == ("BC0485", Anchor.DISCOURSE)
    assert rows["the summer"] == ("BC0480-SU", Anchor.DISCOURSE)
    assert rows["the next decade"] == ("BC047", Anchor.DISCOURSE)


def test_news_with_old_years_keeps_its_publication() -> None:
    text = (
        "It was built in 1989, sold in 1992, closed in 1995 and lost in 2001. On Tuesday it burnt. He came yesterday."
    )
    assert values(text, PUBLISHED)["Tuesday"] == "2021-03-09"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rained on Sunday. By half past four on Monday he knew.", "half past four on Monday", "2021-03-08T04:30"),
        ("He left at a quarter to six on Monday.", "a quarter to six on Monday", "2021-03-08T05:45"),
        ("He left at ten minutes past eleven on Monday.", "ten minutes past eleven on Monday", "2021-03-08T11:10"),
        ("They met on Monday. An hour later all had left.", "An hour later", "2021-03-08"),
        ("They met on Monday morning. All had left a few hours later.", "a few hours later", "2021-03-08"),
        ("They met on Monday night. All had left a few hours later.", "a few hours later", "PTXH"),
        ("They met on Monday. All had left nine hours later.", "nine hours later", "PT9H"),
        ("All had left an hour later.", "an hour later", "PT1H"),
    ],
)
def test_hours_said_in_words(text: str, words: str, value: str) -> None:
    assert values(text, PUBLISHED)[words] == value


def test_levels_are_no_hours() -> None:
    assert values("The alert went from two to three on Monday.", PUBLISHED) == {"Monday": "2021-03-08"}
