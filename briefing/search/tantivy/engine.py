"""The engine for large libraries."""

from __future__ import annotations

from _thread import allocate_lock
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic

from tantivy import DocAddress, Order, Query

from briefing.model.fold import fold
from briefing.model.frozen import replace
from briefing.model.hit import Hit, SearchPage
from briefing.model.numbers import Numbers
from briefing.model.query import And, Leaf, Node, Or, Phrase, Prefix, Scope, Term
from briefing.model.typed import StrPath
from briefing.search.engine import Batch, EngineVersion, IndexedText, Request, Stop, WordsAsk, never
from briefing.search.match import asks_of_text, asks_of_text_alone, is_near
from briefing.search.tantivy.checked import note
from briefing.search.tantivy.combined import anyone
from briefing.search.tantivy.faults import reading
from briefing.search.tantivy.manifest import ENGINE, FORMAT, check_files, load
from briefing.search.tantivy.reader import Opened, Snapshot, open_snapshot
from briefing.search.tantivy.schema import BEGINS, FIELDS_OF, KEYS, NEWEST, NUMBER, RECENT, TEXT, TITLE
from briefing.search.tantivy.translate import Translation, all_numbers, count, number_set, total
from briefing.search.unread import without_text

Texts = Callable[[int], IndexedText | None]
TITLED, UNTITLED = 3.0, 1.0
"""Scores of a prefix alone: in the title, and in the story only."""
FEW = 20_000
"""Articles of all words together for which the first hits come at once; less than `glance` and `surely` ask for."""


class _Stopped(Exception):
    """Nobody waits any more."""


class TantivyEngine:
    """Any number of threads may search; one program at a time writes."""

    batch = 5000
    """Articles to a commit: small segments would have to be merged soon."""

    def __init__(self, folder: StrPath, texts: Texts) -> None:
        """`texts` are looked into for phrases that tantivy's operators cannot say."""
        self._folder, self._texts = folder, texts
        self._snapshot: Snapshot | None = None
        self._opening = allocate_lock()

    def write(self, batch: Batch) -> None:
        """See `SearchEngine`."""
        from pathlib import Path

        from briefing.search.tantivy.writer import write

        write(Path(self._folder), batch)

    def search(self, request: Request, stop: Stop = never) -> Iterator[SearchPage]:
        """See `SearchEngine`."""
        try:
            with reading():
                yield from _Search(self._open(), request, stop, self._texts).pages()
        except _Stopped:
            return

    def matching(self, request: Request, stop: Stop = never) -> Numbers:
        """See `SearchEngine`."""
        try:
            with reading():
                return _Search(self._open(), replace(request, deadline=None), stop, self._texts).numbers()
        except _Stopped:
            return Numbers()

    def words(self, ask: WordsAsk) -> Sequence[str]:
        """See `SearchEngine`."""
        start = fold(ask.start)
        counts: Counter[str] = Counter()
        with reading():
            opened = self._open().opened
            for field in FIELDS_OF[ask.scope] if opened else ():
                assert opened is not None
                if ask.distance:
                    found = opened.searcher.terms_with_prefix(field, start[:1])
                    found = [(word, count) for word, count in found if is_near(word, start, ask.distance)]
                else:
                    found = opened.searcher.terms_with_prefix(field, start, limit=ask.limit if start else None)
                for word, count in found:
                    if not word.startswith(BEGINS):
                        counts[word] += count
        from heapq import nsmallest

        return nsmallest(ask.limit, counts, key=lambda word: (-counts[word], word))

    def version(self) -> EngineVersion:
        """See `SearchEngine`."""
        with reading():
            opened = self._open().opened
        manifest = opened.manifest if opened else None
        return EngineVersion(ENGINE, FORMAT, *((manifest.generation, manifest.documents) if manifest else (0, 0)))

    def verify(self) -> None:
        """Reads every file of the index and compares checksums; raises Damaged."""
        with reading():
            manifest = load(self._folder)
            if manifest is not None:
                check_files(self._folder, manifest)
                note(self._folder, manifest)

    def close(self) -> None:
        """Lets go of the files."""
        self._snapshot = None

    def _open(self) -> Snapshot:
        with self._opening:
            self._snapshot = open_snapshot(self._folder, self._snapshot)
            return self._snapshot


class _Search:
    """One question against one snapshot."""

    def __init__(self, snapshot: Snapshot, request: Request, stop: Stop, texts: Texts) -> None:
        self._snapshot, self._request, self._stop, self._texts = snapshot, request, stop, texts
        self._began = monotonic()
        self._hits: list[Hit] = []
        self._total = 0

    def pages(self) -> Iterator[SearchPage]:
        self._late()
        opened, tree = self._snapshot.opened, self._request.tree
        reads = asks_of_text(tree)
        cut = False
        many = opened is not None and self._request.rank is None and not _asks_of_few(opened, tree)
        if reads and opened is not None and many and self._surely_first(opened):
            yield self._page(partial=True)
            self._late()
            unscored = Translation(opened, self._request, self._texts, self._late, scored=False)
            self._total = count(opened, unscored.query(tree))
        elif reads and opened is not None:
            if many and self._takes_long(opened):
                self._collect(opened, glance=True)
                yield from [self._page(partial=True)] if self._hits else []
                self._hits, self._total = [], 0
                self._late()
            cut = self._collect(opened)
            self._late()
        self._add_unread(reads)
        yield self._page(cut)

    def _page(self, partial: bool) -> SearchPage:
        hits = tuple(self._hits[: self._request.limit])
        return SearchPage(hits, self._total, partial, monotonic() - self._began)

    def numbers(self) -> Numbers:
        """All hits as a set."""
        self._late()
        opened, tree = self._snapshot.opened, self._request.tree
        found = without_text(tree, self._request)
        if opened is None or not asks_of_text(tree):
            return found
        found = found - self._snapshot.numbers
        known = opened.sets.get(tree)
        if known is None:
            query = Translation(opened, self._request, self._texts, self._late, scored=False).query(tree)
            self._late()
            known = number_set(opened, query)
            if asks_of_text_alone(tree):
                opened.keep(tree, known)
        return found | known if found else known

    def _late(self) -> bool:
        if self._stop():
            raise _Stopped
        deadline = self._request.deadline
        return deadline is not None and monotonic() > self._began + deadline

    def _collect(self, opened: Opened, glance: bool = False) -> bool:
        request = self._request
        ranked = request.rank is not None
        translation = Translation(opened, request, self._texts, self._late, not ranked, glance)
        match request.tree:
            case (Prefix(scope=Scope.TEXT) | Phrase(scope=Scope.TEXT)) as leaf if not ranked and not glance:
                from briefing.search.tantivy.pairs import tells_only_titles

                if tells_only_titles(leaf) and self._titles_first(opened, translation, leaf):
                    return translation.cut
        query = translation.query(request.tree)
        self._late()
        if not ranked:
            found = opened.searcher.search(query, max(request.limit, 1), True, weight_by_field=RECENT)
            self._total = total(found)
            self._keep(opened, found.hits)
        elif request.order in KEYS:
            self._total = self._newest(opened, query, request.limit, KEYS[request.order])
        else:
            numbers = list(all_numbers(opened, query))
            self._total = len(numbers)
            self._hits = self._by_rank(numbers)
        return translation.cut

    def _takes_long(self, opened: Opened) -> bool:
        from briefing.search.tantivy.glance import takes_long

        return takes_long(opened, self._request.tree)

    def _surely_first(self, opened: Opened) -> bool:
        """Finds the first hits where those in titles are sure to be; how many more there are is not known then."""
        from briefing.search.tantivy.surely import in_titles

        known = in_titles(opened, self._request.tree)
        if known is None:
            return False
        words, most_of_others = known
        scored = Translation(opened, self._request, self._texts, self._late, scored=True)
        titled = [query for leaf in words if (query := scored.leaf_in(leaf, TITLE)) is not None]
        if len(titled) < len(words):
            return False
        titles = Query.const_score_query(anyone(titled), 0.0)
        limit = max(self._request.limit, 1)
        found = opened.searcher.search(scored.within(self._request.tree, titles), limit, True, weight_by_field=RECENT)
        if len(found.hits) < limit or found.hits[-1][0] <= most_of_others:
            return False
        self._total = total(found)
        self._keep(opened, found.hits)
        return True

    def _titles_first(self, opened: Opened, translation: Translation, leaf: Leaf) -> bool:
        """Hits that only the title tells apart need no score; False where tantivy cannot say it."""
        title, whole = translation.leaf_in(leaf, TITLE), translation.leaf_in(leaf, TEXT)
        if title is None or whole is None:
            return False
        self._late()
        limit = self._request.limit
        titled = self._newest(opened, title, limit, NEWEST, TITLED)
        if titled < limit:  # these are all, and among the others again
            known, self._hits = self._hits[:titled], []
            self._total = self._newest(opened, whole, limit, NEWEST, UNTITLED)
            numbers = {hit.number for hit in known}
            self._hits = [*known, *(hit for hit in self._hits if hit.number not in numbers)]
        elif isinstance(leaf, Prefix) and opened.is_untouched and (listed := opened.list_of(TEXT, leaf.token)):
            self._total = opened.searcher.doc_freq(*listed)
        else:
            self._total = count(opened, whole)
        return True

    def _newest(self, opened: Opened, query: Query, limit: int, field: str, score: float = 0.0) -> int:
        """Adds the first hits by a key; gives how many there are."""
        found = opened.searcher.search(query, max(limit, 1), True, order_by_field=field, order=Order.Asc)
        self._keep(opened, [(score, address) for _, address in found.hits])
        return total(found)

    def _keep(self, opened: Opened, found: Sequence[tuple[float, DocAddress]]) -> None:
        numbers = opened.searcher.fast_field_values(NUMBER, [address for _, address in found])
        self._hits += [Hit(int(n or 0), score) for (score, _), n in zip(found, numbers, strict=True)]

    def _by_rank(self, numbers: Iterable[int]) -> list[Hit]:
        from heapq import nsmallest

        rank = self._request.rank or ()
        last = len(rank)
        places = ((rank[number] if number < last else last, number) for number in numbers)
        return [Hit(number) for _, number in nsmallest(self._request.limit, places)]

    def _add_unread(self, reads: bool) -> None:
        """Articles that the index does not know yet, but that facts or a Not alone make hits."""
        more = without_text(self._request.tree, self._request)
        if reads and more:
            more = more - self._snapshot.numbers
        self._total += len(more)
        if more and self._request.rank is not None:
            self._hits = self._by_rank([*(hit.number for hit in self._hits), *more])
        else:
            self._hits += [Hit(number) for number in more]


def _asks_of_few(opened: Opened, tree: Node) -> bool:
    """Whether a query is of plain words in few articles, for which no shorter way is looked for, nor loaded."""
    words = tree.parts if isinstance(tree, And | Or) else (tree,)
    plain = [word.token for word in words if isinstance(word, Term)]
    return len(plain) == len(words) and sum(opened.searcher.doc_freq(TEXT, token) for token in plain) < FEW
