"""Names as news has them: whole, of the right kind, one actor for all its forms, and nothing that is nobody."""

from __future__ import annotations

import pytest

from tests.extract.making import actors


def kinds(text: str) -> dict[str, str]:
    return {name: actor.type.value for name, actor in actors(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels of the Lord's Resistance Army left.", {"Lord's Resistance Army": "armed_group"}),
        ("The Kenyan Lord's Resistance Army men left.", {"Lord's Resistance Army": "armed_group"}),
        ("The Campaign to Protect Wells (CPW) met. The CPW left.", {"Campaign to Protect Wells": "organisation"}),
        ("It said Mr. Rusk's Council of Millers met.", {"Rusk": "person", "Council of Millers": "organisation"}),
        ("They fled the Danish Embassy in Dar es Salaam.", {"Danish Embassy in Dar es Salaam": "organisation"}),
        ("Two U.S soldiers left.", {"United States": "state"}),
        ("House Minority Leader Ann Rusk of Orvar spoke.", {"Ann Rusk": "person", "Orvar": "place"}),
        ("Prince Rupert County voted.", {"Prince Rupert County": "place"}),
        ("The engineers, Ann Holt and S. Rusk, left.", {"Ann Holt": "person", "S. Rusk": "person"}),
        ("The aircraft carrier Orvar Rusk sailed.", {"Orvar Rusk": "other"}),
        ("Replied Meadow Bank chairman Ann Rusk, “No.”", {"Meadow Bank": "organisation", "Ann Rusk": "person"}),
        ("Whether Velin Rusk's plan works is open. Velin Rusk left.", {"Velin Rusk": "person"}),
        ("Kenya Airways Flight 431 sank.", {"Kenya Airways": "organisation"}),
        ("Bosnian Serbs fled.", {"Bosnian Serbs": "other"}),
        ("The Bosnian Serb army fled.", {"Bosnian Serb army": "organisation"}),
        ("Commissioner for Millers Ann Rusk left.", {"Ann Rusk": "person"}),
        ("He is the Assistant Secretary of State for Wells.", {}),
    ],
)
def test_whole_names(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It lends to Latin American and North African states.",
        "The shop at 12 Rusk St. was shut. They met at 285 Orvar Drive.",
        "An MiG-29 and an A320 fell.",
        "Hurricane Rusk fell. Roofs that Rusk took are back. Tropical Storm Holt came.",
        "The Rusk index rose. The Rusk fell by a tenth.",
        "The Turkish Cypriot leader left.",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert kinds(text) == {}


def test_the_party_and_the_state_of_a_senator_are_no_names() -> None:
    found = kinds("Sen. Ann Rusk, D-Okla., and Ivo Holt, R-Idaho, agreed. Rep. Jan Orvar (D-Calif.) left.")
    assert found == {"Ann Rusk": "person", "Ivo Holt": "person", "Jan Orvar": "person"}


def test_the_navy_of_the_states_is_not_the_nations() -> None:
    found = actors("The U.S. Navy has ships here. The U.N. said so.")
    assert set(found["U.S. Navy"].aliases) == set()
    assert "United Nations" in found


def test_a_state_and_its_adjective_name_one_body() -> None:
    found = actors("Serb police left. Serbian police deny it.")
    assert set(found["Serbian police"].aliases) == {"Serb police"}


def test_congo_is_the_greater_of_the_two() -> None:
    found = actors("Troops of the Democratic Republic of Congo left. Congo said no. The Republic of Congo said yes.")
    assert set(found) == {"Democratic Republic of Congo", "Republic of Congo"}


def test_a_governor_is_addressed() -> None:
    assert set(actors("It met. Gov. Velin Rusk, who paid, left.")["Velin Rusk"].aliases) == {"Gov. Velin Rusk"}
