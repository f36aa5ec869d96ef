"""Which format reads which file. The built-in ones need no installed metadata; others come by entry points."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from briefing.formats.clean import clean_line, cut
from briefing.formats.seam import FileHint, Format
from briefing.model.article import Article, Problem

GROUP = "briefing.formats"
"""The entry-point group in which other packages offer a format."""

_BUILT_IN = {
    ".txt": "briefing.formats.plain:PlainText",
    ".text": "briefing.formats.plain:PlainText",
    ".md": "briefing.formats.markdown:Markdown",
    ".markdown": "briefing.formats.markdown:Markdown",
    ".json": "briefing.formats.json:Json",
    ".jsonl": "briefing.formats.json:JsonLines",
    ".ndjson": "briefing.formats.json:JsonLines",
}


def knows(path: str | os.PathLike[str]) -> bool:
    """Whether a file of this name is read at all."""
    suffix = _suffix(path)
    return suffix in _BUILT_IN or (bool(suffix) and suffix in _added())


def suffixes() -> frozenset[str]:
    """Every suffix that is read, lower case, with its dot."""
    return frozenset(_BUILT_IN) | frozenset(_added())


def nothing_read() -> str:
    """What is said of a folder in which nothing can be read."""
    *names, last = sorted(suffixes())
    return f"No article here: {', '.join(names)} and {last} files are read."


def format_for(path: str | os.PathLike[str]) -> Format | None:
    """The format that reads a file of this name; only the one needed is loaded."""
    suffix = _suffix(path)
    where = _BUILT_IN.get(suffix)
    return _load(where) if where else _added().get(suffix)


def read_file(path: Path, relative: str, max_bytes: int) -> Iterator[Article | Problem]:
    """What one file holds. `relative` is its path below the library's root. Bad input is a Problem, never an error."""
    relative = relative.encode("utf-8", "backslashreplace").decode()
    found = format_for(path)
    if found is None:
        yield Problem(relative, f"no format reads {cut(clean_line(path.suffix), 40) or 'a file without a suffix'}")
        return
    try:
        raw = _bytes(path, max_bytes)
    except _TooMuch as why:
        yield Problem(relative, str(why))
    except OSError as why:
        yield Problem(relative, _explain(why))
    else:
        yield from found.read(raw, FileHint(relative))


def read_source(text: str, name: str, published: date | None = None) -> Article | Problem:
    """An article from the whole of a decoded source; a given publication day wins over what the text says."""
    from briefing.formats.markdown import Markdown, read_markdown
    from briefing.formats.plain import read_plain
    from briefing.formats.story import Draft

    draft = Draft(name.encode("utf-8", "backslashreplace").decode(), given=published)
    return read_markdown(text, draft) if _suffix(name) in Markdown.suffixes else read_plain(text, draft)


class _TooMuch(ValueError):
    """A file that is not to be read whole; the message says why."""


def _bytes(path: Path, max_bytes: int) -> bytes:
    """The bytes of a file that is regular and not larger than allowed, asked before anything is read."""
    # Opened without waiting: a named pipe would otherwise hold the builder for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise _TooMuch("not a regular file")
        if status.st_size > max_bytes:
            raise _TooMuch(f"too large: {_size(status.st_size)}, and the limit is {_size(max_bytes)}")
        raw = file.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise _TooMuch(f"too large: it grew beyond the limit of {_size(max_bytes)}")
    return raw


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count:,} bytes"


def _explain(why: OSError) -> str:
    if isinstance(why, PermissionError):
        return "no permission to read it"
    if isinstance(why, FileNotFoundError):
        return "it is gone"
    return f"it cannot be read: {(why.strerror or type(why).__name__).lower()}"


def _suffix(path: str | os.PathLike[str]) -> str:
    return os.path.splitext(os.fspath(path))[1].lower()


@cache
def _load(where: str) -> Format:
    module, _, name = where.partition(":")
    return cast(Format, getattr(import_module(module), name)())


@cache
def _added() -> dict[str, Format]:
    """Formats of other packages, by suffix. One that does not load is left out, and says so once."""
    import warnings
    from importlib.metadata import entry_points

    found: dict[str, Format] = {}
    for entry in entry_points(group=GROUP):
        if entry.value in _BUILT_IN.values():
            continue
        try:
            made = cast(Format, entry.load()())
            names: Iterable[str] = made.suffixes
        except (ImportError, AttributeError, TypeError) as why:
            warnings.warn(f"the format {entry.name} does not load: {why}", RuntimeWarning, stacklevel=2)
            continue
        found.update({suffix: made for suffix in names if suffix not in _BUILT_IN})
    return found
