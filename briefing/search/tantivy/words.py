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
"""Prefixes of so many characters are words of their own field, so that one list answers them."""

_GAP = "\x01"
"""Stands between paragraphs until they are spelled out."""
_MOST_CHUNKS = 200_000
_OUTSIDE = ".,'-\""
_PLAIN = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) in "'.,-\x01" else "'" if code == 0x60 else " "
    for code in range(128)
)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_start = itemgetter(slice(SHORT))


class _Odd(NamedTuple):
    """A chunk that is not one word and nothing else: the prefixes of its tokens, its joined tokens."""

    starts: str
    joined: str


class _Chunks(dict[str, str]):
    """What stands between two spaces, as it is spelled out. Most of a text is made of few."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: dict[str, _Odd] = {}
        self.forget()

    def forget(self) -> None:
        """Begins anew."""
        self.clear()
        self.odd.clear()
        self[_GAP] = " ".join([MARK] * BETWEEN)

    def __missing__(self, text: str) -> str:
        core = text.strip(_OUTSIDE)
        if core.isascii() and core.isalnum():
            word = core.lower()[:LONGEST]
            spelled = f"{word} {MARK}"
            if core != text or word != text:
                self.odd[text] = _Odd(word[:SHORT], "")
        elif _NUMBER.fullmatch(core) and len(core) <= LONGEST:
            word = part_of_word(core)
            spelled = f"{word} {MARK}"
            self.odd[text] = _Odd(word[:SHORT], "")
        else:
            spelled = self._split(text)
        self[text] = spelled
        return spelled

    def _split(self, text: str) -> str:
        apart: list[str] = []
        joined: list[str] = []
        pending = MARK
        for token in tokens(text):
            if token.joined:
                pending = token.text
                joined.append(pending)
            else:
                apart += (token.text, pending)
                pending = MARK
        starts = dict.fromkeys(word[:SHORT] for word in apart if word != MARK)
        self.odd[text] = _Odd(" ".join(starts), " ".join(joined))
        return " ".join(apart)


_chunks = _Chunks()


class Spelling(NamedTuple):
    """Paragraphs spelled out; the prefixes of their tokens and their joined tokens, one or more to an item."""

    text: str
    starts: set[str]
    joined: list[str]


def spell(paragraphs: Sequence[str]) -> Spelling:
    """All paragraphs of a field."""
    apart = _apart(f" {_GAP} ".join(paragraph.replace(_GAP, " ") for paragraph in paragraphs))
    if len(_chunks) + len(apart) > _MOST_CHUNKS:
        _chunks.forget()
    text = " ".join(map(_chunks.__getitem__, apart))
    odd = set(filter(_chunks.odd.__contains__, apart))
    starts = set(map(_start, set(apart) - odd))
    starts.discard(_GAP)
    found = [_chunks.odd[chunk] for chunk in odd]
    starts.update(each.starts for each in found)
    return Spelling(text, starts, [each.joined for each in found if each.joined])


def _apart(text: str) -> list[str]:
    """No token of `search.tokens` goes beyond what this parts: in ASCII all that no token can hold, else spaces."""
    return text.translate(_PLAIN).split() if text.isascii() else text.split()
