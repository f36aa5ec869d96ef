"""The log: where an unexpected error is written down, without a word of any article."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from briefing.settings.places import Places, make_private

_LARGEST = 500_000


def describe(error: BaseException) -> str:
    """The error's kind; with its words only where the system spoke them, since others may quote an article."""
    name = type(error).__name__
    return f"{name}: {error.strerror}" if isinstance(error, OSError) and error.strerror else name


def trace(error: BaseException) -> str:
    """Which functions led to the error, cause before effect: places and names, neither values nor messages."""
    import traceback

    lines: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        frames = traceback.extract_tb(at.__traceback__, limit=-100)
        part = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        lines[:0] = [*part, f"{describe(at)}"]
        at = at.__cause__ or at.__context__
    return "\n".join(lines)


def log_crash(places: Places, error: BaseException) -> Path | None:
    """Appends the trace to the log and says where that is; None where it cannot be written."""
    return _append(places, trace(error))


def log_faults(places: Places) -> None:
    """Sends what our parts report through `logging` into the log in the same way, and never to the screen."""
    import logging

    class ToLog(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found = record.exc_info[1] if record.exc_info else None
            _append(places, f"{record.name}: {record.msg}" + (f"\n{trace(found)}" if found else ""))

    ours = logging.getLogger("briefing")
    ours.handlers[:] = [ToLog(logging.WARNING)]
    ours.propagate = False


def _append(places: Places, words: str) -> Path | None:
    from briefing import __version__

    stamp = datetime.now().astimezone().isoformat(timespec="seconds")
    entry = f"{stamp} briefing {__version__} process {os.getpid()}\n{words}\n\n"
    try:
        make_private(places.log_file.parent)
        with suppress(FileNotFoundError):
            if places.log_file.stat().st_size > _LARGEST:
                places.log_file.replace(places.log_file.with_name("log.1"))
        log = os.open(places.log_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with open(log, "a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(entry)
    except OSError:
        return None
    return places.log_file
