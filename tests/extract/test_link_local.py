"""Who is meant in news of courts, councils, fires and schools: people without a name, lawyers, what a court heard."""

from __future__ import annotations

import pytest

from tests.extract.making import ties

N, V, T = "Abel Norrin", "Ruth Vane", "Arden Trust"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin hid the coins and sold them, a jury heard on Wednesday.", set()),
        ("Abel Norrin hid the coins in May, Arden Crown Court heard.", {(N, "May")}),
        ("Abel Norrin, 52, of Poplar Close, hid the coins in May.", {(N, "May")}),
        ("Abel Norrin, 52, of Moss Road, Arden Trust, hid the coins in May.", {(N, "May")}),
        ("Ruth Vane, a baker accused of killing two men, was held on Monday.", {(V, "Monday")}),
        ("Abel Norrin was questioned, released and a week later flew home.", {(N, "a week later")}),
        ("Abel Norrin, who left because of snow, came back on Monday.", {(N, "Monday")}),
        ("Abel Norrin took over the Arden Trust in 2014.", {(N, "2014"), (T, "2014")}),
        ("The Arden Trust will stay closed until June 2030.", {(T, "until June 2030")}),
        ("Among those who spoke against it on Monday was Ruth Vane.", {(V, "Monday")}),
    ],
)
def test_a_sentence_of_local_news(text: str, expected: set[tuple[str, str]]) -> None:
    found = {each for each in ties(text) if each[0] in (N, V, T)}
    assert found == {(name, time.removeprefix("until ")) for name, time in expected}
    assert not any("Close" in name or "Court" in name for name, _ in ties(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Arden Trust opened. Two teenagers were arrested. They were questioned on Monday.", set()),
        ("The Arden Trust has rebels. They struck on Monday.", {(T, "Monday")}),
        ("Baker Ruth Vane was held. The mother of two confessed in June.", {(V, "June")}),
        ("Ruth Vane quit. Her lawyer, Ann Wray, said she had fallen ill in June.", {(V, "June")}),
        ("Abel Norrin was fined. His lawyer, Karl Holt, said his client had paid in June.", {(N, "June")}),
        ("Border guards from France and Kenya exchanged fire in June.", {("France", "June"), ("Kenya", "June")}),
        ("Landlord Tom Wray shut the inn in June.", {("Tom Wray", "June")}),
        ("Abel Norrin was fined. Karl Holt, defending, said his client had paid in June.", {(N, "June")}),
    ],
)
def test_who_is_meant_in_local_news(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected
