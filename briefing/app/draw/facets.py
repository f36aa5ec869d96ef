"""Facets as lines of text: what is counted, how many articles have it, and whether the query says it already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.app.draw.cells import Piece, pad, width
from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.model.facet import Facet, FacetName, FacetRow, Facets
from briefing.search.edit import Said

KEPT, LEFT_OUT = "+", "-"
"""Before a row that the query says already; told by the sign, not by a colour."""
_SECTION_OF = {
    "who": FacetName.WHO,
    "place": FacetName.WHO,
    "pub": FacetName.WHEN,
    "source": FacetName.SOURCE,
    "tag": FacetName.TAG,
}
_BAR = 8
_BAR_FROM = 30
_FEW = 5
_LABEL = 44
"""Cells of a label at most: the count must not stand far from what it counts."""


class Line(NamedTuple):
    """A row of the pane. `articles` is None for what the query leaves out: none of what it finds can have it."""

    label: str
    articles: int | None
    part: Said
    mark: str = " "


def part_of(row: FacetRow) -> Said:
    """What a row stands for in a query."""
    field, _, value = row.part.partition(":")
    return Said(field, value.strip('"'))


def facet_lines(facets: Facets, said: Sequence[Said]) -> Iterator[tuple[FacetName, list[Line], int]]:
    """The rows of each section, and how many more there are; first come those of the query that nothing counted."""
    counted = {facet.name: facet for facet in facets.facets}
    for name in FacetName:
        facet = counted.get(name, Facet(name, ()))
        rows = [_line(row, said) for row in facet.rows]
        told = [Line(each.value, None if each.negative else facets.articles, each, _mark(each)) for each in said
                if _section(each) is name and not any(each.same(row.part) for row in rows)]  # fmt: skip
        if told or rows:
            yield name, told + rows, facet.more


def _line(row: FacetRow, said: Sequence[Said]) -> Line:
    part = part_of(row)
    found = [each for each in said if each.same(part)]
    return Line(row.label, row.articles, part, _mark(found[-1]) if found else " ")


def _mark(said: Said) -> str:
    return LEFT_OUT if said.negative else KEPT


def _section(said: Said) -> FacetName | None:
    if said.field == "is":
        return FacetName.WHEN if said.value.casefold() == "undated" else FacetName.STATE
    return _SECTION_OF.get(said.field)


def facet_entries(facets: Facets, said: Sequence[Said], height: int, room: int, ink: Ink) -> list[Entry]:
    """The pane: as many rows of each section as give every section a place."""
    entries: list[Entry] = []
    sections = list(facet_lines(facets, said))
    shown = _shares(sections, height)
    for (name, lines, more), cut in zip(sections, shown, strict=True):
        entries.append(_heading(name, more + len(lines) - cut, room, ink))
        most = max((line.articles or 0 for line in lines), default=1)
        entries += [_entry(line, most, room, ink) for line in lines[:cut]]
    return entries or [note("Nothing to count: no article is found.", room, ink)]


def _shares(sections: Sequence[tuple[FacetName, list[Line], int]], height: int) -> list[int]:
    """How many rows each section shows: five, or all that the query says; more of each where there is room."""
    most = [len(lines) for _, lines, _ in sections]
    said = [sum(line.mark != " " for line in lines) for _, lines, _ in sections]
    shares = [min(each, max(_FEW, told)) for each, told in zip(most, said, strict=True)]
    left = height - len(shares) - sum(shares)
    while left > 0 and shares != most:
        at = min((share, at) for at, share in enumerate(shares) if share < most[at])[1]
        shares[at] += 1
        left -= 1
    return shares


def _heading(name: FacetName, more: int, room: int, ink: Ink) -> Entry:
    """The section's name, and what it does not show."""
    label = f" {name.value.upper()}"
    rest = f"+{more:,} more " if more else ""
    wide = min(room, _LABEL + _BAR + 14)
    gap = max(wide - width(label) - width(rest), 1)
    return Entry((((label, ink.look.title), (" " * gap, ink.look.title), (rest, ink.look.muted)),), heading=True)


def _entry(line: Line, most: int, room: int, ink: Ink) -> Entry:
    look = ink.look
    count = "left out" if line.articles is None else f"{line.articles:,}"
    bar = ""
    if room >= _BAR_FROM and line.articles is not None:
        bar = " " + ink.glyphs.bar * max(round(_BAR * line.articles / max(most, 1)), 1 if line.articles else 0)
    digits = max(len(count), len(f"{most:,}"))
    left = min(room - 5 - digits - (_BAR + 1 if room >= _BAR_FROM else 0), _LABEL)
    pieces: tuple[Piece, ...] = (
        (f"  {line.mark}", look.key),
        (pad(ink.cut(line.label, left), left), look.text),
        (f" {count:>{digits}}", look.text),
        (bar, look.muted),
    )
    return Entry((pieces,), part=line.part)
