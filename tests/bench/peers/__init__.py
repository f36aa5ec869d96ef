"""What others do with the same articles and the same questions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Protocol

from tests.bench.corpora import Story
from tests.bench.questions import Question

Row = tuple[str, str]
"""Id and title."""


class Absent(Exception):
    """A peer that is not installed here."""


class Indexed(NamedTuple):
    """What an index cost: CPU seconds, and bytes on the disk."""

    seconds: float
    size: int


class Peer(Protocol):
    """An engine that answers questions with the first rows: id and title of each hit."""

    name: str

    def index(self, stories: Iterable[Story]) -> Indexed | None:
        """Makes an index of its own; None where there is none to make."""
        ...

    def open(self) -> None:
        """Opens the index afresh, with nothing remembered."""
        ...

    def ask(self, question: Question) -> list[Row] | None:
        """The first rows; None for a kind of question that it cannot answer."""
        ...

    def close(self) -> None: ...


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files below a folder."""
    return sum(each.stat().st_size for each in ([path] if path.is_file() else path.rglob("*")) if each.is_file())
