"""Who is named together: exact, by streaming where names are article by article, in the memory of one actor's pairs.

The top pairs of all actors are found without counting them all: actors come by how often they are named, the pairs of
each with those after it, until nobody is left who is named as often as the last pair that is kept.
"""

from __future__ import annotations

import sqlite3
from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from briefing.library.bearers import ENTRY_NAME
from briefing.library.column import listed
from briefing.model.actor import ActorId, ActorType
from briefing.model.numbers import Numbers
from briefing.model.pairs import Named, Pair, Pairs, Within

NONE = Numbers()
_PLACES = {
    Within.CLAUSE: ("clause", "at"),
    Within.SENTENCE: ("place", "sentence"),
    Within.PARAGRAPH: ("place", "paragraph"),
    Within.ARTICLE: ("appearance", "article"),
}
"""The table that says who is in what, and its column of what; rows of one article stand together."""


def list_partners(
    db: sqlite3.Connection, actor: ActorId, within: Within, among: Numbers | None, limit: int, left_out: Numbers = NONE
) -> Pairs:
    """With whom one actor is named, most often first; articles `left_out` do not count."""
    row = db.execute("SELECT entry FROM actor WHERE id = ?", (actor,)).fetchone()
    if row is None:
        return Pairs(within, (), 0)
    counts = count_partners(db, row[0], within, among, left_out)
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
    one = named(db, row[0])
    return Pairs(within, tuple(Pair(one, named(db, other), count) for other, count in best), len(counts))


def count_partners(
    db: sqlite3.Connection, entry: int, within: Within, among: Numbers | None = None, left_out: Numbers = NONE
) -> Counter[int]:
    """How often each other entry is in what this one is in."""
    counts: Counter[int] = Counter()
    for rows in _articles(db, entry, within, among, left_out):
        mine = {unit for unit, other in rows if other == entry}
        counts.update(other for unit, other in set(rows) if other != entry and unit in mine)
    return counts


def list_pairs(
    db: sqlite3.Connection,
    within: Within,
    among: Numbers | None,
    limit: int,
    stop: Callable[[], bool] = lambda: False,
    left_out: Numbers = NONE,
) -> Pairs:
    """The most frequent pairs of all actors; of equal ones those of more frequent actors. None at all when stopped."""
    weights = _weights(db, within, among)
    rank = {entry: place for place, (entry, _) in enumerate(weights)}
    best: list[tuple[int, int, int, int]] = []
    for entry, weight in weights:
        if stop():
            return Pairs(within, ())
        if len(best) >= limit and weight <= -best[-1][0]:
            break  # a pair is never more frequent than either of its actors
        for other, count in count_partners(db, entry, within, among, left_out).items():
            if rank[other] > rank[entry] and (len(best) < limit or count > -best[-1][0]):
                insort(best, (-count, rank[entry], rank[other], other))
                del best[limit:]
    return Pairs(
        within,
        tuple(Pair(named(db, weights[one][0]), named(db, other), -count) for count, one, _, other in best),
    )


def named(db: sqlite3.Connection, entry: int) -> Named:
    """The name and type of an entry."""
    known, name, kind = db.execute(
        f"SELECT id, ({ENTRY_NAME}), type FROM actor AS e WHERE number = ?", (entry,)
    ).fetchone()
    return Named(ActorId(known), name or "", ActorType(kind))


def _weights(db: sqlite3.Connection, within: Within, among: Numbers | None) -> list[tuple[int, int]]:
    """All entries with a number that no pair of theirs exceeds, the greatest first."""
    table, _ = _PLACES[within]
    where = "" if among is None else "WHERE article IN (SELECT value FROM json_each(?))"
    return db.execute(
        f"SELECT m.entry, sum(found) FROM (SELECT actor, count(*) AS found FROM {table} {where} GROUP BY actor) "
        "JOIN actor AS m ON m.number = actor GROUP BY m.entry ORDER BY 2 DESC, 1",
        () if among is None else (listed(among),),
    ).fetchall()


def _articles(
    db: sqlite3.Connection, entry: int, within: Within, among: Numbers | None, left_out: Numbers
) -> Iterator[list[tuple[int, int]]]:
    """What is in each article of an entry: pairs of a sentence, or the like, and an entry that is in it."""
    table, unit = _PLACES[within]
    rows = db.execute(
        f"SELECT t.article, t.{unit}, o.entry FROM (SELECT DISTINCT article FROM appearance WHERE actor IN "
        f"(SELECT number FROM actor WHERE entry = ?)) AS mine CROSS JOIN {table} AS t ON t.article = mine.article "
        "CROSS JOIN actor AS o ON o.number = t.actor",
        (entry,),
    )
    for article, found in groupby(rows, key=lambda row: row[0]):
        if (among is None or article in among) and article not in left_out:
            yield [(unit, other) for _, unit, other in found]
