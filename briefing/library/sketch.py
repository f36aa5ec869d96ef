"""A small mark of an article's words by which near copies are known: wire copies, light edits, cuts.

The bottom-k sketch of Broder, "On the resemblance and containment of documents" (1997): of all runs of three folded
words, hashed, the k smallest hashes. The share that two sketches have in common estimates the share of runs that the
texts have in common (Jaccard), with a standard error of at most 0.5 / sqrt(k).
"""

from __future__ import annotations

import heapq
import re
import struct
import zlib
from collections.abc import Iterable

from briefing.model.fold import fold

SIZE = 48
RUN = 3
"""Words in a run: with a fifth of the words changed, half of the runs are left."""
COPY_FROM = 0.2
"""Texts that resemble each other at least so much are copies; news told anew shares a few runs in a hundred."""
_FEWEST = 12
"""Runs that a text must have to be compared at all."""
_WORD = re.compile(r"\w+")
_SPREAD = 0x9E3779B1
"""An odd constant that spreads checksums over all 32 bits (Knuth's multiplicative hash)."""

Sketch = tuple[int, ...]


def sketch(paragraphs: Iterable[str]) -> Sketch:
    """The smallest hashes of a text's runs of words, in order; empty for a text too short to be compared."""
    words = [word for paragraph in paragraphs for word in _WORD.findall(fold(paragraph))]
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if len(runs) < _FEWEST:
        return ()
    hashes = {zlib.crc32(run.encode("utf-8", "surrogatepass")) * _SPREAD & 0xFFFFFFFF for run in runs}
    return tuple(heapq.nsmallest(SIZE, hashes))


def resemblance(one: Sketch, other: Sketch) -> float:
    """The estimated share of runs that two texts have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    both = set(one).intersection(other)
    smallest = sorted({*one, *other})[:SIZE]
    return len(both.intersection(smallest)) / len(smallest)


def pack(marks: Sketch) -> bytes:
    """As the store keeps it."""
    return struct.pack(f"<{len(marks)}I", *marks)


def unpack(packed: bytes) -> Sketch:
    """As it was packed."""
    return struct.unpack(f"<{len(packed) // 4}I", packed)
