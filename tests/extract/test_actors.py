from __future__ import annotations

import pytest

from briefing.extract import lexicon
from briefing.extract.organisations import blends, fits, initials
from briefing.model.actor import ActorType
from tests.extract.making import actors, article, find


def kinds(text: str) -> dict[str, str]:
    return {name: actor.type.value for name, actor in actors(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Abel Norrin spoke.", {"Abel Norrin": "person"}),
        ("Lt. Gen. Abel Norrin spoke.", {"Abel Norrin": "person"}),
        ("The warlord Abel Norrin fled.", {"Abel Norrin": "person"}),
        ("On Monday Ahmad al-Mesrati spoke.", {"Ahmad al-Mesrati": "person"}),
        ("Pieter van der Berg left.", {"Pieter van der Berg": "person"}),
        ("J. K. Sorley left with Ann O'Hara.", {"J. K. Sorley": "person", "Ann O'Hara": "person"}),
        ("The Ministry of Foreign Affairs objected.", {"Ministry of Foreign Affairs": "organisation"}),
        ("The Bank of Arden and Vane Inc met.", {"Bank of Arden": "organisation", "Vane Inc": "organisation"}),
        ("The Ardenian Liberation Army attacked.", {"Ardenian Liberation Army": "armed_group"}),
        ("Fighters of Hezbollah left.", {"Hezbollah": "armed_group"}),
        ("Ships left Brasilia for Mount Arden.", {"Brasilia": "place", "Mount Arden": "place"}),
        ("They met in the village of Norrin.", {"Norrin": "place"}),
        ("French and Italian officials met.", {"France": "state", "Italy": "state"}),
        ("The United Nations and the U.S. agreed.", {"United Nations": "organisation", "United States": "state"}),
    ],
)  # fmt: skip
def test_what_kind_an_actor_is(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Experts say little. Officials agree. However, nobody knows.",
        "Monday came. In June it rained. Christmas passed.",
        "The Government fell and the Army waited.",
        "Three Days That Changed Everything Here",
        "By Ann Wray\n\nRead: Ann Wray Meets Abel Norrin\n\n[Photo of Ann Wray. Credit: Arden Images]",
        "A pro-Moscow crowd and a French-backed militia met.",
    ],
)
def test_who_is_no_actor(text: str) -> None:
    assert kinds(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "surfaces"),
    [
        ("Abel Norrin came. Norrin's men left. Mr. Norrin ate.", "Abel Norrin", ["Abel Norrin", "Norrin", "Norrin"]),
        ("Ahmad al-Mesrati came. Mesrati left.", "Ahmad al-Mesrati", ["Ahmad al-Mesrati", "Mesrati"]),
        ("They came to Arden. Abel Arden spoke. They saw Arden go.", "Abel Arden", ["Arden", "Abel Arden", "Arden"]),
        ("The Arden Pier Trust (APT) met. The APT left.", "Arden Pier Trust", ["Arden Pier Trust", "APT", "APT"]),
        ("The AHT (Arden Harbour Trust) met.", "Arden Harbour Trust", ["AHT", "Arden Harbour Trust"]),
        ("The Bank of the Open Sea met. The BOS left.", "Bank of the Open Sea", ["Bank of the Open Sea", "BOS"]),
        ("Moscow denied it. Russian troops left; the Kremlin was silent.", "Russia", ["Moscow", "Russian", "Kremlin"]),
        ("Ann Krogh-Lassen came. Krogh-Lassen left.", "Ann Krogh-Lassen", ["Ann Krogh-Lassen", "Krogh-Lassen"]),
        ("The Food Safety Authority met. The FSA left.", "Food Safety Authority", ["Food Safety Authority", "FSA"]),
        ("UN-brokered talks failed, the United Nations said.", "United Nations", ["UN", "United Nations"]),
    ],
)  # fmt: skip
def test_names_are_merged(text: str, name: str, surfaces: list[str]) -> None:
    found = actors(text)
    assert [mention.surface for mention in found[name].mentions] == surfaces
    assert len(found) == 1


def test_a_capital_is_a_place_where_nothing_is_done() -> None:
    assert kinds("They met in Moscow.") == {"Moscow": "place"}
    assert kinds("Moscow sent troops.") == {"Russia": "state"}
    assert kinds("On Monday, Moscow sent troops.") == {"Russia": "state"}
    assert kinds("They had warned Moscow in May.") == {"Russia": "state"}
    assert kinds("Debris damaged port buildings. The Anglo-Danish group left.") == {}
    assert kinds("Aid came with help from Ankara.") == {"Turkey": "state"}


def test_two_people_of_one_surname_stay_two() -> None:
    found = actors("Abel Norrin came. Norrin spoke. Then Ruth Norrin came. Norrin left.")
    assert {name: len(actor.mentions) for name, actor in found.items()} == {"Abel Norrin": 2, "Ruth Norrin": 2}


def test_roles_and_descriptions() -> None:
    found = actors("The ousted Libyan strongman Abel Norrin fled. Deputy Defense Minister Ruth Vane stayed.")
    assert found["Abel Norrin"].descriptions == ("ousted Libyan strongman",)
    assert found["Ruth Vane"].role == "deputy defense minister"


def test_a_dateline_names_nobody() -> None:
    text = "SALVADOR, Feb 26 - The port of Arden Bay closed."
    from briefing.extract.pipeline import RuleExtractor

    found = RuleExtractor().find(article(text, "2021-02-26", dateline=18))
    assert [actor.name for actor in found.actors] == ["Arden Bay"]


def test_a_capital_letter_in_a_heading_proves_nothing() -> None:
    assert kinds("# Harbour Master Sees Better Days In France\n\nNothing else.") == {"France": "state"}


def test_the_same_actor_has_the_same_id_everywhere() -> None:
    (one,), (other,) = find("Abel Norrin left.").actors, find("They saw Abel Norrin.").actors
    assert one.id == other.id


def test_other_languages_are_left_alone() -> None:
    from briefing.extract.pipeline import RULES, RuleExtractor

    found = RuleExtractor().find(article("Paris a dit non.", language="fr"))
    assert found.skipped == "the article is in French; actors and times are found in English only so far"
    assert (found.actors, found.times, found.rules) == ((), (), RULES)
    assert RuleExtractor().find(article("Paris said no.", language="")).skipped == ""


def test_acronyms() -> None:
    assert initials("Government of the National Accord") == {"GNA", "GOTNA"}
    assert fits("LPDF", "Libyan Political Dialogue Forum")
    assert not fits("HAWK", "Turkey")


def test_the_tables_are_sound() -> None:
    names = lexicon.gazetteer()
    assert len({e.name for entries in names.values() for _, e in entries if e.type is ActorType.STATE}) > 195
    assert names["Kremlin"][0][1].name == "Russia"
    assert all(lexicon.words(section) for section in ("titles", "roles", "organisation", "armed", "place", "starts"))


def test_a_company_by_its_short_name_is_no_person() -> None:
    found = actors("Morgan Orral Group Plc fell. Later Morgan Orral acted as the bank. Ann Morgan left. Morgan ate.")
    assert {name: actor.type.value for name, actor in found.items()} == {
        "Morgan Orral Group Plc": "organisation",
        "Ann Morgan": "person",
    }
    assert len(found["Ann Morgan"].mentions) == 2


def test_a_person_with_the_name_of_a_known_group() -> None:
    found = actors("President Ulrich Wagner came. Not even close, Wagner said.")
    assert {name: actor.type.value for name, actor in found.items()} == {"Ulrich Wagner": "person"}
    assert kinds("Fighters of Wagner left. Wagner denied it.") == {"Wagner": "armed_group"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tanzanian police said so.", {"Tanzanian police": "organisation"}),
        ("The medical council said no.", {"medical council": "organisation"}),
        ("On Monday prosecutors charged Abel Norrin.", {"Abel Norrin": "person"}),
        ("Prosecutors charged Abel Norrin.", {"prosecutors": "organisation", "Abel Norrin": "person"}),
        ("They fined ethnic Albanians.", {"ethnic Albanians": "other"}),
        ("The 6th Mountain Regiment left.", {"6th Mountain Regiment": "armed_group"}),
        ("It cost US$5 or C$7 in Class A shares.", {}),
        ("Conor Norrin SC spoke.", {"Conor Norrin": "person"}),
        ("He ran the tissue maker Mjuka.", {"Mjuka": "organisation"}),
        ("The mail ferry Sound of Arden sank.", {"Sound of Arden": "other"}),
    ],
)
def test_what_has_no_plain_name_of_its_own(text: str, expected: dict[str, str]) -> None:
    assert {name.lower(): kind for name, kind in kinds(text).items()} == {n.lower(): k for n, k in expected.items()}


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Helena Brito Sarmento came. Brito Sarmento left.", "Helena Brito Sarmento", {"Brito Sarmento"}),
        ("Innopac Inc. fell. On Monday Innopac rose.", "Innopac Inc", {"Innopac"}),
        ("Abel Norrin came. Mr. Norrin left.", "Abel Norrin", {"Mr. Norrin"}),
        ("The Canadian government left.", "Canada", {"Canadian", "Canadian government"}),
        ("The Arden People's Union met. The People's Union left.", "Arden People's Union", {"People's Union"}),
        ("The Observer Mission in Arden (OMIA) left.", "Observer Mission in Arden", {"OMIA"}),
    ],
)
def test_under_what_names(text: str, name: str, aliases: set[str]) -> None:
    assert set(actors(text)[name].aliases) == aliases


@pytest.mark.parametrize(
    "text",
    ["Reporting by Ann Wray; editing by Tom Whitby", "Posted by ANN WRAY on Aug 15, 2013", "Purnell Wray, VOA News."],
)
def test_who_made_the_article_is_no_actor(text: str) -> None:
    assert kinds(f"Nobody came.\n\n{text}") == {}


def test_a_nickname_that_the_text_explains() -> None:
    found = actors("In 2015 Warrad ag Ehya, whom his men call the Teacher, left. The Teacher said no.")
    assert [mention.surface for mention in found["Warrad ag Ehya"].mentions] == ["Warrad ag Ehya", "Teacher", "Teacher"]
    assert list(found) == ["Warrad ag Ehya"]


def test_a_body_by_a_blend_and_by_its_members() -> None:
    assert list(actors("The Atlantic Football Confederation met. AFCO said no.")) == ["Atlantic Football Confederation"]
    assert list(actors("The gang Grey Lantern struck. The Lanterns said no.")) == ["Grey Lantern"]
    assert blends("UNSMID", "United Nations Stabilisation Mission in Dahane")
    assert not blends("AFX", "Atlantic Football Confederation")


@pytest.mark.parametrize(
    ("text", "name", "surfaces"),
    [
        ("Arden Rovers lost. The Rovers left.", "Arden Rovers", ["Arden Rovers", "Rovers"]),
        ("The MV Calypso Star left. They saw the Calypso sink.", "Calypso Star", ["Calypso Star", "Calypso"]),
        (
            "The Ministry of Defence met. The Defence Ministry left.",
            "Ministry of Defence",
            ["Ministry of Defence", "Defence Ministry"],
        ),
        ("According to UNOMA, the UN mission, all is well.", "UNOMA", ["UNOMA"]),
    ],
)
def test_short_and_turned_names(text: str, name: str, surfaces: list[str]) -> None:
    assert [mention.surface for mention in actors(text)[name].mentions] == surfaces


def test_a_work_is_nobody() -> None:
    assert kinds("They played Beethoven's Fifth Symphony.") == {}
