"""Firms, clubs and ships that no table knows, told by what they do, have and score; couples of one surname."""

from __future__ import annotations

import pytest

from briefing.model.actor import ActorType
from tests.extract.making import actors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tarvelo bought a mill in May.", "Tarvelo"),
        ("Tarvelo sacked its coach on Friday.", "Tarvelo"),
        ("The talks failed. Tarvelo's shares have halved since.", "Tarvelo"),
        ("The Tarvelo said it would raise prices.", "Tarvelo"),
        ("Ostwick beat Harnley 2-1 on Saturday.", "Ostwick"),
        ("Ostwick beat Harnley 2-1 on Saturday.", "Harnley"),
        ("The side drew 0-0 with Harnley on Sunday.", "Harnley"),
        ("Ostwick Merrins beat Harnley 38-29 in the final.", "Ostwick Merrins"),
        ("On Friday Ostwick manager Dale Quint left.", "Ostwick"),
        ("They saw that Tarvelo chief executive Dale Quint left.", "Tarvelo"),
        ("The lender met Tolley in May. Tolley rose 4% on Friday.", "Tolley"),
        ("The lender sued Tolley's owner. Tolley went bankrupt in June.", "Tolley"),
        ("It was told by the Calder Independent in May.", "Calder Independent"),
    ],
)
def test_bodies_by_what_they_do(text: str, name: str) -> None:
    assert actors(text)[name].type is ActorType.ORGANISATION


@pytest.mark.parametrize(
    "text",
    [
        "The Amber Wake ran aground on Monday.",
        "The Amber Wake was refloated on Monday.",
        "The Amber Wake had been scuttled off the point.",
        "The Costa Nubia was scrapped in May.",
        "The Panama-flagged Amber Wake left on Monday.",
    ],
)
def test_ships_by_what_befalls_them(text: str) -> None:
    name = "Costa Nubia" if "Nubia" in text else "Amber Wake"
    assert {each.name: each.type for each in actors(text).values()} == {name: ActorType.OTHER}


@pytest.mark.parametrize(
    "text",
    [
        "Pupils signed it.",
        "Management said it was late.",
        "Somebody bought it.",
        "Legislation raised the age.",
        "Fog closed the port.",
        "Wagon sold well, as a wagon does.",
        "The ship sank in 1999 at a cost of 2-3 crowns.",
        "Slurry from a farm ran into the river on Tuesday. Slurry had done so before.",
    ],
)
def test_ordinary_words_that_open_a_sentence(text: str) -> None:
    assert not actors(text)


def test_couple_of_one_surname() -> None:
    text = "David and Ruth Hadley were charged. Mr Hadley is a roofer. Mrs Hadley, 41, is a nurse."
    found = actors(text)
    assert "Mr Hadley" in found["David Hadley"].aliases
    assert "Mrs Hadley" in found["Ruth Hadley"].aliases
    assert "Mrs Hadley" not in found["David Hadley"].aliases


def test_husband_and_wife_of_whom_one_is_named_in_full() -> None:
    found = actors("David Hadley was jailed in May. Mrs Hadley wept. Mr Hadley did not.")
    assert {name: each.aliases for name, each in found.items()} == {
        "David Hadley": ("Mr Hadley",),
        "Mrs Hadley": (),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rosa and Miguel Ortega Ruiz left.", "Rosa Ortega Ruiz"),
        ("Anna and Peter van der Berg left.", "Anna van der Berg"),
        ("Peter and Mary Ann Holt left.", "Peter Holt"),
        ("The court heard Jan van der Berg on Monday.", "Jan van der Berg"),
        ("The fleet of Rear-Admiral Jonas Aske left.", "Jonas Aske"),
    ],
)
def test_whole_names_of_people(text: str, name: str) -> None:
    assert actors(text)[name].type is ActorType.PERSON


def test_rank_of_a_detective_in_letters() -> None:
    found = actors("Detective Chief Inspector Joanna Brill spoke on Monday. DCI Brill thanked them.")
    assert list(found) == ["Joanna Brill"]
