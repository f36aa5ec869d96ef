"""Where the words stand that are worth a look: runs of capitals with the small words of names between them."""

from __future__ import annotations

from itertools import compress

from briefing.extract.reading import LONGEST_WORD, capital
from briefing.model.kept import Kept

LONGEST = 30
"""Words looked at together; a longer run of capitals is a list or a headline and is cut."""
_OTHER_SCRIPTS = "\u0370"
"""Nothing was learnt of names that are not in Latin letters."""
_SMALL = frozenset([
    "of", "for", "and", "the", "de", "da", "di", "do", "dos", "du", "del", "della", "der", "den", "la", "le", "van",
    "von", "bin", "bint", "ibn", "ben", "al", "el", "&", "on", "y", "e",
])  # fmt: skip


def runs(texts: list[str]) -> list[tuple[int, int]]:
    """First and past-the-last word of each run."""
    found: list[tuple[int, int]] = []
    capitals = [*map(_is_capital, texts), *_PAST_THE_LAST]
    end = 0
    for at in compress(range(len(texts)), capitals):
        if at >= end:
            end = _end(texts, capitals, at)
            found.append((at, end))
    return found


def _has_capital(word: str) -> bool:
    first = word[0]
    if first.islower():
        return "-" in word and capital(word)
    return first.isupper() and len(word) <= LONGEST_WORD and first < _OTHER_SCRIPTS


_is_capital = Kept(_has_capital).__getitem__


_PAST_THE_LAST = (False, False, False)
"""As far as is looked ahead from the end of a run."""


def _end(texts: list[str], capitals: list[bool], at: int) -> int:
    end = at + 1
    while end - at < LONGEST:
        if capitals[end]:
            end += 1
        elif capitals[end + 1] and texts[end] in _SMALL:
            end += 2
        elif capitals[end + 2] and texts[end] in _SMALL and texts[end + 1] in _SMALL:
            end += 3
        else:
            break
    return end
