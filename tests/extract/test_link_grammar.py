"""Ties that hang on plain English grammar: where clauses are cut, and what stands aside from them."""

from __future__ import annotations

import pytest

from tests.extract.making import ties

N, V, F, T = "Abel Norrin", "Ruth Vane", "France", "Arden Trust"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin sold up that December and met Ruth Vane.", {(N, "that December")}),
        ("Abel Norrin said last month Ruth Vane would leave in May.", {(N, "last month"), (V, "May")}),
        (
            "Abel Norrin, who left in May and whose son was held in June, slept in July.",
            {(N, "May"), (N, "July")},
        ),
        ("Ruth Vane slept after her clerk, Abel Norrin, wept on Tuesday.", {(N, "Tuesday")}),
        ("Abel Norrin, who since last year has run the bank, slept.", {(N, "last year")}),
        ("The bank was bought, according to Ruth Vane, who left on Tuesday.", {(V, "Tuesday")}),
        ("Abel Norrin denied he met Ruth Vane on Monday.", set()),
        ("Ruth Vane had “stopped taking calls on Monday”.", {(V, "Monday")}),
        (
            "France, which lent money in May, and Italy slept on Monday.",
            {(F, "May"), (F, "Monday"), ("Italy", "Monday")},
        ),
        ("A garden party; Abel Norrin was born in 1950.", {(N, "1950")}),
        ("They freed Abel Norrin, an officer of the Arden Trust who had been held since May.", {(N, "May")}),
        ("The envoy, a Dane named Abel Norrin, sailed on Monday.", {(N, "Monday")}),
        (
            "Arrested in Lyon in May and released six weeks later, Abel Norrin slept.",
            {(N, "May"), (N, "six weeks later")},
        ),
        ("France and the rebels of the Arden Trust took a hill on Monday and lost it on Tuesday.", {(F, "Tuesday")}),
        ("Abel Norrin and Ruth Vane came early and left on Tuesday.", {(N, "Tuesday"), (V, "Tuesday")}),
        ("Abel Norrin paid on Monday, and a helicopter took off on Tuesday.", {(N, "Monday")}),
    ],
)
def test_where_clauses_are_cut(text: str, expected: set[tuple[str, str]]) -> None:
    found = ties(text)
    assert found >= expected
    assert {tie for tie in found if tie[0] in (N, V)} == {tie for tie in expected if tie[0] in (N, V)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin, its chairman since 2012, met Ruth Vane.", {(N, "2012")}),
        ("Abel Norrin, the teacher of Ruth Vane, left on Monday.", {(N, "Monday")}),
        ("Abel Norrin, hired by Ruth Vane in May, slept on Monday.", {(N, "May"), (V, "May"), (N, "Monday")}),
        ("Abel Norrin suffered his worst loss since May.", set()),
        ("Abel Norrin met Ruth Vane for the first time since May.", {(N, "May"), (V, "May")}),
        ("Ruth Vane urged Abel Norrin to leave by Friday.", set()),
        ("Ruth Vane spent all of Tuesday with Abel Norrin.", {(N, "Tuesday"), (V, "Tuesday")}),
        ("The Arden Trust, an agency founded by Ruth Vane in May, slept.", {(T, "May"), (V, "May")}),
        ("The Arden Trust, whose members struck in May, slept.", {(T, "May")}),
        ("The Arden Trust's June offer lapsed on Monday.", {(T, "Monday")}),
    ],
)
def test_what_stands_aside(text: str, expected: set[tuple[str, str]]) -> None:
    assert {tie for tie in ties(text) if tie != (T, "June")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin would leave on Monday, he added.", {(N, "Monday")}),
        ("Abel Norrin would not leave on Monday, he added.", set()),
        ("Since May Abel Norrin has not been seen.", {(N, "May")}),
        ("“I wrote to the bank on Monday,” said Ruth Vane.", {(V, "Monday")}),
        (
            "Abel Norrin was held. On Monday he asked for more; on Tuesday he asked again.",
            {(N, "Monday"), (N, "Tuesday")},
        ),
    ],
)
def test_what_is_told_as_a_plan_or_of_oneself(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin, who came from Lyon to Arden, learned last week he had won.", {(N, "last week")}),
        ("Abel Norrin has told reporters France left on Monday.", {(F, "Monday")}),
        ("Abel Norrin told reporters Monday Ruth Vane would leave in May.", {(N, "Monday"), (V, "May")}),
        ("The Arden Trust reported Sunday the former judge Ruth Vane left in 1982.", {(T, "Sunday"), (V, "1982")}),
        (
            "In separate statements issued Sunday, France and Italy said no.",
            {(F, "Sunday"), ("Italy", "Sunday")},
        ),
        ("Abel Norrin has run the bank since its founder died in May.", {(N, "May")}),
        ("When the music ended on Monday, Abel Norrin left.", {(N, "Monday")}),
        ("Abel Norrin, who was himself held in May, slept.", {(N, "May")}),
        ("A judge asked whether Abel Norrin, held in May for theft, may leave.", {(N, "May")}),
        ("Ruth Vane denied a claim, made on Sunday by the clerks, of theft.", set()),
        ("The firm that runs the mill, Arden Trust, was fined on Monday.", {(T, "Monday")}),
    ],
)
def test_verbs_and_their_subjects(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "France left the Arden Trust in 1999 and the European Union in 2004.",
            {"1999": T, "2004": "European Union"},
        ),
        ("Abel Norrin lost the election of 2007.", {"2007": N}),
        ("In an interview early on Tuesday, Abel Norrin said he was well.", {"early on Tuesday": N}),
        ("The Arden Trust, whose contract ended in May, slept.", {"May": T}),
        ("Lawyers for Abel Norrin wrote on Monday.", {}),
        ("The report on Abel Norrin came out on Monday.", {}),
        ("Abel Norrin was tried after the May 4 killing.", {}),
        ("Ruth Vane bought 4 per cent of the Arden Trust on Monday.", {"Monday": T}),
    ],
)
def test_who_is_party(text: str, expected: dict[str, str]) -> None:
    """By the words of the time: who is tied to it beside the one who buys or joins."""
    found = {(name, time) for name, time in ties(text) if name not in (V, F)}
    assert found == {(name, time) for time, name in expected.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France says a rebel, Abel Norrin, was killed on Monday.", {(N, "Monday")}),
        ("The Arden Trust has clarified that five guards were killed on Friday.", set()),
        ("Abel Norrin said that Ruth Vane left in May and that France left in June.", {(V, "May"), (F, "June")}),
        ("Abel Norrin has not yet signed on Monday.", set()),
        ("Efforts by the Arden Trust so far have failed since May.", {(T, "May")}),
        ("Ruth Vane is rejecting talks with the Arden Trust that began on Monday.", set()),
        ("A court barred Abel Norrin from leaving on Monday.", set()),
        ("Opponents of former President Abel Norrin marched on Monday.", set()),
        ("Arden Trust President Ruth Vane slept on Monday.", {(V, "Monday")}),
        ("Workers continue to look for a clerk held on Monday near the home of Abel Norrin.", set()),
        ("France has freed some under a plan announced last week by Ruth Vane.", {(V, "last week")}),
        ("The guards died near the border with France on Monday.", set()),
        ("Three men were held in northern France on Monday.", set()),
        ("Abel Norrin supporters marched on Monday.", set()),
        ("Ruth Vane left on Monday - the clerks of Abel Norrin stayed until Friday.", {(V, "Monday")}),
    ],
)
def test_who_does_nothing_here(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruth Vane left on Thursday, a day after Abel Norrin came.", {(V, "Thursday"), (N, "a day after")}),
        ("Killed in May, according to Ruth Vane, was Abel Norrin.", {(N, "May")}),
        ("The Arden Trust, the fishing group, whose first offer was refused in May, slept.", {(T, "May")}),
        ("The Arden Trust orders Ruth Vane to leave on Monday.", {(T, "Monday"), (V, "Monday")}),
        ("Workers took bribes, Ruth Vane said, and went on paying until this spring.", set()),
        ("An adviser to the Arden Trust sold shares on Monday.", set()),
        ("Abel Norrin remembers the war of 1992.", set()),
        ("Abel Norrin was accused by Ruth Vane of signing on Monday.", {(N, "Monday")}),
        ("The Arden Trust fined a firm for dumping waste in May.", set()),
        (
            "The notes went out on Monday, and Abel Norrin, who sings in May, will leave on Friday.",
            {(N, "May"), (N, "Friday")},
        ),
    ],
)
def test_whose_time_it_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bill will pass, his adviser, Ruth Vane, said on Friday.", {(V, "Friday")}),
        ("France and Italy, both of which sent envoys in May, slept.", {(F, "May"), ("Italy", "May")}),
        ("The judges awarded the island to France in May.", {(F, "May")}),
        ("The envoy went to France in May.", set()),
        ("Shares in the Arden Trust fell on Monday.", {(T, "Monday")}),
        ("Much has changed since the collapse last winter of the Arden Trust.", {(T, "last winter")}),
        ("The Arden Trust was to have opened in May.", set()),
        ("Abel Norrin had urged a deeper cut in June.", {(N, "June")}),
        ("Abel Norrin slept. His clerk, Ruth Vane, sang before flying home on Friday.", {(V, "Friday")}),
        ("Abel Norrin, who left the firm that March, slept.", {(N, "that March")}),
    ],
)
def test_who_gets_something(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruth Vane asked the Arden Trust for reports that fighting in the north in August had ended.", set()),
        ("Abel Norrin voted for the budget for 2007.", set()),
        ("A storm hit the sea on Monday, between Italy and France.", set()),
        ("Abel Norrin came for talks on Italy and France on Monday.", {(N, "Monday")}),
    ],
)
def test_what_is_only_spoken_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It rained on Monday, a clerk, Ruth Vane",
        "It rained, will",
        "a rain which Ruth Vane, for according to",
        "Abel Norrin says the raids,",
        "It rained, Ruth,",
    ],
)
def test_what_breaks_off(text: str) -> None:
    """A sentence may end anywhere, as in a list or a caption."""
    assert all(name in (N, V) for name, _ in ties(f"On Monday {text}"))
