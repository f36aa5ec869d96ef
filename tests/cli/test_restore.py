"""`briefing dump`, `restore` and `doctor --adopt`: the reader's own work travels, and nothing is overwritten."""

from __future__ import annotations

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.library.corpus import Corpus
from briefing.notebook import decisions as to
from briefing.notebook import journal
from briefing.notebook.journal import Notebook
from briefing.notebook.subject import ActorSubject, ArticleSubject
from briefing.settings.places import find_places
from tests.cli.conftest import Briefing, in_process

ARTICLE = ArticleSubject("a", "f", "one.txt")
BRANDT = ActorSubject("Ilse Brandt", "person", "one.txt", "Ilse Brandt")


def _notebook(folder: Path, home: Path, by: str = "") -> Notebook:
    return Notebook(find_places(home).notebook_of(Corpus.of([folder]).id), by=by)


@pytest.fixture
def work(news: Path, home: Path) -> Path:
    """A library with three decisions, one of them taken back."""
    notebook = _notebook(news, home)
    notebook.decide(to.tag(ARTICLE, "ports"))
    notebook.decide(to.rename(BRANDT, "Commissioner Brandt"))
    notebook.decide(to.star(ARTICLE))
    notebook.undo()
    notebook.close()
    return news


def test_there_and_back(briefing: Briefing, work: Path, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "work.jsonl"
    ran = briefing("dump", "--in", str(work), "-o", str(out))
    assert (ran.code, ran.out) == (0, "")
    assert "4 lines written" in ran.err
    assert out.stat().st_mode & 0o777 == 0o600
    assert briefing("dump", "--in", str(work)).out == out.read_text("ascii")
    assert briefing("forget", str(work), "--notes", "--yes").code == 0
    assert briefing("dump", "--in", str(work)).code == 1
    ran = briefing("restore", str(out), "--in", str(work))
    assert (ran.code, ran.out) == (0, "4 new lines, 0 that were here\n")
    notebook = _notebook(work, home)
    assert (notebook.tags.on("a"), notebook.is_starred("a")) == (("ports",), False)
    assert notebook.actors.renames == {BRANDT.key: "Commissioner Brandt"}
    again = briefing("restore", str(out), "--in", str(work), "--json")
    assert again.code == 1
    assert [again.document["restored"][0][key] for key in ("new", "known")] == [0, 4]


def test_a_dump_goes_through_a_link_and_into_a_pipe(briefing: Briefing, work: Path, tmp_path: Path) -> None:
    file, link, pipe = tmp_path / "work.jsonl", tmp_path / "latest", tmp_path / "pipe"
    link.symlink_to(file.name)
    os.mkfifo(pipe)
    assert briefing("dump", "--in", str(work), "-o", str(link)).err == f"briefing: 4 lines written to {link}\n"
    assert link.is_symlink()
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        assert briefing("dump", "--in", str(work), "-o", str(pipe)).code == 0
        assert read.result(timeout=20) == file.read_bytes()
    assert pipe.is_fifo()


def test_what_is_there_stays_and_doctor_lists_where_two_disagreed(
    briefing: Briefing, work: Path, home: Path, tmp_path: Path
) -> None:
    briefing("index", str(work))
    theirs = tmp_path / "theirs.jsonl"
    other = Notebook(theirs, by="laptop")
    other.decide(to.rename(BRANDT, "I. Brandt"))
    other.decide(to.unstar(ARTICLE), to.note(ARTICLE, "Ask the union"))
    other.close()
    path = find_places(home).notebook_of(Corpus.of([work]).id)
    before = path.read_bytes()
    assert briefing("restore", str(theirs), "--in", str(work)).out == "2 new lines, 0 that were here\n"
    assert path.read_bytes().startswith(before)
    ran = briefing("doctor", "--quick")
    assert "two machines: renamed Ilse Brandt to I. Brandt (laptop, " in ran.out
    assert "holds, not: renamed Ilse Brandt to Commissioner Brandt (" in ran.out
    (library,) = briefing("doctor", "--quick", "--json").document["libraries"]
    (conflict,) = library["conflicts"]
    assert (conflict["kept_by"], conflict["lost"]) == ("laptop", "renamed Ilse Brandt to Commissioner Brandt")


def test_what_is_no_notebook_is_not_taken_in(briefing: Briefing, work: Path, tmp_path: Path) -> None:
    wrong, empty, later = tmp_path / "wrong", tmp_path / "empty", tmp_path / "later"
    wrong.write_bytes(b"\x00\xff\n[1]\n{}\n" + b"[" * 100_000)
    empty.write_bytes(b"")
    later.write_text('{"v":99,"id":"x","do":"star","article":"a"}\n')
    ran = briefing("restore", str(wrong), "--in", str(work))
    assert ran.code == 2
    assert "holds no line of a notebook" in ran.err
    assert briefing("restore", str(empty), "--in", str(work)).code == 1
    assert briefing("restore", str(later), "--in", str(work)).code == 4
    assert briefing("restore", str(tmp_path / "none"), "--in", str(work)).code == 2
    assert len(briefing("dump", "--in", str(work)).out.splitlines()) == 4


def test_control_characters_come_in_as_escapes_only(briefing: Briefing, work: Path, tmp_path: Path) -> None:
    file = tmp_path / "odd"
    lines = [{"v": 2, "id": "x", "do": "tag", "article": "a", "tag": "\x1b[31m é"}, {"v": 1, "id": "y", "do": "odd"}]
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    assert briefing("restore", str(file), "--in", str(work)).code == 0
    out = briefing("dump", "--in", str(work)).out
    assert all(line.isascii() and line.isprintable() for line in out.splitlines())
    assert json.loads(out.splitlines()[-2])["tag"] == "\x1b[31m é"
    assert json.loads(out.splitlines()[-1])["do"] == "odd"  # what this version does not know is kept


def test_a_full_disk_leaves_it_as_it_was(
    briefing: Briefing, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_text('{"v":2,"id":"x","do":"star","article":"a"}\n')

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(journal, "append", full)
    ran = briefing("restore", str(theirs), "--in", str(work))
    assert ran.code == 5
    assert "No space left on device" in ran.err
    blocked = tmp_path / "no" / "such" / "folder" / "out"
    assert briefing("dump", "--in", str(work), "-o", str(blocked)).code == 5


def test_from_the_standard_input(work: Path, home: Path) -> None:
    where = ["--data-dir", str(home), "--in", str(work)]
    line = b'{"v":2,"id":"x","do":"star","article":"z"}\n'
    ran = in_process(["restore", "-", *where], stdin=line + line)
    assert (ran.returncode, ran.stdout) == (0, b"1 new line, 1 that was here\n")


def test_a_moved_folder_takes_its_notebook_along(briefing: Briefing, work: Path, home: Path) -> None:
    briefing("index", str(work))
    old = find_places(home).notebook_of(Corpus.of([work]).id)
    now = work.with_name("elsewhere")
    work.rename(now)
    assert briefing("dump", "--in", str(now)).code == 1
    ran = briefing("doctor", "--adopt", str(work), "--in", str(now))
    assert (ran.code, ran.out) == (0, "4 new lines, 0 that were here\n")
    assert _notebook(now, home).tags.on("a") == ("ports",)
    assert old.exists()
    known = Corpus.of([work]).id
    assert briefing("doctor", "--adopt", known, "--in", str(now)).code == 1  # nothing of it is new
    moved = now.with_name("third")
    now.rename(moved)
    assert briefing("doctor", "--adopt", known, "--in", str(moved)).code == 0
    assert briefing("doctor", "--adopt", str(moved), "--in", str(moved)).code == 2
    assert briefing("doctor", "--adopt", "../x", "--in", str(moved)).code == 2
