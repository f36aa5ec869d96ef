"""What one text says otherwise than another: runs of words, and the same by paragraphs."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.enumeration import StrEnum
from briefing.model.text import Span


class Change(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Run(NamedTuple):
    """Words in a row. `old` and `new` are their places in the two texts; one that is gone has no words in the new."""

    change: Change
    old: Span
    new: Span


class Bit(NamedTuple):
    """Words of one paragraph in a row. `place` is theirs in the old text where they are gone, else in the new one."""

    change: Change
    text: str
    place: Span
    left_out: int = 0
    """So many words that are the same are not told; then there is no text."""


class Passage(NamedTuple):
    """A paragraph in which something changed."""

    bits: tuple[Bit, ...]


class Same(NamedTuple):
    """Paragraphs in a row in which nothing did."""

    paragraphs: int
