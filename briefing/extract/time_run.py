"""What a rule hands to its builder: the words it matched."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.time_cues import direction
from briefing.extract.time_words import TimeWords


class Run:
    """The words a rule matched and their classes."""

    __slots__ = ("_at", "classes", "texts")

    def __init__(self, words: TimeWords, first: int, last: int) -> None:
        self._at = (words, first, last)
        self.texts = words.texts[first:last]
        self.classes = words.classes[first:last]

    @property
    def direction(self) -> str:
        """Which way the clause looks: past, future, open, or any for `a Monday`."""
        return direction(*self._at)

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
