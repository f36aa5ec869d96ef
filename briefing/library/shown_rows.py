"""Actors across articles as the reader corrected them a moment ago, before the store has taken it over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model.actor import ActorId, ActorType, actor_id
from briefing.model.hit import ActorRow
from briefing.notebook.actors import Corrections
from briefing.notebook.subject import ActorName


def corrected_rows(rows: Sequence[ActorRow], corrections: Corrections) -> list[ActorRow]:
    """The rows without the ignored, with new names and types, and those that are one in one row.

    What the store has taken over already changes nothing. How many articles a row of two has is known when the store
    has counted them; until then it shows the greater number.
    """
    if not corrections.subjects:
        return list(rows)
    known = {ids(name): name for name in corrections.subjects}
    shown = {row.id: row for row in rows}
    for row in rows:
        name = known.get(row.id)
        if name is None:
            continue
        root = corrections.root(name)
        if name in corrections.ignored or root in corrections.ignored:
            del shown[row.id]
        elif root != name and ids(root) in shown:
            shown[ids(root)] = _together(shown[ids(root)], shown.pop(row.id))
    return [_called(row, known.get(row.id), corrections) for row in shown.values()]


def pinned_ids(corrections: Corrections) -> frozenset[ActorId]:
    """The entries that the reader pinned."""
    return frozenset(ids(corrections.root(name)) for name in corrections.pinned)


def ids(name: ActorName) -> ActorId:
    """The id under which the store keeps an actor."""
    return actor_id(name.name, name.type)


def _together(row: ActorRow, other: ActorRow) -> ActorRow:
    names = dict.fromkeys((*row.aliases, other.name, *other.aliases))
    names.pop(row.name, None)
    articles, mentions = max(row.articles, other.articles), row.mentions + other.mentions
    return row._replace(aliases=tuple(names), articles=articles, mentions=mentions)


def _called(row: ActorRow, name: ActorName | None, corrections: Corrections) -> ActorRow:
    if name is None:
        return row
    called, kind = corrections.renames.get(name, row.name), corrections.retypes.get(name, "")
    if called != row.name:
        row = row._replace(name=called, aliases=tuple(_without((row.name, *row.aliases), called)))
    return row._replace(type=ActorType(kind)) if kind in set(ActorType) else row


def _without(names: Iterable[str], name: str) -> Iterable[str]:
    return (each for each in names if each != name)
