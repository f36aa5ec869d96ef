"""What a build tells whoever started it: one JSON line an event."""

from __future__ import annotations

import json
from typing import Any

from briefing.model.frozen import frozen
from briefing.model.progress import Progress, Stage


@frozen
class Committed:
    """A batch is on disk and can be seen: a new generation with its counts."""

    generation: int
    articles: int
    searchable: int
    extracted: int


@frozen
class LockedBy:
    """Another program writes this library; `since` is ISO time with its offset, "" where it is not known."""

    pid: int
    host: str
    since: str


@frozen
class MuchGone:
    """More than half of the files are gone at once: nothing was removed, the reader is to be asked."""

    missing: int
    total: int


@frozen
class Finished:
    """The build has ended. `read` and `unchanged` count files, `removed` counts articles, `problems` all there are."""

    read: int
    removed: int
    problems: int
    unchanged: int
    stopped: bool = False
    """It was asked to stop: what is committed stays, the rest waits for the next build."""


@frozen
class Failed:
    """The build could not go on; what is committed stays."""

    title: str
    what_to_do: str = ""


Event = Progress | Committed | LockedBy | MuchGone | Finished | Failed

_KINDS: dict[str, type[Any]] = {
    "progress": Progress,
    "committed": Committed,
    "locked": LockedBy,
    "much_gone": MuchGone,
    "finished": Finished,
    "failed": Failed,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def encode(event: Event) -> str:
    """One line, ASCII only, so that it survives any locale and pipe."""
    told = {name: getattr(event, name) for name in type(event).__match_args__}
    return json.dumps({"event": _NAMES[type(event)], **told})


def decode(line: str) -> Event | None:
    """The event of a line; None for what is no event of ours (a later version's, a stray line)."""
    try:
        fields = json.loads(line)
        kind = _KINDS[fields.pop("event")]
        if kind is Progress:
            fields["stage"] = Stage(fields["stage"])
        made: Event = kind(**fields)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return made
