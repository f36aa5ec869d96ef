"""Pairs of words that begin with one of the most common: a list of its own says which texts have them.

Both words of `of the` stand in most texts, and to compare all their places takes longer than anything else that is
asked. So behind each of HEADS it is noted how the next word begins: its first letter, and more of it, up to the whole,
where it may be one of HEADS itself. While a text is spelled out a mark stands behind each of them, and at the marks it
is cut: that is done in C.
"""

from __future__ import annotations

from operator import itemgetter

from briefing.model.query import Leaf, Node, Phrase, Prefix
from briefing.search.tantivy.schema import BEGINS, SHORT

HEADS = ("the", "of", "to", "in", "a")
"""Words of three in four articles and more with which phrases begin; each costs a build about one part in a hundred."""
_PAIR, _WHOLE = "+", "/"
"""Begins such a note, and ends that of a whole word; no token has them."""
_UNKNOWN = "?"
"""Stands for a note where nothing can be told yet."""
_CUT = b"\x04"
_FIRST, _MOST = 0x10, 20_000
_LETTERS = 3
"""Of the next word that are looked at."""
_STARTS = frozenset(word[:end] for word in HEADS for end in range(2, _LETTERS + 1))
"""How one of HEADS begins."""
_SIGNS = bytes(range(_FIRST, _FIRST + len(HEADS)))
HEAD_MARKS = {word.encode(): _CUT + _SIGNS[at : at + 1] for at, word in enumerate(HEADS)}
"""What is written behind a word while a text is spelled out."""
_WHOLES = frozenset(
    b"%c %b %b%b" % (sign, word, BEGINS.encode(), word[:SHORT]) for sign in _SIGNS for word in HEAD_MARKS
)
"""What stands between two marks where the words before them stand beside each other."""
_start = itemgetter(slice(0, 2 + _LETTERS))


def unmarked(text: bytes) -> bytes:
    """Without the marks."""
    return text.translate(None, _CUT + _SIGNS) if _CUT in text else text


def pairs(text: bytes) -> str:
    """The notes on a text that is spelled out with marks."""
    made = _noted_at(text)
    if _UNKNOWN in made:  # where a sign stands alone nothing is spelled, and between two spaces there is no word
        made = _noted_at(b" ".join(text.split()))
    return made


def _noted_at(text: bytes) -> str:
    pieces = text.split(_CUT)[1:]
    if len(_notes) > _MOST:
        _notes.clear()
    return " ".join(map(_notes.__getitem__, {*map(_start, pieces), *_WHOLES.intersection(pieces)}))


def note_of(phrase: Phrase) -> str:
    """The note that says that a text has a phrase; "" where there is none for it."""
    if len(phrase.tokens) != 2 or phrase.slop or phrase.tokens[0] not in HEADS:
        return ""
    head, word = phrase.tokens
    if not phrase.goes_on:
        return _noted(head, word) + _WHOLE if word in HEADS else ""
    return _noted(head, word) if word in _STARTS or (len(word) == 1 and _is_plain(word)) else ""


def is_listed(tree: Node) -> bool:
    """Whether a list or a few answer it."""
    return isinstance(tree, Prefix) or (isinstance(tree, Phrase) and bool(note_of(tree)))


def tells_only_titles(leaf: Leaf) -> bool:
    """Whether nothing but the title tells its hits apart: not how often nor where they have it."""
    return is_listed(leaf) or (isinstance(leaf, Phrase) and leaf.goes_on)


def _noted(head: str, word: str) -> str:
    return f"{_PAIR}{head}{_PAIR}{word}"


def _is_plain(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


class _Notes(dict[bytes, str]):
    """By the sign of the first word, a space, and the next word or how it begins."""

    def __missing__(self, key: bytes) -> str:
        head, word = HEADS[key[0] - _FIRST], key[2:].partition(b" ")[0].decode("utf-8", "replace")
        if key in _WHOLES:
            made = [_noted(head, word) + _WHOLE]
        elif not _is_plain(word[:1]):
            made = [_UNKNOWN] if not word and len(key) > 2 else []
        else:
            ends = [end for end in range(1, len(word) + 1) if end == 1 or word[:end] in _STARTS]
            made = [_noted(head, word[:end]) for end in ends]
        self[key] = told = " ".join(made)
        return told


_notes = _Notes()
