from __future__ import annotations

import errno
import json
import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from briefing.model.errors import NewerVersion
from briefing.notebook import file, writer
from briefing.notebook.act import Act
from briefing.notebook.journal import Notebook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "id" / "notebook.jsonl"


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_looking_creates_nothing(path: Path) -> None:
    notebook = Notebook(path)
    assert not notebook.is_read("a")
    assert not notebook.is_starred("a")
    assert notebook.undo() is None
    assert notebook.flush()
    notebook.close()
    assert not path.parent.exists()


def test_an_act_is_a_line_with_all_that_is_needed(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("a1", True, "f1", "sub/x.jsonl#k")
    assert notebook.set_read("a1", True) is None
    notebook.set_starred("a1", True, "f1", "sub/x.jsonl#k")
    assert notebook.flush()
    first, second = _lines(path)
    assert set(first) == {"v", "id", "at", "by", "do", "article", "body", "name"}
    assert (first["v"], first["do"], first["article"], first["body"]) == (2, "read", "a1", "f1")
    assert str(first["at"])[10] == "T"
    assert str(first["at"]).endswith("+00:00")
    assert str(first["at"]) < str(second["at"])
    assert first["id"] != second["id"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    notebook.close()
    again = Notebook(path)
    assert again.is_read("a1")
    assert again.is_starred("a1")
    assert (again.read_ids(), again.starred_ids()) == ({"a1"}, {"a1"})
    again.close()


def test_both_kinds_are_undone_in_order_and_done_again(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("a")
    notebook.set_starred("a", name="A")
    notebook.set_read("a", False)

    def state() -> tuple[bool, bool]:
        return notebook.is_read("a"), notebook.is_starred("a")

    def done(act: Act | None) -> str:
        return act.do if act else ""

    assert state() == (False, True)
    assert (done(notebook.undo()), state()) == ("unread", (True, True))
    assert (done(notebook.undo()), state()) == ("star", (True, False))
    assert (done(notebook.redo()), state()) == ("star", (True, True))
    assert (done(notebook.undo()), state()) == ("star", (True, False))
    assert (done(notebook.undo()), state()) == ("read", (False, False))
    assert notebook.undo() is None
    assert [done(notebook.redo()) for _ in range(4)] == ["read", "star", "unread", ""]
    assert state() == (False, True)
    notebook.undo()
    notebook.set_starred("b")
    assert notebook.redo() is None
    notebook.close()
    again = Notebook(path)
    assert (again.is_read("a"), again.is_starred("a"), again.is_starred("b")) == (True, True, True)
    assert done(again.undo()) == "star"  # what another session did is undone as if it were this one
    assert (again.is_read("a"), again.is_starred("a"), again.is_starred("b")) == (True, True, False)
    again.close()


def test_a_torn_last_line_is_healed(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("a")
    notebook.close()
    whole = path.read_bytes()
    for cut in (1, 20, len(whole) - 1):
        path.write_bytes(whole + whole[:cut])
        torn = Notebook(path)
        assert torn.is_read("a")
        torn.set_starred("b")
        torn.close()
        again = Notebook(path)
        assert again.is_read("a")
        assert again.is_starred("b")
        again.close()
        assert path.read_bytes().startswith(whole + whole[:cut])


def test_a_whole_last_line_without_its_end_counts(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("a")
    notebook.close()
    path.write_bytes(path.read_bytes()[:-1])
    again = Notebook(path)
    assert again.is_read("a")
    again.set_read("b")
    again.close()
    assert len(_lines(path)) == 2


def test_what_is_not_known_is_kept_and_passed_over(path: Path) -> None:
    path.parent.mkdir(parents=True)
    odd = ['{"v":1,"id":"x","do":"tag","article":"a","tag":"war"}', "{}", "[]", "null", "\x00\xff", "[" * 9000, ""]
    odd += ['{"v":1,"id":"y","do":"read","article":7}', '{"v":1,"id":"z","do":"undo","article":"a","of":"nothing"}']
    raw = "\n".join(odd).encode("latin-1") + b"\n"
    path.write_bytes(raw)
    notebook = Notebook(path)
    assert not notebook.read_only
    notebook.set_read("a")
    notebook.close()
    assert path.read_bytes().startswith(raw)
    assert Notebook(path).is_read("a")


def test_a_newer_version_is_only_read(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("a")
    notebook.close()
    with path.open("a") as out:
        out.write('{"v":3,"id":"n","do":"read","article":"b"}\n')
    before = path.read_bytes()
    newer = Notebook(path)
    assert newer.read_only
    assert newer.is_read("a")
    with pytest.raises(NewerVersion):
        newer.set_starred("a")
    newer.close()
    assert path.read_bytes() == before


def test_nothing_is_lost_when_the_disk_is_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int]] = []
    notebook = Notebook(path, lambda why, waiting: told.append((why, waiting)))
    notebook.set_read("a")
    assert notebook.flush()
    before = path.read_bytes()

    def full(handle: int, raw: bytes) -> None:
        os.write(handle, raw[:7])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(file, "_write", full)
        notebook.set_starred("a")
        assert not notebook.flush()
        notebook.set_read("b")
        assert not notebook.flush()
        assert (notebook.unsaved, notebook.is_starred("a"), notebook.is_read("b")) == (2, True, True)
        assert path.read_bytes() == before
        assert told[-1] == ("No space left on device", 2)
    assert notebook.flush()
    assert notebook.unsaved == 0
    assert [line["do"] for line in _lines(path)] == ["read", "star", "read"]
    notebook.close()


def test_closing_on_a_full_disk_ends_and_tells(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    notebook = Notebook(path, lambda why, waiting: told.append(waiting))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(file, "_write", full)
    notebook.set_read("a")
    notebook.close()
    assert told
    assert notebook.unsaved == 1


def test_writing_does_not_hold_up_the_caller(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, began = threading.Event(), threading.Event()
    real = file.append

    def slow(where: Path, raw: bytes) -> None:
        began.set()
        gate.wait(20)
        real(where, raw)

    monkeypatch.setattr(writer, "append", slow)
    notebook = Notebook(path)
    notebook.set_read("a")
    began.wait(20)
    for number in range(50):
        notebook.set_read(f"n{number}")
    assert (notebook.unsaved, notebook.is_read("n49"), path.exists()) == (51, True, False)
    gate.set()
    assert notebook.flush()
    assert len(_lines(path)) == 51
    notebook.close()


def test_two_programs_add_to_one_file_and_see_each_other(path: Path) -> None:
    one, two = Notebook(path), Notebook(path)
    one.set_read("a")
    one.flush()
    assert not two.is_read("a")
    assert two.refresh()
    assert not two.refresh()
    assert two.is_read("a")
    two.set_read("a", False)
    two.set_starred("b")
    two.flush()
    one.refresh()
    assert not one.is_read("a")
    assert one.is_starred("b")
    assert one.undo() is not None
    one.flush()
    two.refresh()
    assert not two.is_read("a")
    one.close()
    two.close()


def _write_many(path: Path, name: str) -> None:
    notebook = Notebook(path)
    for number in range(200):
        notebook.set_read(f"{name}{number}")
        if number % 10 == 0:
            notebook.flush()
    notebook.close()


def test_lines_of_two_processes_are_never_mixed(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in "ab"]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    assert len(_lines(path)) == 400
    assert len(Notebook(path).read_ids()) == 400


def test_a_file_put_in_its_place_is_read_from_its_start(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("a")
    notebook.flush()
    merged = path.with_suffix(".merged")
    line = b'{"v":1,"id":"other","at":"2021-01-01T00:00:00+00:00","do":"star","article":"z"}\n'
    merged.write_bytes(line + path.read_bytes() + line)
    os.replace(merged, path)
    assert notebook.refresh()
    assert notebook.is_starred("z")
    assert notebook.is_read("a")
    notebook.close()


def test_a_renamed_article_keeps_its_marks(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("old", body="f")
    notebook.set_starred("old", body="f")
    assert notebook.bodies() == {"f": "old"}
    notebook.follow({"new": "old"})
    assert notebook.is_read("new")
    assert "new" in notebook.read_ids()
    notebook.set_read("new", False)
    assert not notebook.is_read("new")
    assert notebook.is_starred("new")
    assert "new" not in notebook.read_ids()
    notebook.close()
