from __future__ import annotations

import pytest

from briefing.extract.pipeline import RuleExtractor
from briefing.model.actor import Certainty
from briefing.model.frozen import replace
from briefing.model.text import Region
from tests.extract.making import actors, article, find, ties

N, V, F = "Abel Norrin", "Ruth Vane", "France"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin arrived on Tuesday.", {(N, "Tuesday")}),
        ("On Tuesday Abel Norrin met Ruth Vane.", {(N, "Tuesday"), (V, "Tuesday")}),
        ("Abel Norrin arrived on Monday, and Ruth Vane left on Tuesday.", {(N, "Monday"), (V, "Tuesday")}),
        ("Abel Norrin arrived on Monday; Ruth Vane waited.", {(N, "Monday")}),
        ("Abel Norrin met Ruth Vane and left on Tuesday.", {(N, "Tuesday")}),
        ("Abel Norrin arrived in France on Monday.", {(N, "Monday")}),
        ("The strike of Abel Norrin lasted three weeks.", set()),
        ("After Abel Norrin left on Monday, Ruth Vane slept.", {(N, "Monday")}),
        (
            "Abel Norrin slept on Sunday after meeting Ruth Vane on Friday.",
            {(N, "Sunday"), (N, "Friday"), (V, "Friday")},
        ),
        ("Abel Norrin won in May, as Ruth Vane had hoped, and lost in June.", {(N, "May"), (N, "June")}),
        ("On Monday Abel Norrin sang and Ruth Vane danced.", {(N, "Monday"), (V, "Monday")}),
    ],
)
def test_who_takes_part_in_a_clause(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin, who left in May, met Ruth Vane in June.", {(N, "May"), (N, "June"), (V, "June")}),
        ("Abel Norrin, the actor who left in May, met Ruth Vane.", {(N, "May")}),
        ("Abel Norrin, whose group rebelled in June, met Ruth Vane.", set()),
        ("Abel Norrin, whose rescue in June pleased all, met Ruth Vane.", {(N, "June")}),
        ("The men arrested in June saw Abel Norrin on Tuesday.", {(N, "Tuesday")}),
    ],
)
def test_relative_clauses(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) >= expected
    assert (V, "May") not in ties(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin said on Tuesday that Ruth Vane had left.", {(N, "Tuesday")}),
        ("Abel Norrin said that Ruth Vane left on Monday.", {(V, "Monday")}),
        ("Ruth Vane left on Monday, Abel Norrin said on Tuesday.", {(V, "Monday"), (N, "Tuesday")}),
        ("Ruth Vane left on Monday, according to Abel Norrin.", {(V, "Monday")}),
        ('"The whole thing was over by the end of June," said Abel Norrin.', set()),
        ('"I left the old house on Monday and slept," said Abel Norrin.', {(N, "Monday")}),
        ("A report by Ruth Vane in 2020 said Abel Norrin was hiding gold.", {(V, "2020"), (N, "2020")}),
        ("Abel Norrin denied on Friday that Ruth Vane had left in May.", {(N, "Friday")}),
    ],
)
def test_speakers_and_what_they_say(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Abel Norrin did not leave on Monday.",
        "Abel Norrin would leave on Monday if asked.",
        "Abel Norrin might leave on Monday.",
        "If Abel Norrin left on Monday, nobody saw it.",
        "There was no evidence that Abel Norrin left on Monday.",
        "Nobody saw Abel Norrin on Monday.",
        "Abel Norrin never left on Monday.",
        "They doubted that Abel Norrin left on Monday.",
    ],
)
def test_what_did_not_happen_ties_nobody(text: str) -> None:
    assert ties(text) == set()


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Abel Norrin failed to arrive on Monday.", Certainty.STATED),
        ("Abel Norrin will arrive on Monday.", Certainty.INFERRED),
        ("Abel Norrin was due to arrive on Monday.", Certainty.INFERRED),
        ("Ruth Vane said Abel Norrin would arrive on Monday.", Certainty.INFERRED),
    ],
)
def test_plans_are_not_as_sure_as_deeds(text: str, certainty: Certainty) -> None:
    assert [tie.certainty for tie in actors(text, "2021-03-10")[N].dates] == [certainty]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin's 2014 trial surprised Ruth Vane.", {(N, "2014")}),
        ("The 2014 talks between Abel Norrin and Ruth Vane failed.", {(N, "2014"), (V, "2014")}),
        ("Ruth Vane wrote about the treaty of 2016.", set()),
        ("As of May 2020, Abel Norrin had three ships.", {(N, "May 2020")}),
        ("Abel Norrin came at the end of May.", {(N, "the end of May")}),
    ],
)
def test_a_time_that_dates_a_noun(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin decided at last year's summit to leave.", {(N, "last year")}),
        ("Ruth Vane was jailed for the murder of Abel Norrin in 2014.", {(N, "2014"), (V, "2014")}),
        ("Abel Norrin's death in 2014 shocked Ruth Vane.", {(N, "2014")}),
        ("Ruth Vane was arrested for the murder of Abel Norrin on Monday.", {(V, "Monday"), (N, "Monday")}),
        ("Abel Norrin slept. Ruth Vane called for his withdrawal by Saturday.", {(N, "Saturday")}),
    ],
)
def test_an_event_in_a_phrase_has_a_time_of_its_own(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin, arrested in May, met Ruth Vane in June.", {(N, "May"), (N, "June"), (V, "June")}),
        ("Elected in 2011, Abel Norrin met Ruth Vane in June.", {(N, "2011"), (N, "June"), (V, "June")}),
        ("The Arden Trust, led by Abel Norrin since 2015, moved.", {("Arden Trust", "2015"), (N, "2015")}),
        ("The ceasefire signed in 2019 was prolonged by France.", set()),
        ("After meeting Ruth Vane on Monday, Abel Norrin left.", {(N, "Monday"), (V, "Monday")}),
        ("Ruth Vane accused Abel Norrin of killing a man in 2010.", {(N, "2010")}),
        ("Abel Norrin rested and, from 2015, began to paint.", {(N, "2015")}),
        ("In May, Ruth Vane said, Abel Norrin had left.", {(N, "May")}),
    ],
)
def test_participles_and_asides(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin's deputy slept on Monday.", set()),
        ("Abel Norrin's trial began on Monday.", {(N, "Monday")}),
        ("The former chairman of the Arden Trust slept on Monday.", set()),
        ("French President Ruth Vane came on Monday.", {(V, "Monday")}),
        ("Envoys of France and of Italy came on Monday.", {(F, "Monday"), ("Italy", "Monday")}),
        ("Canadian cents fell on Monday.", set()),
        ("At the Arden Trust, Ruth Vane spoke on Monday.", {(V, "Monday")}),
        ("Ruth Vane voted against the 2014 Freedom Act.", set()),
        ("After a storm in Italy, French forces on Monday left.", {(F, "Monday")}),
        ("Abel Norrin's remarks last week hurt Ruth Vane.", {(N, "last week")}),
        ("Abel Norrin died. The Norrin family saw Ruth Vane on Monday.", {(V, "Monday")}),
        ("Reporters talked about Abel Norrin on Monday.", set()),
    ],
)
def test_who_only_owns_or_describes(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruth Vane told Abel Norrin that she would leave on Monday.", {(V, "Monday")}),
        ("France and Italy argued when they met on Monday.", {(F, "Monday"), ("Italy", "Monday")}),
        ("Abel Norrin has not been seen since June.", {(N, "June")}),
        ("In 1993, when Abel Norrin left, it rained.", {(N, "1993")}),
        ("Nobody slept in 1979 when France invaded Italy.", {(F, "1979"), ("Italy", "1979")}),
        ("U.S. Secretary of State Ruth Vane left on Monday.", {(V, "Monday")}),
        ("It was the start of a long fight after he met Abel Norrin on Monday.", {(N, "Monday")}),
        ("Ruth Vane said Sue Moss had lied. She added on Monday that it hurt.", {(V, "Monday")}),
        ("Abel Norrin beat Al Moss. It rained. On Monday he slept.", {(N, "Monday")}),
        ("France beat Italy. It left on Monday.", {(F, "Monday")}),
        ("Ruth Vane and Abel Norrin met. He left on Monday.", {(N, "Monday")}),
        (
            "Talks between Tarim and Orzu failed on Monday. He slept in Tarim and in Orzu.",
            {("Tarim", "Monday"), ("Orzu", "Monday")},
        ),
        ("Had Abel Norrin left in May, nobody would have known.", set()),
        ("No man of the Arden Trust came on Monday.", set()),
    ],
)
def test_who_is_bound_by_the_clause_above(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French soldiers left on Monday.", {(F, "Monday")}),
        ("Negotiators from France left on Monday.", {(F, "Monday")}),
        ("Talks between France and Italy failed on Monday.", {(F, "Monday"), ("Italy", "Monday")}),
        ("Abel Norrin left with men in France and Italy on Monday.", {(N, "Monday")}),
        ("A French company failed on Monday.", set()),
        ("The French singer Ruth Vane died on Monday.", {(V, "Monday")}),
    ],
)
def test_what_a_state_does(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abel Norrin came. He left on Monday.", {(N, "Monday")}),
        ("Abel Norrin and Ruth Vane spoke. Later his aunt left on Monday.", set()),
        ("Mr. Abel Norrin and Mrs. Ruth Vane came. She left on Monday.", {(V, "Monday")}),
        ("Prosecutor Ruth Vane said the chairman sold his house on Monday.", set()),
        ("Foreign Minister Ruth Vane came. The foreign minister left on Monday.", {(V, "Monday")}),
        ("The charity Arden Aid grew. The charity closed on Monday.", {("Arden Aid", "Monday")}),
        ("France and Italy met. The two sides agreed on Monday.", {(F, "Monday"), ("Italy", "Monday")}),
        ("France, Spain and Italy met. The two sides agreed on Monday.", set()),
        ("Arden Trust chief Abel Norrin came. His group failed in June.", {("Arden Trust", "June")}),
    ],
)
def test_who_is_meant_without_a_name(text: str, expected: set[tuple[str, str]]) -> None:
    assert ties(text) == expected


def test_a_tie_shows_its_proof() -> None:
    text = "Nothing moved. Abel Norrin crossed the border on Tuesday. Ruth Vane slept."
    (tie,) = actors(text, "2021-03-10")[N].dates
    assert tie.evidence.of(text) == "Abel Norrin crossed the border on Tuesday."
    assert tie.did is not None
    assert tie.did.of(text) == "crossed the border on Tuesday"
    assert (tie.rule, tie.certainty, tie.said_by) == ("subject-of-clause", Certainty.STATED, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On March 3, some forty gunmen attacked Abel Norrin.", "some forty gunmen attacked Abel Norrin"),
        ("A court fined Abel Norrin on Tuesday.", "A court fined Abel Norrin on Tuesday"),
        ("It rained, and a court fined Abel Norrin on Tuesday.", "a court fined Abel Norrin on Tuesday"),
        (
            "They tore up the old truce that had tied Abel Norrin since 2019.",
            "the old truce that had tied Abel Norrin since 2019",
        ),
        ("Abel Norrin was fined on Tuesday.", "was fined on Tuesday"),
        (
            "The $5 fine of the bank’s board hit Abel Norrin on Tuesday.",
            "The $5 fine of the bank’s board hit Abel Norrin on Tuesday",
        ),
        ('"It is done," said Abel Norrin on Tuesday.', "said Abel Norrin on Tuesday"),
        ("On Tuesday Abel Norrin called the war “over.”", "called the war “over.”"),
    ],
)
def test_what_was_done_to_somebody_is_told_with_who_did_it(text: str, told: str) -> None:
    (tie,) = actors(text, "2021-03-10")[N].dates
    assert tie.did is not None
    assert tie.did.of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Abel Norrin said that Ruth Vane left on Monday.",
        "Ruth Vane left on Monday, Abel Norrin said.",
        "Ruth Vane left on Monday, according to Abel Norrin.",
        "According to Abel Norrin, Ruth Vane left on Monday.",
    ],
)
def test_who_said_it(text: str) -> None:
    assert [tie.said_by for tie in actors(text, "2021-03-10")[V].dates] == [N]


def test_an_undated_article_keeps_its_ties() -> None:
    found = find("Abel Norrin arrived on Tuesday.")
    (tie,) = found.actors[0].dates
    assert found.times[tie.time].when.value is None


def test_nearness_proves_nothing_far_away() -> None:
    assert ties("Abel Norrin left " + "the old house of an aunt " * 30 + "on Monday") == set()


def test_a_row_of_a_table_ties_as_a_row() -> None:
    text = "5 May 2020 | Abel Norrin | not seen\n6 May 2020 | Ruth Vane | 40"
    made = article("Abel Norrin met Ruth Vane.\n\n" + text, "2021-03-10")
    head, table = made.text.paragraphs
    rows = replace(made, text=replace(made.text, paragraphs=(head, replace(table, region=Region.TABLE))))
    found = RuleExtractor().find(rows)
    tied = {(actor.name, found.times[tie.time].surface, tie.rule) for actor in found.actors for tie in actor.dates}
    assert tied == {(N, "5 May 2020", "same-row"), (V, "6 May 2020", "same-row")}
    assert found.figures == ()
