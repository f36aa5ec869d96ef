"""The builder's own end of the pipe: build, say so in JSON lines, end early when nobody listens."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from briefing.library.events import Event, encode
from briefing.model.errors import BriefingError
from briefing.search.engine import Stop
from briefing.settings.places import Places
from briefing.settings.schema import Settings


@contextmanager
def stop_on_signals() -> Iterator[Stop]:
    """SIGTERM, SIGINT and SIGHUP ask for the end at the next commit; a second SIGINT ends at once."""
    asked: list[int] = []

    def ask(number: int, frame: object) -> None:
        if number == signal.SIGINT and asked:
            raise KeyboardInterrupt
        asked.append(number)

    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    before = [(number, signal.signal(number, ask)) for number in numbers]
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def serve(
    roots: Sequence[Path],
    places: Places,
    settings: Settings,
    out: TextIO,
    rebuild: bool = False,
    confirm_removal: bool = False,
) -> int:
    """Builds and writes each event as a line; gives the exit code."""
    from briefing.library.build import build

    told = _Teller(out)
    with stop_on_signals() as asked:
        try:
            finished = build(roots, places, settings, told, lambda: asked() or told.deaf(), rebuild, confirm_removal)
        except BriefingError as error:
            return error.exit_code
    return 130 if finished.stopped and not told.deaf() else 3 if finished.problems else 0


class _Teller:
    """Writes events; knows that nobody listens when the pipe is closed or the parent has changed."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._parent = os.getppid()
        self._closed = False

    def __call__(self, event: Event) -> None:
        if self._closed:
            return
        try:
            self._out.write(encode(event) + "\n")
            self._out.flush()
        except (OSError, ValueError):
            self._closed = True

    def deaf(self) -> bool:
        return self._closed or os.getppid() != self._parent
