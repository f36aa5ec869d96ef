"""Which body is meant by a noun that many may be called by, and which names are bodies' by what the text says."""

from __future__ import annotations

import pytest

from tests.extract.making import actors, ties


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ellmar Ceramics cut its forecast. Ellmar will sell the works.", "Ellmar Ceramics", "organisation"),
        ("They sued Ostrava Metals, which had held the claim since May.", "Ostrava Metals", "organisation"),
        ("Shares in Bellon Tarrow fell. Bellon Tarrow said nothing.", "Bellon Tarrow", "organisation"),
        ("Tarrow Bellon and its owner left the trade.", "Tarrow Bellon", "organisation"),
        ("Lysander Works, a Lisbon company founded by a miller, won.", "Lysander Works", "organisation"),
        ("Few had heard of Ludmigo, whose lenses sold well. Ludmigo says it is sorry.", "Ludmigo", "organisation"),
        ("Gunmen of the Varrow Lions came. The Varrow Lions left.", "Varrow Lions", "armed_group"),
        ("Nyabor Tiek, a midwife, waited. Nyabor slept in the tent.", "Nyabor Tiek", "person"),
        ("Abel Norrin and his owner left. Norrin said it was late.", "Abel Norrin", "person"),
    ],
)
def test_what_the_text_shows_a_name_to_be(text: str, name: str, kind: str) -> None:
    assert actors(text)[name].type.value == kind


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Ellmar Inc. grew. Ellmar Inc. met Tarrow Inc. in May. It rained. The firm left on Monday.", {"Ellmar Inc"}),
        (
            "Ellmar Inc. grew. Ellmar Inc. sold cups. Ann Wray left. It rained. She slept. They sang. "
            "The company paid on Monday.",
            {"Ellmar Inc"},
        ),
        ("Ellmar Inc. grew. The Harbour Board ordered the company to stop on Monday.", {"Ellmar Inc", "Harbour Board"}),
        ("Ellmar Inc. fell after the group cut its forecast on Monday.", {"Ellmar Inc"}),
        ("Norsund Capital wanted out. The fund sold its shares on Monday.", {"Norsund Capital"}),
        ("The Varda Front came. The militiamen left on Monday.", {"Varda Front"}),
        ("The Arden Resistance Council spoke. The rebels left on Monday.", {"Arden Resistance Council"}),
    ],
)
def test_whom_the_company_means(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "Monday"} == tied


def test_who_is_joined_to_the_company_is_another() -> None:
    joined = actors("A bank failed. Ellmar Inc. and the utility fell on Monday.")
    assert "utility" not in joined["Ellmar Inc"].descriptions
    assert "central bank" not in actors("Ellmar Inc. fell. The central bank paid.")["Ellmar Inc"].descriptions


def test_a_body_of_another_trade_is_not_meant() -> None:
    assert not ties("The Harbour Bank lent money. The cement maker fell on Monday.")
