"""What the store answers of stories: which articles are copies of which, and how many there are of each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from briefing.library import record
from briefing.library.column import listed
from briefing.model.fold import fold
from briefing.model.hit import Card
from briefing.model.numbers import Numbers
from briefing.model.story import Copy, Story

_SIZES = "SELECT head, count(*) + 1 AS size FROM story INDEXED BY story_copies WHERE head <> article GROUP BY head"


def story_of(db: sqlite3.Connection, number: int) -> Story | None:
    """The story that an article tells, of one copy where there are no others; None where the article is gone."""
    row = db.execute("SELECT head FROM story WHERE article = ?", (number,)).fetchone()
    made = _stories(db, [row[0] if row else number], 0.0)
    return made[0] if made else None


def list_stories(
    db: sqlite3.Connection, among: Numbers | None, minimum: int, threshold: float, limit: int
) -> tuple[list[Story], int]:
    """Stories of at least `minimum` articles, most articles first, then the newest; and how many there are.

    With `among`, those that one of these articles tells. Copies less near to the head than `threshold` are left out.
    """
    named = (
        ""
        if among is None
        else "AND head IN (SELECT head FROM story WHERE article IN (SELECT value FROM json_each(?)))"
    )
    rows = db.execute(
        f"SELECT head, count(*) + 1 AS size FROM story JOIN articles ON number = head "
        f"WHERE head <> article AND near >= ? {named} GROUP BY head HAVING size >= ? ORDER BY size DESC, newest, id",
        (threshold, *(() if among is None else (listed(among),)), max(minimum, 2)),
    ).fetchall()
    return _stories(db, [head for head, _ in rows[:limit]], threshold), len(rows)


def told_by(db: sqlite3.Connection, holds: Callable[[int], bool]) -> Numbers:
    """The articles of stories with a number of copies for which this holds."""
    heads = [head for head, size in db.execute(_SIZES) if holds(size)]
    members = "SELECT article FROM story INDEXED BY story_copies WHERE head <> article AND head IN"
    rows = db.execute(f"{members} (SELECT value FROM json_each(?))", (json.dumps(heads),))
    found = Numbers([*heads, *(number for (number,) in rows)])
    if not holds(1):
        return found
    several = "SELECT article FROM story INDEXED BY story_copies WHERE head <> article"
    alone = f"number NOT IN ({several}) AND number NOT IN (SELECT head FROM ({_SIZES}))"
    return found | Numbers(number for (number,) in db.execute(f"SELECT number FROM articles WHERE {alone}"))


def folded(db: sqlite3.Connection) -> Numbers:
    """The articles that are copies of another one, the head of their story."""
    rows = db.execute("SELECT article FROM story INDEXED BY story_copies WHERE head <> article")
    return Numbers(number for (number,) in rows)


def _stories(db: sqlite3.Connection, heads: Sequence[int], threshold: float) -> list[Story]:
    asked = json.dumps(list(heads))
    near = {head: {head: 1.0} for head in heads}
    for article, head, share in db.execute(
        "SELECT article, head, near FROM story INDEXED BY story_copies "
        "WHERE head <> article AND head IN (SELECT value FROM json_each(?)) AND near >= ?",
        (asked, threshold),
    ):
        near[head][article] = share
    numbers = json.dumps([number for members in near.values() for number in members])
    cards = f"SELECT {record.CARD}, oldest FROM articles WHERE number IN (SELECT value FROM json_each(?))"
    found: dict[int, tuple[Card, int]] = {}
    for *row, oldest in db.execute(cards, (numbers,)):
        found[row[0]] = record.card(row), oldest
    return [_story(head, near[head], found) for head in heads if head in found]


def _story(head: int, near: dict[int, float], found: dict[int, tuple[Card, int]]) -> Story:
    members = sorted(
        (number for number in near if number in found), key=lambda n: (found[n][1], n != head, found[n][0].id)
    )
    cards = [found[number][0] for number in members]
    copies = tuple(Copy(card, near[card.number]) for card in cards)
    return Story(
        found[head][0], copies, _sources(card.source for card in cards), sum(not card.source for card in cards)
    )


def _sources(named: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for source in named:
        if source:
            first.setdefault(fold(source), source)
    return tuple(first.values())
