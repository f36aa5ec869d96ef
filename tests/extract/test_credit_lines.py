"""Who made an article, took its pictures or passed words on is nobody in it, wherever the article says so."""

from __future__ import annotations

import pytest

from briefing.extract.pipeline import RuleExtractor
from briefing.formats.registry import read_source
from briefing.model.article import Article

STORY = """Pontsea tunnel floods again

{head}

The tunnel under Pontsea harbour flooded on Tuesday for the second time in a month. Nobody was hurt, the council said.

{middle}

Mayor Edda Prowse promised an inquiry. "We pumped for nine hours," she said on Wednesday.

{foot}
"""
STORIED = {"Edda Prowse", "Pontsea"}


def named(head: str = "By Nobody", middle: str = "The pumps were old.", foot: str = "The tunnel is wet.") -> set[str]:
    article = read_source(STORY.format(head=head, middle=middle, foot=foot), "a.txt", None)
    assert isinstance(article, Article)
    return {actor.name for actor in RuleExtractor().find(article).actors}


@pytest.mark.parametrize(
    "line",
    [
        "Tilda Marsh",
        "TILDA MARSH",
        "Tilda Marsh in Pontsea",
        "Tilda Marsh, Chief Political Correspondent",
        "Tilda Marsh | Staff reporter",
        "Tilda Marsh reports from Pontsea",
        "From Tilda Marsh in Pontsea",
        "(The Calder Post, 3 March 2021)",
        "Tilda Marsh for the Calder Post",
        "Marlow News Agency",
        "Tilda Marsh / Marlow News Agency",
        "Exclusive by Tilda Marsh",
        "Story: Tilda Marsh",
    ],
)
def test_head_names_its_makers(line: str) -> None:
    assert named(head=line) == STORIED


@pytest.mark.parametrize(
    "line",
    [
        "The flooded tunnel on Tuesday (Kofi Bright/MNA)",
        "[Kofi Bright/MNA]",
        "Free if credited MNA/Sgt. Bright.",
    ],
)
def test_pictures_name_their_makers(line: str) -> None:
    assert named(middle=line) == STORIED


@pytest.mark.parametrize(
    "line",
    [
        "Tilda Marsh",
        "— Marlow News Agency",
        "Tilda Marsh, for MNA News, Pontsea.",
        "With reporting from Tilda Marsh",
        "Tilda Marsh contributed to this report.",
        "Tilda Marsh and Kofi Bright contributed reporting.",
        "Tilda Marsh reported from Pontsea, and Kofi Bright from Calder.",
        "Tilda Marsh is the Post's transport editor.",
        "Tilda Marsh can be reached at 0123 456.",
        "The writer, Tilda Marsh, is a fellow of the Marlow Institute.",
        "This report was produced by Marlow News Agency.",
        "Press contact: Tilda Marsh, tel. 0123",
        "Contact Tilda Marsh at tmarsh@post.example",
        "Tilda Marsh covers fish for the Post.",
        "As told to Tilda Marsh",
        "With material from Marlow Wire",
        "tm/kb (MNA, Marlow Wire)",
        "Tilda Marsh in Pontsea, with agencies",
        "Tilda Marsh is professor of law at the University of Marlow. The views are her own.",
    ],
)
def test_foot_names_its_makers(line: str) -> None:
    assert named(foot=line) == STORIED


@pytest.mark.parametrize(
    "line",
    [
        "Tilda Marsh said it was late.",
        "Tilda Marsh is the tunnel's oldest keeper.",
        "Tilda Marsh contributed 40 crowns.",
        "The mayor dismissed Tilda Marsh on Monday.",
    ],
)
def test_story_still_names_its_actors(line: str) -> None:
    assert named(foot=line) == {*STORIED, "Tilda Marsh"}


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("Jonas Weld told Reuters that it would be dry.", {"Jonas Weld"}),
        ("Jonas Weld told the Calder Herald that it would be dry.", {"Jonas Weld"}),
        ("Jonas Weld sued the Calder Herald on Monday.", {"Jonas Weld", "Calder Herald"}),
    ],
)
def test_who_passes_words_on(line: str, more: set[str]) -> None:
    assert named(middle=line) == STORIED | more


def test_author_in_the_story() -> None:
    assert named(head="By Tilda Marsh", middle="Tilda Marsh saw the pumps start on Tuesday.") == STORIED


@pytest.mark.parametrize(
    "line",
    [
        "With files from Tilda Marsh and the Fenby Press",
        "Contact Tilda Marsh at tilda.marsh@fenbypost.com",
        "Our newsletter, by Tilda Marsh, comes out on Fridays.",
        "Subscribe to Fenby Weekly",
        "Camera: Tilda Marsh, edit: Bram Holt",
    ],
)
def test_what_stands_below_a_story_on_the_web(line: str) -> None:
    assert named(foot=line) == STORIED


@pytest.mark.parametrize(
    "line",
    [
        "Tilda Marsh",
        "— Tilda Marsh",
        "Tilda Marsh covers fish for the Post.",
        "Tilda Marsh is the Post's chief reporter.",
    ],
)
def test_signature_above_a_last_word(line: str) -> None:
    assert named(foot=f"{line}\n\nFirst published in May.") == STORIED


def test_bare_name_above_a_last_word_that_the_story_has_as_well() -> None:
    assert "Tilda Marsh" in named(middle="Tilda Marsh sued the town.", foot="Tilda Marsh\n\nFirst published in May.")


def test_initials_with_a_stroke_between_them_are_one_name() -> None:
    assert named(middle="The agency S/P said that it would cut its view of the harbour.") == {*STORIED, "S/P"}
