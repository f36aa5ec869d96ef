from __future__ import annotations

import json

from briefing.extract.contract_json import findings_from_json, findings_to_json
from briefing.extract.pipeline import RULES, RuleExtractor
from briefing.extract.record import record
from briefing.model.actor import Figure, Findings
from briefing.model.article import DateSource
from briefing.model.text import Span
from tests.extract.making import article

HEADER = "date 2022-11-30 "
BODY = "Port commissioner Ilse Brandt spoke. Abel Norrin said Brandt will resign next month."


def test_the_contract_object() -> None:
    made = article(BODY, "2022-11-30", shift=len(HEADER))
    row = json.loads(json.dumps(record(made, RuleExtractor().find(made), "a.txt")))
    source = HEADER + BODY
    assert (row["doc"], row["publication_date"], row["publication_source"]) == ("a.txt", "2022-11-30", "header")
    brandt = next(actor for actor in row["actors"] if actor["name"] == "Ilse Brandt")
    assert brandt["type"] == "person"
    assert brandt["aliases"] == ["Brandt"]
    assert [source[start:end] for start, end in brandt["mentions"]] == ["Ilse Brandt", "Brandt"]
    (tie,) = brandt["dates"]
    assert source[tie["start"] : tie["end"]] == tie["text"] == "next month"
    assert (tie["value"], tie["precision"], tie["said_by"]) == ("2022-12", "month", "Abel Norrin")
    assert source[slice(*tie["sentence"])].startswith("Abel Norrin said")
    assert tie["rule"]
    assert tie["certainty"] in ("stated", "inferred", "guessed")
    (time,) = row["times"]
    assert time == {
        "text": "next month", "value": "2022-12", "precision": "month", "anchor": "publication",
        "start": tie["start"], "end": tie["end"],
    }  # fmt: skip
    assert row["figures"] == []
    assert row["rules"] == RULES


def test_an_undated_article() -> None:
    made = article("Abel Norrin left in June.", guess=2023)
    row = record(made, RuleExtractor().find(made), "a.txt")
    assert (row["publication_date"], row["publication_source"]) == (None, "none")
    assert (row["times"][0]["value"], row["times"][0]["anchor"], row["times"][0]["guess"]) == (
        "XXXX-06",
        "none",
        "2023-06",
    )


def test_a_date_given_by_the_reader() -> None:
    made = article("Abel Norrin left on Tuesday.", "2021-03-10", source=DateSource.GIVEN)
    row = record(made, RuleExtractor().find(made), "a.txt")
    assert (row["publication_source"], row["times"][0]["anchor"]) == ("given", "given")


def test_a_skipped_article_says_why() -> None:
    made = article("Non.", language="it")
    assert "Italian" in record(made, RuleExtractor().find(made), "a.txt")["skipped"]


def test_a_figure_in_the_record() -> None:
    made = article("Up to 1,200 men left in 2020.", "2021-03-10")
    found = RuleExtractor().find(made)
    figure = Figure(Span(0, 11), "Up to 1,200", None, 1200.0, "men", None, "Abel Norrin", 0)
    row = record(made, Findings(found.actors, found.times, (figure,)), "a.txt")
    assert (row["figures"][0]["high"], row["figures"][0]["time"]["value"]) == (1200.0, "2020")


def test_findings_survive_the_store() -> None:
    found = RuleExtractor().find(article(BODY + " “Türkiye” left in the 1980s.", "2022-11-30"))
    figure = Figure(Span(0, 4), "1,20", 1.0, None, "tons", "Ilse Brandt", None, None)
    whole = Findings(found.actors, found.times, (figure,), found.sentences, found.rules, "because")
    line = findings_to_json(whole)
    assert findings_from_json(line) == whole
    assert "\n" not in line
    assert findings_from_json(findings_to_json(Findings())) == Findings()
