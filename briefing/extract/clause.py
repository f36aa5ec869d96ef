"""A clause of a sentence: its words, its verb, how it hangs on others, and whether what it tells happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """How a clause hangs on the one before."""

    MAIN = auto()
    COORDINATE = auto()
    """Joined by and, but: with no subject of its own it shares the one before."""
    COMPLEMENT = auto()
    """What somebody said, reported, denied."""
    RELATIVE = auto()
    ADVERBIAL = auto()
    GERUND = auto()
    PARTICIPLE = auto()
    """`, arrested in May,`: tells of the one named before, or of the subject that follows."""
    SOURCE = auto()
    """`according to`: names who says it, and has no verb."""


@dataclass(slots=True)
class Clause:
    """One clause; its words need not stand together (`X, who left in May, returned`)."""

    kind: Kind
    first: int
    parent: int
    opener: str = ""
    in_quotes: bool = False
    verb: int = -1
    last: int = 0
    """The end of its last piece."""
    is_reporting: bool = False
    happened: bool = True
    """Neither denied nor only imagined."""
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence; together they cover it, each word in one."""

    found: list[Clause]
    of_word: list[int]
