"""The dossier of one actor: each part a question of its own to the store, with a bound on its rows."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.library.actors import actor_row
from briefing.library.bearers import MEMBERS, SHORTENED
from briefing.library.claims import list_claims, list_figures
from briefing.library.copies import folded
from briefing.library.pairs import NONE, count_partners, named
from briefing.model.actor import ActorId, ActorType
from briefing.model.claim import Claim, ClaimFilter
from briefing.model.dossier import (
    Company,
    DossierHead,
    FigureGroup,
    NameUse,
    RoleSeen,
    SourceUse,
    TypeUse,
    group_figures,
)
from briefing.model.errors import WrongUse
from briefing.model.hit import ActorRow, Card
from briefing.model.pairs import Within

if TYPE_CHECKING:
    from briefing.library.store import Store

_NAMES, _ROLES, _SOURCES = 20, 12, 12


class Dossier:
    """One actor with all that is counted with it. Every method reads what is committed when it is asked."""

    def __init__(self, store: Store, actor: ActorId, every: bool = False) -> None:
        self.actor = actor
        self._every = every
        """Whether what copies repeat counts each time."""
        self._store = store

    def head(self) -> DossierHead:
        """Names, types, roles, sources and counts; raises WrongUse where the actor is gone."""
        with self._store.snapshot() as db:
            return _head(db, self.actor, "true" if self._every else "turn = 0")

    def who(self) -> ActorRow:
        """The actor as a row of counts, without the rest; raises WrongUse where it is gone."""
        with self._store.snapshot() as db:
            return actor_row(db, _entry(db, self.actor))

    def claims(self, start: int, count: int) -> tuple[list[Claim], int]:
        """A window of what it did, in order of time, guesses among it; and how many there are."""
        with self._store.snapshot() as db:
            return list_claims(db, ClaimFilter(actor=self.actor, guesses=True, every=self._every), None, start, count)

    def unplaced(self, start: int, count: int) -> tuple[list[Claim], int]:
        """A window of what it did when nobody knows."""
        with self._store.snapshot() as db:
            asked = ClaimFilter(actor=self.actor, unplaced=True, guesses=True, every=self._every)
            return list_claims(db, asked, None, start, count)

    def figures(self, limit: int = 500) -> tuple[FigureGroup, ...]:
        """Amounts side by side; of more than `limit` the earliest."""
        with self._store.snapshot() as db:
            return group_figures(list_figures(db, self.actor, limit))

    def company(self, limit: int = 10) -> list[Company]:
        """With whom it is named, by articles."""
        with self._store.snapshot() as db:
            row = db.execute("SELECT entry FROM actor WHERE id = ?", (self.actor,)).fetchone()
            if row is None:
                return []
            copies = NONE if self._every else folded(db)
            articles, sentences, clauses = (
                count_partners(db, row[0], within, None, copies)
                for within in (Within.ARTICLE, Within.SENTENCE, Within.CLAUSE)
            )
            best = sorted(articles, key=lambda other: (-articles[other], -sentences[other], other))[:limit]
            return [Company(named(db, each), clauses[each], sentences[each], articles[each]) for each in best]

    def articles(self, start: int, count: int) -> tuple[list[Card], int]:
        """A window of the articles that name it, newest first; and how many there are."""
        found = f"(SELECT DISTINCT article FROM appearance WHERE actor IN ({MEMBERS}))"
        with self._store.snapshot() as db:
            total = int(db.execute(f"SELECT count(*) FROM {found}", (self.actor,)).fetchone()[0])
            rows = db.execute(
                f"SELECT number FROM {found} JOIN articles ON number = article ORDER BY newest, number "
                "LIMIT ? OFFSET ?",
                (self.actor, count, start),
            ).fetchall()
        return self._store.cards([number for (number,) in rows]), total


def _head(db: sqlite3.Connection, actor: ActorId, counted: str) -> DossierHead:
    entry = _entry(db, actor)
    members = [number for (number,) in db.execute("SELECT number FROM actor WHERE entry = ?", (entry,))]
    asked = ", ".join(map(str, members))
    return DossierHead(
        actor_row(db, entry),
        tuple(NameUse(*each) for each in _names(db, asked, entry)),
        tuple(_types(db, asked)),
        tuple(_roles(db, asked)),
        tuple(_sources(db, asked, counted)),
        *_claims(db, asked, counted),
        bool(db.execute("SELECT ignored FROM actor WHERE number = ?", (entry,)).fetchone()[0]),
    )


def _entry(db: sqlite3.Connection, actor: ActorId) -> int:
    row = db.execute("SELECT entry FROM actor WHERE id = ?", (actor,)).fetchone()
    if row is None:
        raise WrongUse("The library does not name this actor, or not yet.", "briefing actors lists who is named.")
    return int(row[0])


def _names(db: sqlite3.Connection, members: str, entry: int) -> list[tuple[str, int]]:
    """Spellings of a name count together; its own name stands first."""
    return db.execute(
        f"SELECT name, uses FROM (SELECT name, max(uses), sum(uses) AS uses, min(actor <> ? OR alias) AS other "
        f"FROM actor_name WHERE actor IN ({members}) AND alias <> {SHORTENED} GROUP BY words) "
        f"ORDER BY other, uses DESC, name LIMIT {_NAMES}",
        (entry,),
    ).fetchall()


def _types(db: sqlite3.Connection, members: str) -> list[TypeUse]:
    rows = db.execute(
        "SELECT type, count(DISTINCT article) FROM actor JOIN appearance ON actor = number "
        f"WHERE number IN ({members}) GROUP BY type ORDER BY 2 DESC, type"
    )
    return [TypeUse(ActorType(kind), articles) for kind, articles in rows]


def _roles(db: sqlite3.Connection, members: str) -> list[RoleSeen]:
    rows = db.execute(
        "SELECT role, count(DISTINCT article), min(day), max(day) FROM naming JOIN articles ON number = article "
        f"WHERE actor IN ({members}) AND role <> '' GROUP BY lower(role) ORDER BY 2 DESC, role LIMIT {_ROLES}"
    )
    return [RoleSeen(role, articles, _day(first), _day(last)) for role, articles, first, last in rows]


def _sources(db: sqlite3.Connection, members: str, counted: str) -> list[SourceUse]:
    rows = db.execute(
        f"SELECT said_by, count(*) FROM claim WHERE actor IN ({members}) AND said_by <> '' AND {counted} "
        f"GROUP BY said_fold ORDER BY 2 DESC, said_fold LIMIT {_SOURCES}"
    )
    return [SourceUse(*row) for row in rows]


def _claims(db: sqlite3.Connection, members: str, counted: str) -> tuple[int, int, int, date | None, date | None]:
    """How many claims, unplaced ones and figures, and the days between which the claims lie."""
    claims, unplaced, first, last = db.execute(
        "SELECT count(*), ifnull(sum(earliest IS NULL AND guess_first IS NULL), 0), min(earliest), max(latest) "
        f"FROM claim WHERE actor IN ({members}) AND {counted}"
    ).fetchone()
    figures = db.execute(f"SELECT count(*) FROM figure WHERE actor IN ({members})").fetchone()[0]
    return claims, unplaced, figures, _day(first), _day(last)


def _day(ordinal: Any) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None
