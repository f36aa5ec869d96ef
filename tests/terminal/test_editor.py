"""A note written in an editor: the terminal is the editor's meanwhile, and the program's again afterwards."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library.build import build
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]

EDITOR = """#!/bin/sh
printf 'THE EDITOR HAS THE TERMINAL\\n'
read line
printf 'first line\\n%s\\n' "$line" >> "$1"
{end}
"""


class Written:
    """A folder of one article, the program on it, and an editor of ours."""

    def __init__(self, base: Path) -> None:
        self.folder, self.base = base / "news", base
        self.folder.mkdir()
        (self.folder / "a.txt").write_text("A title\n\nThe first paragraph.\n\nThe second paragraph.\n")
        self.places = find_places(base / "places")
        build([self.folder], self.places, Settings(), lambda _: None, lambda: False)

    def start(self, terminal: Start, end: str = "", editor: str = "") -> PtySession:
        script = self.base / "editor"
        script.write_text(EDITOR.format(end=end))
        script.chmod(0o755)
        words = [sys.executable, "-m", "briefing", "--data-dir", str(self.base / "places"), "open", str(self.folder)]
        environ = {"VISUAL": editor or str(script), "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(self.base)}
        session = terminal(words, environ=environ)
        session.settled("A title")
        return session

    def notes(self) -> list[str]:
        lines = [
            json.loads(line) for path in self.base.rglob("notebook.jsonl") for line in path.read_text().splitlines()
        ]
        return [line["text"] for line in lines if line["do"] == "note"]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path)


def test_a_note_is_written_and_the_screen_is_back(terminal: Start, written: Written) -> None:
    session = written.start(terminal)
    before = session.attributes()
    session.send("e")
    session.until("THE EDITOR HAS THE TERMINAL")
    assert session.attributes() != before  # as the shell had it
    session.send("second line\r")
    session.until("Noted")
    session.settled("first line")
    assert session.attributes() == before
    session.send("e")
    session.until("THE EDITOR HAS THE TERMINAL")
    session.send("third\r")
    session.until("Changed a note")
    session.send("q")
    session.send("q")
    assert session.ended() == 0
    assert written.notes() == ["first line\nsecond line", "first line\nsecond line\nfirst line\nthird"]
    assert not list(written.base.glob("briefing-*"))  # nothing of it is left behind


def test_ctrl_c_in_the_editor_is_the_editors(terminal: Start, written: Written) -> None:
    session = written.start(terminal, end="trap : INT; kill -INT 0; exit 0")
    session.send("e")
    session.until("THE EDITOR HAS THE TERMINAL")
    session.send("kept\r")
    session.until("Noted")
    session.quiet(0.6)
    assert session.process.poll() is None
    os.kill(session.process.pid, signal.SIGINT)  # another one is the program's again
    assert session.ended() == 128 + signal.SIGINT


@pytest.mark.parametrize(
    ("end", "editor", "told"), [("exit 3", "", "ended with 3"), ("", "/nowhere/vi", "cannot be started")]
)
def test_an_editor_that_fails_gives_way_to_a_line(
    terminal: Start, written: Written, end: str, editor: str, told: str
) -> None:
    session = written.start(terminal, end, editor)
    session.send("e")
    if not editor:
        session.until("THE EDITOR HAS THE TERMINAL")
        session.send("lost\r")
    session.until(told)
    session.settled("a.txt:")
    session.send("typed\r")
    session.until("Noted")
    session.send("Q")
    assert session.ended() == 0
    assert written.notes() == ["typed"]
