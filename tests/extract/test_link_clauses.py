"""Ties that hang on which word is the verb of a clause, and on what a time dates beside it."""

from __future__ import annotations

import pytest

from tests.extract.making import ties

N, V, F, T = "Abel Norrin", "Ruth Vane", "France", "Arden Trust"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A match between France and Italy deteriorated into a brawl in May, some papers wrote.", {(F, "May")}),
        ("In May Ruth Vane agreed to quietly release convicted robber Abel Norrin.", {(V, "May"), (N, "May")}),
        ("The bank, shares of which had been sold by Abel Norrin, had been closed in May by Ruth Vane.", {(V, "May")}),
        ("The Arden Trust kept its prices unchanged at a meeting on Friday.", {(T, "Friday")}),
        ("Abel Norrin also appealed on Monday for help from those who have money.", {(N, "Monday")}),
        ("Abel Norrin retaliated on Monday by closing the road.", {(N, "Monday")}),
        (
            "Ruth Vane spoke of the letters Abel Norrin lost and repeated remarks she made last week.",
            {(V, "last week")},
        ),
        ("Ruth Vane said Abel Norrin foresees the need for a new road in May.", {(N, "May")}),
        (
            "Ruth Vane said that any gain from the sale of the old yard and of both cranes with all their parts and "
            "tools would be paid out by Abel Norrin in May.",
            {(N, "May")},
        ),
        (
            "Abel Norrin was killed and two drivers wounded on Monday.",
            {(N, "Monday")},
        ),
    ],
)
def test_which_word_is_the_verb(text: str, expected: set[tuple[str, str]]) -> None:
    assert {tie for tie in ties(text) if tie[0] in (N, V, F, T)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In comments made on Thursday, Abel Norrin praised Ruth Vane.", {(N, "Thursday"), (V, "Thursday")}),
        ("Under a deal signed in May, Abel Norrin paid Ruth Vane.", {(N, "May"), (V, "May")}),
        ("With Ruth Vane not allowed to run again in May, Abel Norrin won.", {(N, "May"), (V, "May")}),
        ("Abel Norrin gained nine seats in elections held on Sunday.", {(N, "Sunday")}),
        ("Abel Norrin thanked Ruth Vane in an address delivered on Sunday.", {(N, "Sunday"), (V, "Sunday")}),
        ("At talks in Oslo the men agreed on Friday, and Abel Norrin left.", set()),
    ],
)
def test_a_phrase_with_a_participle_dates_the_clause_around_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin was among four men nominated in May for a prize.", {(N, "May")}),
        ("Abel Norrin, a quiet and rather shy man, is one of three men who were freed in May.", {(N, "May")}),
        ("Ruth Vane met French troops who are leaving in May.", {(F, "May")}),
        ("Ruth Vane spoke of the jet in which two French friends, who left in May, came.", set()),
    ],
)
def test_what_a_predicate_tells_of_its_subject(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The remains of Abel Norrin were flown home on Thursday.", {(N, "Thursday")}),
        ("The head of state Abel Norrin signed the paper on Thursday.", {(N, "Thursday")}),
        ("Ruth Vane resigned after losing the 1984 general election to Abel Norrin.", {(V, "1984"), (N, "1984")}),
        ("Abel Norrin called Friday's court ruling a first step.", set()),
        ("Abel Norrin has been in hiding since the January 1998 bombing.", {(N, "January 1998")}),
        ("Abel Norrin has paid for the first time since the January 1998 bombing.", set()),
        ("Abel Norrin sent three doctors to Sunday's election.", set()),
        ("Two men from the northern state of Kano slept on Monday.", set()),
        ("Abel Norrin left in May when he was the French minister.", {(N, "May")}),
        ("Many thousands marched on Sunday to protest the killing of Abel Norrin.", set()),
        ("A speaker told us on Sunday that Abel Norrin was hiding gold.", set()),
    ],
)
def test_what_a_time_dates(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected
