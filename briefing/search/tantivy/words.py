"""Texts as the index takes them: our tokens, spelled out so that a split at spaces gives each its position.

A word stands at an even position; behind it stands the joined form that begins there, or a mark that is no word.
`left al-Jufra` is `left . al aljufra jufra .`. Between paragraphs stand more marks than any phrase asked of the index
spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress
from operator import itemgetter, not_
from typing import NamedTuple

from briefing.search.tantivy.schema import BETWEEN, SHORT
from briefing.search.tokens import LONGEST, part_of_word, tokens

MARK = "."
"""Keeps a position free. No token is just that."""
_GAP, _HELD = b"\x01", b"\x02"
"""Stand between paragraphs until they are spelled out, and for the spaces in what is spelled out before the rest."""
_PARTED = b" %s " % _GAP
_MOST_CHUNKS = 200_000
_OUTSIDE = ".,'-\""
_PLAIN = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) in "'.,-\x01" else "'" if code == 0x60 else " "
    for code in range(128)
).encode() + bytes(128)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_start = itemgetter(slice(SHORT))


class _Chunk(NamedTuple):
    """What stands between two spaces and is no plain word: spelled out less its last mark, and what is in it."""

    held: bytes
    starts: frozenset[str]
    joined: frozenset[str]


class _Chunks(dict[bytes, _Chunk]):
    """Each is spelled out once."""

    def __missing__(self, chunk: bytes) -> _Chunk:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        places = [MARK] * BETWEEN if chunk == _GAP else _places(chunk.decode("utf-8", "surrogatepass"))
        held = _HELD.join(place.encode("utf-8", "surrogatepass") for place in places[:-1])
        starts = frozenset(place[:size] for place in places if place != MARK for size in range(1, SHORT + 1))
        self[chunk] = made = _Chunk(held, starts, frozenset(place for place in places[1::2] if place != MARK))
        return made


class _Starts(dict[bytes, frozenset[str]]):
    """The short prefixes of a plain word, by the longest of them."""

    def __missing__(self, start: bytes) -> frozenset[str]:
        self[start] = made = frozenset(start[:size].decode("ascii") for size in range(1, SHORT + 1))
        return made


def _places(text: str) -> list[str]:
    """A word, then the joined form that begins there or a mark; then the next one."""
    core = text.strip(_OUTSIDE)
    if core.isascii() and core.isalnum():
        return [core.lower()[:LONGEST], MARK]
    if _NUMBER.fullmatch(core):
        return [part_of_word(core)[:LONGEST], MARK]
    apart: list[str] = []
    pending = MARK
    for token in tokens(text):
        if token.joined:
            pending = token.text
        else:
            apart += (token.text, pending)
            pending = MARK
    return apart


_chunks, _starts = _Chunks(), _Starts()


class Spelling(NamedTuple):
    """Paragraphs spelled out; the short prefixes of their tokens; their joined tokens."""

    text: str
    starts: set[str]
    joined: set[str]

    def before(self, other: Spelling) -> Spelling:
        """These paragraphs, then others."""
        text = " ".join((self.text, *[MARK] * BETWEEN, other.text))
        return Spelling(text, self.starts | other.starts, self.joined | other.joined)


def spell(paragraphs: Sequence[str]) -> Spelling:
    """All paragraphs of a field. Plain words, which most are, go through C from end to end."""
    words = _apart(paragraphs)
    plain = list(map(bytes.isalnum, words))
    if words and max(map(len, words)) > LONGEST:
        plain = [kept and len(word) <= LONGEST for word, kept in zip(words, plain, strict=True)]
    starts: set[str] = set()
    starts.update(*map(_starts.__getitem__, set(map(_start, compress(words, plain)))))
    joined: set[str] = set()
    for at in compress(range(len(words)), map(not_, plain)):
        chunk = _chunks[words[at]]
        words[at] = chunk.held
        starts |= chunk.starts
        joined |= chunk.joined
    text = b" . ".join(filter(None, words)).replace(_HELD, b" ").decode("utf-8", "surrogatepass")
    return Spelling(f"{text} {MARK}" if text else "", starts, joined)


def _apart(paragraphs: Sequence[str]) -> list[bytes]:
    """No token of `search.tokens` goes beyond what this parts: in ASCII all that no token can hold, else spaces."""
    texts = [paragraph.encode("utf-8", "surrogatepass") for paragraph in paragraphs]
    whole = _PARTED.join(texts)
    if whole.count(_GAP) >= max(len(texts), 1) or _HELD in whole:
        whole = _PARTED.join(text.replace(_GAP, b" ").replace(_HELD, b" ") for text in texts)
    if not whole.isascii():
        return whole.lower().split()
    return whole.translate(_PLAIN).replace(b". ", b" ").replace(b", ", b" ").split()
