from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.model.errors import WrongUse
from briefing.search import registry
from briefing.search.registry import load_engine, names, why_absent


def test_engines_by_name(tmp_path: Path) -> None:
    assert names()[0] == "whoosh"
    assert load_engine("whoosh")(tmp_path, lambda number: None).version().generation == 0
    with pytest.raises(WrongUse, match="no search engine"):
        load_engine("nothing")


def test_an_engine_whose_package_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names()[:2] == ["whoosh", "tantivy"]
    monkeypatch.setitem(registry.EXTRAS, "tantivy", "a_package_that_nobody_has")
    assert why_absent("whoosh") == ""
    assert why_absent("tantivy") == "pip install 'briefing[a_package_that_nobody_has]'"
    monkeypatch.setitem(sys.modules, "briefing.search.tantivy.engine", None)
    with pytest.raises(WrongUse, match="tantivy is not installed") as caught:
        load_engine("tantivy")
    assert "pip install 'briefing[" in caught.value.what_to_do


@pytest.mark.parametrize("module", ["syntax", "match", "snippets", "tokens", "edit", "registry", "engine"])
def test_whoosh_is_not_loaded_before_it_is_needed(module: str) -> None:
    code = f"import sys, briefing.search.{module}; print('whoosh' in sys.modules, 'json' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_importing_the_engine_is_silent() -> None:
    code = "import briefing.search.whoosh.engine"
    run = subprocess.run([sys.executable, "-W", "default", "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr == ""
