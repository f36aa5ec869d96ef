"""A disk that is full or cannot be written: a clear line, nothing committed is lost, what is there can be read."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import layout, lock
from briefing.library.build import build
from briefing.library.events import Failed, Finished, decode
from briefing.library.parts import Parts
from briefing.library.schema import StoreProblem
from briefing.model import frozen
from briefing.model.order import Order
from briefing.settings.places import find_places
from tests.library.conftest import Desk
from tests.library.fakes import FakeEngine
from tests.library.state import content
from tests.library.test_kill import _start


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes, where this user may mount one; elsewhere the injected errors must do."""
    where = tmp_path / "small"
    where.mkdir()
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root mounts")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(where)], capture_output=True)
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    yield where
    subprocess.run(["umount", "-l", str(where)], check=True)


def test_a_full_disk_keeps_what_is_committed(desk: Desk, mount: Path) -> None:
    desk.fill(30)
    desk.places = find_places(mount / "home")
    desk.build()
    for number in range(30, 800):
        desk.write(f"{number:04}.txt", f"A long story of {number}. " * 200)
    with pytest.raises(StoreProblem, match="full"):
        desk.build()
    assert isinstance(desk.events[-1], Failed)
    library = desk.library()
    kept = library.status().articles
    assert 30 <= kept < 800
    assert len(library.page(Order.NEWEST, 0, 900)) == kept
    library.close()
    subprocess.run(["mount", "-o", "remount,size=64m", str(mount)], check=True)
    assert desk.build().read == 800 - kept
    assert desk.library().status().articles == 800


def test_our_own_index_on_a_full_disk(desk: Desk, mount: Path) -> None:
    """The store is written, then the disk fills up before the index is; later there is room again."""
    desk.parts = Parts(workers=1)
    desk.fill(40)
    desk.places = find_places(mount / "home")
    ballast = mount / "ballast"

    def fill_up(*_: object) -> int:
        with suppress(OSError), ballast.open("wb", buffering=0) as out:
            while out.write(b"x" * 4096):
                pass
        return 0

    filling = replace(desk.parts, engine=lambda *given: (fill_up(), desk.parts.engine(*given))[1])
    with pytest.raises(StoreProblem, match="full"):
        build([desk.folder], desk.places, desk.settings, desk.events.append, lambda: False, parts=filling)
    library = desk.library()
    assert library.status().articles == 40
    query = library.parse("story who:nobody")
    assert [page.total for page in library.search(query, Order.NEWEST, 9)] == [0]
    library.close()
    ballast.unlink()
    assert desk.build().read == 0
    library = desk.library()
    assert library.status().searchable == 40
    assert list(library.search(library.parse("told"), Order.NEWEST, 9))[-1].total == 40
    library.close()


def test_a_limit_on_file_sizes_ends_in_a_clear_line(desk: Desk) -> None:
    desk.fill(30)
    desk.build()
    for number in range(30, 300):
        desk.write(f"{number:04}.txt", f"A long story of {number}. " * 200)
    process = _start(desk, "300000")
    told, _ = process.communicate()
    assert process.returncode == 5
    last = decode(told.splitlines()[-1])
    assert isinstance(last, Failed)
    assert "disk" in last.title
    assert desk.library().status().articles >= 30
    desk.build()
    assert desk.library().status().articles == 300


@pytest.mark.parametrize("kind", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_an_index_that_finds_the_disk_full(desk: Desk, monkeypatch: pytest.MonkeyPatch, kind: int) -> None:
    desk.fill(10)

    def full(*_: object) -> None:
        raise OSError(kind, os.strerror(kind))

    with monkeypatch.context() as patch:
        patch.setattr(FakeEngine, "write", full)
        with pytest.raises(StoreProblem, match="full"):
            desk.build()
    assert [event.title for event in desk.events if isinstance(event, Failed)] == ["The disk is full."]
    assert desk.library().status().articles == 10
    assert isinstance(desk.build(), Finished)
    assert desk.files_read == []
    assert desk.library().status().searchable == 10


def test_a_store_that_finds_the_disk_full(desk: Desk) -> None:
    desk.fill(60)
    desk.build()
    before = content(desk.store)
    db = sqlite3.connect(desk.store)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.close()
    for number in range(60, 90):
        desk.write(f"{number:04}.txt", f"A long story of {number}. " * 900)
    from briefing.library import schema

    real = schema._connect

    def small(path: Path) -> sqlite3.Connection:
        db = real(path)
        db.execute(f"PRAGMA max_page_count={pages + 8}")
        return db

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "_connect", small)
        with pytest.raises(StoreProblem, match="full"):
            desk.build()
    assert content(desk.store)["articles"][: len(before["articles"])]
    assert desk.library().status().articles >= 60
    desk.build()
    assert desk.library().status().articles == 90


def test_a_cache_that_cannot_be_written_can_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.fill(10)
    desk.build()
    desk.write("new.txt")

    def refuse(path: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(lock, "_sign", refuse)
    with pytest.raises(StoreProblem, match="cannot be written") as caught:
        desk.build()
    assert "XDG_CACHE_HOME" in caught.value.what_to_do
    library = desk.library()
    assert len(library.page(Order.NEWEST, 0, 20)) == 10
    library.close()


def test_a_read_only_mount_can_be_read(desk: Desk, mount: Path) -> None:
    desk.fill(10)
    desk.places = find_places(mount / "home")
    desk.build()
    desk.write("new.txt")
    subprocess.run(["mount", "-o", "remount,ro", str(mount)], check=True)
    with pytest.raises(StoreProblem, match="cannot be written"):
        desk.build()
    library = desk.library()
    assert library.exists()
    cards = library.page(Order.NEWEST, 0, 20)
    assert len(cards) == 10
    assert library.open(cards[0].number)
    library.close()


def test_a_place_that_cannot_be_made(desk: Desk) -> None:
    desk.fill(1)
    desk.places.cache.parent.mkdir(parents=True)
    desk.places = frozen.replace(desk.places, cache_path=str(desk.places.cache.parent / "file" / "cache"))
    desk.places.cache.parent.write_text("in the way", "utf-8")
    with pytest.raises(StoreProblem):
        desk.build()
    assert isinstance(desk.events[-1], Failed)
    assert layout.current(desk.library().cache) is None
    assert not desk.library().exists()
