"""Actors of the store as the notebook names them: by the name and type that extraction gave them, with an example."""

from __future__ import annotations

import sqlite3

from briefing.library.bearers import ALIAS, OWN, SHORTENED, words_of
from briefing.model.actor import Actor, ActorId
from briefing.model.article import Article
from briefing.model.fold import fold
from briefing.model.hit import Card
from briefing.model.text import Span
from briefing.notebook.actors import Corrections
from briefing.notebook.subject import ActorSubject, ArticleSubject, PassageSubject

_WORDS = 400
"""Characters of a passage that the notebook remembers."""


def article_subject(article: Article) -> ArticleSubject:
    """An article for the notebook."""
    return ArticleSubject(article.id, article.fingerprint, article.name)


def card_subject(card: Card) -> ArticleSubject:
    """The same of a row of the list."""
    return ArticleSubject(card.id, card.fingerprint, card.name)


def passage_subject(article: Article, span: Span) -> PassageSubject:
    """A sentence or a paragraph for the notebook: its words (of a long one the first), by which it is found again."""
    value = article.text.value
    words = " ".join(span.of(value).split())
    if len(words) > _WORDS:
        words = words[: _WORDS + 1].rsplit(" ", 1)[0][:_WORDS]
    until = " ".join(value[: span.end].split())
    place = article.text.paragraph_at(span.start) + 1
    return PassageSubject(article_subject(article), words, place, max(until.count(words), 1) if words else 1)


def actor_subject(db: sqlite3.Connection, known: ActorId) -> ActorSubject | None:
    """The actor of an id, whatever it is called and taken for by now; None where nobody is named so any more."""
    row = db.execute("SELECT number, own_type FROM actor WHERE id = ?", (known,)).fetchone()
    return _subject(db, *row) if row else None


def bearers_of(db: sqlite3.Connection, known: ActorId, name: str) -> list[ActorSubject]:
    """The entry of an id, and all counted with it that some article calls by a name beside their own."""
    rows = db.execute(
        "SELECT number, own_type FROM actor AS each WHERE entry = (SELECT entry FROM actor WHERE id = ?1) AND ("
        "number = entry OR EXISTS (SELECT 1 FROM actor_name WHERE actor = each.number AND alias = ?2 AND words = ?3)) "
        "AND (number = entry OR NOT EXISTS ("
        "SELECT 1 FROM actor_name WHERE actor = each.number AND alias = ?4 AND words = ?3)) ORDER BY number <> entry",
        (known, ALIAS, words_of(name), OWN),
    ).fetchall()
    return [_subject(db, *row) for row in rows]


def names_of(db: sqlite3.Connection, known: ActorId) -> list[tuple[str, int]]:
    """Every name of an entry but the one it goes by, most used first, and how many articles use it."""
    rows: list[tuple[str, int]] = db.execute(
        "SELECT name, sum(uses) FROM (SELECT name, words, uses FROM actor_name JOIN actor ON number = actor "
        "WHERE entry = (SELECT entry FROM actor WHERE id = ?1) AND alias <> ?2 "
        "AND words NOT IN (SELECT words FROM actor_name WHERE alias = 0 AND actor = ("
        "SELECT entry FROM actor WHERE id = ?1)) ORDER BY uses DESC) GROUP BY words ORDER BY 2 DESC, name",
        (known, SHORTENED),
    ).fetchall()
    return [row for row in rows if row[1] > 0]


def shown_subject(actor: Actor, article: Article, corrections: Corrections) -> ActorSubject:
    """An actor of an open article: under the name and type it was found by, though it is shown renamed or retyped."""
    names = {fold(name) for name in (actor.name, *actor.aliases)}
    for known, name in corrections.renames.items():
        if name == actor.name and known.name in names:
            return corrections.subjects[known]
    key = corrections.known(actor.name, actor.type.value)
    if key is not None:
        return corrections.subjects[key]
    words = min(actor.mentions, key=lambda one: one.span).surface if actor.mentions else actor.name
    return ActorSubject(actor.name, actor.type.value, article.name, words)


def _subject(db: sqlite3.Connection, number: int, kind: str) -> ActorSubject:
    asked = "SELECT name FROM actor_name WHERE actor = ? AND alias = ? ORDER BY uses DESC, name LIMIT 1"
    (name,) = db.execute(asked, (number, OWN)).fetchone()
    seen = db.execute(
        "SELECT path, key FROM naming JOIN articles ON number = article WHERE actor = ? ORDER BY article LIMIT 1",
        (number,),
    ).fetchone()
    path, key = seen or ("", "")
    return ActorSubject(name, kind, f"{path}#{key}" if key else path, name)
