"""Facts of a query (all fields but `title:` and `in:`) answered as sets of numbers, without an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date

from briefing.library.arrivals import added
from briefing.library.bearers import words_of
from briefing.library.column import read_numbers
from briefing.model.errors import WrongUse
from briefing.model.numbers import Numbers
from briefing.model.query import Fact, FactField, Period
from briefing.model.typed import TYPE_CHECKING, Protocol
from briefing.search.amounts import amount
from briefing.search.fields import STATES

if TYPE_CHECKING:
    from briefing.notebook.notes import Notes
    from briefing.notebook.searches import Searches
    from briefing.notebook.tags import Tags

_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
_PLACES = "('state', 'place')"


class Marks(Protocol):
    """What the reader noted of articles; the notebook is one."""

    def read_ids(self) -> Iterable[str]: ...

    def starred_ids(self) -> Iterable[str]: ...

    @property
    def searches(self) -> Searches: ...

    @property
    def tags(self) -> Tags: ...

    @property
    def notes(self) -> Notes: ...


def answer(db: sqlite3.Connection, fact: Fact, marks: Callable[[], Marks]) -> Numbers:
    """The articles for which a fact holds."""
    match fact.field:
        case FactField.WHO:
            return named(db, fact.value, "")
        case FactField.PLACE:
            return named(db, fact.value, f"AND type IN {_PLACES}")
        case FactField.SOURCE:
            return _by_source(db, fact.value)
        case FactField.PATH:
            return _by_path(db, fact.value)
        case FactField.LANG:
            return _numbers(db, "SELECT number FROM articles WHERE language = ?", fact.value)
        case FactField.PUB:
            first, last = _days(fact.period)
            return _numbers(db, "SELECT number FROM articles WHERE day BETWEEN ? AND ?", first, last)
        case FactField.ON:
            first, last = _days(fact.period)
            return _numbers(db, "SELECT article FROM article_time WHERE earliest <= ? AND latest >= ?", last, first)
        case FactField.IS:
            return _by_mark(db, fact.value, marks)
        case FactField.TAG:
            return _of_ids(db, marks().tags.named(fact.value))
        case FactField.HAS:
            return _of_ids(db, marks().tags.by_article if fact.value == "tag" else marks().notes.by_article)
        case FactField.ADDED:
            return added(db, fact, marks().searches)
        case FactField.COPIES:
            from briefing.library.copies import told_by

            return told_by(db, amount(fact.value).__contains__)


def named(db: sqlite3.Connection, name: str, types: str) -> Numbers:
    """Articles with an actor of just this name; if there is none, of all these words; else of words that begin so."""
    words = words_of(name).split()
    if not words:
        return Numbers()
    whole = [f" {word} " for word in words]
    holds = " AND ".join("instr(words, ?) > 0" for _ in words)
    for condition, values in (
        ("words = ?", [f" {' '.join(words)} "]),
        (holds, whole),
        (holds, [*whole[:-1], f" {words[-1]}"]),
    ):
        bearers = f"SELECT actor FROM actor_name WHERE {condition}"
        entries = f"SELECT entry FROM actor WHERE number IN ({bearers}) {types}"
        members = f"SELECT number FROM actor WHERE entry IN ({entries})"
        found = _numbers(db, f"SELECT DISTINCT article FROM appearance WHERE actor IN ({members})", *values)
        if found:
            return found
    return Numbers()


def _by_source(db: sqlite3.Connection, value: str) -> Numbers:
    """Of the outlet of just this name; if there is none, of those that have it in their name."""
    exact = _numbers(db, "SELECT number FROM articles WHERE source_fold = ?", value)
    return exact or _numbers(db, "SELECT number FROM articles WHERE instr(source_fold, ?) > 0", value)


def _by_path(db: sqlite3.Connection, value: str) -> Numbers:
    if not any(c in value for c in "*?["):
        return _numbers(db, "SELECT number FROM articles WHERE instr(path_fold, ?) > 0", value)
    while "**" in value:
        value = value.replace("**", "*")
    where = "path_fold GLOB ? OR path_fold GLOB ?"
    return _numbers(db, f"SELECT number FROM articles WHERE {where}", value, f"*/{value}")


def _by_mark(db: sqlite3.Connection, value: str, marks: Callable[[], Marks]) -> Numbers:
    match value:
        case "undated":
            return _numbers(db, "SELECT number FROM articles WHERE day IS NULL")
        case "copy":
            from briefing.library.copies import folded

            return folded(db)
        case "starred":
            return _of_ids(db, marks().starred_ids())
        case "noted":
            return _of_ids(db, marks().notes.by_article)
        case "read":
            return _of_ids(db, marks().read_ids())
        case "unread":
            return _numbers(db, "SELECT number FROM articles") - _of_ids(db, marks().read_ids())
    raise WrongUse(f"is:{value} is not known.", f"Use one of {', '.join(STATES)}.")


def _of_ids(db: sqlite3.Connection, ids: Iterable[str]) -> Numbers:
    import json

    asked = json.dumps(list(ids))
    return _numbers(db, "SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?))", asked)


def _days(period: Period | None) -> tuple[int, int]:
    earliest = period.earliest if period else None
    latest = period.latest if period else None
    return (
        earliest.toordinal() if earliest else _FIRST_DAY,
        latest.toordinal() if latest else _LAST_DAY,
    )


def _numbers(db: sqlite3.Connection, statement: str, *values: object) -> Numbers:
    return Numbers(read_numbers(db, statement, *values))
