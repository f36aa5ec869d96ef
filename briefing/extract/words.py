"""Text cut into words and punctuation, with offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from briefing.model.frozen import frozen
from briefing.model.kept import Kept
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


class WordAt(dict[int, int]):
    """Numbers of words by an offset at which they stand; kept, since most rules ask for those of a time."""

    __slots__ = ("_starts",)

    def __init__(self, starts: list[int]) -> None:
        self._starts = starts

    def __missing__(self, offset: int) -> int:
        self[offset] = at = max(bisect_right(self._starts, offset) - 1, 0)
        return at


def split_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Words keep inner hyphens and apostrophes (Yunus-bek, Haftar’s); every other sign stands alone."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    here = start
    for piece in text[start:end].split():
        here = text.find(piece, here)  # only blanks lie between, so that the first find is the piece itself
        after = here + len(piece)
        if cut := _cut(piece):
            for word, first, last in cut:
                texts.append(word)
                starts.append(here + first)
                ends.append(here + last)
        else:
            texts.append(piece)
            starts.append(here)
            ends.append(after)
        here = after
    return Words(texts, starts, ends)


def _cut_piece(piece: str) -> tuple[tuple[str, int, int], ...]:
    found = tuple((match[0].replace("’", "'"), *match.span()) for match in _WORD.finditer(piece))
    return () if found[0][0] == piece else found


_cut = Kept(_cut_piece).__getitem__
"""The words between two blanks, with where each starts and ends in there; nothing where that is one word."""
bare: Callable[[str], str] = Kept(lambda word: word[:-2] if word.endswith(("'s", "'S")) else word).__getitem__
"""The word without a possessive ending."""
