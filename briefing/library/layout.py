"""The cache folder of one library: which store is the current one, and how a new one takes its place.

writer.lock  writer.json  meta.json  current        the last names the folder in force
whoosh-1/store.db  whoosh-1/index/                  <engine>-<schema>, with a number after a rebuild; the index may
                                                    be another engine's by now, the store then says so
"""

from __future__ import annotations

import os

from briefing.model.errors import BriefingError
from briefing.model.scoped import suppress
from briefing.model.typed import TYPE_CHECKING, StrPath

if TYPE_CHECKING:
    from pathlib import Path

CURRENT = "current"
STORE = "store.db"
_SUSPECT = "suspect"


class NotBuilt(BriefingError):
    """Nothing was built of these folders yet."""

    exit_code = 4

    def __init__(self) -> None:
        super().__init__("This library is not built yet.", "Build it with: briefing index")


def current(cache: Path) -> Path | None:
    """The folder in force; None where there is none."""
    name = current_name(cache)
    return cache / name if name else None


def current_name(cache: StrPath) -> str:
    """The name of the folder in force, or nothing. A pointer that names no plain folder below is not followed."""
    try:
        with open(os.path.join(cache, CURRENT), encoding="utf-8") as file:
            name = file.read().strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if _is_ours(name) else ""


def _is_ours(name: str) -> bool:
    """`whoosh-1`, `whoosh-1.7`."""
    engine, _, schema = name.partition("-")
    schema, dot, number = schema.partition(".")
    numbers = [schema, number] if dot else [schema]
    return name.isascii() and engine.isalpha() and engine.islower() and all(map(str.isdigit, numbers))


def make_beside(cache: Path, label: str) -> Path:
    """A new empty folder, not yet in force."""
    number = 0
    while True:
        folder = cache / (f"{label}.{number}" if number else label)
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            number += 1
            continue
        return folder


def put_in_force(cache: Path, folder: Path) -> None:
    """One atomic step: a reader finds the old folder or the new one, never neither."""
    beside = cache / f"{CURRENT}.new"
    with beside.open("w", encoding="utf-8") as out:
        out.write(folder.name + "\n")
        out.flush()
        os.fsync(out.fileno())
    os.replace(beside, cache / CURRENT)


def sweep(cache: Path) -> None:
    """Removes what is no longer in force. Programs that still read there keep what they have open."""
    from shutil import rmtree

    kept = current(cache)
    for folder in cache.glob("*-*"):
        if _is_ours(folder.name) and folder.is_dir() and folder != kept:
            rmtree(folder, ignore_errors=True)


def engine_of(folder: StrPath, told: int | str) -> str:
    """The engine whose index a store has: what the store tells, or, until another one took over, the folder's name."""
    return str(told) if told else os.path.basename(folder).partition("-")[0]


def suspect(folder: StrPath) -> None:
    """A reader met damage in this store. Where the note cannot be written, the builder has to find out by itself."""
    with suppress(OSError), open(os.path.join(folder, _SUSPECT), "a", encoding="utf-8"):
        pass


def is_suspect(folder: StrPath) -> bool:
    """Whether a reader met damage in this store."""
    return os.path.exists(os.path.join(folder, _SUSPECT))


def private_folder(folder: Path) -> Path:
    """Makes a folder and its missing parents, readable by their user only; what is there stays as it is."""
    from briefing.settings.places import make_private

    return make_private(folder)
