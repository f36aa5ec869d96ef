"""The builder's process: started by exec, heard through a pipe, ended politely, never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.library.builder import Builder
from briefing.library.events import (
    Committed,
    Event,
    Failed,
    Finished,
    LockedBy,
    MuchGone,
    decode,
    encode,
)
from briefing.library.lock import LockedOut, writer_lock
from briefing.model.progress import Progress, Stage
from tests.library.conftest import Desk


def _builder(desk: Desk, rebuild: bool = False, confirm_removal: bool = False) -> Builder:
    return Builder([desk.folder], rebuild, confirm_removal, ("--data-dir", str(_home(desk))))


def _home(desk: Desk) -> Path:
    return desk.places.cache.parent


@pytest.fixture
def places(desk: Desk) -> Desk:
    """Where `--data-dir` puts things."""
    from briefing.settings.places import find_places

    desk.places = find_places(_home(desk))
    return desk


def test_it_builds_and_tells(places: Desk) -> None:
    places.fill(30)
    told = list(_builder(places).events())
    assert isinstance(told[0], Progress)
    assert isinstance(told[-1], Finished)
    assert places.library().status().extracted == 30
    again = list(_builder(places).events())
    assert again[-1] == Finished(0, 0, 0, 30)
    assert isinstance(list(_builder(places, rebuild=True).events())[-1], Finished)


def test_it_asks_before_much_is_removed(places: Desk) -> None:
    places.fill(5)
    list(_builder(places).events())
    for number in range(4):
        (places.folder / f"{number:04}.txt").unlink()
    assert MuchGone(4, 5) in list(_builder(places).events())
    assert list(_builder(places, confirm_removal=True).events())[-1] == Finished(0, 4, 0, 1)


def test_stop_keeps_what_is_committed(places: Desk) -> None:
    places.fill(900)
    builder = _builder(places)
    told: list[Event] = []
    for event in builder.events():
        told.append(event)
        if isinstance(event, Committed):
            builder.stop()
    assert isinstance(told[-1], Finished)
    assert told[-1].stopped
    status = places.library().status()
    assert status.articles >= 25
    assert status.extracted < 900
    builder.stop()


def test_a_death_is_told(places: Desk) -> None:
    places.fill(900)
    builder = _builder(places)
    told: list[Event] = []
    for event in builder.events():
        told.append(event)
        if isinstance(event, Committed) and builder.pid:
            os.kill(builder.pid, signal.SIGKILL)
    assert isinstance(told[-1], Failed)
    assert "signal 9" in told[-1].what_to_do


def test_a_program_that_is_none_is_told() -> None:
    (told,) = list(Builder([Path(".")], command=[sys.executable, "-c", "print('noise'); raise SystemExit(7)"]).events())
    assert isinstance(told, Failed)


def test_it_says_who_writes(places: Desk) -> None:
    places.fill(1)
    list(_builder(places).events())
    with writer_lock(places.cache):
        told = list(_builder(places).events())
    assert [event.pid for event in told if isinstance(event, LockedBy)] == [os.getpid()]
    assert not [event for event in told if isinstance(event, Failed)]


_PARENT = """
import sys
from pathlib import Path
from briefing.library.builder import Builder
builder = Builder([Path(sys.argv[1])], options=("--data-dir", sys.argv[2]))
for event in builder.events():
    print(builder.pid, flush=True)
"""


def test_it_ends_when_its_reader_is_gone(places: Desk) -> None:
    places.fill(900)
    command = [sys.executable, "-c", _PARENT, str(places.folder), str(_home(places))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        parent.kill()
    for _ in range(400):
        try:
            with writer_lock(places.cache):
                break
        except LockedOut:
            time.sleep(0.05)
    else:
        pytest.fail(f"the builder {pid} still writes")
    assert places.library().status().extracted < 900


@pytest.mark.parametrize(
    "event",
    [
        Progress(Stage.READ, 1, 2, "a\nb\u202e.txt", 3),
        Committed(1, 2, 3, 4),
        LockedBy(1, "host", "2021-01-01T00:00:00+01:00"),
        MuchGone(3, 4),
        Finished(1, 2, 3, 4, True),
        Failed("Title", "Do this."),
    ],
)
def test_events_are_lines(event: Event) -> None:
    line = encode(event)
    assert line.isascii()
    assert "\n" not in line
    assert decode(line) == event


@pytest.mark.parametrize("line", ["", "{", "[]", "3", '{"event": "later"}', '{"event": "finished"}', "null"])
def test_a_line_that_is_no_event_is_none(line: str) -> None:
    assert decode(line) is None
