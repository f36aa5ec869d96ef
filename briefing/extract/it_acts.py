"""Whether `it` means somebody: `it said`, `it had sent`, `it was founded in 1997`; not `it was clear that`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import lexicon
from briefing.extract.clause_words import ADVERBS, listed
from briefing.extract.participles import may_be_participle

_TAKEN = listed("up over part control power office charge its on them him back down out")
_ACTING = frozenset(["has", "had", "will", "would"])
_IDLE = listed(
    "was were took cost became seemed appeared happened turned emerged transpired mattered looked helped rained snowed "
    "needed remained followed"
)
"""What befalls or only seems, with nobody who does it."""
_WILLS = listed(
    "expects plans hopes wants intends aims refuses agrees denies believes thinks fears knows sells buys makes builds "
    "owns runs employs holds keeps operates serves offers pays promises threatens demands asks leads controls"
)
"""What only somebody does."""
_IN_HAND = listed(
    "expected due scheduled set supposed required obliged forced ordered allowed likely believed known thought"
)
_NOBODY = listed("be rain snow take become happen last")
"""`it is expected to rain`"""
_SHORT = 4


def it_acts(texts: Sequence[str], at: int) -> bool:
    """Whether the words that follow `it` tell what somebody does or undergoes."""
    at = _past_adverbs(texts, at)
    word = texts[at].lower() if at < len(texts) else ""
    following = texts[at + 1] if at + 1 < len(texts) else ""
    if word in _WILLS:
        return following != "that"
    if word in ("was", "is"):
        return _undergoes(texts, at + 1)
    if word in ("took", "takes") and following in _TAKEN:
        return True
    if word in _ACTING or word in lexicon.verbs("say"):
        return True
    is_past = word in lexicon.verbs("past") or (word.endswith("ed") and len(word) > _SHORT)
    return is_past and word not in _IDLE and following not in ("that", "to", "as", "like")


def _undergoes(texts: Sequence[str], at: int) -> bool:
    """`it was founded in 1997`; not `it was said that`, `it was expected to`."""
    at = _past_adverbs(texts, at)
    if at + 2 < len(texts) and texts[at] in _IN_HAND and texts[at + 1] == "to":
        return texts[at + 2] not in _NOBODY
    if at + 1 >= len(texts) or not (may_be_participle(texts[at]) or texts[at].endswith("ed")):
        return False
    return texts[at + 1] not in ("that", "to", "how", "whether", "who", "what")


def _past_adverbs(texts: Sequence[str], at: int) -> int:
    while at < len(texts) and (texts[at] in ADVERBS or texts[at].endswith("ly")):
        at += 1
    return at
