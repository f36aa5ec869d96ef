"""Did you mean: queries near one that finds nothing. What is typed stays as it is but for the words that nobody wrote.

A word that no article has gives way to near ones: one edit away, where that finds nothing two, or cut in two, or put
together with its neighbour. Where every word is known but no article has them all, a rare one gives way to one that is
much more frequent. Only what finds something is suggested; what is left out with a minus is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, product
from typing import NamedTuple, Protocol

from briefing.model.suggestion import Suggestion
from briefing.search.engine import Stop, never
from briefing.search.lexer import Kind, Piece, pieces
from briefing.search.tokens import tokens

TEXT, TITLE = "text", "title"
_FIELDS = ("title", "who", "place", "source", "tag")
"""Fields whose values are words that can be misspelt."""
_NEAR = 6
_MISSING = 3
"""Words of a query that may be wrong at once."""
_TRIED = 24
_MORE = 10
"""So many times more articles must have a word that is to stand for one that some do have."""
_SHORTEST = {1: 3, 2: 5}
"""Letters of a word that may be so many edits away."""


class Wordbook(Protocol):
    """Which words there are, and what a query finds."""

    def near(self, kind: str, word: str, distance: int, limit: int) -> Sequence[str]:
        """Words of the texts, of titles, or of the names of a field, the most frequent first."""
        ...

    def count(self, raw: str) -> int:
        """How many articles a query finds."""
        ...


class _Slot(NamedTuple):
    """A word of the query that may be wrong."""

    start: int
    end: int
    word: str
    kind: str
    quoted: bool

    @property
    def alone(self) -> str:
        """The word as a query of its own."""
        return f'"{self.word}"' if self.kind == TEXT else f'{self.kind}:"{self.word}"'


def did_you_mean(raw: str, book: Wordbook, stop: Stop = never, limit: int = 3) -> list[Suggestion]:
    """Queries that find something, the nearest and then the most fruitful first; none when stopped."""
    slots = list(_slots(raw))
    if not slots or stop() or book.count(raw):
        return []
    missing: list[_Slot] = []
    for slot in slots:
        if stop():
            return []
        if not book.count(slot.alone):
            missing.append(slot)
    if len(missing) > _MISSING:
        return []
    for distance in (1, 2):
        texts = list(_texts(raw, slots, missing, distance, book, stop))
        if found := _fruitful(raw, texts, book, stop):
            return found[:limit]
    return []


def _fruitful(raw: str, texts: Iterable[str], book: Wordbook, stop: Stop) -> list[Suggestion]:
    found = []
    for text in islice((text for text in dict.fromkeys(texts) if text != raw), _TRIED):
        if stop():
            return []
        if articles := book.count(text):
            found.append(Suggestion(text, articles))
    return sorted(found, key=lambda each: -each.articles)


def _texts(
    raw: str, slots: Sequence[_Slot], missing: Sequence[_Slot], distance: int, book: Wordbook, stop: Stop
) -> Iterator[str]:
    """Queries to try."""
    for group in [missing] if missing else [[slot] for slot in slots]:
        if stop():
            return
        choices = [_instead(slot, distance, book, known=not missing) or [raw[slot.start : slot.end]] for slot in group]
        for words in product(*choices):
            yield _put(raw, group, words)
    if distance == 1:
        yield from _together(raw, slots, missing)


def _instead(slot: _Slot, distance: int, book: Wordbook, known: bool) -> list[str]:
    """What may stand for one word."""
    found: list[str] = []
    if len(slot.word) >= _SHORTEST[distance]:
        found += (word for word in book.near(slot.kind, slot.word, distance, _NEAR) if word != slot.word)
    if known:
        least = _MORE * max(book.count(slot.alone), 1)
        return [word for word in found if book.count(slot._replace(word=word).alone) >= least]
    if distance == 1 and slot.kind in (TEXT, TITLE):
        halves = [f"{slot.word[:at]} {slot.word[at:]}" for at in range(2, len(slot.word) - 1)]
        quoted = halves if slot.quoted else [f'"{each}"' for each in halves]
        field = "" if slot.kind == TEXT else f"{slot.kind}:"
        found += (each for each, half in zip(quoted, halves, strict=True) if book.count(f'{field}"{half}"'))
    return found


def _together(raw: str, slots: Sequence[_Slot], missing: Sequence[_Slot]) -> Iterator[str]:
    """Neighbours written as one word: `al jufra` for `aljufra`."""
    for left, right in pairwise(slots):
        between = raw[left.end : right.start]
        one_is_missing = not missing or left in missing or right in missing
        if between and between.isspace() and left.kind == right.kind == TEXT and one_is_missing:
            yield f"{raw[: left.end]}{raw[right.start :]}"


def _put(raw: str, slots: Sequence[_Slot], words: Sequence[str]) -> str:
    for slot, word in sorted(zip(slots, words, strict=True), reverse=True):
        raw = f"{raw[: slot.start]}{word}{raw[slot.end :]}"
    return raw


def _slots(raw: str) -> Iterator[_Slot]:
    """The words that can make a query find nothing: of the text, and of names."""
    field, minus = "", False
    inside: list[tuple[str, bool]] = []
    """The field and the minus of each open bracket."""
    for piece in pieces(raw):
        around = inside[-1] if inside else ("", False)
        if piece.kind is Kind.MINUS:
            minus = not minus
        elif piece.kind is Kind.FIELD:
            field = piece.text[:-1].lower()
        elif piece.kind is Kind.OPEN:
            inside.append((field or around[0], minus or around[1]))
            field, minus = "", False
        elif piece.kind is Kind.CLOSE:
            if inside:
                inside.pop()
            field, minus = "", False
        else:
            of = field or around[0]
            if not (minus or around[1]) and (not of or of in _FIELDS):
                yield from _words(piece, of or TEXT)
            field, minus = "", False


def _words(piece: Piece, kind: str) -> Iterator[_Slot]:
    if (piece.kind is Kind.WORD and piece.text == "OR") or "~" in piece.text:
        return
    at = piece.at + (piece.kind is Kind.QUOTED)
    for token in tokens(piece.text):
        if not token.joined:
            yield _Slot(at + token.start, at + token.end, token.text, kind, piece.kind is Kind.QUOTED)
