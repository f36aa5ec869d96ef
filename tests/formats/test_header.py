"""Titles, dates, bylines: found where they are, and only there."""

from __future__ import annotations

import os
from datetime import date, time
from pathlib import Path

import pytest

from briefing.formats.registry import read_file
from briefing.model.article import Article, DateSource
from tests.formats.samples import GLUED, UNDATED, WIRE, article, assert_offsets, flat, regions


def test_a_glued_date_is_cut_off() -> None:
    read = article(GLUED)
    assert read.published
    assert (read.published.day, read.published.source) == (date(2021, 1, 23), DateSource.HEADER)
    assert read.text.value.startswith("Armed groups around the port")
    assert read.text.origin.to_source(0) == len(" date 2021-01-23 ")
    assert read.title == "Armed groups around the port on January 23 showed no will to leave"
    assert read.title_derived
    assert_offsets(read, GLUED)


def test_an_undated_article_stays_undated() -> None:
    read = article(UNDATED)
    assert read.published is None
    assert read.year_guess
    assert (read.year_guess.year, read.year_guess.words) == (2023, "Army-2023")
    assert read.byline == "Dana Orlin, with AFP"
    assert read.title_derived
    assert read.title.startswith("Officers from the capital arrived in Orro on Tuesday")
    assert read.text.value.startswith("Officers from")


def test_the_wire_form() -> None:
    read = article(WIRE)
    assert read.title == "COCOA REVIEW <COC> FOR THE WEEK"
    assert not read.title_derived
    assert read.published
    assert read.published.day == date(1987, 2, 26)
    assert read.dateline
    assert read.dateline.of(read.text.value) == "SALVADOR, Feb 26 -"
    assert regions(read) == [
        ("body", "SALVADOR, Feb 26 - Showers went on all week in the cocoa zone, helping the crop along."),
        ("body", "The dry spell means the crop is late."),
        ("table", "Shr 45 cts vs 58 cts\nNet 1.1 mln vs 829,000\nSales 12.4 mln vs 10.5 mln"),
        ("byline", "Reuter"),
    ]
    assert read.source == "Reuters"
    assert_offsets(read, WIRE)


def test_a_dateline_without_a_year_dates_nothing() -> None:
    read = article("VALMAR, Feb 26 - The port was shut by order of the mayor.\n\nIt opened later.")
    assert read.published is None
    assert read.dateline
    with_year = article("year: 1987\ndate: 1987\n\nVALMAR, Feb 26 - The port was shut by order of the mayor.")
    assert with_year.published
    assert (with_year.published.day, with_year.published.source) == (date(1987, 2, 26), DateSource.DATELINE)
    own = article("VALMAR, Feb 26, 1988 (Wire) - The port was shut by order of the mayor.")
    assert own.published
    assert (own.published.day, own.published.source) == (date(1988, 2, 26), DateSource.DATELINE)
    assert own.source == "Wire"


def test_the_first_publication_wins() -> None:
    read = article(
        flat(
            """
            Storm hits the coast
            Updated: January 25, 2021 08:00 GMT
            Published: January 23, 2021 10:30 GMT
            By Jane Doe

            VALMAR, January 20 (Wire) — The storm hit in the night.
            """
        )
    )
    assert read.title == "Storm hits the coast"
    assert read.byline == "Jane Doe"
    assert read.published
    assert read.published.day == date(2021, 1, 23)
    assert (read.published.clock, read.published.offset_minutes) == (time(10, 30), 0)
    one_line = article("Storm hits the coast\nPublished 23 Jan 2021 | Updated 24 Jan 2021\n\nIt hit in the night.")
    assert one_line.published
    assert one_line.published.day == date(2021, 1, 23)


def test_an_update_alone_is_no_publication() -> None:
    read = article("Storm hits the coast\nLast updated: January 25, 2021\n\nIt hit in the night, they said.")
    assert read.published is None
    assert read.notes == ("only the date of an update is given",)


def test_key_value_lines() -> None:
    read = article(
        flat(
            """
            title: Talks fail
            date: 13/04/2021
            source: Coast Wire
            section: world
            url: https://wire.example/1
            lang: en

            The talks failed, ministers said.
            """
        )
    )
    assert (read.title, read.source, read.url, read.language) == (
        "Talks fail",
        "Coast Wire",
        "https://wire.example/1",
        "en",
    )
    assert read.published
    assert read.published.day == date(2021, 4, 13)
    assert read.text.value == "The talks failed, ministers said."


def test_an_ambiguous_date_stays_unknown_and_says_so() -> None:
    read = article("title: Talks fail\ndate: 03/04/2021\n\nThe talks failed, ministers said.")
    assert read.published is None
    assert read.notes == ("the date 03/04/2021 can be 4 March 2021 or 3 April 2021",)
    told = article("title: Talks fail\ndate: 03/04/2021\n\nThe talks failed on 3 April, ministers said.")
    assert told.published
    assert told.published.day == date(2021, 4, 3)


def test_a_given_day_wins_and_a_name_comes_last() -> None:
    assert (read := article(GLUED, published=date(2022, 2, 2)).published)
    assert (read.day, read.source) == (date(2022, 2, 2), DateSource.GIVEN)
    assert (read := article("The army moved north.", name="2020-05-06-army.txt").published)
    assert (read.day, read.source) == (date(2020, 5, 6), DateSource.FILENAME)
    assert (read := article(GLUED, name="2020-05-06-army.txt").published)
    assert read.day == date(2021, 1, 23)


def test_first_published_below_the_story() -> None:
    read = article("The army moved north in the night, they said.\n\nFirst published on 3 March 2021")
    assert read.published
    assert read.published.day == date(2021, 3, 3)
    assert regions(read)[1][0] == "boilerplate"


@pytest.mark.parametrize(
    "text",
    [
        "The army moved north.\n\nIt moved on Monday.",
        "The army moved north, and then it came to the river, where it stopped\nand waited for the boats.",
        "By Monday the army had moved north.\n\nNobody knew why it had.",
        "Note: the army moved north.\n\nIt moved on Monday.",
        "“We move north,” the general said.\n\nIt was Monday.",
        "and so the army moved north\n\nIt was Monday, and it rained.",
        "One line only",
        "(Undated)\n\nThe army moved north on Monday, it was said.",
        "Advanced Pumps Inc. said it bought nine tenths of a unit of another firm, Henley Inc.\n\nIt paid in cash.",
    ],
)
def test_prose_is_not_taken_for_a_header(text: str) -> None:
    read = article(text)
    assert read.title_derived
    assert read.byline == ""
    assert read.published is None
    assert read.text.value.split()[0] == text.split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "Army moves north\n\nThe army moved north on Monday.",
        "Will the army move?\n\nThe army may move north on Monday.",
        "(CORRECTED) - ARMY MOVES\n2021-03-03\n\nThe army moved north on Monday.",
        "Army moves north\nBy Jane Doe\n\nThe army moved north on Monday.",
        "2021-03-03\nArmy moves north\n\nThe army moved north on Monday.",
        "ARMY MOVES\n\n\nThe army moved north on Monday.",
        "Army moves north\n\nArmy moves north\n\nThe army moved north on Monday.",
    ],
)
def test_titles_are_found(text: str) -> None:
    read = article(text)
    assert not read.title_derived
    assert regions(read)[0][1].startswith("The army ")


def test_a_long_first_sentence_is_cut_at_a_clause() -> None:
    read = article(
        "Officers from the capital, among them the deputy minister who had come by night, arrived in the port on"
        " Tuesday after they had been invited by the council of the town."
    )
    assert len(read.title) <= 100
    assert read.title.endswith("…")
    assert read.title.startswith("Officers from the capital, among them the deputy minister")


def test_the_given_samples() -> None:
    folder = os.environ.get("BRIEFING_DATA")
    files = sorted(Path(folder, "seeds").glob("*.txt")) if folder else []
    if len(files) != 2:
        pytest.skip("BRIEFING_DATA names no folder with the two samples")
    first, second = (next(read_file(path, path.name, 20_000_000)) for path in files)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.published is None
    assert first.year_guess
    assert [region for region, _ in regions(first)] == ["body"] * 12 + ["byline"]
    assert second.published
    assert second.published.day == date(2021, 1, 23)
    assert [region for region, _ in regions(second)] == [
        *("body", "body", "credit", "link", "link", "heading", "body", "body", "link", "link", "credit")
    ]
    for path, read in zip(files, (first, second), strict=True):
        assert_offsets(read, path.read_bytes().decode())
