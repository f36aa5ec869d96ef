"""Subjects without a name, bodies with names in other languages, and short names of several words."""

from __future__ import annotations

import pytest

from tests.extract.making import actors, ties


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Abel Norrin lost the vote. The former tanner said on Monday that he would go home.", {"Abel Norrin"}),
        ("Abel Norrin, a tanner, lost. The former envoy, who moved to Oslo in 2010, said that he was tired.", set()),
        ("Ruth Vane lost. The acting chief told staff on Monday that she would stay.", {"Ruth Vane"}),
        ("Abel Norrin lost the vote. The spokesman said on Monday that he was tired.", set()),
        ("Ruth Vane lost the vote. The Norwegian painter sold her boat on Monday.", {"Ruth Vane"}),
        ("Ruth Vane lost the vote. The Norwegian painter sold his boat on Monday.", set()),
        ("A sailor waved. Abel Norrin lost the vote. The sailor left on Monday.", set()),
        ("“We are late,” said Professor Ruth Vane, its chairwoman. The geologist was hired on Monday.", {"Ruth Vane"}),
        ("Ruth Vane, a lawyer, spoke. The geologist was hired on Monday.", set()),
    ],
)
def test_open_subject(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "Monday"} == tied


def test_what_the_open_subject_did_before() -> None:
    text = "Abel Norrin lost. The former general, who moved to Oslo in 2010, said that he was tired."
    assert ("Abel Norrin", "2010") in ties(text)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("The Partido del Molino grew. The party met on Monday.", {"Partido del Molino"}),
        ("Holmsund Kreditbank grew. The lender closed on Monday.", {"Holmsund Kreditbank"}),
        ("Holmsund Kreditbank grew. The bank left on Monday. The Deutsche Bank waits.", {"Holmsund Kreditbank"}),
        ("Thirty people met. Morvic, which bought a mine on Monday, wants Morvic.", {"Morvic"}),
        ("The Rovers of Calder lost. Ann Wray bought Rovers on Monday.", {"Ann Wray", "Rovers of Calder"}),
        ("Both sides were tired, and Ruth Vane, then in her first year, came to Oslo on Monday.", {"Ruth Vane"}),
        ("Ann Wray spoke with Abel Norrin. The two had agreed on Monday.", {"Ann Wray", "Abel Norrin"}),
        ("The group was told today Ann Wray will leave on Monday.", {"Ann Wray"}),
    ],
)
def test_bodies_and_clauses(text: str, tied: set[str]) -> None:
    found = {name for name, words in ties(text) if words == "Monday"}
    assert tied <= found


def test_many_of_one_trade() -> None:
    assert "Miners' Solidarity" in actors("Bogdan Holt led Miners' Solidarity at the pit. It closed on Monday.")


def test_a_capital_that_acts_after_and() -> None:
    assert "Stockholm" not in actors("Tallinn sent dishes and Stockholm sent engineers on Monday.")


def test_two_with_one_surname() -> None:
    text = "Brothers Ivan and Peter Holt were arrested on Monday. The pair were released on Tuesday."
    both = {"Ivan Holt", "Peter Holt"}
    assert ties(text) >= {(name, day) for name in both for day in ("Monday", "Tuesday")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bank clerks' union met on Monday.", "bank clerks' union"),
        ("They asked the prosecutor's office, which charged Abel Norrin on Monday.", "prosecutor's office"),
        ("The court of appeal ruled on Monday that it was late.", "court of appeal"),
        ("The state broadcaster in Ouriba said on Monday that it was late.", "state broadcaster"),
        ("Ann Wray told the coastguard on Monday.", "coastguard"),
        ("Sankt Holm hospital closed on Monday.", "Sankt Holm"),
        ("VardaTel, which owns the cable, closed it on Monday.", "VardaTel"),
        ("Norrin-Kredit had waited. It was sold on Monday.", "Norrin-Kredit"),
        ("It was cut to save power, as a miners' club, the QQM, claimed on Monday.", "QQM"),
    ],
)
def test_bodies_that_act(text: str, name: str) -> None:
    assert name in actors(text, "2021-03-10")


def test_noun_alone_is_the_longer_one() -> None:
    text = "The justice ministry waited. Ann Wray told the ministry on Monday."
    assert [name for name in actors(text) if "ministry" in name] == ["justice ministry"]


def test_union_of_a_named_one() -> None:
    text = "The Union of Calder Nurses grew. The smaller union met on Monday."
    assert "smaller union" not in actors(text)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Calder Town Council met. A report ordered by the council last week found cracks.", {"Calder Town Council"}),
        ("Norway has made money by selling crowns used by the government last week.", {"Norway"}),
        ("Morvic Corp grew. Morvic holds 504,200 shares, bought by Ann Wray last week.", {"Ann Wray"}),
        ("The people of the District of Columbia lost their bank last week.", set()),
        ("They were charged last week under the Freedom of Access to Clinics Act.", set()),
        ("Nicknamed the ``Red Dog'' in the port, Ivan Holt was arrested last week.", {"Ivan Holt"}),
    ],
)
def test_what_stands_before_a_time(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "last week"} == tied


def test_capital_that_acts_once_is_no_place_of_its_own() -> None:
    found = actors("Moscow denied it on Monday. Talks were held in Moscow on Tuesday.")
    assert "Moscow" not in found
    assert "Moscow" in found["Russia"].aliases
    assert "Moscow" in actors("Talks were held in Moscow on Tuesday.")


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("The neighbouring state of Kalunda closed the border on Monday.", {"Kalunda"}),
        ("Nobody lived in Orrelin. Orrelin has asked for help on Monday.", {"Orrelin"}),
        ("Nobody lived in Orrelin. Orrelin has a port since Monday.", set()),
        (
            "He gave aid to Norvenia. Whoever leads Norvenia will stay. Norvenia closed the border on Monday.",
            {"Norvenia"},
        ),
        ("Ann Wray, of St. Alban, Vt., left on Monday.", {"Ann Wray"}),
    ],
)
def test_lands_that_no_table_knows(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "Monday"} == tied


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Abel Norrin, whom Ann Wray sacked on Monday, denied it.", {"Abel Norrin", "Ann Wray"}),
        ("The Calder Bank, which Norway seized on Monday, closed.", {"Calder Bank", "Norway"}),
        ("The Calder Bank, which Ann Wray said on Monday had lost money, closed.", {"Ann Wray"}),
        ("The house in which Ann Wray died on Monday was sold.", {"Ann Wray"}),
        ("Abel Norrin was killed, the mayor said, on Monday.", {"Abel Norrin"}),
    ],
)
def test_objects_of_relative_clauses(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "Monday"} == tied


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Abel Norrin and Ruth Vane met. The couple left on Monday.", {"Abel Norrin", "Ruth Vane"}),
        ("Morvic Corp and Halden Ltd met. The companies merged on Monday.", {"Morvic Corp", "Halden Ltd"}),
        ("Morvic Corp, Halden Ltd and Calder plc met. The companies merged on Monday.", set()),
        ("Ruth Vane is a painter. The artist died on Monday.", {"Ruth Vane"}),
        ("The Calder Herald is old. The newspaper closed on Monday.", {"Calder Herald"}),
        ("The tanker Sea Rose sank. She was raised on Monday.", {"Sea Rose"}),
        ("The tanker Sea Rose sank. Ruth Vane wept. She was raised on Monday.", {"Ruth Vane"}),
        ("Abel Norrin worked for Morvic Corp. It sacked him on Monday.", {"Abel Norrin", "Morvic Corp"}),
        ("Morvic Corp waited. It rained on Monday. It seemed on Monday that nobody came.", set()),
        ("Ruth Vane leads the Green Party. Her party lost on Monday.", {"Green Party"}),
        ("Ruth Vane voted for the Green Party. Her party lost on Monday.", set()),
    ],
)
def test_who_was_named_before(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "Monday"} == tied
