"""The pieces of a query as typed: words, quoted words, brackets, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.enumeration import StrEnum
from briefing.model.frozen import frozen
from briefing.model.pattern import lazy
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

QUOTES = '"“”„‟«»＂'


class Kind(StrEnum):
    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    FIELD = "field:"
    QUOTED = "quoted"
    WORD = "word"


@frozen
class Piece:
    """`text` is what stands between quotes, or the word; `after` is the `~5` behind closing quotes."""

    kind: Kind
    text: str
    at: int
    end: int
    after: str = ""
    closed: bool = True


_PIECE = lazy(
    rf"(?P<open>\()|(?P<close>\))|(?P<quoted>[{QUOTES}])"
    rf"|(?P<minus>-(?=[^\s)]))|(?P<field>[A-Za-z]+:(?!//))|(?P<word>[^\s(){QUOTES}]+)"
)
_VALUE = lazy(rf"[^\s(){QUOTES}]+")
_CLOSING = lazy(f"[{QUOTES}]")
_AFTER = lazy(r"[~*][0-9]*")


def pieces(raw: str) -> Iterator[Piece]:
    """Reads a query from left to right; nothing here can fail."""
    at = 0
    if raw.isascii() and raw.replace(" ", "a").isalnum():  # words alone, which cost no expression
        for word in raw.split():
            at = raw.index(word, at)
            yield Piece(Kind.WORD, word, at, at + len(word))
            at += len(word)
        return
    after_field = False
    while at < len(raw):
        if raw[at].isspace():
            at, after_field = at + 1, False
            continue
        found = (_VALUE.match(raw, at) if after_field else None) or _PIECE.match(raw, at)
        if found is None:  # a sign that stands for nothing
            at += 1
            continue
        piece = _quoted(raw, at) if found.lastgroup == "quoted" else _plain(found)
        after_field = piece.kind is Kind.FIELD
        at = piece.end
        yield piece


def _plain(found: re.Match[str]) -> Piece:
    kinds = {"open": Kind.OPEN, "close": Kind.CLOSE, "minus": Kind.MINUS, "field": Kind.FIELD}
    return Piece(kinds.get(found.lastgroup or "", Kind.WORD), found.group(), found.start(), found.end())


def _quoted(raw: str, at: int) -> Piece:
    closing = _CLOSING.search(raw, at + 1)
    if closing is None:
        return Piece(Kind.QUOTED, raw[at + 1 :], at, len(raw), closed=False)
    after = _AFTER.match(raw, closing.end())
    end = after.end() if after else closing.end()
    return Piece(Kind.QUOTED, raw[at + 1 : closing.start()], at, end, after.group() if after else "")
