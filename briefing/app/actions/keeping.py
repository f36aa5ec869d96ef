"""The reader's own marks: star, read, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.notebook.act import Act


@action("star")
def _star(desk: Desk, _: str) -> None:
    card, notebook = desk.articles.current, desk.app.library.notebook
    if card and desk.writable():
        notebook.set_starred(card.id, not notebook.is_starred(card.id), card.fingerprint, card.name)
        desk.repaint(PaneName.LIST)


@action("toggle-unread")
def _toggle_unread(desk: Desk, _: str) -> None:
    card, notebook = desk.articles.current, desk.app.library.notebook
    if card and desk.writable():
        notebook.set_read(card.id, not notebook.is_read(card.id), card.fingerprint, card.name)
        desk.repaint(PaneName.LIST)


@action("undo")
def _undo(desk: Desk, _: str) -> None:
    if desk.writable():
        _tell(desk, "Undone", desk.app.library.notebook.undo(), "Nothing to undo.")


@action("redo")
def _redo(desk: Desk, _: str) -> None:
    if desk.writable():
        _tell(desk, "Done again", desk.app.library.notebook.redo(), "Nothing to do again.")


def _tell(desk: Desk, what: str, act: Act | None, nothing: str) -> None:
    desk.say(f"{what}: {_ACTS.get(act.do, act.do)}, {act.name or act.article}." if act else nothing)
    desk.repaint(PaneName.LIST)


_ACTS = {"read": "marked as read", "unread": "marked as unread", "star": "starred", "unstar": "star taken away"}
