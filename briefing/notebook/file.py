"""The journal's file: lines are only ever added, durably, whoever else adds to it at the same time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from briefing.model.json_text import read_json
from briefing.model.typed import Any
from briefing.notebook.act import Act
from briefing.notebook.line import FORMAT, decode

_CHUNK = 100_000
"""Bytes that are parsed in one go."""


class Read:
    """How far a file was read, and whether a later version wrote in it."""

    __slots__ = ("file", "newer", "offset", "second", "step")

    def __init__(self) -> None:
        self.file = (0, 0)
        """Device and inode: another file under the same name is read from its start."""
        self.offset = 0
        self.newer = False
        self.second = -1
        """The time of the last line of the first format, which knew only seconds."""
        self.step = 0
        """How many lines of that second came before."""


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
        while lines := file.readlines(_CHUNK):
            place.offset += sum(map(len, lines if lines[-1].endswith(b"\n") else lines[:-1]))
            for fields in _parse_all(lines):
                if fields is None:
                    continue
                version = fields.get("v")
                act = decode(fields) if version == FORMAT else _act(fields, version, place)
                if act is not None:
                    yield act


def append(path: Path, lines: bytes) -> None:
    """Adds whole lines and returns when they are on the disk; on an error nothing of them is left in the file."""
    import fcntl

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


def parse(line: bytes) -> dict[str, Any] | None:
    """The object of a line; None where it is torn, or something else."""
    try:
        fields = read_json(line)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def _parse_all(lines: list[bytes]) -> list[dict[str, Any] | None]:
    """As `parse`, for a third of the cost. No string can reach over the end of a line, which stays in its place."""
    try:
        found = read_json(b"[" + b",".join(lines) + b"]")
    except (ValueError, RecursionError):
        return [parse(line) for line in lines]
    if len(found) != len(lines) or not all(isinstance(each, dict) for each in found):
        return [parse(line) for line in lines]
    return found  # type: ignore[no-any-return]


def _act(fields: dict[str, Any], version: object, place: Read) -> Act | None:
    """Of another version. What is not known is passed over; it stays in the file."""
    if isinstance(version, int) and version > FORMAT:
        place.newer = True
        return None
    act = decode(fields)
    return _after(act, place) if act is not None and version == 1 else act


def _after(act: Act, place: Read) -> Act:
    """Lines of the first format that were written in the same second follow each other as they stand in the file."""
    place.step = place.step + 1 if act.at == place.second else 0
    place.second = act.at
    return act._replace(at=act.at + place.step)


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
