"""What only tantivy's files can do to a reader, and what it may leave behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.search.engine import Batch
from tests.search.harm import QUERIES, TANTIVY, texts

pytest.importorskip("tantivy")

from briefing.search.tantivy import checked, writer
from briefing.search.tantivy.manifest import FileMark, Manifest, check_files


def _flip(path: Path) -> None:
    """One bit, in place: a file that is cut short while a thread of tantivy's still has it mapped ends the process."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


@pytest.mark.parametrize("ending", TANTIVY.files[1:])
def test_an_index_is_read_through_once_after_a_start_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """tantivy trusts its files, and what is damaged can end a process: none is opened unread."""
    folder = TANTIVY.make(tmp_path / "index")
    monkeypatch.setattr(checked, "_started", lambda: "one")
    monkeypatch.setattr(checked, "_TICK", -1)
    read: list[str] = []

    def check(folder: Path, manifest: Manifest, known: Mapping[str, FileMark]) -> None:
        read.append("all")
        check_files(folder, manifest, known)

    monkeypatch.setattr(checked, "check_files", check)
    assert TANTIVY.refusals(folder) == TANTIVY.refusals(folder) == 0
    assert read == ["all"]
    monkeypatch.setattr(checked, "_started", lambda: "two")
    _flip(TANTIVY.files_of(folder, ending)[0])
    assert TANTIVY.refusals(folder) == len(QUERIES) + 1
    monkeypatch.setattr(checked, "_started", lambda: "")
    assert TANTIVY.refusals(folder) == len(QUERIES) + 1


@pytest.mark.parametrize("ending", TANTIVY.files[1:])
def test_a_file_that_was_written_to_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    monkeypatch.setattr(checked, "_TICK", -1)
    folder = TANTIVY.make(tmp_path / "index")
    assert TANTIVY.refusals(folder) == 0
    path = TANTIVY.files_of(folder, ending)[0]
    _flip(path)
    later = path.stat().st_mtime_ns + 1
    os.utime(path, ns=(later, later))
    assert TANTIVY.refusals(folder) == len(QUERIES) + 1


def test_a_folder_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = TANTIVY.make(tmp_path / "index")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    beside = tmp_path / "beside"
    beside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(beside))
    for _ in range(20):  # tantivy's own thread makes a lock file there, sooner or later
        assert TANTIVY.refusals(folder) == 0
    assert not list(beside.iterdir())


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """Many small commits: merged, and what no commit names any more is gone."""
    folder = tmp_path / "index"
    for generation in range(1, 31):
        TANTIVY.open(folder).write(Batch(generation, texts(generation, 20)))
    names = sorted(path.name for path in folder.iterdir())
    state = [name for name in names if name.startswith("state-")]
    assert names == ["checked", "manifest.json", *state, "write.lock"]
    assert len(state) == 1
    segments = {path.stem for path in (folder / state[0]).glob("*.term")}
    assert 1 <= len(segments) <= 8
    held = {path.name.partition(".")[0] for path in (folder / state[0]).iterdir() if not path.name.startswith(".")}
    assert held == segments | {"meta", "numbers"}


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    engine = TANTIVY.open(tmp_path / "index")
    for generation in (1, 2, 3):
        engine.write(Batch(generation, texts(generation)))
    assert engine.version().documents == 60
    engine.verify()


def test_memory_of_a_writer_is_bounded() -> None:
    assert writer.MEMORY <= 64_000_000
