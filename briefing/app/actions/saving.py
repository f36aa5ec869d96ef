"""Saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action

if TYPE_CHECKING:
    from briefing.app.desk import Desk


@action("save")
def _save(desk: Desk, name: str) -> None:
    from briefing.app.saving import begin

    begin(desk, name)


@action("run-saved")
def _run(desk: Desk, name: str) -> None:
    """By its key the last one pressed says which; on the `:` line a name or a digit."""
    from briefing.app.saving import run

    run(desk, name or desk.keys.pressed[-1:])


@action("saved")
def _saved(desk: Desk, _: str) -> None:
    from briefing.app.pages.saved import SavedPage

    desk.paging.open(SavedPage(desk.app.library.notebook.searches.saved))


@action("unsave")
def _unsave(desk: Desk, name: str) -> None:
    from briefing.app.saving import drop

    drop(desk, name)
