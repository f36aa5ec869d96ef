"""The one file of an index whose replacement is a commit: JSON with a checksum of itself.

It names every file that counts. Until it is replaced, a reader sees the old state whole.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping

from briefing.model.digest import blake2b
from briefing.model.errors import Damaged
from briefing.model.json_text import read_json, write_json
from briefing.model.typed import TYPE_CHECKING, Any, StrPath, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
Stamp = tuple[int, int, int]
"""What the system says of the file; another commit has another one."""

NAME = "manifest.json"
TRIES = 20
"""A commit may replace the files between reading the manifest and opening them."""
REBUILD = "It is a cache and is built again from your articles: briefing index --rebuild"


def damaged(what: str) -> Damaged:
    """The error for an index that is not what was written."""
    return Damaged(f"the search index is damaged: {what}", REBUILD)


def save(folder: Path, values: Mapping[str, Any]) -> None:
    """Replaces the file, durably."""
    import json

    temporary = folder / (NAME + ".new")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump({**values, "check": _check(values)}, file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / NAME)
    settle(folder)


def load(folder: StrPath) -> dict[str, Any] | None:
    """What was written last, or None where there is nothing yet; Damaged for what cannot be trusted or read."""
    try:
        about = os.stat(folder)
    except FileNotFoundError:
        return None
    own(about, folder)
    try:
        with open(os.path.join(folder, NAME), "rb") as file:
            raw = file.read()
    except FileNotFoundError:
        return None
    try:
        values: dict[str, Any] = read_json(raw)
        right = values.pop("check") == _check(values)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged("its manifest cannot be read") from error
    if not right:
        raise damaged("its manifest is not what was written")
    return values


def stamp(folder: StrPath) -> Stamp | None:
    """By which a commit is known without reading it; None where there is none."""
    try:
        about = os.stat(os.path.join(folder, NAME))
    except FileNotFoundError:
        return None
    return about.st_ino, about.st_mtime_ns, about.st_size


def read_whole(folder: StrPath, read: Callable[[Stamp | None], T]) -> T:
    """What `read` makes of the last commit: asked again where another commit took a file away meanwhile."""
    for left in range(TRIES, 0, -1):
        here = stamp(folder)
        try:
            return read(here)
        except FileNotFoundError as error:
            if left == 1 or stamp(folder) == here:
                raise damaged(f"{os.path.basename(str(error.filename))} is missing") from error
    raise damaged("it changes faster than it can be read")


def settle(path: StrPath) -> None:
    """Makes what was written to a file durable; of a folder, which names it holds."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def own(about: os.stat_result, folder: StrPath) -> None:
    """An index is read from a folder of the user's own only: another's could make its reader run anything."""
    if about.st_uid != os.geteuid() or stat.S_IMODE(about.st_mode) & 0o077:
        raise Damaged(
            f"the search index in {folder} is open to other users, or not yours",
            f"Remove that folder, or make it yours alone: chmod 700 {folder}",
        )


def _check(values: Mapping[str, Any]) -> str:
    return blake2b(write_json(values, sort_keys=True).encode(), digest_size=16).hexdigest()
