"""Who is found: names that only the words beside them explain, and who is left out."""

from __future__ import annotations

import pytest

from tests.extract.making import actors


def kinds(text: str) -> dict[str, str]:
    return {name: actor.type.value for name, actor in actors(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Danish nurse and the Swiss charity Solhav left.", {"Solhav": "organisation"}),
        ("Russian officers arrived.", {"Russia": "state"}),
        ("Danish troops left. The Swiss have paid.", {"Denmark": "state", "Switzerland": "state"}),
        ("World Larder, the agency that fed them, closed.", {"World Larder": "organisation"}),
        ("Social Meadow, a rebel group, left.", {"Social Meadow": "armed_group"}),
        ("Orvar, the state tin company, closed.", {"Orvar": "organisation"}),
        ("The Golden Heron, a missing trawler, sank.", {"Golden Heron": "other"}),
        ("On Monday the Bella Marun swung round and hit a ferry.", {"Bella Marun": "other"}),
        ("The charity that runs the home, Lantern North, was fined.", {"Lantern North": "organisation"}),
        ("The owner of the Bella Marun was jailed.", {"Bella Marun": "other"}),
        ("Organisers from Open Orchard spoke.", {"Open Orchard": "organisation"}),
        ("Gunmen of the Frente Marino came.", {"Frente Marino": "armed_group"}),
        ("Fighters of the Orvar Ridge fled.", {"Orvar Ridge": "armed_group"}),
        ("The Orvar People's Army fled.", {"Orvar People's Army": "armed_group"}),
    ],
)
def test_what_the_words_beside_a_name_say(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was fined by a court in Lund. The judges left.", ["court in Lund"]),
        ("A joint parliamentary committee began its work.", ["joint parliamentary committee"]),
        ("The trial was stopped by a court order.", []),
        ("They read of a committee.", []),
        ("Federal prosecutors on Monday charged two men.", ["Federal prosecutors"]),
        ("The central bank raised its rate. A food bank opened.", ["central bank"]),
        ("The interim government also resigned. The old government fell.", ["interim government"]),
        ("It is for the stock exchange to say; the exchange of letters ended.", []),
        ("Shares fell when the stock exchange opened.", ["stock exchange"]),
        ("The Danish fisheries council met.", ["Danish fisheries council"]),
        ("The Senate budget panel met.", ["Senate budget panel"]),
        ("The Danish council chairman met them.", []),
    ],
)
def test_bodies_without_a_name(text: str, expected: list[str]) -> None:
    assert sorted(name for name, kind in kinds(text).items() if kind == "organisation") == expected


def test_the_owner_of_a_body_without_a_name() -> None:
    found = actors("Norway's mines ministry closed the pit. The ministry said so.")
    assert "Norway's mines ministry" in found["mines ministry"].aliases
    assert found["Norway"].type == "state"


def test_a_body_without_a_name_is_no_company() -> None:
    found = actors("Vane Inc grew. Last year the central bank fined it. The company paid on 3 May 2011.", "2012-01-01")
    assert "company" in found["Vane Inc"].descriptions
    assert not found["central bank"].descriptions


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Warden Ana Rusk left. Rusk fell.", "Ana Rusk", {"Warden Ana Rusk", "Rusk"}),
        ("Owner Iman Ole Rusk left. Rusk fell.", "Iman Ole Rusk", {"Rusk"}),
        ("Superintendent of Police Ana Rusk left.", "Ana Rusk", {"Superintendent of Police Ana Rusk"}),
        ("Dean Rusk left.", "Dean Rusk", set()),
        ("Madame Rusk left. Solveig Rusk fell. Rusk rose.", "Solveig Rusk", {"Madame Rusk", "Rusk"}),
        ("Ana Quispe Mamani left. Quispe fell.", "Ana Quispe Mamani", {"Quispe"}),
        ("Health Minister Ana Rusk left.", "Ana Rusk", set()),
    ],
)
def test_titles_and_surnames(text: str, name: str, aliases: set[str]) -> None:
    found = actors(text)
    assert set(found) == {name}
    assert set(found[name].aliases) == aliases


def test_the_day_of_a_saint_is_nobody() -> None:
    assert kinds("They met on St Osyth's Day and on Palm Sunday, after Diwali and Mardi Gras.") == {}


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Cairo and Ankara each sent a note.", {"Egypt", "Turkey"}),
        ("Talks between Cairo and Ankara failed.", {"Egypt", "Turkey"}),
        ("The road between Cairo and Ankara is long.", set()),
        ("The embassy of Cairo was shut.", {"Egypt"}),
        ("She might ask Cairo to act.", {"Egypt"}),
        ("They flew from Cairo and saw Ankara.", set()),
    ],
)
def test_where_a_capital_is_its_state(text: str, acting: set[str]) -> None:
    assert {name for name, kind in kinds(text).items() if kind == "state"} == acting


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("The Front of Arden Youth (FJAR) met. FJAR left.", "Front of Arden Youth", {"FJAR"}),
        ("Ole Rusk, a preacher known as Abu Salim, left.", "Ole Rusk", {"Abu Salim"}),
        ('Ole Rusk alias "Crab" left.', "Ole Rusk", {"Crab"}),
        ('Ole "Big Crab" Rusk left. Rusk fell.', "Ole Rusk", {'Ole "Big Crab" Rusk', "Big Crab", "Rusk"}),
        ("The Synod of Elders met.", "Synod of Elders", set()),
        ("The Southern Lakes Development Community met.", "Southern Lakes Development Community", set()),
    ],
)
def test_other_names(text: str, name: str, aliases: set[str]) -> None:
    assert set(actors(text)[name].aliases) == aliases


def test_a_mention_has_the_words_of_the_text() -> None:
    mention, *_ = actors('Ole "Big Crab" Rusk left. Rusk fell.')["Ole Rusk"].mentions
    assert mention.surface == 'Ole "Big Crab" Rusk'


def test_a_law_is_no_nickname() -> None:
    assert not actors("Ole Rusk wrote a law known as Sunday Rest.")["Ole Rusk"].aliases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvar Corp. of Bexley, Pa., bought a mill in Orange, Calif., today.", {"Bexley": "place", "Orange": "place"}),
        ("Sun Ceramics Inc left.", {"Sun Ceramics Inc": "organisation"}),
        ("On Sun the ruling Orvar Ya Watu party left.", {"Orvar Ya Watu": "organisation"}),
        ("President Daniel arap Rusk left.", {"Daniel arap Rusk": "person"}),
        ("The Lebanese-Israeli line and the Cuban-Americans were there. The family left.", {}),
        ("Series H was sold in Room B.", {}),
    ],
)
def test_small_words_in_and_beside_names(text: str, expected: dict[str, str]) -> None:
    assert {name: kind for name, kind in kinds(text).items() if not name.startswith("Orvar Corp")} == expected


def test_a_child_by_its_given_name_is_no_firm() -> None:
    text = "On Monday Velin Rusk came. Velin slept. His father Juan Rusk came. Velin left."
    assert kinds(text)["Velin Rusk"] == "person"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Liberals and the Greens quarrelled.", {"Liberals": "organisation", "Greens": "organisation"}),
        ("The Liberal Party met. The Liberals left.", {"Liberal Party": "organisation"}),
        ("Nordhav, her owner, has paid. The Ten Harbours Alliance left.",
         {"Nordhav": "organisation", "Ten Harbours Alliance": "organisation"}),
        ("It is buying Orvar A/S. Orvar ships paint.", {"Orvar A/S": "organisation"}),
        ("Trading in Sahel Minerals stopped.", {"Sahel Minerals": "organisation"}),
        ("The farm planned by Orvimel, and not by law, closed.", {"Orvimel": "organisation"}),
        ("She said when Tavrenco closed that the Gaffer left.", {"Tavrenco": "organisation"}),
        ("Lunch for Velin Rusk, ninety today.", {"Velin Rusk": "person"}),
        ("They met off Ardwick. The Ardwick Families Group spoke.",
         {"Ardwick": "place", "Ardwick Families Group": "organisation"}),
        ("Under the seamen's union they wrote to the interior ministry. He rang after parliament voted.",
         {"interior ministry": "organisation", "parliament": "organisation"}),
        ("The attorney general's office hopes so.", {"attorney general's office": "organisation"}),
    ],
)  # fmt: skip
def test_more_bodies(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sir Ole Rusk came. Rusk, a carpet manufacturer, left.", {"Ole Rusk": "person"}),
        ("Industrial group Orvar Limewash Ltd left.", {"Orvar Limewash Ltd": "organisation"}),
        ("Troops of the 214th Brigade fled.", {"214th Brigade": "armed_group"}),
        ("Work by the masons, Rusk and Sons, began.", {"Rusk and Sons": "organisation"}),
        ("They sold tickets for Orvar's Teatro Rusk.", {"Teatro Rusk": "organisation"}),
        ("They passed at GCSE and signed the Rusk Accord.", {}),
        ("Fighters of the Rusk Group, a firm hired to guard mines, left.", {"Rusk Group": "armed_group"}),
        ("Orvimel, the contractor hired in April, left.", {"Orvimel": "organisation"}),
        ("She founded the Friends of the Orvar.", {"Friends of the Orvar": "organisation"}),
        ("They paid Velin Leaf Holdings. Velin Leaf left.", {"Velin Leaf Holdings": "organisation"}),
    ],
)
def test_what_ordinary_news_has_of_names(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= kinds(text).items()
    assert len(kinds(text)) <= len(expected)


def test_a_region_is_not_the_body_named_after_it() -> None:
    found = actors(
        "The league sent troops to Eastern Tolmar in April. The Tolmar Liberation Front (TLF) fled on Monday."
    )
    assert set(found["Tolmar Liberation Front"].aliases) == {"TLF"}
    assert set(actors("Troops left Burkina Faso. Burkina said no.")["Burkina Faso"].aliases) == {"Burkina"}


def test_an_office_is_nobody_and_a_cathedral_is_a_place() -> None:
    text = "The Junior Harbour Minister resigned. Ann Mayor came. The choir of Orvar Cathedral sang."
    assert kinds(text) == {"Ann Mayor": "person", "Orvar Cathedral": "place"}
