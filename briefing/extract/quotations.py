"""Which words of a sentence stand within quotation marks."""

from __future__ import annotations

_QUOTES = frozenset('"“”«»')
_SHORT_QUOTATION = 5
"""Words; a shorter quotation is a choice of words, not a speech."""


def quoted(texts: list[str]) -> list[bool]:
    """Whether each word stands within quotation marks; a few words in quotes are no speech."""
    marks = [False] * len(texts)
    start = -1
    for at, text in enumerate(texts):
        if text not in _QUOTES:
            continue
        if start < 0 or text == "“":
            start = at
        else:
            if at - start - 1 > _SHORT_QUOTATION:
                marks[start:at] = [True] * (at - start)
            start = -1
    if start >= 0 and len(texts) - start > _SHORT_QUOTATION:
        marks[start:] = [True] * (len(texts) - start)
    return marks
