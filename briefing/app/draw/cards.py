"""Rows of the article list: state, date with its certainty, title, source, and the snippet of a search."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from briefing.app.draw.cells import Piece, pad, width
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.model.hit import Card, Snippet

_SOURCE = 14
_SOURCE_FROM = 72
_TITLE_SEEN = 400


class CardRow(NamedTuple):
    """A card as it stands in the list."""

    card: Card
    chosen: bool = False
    active: bool = False
    read: bool = False
    starred: bool = False
    snippet: Snippet | None = None

    @property
    def state(self) -> str:
        """` >N* `: chosen, new, starred; each also readable without colour."""
        chosen, new, star = ">" if self.chosen else " ", " " if self.read else "N", "*" if self.starred else " "
        return f" {chosen}{new}{star} "

    def ground(self, ink: Ink) -> Style:
        if not self.chosen:
            return ink.look.text
        return ink.look.selected if self.active else ink.look.marked


def flat(row: CardRow, part: int, room: int, ink: Ink) -> list[Piece]:
    """Line `part` of a card in the stack: one line, and a second for the snippet."""
    if part:
        return _snippet(row.snippet, 7, ink)
    card = row.card
    head = f"{row.state}{card.day:<10}  "
    source = ink.cut(card.source, _SOURCE) if room >= _SOURCE_FROM else ""
    tail = f"  {source}" if source else " "
    title = pad(ink.cut(shown_title(card), room - len(head) - width(tail)), room - len(head) - width(tail))
    if row.chosen:
        # One style for the whole row: the fewest bytes for the commonest key.
        return [(head + title + tail, row.ground(ink))]
    look = ink.look
    return [(head, look.text), (title + tail, look.text if row.read else look.unread)]


def tall(row: CardRow, part: int, room: int, ink: Ink) -> list[Piece]:
    """Line `part` of a card in columns: state, date and source; the title; its rest or the snippet."""
    card, look = row.card, ink.look
    if part == 0:
        source = ink.cut(card.source, room - 17)
        if row.chosen:
            return [(f"{row.state}{card.day:<10}  {source}", row.ground(ink))]
        day = look.date if card.published else look.guess
        return [(row.state, look.text), (f"{card.day:<10}", day), ("  ", look.text), (source, look.source)]
    if part == 3:
        return _snippet(row.snippet, 3, ink)
    return [
        ("   ", look.text),
        (_title_line(shown_title(card), part, room - 4, ink), look.text if row.read else look.unread),
    ]


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
