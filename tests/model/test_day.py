"""A publication date is a day that there is; what is coarser says so."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.model.day import read_day
from briefing.model.errors import WrongUse, sentence


@pytest.mark.parametrize("text", ["2023-08-22", " 2023-08-22 "])
def test_a_day(text: str) -> None:
    assert read_day(text) == date(2023, 8, 22)


@pytest.mark.parametrize(
    ("text", "why"),
    [("2023-08", "a month"), ("2023", "a year"), ("2023-W34", "a week"), ("2023-02-30", "no day"), ("", "no day"),
     ("0000-01-01", "no day"), ("tomorrow", "“tomorrow” is no day"),
     ("２０２３-08-22", "no day"), ("22.8.2023", "no day")],
)  # fmt: skip
def test_what_is_no_day_says_why(text: str, why: str) -> None:
    with pytest.raises(WrongUse) as caught:
        read_day(text)
    assert why in sentence(caught.value)
    assert "YYYY-MM-DD" in sentence(caught.value)
