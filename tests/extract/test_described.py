from __future__ import annotations

import pytest

from tests.extract.making import actors, ties


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Norwegian container ship Astrid Vinter sank.", "Astrid Vinter", {"Norwegian container ship"}),
        ("The wholesaler Oumou Sangho left.", "Oumou Sangho", {"wholesaler"}),
        ("The company's chief executive, Ann Wray, left.", "Ann Wray", {"company's chief executive"}),
        ("The army's chief, General Abel Norrin, left.", "Abel Norrin", {"army's chief"}),
        (
            "The president of the World Chess Union, Abel Norrin, left.",
            "Abel Norrin",
            {"president of the World Chess Union"},
        ),
        ("A retired civil servant called Jonty Pierce came.", "Jonty Pierce", {"retired civil servant"}),
        ("Des Corrigan, a lasher since 1980, left.", "Des Corrigan", {"lasher"}),
        ("Abel Norrin, 47, head of the board of Vane Inc, left.", "Abel Norrin", {"head of the board of Vane Inc"}),
        (
            "Abel Norrin, a former judge and the founder of Vane Inc, left.",
            "Abel Norrin",
            {"former judge", "founder of Vane Inc"},
        ),
        ("Abel Norrin, who took over as chief executive in May, left.", "Abel Norrin", {"chief executive"}),
        ("Abel Norrin was elected president of Vane Inc.", "Abel Norrin", {"president of Vane Inc"}),
        ("He left the stockbroker Lyle & Roche in May.", "Lyle & Roche", {"stockbroker"}),
        ("A Polish wholesaler, Vane Group, left.", "Vane Group", {"Polish wholesaler"}),
        ("Vane Inc, Arden's largest bank, fell.", "Vane Inc", {"Arden's largest bank"}),
        ("Abel Norrin spoke. In Arden, the army of the north attacked.", "Abel Norrin", set()),
        ("Abel Norrin, the road to Arden and France met.", "Abel Norrin", set()),
    ],
)
def test_what_stands_beside_a_name(text: str, name: str, expected: set[str]) -> None:
    assert set(actors(text)[name].descriptions) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Okell Harbour Trust met. The trust left.", "Okell Harbour Trust", {"trust"}),
        ("Abel Norrin, 54, came. The 54-year-old left.", "Abel Norrin", {"54-year-old"}),
        ("The bank Vane fell. The failed bank had no money.", "Vane", {"bank", "failed bank"}),
        ("Vane Inc fell. The Zug-based company had no money.", "Vane Inc", {"Zug-based company"}),
        ("The FBI came. The bureau said no.", "FBI", {"bureau"}),
        ("Portugal burned. The country's firemen left.", "Portugal", {"country"}),
        ("Fighters of Hezbollah came. The militants left.", "Hezbollah", {"militants"}),
        ("The deputy minister, Abel Norrin, came. The minister left.", "Abel Norrin", {"deputy minister"}),
        ("The foreign minister, Abel Norrin, came. The health minister left.", "Abel Norrin", {"foreign minister"}),
        ("Vane Inc met Orral Inc. The company had no money.", "Vane Inc", set()),
        ("The Supreme Court met. The company had no money.", "Supreme Court", set()),
        ("The bank Vane fell. The other bank had no money.", "Vane", {"bank"}),
        ("The bank Vane fell. The bank robbers left.", "Vane", {"bank"}),
        ("The captain, a Maltese named Karl Holt, left.", "Karl Holt", {"captain"}),
        ("The kidnappers, a band known as Ansar Vane, left.", "Ansar Vane", {"kidnappers"}),
    ],
)
def test_whom_a_description_means(text: str, name: str, expected: set[str]) -> None:
    assert set(actors(text)[name].descriptions) == expected


def test_a_description_ties() -> None:
    assert ("Vane Inc", "Monday") in ties("Vane Inc fell. The Zug-based company closed its mill on Monday.")
    assert ("Abel Norrin", "Monday") in ties("The surgeon Abel Norrin fled. The surgeon was found on Monday.")
