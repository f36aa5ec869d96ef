"""Whom `the latter` and `the former` mean: of those who were just named, the last, and of two the first."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.told import Named, is_able
from briefing.extract.words import bare

_PAIR = frozenset(["latter", "former"])
MOST = 12
"""Names of a sentence that are looked at."""


def says_which(texts: Sequence[str], at: int) -> bool:
    """`the latter said`, `the former's lawyer`; not `the former minister`."""
    if at >= len(texts) or bare(texts[at]).lower() not in _PAIR:
        return False
    if texts[at] != bare(texts[at]) or bare(texts[at]).lower() == "latter":
        return True
    following = texts[at + 1] if at + 1 < len(texts) else "."
    return not following[0].isalpha() or following in ("was", "is", "had", "has", "will", "would", "said", "and")


def which_of(word: str, here: Sequence[Named], before: Sequence[Named]) -> Named | None:
    """The one meant, of those named in the sentence before the word, or else in the sentence before."""
    for some in (here, before):
        able = [one for one in some[-MOST:] if is_able(one)]
        last = {one.actor: one for one in able}
        if len(last) == 2:
            return next(iter(last.values())) if word == "former" else able[-1]
        if last:
            return able[-1] if word == "latter" and len(last) > 2 else None
    return None
