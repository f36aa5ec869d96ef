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


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Rusk Mills Inc. fell. The heirs of Rusk sold. Rusk Mills said no.", "Rusk Mills Inc", "Rusk Mills"),
        ("General Orvar Inc. rose. General Orvar said it left.", "General Orvar Inc", "General Orvar"),
        ("Texas Orvar Corp fell. Texas Orvar said so.", "Texas Orvar Corp", "Texas Orvar"),
        ("H.F. Velmann and Co rose. Velmann said so.", "H.F. Velmann and Co", "Velmann"),
        ("Velmer-Busk Cos fell. Velmer sold it.", "Velmer-Busk Cos", "Velmer"),
        ("Orvis Corp. and Orvis Columbia Land Corp. left. Orvis said so.", "Orvis Corp", "Orvis"),
        ("Heiva Sorgo Bank fell. Heiva Sorgo said so.", "Heiva Sorgo Bank", "Heiva Sorgo"),
        ("Bill Rusk came. William Rusk left.", "William Rusk", "Bill Rusk"),
        ("Juan Miguel Holt came. He said Juan Miguel left.", "Juan Miguel Holt", "Juan Miguel"),
        ("The U.N. General Assembly met. The General Assembly voted.", "UN General Assembly", "General Assembly"),
        ("The New York Times said so. The Times quoted him.", "New York Times", "The Times"),
        ("Nepal's Supreme Court met.", "Supreme Court", "Nepal's Supreme Court"),
        ("His counsel, Dorothy Rusk QC, said so.", "Dorothy Rusk", "Dorothy Rusk QC"),
        ("The ruling Upper Orvar bloc lost.", "Upper Orvar", "Upper Orvar bloc"),
        ("The Republican Party met. Republicans said no. The GOP lost.", "Republican Party", "GOP"),
    ],
)
def test_one_actor_under_all_its_names(text: str, name: str, alias: str) -> None:
    found = actors(text)
    assert alias in found[name].aliases
    assert len(found) == 1 or text.startswith(("Texas", "Orvis", "Rusk Mills", "Nepal"))


def test_who_is_given_something_is_no_town() -> None:
    found = actors("Orvik Ferries rose. It had sold crews to Orvik before.")
    assert set(found["Orvik Ferries"].aliases) == {"Orvik"}


def test_a_military_base_is_no_military() -> None:
    assert kinds("A U.S. military base was shut.") == {"United States": "state"}
    assert kinds("The U.S. military also denied it.") == {"U.S. military": "organisation"}


def test_whom_a_title_shows_to_be_somebody() -> None:
    text = "The killing earlier Monday of Luay Saadi and his deputy was denied. They say Mr. Saadi was behind it."
    assert set(actors(text)["Luay Saadi"].aliases) == {"Mr. Saadi"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm dropped her sponsor's insurers, Velorr, the same week.", {"Velorr": "organisation"}),
        ("The All-Orvar Looms and Textile Workers Union (AOLTWU) met.",
         {"All-Orvar Looms and Textile Workers Union": "organisation"}),
        ("The salmon farm was planned by Havvik of Bergen.", {"Havvik": "organisation"}),
        ("It held talks with other carmakers, including Nissun and Renolt.",
         {"Nissun": "organisation", "Renolt": "organisation"}),
        ("The owner, Tai Hing Ocean of Kaosung, left.", {"Tai Hing Ocean": "place", "Kaosung": "place"}),
        ("The Treasury was warned. A bill passed the Senate and the Senate voted.",
         {"Treasury": "organisation", "Senate": "organisation"}),
        ("Dealings in Sahel Phosphates were halted.", {"Sahel Phosphates": "organisation"}),
        ("Talks with Social Democrats failed.", {"Social Democrats": "organisation"}),
        ("The Senate Democrats left. The Senate voted.",
         {"Senate Democrats": "organisation", "Senate": "organisation"}),
    ],
)  # fmt: skip
def test_bodies_of_fresh_news(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected
