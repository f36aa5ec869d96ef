from __future__ import annotations

from pathlib import Path

import pytest

from briefing.search.engine import SearchEngine
from tests.contract.brute import BruteForce


@pytest.fixture(params=["brute", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> SearchEngine:
    if request.param == "brute":
        return BruteForce()
    from briefing.search.whoosh.engine import WhooshEngine

    return WhooshEngine(tmp_path / "index", lambda number: None)
