"""Our engines, asked as the program asks them: through the library, with the rows from its store."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from briefing.library.library import Library
from briefing.model.facet import FacetName
from briefing.model.order import Order
from briefing.model.query import SearchQuery
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.bench.corpora import Built, Story
from tests.bench.peers import Indexed, Row, size_of
from tests.bench.questions import ACTORS, FIRST, SNIPPETS, Facets, Question


class Ours:
    """A library built with one of our engines."""

    def __init__(self, built: Built) -> None:
        self.name = built.engine
        self.built = built
        self._library: Library | None = None
        self.first_rows = 0.0
        """CPU seconds of this process when the rows of the last question's first page were at hand."""

    def index(self, _: Iterable[Story]) -> Indexed:
        """Done with the library; the engine's part of it was timed."""
        return Indexed(self.built.seconds, size_of(self.built.index))

    def open(self) -> None:
        """A new library object: nothing is remembered from before."""
        self.close()
        self._library = Library([self.built.folder], find_places(self.built.places), Settings(engine=self.name))

    @property
    def library(self) -> Library:
        """The open library."""
        if self._library is None:
            self.open()
        assert self._library is not None
        return self._library

    def ask(self, question: Question) -> list[Row] | None:
        """The exact answer's first rows; a partial page before it costs what it costs, its rows included."""
        library = self.library
        query = library.parse(question.raw, typing=question.typing)
        if question.facets is not Facets.NONE:
            return self._counted(library, query, question.facets) if library.status().extracted else None
        order = Order.NEWEST if question.newest else Order.RELEVANCE
        numbers: list[int] = []
        self.first_rows = 0.0
        for page in library.search(query, order, SNIPPETS if question.snippets else FIRST):
            numbers = [hit.number for hit in page.hits]
            if page.partial and not self.first_rows:
                library.cards(numbers)
                self.first_rows = time.process_time()
        if question.snippets:
            library.snippets(numbers, query, 160)
        return [(card.id, card.title) for card in library.cards(numbers)]

    def _counted(self, library: Library, query: SearchQuery, wanted: Facets) -> list[Row]:
        names = [FacetName.WHO] if wanted is Facets.ACTORS else None
        found = library.facets(query, ACTORS, names=names).facets
        return [(row.label, str(row.articles)) for facet in found for row in facet.rows]

    def snippets(self, word: str) -> Callable[[], int]:
        """Cuts the snippets of the first rows, which are known already, as a list does that scrolls."""
        library, query = self.library, self.library.parse(word)
        hits = [page.hits for page in library.search(query, Order.RELEVANCE, SNIPPETS)][-1]
        return lambda: len(library.snippets([hit.number for hit in hits], query, 160))

    def total(self, question: Question) -> int:
        """How many articles match."""
        query = self.library.parse(question.raw, typing=question.typing)
        return [page.total for page in self.library.search(query, Order.RELEVANCE, 1)][-1]

    def close(self) -> None:
        """Lets go of the files."""
        if self._library is not None:
            self._library.close()
            self._library = None


def add_one(built: Built) -> float:
    """CPU milliseconds of one more article in the index: the engine's commit, without the store's."""
    from briefing.library.parts import open_engine
    from briefing.search.engine import Batch, IndexedText

    engine = open_engine(built.engine, built.index, lambda _: None)
    generation = engine.version().generation
    text = IndexedText(10_000_000, "One more", ("An envoy arrived in the harbour on Monday.",))
    before = time.process_time()
    engine.write(Batch(generation, [text]))
    spent = time.process_time() - before
    engine.write(Batch(generation, remove=[10_000_000]))
    engine.close()
    return 1000 * spent
