"""Actors across articles, from the store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from briefing.library.bearers import SHORTENED, words_of
from briefing.library.column import listed
from briefing.model.actor import ActorId, ActorType
from briefing.model.errors import WrongUse
from briefing.model.hit import ActorRow
from briefing.model.identity import Counted, decode_why
from briefing.model.numbers import Numbers

_ALIASES = 8
_ALIKE = 0.75
"""How much of a misspelt name is right, of 1."""
_NEAR = 5
"""Names that are offered where one is not enough."""


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


def find_actor(db: sqlite3.Connection, name: str) -> ActorRow:
    """The entry of this name: of just this name, else of one with all its words; the most frequent of several."""
    rows = find_actors(db, name, _NEAR + 1)
    exact = [row for row in rows if words_of(name) in map(words_of, (row.name, *row.aliases))]
    if len(exact) == 1 or (len(rows) == 1):
        return (exact or rows)[0]
    if exact and exact[0].articles > exact[1].articles:
        return exact[0]
    near = "; ".join(f"{row.name} ({row.type.value.replace('_', ' ')})" for row in (exact or rows)[:_NEAR])
    if near:
        raise WrongUse(f"“{name}” may be several.", f"Say more of the name: {near}.")
    meant = " or ".join(_meant(db, name))
    hint = f"Did you mean {meant}?" if meant else "briefing actors lists who is named."
    raise WrongUse(f"Nobody is called “{name}” in this library.", hint)


def _meant(db: sqlite3.Connection, name: str) -> list[str]:
    """Who has a name that is written nearly so, from its first letter on."""
    import difflib

    wanted = words_of(name).strip()
    begun = f" {wanted[:1]}"
    found = db.execute("SELECT DISTINCT words FROM actor_name WHERE substr(words, 1, 2) = ?", (begun,))
    near = difflib.get_close_matches(wanted, [words.strip() for (words,) in found], n=3, cutoff=_ALIKE)
    return list(dict.fromkeys(row.name for words in near for row in find_actors(db, words, 1)))


def find_actors(db: sqlite3.Connection, name: str, limit: int) -> list[ActorRow]:
    """Entries with this name, or with all its words in one of their names, the last of them as a beginning."""
    words = words_of(name).split()
    if not words:
        return []
    holds = " AND ".join("instr(words, ?) > 0" for _ in words)
    rows = db.execute(
        "SELECT e.number, e.id, e.type, e.all_articles, e.all_mentions, max(n.words = ?) AS exact FROM actor_name AS n "
        f"JOIN actor AS m ON m.number = n.actor JOIN actor AS e ON e.number = m.entry WHERE {holds} "
        "GROUP BY e.number ORDER BY exact DESC, e.all_articles DESC, e.all_mentions DESC, e.id LIMIT ?",
        (f" {' '.join(words)} ", *(f" {word} " for word in words[:-1]), f" {words[-1]}", limit),
    ).fetchall()
    return [_row(db, *row[:5]) for row in rows]


def appearances(db: sqlite3.Connection, actor: str) -> Numbers:
    """The articles that name an actor."""
    rows = db.execute(
        "SELECT DISTINCT article FROM appearance JOIN actor AS member ON member.number = actor "
        "WHERE member.entry = (SELECT entry FROM actor WHERE id = ?)",
        (actor,),
    )
    return Numbers(number for (number,) in rows)


def actor_row(db: sqlite3.Connection, entry: int) -> ActorRow:
    """One entry as a row, by its number in the store."""
    row = db.execute("SELECT number, id, type, all_articles, all_mentions FROM actor WHERE number = ?", (entry,))
    return _row(db, *row.fetchone())


def _counted(among: Numbers | None) -> tuple[str, tuple[Any, ...]]:
    """For all articles the sums are kept in the table; for some of them they are counted."""
    if among is None:
        kept = "all_articles AS articles, all_mentions AS mentions"
        return f"SELECT number, id, type, {kept} FROM actor WHERE entry = number AND NOT ignored", ()
    counted = (
        "SELECT e.number, e.id, e.type, count(DISTINCT appearance.article) AS articles, "
        "sum(appearance.mentions) AS mentions "
        "FROM json_each(?) AS asked CROSS JOIN appearance ON appearance.article = asked.value "
        "JOIN actor ON actor.number = appearance.actor JOIN actor AS e ON e.number = actor.entry "
        "WHERE NOT e.ignored GROUP BY e.number"
    )
    return counted, (listed(among),)


def _row(db: sqlite3.Connection, number: int, known: str, kind: str, articles: int, mentions: int) -> ActorRow:
    members = "SELECT number FROM actor WHERE entry = ?1"
    names = db.execute(
        f"SELECT name, max(uses) FROM actor_name WHERE actor IN ({members}) AND alias <> ?2 GROUP BY words "
        "ORDER BY min(CASE WHEN actor = ?1 THEN alias ELSE 1 END), sum(uses) DESC, name DESC LIMIT ?3",
        (number, SHORTENED, _ALIASES + 1),
    ).fetchall()
    first, last = db.execute(
        f"SELECT min(day), max(day) FROM appearance JOIN articles ON number = article WHERE actor IN ({members})",
        (number,),
    ).fetchone()
    role = db.execute(
        f"SELECT role FROM naming WHERE actor IN ({members}) AND role <> '' GROUP BY role "
        "ORDER BY count(*) DESC, role DESC LIMIT 1",
        (number,),
    ).fetchone()
    return ActorRow(
        id=ActorId(known),
        name=names[0][0],
        type=ActorType(kind),
        articles=articles,
        mentions=mentions,
        aliases=tuple(name for name, _ in names[1:]),
        role=role[0] if role else "",
        first=date.fromordinal(first) if first else None,
        last=date.fromordinal(last) if last else None,
        counted=tuple(_counted_with(db, number)),
    )


def _counted_with(db: sqlite3.Connection, number: int) -> Iterator[Counted]:
    """Who else is in an entry, most articles first."""
    rows = db.execute(
        "SELECT (SELECT name FROM actor_name WHERE actor = number ORDER BY alias, uses DESC, name DESC LIMIT 1), "
        "type, articles, why FROM actor WHERE entry = ?1 AND number <> ?1 ORDER BY articles DESC, id",
        (number,),
    )
    for name, kind, articles, why in rows:
        rule, beside = decode_why(why)
        yield Counted(name, ActorType(kind), articles, rule, beside)
