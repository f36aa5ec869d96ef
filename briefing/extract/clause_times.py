"""Words that name a time, for the cutting of clauses: `sold up that Christmas`, `said last month it would`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import time_words
from briefing.extract.clause_words import TIME_PREPOSITIONS, listed

UNITS = listed(
    "day night morning afternoon evening noon midnight dawn dusk week weekend fortnight month quarter season year "
    "decade century hour moment spring summer autumn winter christmas easter ramadan"
)
"""Lower-case nouns of time; `fall` and `second` mean too much else."""
_DAYS = frozenset(time_words.MONTHS) - {"may", "march"} | frozenset(time_words.WEEKDAYS)
TIME_NOUNS = UNITS | _DAYS
_SELF = listed("same very first last next past previous following coming early late")
"""Between a pointing word and its noun of time."""
_POINTING = listed("last this next that the early late each every earlier later")

_LATER = frozenset(["later", "earlier", "before", "after", "afterwards"])


def points_to_time(low: Sequence[str], at: int) -> bool:
    """`that Christmas`, `that same winter`, by the word after `that`."""
    following = low[at + 1] if at + 1 < len(low) else ""
    if following in _SELF:
        following = low[at + 2] if at + 2 < len(low) else ""
    return following in TIME_NOUNS


def time_end(low: Sequence[str], at: int) -> int:
    """The word after the plain expression of time that begins here; the same word where none does."""
    end = at
    while end < len(low) and end - at < 2 and (low[end] in _POINTING or low[end] in _SELF):
        end += 1
    if end >= len(low) or not (low[end] in TIME_NOUNS or (end == at and _is_year(low[end]))):
        return at
    end += 1
    while end < len(low) and end - at < 5 and (low[end].isdecimal() or low[end] in TIME_NOUNS):
        end += 1
    return end


def is_time(low: Sequence[str]) -> bool:
    """`a week later`, `the next day`, `in May`: whether these words only say when."""
    if not low:
        return False
    if time_end(low, low[0] in TIME_PREPOSITIONS and low[0] not in _POINTING) == len(low):
        return True
    return len(low) > 2 and low[-1] in _LATER and low[-2].removesuffix("s") in UNITS


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal()
