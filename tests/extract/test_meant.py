"""Who is meant without a name: two at once, `the country`, what varies, `it was`, nicknames, short names."""

from __future__ import annotations

import pytest

from tests.extract.making import actors, find, ties


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Talks between Spain and Norway ended. The two sides met again on Monday.", {"Spain", "Norway"}),
        ("The Spanish government and the Amber Front talked. Both sides signed on Monday.", {"Amber Front"}),
        ("Ann Wray and Abel Norrin left the bank. The pair met on Monday.", {"Ann Wray", "Abel Norrin"}),
        ("Ann Wray and Abel Norrin left the bank. They met on Monday.", {"Ann Wray", "Abel Norrin"}),
        ("France accused Spain of it. Both governments signed on Monday.", {"France", "Spain"}),
        ("Ann Wray left. France waited. The two sides met on Monday.", set()),
        ("Ann Wray and Abel Norrin left. Two fishermen saw them. The pair called on Monday.", set()),
        ("Norway, Spain and France left. The two sides met on Monday.", set()),
        (
            "Ann Wray flew to Lille to meet Abel Norrin; the pair agreed on Monday to go on.",
            {"Ann Wray", "Abel Norrin"},
        ),
        (
            "France waited. Spain waited. It rained. It snowed. They slept. Norway asked for Spanish freight. The two "
            "governments agreed on Monday.",
            {"Norway", "Spain"},
        ),
        (
            "Negotiators for Norway and rebels of the Amber Front met. The pact, brokered by the African Union and "
            "witnessed by Kenya, binds both sides from Monday.",
            {"Norway", "Amber Front"},
        ),
        ("Orral Bank and Vane Bank met in May. The two bodies agreed on Monday.", {"Orral Bank", "Vane Bank"}),
    ],
)
def test_two_at_once(text: str, tied: set[str]) -> None:
    found = {name for name, words in ties(text) if words == "Monday"}
    assert tied <= found if tied else not found


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Helga Strand spoke. The economist wrote the paper on Monday.", {"Helga Strand"}),
        ("Helga Strand, a lawyer, spoke. The economist wrote the paper on Monday.", set()),
        ("Halima Oudra, the ambassador, spoke. The envoy left on Monday.", {"Halima Oudra"}),
        ("President Abel Norrin spoke. The head of state left on Monday.", {"Abel Norrin"}),
        ("King Abel Norrin spoke. It rained. It snowed. They slept. The monarch left on Monday.", {"Abel Norrin"}),
        ("Tavast Paper lost money. Tavast paid its debts on Monday.", {"Tavast Paper"}),
        ("The Red Yard Company grew. It was founded on Monday.", {"Red Yard Company"}),
        ("Ann Wray waited. Judge Ute Lange told her on Monday that it was late.", {"Ann Wray", "Ute Lange"}),
        ("Ann Wray, the Norwegian diplomat who led the talks on Monday, left.", {"Ann Wray"}),
        ("Ann Wray, who once ran a farm, sold it on Monday.", {"Ann Wray"}),
        ("Ann Wray pleaded not guilty when the trial opened on Monday.", {"Ann Wray"}),
        ("The FBI had asked for his arrest on Monday.", {"FBI"}),
        ("The Danish state took control of the Orral Bank on Monday.", {"Denmark", "Orral Bank"}),
        ("Police arrested a 31-year-old man on Monday. Viktor Lasko, 31, is a programmer.", {"Viktor Lasko"}),
        ("In a letter to President Abel Norrin, Ann Wray said that she would leave on Monday.", {"Ann Wray"}),
        ("Moody's cut the rating on Monday.", {"Moody's"}),
        ("Abel Norrin slept. Norrin said that Karl Holt would go. The 24-year-old left on Monday.", {"Karl Holt"}),
        ("Nobody is gladder than Helga Strand. The Norwegian, second in May, was crowned on Monday.", {"Helga Strand"}),
        ("Ann Wray leads the British part of it since it was opened on Monday.", set()),
        ("A third party, the Belgian brewer Vane Ales, bought Orral Inc. It paid in full on Monday.", {"Vane Ales"}),
        ("His nephew Ennio Bardi drowned. Bardi's widow, Tarja Bardi, stayed. She left on Monday.", {"Tarja Bardi"}),
        ("Talks between the Orral Bank and Vane Inc. ended as the latter left on Monday.", {"Vane Inc"}),
        ("Ann Wray met Abel Norrin. The latter's lawyer slept. The former left on Monday.", set()),
        ("Ann Wray met Abel Norrin. The former said on Monday that it was late.", {"Ann Wray"}),
        ("Sen. Ann Wray spoke. It rained. They slept. It snowed. The senator left on Monday.", {"Ann Wray"}),
        ("Abel Norrin slept in a pantry. The deposed president left the house on Monday.", {"Abel Norrin"}),
        (
            "The Grain Authority wrote. It rained. It snowed. They slept. The regulator met on Monday.",
            {"Grain Authority"},
        ),
        (
            "Police charged two engineers on Monday. The engineers Abel Norrin and Karl Holt slept.",
            {"Abel Norrin", "Karl Holt"},
        ),
        ("The engineers Abel Norrin and Karl Holt slept. The engineers left on Monday.", {"Abel Norrin", "Karl Holt"}),
        ("Abel Norrin, an engineer, slept. The engineers left on Monday.", set()),
        (
            "Ann Wray met Abel Norrin and Karl Holt. Wray said both men had left on Monday.",
            {"Abel Norrin", "Karl Holt"},
        ),
        (
            "Ann Wray had 38 percent and Karl Holt 36, the Vote Office said. They meet on Monday.",
            {"Ann Wray", "Karl Holt"},
        ),
        ("The Army of the North fled. The army held it on Monday.", {"army"}),
        ("They fined Vane Inc. in April. Edilcar, the contractor hired on Monday, left.", {"Edilcar"}),
        (
            "France waited. Norway left. Norway met Spain. Spain won. It rained. It snowed. They slept. She sang. "
            "The two governments agreed on Monday.",
            {"Norway", "Spain"},
        ),
        ("Denmark paid. It rained. It snowed. They slept. Iceland praised both sides on Monday.", {"Iceland"}),
        (
            "President Shova Wray left on the advice of a prime minister who had lost his vote. Wray's office said "
            "that she would speak on Monday.",
            {"Shova Wray"},
        ),
        ("The European Union paid. It is expected to decide on Monday.", {"European Union"}),
        ("The Red Yard Company grew. It now expects losses from Monday.", {"Red Yard Company"}),
    ],
)
def test_who_is_meant(text: str, tied: set[str]) -> None:
    found = {name for name, words in ties(text) if words == "Monday"}
    assert tied <= found if tied else not found


def test_the_country_is_left_open_between_two() -> None:
    text = "Norway and Spain met. Norway left. Spain left. They ate. They slept. The day ended. The country voted."
    assert not any("country" in actor.descriptions for actor in find(text).actors)
    alone = "Norway met a firm from Spain. Norway left. Norway won. The country voted."
    assert "country" in actors(alone)["Norway"].descriptions


def test_a_kingdom_is_a_state_with_a_crown() -> None:
    text = "Yemen and Yemen alone paid. Yemen lost. Oman's part was small. The sultanate left on Monday."
    assert "sultanate" in actors(text)["Oman"].descriptions


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("A shipping agent told a jury on Monday that he slept. Karl Holt, 51, came late.", {"Karl Holt"}),
        ("BONN - A nurse was freed on Monday. Nobody paid. Ann Wray, 33, walked home.", {"Ann Wray"}),
        ("A surgeon was freed on Monday. It rained. They fined Ann Wray, the surgeon.", {"Ann Wray"}),
        ("A man was freed on Monday. Ann Wray, 33, walked home.", set()),
        ("The director of the opera resigned on Monday. Ann Wray, who took charge in 2008, slept.", {"Ann Wray"}),
        ("Two road engineers were freed on Monday. Ann Wray and Karl Holt were flown home.", {"Ann Wray", "Karl Holt"}),
        ("Two road engineers were freed on Monday. Ann Wray slept as Karl Holt was flown home.", set()),
        ("A nurse was freed on Monday. Ann Wray said it was late.", set()),
        ("A nurse was freed on Monday. Inspector Ann Wray walked home.", set()),
    ],
)
def test_who_opens_a_report_before_being_named(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "Monday"} == tied


def test_nicknames_in_quotation_marks() -> None:
    found = actors('Abel Norrin, who is called "Papa Boots" by his men, left. Papa Boots came back.')
    assert list(found) == ["Abel Norrin"]
    assert "Papa Boots" in found["Abel Norrin"].aliases
    assert not find('The woman the papers called "the Iron Pram" had a parrot.').actors
    assert "Black Axe" in actors('The group known as "Black Axe" said that it had left.')


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The Union of Tram and Bus Workers (UTBW) agreed.", "Union of Tram and Bus Workers", "UTBW"),
        ("The Museum of the Three Looms closed. They sued the Looms.", "Museum of the Three Looms", "Looms"),
        ("The Security Council met. The Council voted.", "Security Council", "Council"),
        ("Talks between Tarim and Sulekia failed. The Sulekian delegation left.", "Sulekia", "Sulekian"),
    ],
)
def test_one_body_under_its_names(text: str, name: str, alias: str) -> None:
    found = actors(text)
    assert name in found
    assert alias in found[name].aliases


def test_titles_of_people() -> None:
    found = {name: actor.type.value for name, actor in actors("The Duchess of Kent opened it.").items()}
    assert found == {"Duchess of Kent": "person"}
    assert len(actors("Saddam Hussein left. King Hussein of Jordan came. Hussein spoke.")) == 3
    assert "Brothers Ivo" not in actors("Brothers Ivo and Stjepan Marin were arrested.")
