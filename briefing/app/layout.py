"""Where each pane is, for a size of the terminal: a pure function, so that a resize is one paint."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.enumeration import StrEnum

SMALLEST = (40, 10)
"""Below this nothing can be read; the screen says so."""

COLUMNS_FROM = 110
WIDE_FROM = 160
STACK_FROM = 60
FACETS_FROM = (120, 30)
"""From this size on the facets stand under the list; on smaller screens they come when they are asked for."""
SPAN_FROM = (WIDE_FROM, 45)
"""From this size on the whole of time is drawn below the panes."""
_SPAN = 3


class PaneName(StrEnum):
    LIST = "list"
    READER = "reader"
    WHO = "who"
    FACETS = "facets"
    PAGE = "page"
    """A view of its own in place of all panes: ledger, dossier, timeline."""
    REVIEW = "review"
    """The page of the review, where keys are answers; it is laid out as any page."""


PANES = (PaneName.LIST, PaneName.READER, PaneName.WHO, PaneName.FACETS)
"""Those that stand beside each other; the others lie over them."""


class Box(NamedTuple):
    """A rectangle of cells. A pane's first row is its title."""

    x: int
    y: int
    width: int
    height: int


class Shape(StrEnum):
    TOO_SMALL = "too small"
    ONE = "one"
    STACK = "stack"
    COLUMNS = "columns"


class Layout(NamedTuple):
    """Boxes of the visible panes, the columns of walls between them, and the rows around them."""

    shape: Shape
    width: int
    height: int
    boxes: Mapping[PaneName, Box] = MappingProxyType({})
    walls: tuple[int, ...] = ()
    """Columns of `│`, over the rows of the panes."""
    strip: Box | None = None
    """Two lines of who and when, where the who pane has no room of its own."""
    ruled: bool = False
    """A rule above and below the panes."""
    footer: int = 1
    """Rows at the bottom: messages and keys."""
    below: int = 0
    """Rows between the panes and the foot, for the tour."""
    beside: bool = False
    """A page stands in place of the who pane."""
    span: Box | None = None
    """The whole of time in three lines, on the largest screens."""

    @property
    def room(self) -> int:
        """Rows over which a box may lie: all, but for the tour and what is below it."""
        return self.height - self.below - self.footer + 1 if self.below else self.height

    @property
    def wide(self) -> bool:
        return self.width >= WIDE_FROM


class Wishes(NamedTuple):
    """What the reader asked of the layout."""

    active: PaneName = PaneName.LIST
    who_open: bool = False
    """Below 110 columns: the who pane beside the reader."""
    zoomed: bool = False
    searching: bool = False
    stacked: bool = False
    """List over reader, even where three columns would fit."""
    list_share: int = 0
    """Columns the reader added to the list (may be negative)."""
    who_share: int = 0
    beside: bool = False
    """A narrow page is open: where there is room it stands in place of the who pane, and the others stay."""


def lay_out(width: int, height: int, wishes: Wishes, below: int = 0) -> Layout:
    """Boxes for a terminal of this size, the last rows but the foot left to something else."""
    wide = width >= WIDE_FROM and height - below >= 15 and not wishes.stacked
    fits = wide and wishes.active not in (PaneName.WHO, PaneName.REVIEW)
    wishes = wishes._replace(beside=wishes.beside and fits)
    return _laid(width, height - below, wishes)._replace(height=height, below=below, beside=wishes.beside)


def _laid(width: int, height: int, wishes: Wishes) -> Layout:
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return Layout(Shape.TOO_SMALL, width, height)
    if wishes.active not in PANES and not wishes.beside:
        return _page(width, height, wishes.active)
    if wishes.zoomed or width < STACK_FROM or height < 15:
        return _one(width, height, wishes)
    if width < COLUMNS_FROM or wishes.stacked:
        return _stack(width, height, wishes)
    if width >= SPAN_FROM[0] and height >= SPAN_FROM[1]:
        box = Box(0, height - 3 - _SPAN, width, _SPAN)
        return _columns(width, height - _SPAN - 1, wishes)._replace(span=box)
    return _columns(width, height, wishes)


def _page(width: int, height: int, pane: PaneName) -> Layout:
    if width < COLUMNS_FROM or height < 15:
        return Layout(Shape.STACK, width, height, {pane: Box(0, 1, width, height - 2)})
    boxes = {pane: Box(0, 2, width, height - 5)}
    return Layout(Shape.COLUMNS, width, height, boxes, ruled=True, footer=2)


def _one(width: int, height: int, wishes: Wishes) -> Layout:
    return Layout(Shape.ONE, width, height, {wishes.active: Box(0, 1, width, height - 2)})


def _stack(width: int, height: int, wishes: Wishes) -> Layout:
    body = height - 2
    # The pane that keys speak to is on screen, however the layout was asked for before a resize.
    if wishes.active is PaneName.WHO or (wishes.who_open and wishes.active is PaneName.READER):
        who = max(min(36 + wishes.who_share, width - 30), 24)
        reader = width - who - 1
        boxes = {
            PaneName.READER: Box(0, 1, reader, body),
            PaneName.WHO: Box(reader + 1, 1, who, body),
        }
        return Layout(Shape.STACK, width, height, boxes, walls=(reader,))
    return _listed(width, height, wishes)


def _listed(width: int, height: int, wishes: Wishes) -> Layout:
    body = height - 2
    rows = max(5 + (4 if wishes.searching else 0) + (body - 22) // 4, 4)
    rows = max(min(rows + wishes.list_share, body - 8), 3)
    if wishes.active is PaneName.FACETS:
        # In place of the reader: the list above shows what each row would keep.
        boxes = {PaneName.LIST: Box(0, 1, width, rows), PaneName.FACETS: Box(0, 1 + rows, width, body - rows)}
        return Layout(Shape.STACK, width, height, boxes)
    strip = Box(0, height - 3, width, 2)
    boxes = {
        PaneName.LIST: Box(0, 1, width, rows),
        PaneName.READER: Box(0, 1 + rows, width, body - rows - 2),
    }
    return Layout(Shape.STACK, width, height, boxes, strip=strip)


def _columns(width: int, height: int, wishes: Wishes) -> Layout:
    if width >= WIDE_FROM:
        side, who = width * 48 // 200, width * 58 // 200
    else:
        side, who = width * 34 // 120, width * 33 // 120
    side = max(min(side + wishes.list_share, width - who - 44), 24)
    who = max(min(who + wishes.who_share, width - side - 44), 24)
    reader = width - side - who - 2
    top, body = 2, height - 5
    facets = _facet_rows(width, height, body, wishes)
    boxes = {
        PaneName.LIST: Box(0, top, side, body - facets),
        PaneName.READER: Box(side + 1, top, reader, body),
        PaneName.PAGE if wishes.beside else PaneName.WHO: Box(side + reader + 2, top, who, body),
    }
    if facets:
        boxes[PaneName.FACETS] = Box(0, top + body - facets, side, facets)
    return Layout(Shape.COLUMNS, width, height, boxes, walls=(side, side + reader + 1), ruled=True, footer=2)


def _facet_rows(width: int, height: int, body: int, wishes: Wishes) -> int:
    """Rows for the facets under the list; 0 where they are not shown."""
    if width >= FACETS_FROM[0] and height >= FACETS_FROM[1]:
        return body * 36 // 100
    return body // 2 if wishes.active is PaneName.FACETS else 0
