"""Text cut into words and punctuation, with offsets."""

from __future__ import annotations

from briefing.model.frozen import frozen
from briefing.model.pattern import lazy

_WORD = lazy(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_][\w]*(?:[-'’&][^\W_]+)*|\w+|[^\w\s]")
"""Each character can start or continue one branch only, so that the time is linear in the text."""


@frozen
class Words:
    """Parallel lists: the words of a stretch of text, and where each starts and ends."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.texts)


def split_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Words keep inner hyphens and apostrophes (Yunus-bek, Haftar’s); every other sign stands alone."""
    found = Words([], [], [])
    texts, starts, ends = found.texts, found.starts, found.ends
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        texts.append(match[0].replace("’", "'"))
        starts.append(match.start())
        ends.append(match.end())
    return found


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word.endswith(("'s", "'S")) else word
