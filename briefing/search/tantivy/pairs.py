"""Pairs of words that begin with one of the most common: a list of its own says which texts have them.

Both words of `of the` stand in most texts, and to compare all their places takes longer than anything else that is
asked. So behind each of HEADS it is noted how the next word begins: its first letter, and more of it, up to the whole,
where it may be one of HEADS itself. While a text is spelled out a mark stands behind each of them, and there it is cut:
that is done in C.
"""

from __future__ import annotations

from operator import itemgetter

from briefing.model.query import Leaf, Node, Phrase, Prefix
from briefing.search.tantivy.schema import BEGINS, SHORT

HEADS = ("the", "of", "to", "in", "a")
"""Words of three in four articles and more with which phrases begin, told apart by how they begin; each costs a build
about one part in a hundred."""
_PAIR, _WHOLE = "+", "/"
"""Begins such a note, and ends that of a whole word; no token has them."""
_UNKNOWN = "?"
"""Stands for a note where nothing can be told yet."""
HEAD_MARK = b"\x04"
_BEHIND = {f" {BEGINS}{word[:SHORT]} ": word for word in HEADS}
"""What stands behind such a mark, by which the word before it is known."""
_MOST = 50_000
_STARTS = frozenset(word[:end] for word in HEADS for end in range(2, len(word) + 1))
"""How one of HEADS begins."""
_KEY = max(map(len, _BEHIND)) + max(map(len, HEADS)) + 1
"""What is looked at behind a mark; less than that stands there where the next word is another of HEADS."""
_start = itemgetter(slice(0, _KEY))


def told_and_noted(text: bytes) -> tuple[bytes, str]:
    """A text that is spelled out with marks: without them, and the notes on it."""
    first, *pieces = text.split(HEAD_MARK)
    if len(_notes) > _MOST:
        _notes.clear()
    noted = " ".join({*map(_notes.__getitem__, map(_start, pieces))})
    if _UNKNOWN in noted:  # where a sign stands alone nothing is spelled, and between two spaces there is no word
        return told_and_noted(b" ".join(text.split()))
    return b"".join((first, *pieces)), noted


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
    """By what stands behind a mark: how the word before it begins, and the next word or how that begins."""

    def __missing__(self, key: bytes) -> str:
        behind = key.decode("utf-8", "replace")
        made: list[str] = []
        for begins, head in _BEHIND.items():
            if behind.startswith(begins):
                word, more, _ = behind[len(begins) :].partition(" ")
                if _is_plain(word[:1]):
                    made.append(_noted(head, word[:1]))
                    if word in HEADS or word[:SHORT] in _STARTS:
                        made += (_noted(head, word[:end]) for end in range(2, len(word) + 1) if word[:end] in _STARTS)
                        made += [_noted(head, word) + _WHOLE] if word in HEADS and len(key) < _KEY else []
                elif more and not word:
                    made.append(_UNKNOWN)
                break
        self[key] = told = " ".join(made)
        return told


_notes = _Notes()
