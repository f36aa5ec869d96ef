"""Finding the format of a file, and reading what cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.formats.registry import format_for, knows, read_file, suffixes
from briefing.model.article import Article, Problem

_LIMIT = 20_000_000


def _only(path: Path, limit: int = _LIMIT) -> Article | Problem:
    (read,) = read_file(path, path.name, limit)
    return read


def _why(path: Path, limit: int = _LIMIT) -> str:
    read = _only(path, limit)
    assert isinstance(read, Problem)
    assert read.path == path.name
    return read.why


def test_which_files_are_read() -> None:
    assert {".txt", ".md", ".json", ".jsonl"} <= suffixes()
    assert knows("a/B.TXT")
    assert not knows("a.exe")
    assert not knows("README")
    assert (found := format_for("x.jsonl"))
    assert found.name == "jsonl"


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port is open, it was said.")
    read = _only(tmp_path / "a.txt")
    assert isinstance(read, Article)
    assert read.path == "a.txt"


def test_problems_are_said_and_never_raised(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "large.txt").write_bytes(b"x" * 3_000_000)
    (tmp_path / "binary.txt").write_bytes(bytes(range(32)) * 40)
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "short.json").write_text('{"body": "x')
    os.mkfifo(tmp_path / "pipe.txt")
    assert _why(tmp_path / "empty.txt") == "the file is empty"
    assert _why(tmp_path / "large.txt", 2_000_000) == "too large: 3.0 MB, and the limit is 2.0 MB"
    assert "binary" in _why(tmp_path / "binary.txt")
    assert "directory" in _why(tmp_path / "folder.txt") or "regular" in _why(tmp_path / "folder.txt")
    assert _why(tmp_path / "short.json") == "cut short: the JSON is not complete"
    assert _why(tmp_path / "pipe.txt") == "not a regular file"
    assert _why(tmp_path / "gone.txt") == "it is gone"
    assert "no format reads .exe" in _why(tmp_path / "a.exe")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert _why(tmp_path / "secret.txt") == "no permission to read it"


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text("The port is open, it was said.")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    read = _only(path)
    assert isinstance(read, Article)
    assert read.path.encode()


def test_built_in_formats_need_no_metadata() -> None:
    code = (
        "import sys; from briefing.formats.registry import format_for, knows;"
        "assert knows('a.txt') and format_for('a.md');"
        "print([m for m in ('importlib.metadata', 'json', 'briefing.formats.json', 'textual') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
