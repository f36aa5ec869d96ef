"""Words of time that are part of a name or of a measure here: the Sunday Times, USA Today, 90 miles an hour."""

from __future__ import annotations

from briefing.extract.time_beside import word_after, word_before
from briefing.extract.time_words import TimeWords

_WRITES = frozenset(["said", "says", "reported", "quoted", "wrote", "added", "told"])
_PRICED = frozenset("$%N")
_PAPERS = frozenset(
    ["Times", "Mail", "Telegraph", "Mirror", "Express", "Herald", "Independent", "Post", "Tribune", "Star", "Sun"]
)
_SPEEDS = frozenset(["miles", "kilometers", "kilometres", "km", "knots", "meters", "metres", "feet"])
_SHOWS = frozenset(["show", "programme", "program"])


def is_weekday(words: TimeWords, first: int, last: int) -> bool:
    """Not the Sunday Times."""
    return words.texts[last : last + 1] == [] or words.texts[last] not in _PAPERS


def is_day_word(words: TimeWords, first: int, last: int) -> bool:
    """Not USA Today, nor the Today show."""
    word, before = words.texts[first], words.texts[first - 1 : first]
    if not word.istitle() or not before:
        return True
    return not before[0][0].isupper() and word_after(words, last) not in _SHOWS


def is_set(words: TimeWords, first: int, last: int) -> bool:
    """Not the Farmers Daily, nor what a daily said, nor the party daily Granma, nor $5 annually."""
    word, after = words.texts[first], words.texts[last : last + 1]
    if first and word[0].isupper() and word.istitle():
        return False
    if word_after(words, last) in _WRITES or (word.lower() == "daily" and after and after[0][0].isupper()):
        return False
    return word.lower() != "annual" and _PRICED.isdisjoint(words.classes[max(0, first - 5) : first])


def is_speed(words: TimeWords, first: int) -> bool:
    """90 miles an hour."""
    return word_before(words, first) in _SPEEDS
