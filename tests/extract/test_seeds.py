"""The two sample articles with their marked answers, where the data are at hand."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.extract.pipeline import RuleExtractor
from briefing.extract.record import record
from briefing.model.article import Article, ArticleId, DateSource, Published, YearGuess
from briefing.model.text import Paragraph, Region, Span, Text

DATA = Path(os.environ.get("BRIEFING_DATA", "/nonexistent"))
GOLD = sorted((DATA / "gold-seeds").glob("*.json"))
pytestmark = pytest.mark.skipif(not GOLD, reason="BRIEFING_DATA names no folder with the samples")


def read(name: str) -> Article:
    text = (DATA / "seeds" / name).read_text("utf-8")
    header = re.match(r" date (\d{4}-\d\d-\d\d) ", text)
    paragraphs = []
    for match in re.finditer(r"[^\n]+", text):
        start = header.end() if header and not match.start() else match.start()
        aside = re.match(r"Read:|.*Credit:|.*with AFP\s*$", match[0])
        paragraphs.append(Paragraph(Span(start, match.end()), Region.LINK if aside else Region.BODY))
    published = Published(date.fromisoformat(header[1]), DateSource.HEADER) if header else None
    guess = None if header else YearGuess(2023, "Army-2023")
    return Article(ArticleId("0" * 16), name, "", "", True, Text(text, tuple(paragraphs)), published, guess)


@pytest.fixture(params=[path.name for path in GOLD], ids=lambda name: str(name)[:3])
def pair(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    gold = json.loads((DATA / "gold-seeds" / request.param).read_text("utf-8"))
    made = read(gold["doc"])
    return gold, record(made, RuleExtractor().find(made), gold["doc"])


def test_each_wanted_actor_once(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    names = [{actor["name"], *actor["aliases"]} for actor in found["actors"]]
    for wanted in gold["actors"]:
        hits = [found["actors"][at] for at, own in enumerate(names) if own & {wanted["canonical"], *wanted["aliases"]}]
        assert len(hits) <= 1 or wanted["optional"], wanted["canonical"]
        if not wanted["optional"]:
            assert len(hits) == 1, wanted["canonical"]
            assert hits[0]["type"] == wanted["type"]
    assert not set(gold["noise"]) & set().union(*names)


def test_each_time_has_its_value(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    placed = {time["start"]: time for time in found["times"]}
    for wanted in gold["times"]:
        if not wanted["optional"]:
            assert placed[wanted["start"]]["value"] in (wanted["value"], *(wanted["accept"] if wanted["value"] else []))
            assert placed[wanted["start"]]["precision"] == wanted["precision"]


def test_each_wanted_tie_and_no_other(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    known = {actor["id"]: {actor["canonical"], *actor["aliases"]} for actor in gold["actors"]}
    made = {
        (
            next((own for own, names in known.items() if names & {actor["name"], *actor["aliases"]}), actor["name"]),
            tie["start"],
        )
        for actor in found["actors"]
        for tie in actor["dates"]
    }
    assert {(link["actor"], link["time"]) for link in gold["links"] if not link["optional"]} <= made
    assert made <= {(link["actor"], link["time"]) for link in gold["links"]}


def test_the_country_of_an_article_about_two_is_the_one_spoken_of(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    _, found = pair
    told = {actor["name"]: actor["descriptions"] for actor in found["actors"]}
    assert not any("country" in words for name in ("Russia", "Turkey") for words in told.get(name, ()))
