"""Damage, death at any moment, other users' folders: a right answer or a clear word, never a crash."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.errors import Damaged, Locked
from briefing.model.numbers import Numbers
from briefing.model.query import Node
from briefing.search.engine import Batch, IndexedText, Request, WordsAsk
from briefing.search.syntax import parse
from briefing.search.whoosh.engine import WhooshEngine
from briefing.search.whoosh.files import SUFFIXES
from briefing.search.whoosh.manifest import verify
from tests.contract.brute import BruteForce
from tests.search.test_whoosh_equals_brute import text_of

QUERIES = [
    parse(raw).tree for raw in ("wagner", "w*", '"wagner group"', "wagnr~1", "-libya", "in:all 東京 OR al-jufra")
]
EVERYTHING = Numbers(range(80))


def texts(seed: int, count: int = 60) -> list[IndexedText]:
    chance = random.Random(seed)
    return [text_of(chance, number) for number in range(count)]


def answers(engine: WhooshEngine | BruteForce, tree: Node) -> set[int]:
    return {hit.number for hit in list(engine.search(Request(tree, everything=EVERYTHING)))[-1].hits}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "index"
    WhooshEngine(folder).write(Batch(1, texts(1)))
    WhooshEngine(folder).write(Batch(2, texts(2, 20), remove=[33]))
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
    engine = WhooshEngine(folder)
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


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".json", ".toc", *SUFFIXES))


def test_a_whole_index_answers(whole: Path, expected: list[set[int]]) -> None:
    assert ask_all(whole, expected) == 0
    WhooshEngine(whole).verify()


@pytest.mark.parametrize("kind", [".json", ".toc", *SUFFIXES])
def test_flipped_bits(whole: Path, expected: list[set[int]], tmp_path: Path, kind: str) -> None:
    folder = copy(whole, tmp_path)
    chance = random.Random(kind)
    for path in (path for path in files(folder) if path.suffix == kind):
        good = path.read_bytes()
        for _ in range(40):
            bad = bytearray(good)
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
            path.write_bytes(bad)
            ask_all(folder, expected)
            with pytest.raises(Damaged):
                WhooshEngine(folder).verify()
        path.write_bytes(good)
    assert ask_all(folder, expected) == 0


@pytest.mark.parametrize("kind", [".json", ".toc", *SUFFIXES])
def test_cut_and_missing_files(whole: Path, expected: list[set[int]], tmp_path: Path, kind: str) -> None:
    folder = copy(whole, tmp_path)
    path = next(path for path in files(folder) if path.suffix == kind)
    good = path.read_bytes()
    for size in (0, 1, 7, len(good) // 2, len(good) - 1):
        path.write_bytes(good[:size])
        assert ask_all(folder, expected) > 0
    path.unlink()
    if kind == ".json":
        assert WhooshEngine(folder).version().generation == 0
    else:
        assert ask_all(folder, expected) > 0


def test_another_version_and_another_program(whole: Path, tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    path = folder / "manifest.json"
    for raw in (
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"check": 1}',
        b"[" * 100_000,
        json.dumps({"format": 0, "check": ""}).encode(),
    ):
        path.write_bytes(raw)
        with pytest.raises(Damaged):
            WhooshEngine(folder).version()


def test_a_foreign_pickle_is_not_opened(whole: Path, tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    table = next(folder.glob("*.toc"))
    table.write_bytes(table.read_bytes()[:-20] + b"cos\nsystem\n(S'touch pwned'\ntR.")
    with pytest.raises(Damaged, match="table of contents"):
        WhooshEngine(folder).version()
    with pytest.raises(Damaged, match="table of contents"):
        WhooshEngine(folder).write(Batch(3))


def test_a_folder_open_to_others_is_refused(whole: Path, tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    folder.chmod(0o755)
    with pytest.raises(Damaged, match="open to other users"):
        WhooshEngine(folder).version()
    with pytest.raises(Damaged, match="open to other users"):
        WhooshEngine(folder).write(Batch(3))


def test_new_folders_are_the_users_alone(tmp_path: Path) -> None:
    WhooshEngine(tmp_path / "a").write(Batch(1))
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700


def test_asking_makes_no_folder(tmp_path: Path) -> None:
    assert WhooshEngine(tmp_path / "none").version().generation == 0
    assert not (tmp_path / "none").exists()


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "a")

    def write_within() -> list[IndexedText]:
        with pytest.raises(Locked):
            WhooshEngine(tmp_path / "a").write(Batch(2))
        return texts(1, 3)

    class Lazy:
        def __iter__(self) -> Iterator[IndexedText]:
            return iter(write_within())

    engine.write(Batch(1, Lazy()))
    assert engine.version().documents == 3


def test_a_failed_batch_changes_nothing(whole: Path, expected: list[set[int]], tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)

    def broken() -> Iterator[IndexedText]:
        yield from texts(5, 10)
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        WhooshEngine(folder).write(Batch(3, broken()))
    assert ask_all(folder, expected) == 0
    WhooshEngine(folder).write(Batch(3))
    verify(folder)
    assert WhooshEngine(folder).version().generation == 3


WRITER = """
import sys
from pathlib import Path
from briefing.search.engine import Batch
from briefing.search.whoosh import writer
from briefing.search.whoosh.engine import WhooshEngine
from tests.search.test_whoosh_safety import texts
engine = WhooshEngine(Path(sys.argv[1]))
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
    seen = 0
    for _ in range(20):
        run = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, cwd=os.getcwd())
        assert run.stdout is not None
        assert run.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0.0, 0.15))
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        engine = WhooshEngine(folder)
        generation = engine.version().generation
        assert generation >= seen
        seen = generation
        brute = BruteForce()
        brute.write(Batch(1, texts(generation) if generation else []))
        engine.verify()
        for tree in QUERIES:
            assert answers(engine, tree) == answers(brute, tree)
    assert seen > 0
