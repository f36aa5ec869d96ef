"""Which libraries there are: remembered, listed, forgotten."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.library import layout
from briefing.library.corpus import Corpus
from briefing.settings.places import Places

_META = "meta.json"
_LAST = "last.json"


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """What is known of a library without opening it."""

    id: str
    name: str
    roots: tuple[Path, ...]
    opened: str
    """ISO time with its offset; "" where it was never opened."""
    cache_bytes: int
    notebook_bytes: int
    gone: bool
    """One of its folders is not there (any more, or now)."""


def describe(places: Places, corpus: Corpus) -> None:
    """Notes beside a library's cache which folders it is of."""
    _update(places, corpus, {})


def remember(places: Places, roots: Sequence[Path]) -> None:
    """Notes that a library was opened: it is the last one now."""
    corpus = Corpus.of(roots)
    opened = datetime.now().astimezone().isoformat(timespec="seconds")
    layout.private_folder(places.state)
    _write(places.state / _LAST, {"roots": [_plain(root) for root in corpus.roots], "opened": opened})
    if places.cache_of(corpus.id).is_dir():
        _update(places, corpus, {"opened": opened})


def last_library(places: Places) -> tuple[Path, ...] | None:
    """The folders of the library that was opened last; None where none ever was."""
    roots = _read(places.state / _LAST).get("roots")
    return tuple(Path(root) for root in roots) if isinstance(roots, list) and roots else None


def list_libraries(places: Places) -> list[LibraryInfo]:
    """All libraries that have a cache, the last opened first."""
    found = [_info(places, folder) for folder in _folders(places.cache) if (folder / _META).is_file()]
    return sorted(found, key=lambda info: (info.opened, info.name), reverse=True)


def forget(places: Places, roots: Sequence[Path], notes: bool = False) -> list[Path]:
    """Deletes a library's cache and state, its notebook only with `notes`; gives what was deleted.

    Raises Locked where it is being written at this moment.
    """
    corpus = Corpus.of(roots)
    cache = places.cache_of(corpus.id)
    deleted: list[Path] = []
    if cache.is_dir():
        from briefing.library.lock import writer_lock

        with writer_lock(cache):
            shutil.rmtree(cache)
        deleted.append(cache)
    for path in (places.state_of(corpus.id), places.history_of(corpus.id)):
        if path.exists():
            path.unlink()
            deleted.append(path)
    if last_library(places) == corpus.roots:
        (places.state / _LAST).unlink(missing_ok=True)
    notebook = places.notebook_of(corpus.id)
    if notes and notebook.parent.is_dir():
        shutil.rmtree(notebook.parent)
        deleted.append(notebook.parent)
    return deleted


def _info(places: Places, folder: Path) -> LibraryInfo:
    meta = _read(folder / _META)
    roots = tuple(Path(root) for root in meta.get("roots", ()))
    notebook = places.notebook_of(folder.name)
    return LibraryInfo(
        id=folder.name,
        name=str(meta.get("name", folder.name)),
        roots=roots,
        opened=str(meta.get("opened", "")),
        cache_bytes=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        notebook_bytes=notebook.stat().st_size if notebook.is_file() else 0,
        gone=not roots or not all(root.exists() for root in roots),
    )


def _folders(cache: Path) -> list[Path]:
    try:
        return sorted(path for path in cache.iterdir() if path.is_dir())
    except OSError:
        return []


def _update(places: Places, corpus: Corpus, more: dict[str, Any]) -> None:
    path = places.cache_of(corpus.id) / _META
    old = _read(path)
    new = {**old, "name": corpus.name, "roots": [_plain(root) for root in corpus.roots], **more}
    if new != old:
        _write(path, new)


def _plain(path: Path) -> str:
    return os.fspath(path)


def _read(path: Path) -> dict[str, Any]:
    """A file that is missing, torn or of another kind says nothing."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, value: dict[str, Any]) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_text(json.dumps(value), "utf-8")
    os.replace(beside, path)
