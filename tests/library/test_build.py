from __future__ import annotations

import errno
import os
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import reading
from briefing.library.build import build
from briefing.library.events import Committed, MuchGone
from briefing.library.scan import FileStamp
from briefing.model import frozen
from briefing.model.article import Problem
from briefing.model.order import Order
from briefing.search.engine import Batch, EngineVersion
from tests.library.conftest import Desk
from tests.library.state import content


def test_a_folder_becomes_a_list_then_searchable_then_extracted(desk: Desk) -> None:
    desk.fill(300)
    finished = desk.build()
    assert (finished.read, finished.unchanged, finished.problems) == (300, 0, 0)
    commits = [event for event in desk.events if isinstance(event, Committed)]
    assert commits[0].articles == 25
    whole = next(n for n, c in enumerate(commits) if c.articles == 300)
    searchable = next(n for n, c in enumerate(commits) if c.searchable)
    extracted = next(n for n, c in enumerate(commits) if c.extracted)
    assert whole < searchable < extracted
    assert commits[-1] == Committed(len(commits), 300, 300, 300)
    status = desk.library().status()
    assert (status.articles, status.searchable, status.extracted) == (300, 300, 300)


def test_the_second_start_reads_nothing(desk: Desk) -> None:
    desk.fill(30)
    desk.build()
    finished = desk.build()
    assert (desk.files_read, desk.texts_found) == ([], [])
    assert (finished.read, finished.unchanged) == (0, 30)
    assert not [event for event in desk.events if isinstance(event, Committed)]


def test_a_touched_file_is_hashed_but_not_read(desk: Desk) -> None:
    desk.fill(3)
    desk.build()
    os.utime(desk.folder / "0001.txt", (1, 1))
    desk.build()
    assert desk.files_read == []


def test_a_changed_file_costs_one_article(desk: Desk) -> None:
    desk.fill(30)
    desk.build()
    numbers = [card.number for card in desk.library().page(Order.TITLE, 0, 99)]
    desk.write("0007.txt", "Quite another story.")
    desk.build()
    assert (desk.files_read, desk.texts_found) == (["0007.txt"], ["0007.txt"])
    assert [card.number for card in desk.library().page(Order.TITLE, 0, 99)] == numbers


def test_a_line_added_to_a_file_of_many_costs_one_article(desk: Desk) -> None:
    lines = [f'{{"id": "a{n}", "title": "Title {n}", "body": "The story of {n}."}}\n' for n in range(40)]
    path = desk.folder / "all.jsonl"
    path.write_text("".join(lines), "utf-8")
    desk.build()
    path.write_text("".join(lines) + '{"id": "new", "title": "New", "body": "A new story."}\n', "utf-8")
    desk.build()
    assert desk.texts_found == ["all.jsonl#new"]
    path.write_text("".join(lines[1:]), "utf-8")
    finished = desk.build()
    assert (desk.texts_found, finished.removed) == ([], 2)
    assert desk.library().status().articles == 39


def test_what_is_gone_is_removed_and_numbers_are_not_used_again(desk: Desk) -> None:
    desk.fill(10)
    desk.build()
    gone = desk.library().locate("0009.txt")[0]
    (desk.folder / "0009.txt").unlink()
    assert desk.build().removed == 1
    desk.write("new.txt")
    desk.build()
    library = desk.library()
    assert library.open(gone) is None
    assert library.locate("new.txt")[0] > gone
    assert library.status().articles == 10


def test_a_missing_root_is_a_problem_and_removes_nothing(desk: Desk) -> None:
    desk.fill(5)
    desk.build()
    desk.folder.rename(desk.folder.with_name("away"))
    finished = desk.build()
    assert (finished.removed, finished.problems) == (0, 1)
    assert "not there" in desk.library().problems()[0].why
    assert desk.library().status().articles == 5
    desk.folder.with_name("away").rename(desk.folder)
    assert desk.build().problems == 0
    assert desk.files_read == []


def test_an_unreadable_folder_removes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.fill(5)
    desk.write("sub/a.txt")
    desk.write("sub/b.txt")
    desk.build()
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path)

    monkeypatch.setattr("briefing.library.scan.os.scandir", refuse)
    finished = desk.build()
    assert (finished.removed, finished.problems) == (0, 1)
    assert desk.library().problems() == [Problem("sub/", "no permission to read this folder")]
    assert desk.library().status().articles == 7


def test_a_link_to_a_folder_that_is_away_removes_nothing(desk: Desk) -> None:
    desk.fill(5)
    disk = desk.folder.parent / "disk"
    disk.mkdir()
    (disk / "a.txt").write_text("A story of its own.\n", "utf-8")
    (desk.folder / "sub").symlink_to(disk)
    desk.build()
    assert desk.library().status().articles == 6
    disk.rename(disk.with_name("away"))
    finished = desk.build()
    assert (finished.removed, finished.problems) == (0, 1)
    assert desk.library().status().articles == 6


def test_when_more_than_half_is_gone_nothing_is_removed_unasked(desk: Desk) -> None:
    desk.fill(9)
    desk.build()
    for number in range(5):
        (desk.folder / f"{number:04}.txt").unlink()
    assert desk.build().removed == 0
    assert MuchGone(5, 9) in desk.events
    assert desk.library().status().articles == 9
    assert desk.build(confirm=True).removed == 5
    assert desk.library().status().articles == 4


def test_half_of_one_of_several_folders_counts_as_much(desk: Desk, tmp_path: Path) -> None:
    desk.fill(20)
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("A story of its own.\n", "utf-8")
    desk.build(desk.folder, other)
    (other / "a.txt").unlink()  # as when a disk is not mounted: its folder is there, and empty
    assert desk.build(desk.folder, other).removed == 0
    assert MuchGone(1, 21) in desk.events


def test_a_file_that_cannot_be_opened_now_keeps_its_articles(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.fill(3)
    desk.build()
    desk.write("0001.txt", "Changed, but not to be read at this moment.")
    real = reading._digest

    def refuse(stamp: FileStamp, limit: int) -> bytes | None:
        if stamp.path == "0001.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(stamp, limit)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "_digest", refuse)
        finished = desk.build()
        assert (finished.problems, finished.removed, desk.files_read) == (1, 0, [])
        assert desk.library().status().articles == 3
    assert desk.build().problems == 0
    assert desk.files_read == ["0001.txt"]


def test_what_cannot_be_read_is_a_problem_and_no_stop(desk: Desk) -> None:
    desk.fill(2)
    (desk.folder / "bad.json").write_text('{"title": "cut', "utf-8")
    (desk.folder / "bin.txt").write_bytes(bytes(range(256)) * 40)
    finished = desk.build()
    assert finished.problems == 2
    assert desk.library().status().articles == 2
    assert [problem.path for problem in desk.library().problems()] == ["bad.json", "bin.txt"]
    desk.build()
    assert desk.files_read == []
    desk.write("bin.txt")
    assert desk.build().problems == 1


def test_another_size_limit_looks_again_at_problems_only(desk: Desk) -> None:
    desk.fill(3)
    (desk.folder / "large.txt").write_text("Long words. " * 200, "utf-8")
    desk.settings = frozen.replace(desk.settings, max_file_bytes=1000)
    assert desk.build().problems == 1
    desk.settings = frozen.replace(desk.settings, max_file_bytes=10_000)
    assert desk.build().problems == 0
    assert desk.files_read == ["large.txt"]


def test_a_reader_or_rules_that_fail_cost_one_file_only(desk: Desk) -> None:
    desk.fill(3)
    inner = desk.parts

    def read(path: Path, relative: str, limit: int) -> object:
        if relative == "0001.txt":
            raise RuntimeError("a fault")
        return inner.read(path, relative, limit)

    def find(article: object) -> object:
        raise RuntimeError("a fault")

    desk.parts = replace(inner, read=read, find=find)  # type: ignore[arg-type]
    assert desk.build().problems == 1
    status = desk.library().status()
    assert (status.articles, status.extracted) == (2, 2)
    view = desk.library().open(1)
    assert view
    assert view.findings
    assert "fault" in view.findings.skipped


def test_newer_rules_look_again_without_reading(desk: Desk) -> None:
    desk.fill(3)
    desk.build()
    desk.parts = replace(desk.parts, rules=lambda: 2)
    desk.build()
    assert (desk.files_read, len(desk.texts_found)) == ([], 3)
    desk.build()
    assert desk.texts_found == []


def test_a_stop_keeps_what_is_committed_and_the_rest_follows(desk: Desk) -> None:
    desk.fill(120)
    finished = desk.build(stop=lambda: any(isinstance(event, Committed) for event in desk.events))
    assert finished.stopped
    first = desk.library().status().articles
    assert 25 <= first < 120
    finished = desk.build()
    assert finished.read + first == 120
    whole = content(desk.store)
    assert desk.build(rebuild=True).read == 120
    assert content(desk.store) == whole


def test_a_rebuild_swaps_whole_stores(desk: Desk) -> None:
    desk.fill(10)
    desk.build()
    before = desk.store.parent
    library = desk.library()
    assert library.status().articles == 10
    stopped = desk.build(rebuild=True, stop=lambda: len(desk.events) > 2)
    assert stopped.stopped
    assert desk.store.parent == before
    desk.build(rebuild=True)
    assert desk.store.parent != before
    assert not before.exists()
    assert library.refresh()
    assert library.status().articles == 10
    library.close()


def test_a_store_is_private_and_nothing_is_made_by_looking(desk: Desk) -> None:
    library = desk.library()
    assert not library.exists()
    assert library.status().articles == 0
    assert library.page(Order.NEWEST, 0, 9) == []
    assert not library.notebook.is_read("x")
    library.close()
    assert not desk.places.cache.exists()
    assert not desk.places.data.exists()
    desk.fill(1)
    desk.build()
    assert desk.cache.stat().st_mode & 0o777 == 0o700
    assert desk.store.parent.stat().st_mode & 0o777 == 0o700
    assert desk.store.stat().st_mode & 0o777 == 0o600


class _NoIndex:
    """Takes texts one by one and keeps none."""

    generation = documents = 0

    def write(self, batch: Batch) -> None:
        for _ in batch.add:
            self.documents += 1
        self.generation = batch.generation

    def version(self) -> EngineVersion:
        return EngineVersion("none", 1, self.generation, self.documents)

    def close(self) -> None:
        pass


def _peak(desk: Desk, name: str, count: int) -> int:
    folder = desk.folder / name
    for number in range(count):
        desk.write(f"{name}/{number:04}.txt", f"Story {number} of Rome. " + f"It went on and on, word {number}. " * 60)
    parts = replace(desk.parts, engine=lambda *_: _NoIndex())  # type: ignore[arg-type]
    tracemalloc.start()
    try:
        build([folder], desk.places, desk.settings, lambda _: None, lambda: False, parts=parts)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_folder(desk: Desk) -> None:
    _peak(desk, "warm", 5)
    few = _peak(desk, "few", 100)
    many = _peak(desk, "many", 500)
    assert many < few * 1.5


def test_what_a_killed_rebuild_left_is_swept(desk: Desk) -> None:
    desk.fill(2)
    desk.build()
    left = desk.cache / "whoosh-1.7"
    left.mkdir()
    (left / "store.db").write_bytes(b"half")
    desk.build()
    assert not left.exists()
    assert desk.library().status().articles == 2
