"""Whether `it` means somebody: `it said`, `it had sent`, `it was founded in 1997`; not `it was clear that`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import lexicon
from briefing.extract.clause_words import ADVERBS
from briefing.extract.participles import may_be_participle

_TAKEN = frozenset(["up", "over", "part", "control", "power", "office", "charge", "its", "on", "back", "down", "out"])
_ACTING = frozenset(["has", "had", "will", "would"])
_IDLE = frozenset(["was", "were", "took", "cost", "became"])


def it_acts(texts: Sequence[str], at: int) -> bool:
    """Whether the words that follow `it` tell what somebody does or undergoes."""
    at = _past_adverbs(texts, at)
    word = texts[at].lower() if at < len(texts) else ""
    following = texts[at + 1] if at + 1 < len(texts) else ""
    if word in ("was", "is"):
        return _undergoes(texts, at + 1)
    if word == "took" and following in _TAKEN:
        return True
    return word in _ACTING or word in lexicon.verbs("say") or (word in lexicon.verbs("past") and word not in _IDLE)


def _undergoes(texts: Sequence[str], at: int) -> bool:
    """`it was founded in 1997`; not `it was said that`, `it was expected to`."""
    at = _past_adverbs(texts, at)
    if at + 1 >= len(texts) or not (may_be_participle(texts[at]) or texts[at].endswith("ed")):
        return False
    return texts[at + 1] not in ("that", "to", "how", "whether", "who", "what")


def _past_adverbs(texts: Sequence[str], at: int) -> int:
    while at < len(texts) and (texts[at] in ADVERBS or texts[at].endswith("ly")):
        at += 1
    return at
