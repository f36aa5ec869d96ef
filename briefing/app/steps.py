"""What `u` takes back and Ctrl+R does again, in the order in which it was done: marks, and changes of the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.notebook.act import Act

_KEPT = 200


class _Search(NamedTuple):
    """A change of the query: from, to."""

    before: str
    after: str


class Steps:
    """Decisions are kept by the notebook and only counted here, those of earlier sessions not even that; queries are
    kept here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._past: list[_Search | None] = []
        self._future: list[_Search | None] = []

    def marked(self, act: Act | None) -> None:
        """A mark was made, if it was not so already; one made on the way is no step."""
        if act is not None:
            if not act.auto:
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
        """Takes back the last step; before those of this session come the decisions of earlier ones."""
        step = self._past[-1] if self._past else None
        if step is not None:
            self._future.append(self._past.pop())
            self._search(step.before)
        elif self._desk.app.may_write:
            self._desk.correcting.look()
            act = self._desk.app.library.notebook.undo()
            del self._past[-1:]
            if act is not None:
                self._future.append(None)
            self._tell("Undone", act, "Nothing to undo.")
        else:
            self._desk.say("Nothing to undo.")

    def redo(self) -> None:
        """Does again what was taken back last, in this session or before."""
        step = self._future[-1] if self._future else None
        if step is not None:
            self._past.append(self._future.pop())
            self._search(step.after)
        elif self._desk.app.may_write:
            self._desk.correcting.look()
            act = self._desk.app.library.notebook.redo()
            del self._future[-1:]
            if act is not None:
                self._past.append(None)
            self._tell("Done again", act, "Nothing to do again.")
        else:
            self._desk.say("Nothing to do again.")

    def _search(self, text: str) -> None:
        desk = self._desk
        desk.searching.ask(text)
        desk.say(f"Back to the search {text}" if text else "Back to all articles.")
        desk.repaint(PaneName.LIST)

    def _tell(self, what: str, act: Act | None, nothing: str) -> None:
        desk = self._desk
        desk.say(f"{what}: {desk.correcting.told(act)}." if act else nothing)
        desk.narrowing.recount_marks()
        desk.repaint(PaneName.LIST)
        if act is not None:
            desk.correcting.follow(act)
