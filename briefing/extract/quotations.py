"""Which words of a sentence stand within quotation marks, and which hyphens are dashes."""

from __future__ import annotations

from briefing.extract.words import Words

_QUOTES = frozenset('"“”«»')
_SHORT_QUOTATION = 5
"""Words; a shorter quotation is a choice of words, not a speech."""


def quoted(texts: list[str]) -> list[bool]:
    """Whether each word stands within quotation marks; a few words in quotes are no speech."""
    marks = [False] * len(texts)
    if _QUOTES.isdisjoint(texts):
        return marks
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


def dashes(words: Words) -> list[str]:
    """The words, with a hyphen between blanks, single or double, as the dash that it stands for; not in `2010 - 11`."""
    texts = list(words.texts)
    for at in range(1, len(texts) - 1):
        if words.texts[at] != "-":
            continue
        before, after = words.texts[at - 1], words.texts[at + 1]
        apart = words.starts[at] > words.ends[at - 1] or before == "-"
        open_after = words.starts[at + 1] > words.ends[at] or after == "-"
        if apart and open_after and not (before[0].isdigit() and after[0].isdigit()):
            texts[at] = "–"
    return texts
