"""The one hand that changes the store. Nothing is visible to a reader before `commit`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.library import arrivals, record, sketch, stories, tallies
from briefing.library.events import Committed
from briefing.library.scan import FileStamp
from briefing.model.article import Article, Problem


class StoreWriter:
    """Writes to an open store, in transactions that the caller ends."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self.db = db
        self.folder = folder
        """Holds the store and its index."""

    def begin(self) -> None:
        """Starts a batch unless one is open."""
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")

    def commit(self, contents: bool = False) -> Committed:
        """Ends the batch as a new generation; `contents` says that articles came, changed or went."""
        self.db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        if contents:
            arrivals.note_seen(self.db)
            self.db.execute("UPDATE meta SET value = value + 1 WHERE key = 'contents'")
        told = self.committed()
        self.db.execute("COMMIT")
        return told

    def roll_back(self) -> None:
        """Forgets the open batch."""
        if self.db.in_transaction:
            self.db.rollback()

    def committed(self) -> Committed:
        """The generation and the counts as they stand."""
        counts = dict(self.db.execute("SELECT key, value FROM counts"))
        generation = int(self.meta("generation"))
        return Committed(generation, counts["articles"], counts["searchable"], counts["extracted"])

    def meta(self, key: str) -> int | str:
        """One value the store keeps of itself; 0 where it keeps none."""
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        value: int | str = row[0] if row else 0
        return value

    def set_meta(self, key: str, value: int | str) -> None:
        """Within the open batch."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def stamp_file(self, stamp: FileStamp, digest: bytes | None, again: bool = False) -> int:
        """Notes a file as looked at; with `again` the next scan takes it for changed. Gives the file's number."""
        mtime = -1 if again else stamp.mtime_ns
        self.db.execute(
            "INSERT INTO files(path, root, size, mtime_ns, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT(path) DO UPDATE "
            "SET root = excluded.root, size = excluded.size, mtime_ns = excluded.mtime_ns, hash = excluded.hash",
            (stamp.path, stamp.root, stamp.size, mtime, digest),
        )
        return int(self.db.execute("SELECT number FROM files WHERE path = ?", (stamp.path,)).fetchone()[0])

    def file_hash(self, path: str) -> bytes | None:
        """The hash of a file as it was last read; None where it never was."""
        row = self.db.execute("SELECT hash FROM files WHERE path = ?", (path,)).fetchone()
        return row[0] if row else None

    def put(self, article: Article, file: int) -> bool:
        """Adds an article, or replaces the one of the same id under its number; False where nothing changed."""
        content = record.content_stamp(article)
        known = self.db.execute("SELECT number, content, file FROM articles WHERE id = ?", (article.id,)).fetchone()
        if known and known[1] == content and known[2] == file:
            self._put_body(known[0], article)  # its place in the file may have moved
            return False
        row = record.article_row(article, content)
        if known:
            number = known[0]
            marks = ", ".join(f"{name} = ?" for name in record.ARTICLE_COLUMNS.split(", "))
            changes = f"UPDATE articles SET {marks}, file = ?, indexed = 0, rules = 0 WHERE number = ?"
            self.db.execute(changes, (*row, file, number))
            self.drop_findings([number])
            stories.forget(self.db, number)
            self._forget_dates(number, article.id)
        else:
            marks = ", ".join("?" * (len(row) + 2))
            insert = f"INSERT INTO articles({record.ARTICLE_COLUMNS}, file, added) VALUES ({marks})"
            added = arrivals.came(self.db, article.id, article.fingerprint)
            number = self.db.execute(insert, (*row, file, added)).lastrowid
        self._put_body(number, article)
        packed = sketch.pack(sketch.sketch(article.text.story()))
        self.db.execute("INSERT OR REPLACE INTO sketch VALUES (?, ?)", (number, packed))
        stories.note(self.db, number)
        return True

    def _forget_dates(self, number: int, known: str) -> None:
        """The file's own date stands in the row again: what the reader said of it is taken over anew."""
        self.db.execute("DELETE FROM own_date WHERE number = ?", (number,))
        self.db.execute("DELETE FROM correction WHERE key = ? AND kind IN ('date', 'when', 'tie')", (known,))

    def ids_of_file(self, file: int) -> dict[str, int]:
        """The articles that a file gave when it was last read, by id."""
        return dict(self.db.execute("SELECT id, number FROM articles WHERE file = ?", (file,)))

    def remove(self, numbers: Sequence[int]) -> None:
        """Takes articles out; those the text index knows are remembered until it has let go of them."""
        self.drop_findings(numbers)
        for number in numbers:
            stories.forget(self.db, number)
            arrivals.note_leaving(self.db, number)
            self.db.execute("INSERT OR IGNORE INTO leaving SELECT number FROM articles WHERE number = ?", (number,))
            self.db.execute("DELETE FROM articles WHERE number = ?", (number,))
            self.db.execute("DELETE FROM bodies WHERE number = ?", (number,))
            self.db.execute("DELETE FROM sketch WHERE number = ?", (number,))
            self.db.execute("DELETE FROM own_date WHERE number = ?", (number,))

    def remove_file(self, path: str) -> int:
        """Takes out a file that is gone, with its articles and problems; gives how many articles it had."""
        row = self.db.execute("SELECT number FROM files WHERE path = ?", (path,)).fetchone()
        self.set_problems(path, ())
        if row is None:
            return 0
        numbers = [n for (n,) in self.db.execute("SELECT number FROM articles WHERE file = ?", row)]
        self.remove(numbers)
        self.db.execute("DELETE FROM files WHERE number = ?", row)
        return len(numbers)

    def set_problems(self, path: str, problems: Iterable[Problem]) -> None:
        """What was wrong with a file when it was last read, in place of what was noted before."""
        self.db.execute("DELETE FROM problems WHERE path = ? AND scanned = 0", (path,))
        self.db.executemany("INSERT INTO problems VALUES (?, ?, 0)", [(path, p.why) for p in problems])

    def set_scan_problems(self, problems: Iterable[Problem]) -> None:
        """What the walk could not look at, in place of the last walk's list."""
        self.db.execute("DELETE FROM problems WHERE scanned = 1")
        self.db.executemany("INSERT INTO problems VALUES (?, ?, 1)", [(p.path, p.why) for p in problems])

    def drop_findings(self, numbers: Sequence[int]) -> None:
        """Takes out what was found in articles, and actors that nothing names any more."""
        from briefing.library.findings import drop

        for number in numbers:
            drop(self.db, number)

    def fill_tallies(self) -> None:
        """Packs anew what facets are counted from, where that has changed; no generation of its own."""
        self.begin()
        tallies.fill(self.db)
        self.db.execute("COMMIT")

    def close(self) -> None:
        """Ends without the open batch."""
        self.roll_back()
        self.db.close()

    def _put_body(self, number: int, article: Article) -> None:
        row = record.body_row(article)
        marks = ", ".join("?" * (len(row) + 1))
        self.db.execute(f"INSERT OR REPLACE INTO bodies(number, {record.BODY}) VALUES ({marks})", (number, *row))
