"""Ctrl+C and SIGTERM as a wish that work heeds at its next commit; a second one ends the program at once."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Wish:
    """Whether the user wants it to stop."""

    def __init__(self) -> None:
        self.signal = 0

    def __call__(self) -> bool:
        return self.signal != 0

    @property
    def exit_code(self) -> int:
        """130 after Ctrl+C, 143 after SIGTERM."""
        return 128 + self.signal


@contextmanager
def heeded() -> Iterator[Wish]:
    """While it lasts, the first signal only makes the wish."""
    wish = Wish()

    def note(number: int, _: FrameType | None) -> None:
        if wish():
            raise KeyboardInterrupt
        wish.signal = number

    try:
        before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    except ValueError:  # not the main thread: signals are somebody else's
        before = {}
    try:
        yield wish
    finally:
        for number, old in before.items():
            signal.signal(number, old)
