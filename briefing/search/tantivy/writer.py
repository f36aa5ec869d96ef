"""Batches into the index. A commit is durable and whole, or it is not there."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tantivy import Index, IndexWriter

from briefing.model.errors import Locked
from briefing.model.numbers import Numbers
from briefing.search.commit_file import damaged, own, settle
from briefing.search.engine import Batch
from briefing.search.tantivy.checked import is_checked, note
from briefing.search.tantivy.documents import document, know_words
from briefing.search.tantivy.faults import reading, writing
from briefing.search.tantivy.manifest import META, NUMBERS, FileMark, Manifest, load, mark, read_numbers, save
from briefing.search.tantivy.schema import NUMBER, schema
from briefing.search.tantivy.states import new_state, new_work, tidy

MEMORY = 64_000_000
"""Bytes of a segment in memory; a larger batch is written in several segments."""
_LOCK = "write.lock"


def write(folder: Path, batch: Batch) -> None:
    """Adds, replaces and removes, commits, and then merges where there are many segments. One writer at a time."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own(folder.stat(), folder)
    with _locked(folder):
        before = load(folder)
        work = new_work(folder, before)
        try:
            with writing(folder):
                _write(folder, work, batch, before)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _write(folder: Path, work: Path, batch: Batch, before: Manifest | None) -> None:
    numbers = _numbers(folder, before)
    index = _open(work, before)
    writer = index.writer(MEMORY, 1)
    try:
        numbers = _apply(writer, batch, numbers)
        writer.commit()
        after = _publish(folder, work, batch.generation, numbers, before)
    except BaseException:
        with suppress(ValueError, RuntimeError, OSError):
            writer.rollback()
            writer.wait_merging_threads()
        raise
    writer.wait_merging_threads()
    if mark(work / META) != after.files[META]:
        _publish(folder, work, batch.generation, numbers, after)


def _open(work: Path, before: Manifest | None) -> Index:
    if before is not None and mark(work / META) != before.files[META]:
        raise damaged(f"{META} is not what was written")
    if before is None:
        index = Index(schema(), str(work))
    else:
        with reading():
            index = Index.open(str(work))
    know_words(index)
    return index


def _apply(writer: IndexWriter, batch: Batch, known: Numbers) -> Numbers:
    """An article that is there under its number goes first; of two in the batch the later one stays."""
    gone = {number for number in batch.remove if number in known}
    for number in gone:
        writer.delete_documents_by_term(NUMBER, number)
    added: set[int] = set()
    for text in batch.add:
        if text.number in added or (text.number in known and text.number not in gone):
            writer.delete_documents_by_term(NUMBER, text.number)
        writer.add_document(document(text))
        added.add(text.number)
    return (known - Numbers(gone)) | Numbers(added)


def _publish(folder: Path, work: Path, generation: int, numbers: Numbers, before: Manifest | None) -> Manifest:
    """Gives the commit in `work` a folder of its own, then replaces the manifest."""
    state = new_state(folder, work)
    bits = numbers.bits
    (state / NUMBERS).write_bytes(bits.to_bytes((bits.bit_length() + 7) // 8, "little"))
    for name in (META, NUMBERS):
        settle(state / name)
    settle(state)
    settle(folder)
    known = before.files if before else {}
    files: dict[str, FileMark] = {}
    for name in sorted(os.listdir(state)):
        old = known.get(name) if name not in (META, NUMBERS) else None
        files[name] = old or mark(state / name)
    after = Manifest(generation, state.name, len(numbers), files)
    trusted = before is None or is_checked(folder, before)
    save(folder, after)
    if trusted:
        note(folder, after)
    tidy(folder, after)
    return after


def _numbers(folder: Path, manifest: Manifest | None) -> Numbers:
    if manifest is None:
        return Numbers()
    with reading():
        if mark(folder / manifest.state / NUMBERS) != manifest.files[NUMBERS]:
            raise damaged(f"{NUMBERS} is not what was written")
        return read_numbers(folder, manifest)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """The system frees it at death."""
    with (folder / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked("another program writes this search index", "Wait until it is done, or end it.") from None
        yield
