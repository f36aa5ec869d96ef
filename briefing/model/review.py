"""What can be unsure, a question about it, and how often the program was right."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.digest import blake2b
from briefing.model.enumeration import StrEnum
from briefing.model.text import Span

AT_ONCE = 25
"""Questions of each kind that are loaded at a time."""


class Doubt(StrEnum):
    """What can be unsure."""

    DATE = "date"
    MERGE = "merge"
    TYPE = "type"
    TIE = "tie"


def mark_of(kind: Doubt, key: str) -> str:
    """A short name of a question in hexadecimal, the same after every rebuild."""
    return blake2b(f"{kind.value}\0{key}".encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


class Question(NamedTuple):
    """One thing that is unsure, with the sentence to judge it by. `key` names it in words that outlive a rebuild."""

    kind: Doubt
    key: str
    asks: str
    because: str
    cite: str
    article: int
    paragraph: int
    span: Span
    sentence: str
    undoes: str
    """What a no does, in words."""


class Tally(NamedTuple):
    """How often the program was right, of those questions that were answered with yes or no."""

    right: int = 0
    wrong: int = 0
    skipped: int = 0
