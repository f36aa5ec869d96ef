"""Titles within a run of capitalised words: Deputy Defense Minister, Lt. Gen., FEMA Director."""

from __future__ import annotations

from functools import cache

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.evidence import is_given
from briefing.extract.phrases import people
from briefing.model.kept import Kept
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.extract.reading import Reading

COURTESY = {
    "Mr": "he", "Sir": "he", "Mrs": "she", "Ms": "she", "Miss": "she", "Lady": "she", "Dame": "she", "Dr": "",
}  # fmt: skip
"""Titles that tell no office, and whether he or she bears them, where they say so."""
OF_OFFICE = frozenset(
    ["Police", "Staff", "State", "Defense", "Defence", "Justice", "Education", "Health", "Finance", "Agriculture"]
)
"""Superintendent of Police, Minister of Health: what an office is for."""
ALSO_SURNAMES = listed(
    "Bar Park Lane Castle Street Hill Hills Bridge Bridges Church Court Lake House Forest River Rivers Wood Woods "
    "Field Fields Marsh Pond Beach Camp Cross Tower Bay Hall Mills Wells Stone Fort Banks Brooks"
)
"""Surnames that are words for places and bodies as well."""
_INSIDE = frozenset(["of", "Foreign", "State"])
_OFFICIALS = listed(
    "chief head director minister president commander leader spokesman spokeswoman secretary chairman chairwoman "
    "governor mayor senator judge lawyer professor analyst ambassador general colonel captain major sergeant officer"
)


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word for title in lexicon.words("titles") for word in title.split())


@cache
def title_heads() -> frozenset[str]:
    """Words with which a title ends."""
    return frozenset(title.split()[-1] for title in lexicon.words("titles"))


_may_open = Kept(lambda word: word in _title_words() or word in _INSIDE).__getitem__
"""Whether a title may begin with the word."""


def title_length(words: list[str]) -> int:
    """How many words at the head are a title: Deputy Defense Minister, Lt . Gen ., 0 for none."""
    length = 0
    if not words or not _may_open(words[0]):
        return 0
    for at, word in enumerate(words):
        if word in _title_words():
            if word in title_heads():
                length = at + 1
        elif word == "." and at and words[at - 1] in _title_words():
            length = at + 1 if length == at else length
        elif word in OF_OFFICE and at > 1 and words[at - 1] == "of" and length == at - 1:
            length = at + 1
        elif word not in _INSIDE:
            break
    return length


def title_inside(words: list[str]) -> int:
    """Where a title stands inside a run, with a name behind it: FEMA Director X, House Majority Leader X; else 0."""
    for at in range(1, len(words) - 1):
        length = title_length(words[at:]) if _may_open(words[at]) else 0
        if length and at + length < len(words):
            return at
    return 0


def name_of_official(before: str, words: list[str]) -> int:
    """Which word begins `Ronen Bar` after `Minister`, or with `the head` before it; -1 where this is no person."""
    title = title_length(words)
    if title:
        return title if len(words) - title == 2 else -1
    is_held = len(words) == 2 and before in _OFFICIALS and words[0] not in lexicon.words("plain")
    return 0 if is_held else -1


def opens_with_role(reading: Reading, at: int, words: list[str]) -> bool:
    """`Owner Ann Marie Wray`, `Landlord Tom Wray`: with a capital because it opens the sentence, or by house style."""
    low = words[0].lower()
    if low not in people():
        return False
    opens = is_given(words[1]) and not reading.at(at - 1)[:1].isalnum()
    return (opens or low in lexicon.words("roles")) and not is_given(words[0])
