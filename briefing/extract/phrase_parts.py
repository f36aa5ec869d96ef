"""What the words of a description tell: whose it is and which, where from, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import lexicon
from briefing.extract.clause_words import ADVERBS, PREPOSITIONS, listed
from briefing.extract.lexicon import How
from briefing.extract.phrases import Phrase, known
from briefing.extract.words import bare


def parts(texts: Sequence[str], phrase: Phrase) -> list[tuple[int, int]]:
    """First word and head of what is meant: of `the company's founder` first the company, then the founder."""
    if phrase.owner == phrase.first:
        return [(phrase.first, phrase.head)]
    owner = phrase.owner - 1
    found = []
    if texts[owner] != bare(texts[owner]) and all(text.islower() for text in texts[phrase.first : owner]):
        found.append((phrase.first, owner))
    return [*found, (phrase.owner, phrase.head)]


def given_to(texts: Sequence[str], at: int, phrase: Phrase) -> Phrase:
    """`refused the company permission`: who gets something, without what he gets."""
    if at < 1 or texts[at - 1] not in _GIVING or phrase.owner != phrase.first or texts[phrase.head] in known():
        return phrase
    some = (word for word in range(phrase.first, phrase.head) if texts[word] in known())
    head = next(some, phrase.head)
    return phrase._replace(head=head, last=head + 1)


def tells_nothing(word: str) -> bool:
    """Whether a word before the noun leaves open which one is meant."""
    if word in lexicon.heads("plain_modifiers") or word.endswith(("-based", "ed", "ly", "-owned", "year-old", "-old")):
        return True
    return is_demonym(word)


_GIVING = listed(
    "gave gives give given refused refuses granted grants denied offered offers sold lent paid pays sent handed "
    "awarded promised fined owed owes cost told"
)
_APPOSED = 10
"""Words of what stands between the commas."""
_NOUNS_TOO = frozenset(["cut", "hit", "run", "set", "split", "cast", "spread", "left", "bid", "lead"])
_PARTISANS = listed(
    "Democrat Republican Conservative Liberal Socialist Communist Tory Jesuit Dominican Franciscan Kurd Bavarian Scot "
    "Catalan Basque Texan Londoner Parisian Californian"
)
"""Who belongs to a party, an order or a region, in the place of a name."""
_PEOPLES = ("sh", "ch", "ese", "ss", "s")
"""With these endings all of a people are meant."""


def is_native(texts: Sequence[str], at: int) -> bool:
    """Whether `the` goes with a demonym and no noun: `The Spaniard, 41, won`, not `the Spanish king`."""
    word = texts[at] if at < len(texts) else "."
    if not word[0].isupper() or word.endswith(_PEOPLES) or not (is_demonym(word) or word in _PARTISANS):
        return False
    following = texts[at + 1] if at + 1 < len(texts) else "."
    if following in ADVERBS and at + 2 < len(texts):
        following = texts[at + 2]  # The Finn also won
    if not following[0].isalpha():
        return following in (",", ".", ";")
    is_past = following in lexicon.verbs("past") and following not in _NOUNS_TOO
    return is_past or following in lexicon.verbs("be_have") or following in lexicon.verbs("say")


def is_apposed(texts: Sequence[str], at: int) -> bool:
    """Whether what begins here says what the name before the comma is: `Vane, the contractor hired in May,`."""
    if at < 2 or texts[at - 1] != "," or not texts[at - 2][0].isupper() or texts[at - 2] in lexicon.words("days"):
        return False
    first = at - 2
    while first and texts[first - 1][0].isupper():
        first -= 1
    before = texts[first - 1].lower() if first else ""
    if before == "the" and first > 1:
        before = texts[first - 2].lower()
    return before not in PREPOSITIONS and "," in texts[at : at + _APPOSED]


def named_after(texts: Sequence[str], at: int) -> int:
    """Where the name stands in `the captain, a Maltese named X`, `the kidnappers, a band known as X`; else 0."""
    if texts[at : at + 1] != [","] or at + 1 >= len(texts) or texts[at + 1] not in ("a", "an", "the"):
        return 0
    for here in range(at + 2, min(len(texts) - 1, at + _APPOSED)):
        if texts[here] in ("named", "called", "as") and texts[here + 1][0].isupper():
            return here + 1 if texts[here] != "as" or texts[here - 1] == "known" else 0
        if not texts[here][0].isalpha():
            return 0
    return 0


def is_demonym(word: str) -> bool:
    """Whether a word says from which state somebody is."""
    return any(entry.how is How.DEMONYM for _, entry in lexicon.gazetteer().get(word.capitalize(), ()))


def land_of(word: str) -> str:
    """The state that a demonym means, or nothing: Dane and Danish are one."""
    some = lexicon.gazetteer().get(word.capitalize(), ())
    return next((entry.name for _, entry in some if entry.how is How.DEMONYM), "")
