"""Two programs on one library: one writes, the other says who does, and reads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest

from briefing.library.events import Committed, Event, LockedBy
from briefing.library.lock import HOLDER, LockedOut, writer_lock
from briefing.library.registry import forget
from briefing.model.errors import Locked
from briefing.model.order import Order
from tests.library.conftest import Desk
from tests.library.test_kill import _start


def test_a_second_writer_is_told_who_writes_and_can_read(desk: Desk) -> None:
    desk.fill(30)
    desk.build()
    code = (
        "import sys, pathlib; from briefing.library.lock import writer_lock\n"
        "with writer_lock(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(desk.cache)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Locked) as caught:
            desk.build()
        event = desk.events[-1]
        assert isinstance(event, LockedBy)
        assert (event.pid, event.host) == (other.pid, os.uname().nodename)
        assert event.since in str(caught.value)
        assert caught.value.exit_code == 4
        with pytest.raises(Locked):
            forget(desk.places, [desk.folder])
        assert desk.library().status().articles == 30
        os.kill(other.pid, signal.SIGKILL)
    assert (desk.cache / HOLDER).exists()  # a stale note of a dead writer holds nobody up
    assert desk.build().unchanged == 30
    assert not (desk.cache / HOLDER).exists()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"pid": "x"}', '{"pid": 1}'])
def test_a_torn_note_does_not_matter(desk: Desk, note: str) -> None:
    desk.fill(1)
    desk.build()
    with writer_lock(desk.cache):
        (desk.cache / HOLDER).write_text(note, "utf-8")
        with pytest.raises(LockedOut) as caught:
            desk.build()
    assert caught.value.by == LockedBy(0, "", "")
    assert "another program" in caught.value.title


def test_a_reader_sees_each_commit_whole_while_another_process_builds(desk: Desk) -> None:
    desk.fill(300)
    library = desk.library()
    seen: set[int] = set()
    process = _start(desk)
    while process.poll() is None:
        if library.refresh():
            status = library.status()
            assert len(library.page(Order.TITLE, 0, 400)) >= status.articles
            seen.add(status.articles)
    process.communicate()
    library.refresh()
    assert library.status().articles == 300
    assert len(seen) > 1
    library.close()


def test_threads_share_one_library(desk: Desk) -> None:
    desk.fill(60)
    desk.build()
    library = desk.library()
    faults: list[BaseException] = []

    def read() -> None:
        try:
            for start in range(0, 60, 7):
                cards = library.page(Order.OLDEST, start, 7)
                assert library.cards([card.number for card in cards]) == cards
                assert all(library.open(card.number) for card in cards)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library.close()
    assert faults == []


def test_commits_follow_each_other_without_gaps(desk: Desk) -> None:
    desk.fill(100)
    desk.build()
    generations = [event.generation for event in desk.events if isinstance(event, Committed)]
    assert generations == list(range(1, len(generations) + 1))
    told: list[Event] = list(desk.events)
    assert len(told) < 30
