"""Lists in which a report has one row: which articles it hides, and what each row stands for.

The head of a story stands for it. Where a list does not hold the head, because a query does not find it, the earliest
of the copies that it holds does; so nothing that is found is ever hidden by something that is not.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from briefing.library.column import listed
from briefing.model.numbers import Numbers
from briefing.model.story import Fold

_FEW = 2000
"""Articles found that are asked for one by one; among more the copies of all stories are looked through."""
_COPIES = "SELECT article, head FROM story INDEXED BY story_copies WHERE head <> article"


def hidden(db: sqlite3.Connection, found: Numbers) -> Numbers:
    """Of the articles of a list those for which another one stands."""
    copies = _copies(db, found)
    hides = [article for article, head in copies if head in found]
    headless: dict[int, list[int]] = {}
    for article, head in copies:
        if head not in found:
            headless.setdefault(head, []).append(article)
    several = [articles for articles in headless.values() if len(articles) > 1]
    if several:
        places = _places(db, [article for articles in several for article in articles])
        for articles in several:
            hides += sorted(articles, key=places.__getitem__)[1:]
    return Numbers(hides)


def head(db: sqlite3.Connection, number: int) -> int:
    """The article that heads the story that an article tells."""
    row = db.execute("SELECT head FROM story WHERE article = ?", (number,)).fetchone()
    return int(row[0]) if row else number


def members(db: sqlite3.Connection, number: int) -> list[int]:
    """The articles of the story that an article tells, in order of their printing."""
    first = head(db, number)
    others = "SELECT article FROM story INDEXED BY story_copies WHERE head = ? AND head <> article ORDER BY place"
    return [first, *(article for (article,) in db.execute(others, (first,)))]


def folds(db: sqlite3.Connection, rows: Sequence[int], found: Numbers | None) -> dict[int, Fold]:
    """What rows stand for: of each story all articles, or those that were found; a row that is alone is left out."""
    asked = "SELECT article, head FROM story WHERE article IN (SELECT value FROM json_each(?))"
    row_of = {head: article for article, head in db.execute(asked, (json.dumps(list(rows)),))}
    told: dict[int, list[tuple[int, str]]] = {head: [] for head in row_of}
    heads = json.dumps(list(row_of))
    for statement in (
        "SELECT s.head, a.number, a.source_fold FROM story AS s INDEXED BY story_copies JOIN articles AS a "
        "ON a.number = s.article WHERE s.head <> s.article AND s.head IN (SELECT value FROM json_each(?))",
        "SELECT number, number, source_fold FROM articles WHERE number IN (SELECT value FROM json_each(?))",
    ):
        for head, number, source in db.execute(statement, (heads,)):
            if found is None or number in found:
                told[head].append((number, source))
    return {row_of[head]: _fold(source for _, source in each) for head, each in told.items() if len(each) > 1}


def _fold(sources: Iterable[str]) -> Fold:
    named = list(sources)
    return Fold(len(named), len({source for source in named if source}), sum(not source for source in named))


def _copies(db: sqlite3.Connection, found: Numbers) -> list[tuple[int, int]]:
    if len(found) <= _FEW:
        asked = "SELECT article, head FROM story WHERE head <> article AND article IN (SELECT value FROM json_each(?))"
        return db.execute(asked, (listed(found),)).fetchall()
    return [(article, head) for article, head in db.execute(_COPIES) if article in found]


def _places(db: sqlite3.Connection, articles: Sequence[int]) -> dict[int, bytes]:
    asked = "SELECT article, place FROM story WHERE article IN (SELECT value FROM json_each(?))"
    return dict(db.execute(asked, (json.dumps(articles),)))
