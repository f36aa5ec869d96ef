from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing.search.engine import Batch, IndexedText, SearchEngine
from tests.contract.brute import BruteForce

WITHOUT_TANTIVY = pytest.mark.skipif(find_spec("tantivy") is None, reason="tantivy is not installed")


def make_tantivy(folder: Path) -> SearchEngine:
    """With a store of its own: the texts that were written."""
    from briefing.search.tantivy.engine import TantivyEngine

    texts: dict[int, IndexedText] = {}

    class Remembering(TantivyEngine):
        def write(self, batch: Batch) -> None:
            added = list(batch.add)
            super().write(Batch(batch.generation, added, batch.remove))
            for number in batch.remove:
                texts.pop(number, None)
            texts.update((text.number, text) for text in added)

    return Remembering(folder, texts.get)


@pytest.fixture(params=["brute", "whoosh", pytest.param("tantivy", marks=WITHOUT_TANTIVY)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> SearchEngine:
    if request.param == "brute":
        return BruteForce()
    if request.param == "tantivy":
        return make_tantivy(tmp_path / "index")
    from briefing.search.whoosh.engine import WhooshEngine

    return WhooshEngine(tmp_path / "index", lambda number: None)
