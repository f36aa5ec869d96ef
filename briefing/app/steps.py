"""What `u` takes back and Ctrl+R does again, in the order in which it was done: marks, and changes of the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.notebook.act import Act

_KEPT = 200
_ACTS = {"read": "marked as read", "unread": "marked as unread", "star": "starred", "unstar": "star taken away"}


class _Search(NamedTuple):
    """A change of the query: from, to."""

    before: str
    after: str


class Steps:
    """Marks are kept by the notebook and only counted here; queries are kept here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._past: list[_Search | None] = []
        self._future: list[_Search | None] = []

    def marked(self, act: Act | None) -> None:
        """A mark was made, if it was not so already."""
        if act is not None:
            self._add(None)
            self._desk.narrowing.recount_marks()

    def searched(self, before: str, after: str) -> None:
        """The reader changed the query."""
        if before != after:
            self._add(_Search(before, after))

    def _add(self, step: _Search | None) -> None:
        self._past = [*self._past[-_KEPT:], step]
        self._future.clear()

    def undo(self) -> None:
        """Takes back the last step."""
        if not self._past:
            self._desk.say("Nothing to undo.")
        elif self._past[-1] is not None or self._desk.writable():
            step = self._past.pop()
            self._future.append(step)
            if step is None:
                self._tell("Undone", self._desk.app.library.notebook.undo())
            else:
                self._search(step.before)

    def redo(self) -> None:
        """Does again what was taken back last."""
        if not self._future:
            self._desk.say("Nothing to do again.")
        elif self._future[-1] is not None or self._desk.writable():
            step = self._future.pop()
            self._past.append(step)
            if step is None:
                self._tell("Done again", self._desk.app.library.notebook.redo())
            else:
                self._search(step.after)

    def _search(self, text: str) -> None:
        desk = self._desk
        desk.searching.ask(text)
        desk.say(f"Back to the search {text}" if text else "Back to all articles.")
        desk.repaint(PaneName.LIST)

    def _tell(self, what: str, act: Act | None) -> None:
        desk = self._desk
        if act:
            desk.say(f"{what}: {_ACTS.get(act.do, act.do)}, {act.name or act.article}.")
        desk.narrowing.recount_marks()
        desk.repaint(PaneName.LIST)
