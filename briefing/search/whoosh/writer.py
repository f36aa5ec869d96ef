"""Batches into the index. A commit is durable and whole, or it is not there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from briefing.model.errors import Locked
from briefing.model.typed import Any
from briefing.search.commit_file import damaged, own, settle
from briefing.search.engine import Batch, IndexedText
from briefing.search.whoosh import bits
from briefing.search.whoosh.codec import Codec, Segment
from briefing.search.whoosh.documents import Documents, Layout
from briefing.search.whoosh.files import SUFFIXES, open_segment
from briefing.search.whoosh.manifest import INDEX, Manifest, SegmentMark, load, mark, marks, save, toc_name
from briefing.search.whoosh.pool import Old, Pool
from briefing.search.whoosh.renumber import Renumbering
from briefing.search.whoosh.schema import Passage, schema
from briefing.search.whoosh.terms import Terms
from briefing.search.whoosh.upstream import TOC, FileIndex, FileStorage, SegmentWriter, __version__

ALIKE = 6
"""So many segments of about one size are merged into one: each article is written anew a few times, whatever comes."""
_SIZES = 3
"""Bits by which sizes are told apart: up to 7 articles, up to 63, up to 511 and so on."""


def write(folder: Path, batch: Batch) -> None:
    """Adds, replaces and removes, commits, and then merges when there are many segments. One writer at a time."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own(folder.stat(), folder)
    storage = FileStorage(str(folder))
    with _locked(storage):
        before = load(folder)
        writer = BatchWriter(_index(storage, folder, before))
        with _cancelled_on_error(writer):
            for text in batch.add:
                writer.add_text(text)
            writer.remove({*batch.remove, *writer.places})
            after = writer.commit_as(folder, batch.generation, before)
        _tidy(folder, after)
        while alike(writer.kept):
            writer, after = _merge(storage, folder, after)


def alike(segments: Sequence[Segment]) -> list[Segment]:
    """The smallest segments of about one size, if there are ALIKE of them."""
    by_size: dict[int, list[Segment]] = {}
    for segment in segments:
        by_size.setdefault(segment.doc_count().bit_length() // _SIZES, []).append(segment)
    return next((by_size[size] for size in sorted(by_size) if len(by_size[size]) >= ALIKE), [])


def _merge(storage: FileStorage, folder: Path, before: Manifest) -> tuple[BatchWriter, Manifest]:
    """A commit of its own, so that the batch is searchable before it."""
    writer = BatchWriter(_index(storage, folder, before))
    with _cancelled_on_error(writer):
        writer.take(alike(writer.segments))
        after = writer.commit_as(folder, before.generation, before)
    _tidy(folder, after)
    return writer, after


@contextmanager
def _locked(storage: FileStorage) -> Iterator[None]:
    lock = storage.lock(f"{INDEX}_WRITELOCK")
    if not lock.acquire():
        raise Locked("another program writes this search index", "Wait until it is done, or end it.")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _cancelled_on_error(writer: BatchWriter) -> Iterator[None]:
    try:
        yield
    except BaseException:
        writer.cancel()
        raise


def _index(storage: FileStorage, folder: Path, manifest: Manifest | None) -> FileIndex:
    """Whoosh's index in the state that the manifest names."""
    _tidy(folder, manifest)
    if manifest is None:
        TOC.create(storage, schema(), INDEX)
    elif mark(folder / toc_name(manifest.toc)) != manifest.files[toc_name(manifest.toc)]:
        raise damaged("its table of contents is not what was written")
    return FileIndex(storage, schema(), INDEX)


def _tidy(folder: Path, manifest: Manifest | None) -> None:
    """Removes what no commit names: files of a killed writer, and those that a merge left behind."""
    kept = manifest.files if manifest else {}
    for name in os.listdir(folder):
        ours = name.endswith((*SUFFIXES, ".toc", ".new")) or ".toc." in name
        if ours and name not in kept:
            (folder / name).unlink(missing_ok=True)


class BatchWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer with our codec and pool; its commit ends with the manifest."""

    def __init__(self, index: FileIndex) -> None:
        self.segments: list[Segment] = []
        super().__init__(index, _lk=False, codec=Codec(), compound=False)
        self.pool = Pool(self.perdocwriter.layout)
        self.places: dict[int, int] = {}
        """The document of each article number of this batch."""
        self.kept: list[Segment] = []
        """The segments of the index after the commit."""

    def add_text(self, text: IndexedText) -> None:
        """One article; a second one with the same number counts."""
        if text.number in self.places:
            self.newsegment.delete_document(self.places[text.number])
        self.places[text.number] = self.docnum
        layout: Layout = self.perdocwriter.layout
        paragraphs = {"title": (text.title,), "story": text.story, "rest": text.rest}
        passages = {field: Passage(of, layout.ends[field]) for field, of in paragraphs.items()}
        self.add_document(number=text.number, **passages)
        layout.stand("newest", text.newest)
        layout.stand("oldest", text.oldest)
        for field, passage in passages.items():
            layout.reach(field, passage.end)

    def remove(self, numbers: set[int]) -> None:
        """Marks what earlier segments hold under these numbers as deleted."""
        for segment in self.segments if numbers else ():
            documents, _ = self._open(segment)
            for document, number in enumerate(documents.numbers):
                if number in numbers:
                    segment.delete_document(document)

    def _open(self, segment: Segment) -> tuple[Documents, Terms]:
        return open_segment(self.storage.folder, segment.segment_id(), segment.doc_count_all())

    def take(self, small: Sequence[Segment]) -> None:
        """Takes the articles of these segments into the new one, in the order of their numbers."""
        self.segments = [segment for segment in self.segments if segment not in small]
        opened = [(*self._open(segment), segment) for segment in small]
        layout: Layout = self.perdocwriter.layout
        for documents, terms, segment in sorted(opened, key=lambda each: each[0].numbers[:1]):
            self.pool.old.append(Old(terms, Renumbering(documents, list(segment.deleted_docs()), layout)))
        self.docnum = len(layout.numbers)
        self._added = True

    def commit_as(self, folder: Path, generation: int, before: Manifest | None) -> Manifest:
        """Writes the segment and the table of contents, then replaces the manifest: that is the commit."""
        self.kept = [segment for segment in self.segments if segment.doc_count()]
        if self._added:
            self.kept.append(self._finalize_segment())
        else:
            self._close_segment()
        TOC(self.schema, self.kept, self.generation).write(self.storage, INDEX)
        table = toc_name(self.generation)
        settle(folder / table)
        names = [table, *(segment.make_filename(suffix) for segment in self.kept for suffix in SUFFIXES)]
        files = marks(folder, names, before.files if before else {})
        documents = sum(segment.doc_count() for segment in self.kept)
        version = ".".join(map(str, __version__))
        manifest = Manifest(generation, self.generation, documents, files, tuple(map(_mark, self.kept)), version)
        save(folder, manifest)
        self._finish()
        return manifest

    def cancel(self) -> None:
        """Writes nothing more; what is there is removed by the next writer."""
        if not self.is_closed:
            self.perdocwriter.is_closed = self.fieldwriter.is_closed = True
            self._finish()

    def commit(self, *_: Any, **__: Any) -> None:
        """Not the way to commit here."""
        raise NotImplementedError("use commit_as")


def _mark(segment: Segment) -> SegmentMark:
    count = segment.doc_count_all()
    return SegmentMark(segment.segment_id(), count, f"{bits.of(list(segment.deleted_docs()), count):x}")
