"""Damage, death at any moment, a full disk, other users' folders: a right answer or a clear word, never a crash."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from briefing.model.errors import Damaged, Locked
from briefing.model.numbers import Numbers
from briefing.model.query import Node
from briefing.search.engine import Batch, IndexedText, Request, SearchEngine, WordsAsk
from briefing.search.syntax import parse
from tests.contract.brute import BruteForce
from tests.search.queries import text_of

pytest.importorskip("tantivy")

from briefing.search.tantivy import checked, writer
from briefing.search.tantivy.engine import TantivyEngine
from briefing.search.tantivy.manifest import FileMark, Manifest, check_files

QUERIES = [
    parse(raw).tree for raw in ("wagner", "w*", '"wagner group"', "wagnr~1", "-libya", "in:all 東京 OR al-jufra")
]
EVERYTHING = Numbers(range(80))
KINDS = [".json", ".term", ".idx", ".pos", ".fast", ".fieldnorm", ".store", ".del", ".bits"]


def open_engine(folder: Path) -> TantivyEngine:
    return TantivyEngine(folder, lambda number: None)


def texts(seed: int, count: int = 60) -> list[IndexedText]:
    chance = random.Random(seed)
    return [text_of(chance, number) for number in range(count)]


def answers(engine: SearchEngine, tree: Node) -> set[int]:
    return {hit.number for hit in list(engine.search(Request(tree, everything=EVERYTHING)))[-1].hits}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "index"
    open_engine(folder).write(Batch(1, texts(1)))
    open_engine(folder).write(Batch(2, texts(2, 20), remove=[33]))
    return folder


@pytest.fixture(scope="module")
def expected() -> list[set[int]]:
    brute = BruteForce()
    brute.write(Batch(1, texts(1)))
    brute.write(Batch(2, texts(2, 20), remove=[33]))
    return [answers(brute, tree) for tree in QUERIES]


def copy(whole: Path, to: Path) -> Path:
    shutil.copytree(whole, to / "copy")
    (to / "copy").chmod(0o700)
    return to / "copy"


def ask_all(folder: Path, expected: list[set[int]]) -> int:
    """How many questions were refused; those answered are answered rightly."""
    refused = 0
    engine = open_engine(folder)
    for tree, right in zip(QUERIES, expected, strict=True):
        try:
            assert answers(engine, tree) == right
        except Damaged:
            refused += 1
    try:
        engine.words(WordsAsk("w"))
        engine.version()
    except Damaged:
        refused += 1
    return refused


def files(folder: Path, kind: str) -> list[Path]:
    found = sorted(path for path in folder.rglob("*") if path.suffix == kind and not path.name.startswith("."))
    assert found
    return found


def test_a_whole_index_answers(whole: Path, expected: list[set[int]]) -> None:
    assert ask_all(whole, expected) == 0
    open_engine(whole).verify()


@pytest.mark.parametrize("kind", KINDS)
def test_flipped_bits(whole: Path, expected: list[set[int]], tmp_path: Path, kind: str) -> None:
    folder = copy(whole, tmp_path)
    chance = random.Random(kind)
    for path in files(folder, kind):
        good = path.read_bytes()
        for _ in range(20):
            bad = bytearray(good)
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
            path.write_bytes(bad)
            ask_all(folder, expected)
            with pytest.raises(Damaged):
                open_engine(folder).verify()
        path.write_bytes(good)
    assert ask_all(folder, expected) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_cut_and_missing_files(whole: Path, expected: list[set[int]], tmp_path: Path, kind: str) -> None:
    folder = copy(whole, tmp_path)
    path = files(folder, kind)[-1]
    good = path.read_bytes()
    for size in {0, 1, 7, len(good) // 2, len(good) - 1} - {len(good)}:
        path.write_bytes(good[:size])
        assert ask_all(folder, expected) > 0
    path.unlink()
    assert ask_all(folder, expected) > 0


def test_a_missing_manifest_is_an_empty_index(whole: Path, tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    (folder / "manifest.json").unlink()
    assert open_engine(folder).version().generation == 0


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_large_index_is_read_through_once_after_a_start_of_the_machine(
    whole: Path, expected: list[set[int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """tantivy trusts its files, and what is damaged can end a process: none is opened unread."""
    folder = copy(whole, tmp_path)
    monkeypatch.setattr(checked, "READ_THROUGH", 0)
    monkeypatch.setattr(checked, "_started", lambda: "one")
    read: list[str] = []

    def check(folder: Path, manifest: Manifest, known: Mapping[str, FileMark]) -> None:
        read.append("all")
        check_files(folder, manifest, known)

    monkeypatch.setattr(checked, "check_files", check)
    assert ask_all(folder, expected) == ask_all(folder, expected) == 0
    assert read == ["all"]
    monkeypatch.setattr(checked, "_started", lambda: "two")
    path = files(folder, kind)[0]
    bad = bytearray(path.read_bytes())
    bad[len(bad) // 2] ^= 1
    path.write_bytes(bad)
    assert ask_all(folder, expected) == len(expected) + 1
    monkeypatch.setattr(checked, "_started", lambda: "")
    assert ask_all(folder, expected) == len(expected) + 1


def test_a_folder_open_to_others_is_refused(whole: Path, tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    folder.chmod(0o755)
    with pytest.raises(Damaged, match="open to other users"):
        open_engine(folder).version()
    with pytest.raises(Damaged, match="open to other users"):
        open_engine(folder).write(Batch(3))


def test_asking_makes_no_folder(tmp_path: Path) -> None:
    assert open_engine(tmp_path / "none").version().generation == 0
    assert not (tmp_path / "none").exists()


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    def write_within() -> Iterator[IndexedText]:
        with pytest.raises(Locked):
            open_engine(tmp_path / "a").write(Batch(2))
        yield from texts(1, 3)

    engine = open_engine(tmp_path / "a")
    engine.write(Batch(1, write_within()))
    assert engine.version().documents == 3


def test_a_failed_batch_changes_nothing(whole: Path, expected: list[set[int]], tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)

    def broken() -> Iterator[IndexedText]:
        yield from texts(5, 10)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space"):
        open_engine(folder).write(Batch(3, broken()))
    assert ask_all(folder, expected) == 0
    open_engine(folder).write(Batch(3))
    open_engine(folder).verify()
    assert open_engine(folder).version().generation == 3


FULL = """
import resource, sys
from pathlib import Path
from briefing.search.engine import Batch
from tests.search.test_tantivy_safety import open_engine, texts
engine = open_engine(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    engine.write(Batch(3, texts(7, 400)))
except OSError as error:
    print(error.errno)
"""


def test_a_disk_that_takes_no_more_is_told_as_it_is(whole: Path, expected: list[set[int]], tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    run = subprocess.run([sys.executable, "-c", FULL, str(folder)], capture_output=True, text=True, timeout=60)
    assert run.stdout == f"{errno.EFBIG}\n", run.stderr
    assert ask_all(folder, expected) == 0
    open_engine(folder).write(Batch(3))
    assert ask_all(folder, expected) == 0


def test_a_folder_that_cannot_be_written_is_read(
    whole: Path, expected: list[set[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert ask_all(whole, expected) == 0


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """Many small commits: merged, and what no commit names any more is gone."""
    folder = tmp_path / "index"
    for generation in range(1, 31):
        open_engine(folder).write(Batch(generation, texts(generation, 20)))
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
    engine = open_engine(tmp_path / "index")
    for generation in (1, 2, 3):
        engine.write(Batch(generation, texts(generation)))
    assert engine.version().documents == 60
    engine.verify()


def test_memory_of_a_writer_is_bounded() -> None:
    assert writer.MEMORY <= 64_000_000


WRITER = """
import sys
from pathlib import Path
from briefing.search.engine import Batch
from tests.search.test_tantivy_safety import open_engine, texts
engine = open_engine(Path(sys.argv[1]))
generation = engine.version().generation
print("ready", flush=True)
while True:
    generation += 1
    engine.write(Batch(generation, texts(generation)))
"""


@pytest.mark.slow
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Each commit replaces all texts by those of its generation: a mixture would show."""
    folder = tmp_path / "index"
    chance = random.Random(3)
    seen, longest = 0, 0.25
    for _ in range(20):
        run = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, cwd=os.getcwd())
        assert run.stdout is not None
        assert run.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0.0, longest))
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        engine = open_engine(folder)
        generation = engine.version().generation
        assert generation >= seen
        seen = generation
        longest *= 1 if seen else 2  # a machine at work needs longer for its first commit
        brute = BruteForce()
        brute.write(Batch(1, texts(generation) if generation else []))
        engine.verify()
        for tree in QUERIES:
            assert answers(engine, tree) == answers(brute, tree)
    assert seen > 0
