"""Ties that hang on which word is the verb of a clause, and on what a time dates beside it."""

from __future__ import annotations

import pytest

from tests.extract.making import ties

N, V, F, T = "Abel Norrin", "Ruth Vane", "France", "Arden Trust"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A match between France and Italy deteriorated into a brawl in May in a town some papers called sad.",
            {(F, "May")},
        ),
        (
            "In May, France agreed to temporarily release jailed singer Abel Norrin to let him talk.",
            {(F, "May"), (N, "May")},
        ),
        ("More than half of the ships sold, meanwhile, were bought by Abel Norrin in May.", {(N, "May")}),
        ("The Arden Trust kept its prices unchanged at a meeting on Friday.", {(T, "Friday")}),
        ("Abel Norrin said the bank foresees the need for a new road in May.", set()),
        (
            "Ruth Vane said that any gain from the sale of the old yard and of both cranes with all their parts and "
            "tools would be paid out by Abel Norrin in May.",
            {(N, "May")},
        ),
    ],
)
def test_which_word_is_the_verb(text: str, expected: set[tuple[str, str]]) -> None:
    assert {tie for tie in ties(text) if tie[0] in (N, V, F, T)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In comments made Thursday, Abel Norrin said the firm would pay.", {(N, "Thursday")}),
        ("Under a deal signed in May, Abel Norrin paid Ruth Vane.", {(N, "May"), (V, "May")}),
        ("With Ruth Vane not allowed to run again in May, Abel Norrin won.", {(N, "May")}),
        ("Abel Norrin gained nine seats in elections held on Sunday.", {(N, "Sunday")}),
        ("Abel Norrin thanked Ruth Vane in an address delivered on Sunday.", {(N, "Sunday"), (V, "Sunday")}),
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
        ("Abel Norrin called Friday's verdict a first step.", set()),
        ("Abel Norrin has been on the run since the January 1998 bombing of a bank.", {(N, "January 1998")}),
        (
            "Two peacekeepers of the Arden Trust were killed and four wounded on Thursday when a bridge fell.",
            {(T, "Thursday")},
        ),
        ("Abel Norrin sent three doctors to Sunday's election.", set()),
        ("Two men from the northern state of Kano slept on Monday.", set()),
        ("Abel Norrin left in May when he was the French minister.", {(N, "May")}),
        ("Many thousands marched on Sunday to protest the killing of Abel Norrin.", set()),
        ("A speaker told us on Sunday that Abel Norrin was hiding gold.", set()),
    ],
)
def test_what_a_time_dates(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin -- who left in May -- slept on Monday.", {(N, "May"), (N, "Monday")}),
        ("Abel Norrin – a teacher from Kent – slept on Monday.", {(N, "Monday")}),
        ("Abel Norrin said that heavy bombings this month of markets, “show that no one is safe there”.", set()),
        ("Ruth Vane said in 1982 Abel Norrin had paid in 1980.", {(V, "1982"), (N, "1980")}),
        (
            "Ruth Vane says a third round of talks with the owners of the old ferry and of both of the yards will be "
            "held in May by Abel Norrin.",
            {(N, "May")},
        ),
        ("Ruth Vane wrote a letter on Monday arguing the Arden Trust cannot sell the yard.", {(V, "Monday")}),
        ("Asked in May whether he had paid, Abel Norrin slept.", {(N, "May")}),
        ("In an interview, published on Friday, Ruth Vane praised Abel Norrin.", {(V, "Friday"), (N, "Friday")}),
        ("Abel Norrin swore in Ruth Vane as acting chief justice on Monday.", {(N, "Monday"), (V, "Monday")}),
    ],
)
def test_what_interrupts_and_what_is_said(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruth Vane met several Norwegians who left in May.", set()),
        ("Three Norwegians were hurt on Monday.", set()),
        ("France opened talks with Norway early Tuesday.", {(F, "early Tuesday"), ("Norway", "early Tuesday")}),
        ("France and Norway, who were invited in May, slept.", {(F, "May"), ("Norway", "May")}),
        ("France's new rulers, who paid in May, slept.", {(F, "May")}),
        ("In alliance with Norway, France joined the club in May.", {(F, "May")}),
        ("Norway slept. In Lyon, Norwegian and French officials met on Monday.", {("Norway", "Monday"), (F, "Monday")}),
    ],
)
def test_which_states_take_part(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He showed us a fax of May 2003, in which Abel Norrin asked for money.", {(N, "May 2003")}),
        ("Abel Norrin, owner since her father's death in May, has left.", {(N, "May")}),
        ("Abel Norrin was jailed for the 2009 murder of a mayor.", {(N, "2009")}),
        ("Abel Norrin and Ruth Vane have won this year's Alder Prize.", {(N, "this year"), (V, "this year")}),
        ("Ruth Vane slept. A U.S. airstrike in the north in May 2003 left many dead.", {("United States", "May 2003")}),
        ("Ruth Vane fought for the independence of the island in 1898.", {(V, "1898")}),
        (
            "Ruth Vane met Abel Norrin at the opening of his trial last Wednesday.",
            {(V, "last Wednesday"), (N, "last Wednesday")},
        ),
        (
            "France slept. A French offensive in the north in May 2003 to stop the rockets left many dead.",
            {(F, "May 2003")},
        ),
    ],
)
def test_whose_the_dated_event_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected
