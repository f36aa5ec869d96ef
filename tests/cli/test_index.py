"""`briefing index`: counts, dry run, problems, events, locks, signals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.library.events import Committed, Finished, LockedBy, decode
from briefing.library.library import Library
from briefing.library.lock import writer_lock
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.cli.conftest import Briefing, in_process


def test_counts_on_stderr_and_in_json(briefing: Briefing, news: Path) -> None:
    ran = briefing("index", str(news))
    assert (ran.code, ran.out) == (0, "")
    assert "4 articles (1 undated) in news: 4 files read, 0 unchanged, 0 articles removed" in ran.err
    found = briefing("index", str(news), "--json").document
    assert (found["articles"], found["read"], found["unchanged"], found["problems"]) == (4, 0, 4, [])


def test_problems_are_listed_and_give_3(briefing: Briefing, news: Path) -> None:
    (news / "bad.json").write_text('{"title": "cut')
    ran = briefing("index", str(news))
    assert ran.code == 3
    assert "not read: bad.json" in ran.err
    assert briefing("index", str(news), "--plain").out.startswith("bad.json")


def test_bad_lines_of_one_file_are_told_once_with_their_places(briefing: Briefing, news: Path) -> None:
    bad = ["{", '{"title": "no text"}', "", *["["] * 6, "7"]
    (news / "feed.jsonl").write_text('{"id": "a", "text": "The quay is dry."}\n' + "\n".join(bad))
    assert "2 could not be read" in briefing("search", "quay", "--in", str(news)).err
    ran = briefing("index", str(news))
    assert [line for line in ran.err.splitlines() if "not read" in line] == [
        "briefing: not read: feed.jsonl: cut short: the JSON is not complete (lines 2, 5, 6 and 4 more)",
        "briefing: not read: feed.jsonl: no article: a record needs a text, body or content (records 3, 10)",
    ]


def test_a_folder_without_an_article_says_what_is_read(briefing: Briefing, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "page.xyz").write_text("Nothing that is read.")
    there = ["--in", str(folder)]
    for words in (["index"], ["search", "quay", *there], ["actors", *there], ["open"], ["open", "--read-only"]):
        words += [] if "--in" in words else [str(folder)]
        assert briefing(*words).err.count("No article here: .json, ") == 1, words


def test_a_dry_run_writes_nothing(briefing: Briefing, news: Path, home: Path) -> None:
    ran = briefing("index", str(news), "--dry-run", "--plain")
    assert ran.code == 0
    assert sorted(line.split("\t")[0] for line in ran.out.splitlines()) == [
        "one.txt",
        "sub/three.md",
        "two.txt",
        "wires.jsonl",
    ]
    assert not home.exists()


def test_rebuilding(briefing: Briefing, news: Path) -> None:
    briefing("index", str(news))
    assert briefing("index", str(news), "--rebuild", "--json").document["read"] == 4


def test_much_gone_is_kept_until_confirmed(briefing: Briefing, news: Path) -> None:
    briefing("index", str(news))
    for name in ("one.txt", "two.txt", "sub/three.md"):
        (news / name).unlink()
    ran = briefing("index", str(news), "--no-input")
    assert "3 of 4 files are gone: kept for now" in ran.err
    assert "4 articles" in ran.err
    assert "1 article" in briefing("index", str(news), "--yes").err


def test_several_paths_make_one_library(briefing: Briefing, news: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("Another harbour, in another folder, was closed.\n")
    assert "5 articles" in briefing("index", str(other), str(news)).err
    assert briefing("search", "harbour", "--json", "--in", str(news), "--in", str(other)).document["total"] == 4


def test_events_are_lines_for_programs(news: Path, home: Path) -> None:
    ran = in_process(["--data-dir", str(home), "index", "--events", "--", str(news)])
    assert ran.returncode == 0
    events = [decode(line) for line in ran.stdout.decode().splitlines()]
    assert None not in events
    assert events[-1] == Finished(4, 0, 0, 0)
    assert [each for each in events if isinstance(each, Committed)][-1].extracted == 4
    assert not (home / "state" / "last.json").exists()


def test_a_locked_library_says_who_holds_it(briefing: Briefing, news: Path, home: Path) -> None:
    briefing("index", str(news))
    library = Library([news], find_places(home), Settings())
    with writer_lock(library.cache):
        ran = briefing("index", str(news))
        assert ran.code == 4
        assert f"process {os.getpid()}" in ran.err
        found = briefing("search", "harbour", "--in", str(news))
        assert found.code == 0
        assert "Answering from what is stored." in found.err
        ran = briefing("index", str(news), "--events")
        assert ran.code == 4
        assert isinstance(decode(ran.out.splitlines()[-1]), LockedBy)


def test_events_nobody_reads_end_the_build(news: Path, home: Path) -> None:
    started = subprocess.Popen(
        [sys.executable, "-m", "briefing", "--data-dir", str(home), "index", "--events", str(news)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout
    started.stdout.close()
    _, err = started.communicate(timeout=120)
    assert (started.returncode, err) == (141, b"")


@pytest.mark.parametrize(("number", "code"), [(2, 130), (15, 143)])
def test_a_signal_ends_it_at_a_commit(news: Path, home: Path, tmp_path: Path, number: int, code: int) -> None:
    many = tmp_path / "many"
    many.mkdir()
    record = json.dumps({"title": "T", "text": "Ilse Brandt spoke in the harbour on Tuesday. " * 20})
    (many / "all.jsonl").write_text((record + "\n") * 400)
    started = subprocess.Popen(
        [sys.executable, "-m", "briefing", "--data-dir", str(home), "index", "--events", str(many)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout
    while not isinstance(decode(started.stdout.readline().decode()), Committed):
        pass
    started.send_signal(number)
    _, err = started.communicate(timeout=120)
    assert (started.returncode, err) == (code, b"")
    assert Library([many], find_places(home), Settings()).exists()


def test_a_folder_that_is_not_there(briefing: Briefing, tmp_path: Path) -> None:
    assert briefing("index", str(tmp_path / "gone")).code == 2
