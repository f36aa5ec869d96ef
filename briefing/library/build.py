"""The one function that writes a library: scan, read, index, extract, each in committed batches."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.library import (
    arrivals,
    extracting,
    folding,
    freshness,
    indexing,
    layout,
    reading,
    registry,
    schema,
    tables,
)
from briefing.library.corpus import Corpus
from briefing.library.correcting import take_over
from briefing.library.events import Event, Failed, Finished
from briefing.library.job import Job
from briefing.library.lock import LockedOut, writer_lock
from briefing.library.parts import Parts
from briefing.library.store import kept_engine, looks_whole
from briefing.library.writer import StoreWriter
from briefing.model.errors import BriefingError, Damaged
from briefing.search.engine import Stop, never
from briefing.search.registry import EMBEDDED, require_engine, why_absent
from briefing.settings.places import Places
from briefing.settings.schema import AUTO, Settings

Emit = Callable[[Event], None]


def build(
    roots: Sequence[Path],
    places: Places,
    settings: Settings,
    emit: Emit,
    stop: Stop,
    rebuild: bool = False,
    confirm_removal: bool = False,
    parts: Parts | None = None,
) -> Finished:
    """Brings the library of these folders up to date and says what it did.

    Raises Locked where another program writes it, and another BriefingError where it cannot go on; both are emitted
    too. All batches committed until then stay.
    """
    corpus = Corpus.of(roots)
    cache = places.cache_of(corpus.id)
    try:
        with _explained(cache):
            layout.private_folder(cache)
            with writer_lock(cache):
                registry.describe(places, corpus)
                notes = places.notebook_of(corpus.id)
                engine = _engine(cache, settings)
                made = (parts or Parts()).chosen(settings.extractor)
                finished = _Build(corpus, cache, settings, notes, emit, stop, confirm_removal, made, engine).run(
                    rebuild
                )
    except LockedOut as error:
        emit(error.by)
        raise
    except BriefingError as error:
        emit(Failed(error.title, error.what_to_do))
        raise
    emit(finished)
    return finished


def _engine(cache: Path, settings: Settings) -> str:
    """The engine asked for, or the one that the library has; raises WrongUse where it is not installed."""
    name = settings.engine
    if name == AUTO:
        folder = layout.current(cache)
        name = kept_engine(folder) if folder else EMBEDDED
    require_engine(name)
    return name


def correct(corpus: Corpus, cache: Path, places: Places, settings: Settings) -> bool:
    """Takes the reader's corrections over into the store in force; False where there is none, or a builder has it."""
    folder = layout.current(cache)
    if folder is None:
        return False
    store = folder / layout.STORE
    try:
        with _explained(cache), writer_lock(cache):
            was_whole = _as_left(store)
            writer = StoreWriter(schema.open_for_writing(store), folder)
            try:
                changed = take_over(writer, places.notebook_of(corpus.id))
                engine = kept_engine(folder)
                if changed and not why_absent(engine):
                    indexing.index_again(Job(corpus, settings, Parts(), engine, lambda _: None, never, writer))
                writer.fill_tallies()
                writer.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                writer.close()
            if was_whole:
                _leave(store)
            return changed
    except LockedOut:
        return False


@dataclass(frozen=True, slots=True)
class _Build:
    corpus: Corpus
    cache: Path
    settings: Settings
    notebook: Path
    emit: Emit
    stop: Stop
    confirm_removal: bool
    parts: Parts
    engine: str

    def run(self, rebuild: bool) -> Finished:
        """A store that turns out to be damaged is replaced at once, and everything is read again."""
        layout.sweep(self.cache)  # what a killed rebuild left behind
        if rebuild:
            return self._beside()
        try:
            return self._stages(self._in_force())
        except Damaged:
            return self._stages(self._replace())

    def _in_force(self) -> Path:
        folder = layout.current(self.cache)
        if folder is None or layout.is_suspect(folder):
            return self._replace()
        return folder

    def _replace(self) -> Path:
        """A new store, empty but in force: there is nothing to be seen in the old one."""
        folder = self._new()
        layout.put_in_force(self.cache, folder)
        layout.sweep(self.cache)
        return folder

    def _new(self) -> Path:
        before = layout.current(self.cache)
        folder = layout.make_beside(self.cache, self._label)
        schema.create(folder / layout.STORE).close()
        if before is not None and (before / layout.STORE).is_file():
            arrivals.carry_over(folder / layout.STORE, before / layout.STORE)
        return folder

    def _beside(self) -> Finished:
        """The old store stays in force until the new one is whole."""
        folder = self._new()
        try:
            finished = self._stages(folder, whole=True)
            if not finished.stopped:
                layout.put_in_force(self.cache, folder)
        finally:
            if layout.current(self.cache) != folder:
                shutil.rmtree(folder, ignore_errors=True)
        layout.sweep(self.cache)
        return finished

    @property
    def _label(self) -> str:
        return f"{self.engine}-{tables.SCHEMA}"

    def _stages(self, folder: Path, whole: bool = False) -> Finished:
        store = folder / layout.STORE
        with schema.translated(store):
            db = schema.open_for_writing(store)
            writer = StoreWriter(db, folder)
            try:
                if not _as_left(store) and not looks_whole(db):
                    raise Damaged("The store is damaged.", "It is a cache: it is rebuilt from your files.")
                job = Job(
                    self.corpus, self.settings, self.parts, self.engine, self.emit, self.stop, writer,
                    self.confirm_removal,
                )  # fmt: skip
                began = time.time()
                freshness.forget_walk(store)
                complete = _run_stages(job, whole) and not self.stop()
                if not self.stop() and take_over(writer, self.notebook):
                    self.emit(writer.committed())
                    indexing.index_again(job)
                writer.fill_tallies()
                db.execute("PRAGMA optimize")
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                writer.close()
        _leave(store)
        if complete:
            freshness.note_walk(store, job.walked, began, self.settings, self.parts.rules())
        return Finished(job.read, job.removed, self._problems(store), job.unchanged, self.stop())

    def _problems(self, store: Path) -> int:
        db = sqlite3.connect(store)
        try:
            return int(db.execute("SELECT value FROM counts WHERE key = 'problems'").fetchone()[0])
        finally:
            db.close()


def _run_stages(job: Job, whole: bool) -> bool:
    """Gives whether the store now says what the folders hold: nothing was hidden, and nothing gone is kept."""
    blocked = reading.look(job)
    if whole and blocked and not job.confirm_removal:
        raise schema.StoreProblem(
            "Part of this library cannot be looked at now, so it is not rebuilt from nothing.",
            f"{blocked[0].problem.path}: {blocked[0].problem.why}.",
        )
    if job.stop():
        return False
    reading.note_blocked(job, blocked)
    reading.remove_gone(job, blocked)
    reading.read_changed(job)
    if not job.stop():
        arrivals.note_founding(job.writer.db)
    for stage in (indexing.index, folding.fold, extracting.extract):
        if not job.stop():
            stage(job)
    return not blocked and not reading.is_any_gone(job)


_CHECK_EVERY = 24 * 3600.0
_LEFT = "left.json"


def _as_left(store: Path) -> bool:
    """Whether the store is, by its size and time, what the last build left, and was checked of late."""
    try:
        left = json.loads((store.parent / _LEFT).read_text("utf-8"))
        now = store.stat()
        wal = store.with_name(f"{store.name}-wal")
        same = left["size"] == now.st_size and left["mtime_ns"] == now.st_mtime_ns
        return same and (not wal.exists() or not wal.stat().st_size) and 0 <= time.time() - left["at"] < _CHECK_EVERY
    except (OSError, ValueError, TypeError, KeyError):
        return False


def _leave(store: Path) -> None:
    """Without this note the next build checks the whole store, so a failure to write it harms nothing."""
    with suppress(OSError):
        found = store.stat()
        left = {"size": found.st_size, "mtime_ns": found.st_mtime_ns, "at": time.time()}
        (store.parent / _LEFT).write_text(json.dumps(left), "utf-8")


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def _explained(cache: Path) -> Iterator[None]:
    """What the system refused, as an error for people."""
    try:
        with schema.translated(cache / layout.STORE):
            yield
    except OSError as error:
        if error.errno in _FULL:
            raise schema.StoreProblem(
                "The disk is full.", f"What is indexed so far is kept. Make room for {cache}."
            ) from error
        if error.errno in _REFUSED:
            raise schema.StoreProblem(
                "The cache folder cannot be written.",
                f"Make {cache} writable, or set XDG_CACHE_HOME. What is indexed already can be read.",
            ) from error
        raise schema.StoreProblem(
            f"The system refused: {error.strerror or error}.", f"Check the disk that holds {cache}."
        ) from error
