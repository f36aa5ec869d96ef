"""A report as several outlets printed it."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.frozen import frozen
from briefing.model.hit import Card
from briefing.model.numbers import Numbers


class Fold(NamedTuple):
    """What a row of a list stands for: of a report that several of its articles print, how many and whose."""

    articles: int
    sources: int
    """Outlets that are named, each counted once."""
    unknown: int
    """How many of the articles name none."""
    is_open: bool = False
    """They stand below as rows of their own."""


class Folded(NamedTuple):
    """An answer in which each story has one row: as many of its first rows as are known, and how many there are."""

    rows: tuple[int, ...]
    total: int
    found: Numbers | None = None
    """All articles found; None where copies are not folded."""


class Copy(NamedTuple):
    """One printing. `near` is the share of runs of words that it has in common with the head, 1 for the head."""

    card: Card
    near: float


@frozen
class Story:
    """Articles that are copies of one report, in order of date, the head among them."""

    head: Card
    copies: tuple[Copy, ...]
    sources: tuple[str, ...]
    """The outlets that are named, each once however it is spelled, in order of their first printing."""
    unknown: int
    """How many of the articles name no outlet: each may be one more source, or none."""

    @property
    def size(self) -> int:
        """How many articles tell it; 1 for an article without copies."""
        return len(self.copies)
