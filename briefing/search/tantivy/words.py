"""Texts as the index takes them: our tokens, spelled out so that a split at spaces gives each its position.

A word stands at an even position; behind it stands the joined form that begins there, or a mark that is no word.
`left al-Jufra` is `left . al aljufra jufra .`. Between paragraphs stand more marks than any phrase asked of the index
spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.search.tokens import LONGEST, tokens

MARK = "."
"""Keeps a position free. No token is just that."""
BETWEEN = 32
"""Positions between paragraphs, at least."""
SHORT = 2
"""Prefixes of so many characters are words of their own field, so that one list answers them."""
TITLE_START = "^"
"""Before the prefixes of the title's words."""

_GAP = f" {MARK}" * BETWEEN + " "
_MOST_CHUNKS = 200_000
_OUTSIDE = ".,'-\""
_PLAIN = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) in "'.,-" else "'" if code == 0x60 else " "
    for code in range(128)
)


class Chunk(NamedTuple):
    """What stands between two spaces: spelled out, the short prefixes of its tokens, its joined tokens."""

    spelled: str
    starts: str
    joined: str


class _Chunks(dict[str, Chunk]):
    """Chunks already read; most of a text is made of few."""

    def __missing__(self, text: str) -> Chunk:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        core = text.strip(_OUTSIDE)
        if core.isascii() and core.isalnum():
            word = core.lower()[:LONGEST]
            chunk = Chunk(f"{word} {MARK}", _starts((word,)), "")
        else:
            chunk = _spelled(text)
        self[text] = chunk
        return chunk


def _spelled(text: str) -> Chunk:
    apart: list[str] = []
    joined: list[str] = []
    pending = MARK
    for token in tokens(text):
        if token.joined:
            pending = token.text
            joined.append(token.text)
        else:
            apart += (token.text, pending)
            pending = MARK
    return Chunk(" ".join(apart), _starts(word for word in apart if word != MARK), " ".join(joined))


def _starts(words: object) -> str:
    return " ".join(sorted({word[:size] for word in words for size in range(1, SHORT + 1)}))  # type: ignore[attr-defined]


class Spelling(NamedTuple):
    """Paragraphs spelled out; distinct short prefixes, one or more to an item; distinct joined tokens likewise."""

    text: str
    starts: set[str]
    joined: set[str]


_chunks = _Chunks()


def spell(paragraphs: Sequence[str]) -> Spelling:
    """All paragraphs of a field."""
    spelled: list[str] = []
    starts: set[str] = set()
    joined: set[str] = set()
    for paragraph in paragraphs:
        found = [_chunks[chunk] for chunk in _apart(paragraph)]
        if found:
            words, begun, held = zip(*found, strict=True)
            spelled.append(" ".join(words))
            starts.update(begun)
            joined.update(held)
    return Spelling(_GAP.join(spelled), starts, joined)


def _apart(text: str) -> list[str]:
    """No token of `search.tokens` goes beyond what this parts: in ASCII all that no token can hold, else spaces."""
    return text.translate(_PLAIN).split() if text.isascii() else text.split()
