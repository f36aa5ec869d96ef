"""Two printings of a report, word by word: `[-gone-] {+new+}`, with marks on each line, so that it needs no colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.style import Style

from briefing.app.draw.cells import Piece, width
from briefing.app.draw.entry import Entry
from briefing.app.draw.ink import Ink
from briefing.app.draw.ledger import cut_left
from briefing.app.draw.wrap import break_lines
from briefing.model.article import Article
from briefing.model.diff import Bit, Change, Passage, Same
from briefing.model.hit import Card
from briefing.model.text import Span

_MARKS = {Change.GONE: ("[-", "-]"), Change.NEW: ("{+", "+}"), Change.SAME: ("", "")}
_MARGIN = 8
_DATE = 10


class Changed(NamedTuple):
    """What a line with a change stands for: the words in the old article where they are gone, else in the new one."""

    is_gone: bool
    place: Span
    begins: bool
    """A place where the texts differ begins on this line."""


class _Word(NamedTuple):
    text: str
    bit: Bit
    begins: bool


def card_line(mark: str, card: Card, room: int, ink: Ink) -> list[Piece]:
    """`--- 2021-03-01  Halden Wire  first.md  The first report`."""
    look = ink.look
    head = f" {mark} {card.day:<{_DATE}}  "
    left = max(room - len(head) - 1, 0)
    source = ink.cut(card.source or "?", left // 4)
    name = cut_left(card.name, left // 3, ink)
    title = ink.cut(card.title, left - width(source) - width(name) - 4)
    return [(head, look.date), (f"{source}  ", look.source), (f"{name}  ", look.paragraph), (title, look.text)]


def change_entries(told: Sequence[Passage | Same], old: Article, new: Article, room: int, ink: Ink) -> Iterator[Entry]:
    """A line an entry; those with a change can be chosen."""
    for at, each in enumerate(told):
        if at:
            yield Entry(((),))
        if isinstance(each, Same):
            noun = "paragraph" if each.paragraphs == 1 else "paragraphs"
            words = ink.cut(f"{ink.glyphs.ellipsis} {each.paragraphs:,} {noun} the same", room - _MARGIN)
            yield Entry((((f"{' ' * _MARGIN}{words}", ink.look.muted),),))
        else:
            yield from _passage(each, old, new, room, ink)


def _passage(passage: Passage, old: Article, new: Article, room: int, ink: Ink) -> Iterator[Entry]:
    bit = next((bit for bit in passage.bits if bit.change is not Change.GONE), passage.bits[0])
    article = old if bit.change is Change.GONE else new
    label = f"p{article.text.paragraph_at(bit.place.start) + 1}"
    for line in _lines(passage.bits, max(room - _MARGIN - 1, 12), ink):
        pieces: list[Piece] = [(f"  {label:>{_MARGIN - 3}} ", ink.look.paragraph), *_pieces(line, ink)]
        label = ""
        changed = [word for word in line if word.bit.change is not Change.SAME]
        target = None
        if changed:
            first = next((word for word in changed if word.begins), changed[0])
            begins = any(word.begins for word in changed)
            target = Changed(first.bit.change is Change.GONE, first.bit.place, begins)
        yield Entry((tuple(pieces),), target=target)


def _lines(bits: Sequence[Bit], room: int, ink: Ink) -> Iterator[list[_Word]]:
    """Words in lines of at most `room` cells, the marks that each line needs counted in."""
    line: list[_Word] = []
    used = 0
    for word in _words(bits, room - 4, ink):
        opens = not line or line[-1].bit is not word.bit
        size = width(word.text) + (len("".join(_MARKS[word.bit.change])) if opens else 0)
        if line and used + 1 + size > room:
            yield line
            line, used = [], 0
            size = width(word.text) + len("".join(_MARKS[word.bit.change]))
        used += size + bool(line)
        line.append(word)
    if line:
        yield line


def _words(bits: Sequence[Bit], room: int, ink: Ink) -> Iterator[_Word]:
    before = Change.SAME
    for bit in bits:
        begins = bit.change is not Change.SAME and before is Change.SAME
        before = bit.change
        if bit.left_out:
            mark = ink.glyphs.ellipsis
            yield _Word(f"{mark} {bit.left_out:,} words {mark}", bit, False)
            continue
        for word in bit.text.split():
            plain = ink.glyphs.plain(word)
            for start, end in break_lines(plain, 0, len(plain), room) if width(plain) > room else ((0, len(plain)),):
                yield _Word(plain[start:end], bit, begins)
                begins = False


def _pieces(line: Sequence[_Word], ink: Ink) -> Iterator[Piece]:
    for at, word in enumerate(line):
        opens, closes = _MARKS[word.bit.change]
        first = not at or line[at - 1].bit is not word.bit
        last = at == len(line) - 1 or line[at + 1].bit is not word.bit
        style = _style(word.bit, ink)
        blank = " " if at else ""
        if first:
            yield blank, ink.look.text
            blank = ""
        yield f"{blank}{opens if first else ''}{word.text}{closes if last else ''}", style


def _style(bit: Bit, ink: Ink) -> Style:
    look = ink.look
    if bit.left_out:
        return look.muted
    return {Change.GONE: look.error, Change.NEW: look.hit, Change.SAME: look.text}[bit.change]
