"""The first hits by relevance, put in the order that a reader believes: who is meant by name first, copies last.

An engine knows words only. The store knows that a word names an actor and how often an article does so, and which
articles are copies of each other. Both touch the first WINDOW hits alone, so that the work is the same at any size.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from operator import attrgetter

from briefing.model.hit import Hit
from briefing.model.json_text import write_json
from briefing.model.query import And, Node, Or, Phrase, Term

WINDOW = 60
"""A screen at its tallest."""
_NAMED = 0.5
"""How much more an article weighs, at most, that speaks of the one whose name the query is."""
_score = attrgetter("score")
_LONGEST_NAME = 4
"""Words of a query that are taken for one name."""


def reorder(db: sqlite3.Connection, tree: Node, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The same hits: of the first ones those that name the query's actors rise, copies of a higher one sink."""
    first = hits[:WINDOW]
    asked = write_json([hit.number for hit in first])
    named = _with_names(db, tree, first, asked)
    named.sort(key=_score, reverse=True)  # stable: what the engine put first among equals stays first
    return (*_copies_last(db, named, asked), *hits[WINDOW:])


def _with_names(db: sqlite3.Connection, tree: Node, hits: Sequence[Hit], asked: str) -> list[Hit]:
    names = sorted(_names(tree))
    if not names:
        return list(hits)
    bearers = "SELECT actor FROM actor_name WHERE words IN (SELECT value FROM json_each(?))"
    entries = f"SELECT number FROM actor WHERE entry IN (SELECT entry FROM actor WHERE number IN ({bearers}))"
    actors = [number for (number,) in db.execute(entries, (write_json(names),))]
    if not actors:
        return list(hits)
    rows = db.execute(
        "SELECT article, sum(mentions) FROM appearance WHERE article IN (SELECT value FROM json_each(?)) "
        "AND actor IN (SELECT value FROM json_each(?)) GROUP BY article",
        (asked, write_json(actors)),
    )
    mentions = dict(rows)
    return [_weighed(hit, mentions[hit.number]) if hit.number in mentions else hit for hit in hits]


def _weighed(hit: Hit, mentions: int) -> Hit:
    return Hit(hit.number, hit.score * (1 + _NAMED * mentions / (mentions + 2)))


def _names(tree: Node) -> set[str]:
    """Words beside each other in the query that may be a name, as the store writes names."""
    found: set[str] = set()
    for row in _rows(tree):
        for start in range(len(row)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(row)) + 1):
                found.add(f" {' '.join(row[start:end])} ")
    return found


def _rows(tree: Node) -> Iterator[Sequence[str]]:
    if isinstance(tree, Phrase):
        yield tree.tokens
    elif isinstance(tree, Term):
        yield (tree.token,)
    elif isinstance(tree, And | Or):
        yield [part.token for part in tree.parts if isinstance(part, Term)]
        for part in tree.parts:
            if not isinstance(part, Term):
                yield from _rows(part)


def _copies_last(db: sqlite3.Connection, hits: list[Hit], asked: str) -> list[Hit]:
    """Hits that tell no story told higher up, then those that do; each in order."""
    copies_of = "SELECT article, head FROM story WHERE article IN (SELECT value FROM json_each(?)) AND head <> article"
    heads: dict[int, int] = dict(db.execute(copies_of, (asked,)))
    if not heads:
        return hits
    tell = [heads.get(hit.number, hit.number) for hit in hits]
    if len(set(tell)) == len(tell):
        return hits
    told: set[int] = set()
    kept: list[Hit] = []
    copies: list[Hit] = []
    for hit, head in zip(hits, tell, strict=True):
        (copies if head in told else kept).append(hit)
        told.add(head)
    return kept + copies
