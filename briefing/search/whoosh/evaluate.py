"""Which documents of a segment a query means: sets from postings, by the rules of `search.match`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_

from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Fact, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Term
from briefing.search.engine import Request
from briefing.search.match import is_near, occurrences
from briefing.search.whoosh import bits
from briefing.search.whoosh.blob import Postings
from briefing.search.whoosh.reader import Part
from briefing.search.whoosh.schema import FIELDS_OF
from briefing.search.whoosh.terms import Entry
from briefing.search.whoosh.watch import Watch

CHUNK = 128
"""Words or documents between two looks at the watch."""
KEPT = 200
"""Answered leaves kept for each segment."""


class Evaluation:
    """One segment against one tree. Deleted documents are in; the caller takes them out."""

    def __init__(self, part: Part, request: Request, watch: Watch) -> None:
        self._part, self._request, self._watch = part, request, watch
        self._may_be_cut = True

    def documents(self, node: Node) -> int:
        """The documents that a node means, as a bitmap."""
        match node:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return reduce(or_, map(self.documents, parts), 0)
            case Not():
                return self._all((node,))
            case Fact():
                return self._having(self._request.facts.get(node, Numbers()))
            case Everything():
                return self._having(self._request.everything)
            case _:
                return self.leaf(node)

    def _all(self, parts: tuple[Node, ...]) -> int:
        found: int | None = None
        for part in parts:
            if not isinstance(part, Not):
                more = self.documents(part)
                found = more if found is None else found & more
                if not found:
                    return 0
        if found is None:
            found = self._having(self._request.everything)
        kept, self._may_be_cut = self._may_be_cut, False  # what is left out must be known whole
        for part in parts:
            if isinstance(part, Not) and found:
                found &= ~self.documents(part.part)
        self._may_be_cut = kept
        return found

    def _having(self, numbers: Numbers) -> int:
        return bits.local(numbers, self._part.documents.numbers)

    def leaf(self, leaf: Leaf) -> int:
        """The documents of a leaf, in any field of its scope."""
        return reduce(or_, (self.leaf_in(leaf, field) for field in FIELDS_OF[leaf.scope]), 0)

    def leaf_in(self, leaf: Leaf, field: str) -> int:
        """The documents of a leaf in one field; remembered unless time ran out over it."""
        known = self._part.found.get((leaf, field))
        if known is not None:
            return known
        self._watch.check()
        was_cut, self._watch.cut = self._watch.cut, False
        found = self._search(leaf, field)
        if not self._watch.cut:
            if len(self._part.found) >= KEPT:
                self._part.found.clear()
            self._part.found[leaf, field] = found
        self._watch.cut |= was_cut
        return found

    def _search(self, leaf: Leaf, field: str) -> int:
        match leaf:
            case Term(token):
                entry = self._part.terms.find(field, token)
                return bits.of(self._part.terms.ids(entry), len(self._part)) if entry else 0
            case Prefix() | Fuzzy():
                return self._union(self._expansions(leaf, field))
            case Phrase():
                return self._phrase(leaf, field)

    def _expansions(self, leaf: Prefix | Fuzzy, field: str) -> Iterator[Entry]:
        terms = self._part.terms
        if isinstance(leaf, Prefix):
            return (entry for _, entry in terms.starting(field, leaf.token))
        near = terms.starting(field, leaf.token[:1])
        return (entry for word, entry in near if is_near(word, leaf.token, leaf.distance))

    def _union(self, entries: Iterator[Entry]) -> int:
        marks = bits.Marks(len(self._part))
        for at, entry in enumerate(entries):
            if not at % CHUNK and self._stops():
                break
            marks.add(self._part.terms.ids(entry))
        return marks.bits()

    def _stops(self) -> bool:
        """Looks at the watch; True when what is known so far has to do."""
        self._watch.check()
        if self._may_be_cut and self._watch.late():
            self._watch.cut = True
            return True
        return False

    def _phrase(self, phrase: Phrase, field: str) -> int:
        whole = phrase.tokens[:-1] if phrase.open_end else phrase.tokens
        entries = [self._part.terms.find(field, token) for token in whole]
        known = [self._part.terms.postings(entry) for entry in entries if entry]
        if len(known) < len(whole):
            return 0
        candidates: set[int] | None = None
        for postings in sorted(known, key=lambda each: len(each.ids)):
            candidates = set(postings.ids) if candidates is None else candidates.intersection(postings.ids)
        open_ends = self._open_end(phrase.tokens[-1], field, candidates) if phrase.open_end else None
        if open_ends is not None:
            candidates = set(open_ends)
        return bits.of(sorted(self._with_phrase(phrase, known, open_ends, candidates or set())), len(self._part))

    def _open_end(self, start: str, field: str, candidates: set[int] | None) -> Mapping[int, set[int]]:
        """The positions of all words that begin with `start`, for each candidate."""
        found: dict[int, set[int]] = {}
        for at, (_, entry) in enumerate(self._part.terms.starting(field, start)):
            if not at % CHUNK and self._stops():
                break
            postings = self._part.terms.postings(entry)
            if candidates is not None and candidates.isdisjoint(postings.ids):
                continue
            for place, document in enumerate(postings.ids):
                if candidates is None or document in candidates:
                    found.setdefault(document, set()).update(postings.positions(place))
        return found

    def _with_phrase(
        self, phrase: Phrase, known: list[Postings], ends: Mapping[int, set[int]] | None, candidates: set[int]
    ) -> Iterator[int]:
        places = [{document: at for at, document in enumerate(postings.ids)} for postings in known]
        for at, document in enumerate(candidates):
            if not at % CHUNK and self._stops():
                return
            found = [p.positions(place[document]) for p, place in zip(known, places, strict=True)]
            rows = [*found, sorted(ends[document])] if ends is not None else found
            if next(occurrences(phrase, rows), None) is not None:
                yield document


def without_text(node: Node, request: Request) -> Numbers:
    """The articles that a query means where nothing is known of their text: none for every leaf."""
    match node:
        case And(parts):
            kept = [without_text(part, request) for part in parts if not isinstance(part, Not)]
            found = reduce(Numbers.__and__, kept) if kept else request.everything
            return reduce(Numbers.__sub__, (without_text(p.part, request) for p in parts if isinstance(p, Not)), found)
        case Or(parts):
            return reduce(Numbers.__or__, (without_text(part, request) for part in parts), Numbers())
        case Not(part):
            return request.everything - without_text(part, request)
        case Fact():
            return request.facts.get(node, Numbers())
        case Everything():
            return request.everything
        case _:
            return Numbers()
