"""The seam behind which every kind of file is read; see `registry` for how one is found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from briefing.model.article import Article, Problem


class FileHint(NamedTuple):
    """What is known of a file besides its bytes."""

    path: str
    """Relative to the library's root."""


class Format(Protocol):
    """Reads the bytes of one file. Whatever they are, it answers with articles and problems and never raises."""

    name: str
    suffixes: frozenset[str]
    """Lower case, with the dot."""

    def read(self, raw: bytes, hint: FileHint) -> Iterable[Article | Problem]: ...
