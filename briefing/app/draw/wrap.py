"""Breaking text into lines of a given width, as far as somebody looks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.app.draw.cells import width
from briefing.model.text import Paragraph, Span, Text

_WORD = re.compile(r"[^\S\n]*\S+|\n|[^\S\n]+")
_CHUNK = 4096
_NONE: Mapping[int, Sequence[str]] = MappingProxyType({})
_DEEPEST = 4
"""Characters a cell of a line, so that a pile of combining marks cannot make an endless one."""


class Line(NamedTuple):
    """One line on the screen: code points `[start, end)` of the text, of paragraph index `paragraph`.

    `first` marks the line that carries the paragraph's number; an empty span is the gap before a paragraph, or a line
    that is no part of the text: `note`, under its paragraph.
    """

    start: int
    end: int
    paragraph: int
    first: bool = False
    note: str = ""

    @property
    def is_gap(self) -> bool:
        return self.start == self.end and not self.note


def break_lines(value: str, start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines of `value[start:end]`, at most `room` cells each; words longer than a line are cut.

    Linear in the length of the text, whatever it holds.
    """
    room = max(room, 1)
    ascii_only = value.isascii()
    at, used = start, 0
    line_end = start
    for match in _WORD.finditer(value, start, end):
        piece_start, piece_end = match.span()
        if value[piece_start] == "\n":
            yield at, line_end
            at = line_end = piece_end
            used = 0
            continue
        size = piece_end - piece_start if ascii_only else _cells(value, piece_start, piece_end)
        if used + size <= room and (ascii_only or piece_end - at <= _DEEPEST * room):
            used += size
            line_end = piece_end
            continue
        word_start = piece_start
        while word_start < piece_end and value[word_start].isspace():
            word_start += 1
        if line_end > at:
            yield at, line_end
        at = line_end = word_start
        used = 0
        for cut_start, cut_end, cut_size in _long_word(value, word_start, piece_end, room, ascii_only):
            if cut_end < piece_end:
                yield cut_start, cut_end
                at = cut_end
            else:
                at, used = cut_start, cut_size
        line_end = piece_end
    if line_end > at or at == start:
        yield at, line_end


def _cells(value: str, start: int, end: int) -> int:
    return sum(width(value[at : min(at + _CHUNK, end)]) for at in range(start, end, _CHUNK))


def _long_word(value: str, start: int, end: int, room: int, ascii_only: bool) -> Iterator[tuple[int, int, int]]:
    if ascii_only:
        for at in range(start, end, room):
            stop = min(at + room, end)
            yield at, stop, stop - at
        return
    at, used, position = start, 0, start
    while position < end:
        size = width(value[position])
        if position > at and (used + size > room or position - at >= _DEEPEST * room):
            yield at, position, used
            at, used = position, 0
        used += size
        position += 1
    yield at, end, used


class Lines:
    """The lines of an article at one width, made on demand from the top. Folded paragraphs keep their numbers.

    `under` holds lines, already cut to the width, that stand below a paragraph of this index.
    """

    def __init__(
        self, text: Text, room: int, folded: frozenset[int] = frozenset(), under: Mapping[int, Sequence[str]] = _NONE
    ) -> None:
        self._text = text
        self._room = room
        self._under = under
        self._made: list[Line] = []
        self._starts: list[int] = []
        self._source = self._make(folded)
        self.complete = False

    def _make(self, folded: frozenset[int]) -> Iterator[Line]:
        shown = False
        for index, paragraph in enumerate(self._text.paragraphs):
            if index in folded:
                continue
            if shown:
                yield Line(paragraph.span.start, paragraph.span.start, index)
            shown = True
            yield from self._paragraph(index, paragraph)

    def _paragraph(self, index: int, paragraph: Paragraph) -> Iterator[Line]:
        span = paragraph.span
        first = True
        for start, end in break_lines(self._text.value, span.start, span.end, self._room):
            yield Line(start, end, index, first)
            first = False
        last = max(span.start, span.end - 1)
        for note in self._under.get(index, ()):
            yield Line(last, last, index, note=note)

    def _reach(self, count: int) -> None:
        while len(self._made) < count:
            line = next(self._source, None)
            if line is None:
                self.complete = True
                return
            self._made.append(line)
            self._starts.append(line.start)

    def window(self, top: int, height: int) -> list[Line]:
        """Lines `top` to `top + height`, fewer at the end."""
        self._reach(top + height)
        return self._made[top : top + height]

    def clamp(self, top: int, height: int, above: int = 0) -> int:
        """The nearest row that can be at the top of a window of `height`, where `above` rows precede the lines."""
        top = max(top, 0)
        self._reach(top + height - above)
        return max(min(top, len(self._made) + above - height), 0) if self.complete else top

    def row_of(self, offset: int) -> int:
        """The line that shows `offset`."""
        while not self.complete and (not self._starts or self._starts[-1] <= offset):
            self._reach(len(self._made) + 256)
        row = max(bisect_right(self._starts, offset) - 1, 0)
        while row and self._made[row].note:
            row -= 1
        return row

    def last(self) -> int:
        """The number of lines; makes them all."""
        while not self.complete:
            self._reach(len(self._made) + 4096)
        return len(self._made)

    def seen(self, row: int) -> Span:
        """The span of line `row`, or an empty one past the end."""
        self._reach(row + 1)
        if row < len(self._made):
            line = self._made[row]
            return Span(line.start, line.end)
        end = len(self._text.value)
        return Span(end, end)
