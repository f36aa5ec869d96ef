from __future__ import annotations

import pytest

from briefing.model.actor import Certainty
from tests.extract.making import actors, find, ties

N, V = "Abel Norrin", "Ruth Vane"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin arrived on Tuesday.", {(N, "Tuesday")}),
        ("On Tuesday Abel Norrin met Ruth Vane.", {(N, "Tuesday"), (V, "Tuesday")}),
        ("Abel Norrin arrived on Monday, and Ruth Vane left on Tuesday.", {(N, "Monday"), (V, "Tuesday")}),
        ("Abel Norrin arrived on Monday; Ruth Vane waited.", {(N, "Monday")}),
        ("Abel Norrin met Ruth Vane and left on Tuesday.", {(N, "Tuesday")}),
        ("Abel Norrin said on Tuesday that Ruth Vane had left.", {(N, "Tuesday")}),
        ("Abel Norrin said that Ruth Vane left on Monday.", {(V, "Monday")}),
        ("Abel Norrin did not leave on Monday.", set()),
        ("Abel Norrin would leave on Monday if asked.", set()),
        ("Abel Norrin arrived in France on Monday.", {(N, "Monday")}),
        ("A report by Ruth Vane in 2020 said Abel Norrin was hiding gold.", {(V, "2020"), (N, "2020")}),
        ("The strike of Abel Norrin lasted three weeks.", set()),
    ],
)
def test_who_is_tied_to_what(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


def test_a_tie_shows_its_proof() -> None:
    text = "Nothing moved. Abel Norrin crossed the border on Tuesday. Ruth Vane slept."
    (tie,) = actors(text, "2021-03-10")[N].dates
    assert tie.evidence.of(text) == "Abel Norrin crossed the border on Tuesday."
    assert tie.did is not None
    assert tie.did.of(text) == "crossed the border on Tuesday"
    assert (tie.rule, tie.certainty, tie.said_by) == ("subject-of-clause", Certainty.STATED, None)


def test_who_said_it() -> None:
    found = actors("Abel Norrin said that Ruth Vane left on Monday.", "2021-03-10")
    assert [tie.said_by for tie in found[V].dates] == [N]


def test_an_undated_article_keeps_its_ties() -> None:
    found = find("Abel Norrin arrived on Tuesday.")
    (tie,) = found.actors[0].dates
    assert found.times[tie.time].when.value is None


def test_nearness_proves_nothing_far_away() -> None:
    assert ties("Abel Norrin left " + "the old house of an aunt " * 30 + "on Monday") == set()
