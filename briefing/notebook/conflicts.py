"""Where two machines decided differently about the same thing, neither knowing of the other."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.frozen import frozen
from briefing.notebook.act import Act
from briefing.notebook.actors import Corrections
from briefing.notebook.deeds import Kind, same
from briefing.notebook.state import State

_CONTESTABLE = [kind for kind in Kind if kind is not Kind.VISIT]


@frozen
class Conflict:
    """Two lines of different machines; the later one holds."""

    kept: Act
    lost: Act


def conflicts(state: State) -> list[Conflict]:
    """All of them, the last decided first."""
    found = [each for kind in _CONTESTABLE for lines in state.contested(kind) for each in _between(lines, state)]
    rings = [Conflict(kept, lost) for lost, kept in state.view(Corrections).overruled if kept.by != lost.by]
    return sorted([*found, *rings], key=lambda each: (each.kept.at, each.kept.id, each.lost.id), reverse=True)


def _between(lines: list[Act], state: State) -> Iterator[Conflict]:
    """The last line of each other machine, unless the one that holds was written in the knowledge of it."""
    last: dict[str, Act] = {}
    for act in sorted((act for act in lines if not act.auto), key=lambda act: (act.at, act.id)):
        last[act.by] = act
    if len(last) < 2:
        return
    kept = max(last.values(), key=lambda act: (act.at, act.id))
    known = set(_before(kept, state))
    for act in last.values():
        if act is not kept and act.id not in known and not same(act, kept):
            yield Conflict(kept, act)


def _before(act: Act, state: State) -> Iterator[str]:
    """The lines that one was written over, and those that these were."""
    seen: set[str] = set()
    line = act.over
    while line and line not in seen:
        seen.add(line)
        yield line
        earlier = state.act(line)
        line = earlier.over if earlier else ""
