"""The reader's own marks: star, read, undo, redo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.notebook.act import Decision
    from briefing.notebook.subject import ArticleSubject


@action("star")
def _star(desk: Desk, _: str) -> None:
    from briefing.notebook import decisions

    notebook = desk.app.library.notebook
    _mark(desk, notebook.is_starred, decisions.star, decisions.unstar)


@action("toggle-unread")
def _toggle_unread(desk: Desk, _: str) -> None:
    from briefing.notebook import decisions

    notebook = desk.app.library.notebook
    _mark(desk, notebook.is_read, decisions.read, decisions.unread)


def _mark(
    desk: Desk,
    has: Callable[[str], bool],
    put: Callable[[ArticleSubject], Decision],
    off: Callable[[ArticleSubject], Decision],
) -> None:
    """On the article under the cursor, or all that are selected: put on unless every one has it."""
    from briefing.app.tagging import subjects_of

    subjects = subjects_of(desk)
    if not subjects or not desk.writable():
        return
    make = off if all(has(each.article) for each in subjects) else put
    act = desk.app.library.notebook.decide(*map(make, subjects))
    desk.steps.marked(act)
    if desk.articles.unpick() and act is not None:
        told = desk.correcting.told(act)
        desk.say(f"{told[:1].upper()}{told[1:]}: u takes it back.")
    desk.repaint(PaneName.LIST)


@action("undo")
def _undo(desk: Desk, _: str) -> None:
    desk.steps.undo()


@action("redo")
def _redo(desk: Desk, _: str) -> None:
    desk.steps.redo()
