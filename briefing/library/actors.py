"""Actors across articles, from the store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from briefing.model.actor import ActorId, ActorType
from briefing.model.hit import ActorRow
from briefing.model.numbers import Numbers

_ALIASES = 8


def list_actors(
    db: sqlite3.Connection, among: Numbers | None, types: frozenset[ActorType] | None, minimum: int, limit: int
) -> tuple[list[ActorRow], int]:
    """Actors named in at least `minimum` of these articles (of all, with None), most first; and how many there are."""
    kinds = json.dumps([kind.value for kind in types] if types is not None else [kind.value for kind in ActorType])
    counted, values = _counted(among)
    where = "type IN (SELECT value FROM json_each(?)) AND articles >= ?"
    total = db.execute(f"SELECT count(*) FROM ({counted}) WHERE {where}", (*values, kinds, minimum)).fetchone()[0]
    rows = db.execute(
        f"SELECT * FROM ({counted}) WHERE {where} ORDER BY articles DESC, mentions DESC, id LIMIT ?",
        (*values, kinds, minimum, limit),
    ).fetchall()
    return [_row(db, *row) for row in rows], int(total)


def appearances(db: sqlite3.Connection, actor: str) -> Numbers:
    """The articles that name an actor."""
    rows = db.execute("SELECT article FROM appearance JOIN actor ON number = actor WHERE id = ?", (actor,))
    return Numbers(number for (number,) in rows)


def _counted(among: Numbers | None) -> tuple[str, tuple[Any, ...]]:
    """For all articles the sums are kept in the table; for some of them they are counted."""
    if among is None:
        return "SELECT number, id, type, articles, mentions FROM actor", ()
    counted = (
        "SELECT actor.number, actor.id, actor.type, count(*) AS articles, sum(appearance.mentions) AS mentions "
        "FROM json_each(?) AS asked CROSS JOIN appearance ON appearance.article = asked.value "
        "JOIN actor ON actor.number = appearance.actor GROUP BY actor.number"
    )
    return counted, (json.dumps(list(among)),)


def _row(db: sqlite3.Connection, number: int, known: str, kind: str, articles: int, mentions: int) -> ActorRow:
    names = db.execute(
        "SELECT alias, name FROM actor_name WHERE actor = ? ORDER BY alias, uses DESC, name DESC LIMIT ?",
        (number, _ALIASES + 1),
    ).fetchall()
    first, last = db.execute(
        "SELECT min(day), max(day) FROM appearance JOIN articles ON number = article WHERE actor = ?", (number,)
    ).fetchone()
    name = names[0][1]
    return ActorRow(
        id=ActorId(known),
        name=name,
        type=ActorType(kind),
        articles=articles,
        mentions=mentions,
        aliases=tuple(dict.fromkeys(other for _, other in names[1:] if other != name)),
        role=_role(db.execute("SELECT role FROM appearance WHERE actor = ? AND role <> ''", (number,))),
        first=date.fromordinal(first) if first else None,
        last=date.fromordinal(last) if last else None,
    )


def _role(rows: Iterable[tuple[str]]) -> str:
    """The role most articles give."""
    counts: dict[str, int] = {}
    for (role,) in rows:
        counts[role] = counts.get(role, 0) + 1
    return max(counts, key=lambda role: (counts[role], role), default="")
