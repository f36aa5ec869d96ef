"""One walk over the folders: names, sizes and times of the files that may hold articles. Opens no file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.library.corpus import Corpus, safe_name
from briefing.model.article import Problem


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What the folder says of a file; a change of size or time makes it worth a look."""

    path: str
    """Its name in the library."""
    disk: str
    """Its path on disk, byte for byte."""
    root: int
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """A root, folder or file that cannot be looked at now: what is known below it stays."""

    problem: Problem
    below: str
    """The part of the library it hides: a file's or folder's name, or a folder's with a slash ("" hides all)."""

    def hides(self, path: str) -> bool:
        """Whether a file of this name may be there all the same."""
        below = self.below
        return path == below or path.startswith(below if below.endswith("/") or not below else below + "/")


Known = Callable[[str], bool]
"""Says of a file name whether some format takes it."""


def scan(corpus: Corpus, known: Known, walked: dict[str, int] | None = None) -> Iterator[FileStamp | Blocked]:
    """All files below the roots, folders in order of name; hidden ones are left out, each folder is visited once.

    `walked` gets the times, in nanoseconds, of the roots and of all folders below, as they were before they were read.
    """
    walk = _Walk(corpus, known, {} if walked is None else walked)
    for number, root in enumerate(corpus.roots):
        yield from walk.root(number, root, corpus.prefixes[number])


class _Walk:
    def __init__(self, corpus: Corpus, known: Known, walked: dict[str, int]) -> None:
        self._walked = walked
        self._inside = tuple(str(root) for root in corpus.roots)
        self._known = known
        self._visited: set[tuple[int, int]] = set()

    def root(self, number: int, root: Path, prefix: str) -> Iterator[FileStamp | Blocked]:
        try:
            found = root.stat()
        except OSError as error:
            yield Blocked(Problem(safe_name(str(root)), _reason(error, "folder")), prefix)
            return
        self._walked[str(root)] = found.st_mtime_ns
        if stat.S_ISDIR(found.st_mode):
            yield from self._folders(number, str(root), prefix, found)
        elif stat.S_ISREG(found.st_mode):
            yield FileStamp(prefix + safe_name(root.name), str(root), number, found.st_size, found.st_mtime_ns)
        else:
            yield Blocked(Problem(safe_name(str(root)), "neither a folder nor a file"), prefix)

    def _folders(self, number: int, disk: str, prefix: str, found: os.stat_result) -> Iterator[FileStamp | Blocked]:
        """Links to folders elsewhere come last, so that a folder is called by its own name where it has one."""
        self._visited.add((found.st_dev, found.st_ino))
        waiting, linked = [(disk, prefix)], list[tuple[str, str]]()
        while waiting or linked:
            here, name = waiting.pop() if waiting else linked.pop(0)
            try:
                with os.scandir(here) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError as error:
                yield Blocked(Problem(safe_name(name or here), _reason(error, "folder")), name)
                continue
            below: list[tuple[str, str]] = []
            for entry in entries:
                if not entry.name.startswith("."):
                    yield from self._entry(entry, number, name + safe_name(entry.name), below, linked)
            waiting.extend(reversed(below))

    def _entry(
        self,
        entry: os.DirEntry[str],
        number: int,
        name: str,
        below: list[tuple[str, str]],
        linked: list[tuple[str, str]],
    ) -> Iterator[FileStamp | Blocked]:
        link = entry.is_symlink()
        try:
            found = entry.stat()
        except OSError as error:
            if link or self._matters(entry, error):
                yield Blocked(Problem(name, _reason(error, "file")), name)
            return
        if link and self._is_inside(entry.path):
            return
        if stat.S_ISDIR(found.st_mode):
            if (found.st_dev, found.st_ino) not in self._visited:
                self._visited.add((found.st_dev, found.st_ino))
                self._walked[entry.path] = found.st_mtime_ns
                (linked if link else below).append((entry.path, name + "/"))
        elif stat.S_ISREG(found.st_mode) and self._known(entry.name):
            yield FileStamp(name, entry.path, number, found.st_size, found.st_mtime_ns)

    def _matters(self, entry: os.DirEntry[str], error: OSError) -> bool:
        """Not what went away between the listing and the look, nor a file that no format takes.

        A link to nothing always matters: it may be the way to a folder on a disk that is not mounted.
        """
        gone = isinstance(error, FileNotFoundError)
        return not gone and (not entry.is_file(follow_symlinks=False) or self._known(entry.name))

    def _is_inside(self, path: str) -> bool:
        """A link to what the walk meets under its own name anyway."""
        target = os.path.realpath(path)
        return any(target == root or target.startswith(root.rstrip("/") + "/") for root in self._inside)


def _reason(error: OSError, what: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"this {what} is not there (not mounted, or a link to nothing?)"
    if isinstance(error, PermissionError):
        return f"no permission to read this {what}"
    return f"this {what} cannot be read: {error.strerror or type(error).__name__}"
