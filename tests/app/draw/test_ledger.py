"""Rows of the ledger and of a dossier: nothing of a deed is lost before it has its lines, and every line fits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.cells import width
from briefing.app.draw.entry import Entry
from briefing.app.draw.ink import Ink
from briefing.app.draw.ledger import claim_entry
from briefing.model.actor import ActorId, ActorType, Certainty
from briefing.model.claim import Claim
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, When
from tests.app.draw.samples import ANY_TEXT, INK, INKS

DEED = "negotiated a peace deal with the warring sides, and left before dark with three crates"


def claim(did: str = DEED, name: str = "Ilse Brandt", doc: str = "wires/2024/harbour.txt", said: str = "") -> Claim:
    day = date(2024, 5, 14)
    when = When(day.isoformat(), Precision.DAY, day, day)
    return Claim(1, doc, ActorId("b"), name, ActorType.PERSON, when, "", "Tuesday", Anchor.PUBLICATION,
                 Certainty.STATED, "", did, said, 7, Span(0, 10), 3)  # fmt: skip


def lines(entry: Entry) -> list[str]:
    return ["".join(text for text, _ in line) for line in entry.lines]


@pytest.mark.parametrize("room", [46, 58, 80])
def test_a_deed_of_a_dossier_is_told_whole_and_its_place_too(room: int) -> None:
    told = lines(claim_entry(claim(said="Coast Gazette"), room, INK, with_name=False))
    assert " ".join(f"{DEED}, said Coast Gazette".split()) in " ".join(" ".join(told).split())
    assert told[-1].rstrip().endswith(".txt:p7")
    assert len(told) <= 4


def test_a_short_deed_shares_its_line_with_its_place() -> None:
    (line,) = lines(claim_entry(claim("signed", doc="a.txt"), 58, INK, with_name=False))
    assert line.endswith("a.txt:p7")


def test_in_two_lines_the_place_stands_beside_the_name() -> None:
    first, second = lines(claim_entry(claim(), 99, INK))
    assert "Ilse Brandt" in first
    assert first.endswith("wires/2024/harbour.txt:p7")
    assert second.strip() == DEED


@given(ANY_TEXT, ANY_TEXT, st.integers(40, 220), st.booleans(), INKS)
def test_whatever_was_done_it_fits(did: str, name: str, room: int, with_name: bool, ink: Ink) -> None:
    for line in lines(claim_entry(claim(did, name), room, ink, with_name)):
        assert width(line) <= room
