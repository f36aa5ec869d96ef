"""What verb forms a word may be by itself, and whether an auxiliary before it has opened its group."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from briefing.extract import lexicon
from briefing.extract.clause_words import (
    ADVERBS,
    AUXILIARIES,
    BARE_PRESENTS,
    DETERMINERS,
    PREPOSITIONS,
    PRESENTS,
    SHORT_DENIALS,
    SURE_PASTS,
    TO_DO,
)
from briefing.model.kept import Kept

LONGEST_WORD = 40
_DENIALS = (*SHORT_DENIALS, "cannot")
_NO_ADVERBS = frozenset(
    ["italy", "july", "family", "assembly", "reply", "supply", "ally", "rally", "anomaly", "monopoly"]
)
_UN_VERBS = frozenset(
    [
        "unveiled",
        "united",
        "unleashed",
        "unloaded",
        "unsealed",
        "unearthed",
        "unfolded",
        "unified",
        "uncovered",
        "unlocked",
    ]
)
_OPENERS = frozenset(["to", "be", "been", "being", "having"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves", "both", "all", "each"])
"""`was herself held`."""


class Form(Enum):
    """What a word may be, by itself."""

    NONE = auto()
    AUXILIARY = auto()
    BARE = auto()
    SURE_BARE = auto()
    """Without -s, and no noun."""
    PRESENT = auto()
    SURE_PRESENT = auto()
    PAST = auto()
    IN_S = auto()
    """Ends in -s and stands in no table: a plural, or a verb."""


def _form_of(word: str) -> Form:
    if word in lexicon.verbs("modal") or word in AUXILIARIES or word.endswith(_DENIALS):
        return Form.AUXILIARY
    if word in lexicon.verbs("sure_bare"):
        return Form.SURE_BARE
    if word in BARE_PRESENTS:
        return Form.BARE
    if word in lexicon.verbs("sure_present"):
        return Form.SURE_PRESENT
    if word in lexicon.verbs("say") and word.endswith("s") and word not in PRESENTS:
        return Form.PAST
    if word in PRESENTS or (word in lexicon.verbs("present") and word.endswith("s")):
        return Form.PRESENT
    if is_past_form(word):
        return Form.PAST
    in_s = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return Form.IN_S if in_s and 4 <= len(word) <= LONGEST_WORD and word.isalpha() else Form.NONE


form_of: Callable[[str], Form] = Kept(_form_of).__getitem__
"""The form of a word in lower case."""


def is_past_form(word: str) -> bool:
    """Whether a word may be a past form; most of them may be participles as well."""
    if word in lexicon.verbs("no_verb"):
        return False
    if word in lexicon.verbs("say") or word in lexicon.verbs("past") or word in lexicon.verbs("denied"):
        return True
    if word.startswith("un") and word not in _UN_VERBS and not word.startswith("under"):
        return False  # unchanged, unpunished
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed") and "-" not in word


is_adverb: Callable[[str], bool] = Kept(
    lambda word: word in ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)
).__getitem__
"""Whether a word in lower case is one of the adverbs known, or looks like one: quickly, not Italy."""


def is_ambiguous(word: str) -> bool:
    """Whether the past form may be a participle as well."""
    return word not in SURE_PASTS and word not in lexicon.verbs("modal") and not word.endswith("s")


def does_to(low: list[str], at: int) -> bool:
    """`agreed to leave`, `failed to win`: no participle, for an infinitive follows."""
    if low[at] not in TO_DO or low[at + 1 : at + 2] != ["to"] or at + 2 >= len(low):
        return False
    after = low[at + 2]
    return after[0].isalpha() and after not in DETERMINERS and after not in PREPOSITIONS


def inside_group(low: list[str], at: int) -> bool:
    """`was quickly held`, `had been`: an auxiliary stands before, with nothing but adverbs between."""
    for back in range(at - 1, at - 4 if at > 3 else -1, -1):
        opens = _opens_group(low[back])
        if opens is not None:
            return opens
    return False


def _opens(word: str) -> bool | None:
    if word in AUXILIARIES or word.endswith(SHORT_DENIALS) or word in _OPENERS:
        return True
    return None if is_adverb(word) or word in _REFLEXIVE else False


_opens_group = Kept(_opens).__getitem__
"""Whether a word in lower case opens a verb group; None where it may stand inside one."""
