"""The first two stages of a build: compare the folder with the store, read what changed, let go of what went."""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from briefing import __version__
from briefing.library.events import MuchGone
from briefing.library.faults import by_reason
from briefing.library.job import Job
from briefing.library.scan import Blocked, FileStamp, scan
from briefing.model.article import Article, Problem
from briefing.model.progress import Stage

_log = logging.getLogger(__name__)

FIRST_BATCH = 25
"""Articles of the first commit: enough to fill a screen, soon."""

BATCH = 250

_SEEN = """
CREATE TEMP TABLE IF NOT EXISTS seen(
  path TEXT PRIMARY KEY, disk BLOB NOT NULL, root INTEGER NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS todo(
  number INTEGER PRIMARY KEY, path TEXT, disk BLOB, root INTEGER, size INTEGER, mtime_ns INTEGER);
DELETE FROM temp.seen;
DELETE FROM temp.todo;
"""


def look(job: Job) -> list[Blocked]:
    """Walks the folders and notes which files have to be read; gives what could not be looked at."""
    db = job.writer.db
    db.executescript(_SEEN)
    blocked: list[Blocked] = []
    found = 0
    items = iter(scan(job.corpus, job.parts.knows, job.walked))
    while chunk := list(islice(items, 1000)):
        blocked += [item for item in chunk if isinstance(item, Blocked)]
        stamps = [item for item in chunk if isinstance(item, FileStamp)]
        rows = [(s.path, os.fsencode(s.disk), s.root, s.size, s.mtime_ns) for s in stamps]
        db.executemany("INSERT OR IGNORE INTO temp.seen VALUES (?, ?, ?, ?, ?)", rows)
        found += len(stamps)
        job.progress(Stage.SCAN, found, 0)
        if job.stop():
            break
    _forget_stamps(job)
    db.execute(
        "INSERT INTO temp.todo(path, disk, root, size, mtime_ns) SELECT s.path, s.disk, s.root, s.size, s.mtime_ns "
        "FROM temp.seen AS s LEFT JOIN files AS f ON f.path = s.path "
        "WHERE f.path IS NULL OR f.size <> s.size OR f.mtime_ns <> s.mtime_ns ORDER BY s.path"
    )
    todo = db.execute("SELECT count(*) FROM temp.todo").fetchone()[0]
    job.unchanged = db.execute("SELECT count(*) FROM temp.seen").fetchone()[0] - todo
    return blocked


def note_blocked(job: Job, blocked: Iterable[Blocked]) -> None:
    """Keeps the list of what this walk could not look at, if it is another one than the last walk's."""
    now = sorted((b.problem.path, b.problem.why) for b in blocked)
    then = job.writer.db.execute("SELECT path, why FROM problems WHERE scanned = 1 ORDER BY path, why").fetchall()
    if now != then:
        job.writer.begin()
        job.writer.set_scan_problems(b.problem for b in blocked)
        job.commit()


_GONE = "SELECT f.path, f.root FROM files AS f LEFT JOIN temp.seen AS s ON s.path = f.path WHERE s.path IS NULL"


def is_any_gone(job: Job) -> bool:
    """Whether the store keeps a file that the walk did not meet."""
    return job.writer.db.execute(f"{_GONE} LIMIT 1").fetchone() is not None


def remove_gone(job: Job, blocked: list[Blocked]) -> None:
    """Removes files that are no longer there; when more than half of a library or a root is gone, asks first."""
    gone = [row for row in job.writer.db.execute(_GONE) if not any(b.hides(row[0]) for b in blocked)]
    if not gone:
        return
    if not job.confirm_removal and _is_much(job, Counter(root for _, root in gone)):
        total = job.writer.db.execute("SELECT count(*) FROM files").fetchone()[0]
        job.emit(MuchGone(len(gone), total))
        return
    job.writer.begin()
    for path, _ in gone:
        job.removed += job.writer.remove_file(path)
    job.commit(contents=True)


def read_changed(job: Job) -> None:
    """Reads new and changed files into the store, in batches that the list can show at once."""
    total = job.writer.db.execute("SELECT count(*) FROM temp.todo").fetchone()[0]
    batch = _Batch(job)
    for done, stamp in enumerate(_todo(job), 1):
        if job.stop():
            break
        _look_at(job, stamp, batch)
        batch.end_if_full()
        job.progress(Stage.READ, done, total, stamp.path)
    batch.end()


class _Batch:
    """Counts what is written and commits when it is enough."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._limit = FIRST_BATCH
        self._files = 0
        self._changes = 0

    def add(self, changes: int) -> None:
        self._changes += changes

    def end_if_full(self) -> None:
        """Called after each file; a file of many articles is committed in between as well."""
        self._files += 1
        if max(self._changes, self._files // 4) >= self._limit:
            self.end()
            self._limit = BATCH

    def end(self) -> None:
        if self._job.writer.db.in_transaction:
            self._job.commit(contents=self._changes > 0)
        self._files = self._changes = 0


def _look_at(job: Job, stamp: FileStamp, batch: _Batch) -> None:
    """A file whose bytes are what they were only gets its new stamp; one that cannot be opened keeps its articles."""
    writer = job.writer
    writer.begin()
    try:
        digest = _digest(stamp, job.settings.max_file_bytes)
    except OSError as error:
        writer.set_problems(stamp.path, [Problem(stamp.path, f"cannot be opened: {error.strerror}")])
        writer.stamp_file(stamp, writer.file_hash(stamp.path), again=True)
        return
    if digest is not None and digest == writer.file_hash(stamp.path):
        writer.stamp_file(stamp, digest)
        job.unchanged += 1
        return
    file = writer.stamp_file(stamp, None, again=True)
    before = writer.ids_of_file(file)
    problems: list[Problem] = []
    seen: set[str] = set()
    job.read += 1
    for item in _items(job, stamp):
        if isinstance(item, Problem):
            problems.append(item)
        elif item.id in seen:
            problems.append(Problem(stamp.path, f"two articles with the key {item.key}; the second is left out"))
        else:
            seen.add(item.id)
            batch.add(_put(job, item, file, problems))
            if len(seen) % BATCH == 0:
                batch.end()
                writer.begin()
    gone = [number for known, number in before.items() if known not in seen]
    writer.remove(gone)
    job.removed += len(gone)
    batch.add(len(gone))
    writer.set_problems(stamp.path, by_reason(stamp.path, problems))
    writer.stamp_file(stamp, digest)


def _items(job: Job, stamp: FileStamp) -> Iterator[Article | Problem]:
    """A reader that fails on one file must not end the build of all others."""
    try:
        yield from job.parts.read(Path(stamp.disk), stamp.path, job.settings.max_file_bytes)
    except (OSError, MemoryError) as error:
        yield Problem(stamp.path, f"cannot be read: {error}")
    except Exception as error:
        _log.exception("reading failed")
        yield Problem(stamp.path, f"cannot be read, by a fault of ours ({type(error).__name__}); please report it")


def _put(job: Job, article: Article, file: int, problems: list[Problem]) -> bool:
    try:
        return job.writer.put(article, file)
    except UnicodeEncodeError:
        problems.append(Problem(article.path, "holds characters that are no Unicode"))
        return False


def _digest(stamp: FileStamp, limit: int) -> bytes | None:
    """Of a file too large to be read, nothing: its stamp alone says whether it changed."""
    if stamp.size > limit:
        return None
    with open(stamp.disk, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).digest()


def _todo(job: Job) -> Iterator[FileStamp]:
    last = 0
    wanted = "SELECT number, path, disk, root, size, mtime_ns FROM temp.todo WHERE number > ? ORDER BY number LIMIT 200"
    while rows := job.writer.db.execute(wanted, (last,)).fetchall():
        last = rows[-1][0]
        yield from (FileStamp(path, os.fsdecode(disk), *rest) for _, path, disk, *rest in rows)


def _is_much(job: Job, gone: Counter[int]) -> bool:
    totals = dict(job.writer.db.execute("SELECT root, count(*) FROM files GROUP BY root"))
    return gone.total() * 2 > sum(totals.values()) or any(n * 2 > totals[root] for root, n in gone.items())


def _forget_stamps(job: Job) -> None:
    """A program that reads otherwise looks at all files again; another size limit, at those that had a problem."""
    writer = job.writer
    if writer.meta("reader") == __version__ and writer.meta("max_file_bytes") == job.settings.max_file_bytes:
        return
    writer.begin()
    if writer.meta("reader") != __version__:
        writer.db.execute("UPDATE files SET mtime_ns = -1, hash = NULL")
    writer.db.execute("UPDATE files SET mtime_ns = -1, hash = NULL WHERE path IN (SELECT path FROM problems)")
    writer.set_meta("reader", __version__)
    writer.set_meta("max_file_bytes", job.settings.max_file_bytes)
    writer.db.execute("COMMIT")
