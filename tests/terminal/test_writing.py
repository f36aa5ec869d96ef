"""More than one program on a library, programs that may not write, and programs that are killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.grammar import foreign, tokens
from tests.terminal.house import House, plain_article
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]
COUNT = 6


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A few articles, indexed."""
    house = House(tmp_path, {f"{at}.txt": plain_article(at, f"2024-01-{at:02d}") for at in range(1, COUNT + 1)})
    house.index()
    return house


def started(terminal: Start, house: House, *words: str) -> PtySession:
    """On the screen."""
    session = terminal(house.open(*words), (80, 24))
    session.settled(f"of {COUNT}")
    return session


def test_a_second_program_says_who_writes(terminal: Start, house: House) -> None:
    """The lock is held by a builder that lives: who it is comes up, and everything can be read."""
    from briefing.library.corpus import Corpus

    cache = house.places / "cache" / Corpus.of([house.folder]).id
    hold = f"from pathlib import Path\nfrom briefing.library.lock import writer_lock\nwith writer_lock(Path({str(cache)!r})):\n    print('held', flush=True)\n    input()"  # noqa: E501
    other = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        session = terminal(house.open(), (120, 40))
        session.settled(f"pid {other.pid} on {os.uname().nodename}")
        session.send("j\r")
        session.settled("▌2 READ")
        session.send("Q")
        assert session.ended() == 0
    finally:
        other.communicate(b"\n", timeout=60)


def test_two_instances_at_once(terminal: Start, house: House) -> None:
    one = started(terminal, house)
    two = started(terminal, house)
    for session in (one, two):
        session.send("j*")
        session.settled(f"2 of {COUNT}")
    for session in (one, two):
        session.send("Q")
        assert session.ended() == 0


def test_read_only_writes_nothing(terminal: Start, house: House) -> None:
    def state() -> dict[str, bytes | None]:
        return {
            str(path.relative_to(house.places)): path.read_bytes() if path.is_file() else None
            for path in house.places.rglob("*")
            if not path.name.endswith(("-wal", "-shm"))
        }

    before = state()
    house.write("7.txt", plain_article(7))
    session = started(terminal, house, "--read-only")
    session.send("j*")
    session.settled("read-only")
    session.send("/")
    session.settled("search:")
    session.send("envoy\r")
    session.settled("query: envoy")
    session.send("\r  U:rescan\r")
    session.quiet(0.4)
    session.send("Q")
    assert session.ended() == 0
    assert state() == before


def test_read_only_of_what_was_never_indexed(terminal: Start, tmp_path: Path) -> None:
    house = House(tmp_path, {"1.txt": plain_article(1)})
    session = terminal(house.open("--read-only"), (80, 24))
    session.settled("1 LIST")
    session.send("j\r/x\r")
    session.quiet(0.3)
    assert session.process.poll() is None, session.text()
    session.send("\x03")
    assert session.ended() == 0
    assert not house.places.exists()


def test_marks_outlive_a_kill(terminal: Start, house: House) -> None:
    """The notebook is written as marks are made, not at the end."""
    session = started(terminal, house)
    session.send("j*")
    session.quiet(1.0)
    session.process.kill()
    session.process.wait()
    lines = [line for path in house.places.rglob("notebook.jsonl") for line in path.read_text().splitlines()]
    marks = [json.loads(line) for line in lines]
    assert "star" in [mark.get("do") for mark in marks]
    again = started(terminal, house)
    assert "*" in again.row(3)[:6]


def test_a_copy_is_one_sequence_between_frames(terminal: Start, house: House) -> None:
    """What `y` sends is read whole by the terminal, nothing else comes with it, and no frame is broken."""
    from base64 import b64decode

    session = started(terminal, house)
    session.send("y")
    session.settled("sent to the terminal")
    session.send("Q")
    assert session.ended() == 0
    output = bytes(session.output)
    assert foreign(output) == []
    copies = [token["copied"] for token in tokens(output) if not isinstance(token, str) and token["copied"]]
    (text,) = [b64decode(copy).decode() for copy in copies]
    (kept,) = house.places.rglob("last-copy.txt")
    assert kept.read_text() == text
    assert kept.stat().st_mode & 0o777 == 0o600
    before = output[: output.index(b"\x1b]52;")]
    assert before.count(b"\x1b[?2026h") == before.count(b"\x1b[?2026l")
