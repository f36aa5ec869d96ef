"""`briefing show`: an article, a paragraph, its actors and dates, its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLES, Briefing


def test_the_whole_article(briefing: Briefing, news: Path) -> None:
    ran = briefing("show", "one.txt", "--in", str(news))
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Harbour talks resume in Port Ellery"
    assert lines[1] == "2021-03-04  one.txt"
    assert lines[3].startswith("  p1  Ilse Brandt, the port commissioner, said")
    assert "  p3  Read: Harbour talks collapse" in lines


@pytest.mark.parametrize("reference", ["one.txt:p2", "sub/three.md:p1", "three.md:p1", "wires.jsonl#17:p1"])
def test_a_cited_paragraph(briefing: Briefing, news: Path, reference: str) -> None:
    ran = briefing("show", reference, "--in", str(news), "--plain")
    assert ran.code == 0
    cite, text = ran.out.rstrip("\n").split("\t")
    assert cite.endswith(reference)
    assert text


def test_json(briefing: Briefing, news: Path) -> None:
    found = briefing("show", "three.md", "--in", str(news), "--json").document
    assert (found["format"], found["doc"], found["source"]) == (1, "sub/three.md", "Meridian Wire")
    assert found["publication_date"] == "2022-05-06"
    assert [each["p"] for each in found["paragraphs"]] == [1]


def test_who_and_dates(briefing: Briefing, news: Path) -> None:
    ran = briefing("show", "one.txt", "--in", str(news), "--who", "--dates")
    assert ran.code == 0
    assert "Ilse Brandt" in ran.out
    assert "“Thursday”" in ran.out
    found = briefing("show", "one.txt", "--in", str(news), "--who", "--dates", "--json").document
    assert any(each["name"] == "Ilse Brandt" and each["type"] == "person" for each in found["actors"])
    assert [each["value"] for each in found["times"]] == ["2021-03-04"]


def test_an_undated_article_places_nothing(briefing: Briefing, news: Path) -> None:
    found = briefing("show", "two.txt", "--in", str(news), "--dates", "--json").document
    assert [(each["text"], each["value"]) for each in found["times"]] == [("Tuesday", None)]
    assert "????" in briefing("show", "two.txt", "--in", str(news)).out


def test_nothing_to_show_is_1(briefing: Briefing, news: Path) -> None:
    assert briefing("show", "wires.jsonl#17", "--in", str(news), "--who").code == 1


def test_the_source(briefing: Briefing, news: Path) -> None:
    assert briefing("show", "one.txt", "--in", str(news), "--source").out.rstrip("\n") == ARTICLES["one.txt"].rstrip(
        "\n"
    )
    (news / "evil.txt").write_text("A line.\n\n\x1b[31mRed\x07 text with a bell in it.\n")
    out = briefing("show", "evil.txt", "--in", str(news), "--source").out
    assert "\x1b" not in out
    assert "Red" in out


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("on.txt", "There is no article"),
        ("one.txt:p99", "3 paragraphs, no p99"),
        ("one.txt:p0", "no p0"),
        ("nope", "no article"),
    ],
)
def test_a_reference_that_leads_nowhere(briefing: Briefing, news: Path, reference: str, hint: str) -> None:
    ran = briefing("show", reference, "--in", str(news))
    assert ran.code == 2
    assert hint in ran.err
