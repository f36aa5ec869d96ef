"""SQLite's FTS5 with prefix indexes, from the standard library: the yardstick."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from briefing.model.query import And, Fact, FactField, Fuzzy, Leaf, Node, Not, Or, Period, Phrase, Prefix, Scope, Term
from briefing.search.match import is_near
from briefing.search.syntax import parse
from tests.bench.corpora import Story
from tests.bench.peers import Indexed, Row, size_of
from tests.bench.questions import ACTORS, FIRST, SNIPPETS, Facets, Question

_SCHEMA = """
CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, body, prefix='2 3', tokenize="unicode61 remove_diacritics 2");
CREATE TABLE about(number INTEGER PRIMARY KEY, day INTEGER, month TEXT, source TEXT);
CREATE INDEX about_day ON about(day);
CREATE TABLE marks(number INTEGER PRIMARY KEY, state TEXT);
CREATE TABLE names(number INTEGER, name TEXT, PRIMARY KEY (number, name)) WITHOUT ROWID;
"""


_BY = {
    "actor": ("names", "name"),
    "when": ("about", "month"),
    "source": ("about", "source"),
    "state": ("marks", "state"),
}
"""Table and column of each facet."""


class Fts5:
    """One table, ranked by its own bm25."""

    name = "FTS5"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "fts5.db"
        self._db: sqlite3.Connection | None = None

    def index(self, stories: Iterable[Story]) -> Indexed:
        """The text alone counts as the index's cost: the columns beside it are the store's matter with us too."""
        rows = [(s.number, s.id, s.title, "\n\n".join(s.story), s.day, s.names, s.source) for s in stories]
        self.path.unlink(missing_ok=True)
        db = sqlite3.connect(self.path)
        db.executescript(_SCHEMA)
        before = time.process_time()
        db.executemany("INSERT INTO docs(rowid, id, title, body) VALUES (?, ?, ?, ?)", (row[:4] for row in rows))
        db.commit()
        seconds = time.process_time() - before
        size = size_of(self.path)
        about = ((row[0], row[4], date.fromordinal(row[4]).isoformat()[:7] if row[4] else None, row[6]) for row in rows)
        db.executemany("INSERT INTO about VALUES (?, ?, ?, ?)", about)
        db.executemany("INSERT INTO names VALUES (?, ?)", ((row[0], name) for row in rows for name in row[5]))
        db.commit()
        db.close()
        return Indexed(seconds, size)

    def open(self) -> None:
        """A new connection."""
        self.close()
        self._db = sqlite3.connect(self.path)

    @property
    def db(self) -> sqlite3.Connection:
        """The open connection."""
        if self._db is None:
            self.open()
        assert self._db is not None
        return self._db

    def ask(self, question: Question) -> list[Row] | None:
        """Rows by relevance, or newest first."""
        tree = parse(question.raw, typing=question.typing).tree
        match, period = self._translated(tree)
        if not match:
            return []
        if question.facets is not Facets.NONE:
            return self._counted(match, question.facets)
        columns = "docs.id, docs.title" + (", snippet(docs, 2, '[', ']', '…', 20)" if question.snippets else "")
        limit = SNIPPETS if question.snippets else FIRST
        if question.newest:
            tables, order = "docs JOIN about ON about.number = docs.rowid", "day DESC"
        else:
            tables, order = "docs", "rank"
        where, values = "docs MATCH ?", list[object]([match])
        if period is not None:
            tables = "docs JOIN about ON about.number = docs.rowid"
            where, values = where + " AND day BETWEEN ? AND ?", [match, *period]
        rows = self.db.execute(f"SELECT {columns} FROM {tables} WHERE {where} ORDER BY {order} LIMIT {limit}", values)
        return [row[:2] for row in rows]

    def _counted(self, match: str, wanted: Facets) -> list[Row]:
        """One facet straight from the match; for several, what matches is found once."""
        chosen, values, parts = "SELECT rowid FROM docs WHERE docs MATCH ?", [match], [_BY["actor"]]
        if wanted is Facets.ALL:
            self.db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen(number INTEGER PRIMARY KEY)")
            self.db.execute("DELETE FROM chosen")
            self.db.execute(f"INSERT INTO chosen {chosen}", values)
            chosen, values, parts = "SELECT number FROM chosen", [], list(_BY.values())
        rows: list[Row] = []
        for table, column in parts:
            counted = f"SELECT {column}, count(*) FROM {table} WHERE number IN ({chosen}) GROUP BY 1 ORDER BY 2 DESC"
            rows += [(str(name), str(n)) for name, n in self.db.execute(f"{counted} LIMIT ?", (*values, ACTORS))]
        return rows

    def snippets(self, word: str) -> Callable[[], int]:
        """Cuts the snippets of the first rows, which are known already, as a list does that scrolls."""
        best = f"SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT {SNIPPETS}"
        rows = ", ".join(str(number) for (number,) in self.db.execute(best, (word,)))
        cut = f"SELECT snippet(docs, 2, '[', ']', '…', 20) FROM docs WHERE docs MATCH ? AND rowid IN ({rows})"
        return lambda: len(self.db.execute(cut, (word,)).fetchall())

    def close(self) -> None:
        """Closes the connection."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def words_by_articles(self) -> list[tuple[str, int]]:
        """Words of the index with how many articles have each, the most common first."""
        self.db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, docs, row)")
        return self.db.execute("SELECT term, doc FROM vocabulary ORDER BY doc DESC, term").fetchall()

    def _translated(self, tree: Node) -> tuple[str, list[int] | None]:
        """The text part as FTS5 writes it, and the days of a `pub:` beside it."""
        parts = tree.parts if isinstance(tree, And) else (tree,)
        period = next((p.period for p in parts if isinstance(p, Fact) and p.field is FactField.PUB), None)
        wanted = [part for part in parts if not isinstance(part, Fact | Not)]
        match = " AND ".join(f"({text})" for part in wanted if (text := self._node(part)))
        for part in parts:
            if isinstance(part, Not) and match:
                match = f"({match}) NOT ({self._node(part.part)})"
        return match, _days(period) if period else None

    def _node(self, node: Node) -> str:
        match node:
            case And(parts):
                return " AND ".join(f"({self._node(part)})" for part in parts)
            case Or(parts):
                return " OR ".join(f"({self._node(part)})" for part in parts)
            case Term() | Prefix() | Fuzzy() | Phrase():
                return ("{title} : " if node.scope is Scope.TITLE else "") + self._leaf(node)
            case _:
                return ""

    def _leaf(self, leaf: Leaf) -> str:
        match leaf:
            case Term(token):
                return f'"{token}"'
            case Prefix(token):
                return f'"{token}"*'
            case Phrase(tokens, slop, _, open_end):
                words = " ".join(tokens)
                return f'NEAR("{words}", {slop})' if slop else f'"{words}"' + ("*" if open_end else "")
            case Fuzzy(token, distance):
                near = [word for word, _ in self.words_by_articles() if is_near(word, token, distance)]
                return "(" + " OR ".join(f'"{word}"' for word in near) + ")"


def _days(period: Period) -> list[int]:
    earliest, latest = period.earliest, period.latest
    return [earliest.toordinal() if earliest else 1, latest.toordinal() if latest else 3_652_059]
