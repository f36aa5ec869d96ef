"""Damage, death at any moment, other users' folders: a right answer or a clear word, never a crash. Of every engine."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.errors import Damaged, Locked
from briefing.search.engine import Batch, IndexedText
from tests.search.harm import KINDS, QUERIES, WHOOSH, Kind, answers, copy, put, scanned, texts

FILES = [pytest.param(kind, ending, id=f"{kind.name}{ending}") for kind in KINDS.values() for ending in kind.files]


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    made: Kind = request.param
    return made


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: kind.make(tmp_path_factory.mktemp(name) / "index") for name, kind in KINDS.items()}


@pytest.fixture
def folder(kind: Kind, wholes: dict[str, Path], tmp_path: Path) -> Path:
    return copy(wholes[kind.name], tmp_path)


def test_a_whole_index_answers(kind: Kind, wholes: dict[str, Path]) -> None:
    assert kind.refusals(wholes[kind.name]) == 0
    kind.open(wholes[kind.name]).verify()


@pytest.mark.parametrize(("kind", "ending"), FILES)
def test_flipped_bits(kind: Kind, ending: str, folder: Path) -> None:
    chance = random.Random(ending)
    for path in kind.files_of(folder, ending):
        good = path.read_bytes()
        for _ in range(40 if kind is WHOOSH else 20):
            bad = bytearray(good)
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
            put(path, bad)
            kind.refusals(folder)
            with pytest.raises(Damaged):
                kind.open(folder).verify()
        put(path, good)
    assert kind.refusals(folder) == 0


@pytest.mark.parametrize(("kind", "ending"), FILES)
def test_cut_and_missing_files(kind: Kind, ending: str, folder: Path) -> None:
    path = kind.files_of(folder, ending)[-1]
    good = path.read_bytes()
    for size in {0, 1, 7, len(good) // 2, len(good) - 1} - {len(good)}:
        put(path, good[:size])
        assert kind.refusals(folder) > 0
    path.unlink()
    if path.name != "manifest.json":
        assert kind.refusals(folder) > 0


def test_a_missing_manifest_is_an_empty_index(kind: Kind, folder: Path) -> None:
    (folder / "manifest.json").unlink()
    assert kind.open(folder).version().generation == 0


@pytest.mark.parametrize("raw", [b"[]", b"{}", b"\xff\xfe", b'{"check": 1}', b"[" * 100_000,
                                 json.dumps({"format": 0, "check": ""}).encode()])  # fmt: skip
def test_a_manifest_of_something_else(kind: Kind, folder: Path, raw: bytes) -> None:
    (folder / "manifest.json").write_bytes(raw)
    with pytest.raises(Damaged):
        kind.open(folder).version()


def test_a_folder_open_to_others_is_refused(kind: Kind, folder: Path) -> None:
    folder.chmod(0o755)
    with pytest.raises(Damaged, match="open to other users"):
        kind.open(folder).version()
    with pytest.raises(Damaged, match="open to other users"):
        kind.open(folder).write(Batch(3))


def test_new_folders_are_the_users_alone(kind: Kind, tmp_path: Path) -> None:
    kind.open(tmp_path / "a").write(Batch(1))
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700


def test_asking_makes_no_folder(kind: Kind, tmp_path: Path) -> None:
    assert kind.open(tmp_path / "none").version().generation == 0
    assert not (tmp_path / "none").exists()


def test_a_second_writer_is_told(kind: Kind, tmp_path: Path) -> None:
    def write_within() -> Iterator[IndexedText]:
        with pytest.raises(Locked):
            kind.open(tmp_path / "a").write(Batch(2))
        yield from texts(1, 3)

    engine = kind.open(tmp_path / "a")
    engine.write(Batch(1, write_within()))
    assert engine.version().documents == 3


def test_a_failed_batch_changes_nothing(kind: Kind, folder: Path) -> None:
    def broken() -> Iterator[IndexedText]:
        yield from texts(5, 10)
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        kind.open(folder).write(Batch(3, broken()))
    assert kind.refusals(folder) == 0
    kind.open(folder).write(Batch(3))
    kind.open(folder).verify()
    assert kind.open(folder).version().generation == 3


FULL = """
import resource, sys
from pathlib import Path
from briefing.search.engine import Batch
from tests.search.harm import KINDS, texts
engine = KINDS[sys.argv[1]].open(Path(sys.argv[2]))
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    engine.write(Batch(3, texts(7, 400)))
except OSError as error:
    print(error.errno)
"""


def test_a_disk_that_takes_no_more_is_told_as_it_is(kind: Kind, folder: Path) -> None:
    command = [sys.executable, "-c", FULL, kind.name, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.stdout == f"{errno.EFBIG}\n", run.stderr
    assert kind.refusals(folder) == 0
    kind.open(folder).write(Batch(3))
    assert kind.refusals(folder) == 0


WRITER = """
import sys
from pathlib import Path
from briefing.search.engine import Batch
from tests.search.harm import KINDS, texts
engine = KINDS[sys.argv[1]].open(Path(sys.argv[2]))
generation = engine.version().generation
print("ready", flush=True)
while True:
    generation += 1
    engine.write(Batch(generation, texts(generation)))
"""


@pytest.mark.slow
def test_killed_at_any_moment(kind: Kind, tmp_path: Path) -> None:
    """Each commit replaces all texts by those of its generation: a mixture would show."""
    folder = tmp_path / "index"
    chance = random.Random(3)
    seen, longest = 0, 0.25
    for _ in range(20):
        command = [sys.executable, "-c", WRITER, kind.name, str(folder)]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=os.getcwd())
        assert run.stdout is not None
        assert run.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0.0, longest))
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        engine = kind.open(folder)
        generation = engine.version().generation
        assert generation >= seen
        seen = generation
        longest *= 1 if seen else 2  # a machine at work needs longer for its first commit
        engine.verify()
        right = scanned(Batch(1, texts(generation) if generation else []))
        assert [answers(engine, tree) for tree in QUERIES] == right
    assert seen > 0
