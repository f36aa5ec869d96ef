"""A small folder of articles, one build of it, and the command called in this process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.main import main

ARTICLES = {
    "one.txt": "Harbour talks resume in Port Ellery\nPublished: 2021-03-04\n\n"
    "Ilse Brandt, the port commissioner, said on Thursday that talks with the Dockers Union had begun again.\n\n"
    "Brandt said the harbour would stay open.\n\nRead: Harbour talks collapse\n",
    "two.txt": "The harbour stayed closed on Tuesday. Nobody said why the harbour had closed.\n",
    "sub/three.md": "---\ntitle: Grain prices fall\ndate: 2022-05-06\nsource: Meridian Wire\n---\n\n"
    "Grain prices fell in Kestria on Friday, Ilse Brandt told reporters.\n",
    "wires.jsonl": json.dumps(
        {"id": "17", "title": "A wire", "date": "2020-01-02", "text": "Harbour wire of that day."}
    )
    + "\n",
}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """Its JSON."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Briefing = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "BRIEFING_NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where settings, state, cache and data go."""
    return tmp_path / "home"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """The folder of articles, fresh."""
    return write_articles(tmp_path / "news")


@pytest.fixture
def briefing(home: Path, capsys: pytest.CaptureFixture[str]) -> Briefing:
    """Runs the command in this process."""

    def run(*words: str) -> Ran:
        capsys.readouterr()
        code = main(["--data-dir", str(home), *words])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


def write_articles(folder: Path) -> Path:
    """The articles as files below `folder`."""
    for name, text in ARTICLES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def in_process(
    words: Sequence[str], *, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *words],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        timeout=120,
        check=False,
    )
