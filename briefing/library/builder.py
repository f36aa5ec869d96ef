"""The builder's process, seen from the program that started it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from briefing.library.events import Event, Failed, decode

_PATIENCE = 10.0
"""Seconds a builder gets to end its batch once it was asked to stop."""


class Builder:
    """Starts `python -m briefing index --events` by exec and reads what it says, line by line, in the caller's thread.

    Nothing is inherited but the environment; the process group is its own, so that Ctrl+C in the terminal is the
    reader's to handle. It ends by itself at its next commit when this process is gone.
    """

    def __init__(
        self,
        roots: Sequence[Path],
        rebuild: bool = False,
        confirm_removal: bool = False,
        options: Sequence[str] = (),
        command: Sequence[str] | None = None,
    ) -> None:
        self._command = [
            *(command or (sys.executable, "-m", "briefing", "index", "--events")),
            *(("--rebuild",) if rebuild else ()),
            *(("--yes",) if confirm_removal else ()),
            *options,
            "--",
            *(os.fspath(root) for root in roots),
        ]
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int | None:
        """Of the running process, for the status line and for tests."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Starts the process; at once, so that the caller can paint meanwhile."""
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )

    def events(self) -> Iterator[Event]:
        """What it says until it ends; a death without a last word is told as Failed."""
        if self._process is None:
            self.start()
        process = self._process
        assert process is not None
        assert process.stdout is not None
        last: Event | None = None
        with process.stdout as lines:
            for line in lines:
                event = decode(line)
                if event is not None:
                    last = event
                    yield event
        code = process.wait()
        if code and not _is_last_word(last):
            yield Failed("The builder ended before its time.", _why(code))

    def stop(self) -> None:
        """Asks it to end at its next commit and waits; what is committed stays."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                process.kill()
            process.wait()


def _is_last_word(event: Event | None) -> bool:
    from briefing.library.events import Finished, LockedBy

    return isinstance(event, Finished | Failed | LockedBy)


def _why(code: int) -> str:
    told = f"signal {-code}" if code < 0 else f"exit code {code}"
    return f"It ended with {told}; what was committed is kept. See the log, or run: briefing index"
