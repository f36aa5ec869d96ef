"""One commit of the index, opened for reading."""

from __future__ import annotations

import os
from collections.abc import Mapping
from zlib import crc32

from tantivy import Index, Schema, Searcher

from briefing.model.json_text import read_json
from briefing.model.numbers import Numbers
from briefing.model.query import Node
from briefing.model.typed import NamedTuple, StrPath
from briefing.search.commit_file import Stamp, damaged, read_whole
from briefing.search.tantivy.checked import check_once
from briefing.search.tantivy.manifest import META, FileMark, Manifest, check_sizes, load, read_numbers
from briefing.search.tantivy.schema import BEGINS, LETTER, LISTS, SHORT, TEXT

EXPANDED = 50
"""Words to which tantivy expands the prefix at the end of a phrase; it passes over more."""
MOST_ENDS = 120
"""Words that the open end of a phrase is asked for one by one; more are a pattern."""

_KEPT = 6
"""Answers that are kept as sets: each has 125 kB at a million articles."""


class Opened:
    """An index with its searcher, and what was worked out about it."""

    def __init__(self, manifest: Manifest, index: Index, numbers: Numbers, held: int) -> None:
        self.manifest, self.index, self.numbers, self.held = manifest, index, numbers, held
        """`numbers` are all article numbers in the index; `held` counts those as well that were removed since."""
        self.searcher: Searcher = index.searcher()
        self.schema: Schema = index.schema
        self.vocabulary: dict[tuple[str, str], list[str]] = {}
        """Words by field and first character, for those who look for near ones."""
        self.is_untouched = not any(name.endswith(".del") for name in manifest.files)
        """Whether no article was removed since the segments were written, so that counts of words are right."""
        self._beginnings: dict[tuple[str, str], list[str]] = {}
        self.sets: dict[Node, Numbers] = {}
        """The last answers as sets: a list folds copies by one, then facets are counted of it."""

    def keep(self, tree: Node, numbers: Numbers) -> None:
        """Keeps an answer, and forgets the one that was kept first."""
        for first in list(self.sets)[: 1 - _KEPT]:
            self.sets.pop(first, None)
        self.sets[tree] = numbers

    def beginning(self, field: str, start: str) -> list[str]:
        """The words of a field that begin so, the most frequent first; one more at most than are asked for singly."""
        if (field, start) not in self._beginnings:
            found = self.searcher.terms_with_prefix(field, start, limit=MOST_ENDS + 1)
            self._beginnings[field, start] = [word for word, _ in found]
        return self._beginnings[field, start]

    def listed(self, field: str, start: str) -> list[str]:
        """All words of a field that begin so."""
        return [word for word, _ in self.searcher.terms_with_prefix(field, start)]

    def list_of(self, field: str, start: str) -> tuple[str, str] | None:
        """Field and term that list the articles with words that begin so, where there is such a list."""
        if len(start) == SHORT:
            return field, BEGINS + start
        return (LISTS, LETTER + start) if len(start) < SHORT and field == TEXT else None


class Snapshot(NamedTuple):
    """What was committed at one moment; `opened` is None where nothing was yet."""

    stamp: Stamp | None
    opened: Opened | None = None

    @property
    def numbers(self) -> Numbers:
        """All article numbers in the index."""
        return self.opened.numbers if self.opened else Numbers()


def open_snapshot(folder: StrPath, before: Snapshot | None) -> Snapshot:
    """The last commit; that of `before` where there is no newer one."""

    def read(stamp: Stamp | None) -> Snapshot:
        if before is not None and before.stamp == stamp:
            return before
        manifest = load(folder)
        known = before.opened.manifest.files if before and before.opened else {}
        return Snapshot(stamp, _open(folder, manifest, known) if manifest else None)

    return read_whole(folder, read)


def _open(folder: StrPath, manifest: Manifest, known: Mapping[str, FileMark]) -> Opened:
    state = os.path.join(folder, manifest.state)
    check_sizes(folder, manifest)
    with open(os.path.join(state, META), "rb") as file:
        meta = file.read()
    if FileMark(len(meta), crc32(meta)) != manifest.files[META]:
        raise damaged(f"{META} is not what was written")
    check_once(folder, manifest, known)
    index = _index(state, manifest)
    held = sum(segment["max_doc"] for segment in read_json(meta)["segments"])
    return Opened(manifest, index, read_numbers(folder, manifest), held)


def _index(state: str, manifest: Manifest) -> Index:
    """tantivy makes a lock file where it reads; a folder that cannot be written is read through links to it."""
    if os.access(state, os.W_OK):
        return Index.open(state)
    import shutil
    import tempfile

    beside = tempfile.mkdtemp(prefix="briefing-")
    try:
        for name in manifest.files:
            os.symlink(os.path.join(state, name), os.path.join(beside, name))
        return Index.open(beside)
    finally:
        for _ in range(3):  # the thread with which tantivy watches may just be making its lock file there
            shutil.rmtree(beside, ignore_errors=True)
