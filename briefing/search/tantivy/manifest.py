"""What an index consists of. Each commit has a folder of its own, linked to the files it shares with the one before;
the manifest names the folder that counts, and each file in it with size and checksum."""

from __future__ import annotations

import os
from collections.abc import Mapping
from zlib import crc32

from briefing.model.errors import Damaged
from briefing.model.numbers import Numbers
from briefing.model.typed import TYPE_CHECKING, NamedTuple, StrPath
from briefing.search import commit_file
from briefing.search.commit_file import REBUILD, damaged

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 3
"""Raised when the fields or the tokens change: an older index is then built again."""
ENGINE = "tantivy"
META = "meta.json"
"""tantivy's list of segments."""
NUMBERS = "numbers.bits"
"""The article numbers of a commit, as a bitmap."""
_PIECE = 1 << 20


class FileMark(NamedTuple):
    """Size and checksum of a file."""

    size: int
    check: int


class Manifest(NamedTuple):
    """One commit; `state` is its folder's name."""

    generation: int
    state: str
    documents: int
    files: Mapping[str, FileMark]
    engine: str = ENGINE
    format: int = FORMAT


def mark(path: StrPath) -> FileMark:
    """Reads the whole file."""
    check = size = 0
    with open(path, "rb") as file:
        while data := file.read(_PIECE):
            check = crc32(data, check)
            size += len(data)
    return FileMark(size, check)


def save(folder: Path, manifest: Manifest) -> None:
    """Replaces the manifest, durably: that is the commit."""
    files = {name: file._asdict() for name, file in manifest.files.items()}
    commit_file.save(folder, manifest._asdict() | {"files": files})


def load(folder: StrPath) -> Manifest | None:
    """The last commit, or None where there is none yet; Damaged for what cannot be trusted or read."""
    values = commit_file.load(folder)
    if values is None:
        return None
    try:
        if (values["engine"], values["format"]) != (ENGINE, FORMAT):
            raise Damaged("the search index was made by another version of briefing", REBUILD)
        files = {name: FileMark(**of) for name, of in values.pop("files").items()}
        return Manifest(**values, files=files)
    except (KeyError, TypeError, AttributeError) as error:
        raise damaged("its manifest cannot be read") from error


def check_sizes(folder: StrPath, manifest: Manifest) -> None:
    """A look that costs nothing at any size; FileNotFoundError where a file is gone."""
    state = os.path.join(folder, manifest.state)
    for name, expected in manifest.files.items():
        if os.stat(f"{state}/{name}").st_size != expected.size:
            raise damaged(f"{name} is cut short")


def check_files(folder: StrPath, manifest: Manifest, known: Mapping[str, FileMark] | None = None) -> None:
    """Reads every file but those known to be right; FileNotFoundError where one is gone."""
    for name, expected in manifest.files.items():
        if (known or {}).get(name) != expected and mark(os.path.join(folder, manifest.state, name)) != expected:
            raise damaged(f"{name} is not what was written")


def read_numbers(folder: StrPath, manifest: Manifest) -> Numbers:
    """The article numbers of a commit."""
    with open(os.path.join(folder, manifest.state, NUMBERS), "rb") as file:
        return Numbers.of_bits(int.from_bytes(file.read(), "little"))
