"""Which act an undo takes back, and which one a redo does again.

Both walk over what was decided on this machine, in the order of writing, whichever session or instance wrote it. What
the program noted on the way (an article read because it was opened, a look at a saved search) is passed over, and so is
what another machine has overruled or taken back. A new decision ends what could be done again.
"""

from __future__ import annotations

from bisect import insort

from briefing.notebook.act import Act, Do
from briefing.notebook.state import State


class History:
    """The acts and undos of one machine. Lines that name none, as of the first format, count as its own."""

    def __init__(self, by: str) -> None:
        self.by = by
        self._all: list[tuple[int, str, Act]] = []
        self._done: dict[str, Act] = {}
        self._back: dict[str, Act] = {}
        """By the undo that took it back."""
        self._stale = False

    def add(self, act: Act) -> None:
        """Takes in one more line."""
        if act.by not in ("", self.by) or act.auto or act.group:
            return
        entry = (act.at, act.id, act)
        if self._all and entry < self._all[-1]:
            insort(self._all, entry)
            self._stale = True
        else:
            self._all.append(entry)
            if not self._stale:
                self._step(act)

    def last_done(self, state: State) -> Act | None:
        """What an undo takes back."""
        self._replay()
        acts = reversed(self._done.values())
        return next((act for act in acts if not state.is_undone(act) and state.decides(act)), None)

    def last_undone(self, state: State) -> tuple[Act, Act] | None:
        """What a redo does again, and the undo that it takes back."""
        self._replay()
        for line, act in reversed(self._back.items()):
            undo = state.act(line)
            if undo is not None and not state.is_undone(undo):
                return act, undo
        return None

    def _replay(self) -> None:
        """Only after lines have come that belong between those that were there."""
        if self._stale:
            self._stale = False
            self._done.clear()
            self._back.clear()
            for _, _, act in self._all:
                self._step(act)

    def _step(self, act: Act) -> None:
        if act.do is not Do.UNDO:
            self._done[act.id] = act
            self._back.clear()
        elif act.of in self._done:
            self._back[act.id] = self._done.pop(act.of)
        elif act.of in self._back:
            again = self._back.pop(act.of)
            self._done[again.id] = again
