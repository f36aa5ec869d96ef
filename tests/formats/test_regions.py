"""Paragraphs and what they are for."""

from __future__ import annotations

import pytest

from briefing.formats.regions import region_of
from tests.formats.samples import GLUED, article, assert_offsets, regions

_STORY = "The council met in the night and said that the port would be open again by the end of the week."


def test_the_regions_of_a_dirty_article() -> None:
    assert [region for region, _ in regions(article(GLUED))] == [
        *("body", "body", "credit", "link", "link", "heading", "body", "credit")
    ]


@pytest.mark.parametrize(
    ("line", "region"),
    [
        ("Read: Council Says Talks Move On", "link"),
        ("Also read: Why the port matters", "link"),
        ("READ MORE: 'Port to open'", "link"),
        ("Related: Port to open again", "link"),
        ("Watch: The port at night", "link"),
        ("https://wire.example/story/1", "link"),
        ("[Satellite photos of the port. Credit: Somebody]", "credit"),
        ("(Image Credit: AP)", "credit"),
        ("Photo: Jane Doe/Wire", "credit"),
        ("FILE PHOTO: The port of Valmar, March 3, 2021. REUTERS/Jane Doe", "credit"),
        ("The port of Valmar at night. (AP Photo/Jane Doe)", "credit"),
        ("© 2021 The Wire", "boilerplate"),
        ("Copyright 2021 The Wire. All rights reserved.", "boilerplate"),
        ("Sign up for our newsletter", "boilerplate"),
        ("Subscribe to our daily newsletter to get the news in your inbox.", "boilerplate"),
        ("Follow us on Twitter and Facebook", "boilerplate"),
        ("This article was originally published by The Wire.", "boilerplate"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "byline"),
        ("Reporting by Jane Doe in Valmar", "byline"),
        ("By Jane Doe", "byline"),
        ("By Jane Doe and John Roe in Valmar", "byline"),
        ("Jane Doe, with AFP", "byline"),
        ("— Reuters", "byline"),
        ("Reuter", "byline"),
    ],
)
def test_what_is_no_story(line: str, region: str) -> None:
    assert region_of(line, at_edge=True).value == region


@pytest.mark.parametrize(
    "line",
    [
        "Read the letter, he said.",
        "“Read: it is all there,” he said.",
        "Read: it is the first word on the wall.",
        "Related firms were fined.",
        "Watch what they do, he said.",
        "Photo albums were burnt.",
        "Copyright law was changed on Monday.",
        "By Monday the army had gone.",
        "By then, nobody was left.",
        "Credit was short, the bank said.",
        "Follow the money, he said.",
        "Subscribe they did, and in numbers.",
        "(The bank declined to say how.)",
        "[The bank had said no.]",
        "Khalifa Haftar, who backs them, came with AFP reporters.",
        "Reporting by the paper showed that the bank had known.",
        "Opinion: the people had none.",
        "The end",
        "Advertisement prices rose by a tenth.",
        "Ends met in the middle.",
        "Explained: The minister said it was over.",
        "Image is everything, he said.",
        "Editing by committee is hard.",
        "Haftar spoke to Reuters",
    ],
)
def test_a_sentence_is_never_swallowed(line: str) -> None:
    assert region_of(line, at_edge=True).is_story


def test_bylines_count_only_near_the_edges() -> None:
    assert region_of("Jane Doe, with AFP", at_edge=False).is_story
    assert not region_of("Read: Council Says Talks Move On", at_edge=False).is_story


def test_paragraphs_by_blank_lines_and_wrapped_lines() -> None:
    text = "\n\n".join(
        ["The council met in the\nnight and said that the port of\nSirte-\nbased firms would open.", _STORY]
    )
    read = article(text)
    assert regions(read) == [
        ("body", "The council met in the night and said that the port of Sirte-based firms would open."),
        ("body", _STORY),
    ]
    assert_offsets(read, text)


def test_one_paragraph_a_line() -> None:
    text = "\n".join([_STORY + " " + _STORY, "It rained.", _STORY])
    assert [words for _, words in regions(article(text))] == text.split("\n")


def test_indented_first_lines() -> None:
    text = (
        "The council met in the night\nand said so.\n    It said that the port\nwould be open again.\n    Nobody came."
    )
    assert [words for _, words in regions(article(text))] == [
        "The council met in the night and said so.",
        "It said that the port would be open again.",
        "Nobody came.",
    ]


def test_lists_and_tables_keep_their_lines() -> None:
    text = f"{_STORY}\n\n- one boat\n- two boats\n\nPlace    Dead\nOrro     3\nValmar   12\n\n{_STORY}"
    assert [region for region, _ in regions(article(text))] == ["body", "list", "table", "body"]
    assert regions(article(text))[1][1] == "- one boat\n- two boats"


def test_a_heading_stands_before_longer_text() -> None:
    text = f"{_STORY}\n\nBoats and guns\n\n{_STORY}\n\nThe boats left"
    assert [region for region, _ in regions(article(text))] == ["body", "heading", "body", "body"]


def test_a_megabyte_in_one_line_and_a_hundred_thousand_lines() -> None:
    one = article("word " * 200_000)
    assert len(one.text.paragraphs) == 1
    assert len(one.title) <= 100
    many = article("A line of the story, and no more than that.\n" * 100_000)
    assert sum(len(p.span) for p in many.text.paragraphs) > 4_000_000
    assert len(article("x\n\n" * 50_000).text.paragraphs) == 50_000
