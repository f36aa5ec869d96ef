"""`briefing timeline`, `actor` and `pairs`: what is told of whom and when, in every shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Briefing

FIRST = """Envoys meet

Published: 2021-03-04

General Khalifa Haftar met the UN envoy in Tripoli on 1 March 2021. A UN report said up to 1,200 Wagner fighters had
backed Haftar in 2020.

Haftar will visit Cairo in May 2021.
"""
SECOND = """The general leaves

Published: 2021-10-09

General Khalifa Haftar left Tripoli on 8 October 2021, the UN said. Experts say 2,000 Wagner fighters remain.
"""
THIRD = "Talks\n\nGeneral Khalifa Haftar met the UN envoy on Monday.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all tests, so that the folder is built once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        (folder / name).write_text(text)
    return folder


def test_a_timeline_has_marks_counts_and_gaps(briefing: Briefing, desk: Path) -> None:
    ran = briefing("timeline", "--by", "month", "--in", str(desk), "--actor", "haftar")
    assert ran.code == 0
    lines = ran.out.splitlines()
    march, october = (next(line for line in lines if line.startswith(month)) for month in ("2021-03", "2021-10"))
    assert "●" in march
    assert march.endswith("1 article")
    assert "●" in october
    assert "         … no coverage, 4 months …" in lines
    assert "1 claim not placed: --unplaced lists them" in ran.err
    assert "1 article without a date" in ran.err


def test_a_timeline_in_ascii_and_as_data(briefing: Briefing, desk: Path) -> None:
    drawn = briefing("timeline", "--by", "year", "--ascii", "--in", str(desk))
    assert drawn.out.isascii()
    found = briefing("timeline", "--by", "year", "--json", "--in", str(desk)).document
    years = {step["from"][:4]: step for step in found["steps"]}
    assert sum(step["claims"] for step in found["steps"]) == found["claims"]
    assert years["2021"]["articles"] == 2
    assert years["2021"]["exact"] >= 2
    assert (found["by"], found["undated"]) == ("year", 1)
    plain = briefing("timeline", "--by", "year", "--plain", "--in", str(desk)).out.splitlines()
    assert [line.split("\t")[0] for line in plain] == [step["from"] for step in found["steps"]]


def test_a_window_of_a_timeline(briefing: Briefing, desk: Path) -> None:
    found = briefing("timeline", "--json", "--since", "2021-10", "--until", "2021-10", "--in", str(desk)).document
    assert (found["by"], found["from"], found["to"]) == ("day", "2021-10-01", "2021-10-31")
    assert [step["from"] for step in found["steps"] if "gap" not in step] == ["2021-10-08", "2021-10-09"]
    assert found["steps"][0]["gap"] == 7
    assert found["steps"][-1]["to"] == "2021-10-31"
    assert briefing("timeline", "--since", "1950", "--until", "1951", "--in", str(desk)).code == 1


def test_unplaced_claims_are_listed_apart(briefing: Briefing, desk: Path) -> None:
    ran = briefing("timeline", "--unplaced", "--in", str(desk))
    assert ran.code == 0
    assert ran.out.startswith("? Monday")
    counted = briefing("timeline", "--json", "--in", str(desk)).document["unplaced"]
    assert briefing("timeline", "--unplaced", "--json", "--in", str(desk)).document["total"] == counted
    assert briefing("timeline", "--unplaced", "title:leaves", "--in", str(desk)).code == 1


def test_the_dossier_in_sections(briefing: Briefing, desk: Path) -> None:
    ran = briefing("actor", "khalifa", "haftar", "--in", str(desk))
    assert ran.code == 0
    assert ran.out.startswith("Khalifa Haftar  person\n  3 articles")
    assert "\nclaims\n  2020" in ran.out
    assert "\nwith  (clauses, sentences, articles)\n" in ran.out
    assert "\nin\n  2021-10-09  The general leaves  b.txt\n" in ran.out


def test_the_dossier_as_data(briefing: Briefing, desk: Path) -> None:
    found = briefing("actor", "wagner", "--json", "--in", str(desk)).document
    assert (found["name"], found["articles"]) == ("Wagner", 2)
    assert [(each["low"], each["high"], each["agreement"]) for each in found["figures"]] == [
        (None, 1200, "differ"),
        (2000, 2000, "differ"),
    ]
    assert [each["cite"] for each in found["in"]] == ["b.txt", "a.txt"]
    plain = briefing("actor", "wagner", "--plain", "--in", str(desk)).out.splitlines()
    assert {line.split("\t")[0] for line in plain} <= set(found)
    few = briefing("actor", "haftar", "--limit", "1", "--in", str(desk))
    assert "2 more articles: --limit all prints them" in few.err
    assert briefing("actor", "haftar", "--limit", "all", "-q", "--in", str(desk)).err == ""


def test_nobody_of_that_name(briefing: Briefing, desk: Path) -> None:
    for verb in (("actor", "xyzzy"), ("pairs", "--actor", "xyzzy"), ("timeline", "--actor", "xyzzy")):
        ran = briefing(*verb, "--in", str(desk))
        assert ran.code == 2
        assert "Nobody is called “xyzzy”" in ran.err
        assert "briefing actors lists who is named." in ran.err
    for misspelt in ("haftr", "Kalifa Haftar"):
        assert "Did you mean Khalifa Haftar?" in briefing("actor", misspelt, "--in", str(desk)).err


def test_pairs(briefing: Briefing, desk: Path) -> None:
    ran = briefing("pairs", "--within", "article", "--limit", "1", "--in", str(desk))
    assert ran.code == 0
    assert "the 1 most frequent: --limit N prints more" in ran.err
    assert "most frequent" not in briefing("pairs", "--within", "article", "--limit", "900", "--in", str(desk)).err
    assert ran.out.split("  ")[-1].strip() == "Khalifa Haftar, United Nations"
    found = briefing("pairs", "--actor", "tripoli", "--json", "--in", str(desk)).document
    assert found["within"] == "sentence"
    assert {pair["one"] for pair in found["pairs"]} == {"Tripoli"}
    assert found["total"] == len(found["pairs"])
    some = briefing("pairs", "title:leaves", "--actor", "wagner", "--in", str(desk))
    assert "nobody is named together within one sentence" in some.err
    assert some.code == 1


def test_the_seeds_traits(briefing: Briefing, tmp_path: Path) -> None:
    """A year is coarse, a day exact, a month that only a year clue places a guess."""
    (tmp_path / "x.txt").write_text(
        "Visit\n\nRussian officials saw the Army-2023 expo. Wagner rebelled against Russia in June.\n\n"
        "A UN report in 2020 said 1,200 Wagner fighters were backing Khalifa Haftar.\n\n"
        "Khalifa Haftar left Tripoli on 22 January 2021.\n"
    )
    steps = briefing("timeline", "--by", "month", "--plain", "--in", str(tmp_path / "x.txt")).out.splitlines()
    rows = {row[0]: row[3:7] for row in (line.split("\t") for line in steps) if row[3]}
    assert rows["2020-01-01"][0] == "0"
    assert rows["2020-01-01"][1] == rows["2020-01-01"][3] != "0"
    assert rows["2021-01-01"][0] != "0"
    assert rows["2023-06-01"][2] != "0"
