"""A library as the front ends see it: what is there, what matches, who is named, what the reader noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from briefing.library import layout
from briefing.library.corpus import Corpus
from briefing.library.status import Status
from briefing.model.errors import BriefingError
from briefing.model.order import Order

if TYPE_CHECKING:
    from briefing.library.asking import Asking
    from briefing.library.citation import Place
    from briefing.library.dossier import Dossier
    from briefing.library.news import News
    from briefing.library.offers import Offer
    from briefing.library.review import Unsure
    from briefing.library.store import Store
    from briefing.library.wordbook import LibraryWords
    from briefing.model.actor import ActorId, ActorType, Findings
    from briefing.model.article import Article, Problem, Published
    from briefing.model.claim import Claim, ClaimFilter
    from briefing.model.facet import Facets
    from briefing.model.hit import ActorRow, ArticleView, Card, SearchPage, Snippet
    from briefing.model.numbers import Numbers
    from briefing.model.pairs import Pairs, Within
    from briefing.model.query import SearchQuery
    from briefing.model.review import Doubt
    from briefing.model.story import Story
    from briefing.model.text import Span
    from briefing.model.timeline import Timeline, TimelineAsk
    from briefing.notebook.journal import Notebook
    from briefing.notebook.searches import Saved
    from briefing.notebook.subject import ActorSubject
    from briefing.search.engine import Stop
    from briefing.settings.places import Places
    from briefing.settings.schema import Settings


class Library:
    """Reads what the builder has committed. Usable from several threads; making one touches nothing but paths.

    Any method may raise Damaged, which is the sign to start a builder: it makes anew what is damaged.
    """

    def __init__(self, roots: Sequence[Path], places: Places, settings: Settings) -> None:
        self.corpus = Corpus.of(roots)
        self.cache = places.cache_of(self.corpus.id)
        self._places = places
        self._settings = settings
        self._lock = RLock()
        self._store: Store | None = None
        self._asking: Asking | None = None
        self._notebook: Notebook | None = None
        self._looked = False
        self._seen: tuple[str, int] | None = None
        self._contents = 0

    @property
    def id(self) -> str:
        return self.corpus.id

    @property
    def name(self) -> str:
        """The folder's name, or those of several."""
        return self.corpus.name

    @property
    def roots(self) -> tuple[Path, ...]:
        return self.corpus.roots

    def exists(self) -> bool:
        """Whether there is a store that this version can read."""
        try:
            return self._open_store() is not None
        except BriefingError:
            return False

    def is_fresh(self, findings: bool) -> bool:
        """Whether the last walk over the files can be believed, so that what is stored answers without another one.

        `findings` asks for actors and dates as well as texts.
        """
        from briefing.library.freshness import is_fresh

        folder = layout.current(self.cache)
        if folder is None or layout.is_suspect(folder):
            return False
        rules = 0
        if findings:
            from briefing.library.parts import Parts

            rules = Parts().chosen(self._settings.extractor).rules()
        return is_fresh(folder / layout.STORE, self.corpus, self._settings, rules)

    def status(self) -> Status:
        """The counts kept in the store: the same work at any size."""
        store = self._open_store()
        return Status(**store.counts()) if store else Status()

    def engine(self) -> str:
        """The engine whose index is asked; "" where nothing is built."""
        store = self._open_store()
        return layout.engine_of(store.folder, store.meta().get("index_engine", "")) if store else ""

    def advice(self) -> str:
        """What a library of this size would gain by; "" for most."""
        from briefing.library.advice import better_engine

        return better_engine(self.status().articles, self.engine())

    def page(self, order: Order, start: int, count: int) -> list[Card]:
        """A window of all articles."""
        store = self._open_store()
        return self._dated(store.page(order, start, count)) if store else []

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

    def position(self, number: int, order: Order) -> int | None:
        """How many of all articles stand before this one."""
        store = self._open_store()
        return store.position(number, order) if store else None

    def number(self, article_id: str) -> int | None:
        """The number under which an article is stored now."""
        store = self._open_store()
        return store.number(article_id) if store else None

    def locate(self, reference: str) -> Place:
        """The article and the paragraph of a citation; raises WrongUse, with near names, if not just one article."""
        from briefing.library.citation import locate

        with self._require_store().snapshot() as db:
            return locate(db, self.corpus, reference)

    def open(self, number: int) -> ArticleView | None:
        """The whole article with what was found in it so far, as the reader corrected it."""
        store = self._open_store()
        view = store.open(number) if store else None
        return self._corrected(self._undated(view)) if view else None

    def _undated(self, view: ArticleView) -> ArticleView:
        """With the date of its file where the reader took back another that the store still has."""
        published = view.article.published
        if published is not None and published.source.value != "given":
            return view
        with self._require_store().snapshot() as db:
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

        dates, actors = self.notebook.dates, self.notebook.actors
        article = with_date(view.article, dates.published(view.article.id))
        found = view.findings
        return view._replace(article=article, findings=corrected(article, found, dates, actors) if found else None)

    def correct(self) -> bool:
        """Takes the reader's corrections over into the store, so that lists and counts follow; True if it did.

        While a builder writes this is left to it: it takes them over at its end.
        """
        from briefing.library.build import correct

        done = correct(self.corpus, self.cache, self._places)
        return done and self.refresh()

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

    def snippet(self, number: int, query: SearchQuery, width: int) -> Snippet | None:
        """A few words of an article around the best hit."""
        from briefing.search.snippets import snippet

        text = self._require_store().text(number)
        return snippet(query.tree, text, width) if text else None

    def hits(self, article: Article, query: SearchQuery) -> list[Span]:
        """The places in an article's text that match."""
        from briefing.search.match import spans

        return list(spans(query.tree, article.text.value))

    def actors(
        self, query: SearchQuery | None, types: frozenset[ActorType] | None, minimum: int, limit: int
    ) -> tuple[list[ActorRow], int]:
        """Actors across the articles that match, most articles first; and how many there are."""
        from briefing.library.actors import list_actors

        store = self._open_store()
        if store is None:
            return [], 0
        among = None if query is None or query.is_everything else self.matching(query)
        with store.snapshot() as db:
            return list_actors(db, among, types, minimum, limit)

    def claims(
        self, asked: ClaimFilter, query: SearchQuery | None = None, start: int = 0, count: int = 100
    ) -> tuple[list[Claim], int]:
        """A window of the dated claims of all articles, or of those that match; and how many there are."""
        from briefing.library.claims import list_claims

        store = self._open_store()
        if store is None:
            return [], 0
        among = None if query is None or query.is_everything else self.matching(query)
        with store.snapshot() as db:
            return list_claims(db, asked, among, start, count)

    def timeline(self, ask: TimelineAsk, query: SearchQuery | None = None) -> Timeline:
        """Claims and articles over time, of all articles or of those that match."""
        from briefing.library.timeline import count_timeline
        from briefing.model.grain import Grain
        from briefing.model.timeline import Timeline

        store = self._open_store()
        if store is None:
            return Timeline(ask.grain or Grain.MONTH, ())
        among = None if query is None or query.is_everything else self.matching(query)
        with store.snapshot() as db:
            return count_timeline(db, ask, among)

    def dossier(self, actor: ActorId) -> Dossier:
        """All about one actor, part by part."""
        from briefing.library.dossier import Dossier

        return Dossier(self._require_store(), actor)

    def pairs(
        self,
        within: Within,
        query: SearchQuery | None = None,
        actor: ActorId | None = None,
        limit: int = 20,
        stop: Stop | None = None,
    ) -> Pairs:
        """Who is named together most often, or with whom an actor is, in all articles or in those that match."""
        from briefing.library.pairs import list_pairs, list_partners
        from briefing.search.engine import never

        among = None if query is None or query.is_everything else self.matching(query, stop)
        with self._require_store().snapshot() as db:
            if actor is not None:
                return list_partners(db, actor, within, among, limit)
            return list_pairs(db, within, among, limit, stop or never)

    def sentences(self, claims: Sequence[Claim]) -> list[str]:
        """The sentence that proves each claim, on one line."""
        store = self._open_store()
        return store.sentences([(claim.article, claim.sentence) for claim in claims]) if store else []

    def each_claim(self, asked: ClaimFilter, query: SearchQuery | None = None) -> Iterator[tuple[Claim, str]]:
        """All claims with their sentences, as one commit has them, however many there are."""
        from briefing.library.streams import each_claim

        store = self._open_store()
        if store is None:
            return
        among = None if query is None or query.is_everything else self.matching(query)
        with store.snapshot() as db:
            yield from each_claim(db, asked, among)

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
        with self._require_store().snapshot() as db:
            return seen_until(db, visit, saved)

    def news(self, since: int, query: SearchQuery | None = None, stop: Stop | None = None) -> News:
        """What came after a moment: articles, claims, actors; of a query, what of it matches."""
        from briefing.library.news import news

        return news(self, since, query, stop)

    def new_actors(self, numbers: Numbers) -> tuple[list[tuple[str, int]], int]:
        """Actors that only these articles name, with how many; and how many actors there are."""
        from briefing.library.arrivals import new_actors

        with self._require_store().snapshot() as db:
            return new_actors(db, numbers)

    def imprints(self, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Byline and address of articles."""
        from briefing.library.streams import imprints

        with self._require_store().snapshot() as db:
            return imprints(db, numbers)

    def find_actor(self, name: str) -> ActorRow:
        """The actor of this name, any of its names; raises WrongUse with near names where there is none or several."""
        from briefing.library.actors import find_actor

        with self._require_store().snapshot() as db:
            return find_actor(db, name)

    def actor_subject(self, actor: ActorId) -> ActorSubject | None:
        """An actor as the notebook names it; None where nobody is named so any more."""
        from briefing.library.subjects import actor_subject

        with self._require_store().snapshot() as db:
            return actor_subject(db, actor)

    def bearers_of(self, actor: ActorId, name: str) -> list[ActorSubject]:
        """The entry of an actor, and all that are counted there and called by a name beside their own."""
        from briefing.library.subjects import bearers_of

        with self._require_store().snapshot() as db:
            return bearers_of(db, actor, name)

    def names_of(self, actor: ActorId) -> list[tuple[str, int]]:
        """The names of an actor but the one it goes by, and how many articles use each."""
        from briefing.library.subjects import names_of

        with self._require_store().snapshot() as db:
            return names_of(db, actor)

    def offers(self, names: Sequence[str], kind: ActorType, apart: ActorId | None) -> list[Offer]:
        """With whom one that goes by these names may be merged, those with a like name first."""
        from briefing.library.offers import list_offers

        store = self._open_store()
        if store is None:
            return []
        with store.snapshot() as db:
            return list_offers(db, names, kind, apart)

    def find_actors(self, name: str, limit: int) -> list[ActorRow]:
        """Actors with this name, or with all its words in one of their names."""
        from briefing.library.actors import find_actors

        with self._require_store().snapshot() as db:
            return find_actors(db, name, limit)

    def review(self, kinds: frozenset[Doubt], again: bool = False) -> list[Unsure]:
        """What is unsure and was not asked yet, a bounded number of each kind; with `again` what was skipped."""
        from briefing.library.review import list_questions

        store = self._open_store()
        if store is None:
            return []
        with store.snapshot() as db:
            return list_questions(db, self.notebook.answers, kinds, again)

    def own_date(self, number: int) -> Published | None:
        """The publication date that an article's file gives, whatever the reader set."""
        from briefing.library.correcting import own_date

        store = self._require_store()
        article = store.article(number)
        with store.snapshot() as db:
            return own_date(db, number, article.published if article else None)[0]

    def facets(self, query: SearchQuery | None, limit: int, stop: Stop | None = None) -> Facets:
        """Counts of what matches (of all articles, with None) by who, when, source and read state; none if stopped."""
        from briefing.library.facets import count_facets
        from briefing.model.facet import Facets

        store = self._open_store()
        if store is None:
            return Facets(0, ())
        among = store.everything() if query is None or query.is_everything else self.matching(query, stop)
        if stop is not None and stop():
            return Facets(0, ())
        with store.snapshot() as db:
            return count_facets(db, among, lambda: self.notebook, limit)

    def wordbook(self) -> LibraryWords | None:
        """Words and names, for completion and for "did you mean"; None before anything is stored."""
        asking = self._ask()
        return asking.wordbook() if asking else None

    def story_of(self, number: int) -> Story | None:
        """The report that an article prints, with all its copies; of itself alone where there are none."""
        from briefing.library.copies import story_of

        with self._require_store().snapshot() as db:
            return story_of(db, number)

    def stories(
        self, query: SearchQuery | None, minimum: int, limit: int, threshold: float = 0.0
    ) -> tuple[list[Story], int]:
        """Reports printed by at least `minimum` articles, one of which matches, most first; and how many there are."""
        from briefing.library.copies import list_stories

        store = self._open_store()
        if store is None:
            return [], 0
        among = None if query is None or query.is_everything else self.matching(query)
        with store.snapshot() as db:
            return list_stories(db, among, minimum, threshold, limit)

    def appearances(self, actor_id: str) -> Numbers:
        """The articles that name an actor."""
        from briefing.library.actors import appearances

        with self._require_store().snapshot() as db:
            return appearances(db, actor_id)

    def matching(self, query: SearchQuery, stop: Stop | None = None) -> Numbers:
        """All articles that match, as a set."""
        from briefing.model.numbers import Numbers
        from briefing.search.engine import never

        asking = self._ask()
        return asking.matching(query.tree, stop or never) if asking else Numbers()

    def problems(self) -> list[Problem]:
        """Files and folders that could not be read."""
        store = self._open_store()
        return store.problems() if store else []

    def refresh(self) -> bool:
        """Looks for a newer commit; True if there is one, and what is asked from now on sees it."""
        with self._lock:
            folder = layout.current(self.cache)
            if self._store is not None and folder != self._store.folder:
                self._let_go()
            self._looked = True
            store = self._open_store()
            if store is None:
                return False
            meta = store.meta()
            before, self._seen = self._seen, (store.folder.name, int(meta["generation"]))
            if int(meta["contents"]) != self._contents and self._notebook is not None:
                self._notebook.follow(store.renamed(self._notebook.bodies()))
            self._contents = int(meta["contents"])
            return self._seen != before

    @property
    def notebook(self) -> Notebook:
        """The reader's own marks, loaded when first asked for."""
        with self._lock:
            if self._notebook is None:
                from briefing.notebook.journal import Notebook

                self._notebook = Notebook(self._places.notebook_of(self.id))
                store = self._open_store()
                if store is not None:
                    self._notebook.follow(store.renamed(self._notebook.bodies()))
            return self._notebook

    def close(self) -> None:
        """Writes out what the notebook still holds and lets go of all files."""
        with self._lock:
            self._let_go()
            if self._notebook is not None:
                self._notebook.close()
                self._notebook = None

    def _open_store(self) -> Store | None:
        """What is there at the first look counts as seen; what appears later is news for `refresh`."""
        with self._lock:
            first, self._looked = not self._looked, True
            if self._store is not None and not self._store.is_there():
                self._let_go()  # a rebuild has put another in its place
            if self._store is None:
                folder = layout.current(self.cache)
                if folder is None:
                    return None
                from briefing.library.store import Store

                store = Store(folder / layout.STORE)
                meta = store.meta()
                self._store = store
                if first:
                    self._seen, self._contents = (folder.name, int(meta["generation"])), int(meta["contents"])
            return self._store

    def _require_store(self) -> Store:
        store = self._open_store()
        if store is None:
            raise layout.NotBuilt
        return store

    def _ask(self) -> Asking | None:
        with self._lock:
            store = self._open_store()
            if store is not None and self._asking is None:
                from briefing.library.asking import Asking

                self._asking = Asking(store, lambda: self.notebook)
            return self._asking

    def _let_go(self) -> None:
        if self._asking is not None:
            self._asking.close()
        if self._store is not None:
            self._store.close()
        self._asking = self._store = None
