"""What a command loads: little for help, no Textual for any verb but the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import write_articles

PROBE = """
import sys
bare = set(sys.modules)
from briefing.cli.main import main
main({words!r})
loaded = sorted(set(sys.modules) - bare)
import json
print("\\n" + json.dumps(loaded))
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


NEVER = {
    *("argparse", "ast", "dataclasses", "hashlib", "importlib.metadata", "inspect", "json", "logging", "platformdirs"),
    *("rich", "signal", "socket", "subprocess", "tempfile", "textual", "threading", "tomllib", "typing"),
    *("unicodedata", "uuid", "whoosh"),
}
"""What a search with tantivy has no use for: each takes as long to load as an index takes to answer, or longer."""
NOT_FOR_A_WORD = NEVER | {"contextlib", "enum", "pathlib", "re", "urllib"}
"""Nor has that for one word, of a reader who has no tags."""
MOST, OURS = 112, 72
"""Modules beside those of the bare interpreter, which differ a little from Python to Python, and those of them that
are ours: fewer would be better."""


def test_a_search_loads_what_its_answer_needs(tmp_path: Path) -> None:
    news, home = write_articles(tmp_path / "news"), str(tmp_path / "home")
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('engine = "tantivy"\n')
    for folder in (news, *(each for each in news.rglob("*") if each.is_dir())):
        os.utime(folder, (1e9, 1e9))  # as if nothing had come for long, else a search walks over it first
    _loaded("index", str(news), "--data-dir", home)
    ask = ("search", "harbour", "--in", str(news), "--data-dir", home)
    loaded = _loaded(*ask)
    assert sorted(loaded & NOT_FOR_A_WORD) == []
    assert not {name for name in loaded if name.startswith(("briefing.notebook", "briefing.extract", "briefing.app"))}
    assert len(loaded) <= MOST, sorted(loaded)
    assert len([name for name in loaded if name.startswith("briefing")]) <= OURS, sorted(loaded)
    _loaded("tag", "port", "two.txt", "--in", str(news), "--data-dir", home)
    noted = _loaded(*ask)
    assert "briefing.notebook.tags" in noted
    assert sorted(noted & NEVER) == []


def test_facts_alone_need_no_index(tmp_path: Path) -> None:
    news, home = write_articles(tmp_path / "news"), str(tmp_path / "home")
    _loaded("--data-dir", home, "index", str(news))
    loaded = _loaded("--data-dir", home, "config")
    assert not {name for name in loaded if name.startswith(("whoosh", "sqlite3", "briefing.library"))}
