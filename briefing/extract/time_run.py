"""What a rule hands to its builder: the words it matched."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.time_beside import PLAIN, word_after, word_before
from briefing.extract.time_cues import direction
from briefing.extract.time_words import TimeWords

_COUNTING = frozenset("fo")
"""`The first time in four years` counts back."""


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

    @property
    def is_head(self) -> bool:
        """Whether a paragraph begins with the match."""
        words, first, _ = self._at
        return first == 0 and words.opens

    @property
    def before(self) -> str:
        """The word before the match, in lower case."""
        words, first, _ = self._at
        return word_before(words, first)

    @property
    def dates_noun(self) -> bool:
        """Whether the match stands before a noun: the May figures."""
        words, first, last = self._at
        after = word_after(words, last)
        is_beside = (words.classes[first - 1] if first else "t") in "tHh.'"
        return is_beside and after.isalpha() and words.texts[last].islower() and after not in PLAIN

    @property
    def hangs_on_noun(self) -> bool:
        """The lows of May; not the end of May, nor the 5th of May."""
        words, first, _ = self._at
        first -= words.classes[first - 1 : first] == "r"
        return word_before(words, first) == "of" and words.classes[max(0, first - 2) : max(0, first - 1)] == "."

    @property
    def before_pair(self) -> str:
        """The word before the match, or before the one that a stroke joins it to: for June/July."""
        words, first, _ = self._at
        return word_before(words, first - 2 if words.classes[max(0, first - 1)] == "_" and first > 1 else first)

    @property
    def after(self) -> str:
        """The word behind the match, in lower case."""
        words, _, last = self._at
        return word_after(words, last)

    @property
    def after_next(self) -> str:
        """The second word behind the match, in lower case without a stop: the month of `ended Sept. 30`."""
        words, _, last = self._at
        return word_after(words, last + 1).rstrip(".")

    @property
    def is_ahead(self) -> bool:
        """Whether `in` stands before and the clause looks ahead: in four years we shall be here again."""
        words, first, _ = self._at
        if (
            self.before != "in"
            or "-" in self.classes
            or self.classes[0] in "thlpng"
            or not _COUNTING.isdisjoint(words.classes[max(0, first - 6) : first])
        ):
            return False
        return direction(*self._at) in ("future", "will")

    @property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return [text.lower() for text in self.texts]

    def first(self, letters: str) -> str:
        """The first word of one of these classes, in lower case without a stop, or nothing."""
        for at, letter in enumerate(self.classes):
            if letter in letters:
                return self.texts[at].lower().rstrip(".")
        return ""

    def all(self, letters: str) -> list[str]:
        """All words of these classes, in lower case."""
        return [text.lower() for letter, text in zip(self.classes, self.texts, strict=True) if letter in letters]


Build = Callable[[Run], str | None]
"""Makes the pattern of a run, or None for what only looked like a time."""
