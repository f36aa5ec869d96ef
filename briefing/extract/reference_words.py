"""The words without a name that may mean somebody, told apart so that all others are passed by."""

from __future__ import annotations

from briefing.extract.clause_words import OWNERS
from briefing.extract.pair_nouns import COUNTS, kinds_of, kinds_of_many
from briefing.model.kept import Kept

HE, SHE = frozenset(["he", "his", "him"]), frozenset(["she", "her"])
PERSONAL = {"he": "he", "He": "he", "him": "he", "she": "she", "She": "she"}
"""Who is meant by these in a speech is looked for as well."""
THEY = frozenset(["they", "their"])
SHORT = {f"{word}'{end}": word for word in ("he", "she", "they") for end in ("s", "d", "ll", "re", "ve")}
"""`He's due to leave`: pronouns with the verb that follows."""
IT = frozenset(["it", "its"])
ARTICLES = frozenset(["the", "both", "each", *OWNERS])
QUOTE, MAY_MEAN, THE, OWNER = 1, 2, 3, 4


def _marked(text: str) -> int:
    low = SHORT.get(text.lower(), text.lower())
    if text in ('"', "“", "”"):
        return QUOTE
    if low == "the":
        return THE
    if low in HE | SHE | THEY | IT | ARTICLES:
        return MAY_MEAN
    return OWNER if text.endswith(("'s", "s'")) else 0


mark = Kept(_marked).__getitem__
"""What a word may do here (`References.read`), 0 for most, which are passed by; owners count where they are names."""
opens_pair = Kept(
    lambda noun: noun == "two" or noun in COUNTS or bool(kinds_of(noun, counted=False) or kinds_of_many(noun))
).__getitem__
"""`the two sides`; other descriptions with an article are resolved before (`mentions`)."""
