"""A short mark of a paragraph's words, by which it is found again after the text moved or was lightly edited."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.digest import blake2b
from briefing.model.fold import fold

BITS = 64
NEAR = 12
"""Bits by which marks of one paragraph may differ: a tenth of its words changed. Of different ones half do."""
_TELLING = 4
"""Letters of a word that is not in every paragraph."""
_WORDS = 2000
"""Words of a paragraph that are looked at."""


def passage_mark(words: str) -> str:
    """Sixteen hex digits: each bit is what most of the words say it is, each asked once, the short ones not at all."""
    found = "".join(c if c.isalnum() else " " for c in fold(words[: _WORDS * 12])).split()[:_WORDS]
    telling = {word for word in found if len(word) >= _TELLING} or {" ".join(found)}
    votes = [0] * BITS
    for word in telling:
        bits = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        for at in range(BITS):
            votes[at] += 1 if bits >> at & 1 else -1
    return f"{sum(1 << at for at in range(BITS) if votes[at] > 0):016x}"


def nearest(mark: str, paragraphs: Sequence[str], at: int, reach: int = 300) -> int | None:
    """The index of the paragraph that the mark is of: the one at `at` if it fits, else the best within reach."""
    wanted = int(mark, 16)
    best: tuple[int, int, int] | None = None
    for index in sorted(range(max(at - reach, 0), min(at + reach + 1, len(paragraphs))), key=lambda n: abs(n - at)):
        apart = (int(passage_mark(paragraphs[index]), 16) ^ wanted).bit_count()
        if apart == 0:
            return index
        if apart <= NEAR and (best is None or (apart, abs(index - at)) < best[:2]):
            best = apart, abs(index - at), index
    return best[2] if best else None
