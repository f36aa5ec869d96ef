"""Which documents of a segment a query means: sets from postings, by the rules of `search.match`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Fact, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Term
from briefing.search.engine import Request
from briefing.search.match import is_near
from briefing.search.whoosh import bits
from briefing.search.whoosh.documents import FIELDS_OF
from briefing.search.whoosh.phrases import CHUNK
from briefing.search.whoosh.postings import Entry
from briefing.search.whoosh.reader import Part
from briefing.search.whoosh.watch import Watch

KEPT = 200
"""Answered leaves kept for each segment."""


class Evaluation:
    """One segment against one tree. Deleted documents are in; the caller takes them out."""

    def __init__(self, part: Part, request: Request, watch: Watch) -> None:
        self._part, self._request, self._watch = part, request, watch
        self._may_be_cut = True
        self._partly: dict[tuple[Leaf, str], int] = {}
        """What was found of leaves before time ran out: asked again for the score, they are not looked for again."""

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
        return self._part.documents.having(numbers)

    def leaf(self, leaf: Leaf) -> int:
        """The documents of a leaf, in any field of its scope."""
        return reduce(or_, (self.leaf_in(leaf, field) for field in FIELDS_OF[leaf.scope]), 0)

    def leaf_in(self, leaf: Leaf, field: str) -> int:
        """The documents of a leaf in one field; remembered, by this search alone where time ran out over it."""
        known = self._part.found.get((leaf, field))
        if known is None and self._may_be_cut:
            known = self._partly.get((leaf, field))
        if known is not None:
            return known
        self._watch.check()
        was_cut, self._watch.cut = self._watch.cut, False
        found = self._search(leaf, field)
        if not self._watch.cut:
            if len(self._part.found) >= KEPT:
                self._part.found.clear()
            self._part.found[leaf, field] = found
        elif self._may_be_cut:
            self._partly[leaf, field] = found
        self._watch.cut |= was_cut
        return found

    def _search(self, leaf: Leaf, field: str) -> int:
        terms = self._part.terms
        match leaf:
            case Phrase((token,), scope=scope):
                return self._search(Prefix(token, scope) if leaf.goes_on else Term(token, scope), field)
            case Term(token):
                entry = terms.find(field, token)
                return terms.postings(entry).bits if entry else 0
            case Prefix(token):
                known = terms.prefix_set(field, token)
                return self._union(entry for _, entry in terms.starting(field, token)) if known is None else known
            case Fuzzy(token):
                near = terms.starting(field, token[:1])
                return self._union(entry for word, entry in near if is_near(word, token, leaf.distance))
            case Phrase():
                return self._part.phrases(field).find(leaf, self._stops)

    def _union(self, entries: Iterator[Entry]) -> int:
        size = len(self._part)
        marks, found = bits.Marks(size), 0
        for at, entry in enumerate(entries):
            if not at % CHUNK and self._stops():
                break
            postings = self._part.terms.postings(entry)
            if postings.is_dense:
                found |= postings.bits
            else:
                marks.add(postings.ids)
        return found | marks.bits()

    def _stops(self) -> bool:
        """Looks at the watch; True when what is known so far has to do."""
        self._watch.check()
        if self._may_be_cut and self._watch.late():
            self._watch.cut = True
            return True
        return False
