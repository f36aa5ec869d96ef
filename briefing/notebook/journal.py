"""The reader's own work on a library: asked in one look-up, written durably by a thread of its own.

An act holds on the screen at once and is *acknowledged* when its line is on the disk: `unsaved` counts those that are
not yet, `flush` waits for them. What is acknowledged outlives a kill, a full disk and another program's writing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from briefing.model.errors import NewerVersion
from briefing.model.lasting import lasting
from briefing.model.typed import TYPE_CHECKING
from briefing.notebook.act import Act, Decision, Do, microseconds
from briefing.notebook.deeds import DEEDS, key_of, same
from briefing.notebook.file import Read, append, read_on
from briefing.notebook.history import History
from briefing.notebook.holding import Holding
from briefing.notebook.late_writer import LateWriter
from briefing.notebook.line import encode
from briefing.notebook.machine import this_machine
from briefing.notebook.subject import ArticleSubject

if TYPE_CHECKING:
    from briefing.notebook.merging import Restored
    from briefing.notebook.writer import NotSaved

_ALWAYS = (Do.VISIT,)
"""Written even where nothing changes but the time."""


class Notebook(Holding):
    """Reads its file when made; nothing is created before the first act. `by` names the machine that writes."""

    def __init__(self, path: Path, not_saved: NotSaved | None = None, by: str = "") -> None:
        super().__init__()
        self.path = path
        self._by = by or this_machine()
        self._history = History(self._by)
        self._place = Read()
        self._writer = LateWriter(path, not_saved)
        self.refresh()

    @property
    def not_saved(self) -> NotSaved | None:
        """Who is told when something could not be written."""
        return self._writer.not_saved

    @not_saved.setter
    def not_saved(self, told: NotSaved | None) -> None:
        self._writer.not_saved = told

    @property
    def read_only(self) -> bool:
        """A newer version of briefing wrote in this file, so this one only reads it."""
        return self._place.newer

    @property
    def unsaved(self) -> int:
        """Acts that are not on the disk yet."""
        return self._writer.waiting

    # -- deciding

    def decide(self, *made: Decision) -> Act | None:
        """Takes down what was decided; None where it is so already. Several are undone in one go."""
        with self._lock:
            self._require_writable()
            acts: list[Act] = []
            for each in made:
                held = self._state.held(DEEDS[each.do].kind, key_of(each))
                if each.do in _ALWAYS or self._changes(each, held):
                    group, over = acts[0].id if acts else "", held.id if held else ""
                    acts.append(self._act(each, over, group))
                    self._take(acts[-1])
            self._writer.add([encode(act) for act in acts])
            return acts[0] if acts else None

    def set_read(
        self, article: str, read: bool = True, body: str = "", name: str = "", auto: bool = False
    ) -> Act | None:
        """Notes an article as read or not; None where it is so already. `body` is its fingerprint; `auto` where it was
        read because it was opened, which undo passes over."""
        from briefing.notebook import decisions

        subject = ArticleSubject(article, body, name)
        return self.decide(decisions.read(subject, auto) if read else decisions.unread(subject))

    def set_starred(self, article: str, starred: bool = True, body: str = "", name: str = "") -> Act | None:
        """Stars an article or takes the star away; None where it is so already."""
        from briefing.notebook import decisions

        subject = ArticleSubject(article, body, name)
        return self.decide(decisions.star(subject) if starred else decisions.unstar(subject))

    def undo(self) -> Act | None:
        """Takes back the last act of this machine that still holds (see `history`), and says which."""
        with self._lock:
            act = self._history.last_done(self._state)
            if act is not None:
                self._take_back(act, act.told)
            return act

    def redo(self) -> Act | None:
        """Does again what was taken back last, and says what; a new decision in between ends that."""
        with self._lock:
            found = self._history.last_undone(self._state)
            if found is None:
                return None
            act, undo = found
            self._take_back(undo, act.told)
            return act

    # -- the file

    @property
    def has_grown(self) -> bool:
        """Whether the file has more or less than was read of it, for one question to the system."""
        try:
            return self.path.stat().st_size != self._place.offset
        except OSError:
            return False

    def refresh(self) -> bool:
        """Takes in what another program added to the file; True if anything came."""
        with self._lock:
            return lasting(self._read_on)

    def restore(self, lines: Iterable[bytes]) -> Restored:
        """Adds the lines of another journal that are not here yet, and returns when they are on the disk.

        Nothing is overwritten: where both decided about the same thing, the later line holds. Raises OSError where it
        cannot be written (nothing of it is in the file then), and NewerVersion where the lines are of a later version.
        """
        with self._lock:
            self._require_writable()
            self.flush()
            self.refresh()
            from briefing.notebook.merging import pick

            picked, restored = pick(lines, self._state)
            if picked:
                append(self.path, b"".join(picked))
            self.refresh()
            return restored

    def flush(self) -> bool:
        """Waits until all acts are on the disk, or could not be written; True if nothing waits."""
        return self._writer.flush()

    def close(self) -> None:
        """Writes what waits and ends the thread."""
        self._writer.close()

    def _read_on(self) -> bool:
        new = self._state.take(read_on(self.path, self._place))
        for act in new:
            self._history.add(act)
        return bool(new)

    def _changes(self, made: Decision, held: Act | None) -> bool:
        if held is None:
            return DEEDS[made.do].says
        return not same(made, held)

    def _require_writable(self) -> None:
        if self.read_only:
            raise NewerVersion(
                "Your notebook was written by a newer version of briefing, so it is not changed.",
                f"Upgrade briefing. The file is {self.path}.",
            )

    def _act(self, made: Decision, over: str, group: str) -> Act:
        return Act(os.urandom(8).hex(), self._now(), *made, by=self._by, over=over, group=group)

    def _now(self) -> int:
        """Later than all that is known, so that what is done now holds, whatever another machine's clock said."""
        return max(microseconds(datetime.now(UTC)), self._state.latest + 1)

    def _take_back(self, act: Act, what: str) -> None:
        self._require_writable()
        undo = Act(os.urandom(8).hex(), self._now(), Do.UNDO, of=act.id, by=self._by)
        self._take(undo)
        self._writer.add([encode(undo, what)])

    def _take(self, act: Act) -> None:
        self._state.take([act])
        self._history.add(act)
