"""The reader's corrections in the store, so that lists, counts, search and claims follow them.

The notebook is what holds; the store only mirrors it. The table `correction` says what was taken over, and `apply`
makes the difference good: dates, ties and splits by writing an article's rows anew from the findings that are kept,
merges as leads that come before all rules, new names, types and ignored actors on the actors themselves. All of it is
the same after a rebuild, in whatever order things came.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.library import findings, identity, packed, record, repeats, stories
from briefing.library.bearers import words_of
from briefing.library.corrected import corrected, with_date
from briefing.library.layout import STORE
from briefing.library.store import Store, load_article
from briefing.library.writer import StoreWriter
from briefing.model.actor import ActorType, actor_id
from briefing.model.article import Published
from briefing.model.fold import fold
from briefing.model.frozen import replace
from briefing.notebook.actors import Corrections
from briefing.notebook.dates import Dates
from briefing.notebook.journal import Notebook
from briefing.notebook.subject import ActorName
from briefing.notebook.ties import Ties

Wanted = Mapping[tuple[str, str], str]
_ARTICLE_KINDS = ("date", "when", "tie")
_ACTOR_KINDS = ("rename", "retype", "ignore", "merge")


def apply(db: sqlite3.Connection, dates: Dates, actors: Corrections, ties: Ties) -> bool:
    """Brings the store to what the notebook says, within the open transaction; True where anything changed."""
    wanted = _wanted(dates, actors, ties)
    have = {(kind, key): value for kind, key, value in db.execute("SELECT kind, key, value FROM correction")}
    changed = {key for key in wanted.keys() | have.keys() if wanted.get(key) != have.get(key)}
    for kind, key in changed:
        db.execute("DELETE FROM correction WHERE kind = ? AND key = ?", (kind, key))
    db.executemany(
        "INSERT INTO correction VALUES (?, ?, ?)", [(*key, wanted[key]) for key in sorted(changed & wanted.keys())]
    )
    is_folded = not stories.waiting(db)
    articles = _dated(db, changed, dates) | set(_to_split(db, changed, wanted, have))
    splits = replace(actors, merges={}, renames={}, retypes={}, ignored=frozenset())
    for number in sorted(articles):
        _write_anew(db, number, dates, splits, ties)
    on_actors = _mark_actors(db, wanted, have)
    for settle in (identity.settle, *((stories.settle, repeats.settle) if is_folded else ())):
        for _ in settle(db):
            pass  # one transaction with what made it necessary; what a stopped build left is for the next one
    return bool(changed or articles or on_actors)


def take_over(writer: StoreWriter, notebook: Path) -> bool:
    """Brings a store to what a notebook's file says, in one commit of its own; True where anything changed."""
    if not notebook.exists() and not writer.db.execute("SELECT 1 FROM correction LIMIT 1").fetchone():
        return False
    notes = Notebook(notebook)
    store = Store(writer.folder / STORE)
    try:
        notes.follow(store.renamed(notes.bodies()))
        writer.begin()
        changed = apply(writer.db, notes.dates, notes.actors, notes.ties)
        if changed:
            writer.commit(contents=True)
        return changed
    finally:
        writer.roll_back()
        store.close()
        notes.close()


def _wanted(dates: Dates, actors: Corrections, ties: Ties) -> dict[tuple[str, str], str]:
    wanted = {("date", article): said.day.isoformat() if said.day else "" for article, said in dates.by_article.items()}
    for article, phrases in dates.phrases_by_article.items():
        told = [(each.phrase.words, each.phrase.occurrence, each.value) for each in phrases]
        wanted["when", article] = json.dumps(told)
    for article, dropped in ties.by_article.items():
        off = [(each.phrase.words, each.phrase.occurrence, each.actor.name, each.did) for each in dropped]
        wanted["tie", article] = json.dumps(off)
    for actor, root in actors.merges.items():
        wanted["merge", _id(actor)] = _id(root)
    for actor, names in actors.splits.items():
        wanted["split", _id(actor)] = json.dumps([actor.type, sorted(names)])
    for actor, name in actors.renames.items():
        wanted["rename", _id(actor)] = name
    for actor, kind in actors.retypes.items():
        if kind in set(ActorType):
            wanted["retype", _id(actor)] = kind
    for actor in actors.ignored:
        wanted["ignore", _id(actor)] = "1"
    return wanted


def _id(actor: ActorName) -> str:
    return actor_id(actor.name, actor.type)


def _dated(db: sqlite3.Connection, changed: Iterable[tuple[str, str]], dates: Dates) -> set[int]:
    """Articles whose date, that of a phrase, or who is tied to it, is another now; the article's is written at once."""
    found = set()
    for kind, article in changed:
        if kind in _ARTICLE_KINDS:
            row = db.execute("SELECT number FROM articles WHERE id = ?", (article,)).fetchone()
            if row:
                found.add(row[0])
                if kind == "date":
                    _set_date(db, row[0], dates)
    return found


def own_date(db: sqlite3.Connection, number: int, shown: Published | None) -> tuple[Published | None, bool]:
    """The date of an article's file, whatever the reader set; and whether it is kept apart from what is `shown`."""
    kept = db.execute("SELECT told FROM own_date WHERE number = ?", (number,)).fetchone()
    return (record.published_from(json.loads(kept[0])), True) if kept else (shown, False)


def _set_date(db: sqlite3.Connection, number: int, dates: Dates) -> None:
    """The date of the reader in place of the file's, which is kept beside it; or the file's again."""
    article = load_article(db, number)
    if article is None:
        return
    own, is_kept = own_date(db, number, article.published)
    said = dates.published(article.id)
    if said is None:
        db.execute("DELETE FROM own_date WHERE number = ?", (number,))
    elif not is_kept:
        told = json.dumps(record.published_row(own), ensure_ascii=False)
        db.execute("INSERT INTO own_date VALUES (?, ?)", (number, told))
    content = db.execute("SELECT content FROM articles WHERE number = ?", (number,)).fetchone()[0]
    row = record.article_row(with_date(replace(article, published=own), said), content)
    stories.forget(db, number)  # it stands elsewhere in the line now, and may head another story, or none
    marks = ", ".join(f"{name} = ?" for name in record.ARTICLE_COLUMNS.split(", "))
    # Not indexed: the index keeps where an article stands in time.
    db.execute(f"UPDATE articles SET {marks}, indexed = 0 WHERE number = ?", (*row, number))
    stories.note(db, number)


def _to_split(
    db: sqlite3.Connection, changed: Iterable[tuple[str, str]], wanted: Wanted, have: Wanted
) -> Iterator[int]:
    """Articles that count a name with an actor it was taken off, or apart though it was put back."""
    for (kind, known), value in wanted.items():
        if kind == "split":
            yield from _naming(db, known, json.loads(value)[1])
    for key in changed:
        if key[0] == "split":
            for value in filter(None, (wanted.get(key), have.get(key))):
                kind, names = json.loads(value)
                yield from _naming(db, key[1], names)
                for name in names:
                    yield from (number for (number,) in db.execute(_NAMED, (_id(ActorName(name, kind)),)))


_NAMED = "SELECT article FROM appearance JOIN actor ON number = actor WHERE id = ?"


def _naming(db: sqlite3.Connection, known: str, names: Iterable[str]) -> Iterator[int]:
    off = set(names)
    rows = db.execute(
        "SELECT n.article, n.names FROM naming AS n JOIN actor ON number = n.actor WHERE id = ?", (known,)
    ).fetchall()
    for article, told in rows:
        if any(fold(name) in off for _, name in json.loads(told)):
            yield article


def _write_anew(db: sqlite3.Connection, number: int, dates: Dates, splits: Corrections, ties: Ties) -> None:
    """The rows of an article from what the rules found in it, under the dates, ties and splits that hold now."""
    article = load_article(db, number)
    row = db.execute("SELECT data FROM findings WHERE number = ?", (number,)).fetchone()
    if article is None or row is None:
        return
    raw = packed.unpack(row[0])
    findings.put_rows(db, number, corrected(article, raw, dates, splits, ties, again=True))


def _mark_actors(db: sqlite3.Connection, wanted: Wanted, have: Wanted) -> int:
    """New names, types, ignored ones, and whose lead is to be looked at again; gives how many rows changed."""
    before = db.total_changes
    for kind, known in sorted(wanted.keys() | have.keys()):
        if kind in _ACTOR_KINDS:
            _mark(db, kind, known, wanted.get((kind, known), ""))
    return db.total_changes - before


def _mark(db: sqlite3.Connection, kind: str, known: str, value: str) -> None:
    row = db.execute("SELECT number, type, own_type, ignored, leads FROM actor WHERE id = ?", (known,)).fetchone()
    if row is None:
        return
    number, now, own, ignored, leads = row
    if kind == "rename":
        told = db.execute("SELECT name FROM actor_name WHERE actor = ? AND alias = -1", (number,)).fetchone()
        if (told[0] if told else "") != value:
            db.execute("DELETE FROM actor_name WHERE actor = ? AND alias = -1", (number,))
            if value:
                db.execute("INSERT INTO actor_name VALUES (?, -1, ?, ?, 1)", (number, value, words_of(value)))
    elif kind == "retype" and now != (value or own):
        db.execute("UPDATE actor SET type = ? WHERE number = ?", (value or own, number))
        _touch(db, number)
    elif kind == "ignore" and bool(ignored) != bool(value):
        db.execute("UPDATE actor SET ignored = ? WHERE number = ?", (int(bool(value)), number))
    elif kind == "merge":
        target = db.execute("SELECT number FROM actor WHERE id = ?", (value,)).fetchone() if value else None
        if not value or (target and target[0] != leads):
            _touch(db, number)


def _touch(db: sqlite3.Connection, number: int) -> None:
    db.execute("INSERT OR IGNORE INTO touched SELECT words FROM actor_name WHERE actor = ?", (number,))
