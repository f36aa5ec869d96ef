"""One build under way: what its stages share."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.library.corpus import Corpus
from briefing.library.events import Event
from briefing.library.parts import Parts
from briefing.library.writer import StoreWriter
from briefing.model.progress import Progress, Stage
from briefing.search.engine import Stop
from briefing.settings.schema import Settings

_EVERY = 0.2
"""Seconds between two lines of progress: enough for an eye, little on a pipe."""


@dataclass(slots=True)
class Job:
    """What is built, of what, for whom."""

    corpus: Corpus
    settings: Settings
    parts: Parts
    engine: str
    """The search engine's name."""
    emit: Callable[[Event], None]
    stop: Stop
    writer: StoreWriter
    confirm_removal: bool = False
    read: int = 0
    unchanged: int = 0
    removed: int = 0
    walked: dict[str, int] = field(default_factory=dict)
    """The folders of this build's walk, with their times."""
    _told: float = field(default=0.0)

    def progress(self, stage: Stage, done: int, total: int, current: str = "") -> None:
        """Tells how far a stage is, not too often."""
        now = time.monotonic()
        if now - self._told >= _EVERY or done == total:
            self._told = now
            self.emit(Progress(stage, done, total, current, self.problems()))

    def problems(self) -> int:
        """How many are known so far."""
        return int(self.writer.db.execute("SELECT value FROM counts WHERE key = 'problems'").fetchone()[0])

    def commit(self, contents: bool = False) -> None:
        """Ends the batch and says so."""
        self.emit(self.writer.commit(contents))
