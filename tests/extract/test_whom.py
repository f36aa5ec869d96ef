"""Who is meant: holders of an office, kin, rows of three, who was told of before the name; and who is not."""

from __future__ import annotations

import pytest

from tests.extract.making import actors, ties


def monday(text: str) -> set[str]:
    return {name for name, words in ties(text) if words == "Monday"}


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Tunisian President Ali Sayeh spoke. The Tunisian leader left on Monday.", {"Ali Sayeh"}),
        ("Tunisia's president, Ali Sayeh, met Italy's premier, Carlo Bossi. The Italian leader left on Monday.",
         {"Carlo Bossi"}),
        ("U.N. Secretary-General Ban Oduya spoke. The U.N. chief left on Monday.", {"Ban Oduya"}),
        ("Foreign minister Jan Nowak spoke with his Danish counterpart, Eva Lind. The ministers meet on Monday.",
         {"Jan Nowak", "Eva Lind"}),
        ("The engineer Marta Okell sang. Her sister Ngozi Okell danced. Her sister left on Monday.", {"Ngozi Okell"}),
        ("Ann Wray beat Abel Norrin. She slept. The Danish climber Ib Krag waved. The Dane flew home on Monday.",
         {"Ib Krag"}),
        ("It rained. It rained. It rained. It rained. Envoys met the internationally recognized government on Monday. "
         "The Government of Arden Accord left.", {"Government of Arden Accord"}),
        ("Harlan Mining lost money. The Toronto company bought a pit on Monday.", {"Harlan Mining"}),
        ("Police arrested a Finnish translator on Monday. Aino Salo, 44, is accused of theft.", {"Aino Salo"}),
        ("Asked on Monday why he had left, Okon Etim said he was tired.", {"Okon Etim"}),
        ("Ann Wray and Ruth Vane met in 1979. They opened a shop in 1985, and sold it on Monday.",
         {"Ann Wray", "Ruth Vane"}),
        ("Ali Baz, Omar Tek and John Sulu met in 2019. The three flew to Rome on Monday.",
         {"Ali Baz", "Omar Tek", "John Sulu"}),
        ("Kenya, Uganda and Rwanda agreed in May. They signed on Monday.", {"Kenya", "Uganda", "Rwanda"}),
        ("Ann Wray is the envoy. She's due to leave on Monday.", {"Ann Wray"}),
        ("Spain's government and rebels of the Army of the Hills talked. The two sides signed on Monday in Sudan.",
         {"Spain", "Army of the Hills"}),
        ("Gunmen seized a French engineer. Abel Norrin, 44, was freed. The Frenchman flew home on Monday.",
         {"Abel Norrin"}),
        ("Under Ann Wray, Orral Bank bought the mill in May and sold it on Monday.", {"Orral Bank"}),
        ("Under pressure from the Arden Trust, Ann Wray left in May and came back on Monday.", {"Ann Wray"}),
        ("Ann Wray was first elected in 1998. The Democrat fell ill on Monday.", {"Ann Wray"}),
        ("Finland's Petra Korpi beat Norway's Signe Vane. The Finn also won on Monday.", {"Petra Korpi"}),
        ("Abel Norrin is ill. His wife saw him on Monday.", {"Abel Norrin"}),
        ("Ann Wray stood against Abel Norrin. She voted early. Her rival voted on Monday.", {"Abel Norrin"}),
        ("Weir Brewery was sold to Holm Group. The firm had lost money since Monday.", {"Weir Brewery"}),
        ("Vane Estates bought it. A council in Lund refused the company permission on Monday.",
         {"Vane Estates", "council in Lund"}),
        ("Orral Rail blamed the Vane Union. It rained. Ann Wray met both sides on Monday.",
         {"Ann Wray", "Orral Rail", "Vane Union"}),
        ("Scientists at the Arden Institute urged a cut on Monday.", {"Arden Institute"}),
        ("Ann Wray sued Ashcombe Academy. It rained. It snowed. The school closed on Monday.", {"Ashcombe Academy"}),
        ("Lifeline Trust sent the trawler Astrid Vinter. It bought the ship on Monday.",
         {"Lifeline Trust", "Astrid Vinter"}),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, tied: set[str]) -> None:
    assert monday(text) == tied


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("John Vane, an envoy, wrote to Abel Norrin. He called on Abel Norrin on Monday.",
         {"John Vane", "Abel Norrin"}),
        ("The gunman attacked Abel Norrin. He fled on Monday.", set()),
        ("The bridge crosses into Norway. It was closed on Monday.", set()),
        ('"I called Abel Norrin," Ann Wray said. "I met Abel Norrin," she said on Monday.', {"Ann Wray"}),
        ("Ruth Vane, 31, said the 23-year-old teacher died on Monday.", set()),
        ("The 300-year-old park has been closed since Monday. Ruth Vane saw it.", set()),
        ("It rained. It snowed. They slept. Ann Wray ran the firm by Monday. She sold it to the Kinder Group.",
         {"Ann Wray"}),
        ('"My father died on Monday," Ann Wray said.', set()),
    ],
)  # fmt: skip
def test_who_is_not_meant(text: str, tied: set[str]) -> None:
    assert monday(text) == tied


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("A judicial commission studied the fire. The commission left on Monday.", "judicial commission"),
        ("The party lost the provincial assembly. The new assembly sits on Monday.", "provincial assembly"),
        ("The tribunal heard him in May. The tribunal freed him on Monday.", "tribunal"),
        ("The pilots' guild asked for a tug. The guild met on Monday.", "pilots' guild"),
        ("He is due before parliament's transport committee on Monday.", "transport committee"),
        ("The drivers' union and Orral Bank met on Monday.", "drivers' union"),
        ("The planners' union, led by Abel Norrin, struck on Monday.", "planners' union"),
        ("The Israeli military confirmed the strike on Monday.", "Israeli military"),
        ("The air force flew north on Monday.", "air force"),
        ("The board, chaired by Ann Wray, meets on Monday.", "board"),
        ("A commission led by Ann Wray is to report on Monday.", "commission"),
    ],
)
def test_bodies_without_a_name(text: str, body: str) -> None:
    assert body in monday(text)


def test_acronym_of_a_body_without_a_name() -> None:
    found = actors("The dock workers' union and the port met on Monday. The DHWU struck in May. The DHWU left.")
    assert "DHWU" in {alias for actor in found.values() for alias in (actor.name, *actor.aliases)}
    assert len([name for name in found if name in ("DHWU", "dock workers' union")]) == 1
