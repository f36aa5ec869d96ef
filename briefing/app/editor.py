"""A text written in the reader's own editor while the app is suspended."""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp

_REST = 0.2
"""Seconds in which the loop has heard of every Ctrl+C that was meant for the editor."""


class NoEditor(Exception):
    """There is none, or it failed; the words say which."""


def command_of(environ: Mapping[str, str]) -> list[str]:
    """The editor that the environment names, with its flags; [] where it names none."""
    for name in ("VISUAL", "EDITOR"):
        try:
            if words := shlex.split(environ.get(name, "")):
                return words
        except ValueError:
            continue  # an open quote
    return []


def edit(app: BriefingApp, text: str) -> str:
    """The text as the reader left it; raises NoEditor. Only the reader's own words are in the file: an editor may obey
    what stands in one."""
    command = command_of(os.environ)
    if not command:
        raise NoEditor("")
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:  # for the owner's eyes only
        file = Path(folder, "note.md")
        file.write_text(text + "\n" if text else "", encoding="utf-8")
        try:
            with app.suspend():  # which has to be left in order, or the terminal is not taken back
                fault = _run([*command, str(file)], app.interrupt)
        except SuspendNotSupported as error:
            raise NoEditor("no editor can be started here") from error
        if fault:
            raise NoEditor(fault)
        return file.read_text(encoding="utf-8", errors="replace").rstrip()


def _run(command: Sequence[str], interrupt: Callable[[], None]) -> str:
    """What went wrong, or ""."""
    name = Path(command[0]).name
    with _undisturbed(interrupt):
        try:
            code = subprocess.run(command, check=False).returncode
        except OSError as error:
            return f"{name} cannot be started: {error.strerror}"
    return f"{name} ended with {code}" if code else ""


@contextmanager
def _undisturbed(interrupt: Callable[[], None]) -> Iterator[None]:
    """Ctrl+C in the editor is the editor's: it must not end the app that waits for it, nor after a moment of rest."""
    loop = asyncio.get_running_loop()
    loop.remove_signal_handler(signal.SIGINT)
    signal.signal(signal.SIGINT, lambda *_: None)  # a handler, unlike being ignored, is not passed on to the editor
    try:
        yield
    finally:
        loop.call_later(_REST, loop.add_signal_handler, signal.SIGINT, interrupt)
