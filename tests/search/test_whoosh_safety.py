"""What only Whoosh's own files can do to a reader: hold a pickle."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.errors import Damaged
from briefing.search.engine import Batch
from tests.search.harm import WHOOSH


def test_a_foreign_pickle_is_not_opened(tmp_path: Path) -> None:
    folder = WHOOSH.make(tmp_path / "index")
    table = next(folder.glob("*.toc"))
    table.write_bytes(table.read_bytes()[:-20] + b"cos\nsystem\n(S'touch pwned'\ntR.")
    with pytest.raises(Damaged, match="table of contents"):
        WHOOSH.open(folder).version()
    with pytest.raises(Damaged, match="table of contents"):
        WHOOSH.open(folder).write(Batch(3))
