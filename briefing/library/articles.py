"""The articles of a library: listed, opened as the reader corrected them, searched, counted, told from their copies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from briefing.library.opened import OpenedLibrary
from briefing.model.order import Order
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.library.citation import Place
    from briefing.library.noted import ShownNote
    from briefing.library.wordbook import LibraryWords
    from briefing.model.actor import Findings
    from briefing.model.article import Article, Published
    from briefing.model.facet import FacetName, Facets
    from briefing.model.hit import ArticleView, Card, SearchPage, Snippet
    from briefing.model.numbers import Numbers
    from briefing.model.query import SearchQuery
    from briefing.model.story import Fold, Folded, Story
    from briefing.model.text import Span
    from briefing.notebook.notes import Note
    from briefing.notebook.searches import Saved
    from briefing.notebook.subject import ArticleSubject
    from briefing.search.engine import Stop


class Articles(OpenedLibrary):
    """What is there and what matches."""

    def page(self, order: Order, start: int, count: int, folded: bool = False) -> list[Card]:
        """A window of all articles; `folded`, of those that are no copies."""
        store = self._open_store()
        return self._dated(store.page(order, start, count, folded)) if store else []

    def cards(self, numbers: Sequence[int]) -> list[Card]:
        """Rows of the list for these articles, in the order given; one that is gone gives none."""
        store = self._open_store()
        return self._dated(store.cards(numbers)) if store else []

    def _dated(self, cards: list[Card]) -> list[Card]:
        """With the dates that the reader set just now, where the store has not taken them over yet."""
        if self._notebook is None or not (dates := self._notebook.dates).by_article:
            return cards
        from briefing.library.corrected import card_with_date

        return [card_with_date(card, dates.published(card.id)) for card in cards]

    def position(self, number: int, order: Order, folded: bool = False) -> int | None:
        """How many of all articles stand before this one; `folded`, how many that are no copies."""
        store = self._open_store()
        return store.position(number, order, folded) if store else None

    def fold(self, query: SearchQuery, page: SearchPage, stop: Stop | None = None) -> Folded:
        """An answer with one row a story; of one that goes on, by the hits that are there."""
        from briefing.library.listing import hidden
        from briefing.model.numbers import Numbers
        from briefing.model.story import Folded

        whole = page.partial or len(page.hits) >= page.total
        found = Numbers(hit.number for hit in page.hits) if whole else self.matching(query, stop)
        with self._snapshot() as db:
            hides = hidden(db, found)
        rows = tuple(hit.number for hit in page.hits if hit.number not in hides)
        return Folded(rows, page.total - len(hides), found)

    def folds(self, rows: Sequence[int], found: Numbers | None = None) -> dict[int, Fold]:
        """What rows of a folded list stand for, where that is more than themselves: all copies, or those found."""
        from briefing.library.listing import folds

        store = self._open_store()
        if store is None:
            return {}
        with store.snapshot() as db:
            return folds(db, rows, found)

    def head_of(self, number: int) -> int:
        """The article that heads the story that an article tells; itself where there is no other."""
        from briefing.library.listing import head

        with self._snapshot() as db:
            return head(db, number)

    def printings(self, number: int) -> list[int]:
        """The articles of the story that an article tells, itself among them, in order of their printing."""
        from briefing.library.listing import members

        with self._snapshot() as db:
            return members(db, number)

    def number(self, article_id: str) -> int | None:
        """The number under which an article is stored now."""
        store = self._open_store()
        return store.number(article_id) if store else None

    def locate(self, reference: str) -> Place:
        """The article and the paragraph of a citation; raises WrongUse, with near names, if not just one article."""
        from briefing.library.citation import locate

        with self._snapshot() as db:
            return locate(db, self.corpus, reference)

    def open(self, number: int) -> ArticleView | None:
        """The whole article with what was found in it so far, as the reader corrected it."""
        store = self._open_store()
        view = store.open(number) if store else None
        return self._corrected(self._with_own_date(view)) if view else None

    def _with_own_date(self, view: ArticleView) -> ArticleView:
        """With the date of its file where the reader took back another that the store still has."""
        from briefing.model.article import DateSource

        published = view.article.published
        if published is not None and published.source is not DateSource.GIVEN:
            return view
        with self._snapshot() as db:
            is_kept = db.execute("SELECT 1 FROM own_date WHERE number = ?", (view.number,)).fetchone()
        if not is_kept or self.notebook.dates.published(view.article.id) is not None:
            return view
        from briefing.model.frozen import replace

        return view._replace(article=replace(view.article, published=self.own_date(view.number)))

    def _corrected(self, view: ArticleView) -> ArticleView:
        """With the corrections of this moment, whether the store has taken them over or not."""
        if not self.notebook.corrects:
            return view
        from briefing.library.corrected import corrected, with_date

        dates, actors, ties = self.notebook.dates, self.notebook.actors, self.notebook.ties
        article = with_date(view.article, dates.published(view.article.id))
        found = view.findings and corrected(article, view.findings, dates, actors, ties)
        return view._replace(article=article, findings=found)

    def subjects(self, numbers: Iterable[int]) -> Iterator[ArticleSubject]:
        """Articles for the notebook, however many."""
        from briefing.library.streams import chunks
        from briefing.library.subjects import card_subject

        for chunk in chunks(numbers):
            yield from map(card_subject, self.cards(chunk))

    def notes_in(self, article: Article) -> list[ShownNote]:
        """The reader's notes on an article and on its passages."""
        notes = self.notebook.notes
        if article.id not in notes.by_article:
            return []
        from briefing.library.noted import notes_in

        return notes_in(article, notes)

    def place_of(self, number: int, note: Note) -> int:
        """The paragraph of an article that a note on a passage stands under now; 0 where the passage is gone."""
        from briefing.library.noted import notes_in

        article = self._require_store().article(number)
        found = notes_in(article, self.notebook.notes) if article else []
        return next((each.paragraph for each in found if each.note.id == note.id), 0)

    def own_date(self, number: int) -> Published | None:
        """The publication date that an article's file gives, whatever the reader set."""
        from briefing.library.correcting import own_date

        store = self._require_store()
        article = store.article(number)
        with store.snapshot() as db:
            return own_date(db, number, article.published if article else None)[0]

    def extract(self, number: int) -> Findings:
        """What the rules find in an article now, in this process; stored by the builder only."""
        from briefing.extract.pipeline import RuleExtractor
        from briefing.model.actor import Findings
        from briefing.model.hit import ArticleView

        article = self._require_store().article(number)
        if article is None:
            return Findings()
        view = self._corrected(ArticleView(number, article, RuleExtractor().find(article)))
        return view.findings or Findings()

    def parse(self, raw: str, typing: bool = False) -> SearchQuery:
        """A query from what was typed; see `search.syntax`."""
        from briefing.search.syntax import parse

        return parse(raw, typing=typing)

    def search(
        self, query: SearchQuery, order: Order, limit: int, stop: Stop | None = None, deadline: float | None = None
    ) -> Iterator[SearchPage]:
        """Pages of hits, partial ones first, the exact one last; none at all when stopped."""
        asking = self._ask()
        if asking is None:
            from briefing.model.hit import SearchPage

            yield SearchPage((), 0)
        else:
            from briefing.search.engine import never

            yield from asking.pages(query.tree, order, limit, stop or never, deadline)

    def matching(self, query: SearchQuery, stop: Stop | None = None) -> Numbers:
        """All articles that match, as a set."""
        from briefing.model.numbers import Numbers
        from briefing.search.engine import never

        asking = self._ask()
        return asking.matching(query.tree, stop or never) if asking else Numbers()

    def _among(self, query: SearchQuery | None, stop: Stop | None = None) -> Numbers | None:
        """The articles that match; None where that is all of them."""
        return None if query is None or query.is_everything else self.matching(query, stop)

    def snippets(self, numbers: Iterable[int], query: SearchQuery, width: int) -> dict[int, Snippet]:
        """A few words of each article around its best hit, as one commit has them; none where no hit is in the text."""
        from briefing.search.snippets import snippet

        texts = self._require_store().texts(numbers)
        found = ((number, snippet(query.tree, text, width)) for number, text in texts)
        return {number: each for number, each in found if each}

    def hits(self, article: Article, query: SearchQuery) -> list[Span]:
        """The places in an article's text that match."""
        from briefing.search.match import spans

        return list(spans(query.tree, article.text.value))

    def wordbook(self) -> LibraryWords | None:
        """Words and names, for completion and for "did you mean"; None before anything is stored."""
        asking = self._ask()
        return asking.wordbook() if asking else None

    def facets(
        self,
        query: SearchQuery | None,
        limit: int,
        stop: Stop | None = None,
        names: Collection[FacetName] | None = None,
    ) -> Facets:
        """Counts of what matches (of all articles, with None) by who, when, source and read state; none if stopped.

        `names` are the only ones that are counted, where not all are wanted.
        """
        from briefing.library.facets import ALL, count_facets
        from briefing.model.facet import Facets

        store = self._open_store()
        if store is None:
            return Facets(0, ())
        found = self._among(query, stop)
        among = store.everything() if found is None else found
        if stop is not None and stop():
            return Facets(0, ())
        with store.snapshot() as db:
            return count_facets(db, among, lambda: self.notebook, limit, ALL if names is None else names)

    def story_of(self, number: int) -> Story | None:
        """The report that an article prints, with all its copies; of itself alone where there are none."""
        from briefing.library.copies import story_of

        with self._snapshot() as db:
            return story_of(db, number)

    def stories(
        self, query: SearchQuery | None, minimum: int, limit: int, threshold: float = 0.0
    ) -> tuple[list[Story], int]:
        """Reports printed by at least `minimum` articles, one of which matches, most first; and how many there are."""
        from briefing.library.copies import list_stories

        store = self._open_store()
        if store is None:
            return [], 0
        among = self._among(query)
        with store.snapshot() as db:
            return list_stories(db, among, minimum, threshold, limit)

    def newest(self) -> int:
        """When the last article came in, in milliseconds since 1970."""
        from briefing.library.arrivals import newest

        store = self._open_store()
        if store is None:
            return 0
        with store.snapshot() as db:
            return newest(db)

    def seen_until(self, saved: Saved | None = None) -> int:
        """Up to which moment the reader has seen what came: all of it, or what a saved search finds; 0 is never."""
        from briefing.library.arrivals import seen_until

        visit = self.notebook.searches.last_visit(saved.name if saved else "")
        with self._snapshot() as db:
            return seen_until(db, visit, saved)

    def imprints(self, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Byline and address of articles."""
        from briefing.library.streams import imprints

        with self._snapshot() as db:
            return imprints(db, numbers)
