"""Texts as the index takes them: our tokens, spelled out so that a split at spaces gives each its position.

A word stands at an even position; behind it stands the joined form that begins there, or a mark that is no word.
`left al-Jufra` is `left . al aljufra jufra .`. Between paragraphs stand more marks than any phrase asked of the index
spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from briefing.search.tokens import LONGEST, part_of_word, tokens

MARK = "."
"""Keeps a position free. No token is just that."""
BETWEEN = 32
"""Positions between paragraphs; an even number."""

SHORT = 2
"""Prefixes of up to so many characters are words of their own field, so that one list answers them."""

_GAP = "\x01"
"""Stands between paragraphs until they are spelled out."""
_MOST_CHUNKS = 200_000
_OUTSIDE = ".,'-\""
_PLAIN = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) in "'.,-\x01" else "'" if code == 0x60 else " "
    for code in range(128)
)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_start, _first = itemgetter(slice(SHORT)), itemgetter(0)


class _Chunks(dict[str, str]):
    """What stands between two spaces, as it is spelled out. Most of a text is made of few."""

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        core = text.strip(_OUTSIDE)
        if core.isascii() and core.isalnum():
            spelled = f"{core.lower()[:LONGEST]} {MARK}"
        elif _NUMBER.fullmatch(core):
            spelled = f"{part_of_word(core)[:LONGEST]} {MARK}"
        elif text == _GAP:
            spelled = " ".join([MARK] * BETWEEN)
        else:
            spelled = _split(text)
        self[text] = spelled
        return spelled


def _split(text: str) -> str:
    apart: list[str] = []
    pending = MARK
    for token in tokens(text):
        if token.joined:
            pending = token.text
        else:
            apart += (token.text, pending)
            pending = MARK
    return " ".join(apart)


_chunks = _Chunks()


class Spelling(NamedTuple):
    """Paragraphs spelled out; the short prefixes of their tokens; their joined tokens."""

    text: str
    starts: set[str]
    joined: set[str]


def spell(paragraphs: Sequence[str]) -> Spelling:
    """All paragraphs of a field."""
    apart = _apart(f" {_GAP} ".join(paragraph.replace(_GAP, " ") for paragraph in paragraphs))
    text = " ".join(map(_chunks.__getitem__, apart))
    places = text.split()
    words, joined = set(places[::2]), set(places[1::2])
    words.discard(MARK)
    joined.discard(MARK)
    starts = {*map(_start, words), *map(_start, joined)}
    return Spelling(text, {*starts, *map(_first, starts)}, joined)


def _apart(text: str) -> list[str]:
    """No token of `search.tokens` goes beyond what this parts: in ASCII all that no token can hold, else spaces."""
    if not text.isascii():
        return text.split()
    return text.translate(_PLAIN).replace(". ", " ").replace(", ", " ").split()
