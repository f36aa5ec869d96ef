"""The embedded engine."""

from __future__ import annotations

import heapq
import struct
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from pickle import UnpicklingError
from threading import Lock

from briefing.model.fold import fold
from briefing.model.hit import Hit, SearchPage
from briefing.search.engine import Batch, EngineVersion, IndexedText, Request, Stop, WordsAsk, never
from briefing.search.match import asks_of_text, is_near
from briefing.search.whoosh import bits
from briefing.search.whoosh.blob import damaged
from briefing.search.whoosh.evaluate import Evaluation, without_text
from briefing.search.whoosh.manifest import ENGINE, FORMAT, verify
from briefing.search.whoosh.reader import Live, Snapshot, open_snapshot
from briefing.search.whoosh.schema import FIELDS_OF
from briefing.search.whoosh.score import Scorer
from briefing.search.whoosh.watch import Stopped, Watch

Texts = Callable[[int], IndexedText | None]
FIRST = 0.05
"""Seconds after which a partial page is given, once, if a segment is done."""


class WhooshEngine:
    """Any number of threads may search; one program at a time writes."""

    def __init__(self, folder: Path, texts: Texts | None = None) -> None:
        """`texts` is for engines that must look again; this index knows every position and never does."""
        self._folder = folder
        self._snapshot: Snapshot | None = None
        self._opening = Lock()

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

    def words(self, ask: WordsAsk) -> Sequence[str]:
        """See `SearchEngine`."""
        start = fold(ask.start)
        counts: Counter[str] = Counter()
        with _reading():
            for live in self._open().live:
                for field in FIELDS_OF[ask.scope]:
                    for word, entry in live.part.terms.starting(field, start[:1] if ask.distance else start):
                        if not ask.distance or is_near(word, start, ask.distance):
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
        ImportError, OSError, OverflowError, UnpicklingError,
    ) as error:  # fmt: skip
        raise damaged(f"it cannot be read ({type(error).__name__})") from error


class _Search:
    """One question against one snapshot."""

    def __init__(self, snapshot: Snapshot, request: Request, watch: Watch) -> None:
        self._snapshot, self._request, self._watch = snapshot, request, watch
        self._scorer = Scorer(request.tree, snapshot) if request.rank is None else None
        self._best: list[tuple[float, int]] = []
        self._total = 0
        self._reads = asks_of_text(request.tree)

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

    def _page(self, partial: bool) -> SearchPage:
        hits = tuple(Hit(number, -order if self._scorer else 0.0) for order, number in self._best)
        return SearchPage(hits, self._total, partial, self._watch.seconds)

    def _collect(self, live: Live) -> None:
        evaluation = Evaluation(live.part, self._request, self._watch)
        found = evaluation.documents(self._request.tree) & live.alive
        if not found:
            return
        self._total += found.bit_count()
        numbers = live.part.documents.numbers
        if self._scorer is None:
            self._keep_by_rank([numbers[document] for document in bits.members(found)])
        else:
            scores = self._scorer.scores(live.part, evaluation, found)
            best = heapq.nlargest(self._request.limit, bits.members(found), key=scores.__getitem__)
            self._keep([(-scores[document], numbers[document]) for document in best])

    def _add_unread(self) -> None:
        """Articles that the index does not know yet, but that facts or a Not alone make hits."""
        more = without_text(self._request.tree, self._request)
        if self._reads and more:
            more = more - self._snapshot.numbers
        self._total += len(more)
        if self._scorer is None:
            self._keep_by_rank(list(more))
        else:
            self._keep([(0.0, number) for number in more])

    def _keep_by_rank(self, numbers: list[int]) -> None:
        rank = self._request.rank or ()
        last = len(rank)
        best = heapq.nsmallest(self._request.limit, numbers, key=lambda number: rank[number] if number < last else last)
        self._keep([(rank[number] if number < last else last, number) for number in best])

    def _keep(self, more: list[tuple[float, int]]) -> None:
        self._best = heapq.nsmallest(self._request.limit, self._best + more)
