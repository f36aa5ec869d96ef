"""The reader's own work on a library: asked in one look-up, written durably by a thread of its own."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from threading import Condition, Thread

from briefing.model.errors import NewerVersion
from briefing.notebook.act import Act, Do, encode
from briefing.notebook.file import Read, append, read_on
from briefing.notebook.state import READ, STAR, State

NotSaved = Callable[[str, int], None]
"""Told, in the writing thread, why acts could not be written and how many wait to be tried again."""


class Notebook:
    """Reads its file when made; nothing is created before the first act."""

    def __init__(self, path: Path, not_saved: NotSaved | None = None) -> None:
        self.path = path
        self.not_saved = not_saved
        self._state = State()
        self._place = Read()
        self._session: list[Act] = []
        self._taken_back: list[tuple[Act, Act]] = []
        self._waiting: list[Act] = []
        self._busy = self._closing = self._failed = False
        self._change = Condition()
        self._thread: Thread | None = None
        self.refresh()

    @property
    def read_only(self) -> bool:
        """A newer version of briefing wrote in this file, so this one only reads it."""
        return self._place.newer

    @property
    def unsaved(self) -> int:
        """Acts that are not on the disk yet."""
        with self._change:
            return len(self._waiting)

    def is_read(self, article: str) -> bool:
        return self._state.holds(READ, article)

    def is_starred(self, article: str) -> bool:
        return self._state.holds(STAR, article)

    def read_ids(self) -> set[str]:
        """All read articles."""
        with self._change:
            return self._state.ids(READ)

    def starred_ids(self) -> set[str]:
        """All starred articles."""
        with self._change:
            return self._state.ids(STAR)

    def set_read(self, article: str, read: bool = True, body: str = "", name: str = "") -> Act | None:
        """Notes an article as read or not; None where it is so already. `body` is its fingerprint."""
        if self.is_read(article) == read:
            return None
        return self._do(Do.READ if read else Do.UNREAD, article, body, name)

    def set_starred(self, article: str, starred: bool = True, body: str = "", name: str = "") -> Act | None:
        """Stars an article or takes the star away; None where it is so already."""
        if self.is_starred(article) == starred:
            return None
        return self._do(Do.STAR if starred else Do.UNSTAR, article, body, name)

    def undo(self) -> Act | None:
        """Takes back the last act done here that still holds, and says which; None where there is none."""
        if not self._session:
            return None
        act = self._session.pop()
        self._taken_back.append((act, self._add(Do.UNDO, act.article, name=act.name, of=act.id)))
        return act

    def redo(self) -> Act | None:
        """Does again what was taken back last, and says what; a new act in between ends that."""
        if not self._taken_back:
            return None
        act, undone = self._taken_back.pop()
        self._add(Do.UNDO, act.article, name=act.name, of=undone.id)
        self._session.append(act)
        return act

    def bodies(self) -> Mapping[str, str]:
        """Under which id each text was known last."""
        with self._change:
            return dict(self._state.bodies())

    def follow(self, renamed: Mapping[str, str]) -> None:
        """Articles found again by their text: their id now and the one they were known by."""
        self._state.follow(renamed)

    def refresh(self) -> bool:
        """Takes in what another program added to the file; True if anything came."""
        with self._change:
            before = len(self._state)
            for act in read_on(self.path, self._place):
                self._state.apply(act)
            return len(self._state) > before

    def flush(self) -> bool:
        """Waits until all acts are on the disk, or could not be written; True if nothing waits."""
        with self._change:
            self._failed = False
            self._change.notify_all()
            self._change.wait_for(lambda: not self._thread or self._failed or not (self._waiting or self._busy))
            return not self._waiting

    def close(self) -> None:
        """Writes what waits and ends the thread."""
        with self._change:
            self._closing = True
            self._failed = False
            self._change.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
            atexit.unregister(self.close)

    def _do(self, do: Do, article: str, body: str, name: str) -> Act:
        act = self._add(do, article, body=body, name=name)
        self._session.append(act)
        self._taken_back.clear()
        return act

    def _add(self, do: Do, article: str, body: str = "", name: str = "", of: str = "") -> Act:
        if self.read_only:
            raise NewerVersion(
                "Your notebook was written by a newer version of briefing, so it is not changed.",
                f"Upgrade briefing. The file is {self.path}.",
            )
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        act = Act(os.urandom(8).hex(), at, do.value, article, body, name, of)
        with self._change:
            self._state.apply(act)
            self._waiting.append(act)
            self._failed = False
            if self._thread is None:
                self._closing = False
                self._thread = Thread(target=self._write, name="notebook", daemon=True)
                self._thread.start()
                atexit.register(self.close)
            self._change.notify_all()
        return act

    def _write(self) -> None:
        """After a failure the acts wait for the next act, a flush or the end, and are tried again then."""
        while True:
            with self._change:
                self._change.wait_for(lambda: self._closing or (self._waiting and not self._failed))
                batch = list(self._waiting)
                if not batch or (self._closing and self._failed):
                    return
                self._busy = True
            error = self._try(batch)
            with self._change:
                self._busy = False
                self._failed = error is not None
                if error is None:
                    del self._waiting[: len(batch)]
                left, closing = len(self._waiting), self._closing
                self._change.notify_all()
            if error is not None and self.not_saved is not None:
                self.not_saved(error, left)
            if closing and (error is not None or not left):
                return

    def _try(self, batch: list[Act]) -> str | None:
        try:
            append(self.path, b"".join(map(encode, batch)))
        except OSError as error:
            return error.strerror or type(error).__name__
        return None
