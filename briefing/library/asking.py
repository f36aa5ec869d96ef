"""Questions put to the store and the text index together."""

from __future__ import annotations

import os
from _thread import RLock
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.library.layout import engine_of
from briefing.library.ranking import WINDOW, reorder
from briefing.library.store import Store
from briefing.model.hit import Hit, SearchPage
from briefing.model.numbers import NONE, Numbers
from briefing.model.order import Order
from briefing.model.query import And, Everything, Fact, Node, Not, Or
from briefing.model.typed import TYPE_CHECKING, Any
from briefing.search.engine import Request, SearchEngine, Stop, WordsAsk, never
from briefing.search.match import facts_of
from briefing.search.registry import load_engine

if TYPE_CHECKING:
    from briefing.library.facts import Marks
    from briefing.library.wordbook import LibraryWords

Meta = Mapping[str, int | str]
"""What the store says of itself."""


class Asking:
    """Answers queries over one store; keeps what is the same for all queries of one generation."""

    def __init__(self, store: Store, marks: Callable[[], Marks]) -> None:
        self._store = store
        self._marks = marks
        self._lock = RLock()
        self._engine: tuple[tuple[str, str], SearchEngine] | None = None
        self._generation = 0
        self._everything: Numbers | None = None
        self._ranks: dict[Order, Sequence[int]] = {}
        self._wordbook: tuple[int, LibraryWords] | None = None

    def pages(self, tree: Node, order: Order, limit: int, stop: Stop, deadline: float | None) -> Iterator[SearchPage]:
        """A query of facts alone needs no index; nor is there an answer from one that is not there yet."""
        if isinstance(tree, Everything):
            first, total = self._store.head(order, limit)
            yield SearchPage(tuple(map(Hit, first)), total)
            return
        facts_only = _is_facts_only(tree)
        by_score = order is Order.RELEVANCE and not facts_only
        request, meta = self._request(tree, order, max(limit, WINDOW) if by_score else limit, deadline)
        engine = None if facts_only else self._open_engine(meta)
        if engine is None:
            yield self._from_facts(request, order) if facts_only else SearchPage((), 0)
            return
        for page in engine.search(request, stop):
            if not by_score:
                yield page
                continue
            with self._store.snapshot() as db:
                yield page._replace(hits=reorder(db, tree, page.hits)[:limit])

    def matching(self, tree: Node, stop: Stop) -> Numbers:
        """All articles that match, in no order; of a stopped question none."""
        request, meta = self._request(tree, Order.NEWEST, 0, None)
        if _is_facts_only(tree):
            return _holds(request, tree) & request.everything
        engine = self._open_engine(meta)
        return engine.matching(request, stop) if engine else Numbers()

    def _from_facts(self, request: Request, order: Order) -> SearchPage:
        found = _holds(request, request.tree) & request.everything
        best = self._store.first(found, order, request.limit)
        return SearchPage(tuple(map(Hit, best)), len(found))

    def wordbook(self) -> LibraryWords:
        """The words and names of this generation."""
        from briefing.library.wordbook import LibraryWords

        with self._lock:
            generation = int(self._store.meta()["generation"])
            if self._wordbook is None or self._wordbook[0] != generation:
                self._wordbook = generation, LibraryWords(self._store, self._words, self._count, self._tags)
            return self._wordbook[1]

    def _words(self, ask: WordsAsk) -> Sequence[str]:
        engine = self._open_engine(self._store.meta())
        return engine.words(ask) if engine else ()

    def _tags(self) -> Sequence[str]:
        return list(self._marks().tags.counts)

    def _count(self, raw: str) -> int:
        from briefing.model.errors import QueryError
        from briefing.search.syntax import parse

        try:
            tree = parse(raw).tree
        except QueryError:  # a word of a script or of signs that no query can hold finds nothing
            return 0
        *_, last = (SearchPage((), 0), *self.pages(tree, Order.NEWEST, 1, never, None))
        return last.total

    def close(self) -> None:
        """Lets go of the index."""
        with self._lock:
            if self._engine is not None:
                self._engine[1].close()
            self._engine = None

    def _request(self, tree: Node, order: Order, limit: int, deadline: float | None) -> tuple[Request, Meta]:
        """Facts are answered afresh; the set of all articles and the ranks are kept until the next generation."""
        facts: dict[Fact, Numbers] = {}
        if asked := facts_of(tree):
            from briefing.library.facts import answer

            with self._store.snapshot() as db:
                facts = {fact: answer(db, fact, self._marks) for fact in asked}
        ranked = order is not Order.RELEVANCE and not _is_facts_only(tree)
        with self._lock:
            meta = self._store.meta()
            generation = int(meta["generation"])
            if generation != self._generation:
                self._generation, self._everything = generation, None
                self._ranks.clear()
            if self._everything is None and (_asks_for_all(tree) or _is_facts_only(tree)):
                self._everything = self._store.everything()
            if ranked and order not in self._ranks:
                self._ranks[order] = _Rank(self._store, order)
            rank = self._ranks[order] if ranked else None
            return Request(tree, facts, self._everything or NONE, rank, limit, deadline, order), meta

    def _open_engine(self, meta: Meta) -> SearchEngine | None:
        """None while nothing is indexed; the index moves to another folder when it is made anew."""
        with self._lock:
            folder = str(meta["index_folder"])
            name = engine_of(self._store.folder, meta.get("index_engine", ""))
            if self._engine is not None and self._engine[0] != (name, folder):
                self.close()
            if self._engine is None:
                where = os.path.join(self._store.folder, folder)
                if not os.path.isdir(where):
                    return None
                self._engine = (name, folder), load_engine(name)(where, self._store.indexed_text)
            return self._engine[1]


class _Rank(Sequence[int]):
    """An order of the store, read when an engine asks for a place in it: one that keeps the keys never does."""

    def __init__(self, store: Store, order: Order) -> None:
        self._store, self._order = store, order
        self._places: Sequence[int] | None = None

    @property
    def places(self) -> Sequence[int]:
        """The place of each number."""
        if self._places is None:
            self._places = self._store.rank(self._order)
        return self._places

    def __getitem__(self, number: Any) -> Any:
        return self.places[number]

    def __len__(self) -> int:
        return len(self.places)


def _asks_for_all(tree: Node) -> bool:
    """Whether it takes all articles to know the answer: not where a Not takes away from what stands beside it."""
    if isinstance(tree, And):
        beside = [part for part in tree.parts if not isinstance(part, Not)]
        inner = [part.part for part in tree.parts if isinstance(part, Not)]
        return not beside or any(map(_asks_for_all, (*beside, *inner)))
    if isinstance(tree, Or):
        return any(map(_asks_for_all, tree.parts))
    return isinstance(tree, Not | Everything)


def _is_facts_only(tree: Node) -> bool:
    """Such a query needs no text index."""
    if isinstance(tree, And | Or):
        return all(_is_facts_only(part) for part in tree.parts)
    if isinstance(tree, Not):
        return _is_facts_only(tree.part)
    return isinstance(tree, Fact | Everything)


def _holds(request: Request, tree: Node) -> Numbers:
    if isinstance(tree, Fact):
        return request.facts[tree]
    if isinstance(tree, Not):
        return request.everything - _holds(request, tree.part)
    if isinstance(tree, And | Or):
        found = [_holds(request, part) for part in tree.parts]
        result = found[0] if found else request.everything
        for each in found[1:]:
            result = result & each if isinstance(tree, And) else result | each
        return result
    return request.everything
