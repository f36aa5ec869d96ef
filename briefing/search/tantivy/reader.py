"""One commit of the index, opened for reading."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tantivy import Index, Schema, Searcher

from briefing.model.numbers import Numbers
from briefing.search import commit_file
from briefing.search.commit_file import damaged
from briefing.search.tantivy.checked import check_once
from briefing.search.tantivy.manifest import META, FileMark, Manifest, check_sizes, load, mark
from briefing.search.tantivy.writer import read_numbers

TRIES = 20
"""A commit may replace the files between reading the manifest and opening them."""

Stamp = tuple[int, int, int]


@dataclass(slots=True)
class Opened:
    """An index with its searcher, and what was worked out about it."""

    manifest: Manifest
    index: Index
    searcher: Searcher
    schema: Schema
    numbers: Numbers
    """All article numbers in the index."""
    vocabulary: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Words by field and first character, for those who look for near ones."""

    @property
    def is_untouched(self) -> bool:
        """Whether no article was removed since the segments were written, so that counts of words are right."""
        return not any(name.endswith(".del") for name in self.manifest.files)


@dataclass(slots=True)
class Snapshot:
    """What was committed at one moment; `opened` is None where nothing was yet."""

    stamp: Stamp | None
    opened: Opened | None = None

    @property
    def numbers(self) -> Numbers:
        """All article numbers in the index."""
        return self.opened.numbers if self.opened else Numbers()


def open_snapshot(folder: Path, before: Snapshot | None) -> Snapshot:
    """The last commit; that of `before` where there is no newer one."""
    for left in range(TRIES, 0, -1):
        stamp = _stamp(folder)
        if before is not None and before.stamp == stamp:
            return before
        manifest = load(folder)
        if manifest is None:
            return Snapshot(stamp)
        known = before.opened.manifest.files if before and before.opened else {}
        try:
            return Snapshot(stamp, _open(folder, manifest, known))
        except FileNotFoundError as error:
            if left == 1 or _stamp(folder) == stamp:
                raise damaged(f"{Path(str(error.filename)).name} is missing") from error
    raise damaged("it changes faster than it can be read")


def _open(folder: Path, manifest: Manifest, known: Mapping[str, FileMark]) -> Opened:
    state = folder / manifest.state
    check_sizes(folder, manifest)
    if mark(state / META) != manifest.files[META]:
        raise damaged(f"{META} is not what was written")
    check_once(folder, manifest, known)
    index = _index(state, manifest)
    return Opened(manifest, index, index.searcher(), index.schema, read_numbers(folder, manifest))


def _index(state: Path, manifest: Manifest) -> Index:
    """tantivy makes a lock file where it reads; a folder that cannot be written is read through links to it."""
    if os.access(state, os.W_OK):
        return Index.open(str(state))
    with tempfile.TemporaryDirectory(prefix="briefing-") as beside:
        for name in manifest.files:
            os.symlink(state / name, Path(beside) / name)
        return Index.open(beside)


def _stamp(folder: Path) -> Stamp | None:
    try:
        about = os.stat(folder / commit_file.NAME)
    except FileNotFoundError:
        return None
    return about.st_ino, about.st_mtime_ns, about.st_size
