"""What the words beside a name say about it: particles, ships, companies, states that no table knows."""

from __future__ import annotations

import pytest

from briefing.extract.pipeline import RuleExtractor
from tests.extract.making import actors, article, ties, values


def kinds(text: str) -> dict[str, str]:
    return {name: actor.type.value for name, actor in actors(text).items()}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Moussa ag Tellin", "ag Tellin"),
        ("Sidi ould Varra", "ould Varra"),
        ("Aminata walet Sorro", "walet Sorro"),
        ("Hind bint Orlan", "bint Orlan"),
        ("Yusuf ibn Marrad", "ibn Marrad"),
        ("Pieter van der Holm", "van der Holm"),
        ("Luisa de la Torve", "de la Torve"),
        ("Inès Tall-Orrin", "Tall-Orrin"),
        ("Ahmad al-Merrad", "al-Merrad"),
    ],
)
def test_particles_belong_to_one_person(full: str, short: str) -> None:
    found = actors(f"On Monday {full} came. They asked {short} why. {short[0].upper()}{short[1:]} said nothing.")
    assert {name: actor.type.value for name, actor in found.items()} == {full: "person"}
    assert [mention.surface.lower() for mention in found[full].mentions[1:]] == [short.lower()] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wrote it in Salt Paths.", {}),
        ("The lamps went out. A gang, Blue Lamp, said so: the blue was theirs.", {"Blue Lamp": "organisation"}),
        ("A reporter of Orro Wire left.", {"Orro Wire": "organisation"}),
        ("One of the Cape Courier left.", {"Cape Courier": "organisation"}),
        ("They crossed Wadi Torrel and Lake Orlin.", {"Wadi Torrel": "place", "Lake Orlin": "place"}),
        ("The ship Ann Wray sank.", {"Ann Wray": "other"}),
        ("They boarded the Astrid Wray at noon.", {"Astrid Wray": "other"}),
        ("The charity Doctors Over Hills left.", {"Doctors Over Hills": "organisation"}),
        ("Orrin & Vane paid. They sold Orrin & Vane.", {"Orrin & Vane": "organisation"}),
        ("The Free Front for Orlan attacked.", {"Free Front for Orlan": "armed_group"}),
        ("The Dock and Harbour Workers' Union met.", {"Dock and Harbour Workers' Union": "organisation"}),
        ("OREMA Director Gorran Orrell left.", {"OREMA": "organisation", "Gorran Orrell": "person"}),
        ("Orrin Vellan, 57, wept.", {"Orrin Vellan": "person"}),
        ("They met on Victory Day, at the World Cup and in Operation Dawn.", {}),
        ("In the village of Orral I met nobody. I'd go.", {"Orral": "place"}),
        ("They left Gate 3 for Gull Point.", {"Gull Point": "place"}),
        ("It is in the district of Caleta Orra.", {"Caleta Orra": "place"}),
        ("The foreign-owned Ann Wray, which sank, was old. So said the Old Man.", {"Ann Wray": "other"}),
        ("She was in Orillo at Easter.", {"Orillo": "place"}),
        ("Those around Orlan-Tash, who distrust it, left.", {"Orlan-Tash": "place"}),
    ],
)  # fmt: skip
def test_what_kind_a_run_of_capitals_is(text: str, expected: dict[str, str]) -> None:
    found = kinds(text)
    assert {name: kind for name, kind in found.items() if kind == "person"} == {
        name: kind for name, kind in expected.items() if kind == "person"
    }
    assert expected.items() <= found.items()


def test_a_state_no_table_knows() -> None:
    found = actors("The government of Orlane fell. In Orlane the Orlanese army waited.")
    assert {name: actor.type.value for name, actor in found.items()} == {"Orlane": "state"}
    assert [mention.surface for mention in found["Orlane"].mentions] == ["Orlane", "Orlane", "Orlanese"]
    assert kinds("They went to war in Orlane. The Orlanese government fell.") == {"Orlane": "state"}
    assert kinds("They live in Orlane. An Orlanese singer came.") == {"Orlane": "place"}
    assert kinds("The republic of Santa Orla voted. They love Santa Orla.") == {"Santa Orla": "state"}


def test_short_names_and_other_scripts() -> None:
    found = actors("The Blue Heron Group came. The men of Blue Heron left.")
    assert [mention.surface for mention in found["Blue Heron Group"].mentions] == ["Blue Heron Group", "Blue Heron"]
    named = actors("The minister Yerlan Orrin (Ерлан Оррин) signed.")
    assert [mention.surface for mention in named["Yerlan Orrin"].mentions] == ["Yerlan Orrin", "Ерлан Оррин"]
    assert len(named) == 1


def test_a_dateline_gives_a_place_and_no_tie() -> None:
    text = "ORRIN FALLS, Jan 3 - Ann Wray closed the road on Monday. Then Orrin Falls was calm."
    found = RuleExtractor().find(article(text, "2021-01-04", dateline=20))
    assert [(actor.name, actor.type.value) for actor in found.actors] == [
        ("Ann Wray", "person"),
        ("Orrin Falls", "place"),
    ]
    assert [found.times[tie.time].surface for tie in found.actors[0].dates] == ["Monday"]
    assert ("Ann Wray", "Monday") in ties("Ann Wray closed the road on Monday.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will open all roads by the end of August.", {"the end of August": "2019-08"}),
        ("It begins in the spring of next year.", {"the spring of next year": "2020-SP"}),
        ("Since autumn 2017 it has rained.", {"autumn 2017": "2017-FA"}),
        ("In May 2015, on the 26th of that month.", {"May 2015": "2015-05", "the 26th of that month": "2015-05-26"}),
        ("From May 12 to June 1, 2009 it rained.", {"May 12": "2009-05-12", "June 1, 2009": "2009-06-01"}),
        ("It opens every second Tuesday.", {"every second Tuesday": "XXXX-WXX-2"}),
        ("The wedding planned for Sunday is off.", {"Sunday": "2019-07-07"}),
        ("A debate planned for Tuesday did not take place.", {"Tuesday": "2019-07-02"}),
        ("The law takes effect on 1 June.", {"1 June": "2020-06-01"}),
        ("He came on Easter Monday.", {"Easter Monday": "2019-04-22"}),
        ("It rained in the last week of October.", {"October": "2018-10"}),
        ("He knew on May 3, 2010 that June was lost.", {"May 3, 2010": "2010-05-03", "that June": "2010-06"}),
        ("They talked for a fifth day.", {}),
        ("It was a Tuesday.", {"Tuesday": None}),
        ("They met on Friday shortly after 3 p.m. local time.", {"Friday": "2019-07-05", "3 p.m.": "2019-07-05T15:00"}),
    ],
)  # fmt: skip
def test_times(text: str, expected: dict[str, str | None]) -> None:
    assert values(text, "2019-07-05") == expected


def test_a_text_that_tells_history_may_begin_with_news() -> None:
    past = " It was built in 1989, sold in 1992, closed in 1995, opened in 1998 and lost in 2001, 2002 and 2003."
    found = values(f"On 4 July 2019 they came, he said on Thursday.{past} On Friday it fell.", "2019-07-05")
    assert (found["Thursday"], found["Friday"]) == ("2019-07-04", None)


def test_chains_of_and_are_read_once() -> None:
    assert kinds("Orra and Bank and " * 3000 + "Vane.") is not None
    assert kinds("government of " + "Orlane and government of Varlane with Orlanese " * 2000) is not None
