"""Rows of the article list: state, date with its certainty, note, title, tags, source, and the snippet of a search."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from briefing.app.draw.cells import Piece, pad, width
from briefing.app.draw.ink import Ink
from briefing.app.draw.labels import tag_words
from briefing.app.draw.wrap import break_lines
from briefing.model.hit import Card, Snippet
from briefing.model.story import Fold

_SOURCE = 14
_SOURCE_FROM = 72
_FOLD_FROM = 100
"""Cells of a row from which it says in words what it stands for."""
_TITLE_SEEN = 400
_TAGS = 6
"""Of a row this part is for tags, and what the title leaves free besides, so that no title is crowded out."""


class Marks(NamedTuple):
    """What the reader decided of an article."""

    read: bool = False
    starred: bool = False
    noted: bool = False
    tags: tuple[str, ...] = ()


class CardRow(NamedTuple):
    """A card as it stands in the list."""

    card: Card
    chosen: bool = False
    active: bool = False
    read: bool = False
    starred: bool = False
    snippet: Snippet | None = None
    noted: bool = False
    tags: tuple[str, ...] = ()
    picked: bool = False
    """Among the rows that the next key is about."""

    @property
    def state(self) -> str:
        """`+>N* `: selected, chosen, new, starred; each also readable without colour."""
        picked, chosen = "+" if self.picked else " ", ">" if self.chosen else " "
        return f"{picked}{chosen}{' ' if self.read else 'N'}{'*' if self.starred else ' '} "

    def after_day(self, ink: Ink) -> str:
        """Two cells between day and title: the note's mark."""
        return f"{ink.glyphs.note} " if self.noted else "  "

    def ground(self, ink: Ink) -> Style:
        if not self.chosen:
            return ink.look.marked if self.picked else ink.look.text
        return ink.look.selected if self.active else ink.look.marked


def flat(row: CardRow, part: int, room: int, ink: Ink) -> list[Piece]:
    """Line `part` of a card in the stack: one line, and a second for the snippet."""
    if part:
        return _snippet(row.snippet, 7, ink)
    card = row.card
    head = f"{row.state}{card.day:<10}{row.after_day(ink)}{f'{ink.glyphs.branch} ' if card.inside else ''}"
    source = ink.cut(card.source, _SOURCE) if room >= _SOURCE_FROM else ""
    told = fold_words(card.fold, ink) if room >= _FOLD_FROM else ""
    tail = "".join(f"  {each}" for each in (told, fold_mark(card.fold), source) if each) or " "
    if row.tags:
        free = room - width(head) - width(tail) - width(ink.cut(shown_title(card), room)) - 2
        tail = f"  {tag_words(row.tags, max(room // _TAGS, free), ink)}{tail}"
    title = pad(ink.cut(shown_title(card), room - width(head) - width(tail)), room - width(head) - width(tail))
    if row.chosen or row.picked:
        # One style for the whole row: the fewest bytes for the commonest key.
        return [(head + title + tail, row.ground(ink))]
    look = ink.look
    return [(head, look.text), (title + tail, look.text if row.read else look.unread)]


def tall(row: CardRow, part: int, room: int, ink: Ink) -> list[Piece]:
    """Line `part` of a card in columns: state, date and source; the title; its rest or the snippet."""
    card, look = row.card, ink.look
    if part == 0:
        mark, after = fold_mark(card.fold), row.after_day(ink)
        left = room - 17 - (len(mark) + 3 if mark else 0)
        tags = (
            tag_words(row.tags, max(left - 2 - width(ink.cut(card.source, left)), left // 2 - 1), ink)
            if row.tags
            else ""
        )
        source = ink.cut(card.source, left - (width(tags) + 2 if tags else 0))
        put = f"  {tags}" if tags and source else tags
        told = f"{' ' * (room - 18 - width(source) - width(put) - len(mark))}{mark}" if mark else ""
        if row.chosen or row.picked:
            return [(f"{row.state}{card.day:<10}{after}{source}{put}{told}", row.ground(ink))]
        day = look.date if card.published else look.guess
        first: list[Piece] = [(row.state, look.text), (f"{card.day:<10}", day), (after, look.text)]
        rest = [(text, style) for text, style in ((put, look.muted), (told, look.text)) if text]
        return [*first, (source, look.source), *rest]
    if part == 3:
        return _snippet(row.snippet, 3, ink)
    margin = f"   {ink.glyphs.branch if part == 1 else ' '} " if card.inside else "   "
    title = _title_line(shown_title(card), part, room - len(margin) - 1, ink)
    line: list[Piece] = [(margin, look.text), (title, look.text if row.read else look.unread)]
    told = fold_words(card.fold, ink) if part == 2 else ""
    gap = room - len(margin) - 1 - width(title) - width(told)
    return [*line, (f"{' ' * gap}{told}", look.muted)] if told and gap > 1 else line


def fold_words(fold: Fold | None, ink: Ink) -> str:
    """`3 copies · 2 sources`; `2+` where some name none."""
    if fold is None:
        return ""
    outlets = f"{fold.sources}{'+' if fold.unknown else ''}" if fold.sources else "?"
    noun = "source" if outlets == "1" else "sources"
    return f"{fold.articles:,} copies {ink.glyphs.dot} {outlets} {noun}"


def fold_mark(fold: Fold | None) -> str:
    """`+2`: two more articles tell it; `-2` once they stand below."""
    return f"{'-' if fold.is_open else '+'}{fold.articles - 1:,}" if fold else ""


def shown_title(card: Card) -> str:
    """A title that the file does not give is its first words, and stands in quotes."""
    return f"“{card.title}”" if card.title_derived else card.title


def _title_line(title: str, part: int, room: int, ink: Ink) -> str:
    title = ink.glyphs.plain(title[:_TITLE_SEEN])
    lines = list(break_lines(title, 0, len(title), max(room, 1)))
    if part > len(lines):
        return ""
    start, end = lines[part - 1]
    return ink.cut(title[start:], room) if part == 2 else title[start:end]


def _snippet(snippet: Snippet | None, indent: int, ink: Ink) -> list[Piece]:
    look = ink.look
    if snippet is None:
        return []
    pieces: list[Piece] = [(" " * indent, look.text), (f"p{snippet.paragraph} ", look.paragraph)]
    at = 0
    for span in snippet.hits:
        pieces.append((ink.glyphs.plain(snippet.text[at : span.start]), look.muted))
        pieces.append((ink.glyphs.plain(snippet.text[span.start : span.end]), look.hit))
        at = span.end
    pieces.append((ink.glyphs.plain(snippet.text[at:]), look.muted))
    return pieces
