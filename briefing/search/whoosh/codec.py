"""Our codec for Whoosh: three plain files a segment, each part with a checksum, read through mmap without a copy.

Whoosh's own codec pickles and deflates blocks of 128 postings and copies each segment into memory to open it. Nothing
of Whoosh is patched here: these are the classes its codec interface asks for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from secrets import token_hex

from briefing.model.typed import Any
from briefing.search.whoosh.documents import FIELDS, Layout, length_code
from briefing.search.whoosh.files import DOCUMENTS, POSTINGS, TERMS, open_segment
from briefing.search.whoosh.postings import Posting, Room
from briefing.search.whoosh.terms import write_terms
from briefing.search.whoosh.upstream import base


class Codec(base.Codec):  # type: ignore[misc]
    """Makes the parts of a segment."""

    length_stats = False

    def __init__(self) -> None:
        self._layout = Layout()

    def per_document_writer(self, storage: Any, segment: Segment) -> DocumentsWriter:
        """For what is kept of each document."""
        writer = DocumentsWriter(storage, segment)
        self._layout = writer.layout
        return writer

    def field_writer(self, storage: Any, segment: Segment) -> TermsWriter:
        """For words and postings of the documents of the writer that was made last."""
        return TermsWriter(storage, segment, self._layout)

    def per_document_reader(self, storage: Any, segment: Segment) -> Any:
        """For Whoosh's own searcher."""
        from briefing.search.whoosh.stock import StockDocuments

        return StockDocuments(segment, *open_segment(storage.folder, segment.segment_id(), segment.doc_count_all()))

    def terms_reader(self, storage: Any, segment: Segment) -> Any:
        """For Whoosh's own searcher."""
        from briefing.search.whoosh.stock import StockTerms

        return StockTerms(*open_segment(storage.folder, segment.segment_id(), segment.doc_count_all()))

    def new_segment(self, storage: Any, indexname: str) -> Segment:
        """An empty one with a name of its own."""
        return Segment(indexname)


class Segment(base.Segment):  # type: ignore[misc]
    """What the index's table of contents keeps of a segment."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self.segid = token_hex(8)  # Whoosh's own name comes from `random`, which anybody may have seeded
        self._documents = 0
        self._deleted: set[int] = set()

    def codec(self) -> Codec:
        """Ours."""
        return Codec()

    def should_assemble(self) -> bool:
        """No: three files are mapped as they are."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Called when the segment is whole."""
        self._documents = count

    def doc_count_all(self) -> int:
        """With those that are deleted."""
        return self._documents

    def deleted_count(self) -> int:
        """How many are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Which are deleted."""
        return iter(self._deleted)

    def is_deleted(self, docnum: int) -> bool:
        """Whether this one is."""
        return docnum in self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Marks it; its postings go with the next merge."""
        (self._deleted.add if delete else self._deleted.discard)(docnum)


class DocumentsWriter(base.PerDocumentWriter):  # type: ignore[misc]
    """Collects numbers and lengths, and writes them at the end."""

    def __init__(self, storage: Any, segment: Segment) -> None:
        self._storage, self._segment = storage, segment
        self.layout = Layout()
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """One number and one length a field follow."""
        self.layout.begin()

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int) -> None:
        """How many words a field has."""
        if fieldname in FIELDS:
            self.layout.codes[fieldname][-1] = length_code(length)
            self.layout.totals[fieldname] += length

    def add_column_value(self, fieldname: str, columnobj: Any, value: int) -> None:
        """The article's number."""
        self.layout.numbers[-1] = value

    def close(self) -> None:
        """Writes the file, if there is anything."""
        self.is_closed = True
        if self.layout.numbers:
            with self._storage.create_file(self._segment.make_filename(DOCUMENTS)).raw_file() as to:
                self.layout.write(to)
                settle(to)


class TermsWriter(base.FieldWriter):  # type: ignore[misc]
    """Writes the sorted postings of the writer's pool."""

    def __init__(self, storage: Any, segment: Segment, layout: Layout) -> None:
        self._storage, self._segment, self._layout = storage, segment, layout
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[tuple[str, Iterable[Posting]]]) -> None:
        """All of them at once."""
        create, name, layout = self._storage.create_file, self._segment.make_filename, self._layout
        with create(name(TERMS)).raw_file() as terms, create(name(POSTINGS)).raw_file() as posts:
            write_terms(items, lambda field: Room(len(layout.numbers), layout.ends[field]), terms, posts)
            settle(terms)
            settle(posts)

    def close(self) -> None:
        """Nothing is open by now."""
        self.is_closed = True


def settle(file: Any) -> None:
    """On the disk before anything names it."""
    file.flush()
    os.fsync(file.fileno())
