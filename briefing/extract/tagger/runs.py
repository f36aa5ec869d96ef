"""Where the words stand that are worth a look: runs of capitals with the small words of names between them."""

from __future__ import annotations

from briefing.extract.reading import LONGEST_WORD, capital
from briefing.extract.words import Kept

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
    capitals = [*map(_is_capital, texts), True]
    at = capitals.index(True)
    while at < len(texts):
        end = _end(texts, at)
        found.append((at, end))
        at = capitals.index(True, end)
    return found


def _has_capital(word: str) -> bool:
    first = word[0]
    if first.islower():
        return "-" in word and capital(word)
    return first.isupper() and len(word) <= LONGEST_WORD and first < _OTHER_SCRIPTS


_is_capital = Kept(_has_capital).__getitem__


def _end(texts: list[str], at: int) -> int:
    end, count = at + 1, len(texts)
    while end < count and end - at < LONGEST:
        if _is_capital(texts[end]):
            end += 1
        elif end + 1 < count and texts[end] in _SMALL and _is_capital(texts[end + 1]):
            end += 2
        elif end + 2 < count and texts[end] in _SMALL and texts[end + 1] in _SMALL and _is_capital(texts[end + 2]):
            end += 3
        else:
            break
    return end
