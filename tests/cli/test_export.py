"""`briefing export`: each thing in each form, files that are there, wrong use."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Briefing

FITS = [(what, to) for what in ("ledger", "timeline", "notes", "list") for to in ("md", "html", "csv", "jsonl")]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "ledger"
    folder.mkdir()
    for name, day in (("a", 4), ("b", 5)):
        (folder / f"{name}.txt").write_text(
            f"Envoys meet {name}\n\nPublished: 2021-03-0{day}\n\nGeneral Khalifa Haftar met the UN envoy on {day} "
            f"March 2021. Haftar left in {'May' if name == 'a' else 'the spring'}.\n"
        )
    return folder


def test_the_ledger_says_what_claims_says(briefing: Briefing, ledger: Path) -> None:
    ran = briefing("export", "--to", "jsonl", "--in", str(ledger))
    found = [json.loads(each) for each in ran.out.splitlines()]
    claims = json.loads(briefing("claims", "--json", "--limit", "all", "--in", str(ledger)).out)["claims"]
    placed = [each for each in found if each.pop("section") == "Claims in order of time" and each["earliest"]]
    assert placed == claims
    assert ran.code == 0


@pytest.mark.parametrize(("what", "to"), FITS)
def test_each_in_each(briefing: Briefing, ledger: Path, what: str, to: str) -> None:
    assert briefing("export", "--what", what, "--to", to, "--in", str(ledger)).code == 0


def test_filters(briefing: Briefing, ledger: Path) -> None:
    def cites(*more: str) -> set[str]:
        out = briefing("export", *more, "--to", "csv", "--in", str(ledger)).out
        return {row.get("cite") or row["doc"] for row in csv.DictReader(io.StringIO(out, newline=""))}

    assert cites("--since", "2021-03-05", "--until", "2021-03-05") == {"b.txt:p1"}
    assert cites("--what", "list", "title:a") == {"a.txt"}
    assert cites("--what", "list", "--actor", "haftar", "--once") <= {"a.txt", "b.txt"}
    assert "a.txt:p1" in cites("--actor", "haftar")


def test_a_dossier_has_its_parts(briefing: Briefing, ledger: Path) -> None:
    out = briefing("export", "--actor", "haftar", "--to", "md", "--in", str(ledger)).out
    assert out.startswith("# Dossier\\: Khalifa Haftar\n")
    for part in ("In short", "Names", "Claims in order of time", "Articles"):
        assert f"\n## {part}\n" in out
    wrong = briefing("export", "--what", "dossier", "--to", "md", "--in", str(ledger))
    assert wrong.code == 2


def test_citations(briefing: Briefing, ledger: Path) -> None:
    items = json.loads(briefing("export", "--to", "csl", "--in", str(ledger)).out)
    assert [item["issued"]["date-parts"] for item in items] == [[[2021, 3, 4]], [[2021, 3, 5]]]
    assert briefing("export", "--what", "list", "--to", "ris", "--in", str(ledger)).out.count("TY  - NEWS") == 2


def test_a_file_is_not_written_over_unasked(briefing: Briefing, ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.html"
    asked = ("export", "--to", "html", "-o", str(file), "--in", str(ledger))
    assert briefing(*asked).code == 0
    first = file.read_bytes()
    again = briefing(*asked)
    assert again.code == 2
    assert "is there already" in again.err
    assert briefing(*asked, "--force").code == 0
    assert file.read_bytes() == first
    assert briefing("export", "--to", "html", "-o", str(tmp_path), "--in", str(ledger)).code == 2
    assert briefing("export", "--to", "html", "-o", str(tmp_path / "no" / "x"), "--in", str(ledger)).code == 5


def test_what_no_form_has_a_place_for(briefing: Briefing, ledger: Path) -> None:
    assert briefing("export", "--what", "notes", "--to", "ics", "--in", str(ledger)).code == 2
    assert briefing("export", "--in", str(ledger)).code == 2
