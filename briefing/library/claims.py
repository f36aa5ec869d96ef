"""The ledger: dated claims and figures as rows of the store, written with the findings they come from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from briefing.library import repeats
from briefing.library.bearers import ENTRY_NAME, MEMBERS
from briefing.library.column import listed
from briefing.library.record import paragraphs_of
from briefing.library.told_once import once, times
from briefing.model.actor import Actor, ActorDate, ActorId, ActorType, Certainty, Figure, Findings
from briefing.model.claim import Claim, ClaimFilter, FigureClaim, Sure, kept_words
from briefing.model.fold import fold
from briefing.model.numbers import Numbers
from briefing.model.text import Span, Text
from briefing.model.when import Anchor, Precision, TimeExpression, When

_DAYS = (("earliest", "latest"), ("ifnull(earliest, guess_first)", "ifnull(latest, guess_last)"))
"""First and last day of a claim; with what a year clue suggests."""
_CLAIM = (
    f"c.article, a.path, a.key, e.id, ({ENTRY_NAME}), e.type, c.value, c.precision, c.earliest, c.latest, "
    "c.guess, c.words, c.anchor, c.certainty, c.rule, c.did, c.said_by, c.paragraph, c.start, c.end, c.at, c.part"
)
CLAIM_TABLES = (
    "JOIN articles AS a ON a.number = c.article JOIN actor AS m ON m.number = c.actor "
    "JOIN actor AS e ON e.number = m.entry"
)
"""What it is taken from besides."""


def put_claims(db: sqlite3.Connection, number: int, findings: Findings, actors: Mapping[ActorId, int]) -> None:
    """Writes the claims and figures of an article; `actors` gives the store's number of each actor id."""
    text = _text(db, number)
    if text is None:
        return
    rows = [
        _claim_row(number, part, actors[actor.id], tie, findings, text)
        for part, (actor, tie) in enumerate(_ties(findings))
        if actor.id in actors
    ]
    db.executemany(f"INSERT OR REPLACE INTO claim VALUES ({', '.join('?' * 22)}, NULL, NULL, 0)", rows)
    repeats.note(db, number)
    named = {actor.name: actors[actor.id] for actor in findings.actors if actor.id in actors}
    figures = [
        _figure_row(number, part, figure, named[figure.actor], findings, text)
        for part, figure in enumerate(findings.figures)
        if figure.actor in named
    ]
    db.executemany(f"INSERT OR REPLACE INTO figure VALUES ({', '.join('?' * 11)})", figures)


def drop_claims(db: sqlite3.Connection, number: int) -> None:
    """Takes out the claims and figures of an article."""
    repeats.note(db, number)
    db.execute("DELETE FROM claim WHERE article = ?", (number,))
    db.execute("DELETE FROM figure WHERE article = ?", (number,))


def list_claims(
    db: sqlite3.Connection, asked: ClaimFilter, among: Numbers | None, start: int, count: int
) -> tuple[list[Claim], int]:
    """A window of the claims, in order of time (the unplaced ones in order of the text), and how many there are."""
    where, values = _where(asked, among)
    total = int(db.execute(f"SELECT count(*) FROM claim WHERE {where}", values).fetchone()[0])
    begins, ends, order = _order(asked)
    columns, more = claim_columns(asked, among)
    rows = db.execute(
        f"SELECT {columns} FROM (SELECT *, {begins} AS begins, {ends} AS ends FROM claim WHERE {where} "
        f"ORDER BY {order} LIMIT ? OFFSET ?) AS c {CLAIM_TABLES} "
        f"ORDER BY {', '.join(f'c.{each}' for each in order.split(', '))}",
        (*more, *values, count, start),
    )
    return [claim_of(row) for row in rows], total


def claim_columns(asked: ClaimFilter, among: Numbers | None) -> tuple[str, list[Any]]:
    """What `claim_of` takes of a claim `c`."""
    if asked.every:
        return f"{_CLAIM}, 0", []
    repeated, values = times(among)
    return f"{_CLAIM}, {repeated}", values


def claim_keys(db: sqlite3.Connection, asked: ClaimFilter, among: Numbers | None) -> Iterator[tuple[int, int]]:
    """Article and part of all claims asked for, in their order."""
    where, values = _where(asked, among)
    begins, ends, order = _order(asked)
    named = f"SELECT article, part, at, {begins} AS begins, {ends} AS ends FROM claim WHERE {where}"
    yield from db.execute(f"SELECT article, part FROM ({named}) ORDER BY {order}", values)


def list_figures(db: sqlite3.Connection, actor: ActorId, limit: int = -1) -> list[FigureClaim]:
    """The amounts said of an actor, in order of the articles' days; at most `limit` of them."""
    rows = db.execute(
        "SELECT f.article, a.path, a.key, f.surface, f.low, f.high, f.unit, f.said_by, f.value, a.day, f.paragraph, "
        "f.at FROM figure AS f JOIN articles AS a ON a.number = f.article WHERE f.actor IN ("
        f"{MEMBERS}) ORDER BY a.day IS NULL, a.day, f.article, f.at LIMIT ?",
        (actor, limit),
    )
    return [FigureClaim(row[0], _doc(row[1], row[2]), *row[3:]) for row in rows]


NOT_IGNORED = "actor NOT IN (SELECT number FROM actor WHERE entry IN (SELECT number FROM actor WHERE ignored))"
"""Of claims: those of nobody whom the reader ignores."""


def _where(asked: ClaimFilter, among: Numbers | None) -> tuple[str, list[Any]]:
    conditions, values = _when(asked)
    if asked.actor is None:
        conditions.append(NOT_IGNORED)
    else:  # whoever is asked for by name is told of, ignored or not
        conditions.append(f"actor IN ({MEMBERS})")
        values.append(asked.actor)
    if asked.precisions:
        conditions.append("precision IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(asked.precisions)))
    if asked.said_by:
        conditions.append("instr(said_fold, ?) > 0")
        values.append(fold(asked.said_by))
    if among is not None:
        conditions.append("article IN (SELECT value FROM json_each(?))")
        values.append(listed(among))
    if not asked.every:
        told, more = once(None if asked.unheard else among)
        conditions.append(told)
        values += more
    return " AND ".join(conditions), values


def _order(asked: ClaimFilter) -> tuple[str, str, str]:
    """First day, last day, and what claims stand in order of."""
    return *_DAYS[asked.guesses], "article, at, part" if asked.unplaced else "begins, ends, article, at, part"


def _when(asked: ClaimFilter) -> tuple[list[str], list[Any]]:
    """Each kind of time has an index of its own, so that a few days cost a few rows."""
    if asked.unplaced:
        return ["earliest IS NULL", *(["guess_first IS NULL"] if asked.guesses else [])], []
    kinds = [("earliest", "latest"), ("guess_first", "guess_last")][: 1 + asked.guesses]
    one_of, values = [], []
    for first, last in kinds:
        bounds = [f"{first} IS NOT NULL"]
        if asked.since is not None:
            bounds.append(f"{first if asked.begins else last} >= ?")
            values.append(asked.since)
        if asked.until is not None:
            bounds.append(f"{first} <= ?")
            values.append(asked.until)
        one_of.append(" AND ".join(bounds))
    return [f"({' OR '.join(one_of)})"], values


def claim_of(row: tuple[Any, ...]) -> Claim:
    """A claim from its columns."""
    article, path, key, actor, name, kind, value, precision, earliest, latest, guess, words, anchor, certainty = row[
        :14
    ]
    rule, did, said_by, paragraph, start, end, at, part, repeated = row[14:]
    when = When(value, Precision(precision), _day(earliest), _day(latest))
    return Claim(
        article, _doc(path, key), ActorId(actor), name, ActorType(kind), when, guess, words, Anchor(anchor),
        Certainty(certainty), rule, did, said_by, paragraph, Span(start, end), at, part, repeated,
    )  # fmt: skip


def _doc(path: str, key: str) -> str:
    return f"{path}#{key}" if key else path


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None


def _claim_row(number: int, part: int, actor: int, tie: ActorDate, findings: Findings, text: Text) -> tuple[Any, ...]:
    time = findings.times[tie.time]
    when = time.when
    said = kept_words(tie.said_by or "")
    return (
        number, part, actor, when.earliest.toordinal() if when.earliest else None,
        when.latest.toordinal() if when.latest else None, when.value, when.precision.value, time.guess or "",
        kept_words(time.surface), time.anchor.value, tie.certainty.value, tie.rule,
        kept_words(tie.did.of(text.value)) if tie.did else "", said, fold(said),
        text.paragraph_at(tie.evidence.start) + 1, tie.evidence.start, tie.evidence.end, time.span.start,
        *_sureness(tie, time),
    )  # fmt: skip


def _sureness(tie: ActorDate, time: TimeExpression) -> tuple[Sure, int | None, int | None]:
    """How sure the time is, and the days that a year clue suggests for what nothing places."""
    from briefing.extract.calendar import when_of

    guess = when_of(time.guess, time.when.precision) if time.guess and time.when.earliest is None else None
    days = guess and guess.earliest and guess.latest and (guess.earliest.toordinal(), guess.latest.toordinal())
    if days or tie.certainty is Certainty.GUESSED:
        return (Sure.GUESSED, *(days or (None, None)))
    exact = time.when.precision in (Precision.DAY, Precision.TIME)
    return Sure.EXACT if exact else Sure.COARSE, None, None


def _figure_row(number: int, part: int, figure: Figure, actor: int, findings: Findings, text: Text) -> tuple[Any, ...]:
    at = figure.time
    when = findings.times[at].when.value if at is not None and at < len(findings.times) else None
    return (
        number, part, actor, kept_words(figure.surface), figure.low, figure.high, figure.unit,
        kept_words(figure.said_by or ""), when or "", text.paragraph_at(figure.span.start) + 1, figure.span.start,
    )  # fmt: skip


def _text(db: sqlite3.Connection, number: int) -> Text | None:
    row = db.execute("SELECT value, paragraphs FROM bodies WHERE number = ?", (number,)).fetchone()
    return Text(row[0], paragraphs_of(row[1])) if row else None


def _ties(findings: Findings) -> Iterator[tuple[Actor, ActorDate]]:
    for actor in findings.actors:
        for tie in actor.dates:
            yield actor, tie
