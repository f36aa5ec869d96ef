"""Figures side by side: which can all be true, and which one source alone gives."""

from __future__ import annotations

import pytest

from briefing.model.claim import FigureClaim
from briefing.model.dossier import Agreement, compare, group_figures


def figure(
    low: float | None, high: float | None, said_by: str = "", value: str = "", unit: str = "fighters", doc: str = "a"
) -> FigureClaim:
    return FigureClaim(1, doc, f"{low} to {high}", low, high, unit, said_by, value, None, 1, 0)


UP_TO = figure(None, 1200, "UN report", "2020")
HUNDREDS = figure(200, None, "Experts", "2023")
MANY = figure(2000, 2000, "US official", "2021")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([UP_TO], Agreement.SINGLE),
        ([UP_TO, figure(2000, 2000, "un REPORT")], Agreement.SINGLE),
        ([figure(1, 1), figure(2, 2)], Agreement.SINGLE),
        ([figure(1, 1), figure(2, 2, doc="b")], Agreement.DIFFER),
        ([UP_TO, HUNDREDS], Agreement.AGREE),
        ([UP_TO, HUNDREDS, MANY], Agreement.DIFFER),
        ([UP_TO, MANY._replace(value="2020")], Agreement.CONTRADICT),
        ([UP_TO, figure(1500, 1500, "UN report"), HUNDREDS], Agreement.AGREE),
        ([UP_TO, MANY._replace(unit="")], Agreement.OPEN),
    ],
)
def test_agreement(figures: list[FigureClaim], expected: Agreement) -> None:
    assert compare(figures) is expected
    assert compare(figures[::-1]) is expected


def test_one_unit_is_one_group_in_singular_and_plural() -> None:
    cars = figure(3, 3, unit="cars")
    groups = group_figures([UP_TO, cars, HUNDREDS, figure(1, 1, "X", unit="Fighter")])
    assert [(group.unit, len(group.figures), group.sources) for group in groups] == [("fighters", 3, 3), ("cars", 1, 1)]
    assert groups[0].figures[0] is UP_TO
