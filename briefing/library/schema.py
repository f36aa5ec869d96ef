"""Opening the store: its kind and version, its guards, and SQLite's errors in words for people."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator

from briefing.library import tables
from briefing.model.errors import BriefingError, Damaged, NewerVersion
from briefing.model.scoped import contextmanager
from briefing.model.typed import TYPE_CHECKING, StrPath

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION = 0x42524631
"""Marks the file as ours ("BRF1"); anything else in its place is foreign and is rebuilt."""

_REBUILT = "It is a cache: it is rebuilt from your files."
_PRAGMAS = (
    "synchronous=NORMAL",
    "temp_store=MEMORY",
    "cell_size_check=ON",
    "cache_size=-16000",
    "wal_autocheckpoint=4000",
)


class StoreProblem(BriefingError):
    """The disk would not do what the store needs."""


@contextmanager
def translated(path: StrPath) -> Iterator[None]:
    """SQLite's errors as errors for people; damage as Damaged, so that the caller can rebuild."""
    try:
        yield
    except UnicodeDecodeError as error:  # a damaged table's name, in SQLite's own message
        raise _damaged() from error
    except sqlite3.DatabaseError as error:
        raise explain(error, path) from error


def explain(error: sqlite3.DatabaseError, path: StrPath) -> BriefingError:
    """What a failed statement means for the reader."""
    code, folder = getattr(error, "sqlite_errorcode", 0) & 0xFF, os.path.dirname(path)
    if code == sqlite3.SQLITE_FULL:
        return StoreProblem("The disk is full.", f"What is indexed so far is kept. Make room for {folder}.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreProblem(
            "The cache folder cannot be written.",
            f"Make {folder} writable, or set XDG_CACHE_HOME. What is indexed already can be read.",
        )
    if code == sqlite3.SQLITE_IOERR:
        return StoreProblem("The disk failed while the store was in use.", f"Check the disk that holds {folder}.")
    if code == sqlite3.SQLITE_BUSY:
        return StoreProblem("The store is busy.", "Another program holds it; try again in a moment.")
    return _damaged()


def _damaged() -> Damaged:
    return Damaged("The store is damaged.", _REBUILT)


def _old() -> Damaged:
    return Damaged("The store is of an old kind.", _REBUILT)


def is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """A file that is no database any more, or a table that is not what our schema says."""
    return isinstance(error, UnicodeDecodeError) or isinstance(explain(error, ""), Damaged)


def check_kind(db: sqlite3.Connection) -> int:
    """The schema version of a store of ours; raises Damaged for anything else, NewerVersion for a later one."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION or not version:
        raise Damaged("The store is not one of ours, or is damaged.", _REBUILT)
    if version > tables.SCHEMA:
        raise NewerVersion(
            "This library's store was written by a newer version of briefing.",
            "Upgrade briefing, or rebuild it with: briefing index --rebuild",
        )
    return version


def check_present(db: sqlite3.Connection) -> None:
    """As `check_kind`; and Damaged for a store of an older kind, whose tables are not those that are asked."""
    if check_kind(db) < tables.SCHEMA:
        raise _old()


def create(path: Path) -> sqlite3.Connection:
    """A new store, whole or not there at all: tables and marks come in one transaction."""
    db = _connect(path)
    with translated(path):
        db.execute("PRAGMA journal_mode=WAL")
        _migrate(db, 0)
    return db


def open_for_writing(path: Path) -> sqlite3.Connection:
    """The store that is there, brought to our schema; raises Damaged where it cannot be used."""
    if not path.is_file():
        raise Damaged("The store is missing.", _REBUILT)
    db = _connect(path)
    try:
        with translated(path):
            version = check_kind(db)
            db.execute("PRAGMA journal_mode=WAL")
            if version < tables.SCHEMA:
                _migrate(db, version)
    except BaseException:
        db.close()
        raise
    return db


def fits_together(db: sqlite3.Connection) -> bool:
    """Reads the whole store once and tells whether its pages, rows and indices fit together."""
    try:
        return [row[0] for row in db.execute("PRAGMA integrity_check(1)")] == ["ok"]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if is_damage(error):
            return False
        raise


def _connect(path: Path) -> sqlite3.Connection:
    with translated(path):
        db = sqlite3.connect(path, isolation_level=None, timeout=10.0, check_same_thread=False)
        try:
            path.chmod(0o600)
            for pragma in _PRAGMAS:
                db.execute(f"PRAGMA {pragma}")
        except BaseException:
            db.close()
            raise
    return db


def _migrate(db: sqlite3.Connection, version: int) -> None:
    while version < tables.SCHEMA:
        if version not in tables.MIGRATIONS:
            raise _old()
        after = version + 1 if version else tables.SCHEMA
        marks = f"PRAGMA application_id={APPLICATION}; PRAGMA user_version={after};"
        try:
            db.executescript(f"BEGIN IMMEDIATE; {tables.MIGRATIONS[version]} {marks} COMMIT;")
        except sqlite3.DatabaseError:
            if db.in_transaction:
                db.rollback()
            raise
        version = after
