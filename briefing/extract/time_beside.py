"""What stands beside words that a rule of time matched."""

from __future__ import annotations

from briefing.extract.time_words import TimeWords

OWNERS = frozenset(["his", "her", "their", "my"])
"""Who owns an age, not a year."""
DETERMINERS = OWNERS | frozenset(
    ["the", "a", "an", "its", "our", "this", "that", "these", "those", "'s", "’s", "each", "every", "some"]
)
"""What opens a noun."""
_PLAIN_WORDS = """was has is and or but in on at to of by for from with as than while when where which that the a he
she it they after before who whose had were are elections"""
PLAIN = frozenset(_PLAIN_WORDS.split()) | DETERMINERS
"""What may follow a year that stands for itself."""


def word_after(words: TimeWords, last: int) -> str:
    """The word behind a match, in lower case, or nothing."""
    return words.texts[last].lower() if last < len(words.texts) else ""


def word_before(words: TimeWords, first: int) -> str:
    """The word before a match, in lower case, or nothing."""
    return words.texts[first - 1].lower() if first else ""
