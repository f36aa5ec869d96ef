"""The third stage of a build: the text index is brought in step with the store, in committed batches."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefing.library.job import Job
from briefing.library.layout import engine_of
from briefing.library.schema import StoreProblem
from briefing.library.store import indexed_text, load_article
from briefing.model.errors import Damaged
from briefing.model.progress import Stage
from briefing.search.engine import Batch, IndexedText, SearchEngine

FIRST_BATCH = 200
BATCH = 1000


def index(job: Job) -> None:
    """Adds what the index lacks and removes what it has too much; an index out of step or damaged is made anew."""
    if engine_of(job.writer.folder, job.writer.meta("index_engine")) != job.engine:
        change_engine(job)
    elif not _work(job):
        _make_new_index(job)
        if not _work(job):
            raise StoreProblem("The text index cannot be written.", f"Check the disk that holds {job.writer.folder}.")


def index_again(job: Job) -> None:
    """What a correction moved in time, where the index is in step; where it is not, the next build sees to it."""
    if not _unmarked(job):
        return
    with suppress(Damaged):
        engine = open_index(job, str(job.writer.meta("index_folder")))
        try:
            if _in_step(job, engine):
                _write_batches(job, engine)
        finally:
            engine.close()


def change_engine(job: Job) -> None:
    """A whole index of another engine, made beside the old one, which is asked until the new one is there."""
    writer = job.writer
    old, name = str(writer.meta("index_folder")), free_name(writer.folder)
    generation = int(writer.meta("generation"))
    engine = open_index(job, name)
    done, last, size = 0, 0, batch_size(engine)
    articles = writer.committed().articles
    try:
        wanted = "SELECT number FROM articles WHERE number > ? ORDER BY number LIMIT ?"
        while numbers := [number for (number,) in writer.db.execute(wanted, (last, size))]:
            if job.stop():
                return
            generation += 1
            engine.write(Batch(generation, texts_of(job, numbers)))
            done, last = done + len(numbers), numbers[-1]
            job.progress(Stage.INDEX, done, articles)
        _take_over(job, name, generation if done else 0)
    finally:
        engine.close()
        unused = name if writer.meta("index_folder") == old else old
        shutil.rmtree(writer.folder / unused, ignore_errors=True)


def _take_over(job: Job, name: str, generation: int) -> None:
    """From this commit on the new index is the one that is asked."""
    writer = job.writer
    writer.begin()
    for key, value in (("index_folder", name), ("index_engine", job.engine)):
        writer.set_meta(key, value)
    writer.set_meta("index_generation", generation)
    writer.set_meta("index_intent", generation)
    writer.db.execute("UPDATE articles SET indexed = ? WHERE indexed = 0", (generation,))
    writer.db.execute("DELETE FROM leaving")
    job.commit()


def _work(job: Job) -> bool:
    """False where the index cannot be used as it is."""
    try:
        engine = open_index(job, str(job.writer.meta("index_folder")))
    except Damaged:
        return False
    try:
        verify = getattr(engine, "verify", None)  # an engine that keeps checksums has them compared here
        if verify is not None:
            verify()
        if not _in_step(job, engine):
            return False
        _write_batches(job, engine)
    except Damaged:
        return False
    finally:
        engine.close()
    return True


def open_index(job: Job, folder: str) -> SearchEngine:
    """The engine of this build over a folder of the store's."""

    def texts(number: int) -> IndexedText | None:
        article = load_article(job.writer.db, number)
        return indexed_text(number, article) if article else None

    return job.parts.engine(job.engine, job.writer.folder / folder, texts)


def _in_step(job: Job, engine: SearchEngine) -> bool:
    """The index may be one batch ahead, if a kill came between its commit and the store's: that batch comes again."""
    version = engine.version()
    if version.generation != job.writer.meta("index_generation"):
        return version.generation == job.writer.meta("index_intent")
    known = job.writer.committed().searchable
    # An article that changed is still in the index as it was, though it no longer counts as searchable.
    return known <= version.documents <= known + _unmarked(job)


def _unmarked(job: Job) -> int:
    waiting = "SELECT (SELECT count(*) FROM articles WHERE indexed = 0) + (SELECT count(*) FROM leaving)"
    return int(job.writer.db.execute(waiting).fetchone()[0])


def batch_size(engine: SearchEngine) -> int:
    """Articles to a commit; an engine may want more of them."""
    return int(getattr(engine, "batch", BATCH))


def _write_batches(job: Job, engine: SearchEngine) -> None:
    writer = job.writer
    size, usual = FIRST_BATCH, batch_size(engine)
    while not job.stop():
        wanted = "SELECT number FROM articles WHERE indexed = 0 ORDER BY number LIMIT ?"
        add = [number for (number,) in writer.db.execute(wanted, (size,))]
        leave = [number for (number,) in writer.db.execute("SELECT number FROM leaving ORDER BY number LIMIT 5000")]
        if not add and not leave:
            return
        generation = int(writer.meta("generation")) + 1
        writer.set_meta("index_intent", generation)
        engine.write(Batch(generation, texts_of(job, add), leave))
        _mark(job, generation, add, leave)
        told = writer.committed()
        job.progress(Stage.INDEX, told.searchable, told.articles)
        size = usual


def _mark(job: Job, generation: int, added: list[int], left: list[int]) -> None:
    """What the index has committed is so in the store too."""
    writer = job.writer
    writer.begin()
    writer.db.executemany("UPDATE articles SET indexed = ? WHERE number = ?", [(generation, n) for n in added])
    writer.db.executemany("DELETE FROM leaving WHERE number = ?", [(n,) for n in left])
    writer.set_meta("index_generation", generation)
    job.commit()


def texts_of(job: Job, numbers: list[int]) -> Iterator[IndexedText]:
    """One at a time, so that a batch never stands in memory as a whole."""
    for number in numbers:
        article = load_article(job.writer.db, number)
        if article is not None:
            yield indexed_text(number, article)


def _make_new_index(job: Job) -> None:
    """Beside the old one; the store points to it from the same commit on in which nothing counts as indexed."""
    writer = job.writer
    old = writer.folder / str(writer.meta("index_folder"))
    name = free_name(writer.folder)
    writer.begin()
    writer.set_meta("index_folder", name)
    writer.set_meta("index_generation", 0)
    writer.set_meta("index_intent", 0)
    writer.db.execute("UPDATE articles SET indexed = 0 WHERE indexed <> 0")
    writer.db.execute("DELETE FROM leaving")
    job.commit()
    shutil.rmtree(old, ignore_errors=True)


def free_name(folder: Path) -> str:
    """For an index beside those that are there."""
    number = 1
    while (folder / f"index-{number}").exists():
        number += 1
    return f"index-{number}"
