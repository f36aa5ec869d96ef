"""What extraction found, in the store: the whole as one packed value, and rows to ask who and when."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable

from briefing.library.bearers import SHORTENED, words_of
from briefing.library.claims import drop_claims, put_claims
from briefing.library.places import drop_places, put_places
from briefing.model.actor import Actor, ActorType, Findings
from briefing.model.frozen import replace

_TAKEN_OVER = (
    "DELETE FROM correction WHERE kind IN ('date', 'when', 'tie') AND key = (SELECT id FROM articles WHERE number = ?)"
)
"""What the reader said of an article's times is to be taken over anew: its rows are those of the rules again."""


def put(db: sqlite3.Connection, number: int, findings: Findings, rules: int) -> None:
    """Notes what was found in an article, in place of what an older rules version found."""
    from briefing.extract.contract_json import findings_to_json

    packed = zlib.compress(findings_to_json(findings).encode(), 1)
    db.execute("INSERT OR REPLACE INTO findings VALUES (?, ?)", (number, packed))
    put_rows(db, number, findings)
    db.execute(_TAKEN_OVER, (number,))
    db.execute("UPDATE articles SET rules = ? WHERE number = ?", (rules, number))


def put_rows(db: sqlite3.Connection, number: int, findings: Findings) -> None:
    """Writes the rows by which findings are asked for, in place of those that are there."""
    drop_rows(db, number)
    numbers = {actor.id: _put_actor(db, number, actor) for actor in _distinct(findings.actors)}
    put_claims(db, number, findings, numbers)
    put_places(db, number, findings, numbers)
    days = {
        (t.when.earliest.toordinal(), t.when.latest.toordinal())
        for t in findings.times
        if t.when.earliest is not None and t.when.latest is not None
    }
    db.executemany("INSERT INTO article_time VALUES (?, ?, ?)", [(number, a, b) for a, b in sorted(days)])


def drop(db: sqlite3.Connection, number: int) -> None:
    """Takes out all that was found in an article."""
    db.execute("DELETE FROM findings WHERE number = ?", (number,))
    drop_rows(db, number)


def drop_rows(db: sqlite3.Connection, number: int) -> None:
    """Takes out the rows of an article; an actor or a name that no article has any more goes with them."""
    drop_claims(db, number)
    drop_places(db, number)
    db.execute("DELETE FROM article_time WHERE article = ?", (number,))
    rows = db.execute("SELECT actor, names FROM naming WHERE article = ?", (number,)).fetchall()
    db.execute("DELETE FROM naming WHERE article = ?", (number,))
    db.execute("DELETE FROM appearance WHERE article = ?", (number,))
    for actor, names in rows:
        for alias, name in json.loads(names):
            _touch(db, words_of(name))
            where = "WHERE actor = ? AND alias = ? AND name = ?"
            db.execute(f"UPDATE actor_name SET uses = uses - 1 {where}", (actor, alias, name))
            db.execute(f"DELETE FROM actor_name {where} AND uses <= 0", (actor, alias, name))
        db.execute("DELETE FROM actor WHERE number = ? AND articles = 0", (actor,))


def _put_actor(db: sqlite3.Connection, article: int, actor: Actor) -> int:
    db.execute(
        "INSERT INTO actor(number, id, type, own_type, entry) SELECT fresh, ?1, ?2, ?2, fresh "
        "FROM (SELECT ifnull(max(number), 0) + 1 AS fresh FROM actor) WHERE true ON CONFLICT(id) DO NOTHING",
        (actor.id, actor.type.value),
    )
    number = db.execute("SELECT number FROM actor WHERE id = ?", (actor.id,)).fetchone()[0]
    names = [(0, actor.name), *((1, alias) for alias in dict.fromkeys(actor.aliases) if alias != actor.name)]
    words = words_of(actor.name).split()
    if actor.type is ActorType.PERSON and len(words) > 2:
        names.append((SHORTENED, f"{words[0]} {words[-1]}"))
    for _, name in names:
        _touch(db, words_of(name))
    db.executemany(
        "INSERT INTO actor_name VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET uses = uses + 1",
        [(number, alias, name, words_of(name)) for alias, name in names],
    )
    db.execute("INSERT INTO appearance VALUES (?, ?, ?)", (article, number, len(actor.mentions)))
    row = (article, number, actor.role, json.dumps(names, ensure_ascii=False))
    db.execute("INSERT INTO naming VALUES (?, ?, ?, ?)", row)
    return int(number)


def _touch(db: sqlite3.Connection, words: str) -> None:
    """What is known of a name changed: `identity` looks at all that bear it again."""
    db.execute("INSERT OR IGNORE INTO touched VALUES (?)", (words,))


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    """One entry an id: two actors that fold to the same name and type are the same across articles."""
    found: dict[str, Actor] = {}
    for actor in actors:
        other = found.get(actor.id)
        if other is None:
            found[actor.id] = actor
        else:
            aliases = (*other.aliases, actor.name, *actor.aliases)
            found[actor.id] = replace(other, aliases=aliases, mentions=other.mentions + actor.mentions)
    return list(found.values())
