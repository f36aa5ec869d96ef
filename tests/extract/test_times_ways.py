"""Which way a clause looks from its day: terms that are set, conditions, what stands in the diary, what only bounds."""

from __future__ import annotations

import pytest

from tests.extract.making import PUBLISHED, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # what lasted until a day is over, what was set to last until one is not
        ("The flag hung there until Monday.", "Monday", "2021-03-08"),
        ("The court adjourned the case until Monday.", "Monday", "2021-03-15"),
        ("She had given them until Monday to answer.", "Monday", "2021-03-15"),
        ("The yard has laid off forty men until Monday.", "Monday", "2021-03-15"),
        ("Had he waited until May, nobody would have minded.", "May", "2021-05"),
        # as early, as late, as soon
        ("Neighbours saw smoke as early as Monday.", "Monday", "2021-03-08"),
        ("A vote could come as early as Monday.", "Monday", "2021-03-15"),
        # overnight, to those who read it in the morning
        ("They met on Monday.\n\nWorkers downed tools overnight.", "overnight", "2021-03-09TNI"),
        # earlier than what?
        ("Repairs ended in June 2020, a month earlier than planned.", "a month", "P1M"),
        # a forecast for a year has been made
        ("They cut the growth forecast for the island to 2% from 3% in April.", "April", "2020-04"),
        ("Rain is forecast for April.", "April", "2021-04"),
        # after a day, and the next such day
        ("They are out following Saturday's defeat.", "Saturday", "2021-03-06"),
        ("He is the favourite to succeed her in May.", "May", "2021-05"),
        # long before, and what came to nothing
        ("It fell on 21 June 2019.\n\nThey had warned the bank on 4 June that it would.", "4 June", "2019-06-04"),
        ("They halted plans to fell the wood in June.", "June", "2020-06"),
        ("They announced plans to fell the wood in June.", "June", "2021-06"),
        ("The 2019 Easter Sunday fire killed two.", "2019 Easter Sunday", "2019-04-21"),
        # a condition
        ("If the money was not paid on Friday, he said, they would strike.", "Friday", "2021-03-12"),
        ("If it had come on Friday, they would have left.", "Friday", "2021-03-05"),
        # the diary in the present
        ("The committee takes up the case on Friday.", "Friday", "2021-03-12"),
        ("The council wants both of them there on Friday.", "Friday", "2021-03-12"),
        ("The shops are open on Friday.", "Friday", "2021-03-12"),
        ("He said they had been let go on Friday.", "Friday", "2021-03-05"),
        # from a day on, and between commas
        ("The board named her director from May 1.", "May 1", "2021-05-01"),
        ("Rain, heavy in October, may fall again.", "October", "2020-10"),
        # what bounds a story is not where it stands
        (
            "They met in June 2020. The firm, a member since 2003, refused. A month later they quit.",
            "A month later",
            "2020-07",
        ),
        ("On Monday they were told to pay until 20 March. A day later they left.", "A day later", "2021-03-09"),
    ],
)
def test_a_clause_looks_one_way(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, PUBLISHED).items()


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bank, which failed in September 2008, reopened the following year.", "the following year", "2009"),
        ("She said on Sunday that he would quit in June.", "June", "2021-06"),
        ("The talks, due on Monday, had been put off to Thursday.", "Thursday", "2021-03-11"),
        ("Polls were open between 8 a.m. and 6 p.m. on Sunday.", "8 a.m.", "2021-03-07T08:00"),
    ],
)
def test_clauses_of_news(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, PUBLISHED).items()
