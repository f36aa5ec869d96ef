"""Whoosh as it comes: its own schema, codec, queries and highlights."""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefing.model.query import And, Fact, FactField, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Scope, Term
from briefing.search.syntax import parse
from tests.bench.corpora import Story
from tests.bench.peers import Indexed, Row, size_of
from tests.bench.questions import FIRST, SNIPPETS, Facets, Question

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import whoosh.analysis as analysis
    import whoosh.fields as fields
    import whoosh.index as index
    import whoosh.qparser  # noqa: F401
    import whoosh.query as query


class StockWhoosh:
    """Title, body and day in one index."""

    name = "stock Whoosh"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "stock"
        self._index: Any = None
        self._searcher: Any = None

    def index(self, stories: Iterable[Story]) -> Indexed:
        """One commit, one process."""
        rows = [(s.id, s.title, "\n\n".join(s.story), s.day) for s in stories]
        words = analysis.StandardAnalyzer(stoplist=None, minsize=1)
        schema = fields.Schema(
            id=fields.ID(stored=True),
            title=fields.TEXT(analyzer=words, stored=True),
            body=fields.TEXT(analyzer=words, stored=True),
            day=fields.NUMERIC(sortable=True),
        )
        self._folder.mkdir(exist_ok=True)
        before = time.process_time()
        writer = index.create_in(str(self._folder), schema).writer(limitmb=256)
        for identity, title, body, day in rows:
            writer.add_document(id=identity, title=title, body=body, day=day or 0)
        writer.commit()
        return Indexed(time.process_time() - before, size_of(self._folder))

    def open(self) -> None:
        """A new searcher."""
        self.close()
        self._index = index.open_dir(str(self._folder))
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> list[Row] | None:
        """Its own search, by relevance or by day."""
        if question.facets is not Facets.NONE:
            return None
        if self._searcher is None:
            self.open()
        wanted = _node(parse(question.raw, typing=question.typing).tree)
        limit = SNIPPETS if question.snippets else FIRST
        order = {"sortedby": "day", "reverse": True} if question.newest else {}
        hits = self._searcher.search(wanted, limit=limit, **order)
        if question.snippets:
            for hit in hits:
                hit.highlights("body")
        return [(hit["id"], hit["title"]) for hit in hits]

    def close(self) -> None:
        """Closes searcher and index."""
        if self._searcher is not None:
            self._searcher.close()
            self._index.close()
            self._searcher = None


def _node(node: Node) -> Any:
    match node:
        case And(parts):
            return query.And([_node(part) for part in parts])
        case Or(parts):
            return query.Or([_node(part) for part in parts])
        case Not(part):
            return query.Not(_node(part))
        case Fact(FactField.PUB, _, period) if period is not None:
            first = period.earliest.toordinal() if period.earliest else None
            last = period.latest.toordinal() if period.latest else None
            return query.NumericRange("day", first, last)
        case Term() | Prefix() | Fuzzy() | Phrase():
            names = ("title",) if node.scope is Scope.TITLE else ("title", "body")
            return query.Or([_leaf(node, name) for name in names])
        case _:
            return query.Every()


def _leaf(leaf: Leaf, field: str) -> Any:
    match leaf:
        case Term(token):
            return query.Term(field, token)
        case Prefix(token):
            return query.Prefix(field, token)
        case Fuzzy(token, distance):
            return query.FuzzyTerm(field, token, maxdist=distance, prefixlength=1)
        case Phrase(tokens, slop):
            return query.Phrase(field, list(tokens), slop=slop + 1)
