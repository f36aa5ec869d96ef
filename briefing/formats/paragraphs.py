"""Cutting clean text into paragraphs: by blank lines, by indented first lines, by line; wrapped lines are joined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.formats.regions import LIST_ITEM, looks_figured, looks_tabular
from briefing.model.text import Region

_UNWRAPPED = 120
"""A line longer than this was not broken by hand: in such a text every line is a paragraph."""
_SIGNATURES = frozenset({"reuter", "reuters", "reuter...", "-30-", "ends", "###", "afp", "ap"})


class Block(NamedTuple):
    """Lines, as stripped ranges of the text, that make one paragraph."""

    lines: tuple[tuple[int, int], ...]
    region: Region | None = None
    """None where it is still to be told."""

    @property
    def keeps_lines(self) -> bool:
        """Whether the line breaks mean something."""
        return len(self.lines) > 1 and self.region in (Region.TABLE, Region.LIST)


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def split_paragraphs(text: str, start: int = 0) -> Iterator[Block]:
    """The paragraphs of `text[start:]`, in time linear in its length."""
    lines = list(_lines(text, start))
    longest = max((line.end - line.start for line in lines), default=0)
    stretch: list[_Line] = []
    figures: list[tuple[int, int]] = []
    for line in [*lines, _Line(0, 0, 0)]:
        if line.end > line.start:
            stretch.append(line)
            continue
        for block in _cut(text, stretch, longest):
            if len(block.lines) == 1 and looks_figured(text[slice(*block.lines[0])]):
                figures.append(block.lines[0])
                continue
            yield from _rows(figures)
            figures = []
            yield block
        stretch = []
        yield from _rows(figures)
        figures = []


def _lines(text: str, start: int) -> Iterator[_Line]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        bare = line.strip()
        indent = len(line) - len(line.lstrip()) if bare else 0
        yield _Line(start + indent, start + indent + len(bare), indent)
        start = end + 1


def _rows(figures: list[tuple[int, int]]) -> Iterator[Block]:
    """Three rows of figures or more are a table; fewer are paragraphs."""
    if len(figures) > 2:
        yield Block(tuple(figures), Region.TABLE)
    else:
        yield from (Block((line,)) for line in figures)


def _cut(text: str, stretch: list[_Line], longest: int) -> Iterator[Block]:
    """The paragraphs of lines that no blank line parts."""
    if len(stretch) == 1:
        yield Block(((stretch[0].start, stretch[0].end),))
        return
    if not stretch:
        return
    if longest <= _UNWRAPPED * 2 and looks_tabular([text[line.start : line.end] for line in stretch[:200]]):
        yield Block(tuple((line.start, line.end) for line in stretch), Region.TABLE)
        return
    if sum(bool(LIST_ITEM.match(text, line.start)) for line in stretch) > 1:
        yield from _listed(text, stretch)
        return
    yield from _flowing(text, stretch, longest)


def _listed(text: str, stretch: list[_Line]) -> Iterator[Block]:
    """Items keep their lines; what stands before the first one is a paragraph; a line without a mark goes on."""
    first = next(n for n, line in enumerate(stretch) if LIST_ITEM.match(text, line.start))
    if first:
        yield Block(tuple((line.start, line.end) for line in stretch[:first]))
    items: list[tuple[int, int]] = [(line.start, line.end) for line in stretch[first:]]
    yield Block(tuple(items), Region.LIST)


def _flowing(text: str, stretch: list[_Line], longest: int) -> Iterator[Block]:
    base = min(line.indent for line in stretch)
    width = max(line.end - line.start for line in stretch)
    paragraph: list[tuple[int, int]] = []
    before: _Line | None = None
    for line in stretch:
        if before and _begins(text, before, line, base, width if longest <= _UNWRAPPED else 0):
            yield Block(tuple(paragraph))
            paragraph = []
        paragraph.append((line.start, line.end))
        before = line
    yield Block(tuple(paragraph))


def _begins(text: str, before: _Line, line: _Line, base: int, width: int) -> bool:
    """Whether `line` opens a paragraph. `width` is zero in a text of unwrapped lines."""
    if not width or line.indent >= base + 2:
        return True
    if line.indent != before.indent and text[line.start : line.end].lower() in _SIGNATURES:
        return True
    if text[before.end - 1] not in ".!?\"”’')]:" or text[line.start].islower():
        return False
    blank = text.find(" ", line.start, line.end)
    word = (blank if blank > 0 else line.end) - line.start
    # The next word would have fitted, with room to spare: the line was ended on purpose.
    return before.end - before.start + 1 + word <= width - 12
