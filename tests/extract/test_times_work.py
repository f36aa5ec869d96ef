"""Work on hostile text grows with its length, and no rule can go back over what it has read more than a few words."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract import holidays, time_words
from briefing.extract.resolve import resolve
from briefing.extract.time_cues import direction
from briefing.extract.time_rules import RULES, opening, rule_at
from briefing.extract.time_words import TimeWords
from briefing.extract.times import find_times
from briefing.model.text import Span
from tests.extract.test_any_text import lines_run

HOSTILE = [
    "7", "A", "May ", "May-", "2020-", "1/", "twenty ", "a few ", "hundred years ", "the end of ", "Jan 3, 2020 ",
    "490 BC ", "9 p.m. ", "Tuesday night ", "and June 1955 ", "year-", "a year ago ", "the quarter ", "will ", "early ",
    "nineteen ninety ", "the ", "last ", "$1 a year ", "in 480 ", "1999-00 ", "first half of ", "May 3-4 ",
    "up from 4 in May ", "from May to April ", "1999/00 ", "first half, 4% ", "two and a half years ",
]  # fmt: skip


def work(text: str) -> object:
    found = find_times(text, [Span(0, len(text))])
    return resolve(found, date(2020, 2, 2), None)


@pytest.mark.parametrize("bit", HOSTILE)
def test_work_grows_with_the_length(bit: str) -> None:
    def lines(size: int) -> int:
        text = bit * (size // len(bit))
        return lines_run(lambda: work(text))

    lines(100)
    assert lines(16000) <= 5 * lines(4000) + 2000


@pytest.mark.parametrize("bit", ["7", "A", "May ", "(", "Jan 3, 2020 ", "nineteen "])
def test_a_megabyte_in_one_sentence(bit: str) -> None:
    work(bit * (1_000_000 // len(bit)))


class _Read(list[str]):
    """Words that know how many of them were asked for at once."""

    most = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.most = max(self.most, len(found) if isinstance(at, slice) else 1)
        return found


def test_which_way_a_clause_looks_is_told_by_the_words_around() -> None:
    value = "Rain, " + "by noon, with clouds on Friday, " * 100
    words = TimeWords(value, 0, len(value))
    words.texts = read = _Read(words.texts)
    days = [at for at, text in enumerate(read) if text == "Friday"]
    assert {direction(words, at, at + 1) for at in days} == {"open"}
    assert read.most < 40


def test_ten_thousand_dates_in_one_line() -> None:
    text = "January 3, 2020 and " * 10_000
    assert len(find_times(text, [Span(0, len(text))])) == 10_000


def test_a_match_is_looked_for_wherever_one_can_begin() -> None:
    letters = "mkjwedyNofcaqUthHSlpngAELrRiFBOYPsDVWTxXCKMZbGQI/'-,z=&@!#;~v<J"
    anywhere = re.compile("|".join(f"(?:{rule.letters})" for rule in RULES))
    for text in (first + second + third for first in letters for second in letters for third in "um."):
        for at in range(len(text)):
            if opening().match(text, at):
                found = rule_at(text, at)
                match = anywhere.match(text, at)
                assert (found[2] if found else None) == (match.end() if match else None)
            else:
                assert anywhere.match(text, at) is None


_AROUND = [
    "Day",
    "Eve",
    "Friday",
    "Year",
    "year's",
    "Monday,",
    "Night.",
    "Christi",
    "King",
    "Fawkes",
    "’s",
    "5",
    "(",
    "-",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*holidays.OPENERS, *holidays.CLUES.split("|"), *_AROUND]), max_size=8),
    st.text(max_size=4),
)
def test_words_are_the_same_cut_between_blanks_or_at_once(words: list[str], more: str) -> None:
    for text in (" ".join(words) + more, more.join(words), f"{more} ".join(words)):
        found = TimeWords(text, 0, len(text))
        assert found.texts == time_words._TOKEN.findall(text)
        assert len(found.classes) == len(found.texts)


def test_names_of_several_words_begin_with_a_word_that_is_known_to() -> None:
    for names in (holidays.FIXED, holidays._FROM_EASTER, holidays._NTH):
        for name in names:
            text = name.replace("-", " ").title().replace("Anzac", "ANZAC")
            if " " in text and any(" " in word for word in time_words._TOKEN.findall(text)):
                assert text.split()[0] in holidays.OPENERS
                assert text.split()[1].startswith(holidays.FOLLOWING)
                told = f"The mayor left on {text} for New York, a year on."
                assert TimeWords(told, 0, len(told)).texts == time_words._TOKEN.findall(told)


def test_all_words_are_put_in_lower_case_once() -> None:
    words = TimeWords("The profit rose", 0, 15)
    assert words.low == {"the", "profit", "rose"}
    assert words.low is words.low
