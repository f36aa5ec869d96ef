from __future__ import annotations

import pytest

from briefing.model.actor import Figure
from tests.extract.making import find


def figures(text: str) -> list[Figure]:
    return list(find(text, "2021-03-10").figures)


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("up to 1,200 fighters", None, 1200, "fighters"),
        ("2,000 foreign mercenaries", 2000, 2000, "mercenaries"),
        ("hundreds of fighters", 200, None, "fighters"),
        ("tens of thousands of people", 20000, None, "people"),
        ("several thousand refugees", 2000, None, "refugees"),
        ("dozens of soldiers", 24, None, "soldiers"),
        ("at least 30 defensive posts", 30, None, "posts"),
        ("about 73 kilometers", 73, 73, "kilometers"),
        ("some 4,200 fighters", 4200, 4200, "fighters"),
        ("between 40 and 60 dead", 40, 60, "dead"),
        ("40 to 60 trucks", 40, 60, "trucks"),
        ("$3.5 billion", 3.5e9, 3.5e9, "$"),
        ("£20-30 million", 2e7, 3e7, "£"),
        ("three to four billion yen", 3e9, 4e9, "yen"),
        ("8.9 mln acres", 8.9e6, 8.9e6, "acres"),
        ("12 percent", 12, 12, "percent"),
        ("12%", 12, 12, "%"),
        ("a third of the herds", 1 / 3, 1 / 3, "herds"),
        ("two-thirds of the staff", 2 / 3, 2 / 3, "staff"),
        ("two hundred and six containers", 206, 206, "containers"),
        ("forty-two dock workers", 42, 42, "workers"),
        ("no more than 15 ships", None, 15, "ships"),
        ("more than a dozen villages", 12, None, "villages"),
        ("fewer than three ships", None, 3, "ships"),
    ],
)
def test_amounts(words: str, low: float | None, high: float | None, unit: str) -> None:
    (figure,) = figures(f"They saw {words} there.")
    assert figure.surface == words
    assert (figure.low, figure.high) == (pytest.approx(low, abs=0.001) if low else low,
                                         pytest.approx(high, abs=0.001) if high else high)  # fmt: skip
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "They met at the Army-2023 expo on January 23, 2021.",
        "The B-52 and the Boeing 737 landed.",
        "Abel Norrin, 61, and a 46-year-old man left Gate 3.",
        "Call +44 20 7946 0958 or see page 12.",
        "Arden won 3-1 in the 19th round.",
        "He was jailed for three years in 1998 and left at 10:30.",
        "One of the men left. The first two weeks passed.",
        "They saw the Group of Seven nations.",
        "They live in Room 4, No. 12, under Resolution 2178.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "actor", "said_by", "time"),
    [
        ("Abel Norrin bought 300 ships in 2020.", "Abel Norrin", None, "2020"),
        ("A UN report in 2020 said up to 1,200 French soldiers were there.", "France", "United Nations", None),
        ("Abel Norrin's 40 trucks left.", "Abel Norrin", None, None),
        ("About 300 soldiers of the Ardenian Liberation Army left.", "Ardenian Liberation Army", None, None),
        ("Abel Norrin said that 12 people were killed on Monday.", None, "Abel Norrin", "Monday"),
        ("Abel Norrin counted 31 deaths.", None, "Abel Norrin", None),
        ("Twelve were killed, according to Abel Norrin.", None, "Abel Norrin", None),
    ],
)
def test_of_whom_by_whom_and_when(text: str, actor: str | None, said_by: str | None, time: str | None) -> None:
    found = find(text, "2021-03-10")
    (figure,) = found.figures
    assert (figure.actor, figure.said_by) == (actor, said_by)
    assert (found.times[figure.time].surface if figure.time is not None else None) == time
