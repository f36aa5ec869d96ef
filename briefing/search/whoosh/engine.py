"""The embedded engine."""

from __future__ import annotations

import heapq
import struct
from _thread import allocate_lock
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from briefing.model.fold import fold
from briefing.model.hit import Hit, SearchPage
from briefing.model.numbers import Numbers
from briefing.model.order import Order
from briefing.model.typed import StrPath
from briefing.search.commit_file import damaged
from briefing.search.engine import Batch, EngineVersion, IndexedText, Request, Stop, WordsAsk, never
from briefing.search.match import asks_of_text, is_near
from briefing.search.unread import without_text
from briefing.search.whoosh.documents import FIELDS_OF
from briefing.search.whoosh.evaluate import Evaluation
from briefing.search.whoosh.manifest import ENGINE, FORMAT, verify
from briefing.search.whoosh.pick import LAST, best
from briefing.search.whoosh.reader import By, Live, Snapshot, open_snapshot
from briefing.search.whoosh.score import Scorer
from briefing.search.whoosh.watch import Stopped, Watch

Texts = Callable[[int], IndexedText | None]
FIRST = 0.05
"""Seconds after which a partial page is given, once, if a segment is done."""


class WhooshEngine:
    """Any number of threads may search; one program at a time writes."""

    def __init__(self, folder: StrPath, texts: Texts | None = None) -> None:
        """`texts` is for engines that must look again; this index knows every position and never does."""
        self._folder = Path(folder)
        self._snapshot: Snapshot | None = None
        self._opening = allocate_lock()

    def write(self, batch: Batch) -> None:
        """See `SearchEngine`."""
        from briefing.search.whoosh.writer import write

        write(self._folder, batch)

    def search(self, request: Request, stop: Stop = never) -> Iterator[SearchPage]:
        """See `SearchEngine`."""
        watch = Watch(stop, request.deadline)
        try:
            with _reading():
                yield from _Search(self._open(), request, watch).pages()
        except Stopped:
            return

    def matching(self, request: Request, stop: Stop = never) -> Numbers:
        """See `SearchEngine`."""
        try:
            with _reading():
                return _Search(self._open(), request, Watch(stop, None)).numbers()
        except Stopped:
            return Numbers()

    def words(self, ask: WordsAsk) -> Sequence[str]:
        """See `SearchEngine`."""
        start = fold(ask.start)
        counts: Counter[str] = Counter()
        with _reading():
            for live in self._open().live:
                for field in FIELDS_OF[ask.scope]:
                    for word, entry in live.part.terms.starting(field, start[:1] if ask.distance else start):
                        if word and (not ask.distance or is_near(word, start, ask.distance)):
                            counts[word] += entry.documents
        return heapq.nsmallest(ask.limit, counts, key=lambda word: (-counts[word], word))

    def version(self) -> EngineVersion:
        """See `SearchEngine`."""
        with _reading():
            manifest = self._open().manifest
        return EngineVersion(ENGINE, FORMAT, *((manifest.generation, manifest.documents) if manifest else (0, 0)))

    def verify(self) -> None:
        """Reads every file of the index and compares checksums; raises Damaged."""
        with _reading():
            verify(self._folder)

    def close(self) -> None:
        """Lets go of the files."""
        self._snapshot = None

    def _open(self) -> Snapshot:
        with self._opening:
            self._snapshot = open_snapshot(self._folder, self._snapshot)
            return self._snapshot


@contextmanager
def _reading() -> Iterator[None]:
    """What reading a broken file raises, as one error with words."""
    try:
        yield
    except (
        struct.error, EOFError, IndexError, KeyError, TypeError, ValueError, AttributeError, AssertionError,
        ImportError, OSError, OverflowError,
    ) as error:  # fmt: skip
        raise damaged(f"it cannot be read ({type(error).__name__})") from error


NEWEST = "newest"
_KEYS: Mapping[Order | None, By] = {Order.NEWEST: NEWEST, Order.OLDEST: "oldest"}
Kept = tuple[float, int, int]
"""Score turned negative, place in the order that decides, number."""


class _Search:
    """One question against one snapshot."""

    def __init__(self, snapshot: Snapshot, request: Request, watch: Watch) -> None:
        self._snapshot, self._request, self._watch = snapshot, request, watch
        self._scorer = Scorer(request.tree, snapshot) if request.rank is None else None
        self._reads = asks_of_text(request.tree)
        self._unread = self._not_indexed()
        self._by: By = NEWEST
        """What decides between equal scores, or alone."""
        if request.rank is not None:
            self._by = request.rank if self._unread else _KEYS.get(request.order, request.rank)
        self._limit = request.limit
        self._best: list[Kept] = []
        self._total = 0

    def pages(self) -> Iterator[SearchPage]:
        self._watch.check()
        shown = False
        if self._reads:
            for at, live in enumerate(self._snapshot.live, 1):
                self._collect(live)
                more = at < len(self._snapshot.live)
                if more and self._watch.late():
                    yield self._page(partial=True)
                    return
                if more and not shown and self._watch.seconds > FIRST:
                    shown = True
                    yield self._page(partial=True)
                self._watch.check()
        self._add_unread()
        yield self._page(partial=self._watch.cut)

    def numbers(self) -> Numbers:
        """All hits as a set."""
        found = self._unread
        for live in self._snapshot.live if self._reads else ():
            self._watch.check()
            documents = Evaluation(live.part, self._request, self._watch).documents(self._request.tree)
            found = found | live.part.documents.numbers_of(documents & live.alive)
        return found

    def _page(self, partial: bool) -> SearchPage:
        hits = tuple(Hit(number, -score) for score, _, number in self._best)
        return SearchPage(hits, self._total, partial, self._watch.seconds)

    def _collect(self, live: Live) -> None:
        part = live.part
        evaluation = Evaluation(part, self._request, self._watch)
        found = evaluation.documents(self._request.tree) & live.alive
        if not found:
            return
        self._total += found.bit_count()
        places, planes = part.rank_planes(self._by)
        if self._scorer is None:
            chosen = [(0.0, document) for document in best(planes, found, self._limit)]
        else:
            chosen = self._scorer.best(part, evaluation, found, self._limit, planes)
        numbers = part.documents.numbers
        self._keep([(-score, places[document], numbers[document]) for score, document in chosen])

    def _not_indexed(self) -> Numbers:
        """Articles that the index does not know yet, but that facts or a Not alone make hits."""
        more = without_text(self._request.tree, self._request)
        return more - self._snapshot.numbers if self._reads and more else more

    def _add_unread(self) -> None:
        self._total += len(self._unread)
        if not self._unread:
            return
        rank: Sequence[int] = () if self._request.rank is None else self._request.rank
        last = len(rank)
        self._keep([(0.0, rank[number] if number < last else LAST, number) for number in self._unread])

    def _keep(self, more: list[Kept]) -> None:
        self._best = heapq.nsmallest(self._limit, self._best + more)
