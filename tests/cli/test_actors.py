"""`briefing actors`: who is named, and how often."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Briefing


def test_rows(briefing: Briefing, news: Path) -> None:
    ran = briefing("actors", "--in", str(news))
    assert ran.code == 0
    line = next(line for line in ran.out.splitlines() if "Ilse Brandt" in line)
    assert line.split()[:3] == ["2", "3", "person"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--type", "person"], True),
        (["--type", "group"], False),
        (["--type", "state", "--type", "person"], True),
        (["--min", "3"], False),
        (["grain"], True),
        (["zebra"], False),
    ],
)
def test_narrowing(briefing: Briefing, news: Path, words: list[str], named: bool) -> None:
    ran = briefing("actors", "--in", str(news), "--json", *words)
    names = [each["name"] for each in ran.document["actors"]]
    assert ("Ilse Brandt" in names) is named
    assert ran.code == (0 if names else 1)
    assert ran.document["total"] == len(names)


def test_a_cut_list_says_how_many_more(briefing: Briefing, news: Path) -> None:
    total = briefing("actors", "--in", str(news), "--json").document["total"]
    assert f"{total - 1} more" in briefing("actors", "--in", str(news), "--limit", "1").err
