"""What a command loads: little for help, no Textual for any verb but the screen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import write_articles

PROBE = """
import json, sys
bare = set(sys.modules)
from briefing.cli.main import main
main({words!r})
print("\\n" + json.dumps(sorted(set(sys.modules) - bare)))
"""


def _loaded(*words: str) -> set[str]:
    code = PROBE.format(words=list(words))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    return set(json.loads(ran.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [["--help"], ["--version"], [], ["nonsense"]])
def test_help_loads_next_to_nothing(words: list[str]) -> None:
    loaded = _loaded(*words)
    assert len(loaded) < 100, len(loaded)
    assert not loaded & {"textual", "rich", "whoosh", "sqlite3", "dateutil", "platformdirs", "dataclasses"}


def test_help_of_a_verb_loads_that_verb_only() -> None:
    loaded = _loaded("search", "--help")
    verbs = {name for name in loaded if name.startswith("briefing.cli.")}
    assert verbs == {f"briefing.cli.{name}" for name in ("main", "flags", "search", "output", "quick", "parser")}
    assert len(loaded) < 100


def test_no_verb_but_the_screen_loads_textual(tmp_path: Path) -> None:
    news, home = write_articles(tmp_path / "news"), str(tmp_path / "home")
    for words in (
        ["search", "harbour", "--in", str(news)],
        ["search", "harbour", "--in", str(news), "--json"],
        ["show", "two.txt", "--in", str(news), "--who"],
        ["actors", "--in", str(news)],
        ["open", str(news)],
        ["config"],
    ):
        loaded = _loaded("--data-dir", home, *words)
        assert not {name for name in loaded if name.split(".")[0] in ("textual", "rich")}, words


def test_facts_alone_need_no_index(tmp_path: Path) -> None:
    news, home = write_articles(tmp_path / "news"), str(tmp_path / "home")
    _loaded("--data-dir", home, "index", str(news))
    loaded = _loaded("--data-dir", home, "config")
    assert not {name for name in loaded if name.startswith(("whoosh", "sqlite3", "briefing.library"))}
