"""Tags, notes, and the rows that they and the marks are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName
from briefing.model.wording import counted

if TYPE_CHECKING:
    from briefing.app.desk import Desk


@action("tag")
def _tag(desk: Desk, argument: str) -> None:
    from briefing.app import tagging

    tagging.command(desk, argument, off=False)


@action("untag")
def _untag(desk: Desk, argument: str) -> None:
    from briefing.app import tagging

    if argument:
        tagging.command(desk, argument, off=True)
    else:
        desk.dictation.command("untag ")


@action("note")
def _note(desk: Desk, text: str) -> None:
    from briefing.app import noting

    noting.begin(desk, text)


@action("select")
def _select(desk: Desk, _: str) -> None:
    desk.articles.pick()
    if desk.articles.picked:
        desk.say("j and k select more; t, * and U are about all of them; Esc ends it.")
    desk.repaint(PaneName.LIST)


@action("fold-notes")
def _fold_notes(desk: Desk, _: str) -> None:
    folded = not desk.reader.notes_folded
    desk.reader.fold_notes(folded)
    count = counted(len(desk.reader.notes), "note")
    desk.say(f"{count} {'folded' if folded else 'shown'}." if desk.reader.notes else "No note here: e writes one.")
    desk.repaint(PaneName.READER)
