"""What a rule hands to its builder: the words it matched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """The words a rule matched, their classes, and which way the clause looks (past or future)."""

    texts: list[str]
    classes: str
    direction: str

    def first(self, letters: str) -> str:
        """The first word of one of these classes, in lower case without a stop, or nothing."""
        for letter, text in zip(self.classes, self.texts, strict=True):
            if letter in letters:
                return text.lower().rstrip(".")
        return ""

    def all(self, letters: str) -> list[str]:
        return [text.lower() for letter, text in zip(self.classes, self.texts, strict=True) if letter in letters]


Build = Callable[[Run], str | None]
"""Makes the pattern of a run, or None for what only looked like a time."""
