"""A thread that writes lines durably, so that whoever decides something never waits for the disk."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread

from briefing.notebook.file import append

NotSaved = Callable[[str, int], None]
"""Told, in the writing thread, why lines could not be written and how many wait to be tried again."""


class Writer:
    """Lines wait in order until they are on the disk. After a failure they are tried again with the next line, at a
    flush and at the end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.not_saved: NotSaved | None = None
        self._waiting: list[bytes] = []
        self._busy = self._closing = self._failed = False
        self._change = Condition()
        self._thread: Thread | None = None

    @property
    def waiting(self) -> int:
        """Lines that are not on the disk yet."""
        with self._change:
            return len(self._waiting)

    def add(self, lines: list[bytes]) -> None:
        """Takes lines and returns at once."""
        with self._change:
            self._waiting += lines
            self._failed = False
            if self._thread is None:
                self._closing = False
                self._thread = Thread(target=self._run, name="notebook", daemon=True)
                self._thread.start()
                atexit.register(self.close)
            self._change.notify_all()

    def flush(self) -> bool:
        """Waits until all lines are on the disk, or could not be written; True if nothing waits."""
        with self._change:
            self._failed = False
            self._change.notify_all()
            self._change.wait_for(lambda: not self._thread or self._failed or not (self._waiting or self._busy))
            return not self._waiting

    def close(self) -> None:
        """Writes what waits and ends the thread."""
        with self._change:
            self._closing = True
            self._failed = False
            self._change.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
            atexit.unregister(self.close)

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._closing or (self._waiting and not self._failed))
                batch = list(self._waiting)
                if not batch or (self._closing and self._failed):
                    return
                self._busy = True
            error = self._try(batch)
            with self._change:
                self._busy = False
                self._failed = error is not None
                if error is None:
                    del self._waiting[: len(batch)]
                left, closing = len(self._waiting), self._closing
                self._change.notify_all()
            if error is not None and self.not_saved is not None:
                self.not_saved(error, left)
            if closing and (error is not None or not left):
                return

    def _try(self, batch: list[bytes]) -> str | None:
        try:
            append(self.path, b"".join(batch))
        except OSError as error:
            return error.strerror or type(error).__name__
        return None
