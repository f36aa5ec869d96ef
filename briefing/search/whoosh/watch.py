"""Somebody waits for an answer, or no longer."""

from __future__ import annotations

from time import monotonic

from briefing.search.engine import Stop


class Stopped(Exception):
    """Nobody waits any more."""


class Watch:
    """Asked between chunks of work. `cut` says that something was left out because it was late."""

    def __init__(self, stop: Stop, deadline: float | None) -> None:
        self._stop = stop
        self.began = monotonic()
        self._end = None if deadline is None else self.began + deadline
        self.cut = False

    @property
    def seconds(self) -> float:
        """Since the question."""
        return monotonic() - self.began

    def check(self) -> None:
        """Raises Stopped when nobody waits."""
        if self._stop():
            raise Stopped

    def late(self) -> bool:
        """Whether the deadline has passed."""
        return self._end is not None and monotonic() > self._end
