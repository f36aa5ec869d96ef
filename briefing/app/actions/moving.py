"""Moving in whatever pane is active: rows, lines, pages, articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk


def _move(desk: Desk, by: int) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move(by)
    elif desk.active is PaneName.READER:
        if desk.reader.scroll(by):
            desk.repaint(PaneName.READER)
    elif entries := desk.entries:
        entries.move(by)
        _reached(desk)
        desk.repaint(desk.active)


def _reached(desk: Desk) -> None:
    if desk.active is PaneName.PAGE and desk.paging.page:
        desk.paging.page.reach(desk)


def _page(desk: Desk, pages: float) -> None:
    if entries := desk.entries:
        entries.page(pages)
        _reached(desk)
        desk.repaint(desk.active)
    elif desk.reader.page(pages):
        desk.reading.mark_read()
        desk.repaint(PaneName.READER)
    elif desk.active is PaneName.LIST and pages == 1:
        desk.reading.mark_read()
        desk.reading.step_unread(1)


@action("down")
def _down(desk: Desk, _: str) -> None:
    _move(desk, 1)


@action("up")
def _up(desk: Desk, _: str) -> None:
    _move(desk, -1)


@action("page-down")
def _page_down(desk: Desk, _: str) -> None:
    _page(desk, 1)


@action("page-up")
def _page_up(desk: Desk, _: str) -> None:
    _page(desk, -1)


@action("half-down")
def _half_down(desk: Desk, _: str) -> None:
    _half(desk, 0.5)


@action("half-up")
def _half_up(desk: Desk, _: str) -> None:
    _half(desk, -0.5)


def _half(desk: Desk, pages: float) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move(round(pages * desk.articles.window.room) or (1 if pages > 0 else -1))
    else:
        _page(desk, pages)


@action("top")
def _top(desk: Desk, _: str) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move_to(0)
    elif desk.active is PaneName.READER:
        desk.reader.go_top()
    elif entries := desk.entries:
        entries.move_to_end(last=False)
    desk.repaint(desk.active)


@action("bottom")
def _bottom(desk: Desk, _: str) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move_to(len(desk.articles) - 1)
    elif desk.active is PaneName.READER:
        desk.reader.go_bottom()
        desk.reading.mark_read()
    elif entries := desk.entries:
        entries.move_to_end(last=True)
    desk.repaint(desk.active)


@action("scroll-down")
def _scroll_down(desk: Desk, _: str) -> None:
    if desk.reader.scroll(1):
        desk.repaint(PaneName.READER)


@action("scroll-up")
def _scroll_up(desk: Desk, _: str) -> None:
    if desk.reader.scroll(-1):
        desk.repaint(PaneName.READER)


@action("next-article")
def _next_article(desk: Desk, _: str) -> None:
    _step_article(desk, 1)


@action("previous-article")
def _previous_article(desk: Desk, _: str) -> None:
    _step_article(desk, -1)


def _step_article(desk: Desk, by: int) -> None:
    if not desk.articles.window.move(by):
        desk.say("This is the last article." if by > 0 else "This is the first article.")
        return
    desk.reading.open_current()
    desk.reading.mark_read()
    desk.repaint(PaneName.LIST)
