"""`briefing claims`: rows with their proof, filters, shapes, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Briefing


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "ledger"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Envoys meet\n\nPublished: 2021-03-04\n\nGeneral Khalifa Haftar met the UN envoy on 1 March 2021.\n"
    )
    return folder


def test_a_row_says_when_who_what_and_where(briefing: Briefing, ledger: Path) -> None:
    ran = briefing("claims", "--actor", "haftar", "--in", str(ledger))
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("2021-03-01             Khalifa Haftar: met the UN envoy")
    assert "a.txt:p1  General Khalifa Haftar met" in ran.out


def test_json(briefing: Briefing, ledger: Path) -> None:
    found = json.loads(briefing("claims", "--json", "--in", str(ledger)).out)
    assert found["total"] == len(found["claims"])
    row = next(each for each in found["claims"] if each["actor"] == "Khalifa Haftar")
    assert (row["value"], row["precision"], row["certainty"], row["cite"]) == (
        "2021-03-01",
        "day",
        "stated",
        "a.txt:p1",
    )
    assert row["sentence"].endswith("on 1 March 2021.")


def test_nothing_and_nobody(briefing: Briefing, ledger: Path) -> None:
    assert briefing("claims", "--until", "1999", "--in", str(ledger)).code == 1
    wrong = briefing("claims", "--actor", "xyzzy", "--in", str(ledger))
    assert wrong.code == 2
    assert "Nobody is called" in wrong.err
    assert briefing("claims", "--since", "soon", "--in", str(ledger)).code == 2
