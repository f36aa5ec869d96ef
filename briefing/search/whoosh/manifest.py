"""What an index consists of: the one file whose replacement is a commit.

It names the segments with what is deleted of each, every file with size and checksum, and the generation. Until it is
replaced, a reader sees the old state whole. Whoosh's own table of contents lies beside it: a pickle, which only the
writer unpickles, after its checksum was right.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.model.digest import blake2b
from briefing.model.errors import Damaged
from briefing.model.typed import NamedTuple
from briefing.search import commit_file
from briefing.search.commit_file import REBUILD, damaged

FORMAT = 4
"""Raised when the files or the tokens change: an older index is then built again."""
ENGINE = "whoosh"
INDEX = "MAIN"
"""The index's name with Whoosh."""


class FileMark(NamedTuple):
    """Size and checksum of a file."""

    size: int
    check: str


class SegmentMark(NamedTuple):
    """A segment: its name, how many documents it has, and which are deleted, as a bitmap in hexadecimal digits."""

    name: str
    documents: int
    deleted: str


class Manifest(NamedTuple):
    """One commit. `toc` is the number of Whoosh's table of contents."""

    generation: int
    toc: int
    documents: int
    files: Mapping[str, FileMark]
    segments: tuple[SegmentMark, ...] = ()
    whoosh: str = "2.7.4"
    engine: str = ENGINE
    format: int = FORMAT
    byteorder: str = sys.byteorder


def toc_name(number: int) -> str:
    """As Whoosh names it."""
    return f"_{INDEX}_{number}.toc"


def mark(path: Path) -> FileMark:
    """Reads the whole file."""
    digest, size = blake2b(digest_size=16), 0
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            digest.update(data)
            size += len(data)
    return FileMark(size, digest.hexdigest())


def marks(folder: Path, names: Iterable[str], known: Mapping[str, FileMark]) -> dict[str, FileMark]:
    """Marks for files; those known are never written again and keep theirs."""
    return {name: known.get(name) or mark(folder / name) for name in names}


def save(folder: Path, manifest: Manifest) -> None:
    """Replaces the manifest, durably."""
    files = {name: file._asdict() for name, file in manifest.files.items()}
    segments = [each._asdict() for each in manifest.segments]
    commit_file.save(folder, manifest._asdict() | {"files": files, "segments": segments})


def load(folder: Path) -> Manifest | None:
    """The last commit, or None where there is none yet; Damaged for what cannot be trusted or read."""
    values = commit_file.load(folder)
    if values is None:
        return None
    try:
        if (values["engine"], values["format"], values["byteorder"]) != (ENGINE, FORMAT, sys.byteorder):
            raise Damaged("the search index was made by another version of briefing or on another machine", REBUILD)
        files = {name: FileMark(**of) for name, of in values.pop("files").items()}
        segments = tuple(SegmentMark(**of) for of in values.pop("segments"))
        return Manifest(**values, files=files, segments=segments)
    except (KeyError, TypeError, AttributeError) as error:
        raise damaged("its manifest cannot be read") from error


def verify(folder: Path) -> Manifest | None:
    """Reads every file of the last commit and compares checksums; for the builder and `briefing doctor`."""
    manifest = load(folder)
    if manifest is not None:
        for name, expected in manifest.files.items():
            try:
                found = mark(folder / name)
            except OSError as error:
                raise damaged(f"{name} cannot be read") from error
            if found != expected:
                raise damaged(f"{name} is not what was written")
    return manifest
