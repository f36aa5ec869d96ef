"""What contradicts a publication date is told: in the extract's data, in `show`, and where a reader asks why."""

from __future__ import annotations

import json
from pathlib import Path

from briefing.app.draw.why import reasons
from briefing.formats.registry import read_source
from briefing.model.article import Article
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When
from tests.cli.conftest import Briefing

TEXT = "Ferry leaves\nPublished: Tuesday, 21 May 2025\n\nThe ferry left on Monday with nobody on board.\n"
WEEKDAY = "the publication date is in doubt: “Tuesday, 21 May 2025” was a Wednesday"
NAME = "the publication date is in doubt: the head says 21 May 2025, the file name 12 May 2025"


def test_data_and_show(briefing: Briefing, tmp_path: Path) -> None:
    folder = tmp_path / "doubtful"
    folder.mkdir()
    file = folder / "2025-05-12-ferry.txt"
    file.write_text(TEXT)
    (found,) = (json.loads(line) for line in briefing("extract", str(file), "--jsonl").out.splitlines())
    assert (found["publication_date"], found["publication_confidence"]) == ("2025-05-21", "low")
    assert found["publication_conflicts"] == [
        {"source": "weekday", "text": "Tuesday, 21 May 2025", "day": None},
        {"source": "filename", "text": "2025-05-12", "day": "2025-05-12"},
    ]
    assert briefing("index", str(folder)).code == 0
    shown = briefing("show", file.name, "--in", str(folder)).out.splitlines()
    assert shown[2:4] == [f"! {WEEKDAY}", f"! {NAME}"]
    assert briefing("show", file.name, "--in", str(folder), "--json").document["notes"] == [WEEKDAY, NAME]


def test_why() -> None:
    read = read_source(TEXT, "2025-05-12-ferry.txt")
    assert isinstance(read, Article)
    at = read.text.value.index("Monday")
    for anchor, doubts in ((Anchor.PUBLICATION, [WEEKDAY, NAME]), (Anchor.EXPLICIT, [])):
        monday = TimeExpression(Span(at, at + 6), "Monday", "", When("2025-05-19", Precision.DAY), anchor)
        assert [words for name, words in reasons(read, monday, None, None) if name == "but"] == doubts
