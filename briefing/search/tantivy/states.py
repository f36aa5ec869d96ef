"""The folders of an index: one for each commit that counts, one to write in, linked where they share files."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from briefing.search.tantivy.manifest import META, Manifest

WORK = "work"
_STATE = "state-"


def new_work(folder: Path, before: Manifest | None) -> Path:
    """An empty folder to write in, or one that begins as the last commit."""
    work = folder / WORK
    tidy(folder, before)
    if work.exists():
        shutil.rmtree(work)  # of a writer that was killed
    work.mkdir(mode=0o700)
    if before is not None:
        names = [name for name in before.files if name != META]
        link(folder / before.state, work, names)
        shutil.copyfile(folder / before.state / META, work / META)  # tantivy replaces it
    return work


def new_state(folder: Path, work: Path) -> Path:
    """The commit that is in `work`, in a folder that nobody writes to any more."""
    number = 1 + max((int(name.removeprefix(_STATE)) for name in _states(folder)), default=0)
    while True:
        state = folder / f"{_STATE}{number}"
        state.mkdir(mode=0o700)
        meta = (work / META).read_bytes()
        try:
            link(work, state, segment_files(work, meta))
        except FileNotFoundError:
            if (work / META).read_bytes() == meta:
                raise
            shutil.rmtree(state)  # a merge has ended meanwhile
            continue
        (state / META).write_bytes(meta)
        return state


def segment_files(folder: Path, meta: bytes) -> list[str]:
    """The files of the segments that tantivy lists; of their deletions the last."""
    wanted = {}
    for segment in json.loads(meta)["segments"]:
        name, deletes = segment["segment_id"].replace("-", ""), segment.get("deletes")
        wanted[name] = f"{deletes['opstamp']}.del" if deletes else ""
    found = []
    for file in os.listdir(folder):
        name, _, kind = file.partition(".")
        if name in wanted and (not kind.endswith("del") or kind == wanted[name]):
            found.append(file)
    return sorted(found)


def link(here: Path, there: Path, names: Iterable[str]) -> None:
    """Files are never changed once written, so both folders can have them; copied where links are not known."""
    for name in names:
        try:
            os.link(here / name, there / name)
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copyfile(here / name, there / name)


def tidy(folder: Path, kept: Manifest | None) -> None:
    """Removes the folders that no commit names. Programs that read there keep what they have open."""
    for name in _states(folder):
        if kept is None or name != kept.state:
            shutil.rmtree(folder / name, ignore_errors=True)


def _states(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(_STATE) and name.removeprefix(_STATE).isdigit()]
