"""The parts of a build: the engine is whichever the settings name and is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library.parts import open_engine
from briefing.model.errors import WrongUse
from briefing.search import registry


class Other:
    """An engine from elsewhere."""

    def __init__(self, folder: Path, texts: object) -> None:
        self.folder = folder


def test_an_installed_engine_is_opened_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(registry.BUILT_IN, "other", f"{__name__}:Other")
    opened = open_engine("other", tmp_path, lambda number: None)
    assert isinstance(opened, Other)
    assert opened.folder == tmp_path


def test_an_unknown_engine_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no search engine 'nope'") as error:
        open_engine("nope", tmp_path, lambda number: None)
    assert "whoosh" in error.value.what_to_do
