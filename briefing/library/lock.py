"""One writer for a library. The lock is the system's, so that it is free as soon as its holder is dead."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from briefing.library.events import LockedBy
from briefing.model.errors import Locked

LOCK = "writer.lock"
HOLDER = "writer.json"


class LockedOut(Locked):
    """The lock is another's; `by` says whose, as far as that is known."""

    def __init__(self, by: LockedBy) -> None:
        who = f"process {by.pid} on {by.host}" if by.pid else "another program"
        since = f", since {by.since}" if by.since else ""
        super().__init__(
            f"This library is being written by {who}{since}.",
            "It can be read meanwhile; try again when that program has ended.",
        )
        self.by = by


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Holds the lock of a library's cache folder, or raises LockedOut at once."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise LockedOut(holder(folder)) from None
    try:
        _sign(folder / HOLDER)
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def holder(folder: Path) -> LockedBy:
    """Who says to hold the lock. The file may be stale or torn: it informs, the lock itself decides."""
    try:
        told = json.loads((folder / HOLDER).read_text("utf-8"))
        return LockedBy(int(told["pid"]), str(told["host"]), str(told["since"]))
    except (OSError, ValueError, TypeError, KeyError):
        return LockedBy(0, "", "")


def _sign(path: Path) -> None:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    told = {"pid": os.getpid(), "host": os.uname().nodename, "since": since}
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(told), "utf-8")
    os.replace(beside, path)
