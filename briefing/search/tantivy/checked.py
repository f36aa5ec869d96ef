"""tantivy trusts its files, and what is damaged can end a process. So none is opened that nobody has read through.

That was done where the note says so: of this commit, since the machine was started, and of files that nobody has
written to since, which their times tell. Reading an index of eight megabytes takes as long as a search and its start.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

from briefing.model.scoped import suppress
from briefing.model.typed import StrPath
from briefing.search.tantivy.manifest import FileMark, Manifest, check_files

_NOTE = "checked"
_TICK = 50_000_000
"""Nanoseconds, several times those between two ticks."""


def check_once(folder: StrPath, manifest: Manifest, known: Mapping[str, FileMark]) -> None:
    """Compares with the checksums, unless that was done; raises Damaged. What was `known` before is right."""
    if not is_checked(folder, manifest):
        check_files(folder, manifest, known)
        if _rested(folder, manifest):
            note(folder, manifest)


def note(folder: StrPath, manifest: Manifest) -> None:
    """Says that this commit was read through, or just written; where it cannot be said, it is read again."""
    with suppress(OSError), open(os.path.join(folder, _NOTE), "w", encoding="utf-8") as file:
        file.write(_said(folder, manifest))


def is_checked(folder: StrPath, manifest: Manifest) -> bool:
    """Whether this commit was read through since the machine was started, and is as it was then."""
    try:
        with open(os.path.join(folder, _NOTE), encoding="utf-8") as file:
            return bool(_started()) and file.read() == _said(folder, manifest)
    except (OSError, UnicodeDecodeError):
        return False


def _said(folder: StrPath, manifest: Manifest) -> str:
    state = os.path.join(folder, manifest.state)
    stamps = [os.stat(f"{state}/{name}") for name in manifest.files]
    times = " ".join(f"{of.st_ino}:{of.st_mtime_ns}" for of in stamps)
    return f"{_started()} {manifest.state} {manifest.generation} {times}"


def _rested(folder: StrPath, manifest: Manifest) -> bool:
    """Whether a file that is written to now would show another time: clocks of files tick slowly."""
    last = max(os.stat(os.path.join(folder, manifest.state, name)).st_mtime_ns for name in manifest.files)
    return time.time_ns() - last > _TICK


def _started() -> str:
    """Tells one start of the machine from another, where the system says so."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return ""
