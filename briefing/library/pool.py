"""Read-only connections to a store, lent to whichever thread asks."""

from __future__ import annotations

import os
import sqlite3
from _thread import allocate_lock
from collections.abc import Iterator

from briefing.library.schema import check_present, is_damage, translated
from briefing.model.errors import Damaged
from briefing.model.scoped import contextmanager


class Pool:
    """As many connections as threads ask at once; each is checked when it is opened."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._lock = allocate_lock()
        self._closed = False

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection in a read transaction: all statements see the same commit."""
        with translated(self.path):
            db = self._borrow()
            try:
                db.execute("BEGIN")
                yield db
                db.execute("COMMIT")
            except BaseException:
                db.close()
                raise
            self._give_back(db)

    def close(self) -> None:
        """Closes what is idle; what is lent is closed when it comes back."""
        with self._lock:
            idle, self._idle, self._closed = self._idle, [], True
        for db in idle:
            db.close()

    def __del__(self) -> None:
        self.close()  # an owner that forgot; newer Pythons warn of it otherwise

    def _borrow(self) -> sqlite3.Connection:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _open(self.path)

    def _give_back(self, db: sqlite3.Connection) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(db)
                return
        db.close()


def _open(path: str) -> sqlite3.Connection:
    """On a folder that cannot be written, where SQLite cannot keep its shared memory, the file is read as it is."""
    if not os.path.isfile(path):
        raise Damaged("The store is missing.", "It is a cache: it is rebuilt from your files.")
    try:
        return _checked(f"file:{_quoted(path)}?mode=ro")
    except sqlite3.OperationalError as error:
        if is_damage(error):
            raise
        return _checked(f"file:{_quoted(path)}?mode=ro&immutable=1")


def _quoted(path: str) -> str:
    """As SQLite's addresses are read: these signs alone mean something in them. `urllib` takes as long as a search."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _checked(uri: str) -> sqlite3.Connection:
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5.0, check_same_thread=False)
    try:
        db.execute("PRAGMA query_only=ON")
        db.execute("PRAGMA cache_size=-1000")
        check_present(db)
    except BaseException:
        db.close()
        raise
    return db
