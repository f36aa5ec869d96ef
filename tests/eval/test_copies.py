"""Folding does not get worse unnoticed: recall by kind of edit and precision, on generated reports."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.eval.copies import FORMS, KINDS, generated, judged, measure, reuters

FLOORS = {"5 %": 0.99, "10 %": 0.98, "20 %": 0.9, "half": 0.98, "paragraph": 0.98, "headline": 0.99}
DATA = Path(os.environ.get("BRIEFING_DATA", "/nonexistent"))


def test_generated_copies_fold_and_different_reports_do_not() -> None:
    figures = measure(generated(150), 60, all_differ=True)
    assert figures.articles == 150 + 60 * len(KINDS) + FORMS
    assert {kind: figures.recall(kind) for kind in KINDS if figures.recall(kind) < FLOORS[kind]} == {}
    assert figures.precision >= 0.98
    assert not figures.forms


@pytest.mark.slow
@pytest.mark.skipif(not (DATA / "data" / "reuters-21578.jsonl.xz").exists(), reason="BRIEFING_DATA has no Reuters")
def test_real_news() -> None:
    originals = reuters(DATA)
    figures = measure(originals[: len(originals) // 4], 200, all_differ=False)
    assert figures.recall("5 %") >= 0.96
    assert figures.recall("20 %") >= 0.88
    assert figures.precision >= 0.98
    folded, right, _ = judged(figures.among)
    assert right >= 0.9 * folded
