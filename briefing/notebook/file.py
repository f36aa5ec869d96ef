"""The journal's file: lines are only ever added, durably, whoever else adds to it at the same time."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.notebook.act import FORMAT, Act, decode


@dataclass(slots=True)
class Read:
    """How far a file was read, and whether a later version wrote in it."""

    file: tuple[int, int] = (0, 0)
    """Device and inode: another file under the same name is read from its start."""
    offset: int = 0
    newer: bool = False


def read_on(path: Path, place: Read) -> Iterator[Act]:
    """The acts that were added since. A last line without its end is taken if it is whole, and looked at again."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return
    with file:
        found = os.fstat(file.fileno())
        if (found.st_dev, found.st_ino) != place.file or found.st_size < place.offset:
            place.file, place.offset = (found.st_dev, found.st_ino), 0
        file.seek(place.offset)
        for line in file:
            if line.endswith(b"\n"):
                place.offset += len(line)
            act = _act(line, place)
            if act is not None:
                yield act


def append(path: Path, lines: bytes) -> None:
    """Adds whole lines and returns when they are on the disk; on an error nothing of them is left in the file."""
    new = not path.exists()
    if new:
        _make_private(path.parent)
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        size = os.fstat(file).st_size
        torn = size > 0 and os.pread(file, 1, size - 1) != b"\n"
        try:
            _write(file, b"\n" + lines if torn else lines)
            os.fsync(file)
        except OSError:
            os.ftruncate(file, size)
            raise
    finally:
        os.close(file)
    if new:
        _sync_folder(path.parent)


def _act(line: bytes, place: Read) -> Act | None:
    """A torn line, or one of something else, is passed over; it stays in the file."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict):
        return None
    version = fields.get("v")
    if isinstance(version, int) and version > FORMAT:
        place.newer = True
        return None
    return decode(fields)


def _write(file: int, raw: bytes) -> None:
    while raw:
        raw = raw[os.write(file, raw) :]


def _make_private(folder: Path) -> None:
    missing = [folder]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
