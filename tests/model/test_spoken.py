"""Values of times in a reader's words."""

from __future__ import annotations

import pytest

from briefing.model.spoken import spoken
from briefing.model.when import Precision, When


@pytest.mark.parametrize(
    ("value", "precision", "said"),
    [
        ("18", Precision.RANGE, "19th century"),
        ("20", Precision.RANGE, "21st century"),
        ("10", Precision.RANGE, "11th century"),
        ("180", Precision.DECADE, "1800s"),
        ("2022-11-06TEV", Precision.TIME, "2022-11-06 evening"),
        ("2020-FA", Precision.SEASON, "autumn 2020"),
        ("2020-Q3", Precision.QUARTER, "2020 Q3"),
        ("2020-01-02", Precision.DAY, "2020-01-02"),
        (None, Precision.VAGUE, ""),
    ],
)
def test_a_value_is_said(value: str | None, precision: Precision, said: str) -> None:
    assert spoken(When(value, precision)) == said
