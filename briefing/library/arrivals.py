"""When each article came in, kept over changes, renames and rebuilds; and what came after a moment."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from briefing.model.arrival import day_starts, moment_of
from briefing.model.numbers import Numbers
from briefing.model.query import Fact
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.notebook.searches import Saved, Searches, Visit

LAST = "last"
"""The value of `added:` that asks for what came after the last visit."""
_SHOWN = 20


def came(db: sqlite3.Connection, article: str, body: str) -> int:
    """When an article that is put in came first: now, unless it was here under this id, or with this text, before."""
    row = db.execute("SELECT min(added) FROM came WHERE key IN (?, ?)", (article, body)).fetchone()
    return int(row[0]) if row[0] is not None else now(db)


def now(db: sqlite3.Connection) -> int:
    """This moment, or the one after the last arrival that others may have seen, where the clock was set back."""
    latest = db.execute("SELECT value FROM meta WHERE key = 'seen'").fetchone()
    return max(time.time_ns() // 1_000_000, (latest[0] if latest else 0) + 1)


def note_seen(db: sqlite3.Connection) -> None:
    """At each commit: what comes after it is later than all that is in it."""
    before = "ifnull((SELECT value FROM meta WHERE key = 'seen'), 0)"
    db.execute(f"INSERT OR REPLACE INTO meta SELECT 'seen', max(ifnull(max(added), 0), {before}) FROM articles")


def note_leaving(db: sqlite3.Connection, number: int) -> None:
    """An article goes; its text may come back under another name."""
    for key in ("id", "fingerprint"):
        db.execute(f"INSERT OR IGNORE INTO came SELECT {key}, added FROM articles WHERE number = ?", (number,))


def carry_over(new: Path, old: Path) -> None:
    """A store made anew learns from the one before when articles came; where that cannot be read, nothing is known."""
    db = sqlite3.connect(new, isolation_level=None)
    try:
        with suppress(sqlite3.DatabaseError):
            db.execute("ATTACH ? AS old", (str(old),))
            db.execute("BEGIN")
            db.execute("INSERT OR IGNORE INTO came SELECT key, added FROM old.came")
            for key in ("id", "fingerprint"):
                db.execute(f"INSERT OR IGNORE INTO came SELECT {key}, min(added) FROM old.articles GROUP BY {key}")
            db.execute("INSERT OR REPLACE INTO meta SELECT key, value FROM old.meta WHERE key IN ('founded', 'seen')")
            db.execute("COMMIT")
    finally:
        db.close()


def note_founding(db: sqlite3.Connection) -> None:
    """The folders were read to their end once: what came until then is no news, whenever it was looked at last."""
    if db.execute("SELECT 1 FROM meta WHERE key = 'founded'").fetchone() is None:
        db.execute("INSERT INTO meta SELECT 'founded', ifnull(max(added), 0) FROM articles")


def newest(db: sqlite3.Connection) -> int:
    """When the last article came."""
    return int(db.execute("SELECT ifnull(max(added), 0) FROM articles").fetchone()[0])


def after(db: sqlite3.Connection, moment: int) -> Numbers:
    """The articles that came later."""
    return Numbers(number for (number,) in db.execute("SELECT number FROM articles WHERE added > ?", (moment,)))


def added(db: sqlite3.Connection, fact: Fact, searches: Searches) -> Numbers:
    """The answer to `added:`; of a number, what came after that moment."""
    if fact.period is not None:
        from datetime import timedelta

        low = day_starts(fact.period.earliest) if fact.period.earliest else 0
        until = fact.period.latest
        high = day_starts(until + timedelta(days=1)) if until and until.year < 9999 else 2**62
        rows = db.execute("SELECT number FROM articles WHERE added >= ? AND added < ?", (low, high))
        return Numbers(number for (number,) in rows)
    return after(db, seen_until(db, searches.last_visit()) if fact.value == LAST else int(fact.value))


def seen_until(db: sqlite3.Connection, visit: Visit | None, saved: Saved | None = None) -> int:
    """Up to which moment all was seen; of a search that was never run, when it was saved; 0 is never.

    Where the store is younger than that, nobody knows what was new when it was made: all that is not later was seen.
    """
    seen = int(saved.at.timestamp() * 1000) if saved else 0
    if visit is not None:
        found = moment_of(visit.mark)
        seen = found if found is not None else int(visit.at.timestamp() * 1000)
    row = db.execute("SELECT value FROM meta WHERE key = 'founded'").fetchone()
    return max(seen, int(row[0]) if row else 0) if seen else 0


def new_actors(db: sqlite3.Connection, numbers: Numbers, limit: int = _SHOWN) -> tuple[list[tuple[str, int]], int]:
    """Actors that only these articles name, most articles first, and how many there are."""
    found = db.execute(
        "SELECT m.entry, count(DISTINCT p.article) FROM appearance AS p JOIN actor AS m ON m.number = p.actor "
        "JOIN actor AS e ON e.number = m.entry WHERE p.article IN (SELECT value FROM json_each(?)) AND NOT e.ignored "
        "GROUP BY m.entry HAVING count(*) = e.all_articles ORDER BY 2 DESC, m.entry",
        (json.dumps(list(numbers)),),
    ).fetchall()
    from briefing.library.pairs import named

    return [(named(db, entry).name, articles) for entry, articles in found[:limit]], len(found)
