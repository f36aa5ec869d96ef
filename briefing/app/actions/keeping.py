"""The reader's own marks: star, read, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk


@action("star")
def _star(desk: Desk, _: str) -> None:
    card, notebook = desk.articles.current, desk.app.library.notebook
    if card and desk.writable():
        act = notebook.set_starred(card.id, not notebook.is_starred(card.id), card.fingerprint, card.name)
        desk.steps.marked(act)
        desk.repaint(PaneName.LIST)


@action("toggle-unread")
def _toggle_unread(desk: Desk, _: str) -> None:
    card, notebook = desk.articles.current, desk.app.library.notebook
    if card and desk.writable():
        desk.steps.marked(notebook.set_read(card.id, not notebook.is_read(card.id), card.fingerprint, card.name))
        desk.repaint(PaneName.LIST)


@action("undo")
def _undo(desk: Desk, _: str) -> None:
    desk.steps.undo()


@action("redo")
def _redo(desk: Desk, _: str) -> None:
    desk.steps.redo()
