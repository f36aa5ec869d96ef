"""Which pane is active, and how the panes stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PANES, PaneName, Shape

if TYPE_CHECKING:
    from briefing.app.desk import Desk


_ACROSS = (PaneName.LIST, PaneName.READER, PaneName.WHO)
_STEP = 4
"""Columns a pane grows at a press of `>`."""


@action("open")
def _open(desk: Desk, _: str) -> None:
    if desk.active is PaneName.LIST and desk.suggesting.meant:
        desk.app.remember(desk.suggesting.meant[0])
        desk.narrowing.narrow(desk.suggesting.meant[0])
    elif desk.active is PaneName.LIST:
        desk.reading.open_current()
        desk.activate(PaneName.READER)
        desk.reading.mark_read()
    elif desk.active is PaneName.FACETS:
        desk.narrowing.take(negative=False)
    elif desk.active is PaneName.PAGE:
        if desk.paging.page:
            desk.paging.page.enter(desk)
    else:
        desk.reading.open_entry()


def _around(desk: Desk, by: int) -> None:
    reachable = [pane for pane in PANES if _reachable(desk, pane)]
    at = reachable.index(_place(desk)) if _place(desk) in reachable else 0
    desk.activate(reachable[(at + by) % len(reachable)])


def _place(desk: Desk) -> PaneName:
    """The active pane; a page that stands in place of the who pane is there."""
    return PaneName.WHO if desk.plan.beside and desk.active is PaneName.PAGE else desk.active


def _reachable(desk: Desk, pane: PaneName) -> bool:
    """In the stack the who pane has to be opened first; Tab goes between what is on screen."""
    if pane is PaneName.FACETS:
        return desk.plan.shape is Shape.ONE or pane in desk.plan.boxes
    if desk.plan.shape in (Shape.ONE, Shape.COLUMNS) or pane is not PaneName.WHO:
        return True
    return desk.who_open


@action("pane-next")
def _pane_next(desk: Desk, _: str) -> None:
    _around(desk, 1)


@action("pane-previous")
def _pane_previous(desk: Desk, _: str) -> None:
    _around(desk, -1)


@action("pane-left")
def _pane_left(desk: Desk, _: str) -> None:
    if _place(desk) in (PaneName.FACETS, PaneName.PAGE):
        desk.activate(PaneName.LIST)
    elif at := _ACROSS.index(_place(desk)):
        desk.activate(_ACROSS[at - 1])


@action("pane-right")
def _pane_right(desk: Desk, _: str) -> None:
    at = 0 if _place(desk) in (PaneName.FACETS, PaneName.PAGE) else _ACROSS.index(_place(desk))
    if at + 1 < len(_ACROSS):
        if not at:
            desk.reading.open_current()
        desk.activate(_ACROSS[at + 1])


@action("pane-list")
def _pane_list(desk: Desk, _: str) -> None:
    desk.activate(PaneName.LIST)


@action("pane-reader")
def _pane_reader(desk: Desk, _: str) -> None:
    desk.reading.open_current()
    desk.activate(PaneName.READER)


@action("pane-who")
def _pane_who(desk: Desk, _: str) -> None:
    desk.activate(PaneName.WHO)


@action("pane-facets")
def _pane_facets(desk: Desk, _: str) -> None:
    desk.activate(PaneName.FACETS)


@action("who")
def _who(desk: Desk, _: str) -> None:
    if desk.plan.shape in (Shape.COLUMNS, Shape.ONE):
        desk.activate(PaneName.WHO if _place(desk) is not PaneName.WHO else PaneName.READER)
    elif desk.who_open and desk.active is not PaneName.LIST:
        desk.who_open = False
        desk.active = PaneName.READER
        desk.place_panes()
    else:
        if desk.active is PaneName.LIST:
            desk.reading.open_current()
        desk.who_open = True
        desk.active = PaneName.WHO
        desk.place_panes()


@action("all-actors")
def _all_actors(desk: Desk, _: str) -> None:
    desk.who.switch(not desk.who.everywhere)
    if desk.who.everywhere:
        desk.narrowing.list_actors()
    if PaneName.WHO not in desk.plan.boxes:
        desk.paging.leave()
        desk.activate(PaneName.WHO)
    desk.repaint(PaneName.WHO)


@action("zoom")
def _zoom(desk: Desk, _: str) -> None:
    desk.zoomed = not desk.zoomed
    desk.place_panes()


@action("fold")
def _fold(desk: Desk, _: str) -> None:
    view = desk.reader.view
    extras = sum(not p.region.is_story for p in view.article.text.paragraphs) if view else 0
    desk.reader.fold(not desk.reader.folded)
    noun = "credit, byline or link" if extras == 1 else "credits, bylines and links"
    desk.say(
        f"{extras} {noun} {'folded' if desk.reader.folded else 'shown'}." if extras else "No credits or links here."
    )
    desk.repaint(PaneName.READER)


def _resize(desk: Desk, by: int) -> None:
    if desk.active is PaneName.WHO:
        desk.shares[1] += by
    elif desk.active in (PaneName.LIST, PaneName.FACETS):
        desk.shares[0] += by if desk.plan.shape is Shape.COLUMNS else by // _STEP
    else:
        desk.shares[0] -= by if desk.plan.shape is Shape.COLUMNS else by // _STEP
    desk.place_panes()


@action("wider")
def _wider(desk: Desk, _: str) -> None:
    _resize(desk, _STEP)


@action("narrower")
def _narrower(desk: Desk, _: str) -> None:
    _resize(desk, -_STEP)


@action("even")
def _even(desk: Desk, _: str) -> None:
    desk.shares = [0, 0]
    desk.place_panes()


@action("back")
def _back(desk: Desk, _: str) -> None:
    if desk.paging.page:
        desk.paging.back()
    elif desk.paging.resume():
        pass
    elif desk.plan.beside and desk.active is PaneName.LIST:
        desk.paging.leave(PaneName.LIST)
    elif desk.zoomed:
        desk.zoomed = False
        desk.place_panes()
    elif desk.active is PaneName.WHO:
        if desk.plan.shape is Shape.STACK:
            desk.who_open = False
        desk.active = PaneName.READER
        desk.place_panes()
    elif desk.active in (PaneName.READER, PaneName.FACETS):
        desk.activate(PaneName.LIST)
    elif desk.searching.text:
        desk.narrowing.narrow("")
    else:
        desk.app.exit()
