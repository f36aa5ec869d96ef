"""Texts as the index takes them: our tokens, spelled out so that a split at spaces gives each its position.

A word stands at an even position, and behind it how it begins: `left al-Jufra` is `left ~le al ~al jufra ~ju`, so that
words that begin with two letters are one list, in phrases too. Joined forms, which few articles have, stand at the end
of the text, each as a paragraph of its own; `Spelling.beside` tells what they stand beside. Between paragraphs stand
more marks than any phrase asked of the index spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from briefing.search.tantivy.schema import BETWEEN, SHORT
from briefing.search.tokens import LONGEST, Token, part_of_word, tokens

MARK = "."
"""Keeps a position free. No token is just that."""
BEGINS = "~"
"""Stands before the first characters of a word; no token has it."""
_GAP, _ODD, _END = b"\x01", b"\x02", b"\x03"
"""Stand between paragraphs until they are spelled out; before what is odd, and behind its place among the odd."""
_APART = f" {_GAP.decode()} "
_MARKS = b" ".join([MARK.encode()] * BETWEEN)
_NO_LETTER = bytes(code for code in range(256) if not bytes((code,)).isalnum())
_MOST_CHUNKS = 100_000
_OUTSIDE = ".,'-\""
_PLAIN = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) in "'.,-\x01" else "'" if code == 0x60 else " "
    for code in range(128)
).encode() + bytes(128)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_first = itemgetter(0)


class Beside(NamedTuple):
    """Two tokens at neighbouring places, one of them a joined form."""

    left: str
    right: str
    begins: int = 0
    """Characters of the first part of `right`, where that is the joined form."""

    def said(self, field: str) -> str:
        """As one token."""
        return f"{neighbours(field, self.left, self.right)}/{self.begins}"


def neighbours(field: str, left: str, right: str) -> str:
    """How the token begins that says what stands beside each other in a field; `/` and `begins` follow."""
    return f"{field}{BEGINS}{left}{BEGINS}{right}"


class Spelling(NamedTuple):
    """Paragraphs spelled out less their joined forms; the first letters of their words; the joined forms."""

    text: str
    letters: str
    beside: Sequence[Beside] = ()
    joined: frozenset[str] = frozenset()

    @property
    def whole(self) -> str:
        """The text with the joined forms."""
        if not self.joined:
            return self.text
        return f" {_MARKS.decode()} ".join((self.text, *(_said((word,)) for word in sorted(self.joined))))


class _Chunks(dict[bytes, bytes]):
    """What stands between two spaces, spelled out once; what is odd names its place among the odd."""

    def __init__(self) -> None:
        super().__init__({_GAP: _MARKS})
        self.odd: list[list[Token]] = []

    def forget(self) -> None:
        """Begins anew."""
        self.clear()
        self.odd.clear()
        self[_GAP] = _MARKS

    def __missing__(self, chunk: bytes) -> bytes:
        found = _tokens(chunk.decode("utf-8", "surrogatepass"))
        words = [token.text for token in found if not token.joined]
        made = _said(words).encode("utf-8", "surrogatepass")
        if words and (len(found) > 1 or words[0][:1].encode("utf-8", "surrogatepass") != chunk[:1]):
            made = b"%b%d%b%b" % (_ODD, len(self.odd), _END, made)
            self.odd.append(found)
        self[chunk] = made
        return made


def _said(words: Sequence[str]) -> str:
    return " ".join(f"{word} {BEGINS}{word[:SHORT]}" for word in words)


def _tokens(text: str) -> list[Token]:
    core = text.strip(_OUTSIDE)
    if core.isascii() and core.isalnum():
        return [Token(core.lower()[:LONGEST], 0, 0, 0)]
    if _NUMBER.fullmatch(core):
        return [Token(part_of_word(core)[:LONGEST], 0, 0, 0)]
    return tokens(text)


_chunks = _Chunks()


def spell(paragraphs: Sequence[str]) -> Spelling:
    """All paragraphs of a field."""
    words, said = _spelled(paragraphs)
    return _spelling(words, said)


def spell_article(title: str, story: Sequence[str]) -> tuple[Spelling, Spelling]:
    """The title, and the title with the story."""
    words, said = _spelled((title, *story))
    end = words.index(_GAP) if story else len(words)
    return _spelling(words[:end], said[:end]), _spelling(words, said)


def _spelled(paragraphs: Sequence[str]) -> tuple[list[bytes], list[bytes]]:
    """What stands between spaces, as it is and spelled out; in C from end to end."""
    if len(_chunks) > _MOST_CHUNKS:
        _chunks.forget()
    words = _apart(paragraphs)
    return words, list(map(_chunks.__getitem__, words))


def _apart(paragraphs: Sequence[str]) -> list[bytes]:
    """No token of `search.tokens` goes beyond what this parts: in ASCII all that no token can hold, else spaces."""
    whole = _APART.join(paragraphs)
    if whole.count(_APART[1]) >= max(len(paragraphs), 1):
        whole = _APART.join(text.replace(_APART[1], " ") for text in paragraphs)
    if not whole.isascii():
        return whole.encode("utf-8", "surrogatepass").lower().split()
    return whole.encode().translate(_PLAIN).split()


def _spelling(words: Sequence[bytes], said: Sequence[bytes]) -> Spelling:
    letters = bytes(set(map(_first, words))).translate(None, _NO_LETTER).decode()
    text = b" ".join(said)
    if _ODD not in text:
        return Spelling(text.decode("utf-8", "surrogatepass"), letters)
    return _with_odd(text, letters)


def _with_odd(text: bytes, letters: str) -> Spelling:
    """What is odd has more letters, and perhaps a joined form: beside it are the word before and its second part."""
    first, *others = text.split(_ODD)
    parts, known = [first], set(letters)
    beside: list[Beside] = []
    for other in others:
        at, _, rest = other.partition(_END)
        found = _chunks.odd[int(at)]
        last = ""
        for place, token in enumerate(found):
            if not token.joined:
                known.add(token.text[:1])
                last = token.text
                continue
            last = last or _last_of(parts)
            beside.append(Beside(token.text, found[place + 2].text))
            if last:
                beside.append(Beside(last, token.text, len(found[place + 1].text)))
        parts.append(rest)
    joined = frozenset(pair.left for pair in beside if not pair.begins)
    return Spelling(b"".join(parts).decode("utf-8", "surrogatepass"), "".join(known), beside, joined)


def _last_of(parts: Sequence[bytes]) -> str:
    """The last word so far, if the paragraph has one."""
    for part in reversed(parts):
        if found := part.rsplit(None, 2)[-2:]:
            return "" if found[-1] == MARK.encode() else found[0].decode("utf-8", "surrogatepass")
    return ""
