"""Every event comes back from its line as it was; a line of something else is no event."""

from __future__ import annotations

import pytest

from briefing.library.events import Committed, Event, Failed, Finished, LockedBy, MuchGone, decode, encode
from briefing.model.progress import Progress, Stage


@pytest.mark.parametrize(
    "event",
    [
        *(Progress(stage, 1, 2, "a.txt", 3) for stage in Stage),
        Committed(1, 2, 3, 4),
        LockedBy(7, "desk", ""),
        MuchGone(3, 4),
        Finished(1, 2, 3, 4, True),
        Failed("The disk is full.", "Make room."),
    ],
)
def test_there_and_back(event: Event) -> None:
    line = encode(event)
    assert line.isascii()
    assert decode(line) == event


@pytest.mark.parametrize("line", ["", "{", "[]", '{"event": "later"}', '{"event": "progress", "stage": "?"}', "7"])
def test_what_is_no_event(line: str) -> None:
    assert decode(line) is None
