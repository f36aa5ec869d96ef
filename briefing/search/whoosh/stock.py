"""Our segments as Whoosh's own searcher reads them: for tests against its operators, and for other programs."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from briefing.model.typed import Any
from briefing.search.whoosh.codec import Segment
from briefing.search.whoosh.documents import FIELDS, LENGTHS, Documents
from briefing.search.whoosh.postings import Entry
from briefing.search.whoosh.terms import BREAKS, Terms
from briefing.search.whoosh.upstream import ListMatcher, TermInfo, TermNotFound, base

Word = tuple[str, bytes]


class StockTerms(base.TermsReader):  # type: ignore[misc]
    """Words and postings."""

    def __init__(self, documents: Documents, terms: Terms) -> None:
        self._documents, self._terms = documents, terms

    def __contains__(self, term: Word) -> bool:
        return self._terms.find(term[0], term[1].decode()) is not None

    def _entry(self, fieldname: str, word: bytes) -> Entry:
        entry = self._terms.find(fieldname, word.decode())
        if entry is None:
            raise TermNotFound(f"{fieldname}:{word!r}")
        return entry

    def _positions(self, field: str, entry: Entry) -> list[list[int]]:
        """The positions in each document that has the word, counted from its beginning."""
        found, starts = self._terms.postings(entry), self._documents.starts(field)
        ranges = ((starts[document], starts[document + 1]) for document in found.ids)
        return [[at - first for at in found.places.within(first, end)] for first, end in ranges]

    def indexed_field_names(self) -> list[str]:
        """Fields with words."""
        return self._terms.fields

    def terms(self) -> Iterator[Word]:
        """All words."""
        for field in sorted(self._terms.fields):
            yield from self.terms_from(field, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Word]:
        """Words of a field from `prefix` on."""
        start = prefix.decode()
        return (
            (fieldname, word.encode())
            for word, _ in self._terms.starting(fieldname, "")
            if word >= start and word != BREAKS
        )

    def term_info(self, fieldname: str, word: bytes) -> TermInfo:
        """Counts of one word."""
        entry = self._entry(fieldname, word)
        ids = self._terms.postings(entry).ids
        often = [len(each) for each in self._positions(fieldname, entry)]
        info = TermInfo(
            weight=float(sum(often)), df=entry.documents, minlength=1, maxlength=255,
            maxweight=float(max(often)), minid=ids[0], maxid=ids[-1],
        )  # fmt: skip
        return info

    def items(self) -> Iterator[tuple[Word, TermInfo]]:
        """All words with their counts."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Word, TermInfo]]:
        """Words from `prefix` on with their counts."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def frequency(self, fieldname: str, word: bytes) -> float:
        """How often in all documents."""
        return float(self.term_info(fieldname, word).weight())

    def doc_frequency(self, fieldname: str, word: bytes) -> int:
        """In how many documents."""
        entry = self._terms.find(fieldname, word.decode())
        return entry.documents if entry else 0

    def matcher(self, fieldname: str, word: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        """The postings of one word."""
        entry = self._entry(fieldname, word)
        positions = self._positions(fieldname, entry)
        return ListMatcher(
            list(self._terms.postings(entry).ids), [float(len(each)) for each in positions],
            [array("I", each).tobytes() for each in positions], format_, scorer=scorer, term=(fieldname, word),
            terminfo=self.term_info(fieldname, word),
        )  # fmt: skip

    def close(self) -> None:
        """The files are let go with the last view."""


class StockDocuments(base.PerDocumentReader):  # type: ignore[misc]
    """Numbers and lengths."""

    def __init__(self, segment: Segment, documents: Documents, _: Terms) -> None:
        self._segment, self._documents = segment, documents

    def close(self) -> None:
        """The file is let go with the last view."""

    def doc_count(self) -> int:
        """Live documents."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """All documents."""
        return len(self._documents)

    def has_deletions(self) -> bool:
        """Whether any is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether this one is."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        """Which are."""
        return self._segment.deleted_docs()

    def stored_fields(self, docnum: int) -> dict[str, int]:
        """The article's number, the one thing there is to show."""
        return {"number": self._documents.numbers[docnum]}

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """To a tenth."""
        return round(LENGTHS[self._documents.codes(fieldname)[docnum]]) if fieldname in FIELDS else default

    def field_length(self, fieldname: str) -> int:
        """Words of a field in all documents."""
        return self._documents.totals.get(fieldname, 0)

    def min_field_length(self, fieldname: str) -> int:
        """Not kept; the least."""
        return 0

    def max_field_length(self, fieldname: str) -> int:
        """To a tenth."""
        return round(LENGTHS[max(self._documents.codes(fieldname))])
