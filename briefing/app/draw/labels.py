"""The reader's tags and notes as they are drawn: `#war #oil`, and `† Who says so?` below what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from briefing.app.draw.cells import width
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.notebook.tagging import shown_tag

_LONGEST = 20_000
"""Characters of a note that are drawn."""


class Noted(Protocol):
    """A note whose text is safe; `paragraph` is 0 where it is on no paragraph, `remark` says where that has gone."""

    @property
    def text(self) -> str: ...

    @property
    def paragraph(self) -> int: ...

    @property
    def remark(self) -> str: ...


class Labels(NamedTuple):
    """What the reader put on an article: tags, notes on it and on its paragraphs."""

    tags: tuple[str, ...] = ()
    notes: tuple[Noted, ...] = ()

    @property
    def noted(self) -> frozenset[int]:
        """The paragraphs with a note, from 1."""
        return frozenset(each.paragraph for each in self.notes if each.paragraph)


NO_LABELS = Labels()


def tag_words(tags: Sequence[str], room: int, ink: Ink) -> str:
    """As many tags as there is room for, and how many more: `#war #oil …2`; "" where not one fits."""
    shown = [ink.glyphs.plain(shown_tag(tag)) for tag in tags]
    for count in range(len(shown), 0, -1):
        more = f" {ink.glyphs.ellipsis}{len(shown) - count}" if count < len(shown) else ""
        text = " ".join(shown[:count]) + more
        if width(text) <= room:
            return text
    if not shown or room < 3:
        return ""
    more = f" {ink.glyphs.ellipsis}{len(shown) - 1}" if len(shown) > 1 else ""
    left = room - width(more)
    return ink.cut(shown[0], left) + more if left >= 3 else ink.cut(shown[0], room)


def note_rows(notes: Sequence[Noted], room: int, ink: Ink) -> Iterator[str]:
    """Notes as lines of at most `room` cells, the first of each with its mark."""
    for each in notes:
        lead = f"{ink.glyphs.note} "
        text = f"{each.text}\n({each.remark})" if each.remark else each.text
        text = ink.glyphs.plain(text[:_LONGEST])
        for start, end in break_lines(text, 0, len(text), max(room - 2, 1)):
            yield f"{lead}{text[start:end]}"
            lead = "  "


def notes_below(labels: Labels, room: int, ink: Ink) -> dict[int, list[str]]:
    """Lines of notes by the index of the paragraph that they stand under."""
    return {
        number - 1: list(note_rows([each for each in labels.notes if each.paragraph == number], room, ink))
        for number in labels.noted
    }


def first_line(text: str) -> str:
    """A note in one line."""
    head, _, rest = text.strip().partition("\n")
    return f"{head} …" if rest.strip() else head
