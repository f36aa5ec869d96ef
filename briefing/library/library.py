"""A library as the front ends see it: its articles, and who did what and when in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.library.articles import Articles
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.library.dossier import Dossier
    from briefing.library.news import News
    from briefing.library.noted import ShownNote
    from briefing.library.offers import Offer
    from briefing.library.review import Unsure
    from briefing.model.actor import ActorId, ActorType
    from briefing.model.claim import Claim, ClaimFilter
    from briefing.model.hit import ActorRow
    from briefing.model.numbers import Numbers
    from briefing.model.pairs import Pairs, Within
    from briefing.model.query import SearchQuery
    from briefing.model.review import Doubt
    from briefing.model.timeline import Timeline, TimelineAsk
    from briefing.notebook.subject import ActorName, ActorSubject
    from briefing.search.engine import Stop


class Library(Articles):
    """Everything that is asked of one library."""

    def actors(
        self, query: SearchQuery | None, types: frozenset[ActorType] | None, minimum: int, limit: int
    ) -> tuple[list[ActorRow], int]:
        """Actors across the articles that match, most articles first; and how many there are."""
        from briefing.library.actors import list_actors

        store = self._open_store()
        if store is None:
            return [], 0
        among = self._among(query)
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
        among = self._among(query)
        with store.snapshot() as db:
            return list_claims(db, asked, among, start, count)

    def with_places(self, claims: Sequence[Claim], query: SearchQuery | None = None) -> list[Claim]:
        """Claims with the citations of the copies that repeat them, of those that match."""
        from briefing.library.told_once import with_places

        if not any(claim.repeats for claim in claims):
            return list(claims)
        among = self._among(query)
        with self._snapshot() as db:
            return list(with_places(db, claims, among))

    def timeline(self, ask: TimelineAsk, query: SearchQuery | None = None) -> Timeline:
        """Claims and articles over time, of all articles or of those that match."""
        from briefing.library.timeline import count_timeline
        from briefing.model.grain import Grain
        from briefing.model.timeline import Timeline

        store = self._open_store()
        if store is None:
            return Timeline(ask.grain or Grain.MONTH, ())
        among = self._among(query)
        with store.snapshot() as db:
            return count_timeline(db, ask, among)

    def dossier(self, actor: ActorId, every: bool = False) -> Dossier:
        """All about one actor, part by part; what copies repeat counts once, unless `every` one counts."""
        from briefing.library.dossier import Dossier

        return Dossier(self._require_store(), actor, every)

    def pairs(
        self,
        within: Within,
        query: SearchQuery | None = None,
        actor: ActorId | None = None,
        limit: int = 20,
        stop: Stop | None = None,
        every: bool = False,
    ) -> Pairs:
        """Who is named together most often, or with whom an actor is, in all articles or in those that match.

        What several articles of one report print counts once, unless `every` one counts.
        """
        from briefing.library.copies import folded
        from briefing.library.listing import hidden
        from briefing.library.pairs import NONE, list_pairs, list_partners
        from briefing.search.engine import never

        among = self._among(query, stop)
        with self._snapshot() as db:
            copies = NONE if every else folded(db) if among is None else hidden(db, among)
            if actor is not None:
                return list_partners(db, actor, within, among, limit, copies)
            return list_pairs(db, within, among, limit, stop or never, copies)

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
        among = self._among(query)
        with store.snapshot() as db:
            yield from each_claim(db, asked, among)

    def new_actors(self, numbers: Numbers) -> tuple[list[tuple[str, int]], int]:
        """Actors that only these articles name, with how many; and how many actors there are."""
        from briefing.library.arrivals import new_actors

        with self._snapshot() as db:
            return new_actors(db, numbers)

    def find_actor(self, name: str) -> ActorRow:
        """The actor of this name, any of its names; raises WrongUse with near names where there is none or several."""
        from briefing.library.actors import find_actor

        with self._snapshot() as db:
            return find_actor(db, name)

    def actor_subject(self, actor: ActorId) -> ActorSubject | None:
        """An actor as the notebook names it; None where nobody is named so any more."""
        from briefing.library.subjects import actor_subject

        with self._snapshot() as db:
            return actor_subject(db, actor)

    def notes_on(self, names: Iterable[tuple[str, str]]) -> tuple[ShownNote, ...]:
        """The reader's notes on an actor that goes by these names and types, and on those merged into it."""
        notebook = self.notebook
        if not notebook.notes.by_actor:
            return ()
        from briefing.library.noted import notes_on_actor, shown
        from briefing.notebook.subject import ActorName

        keys = [ActorName.of(name, kind) for name, kind in names]
        return tuple(map(shown, notes_on_actor(keys, notebook.notes, notebook.actors, self._is_named)))

    def notes_about(self, row: ActorRow) -> tuple[ShownNote, ...]:
        """The reader's notes on an actor that is listed, under all that is counted with it."""
        if not self.notebook.notes.by_actor:
            return ()
        names = [(row.name, row.type.value), *((each.name, each.type.value) for each in row.counted)]
        subject = self.actor_subject(row.id)
        return self.notes_on([*names, (subject.name, subject.type)] if subject else names)

    def _is_named(self, actor: ActorName) -> bool:
        from briefing.model.actor import actor_id

        store = self._open_store()
        if store is None:
            return False
        with store.snapshot() as db:
            known = actor_id(actor.name, actor.type)
            return db.execute("SELECT 1 FROM actor WHERE id = ?", (known,)).fetchone() is not None

    def bearers_of(self, actor: ActorId, name: str) -> list[ActorSubject]:
        """The entry of an actor, and all that are counted there and called by a name beside their own."""
        from briefing.library.subjects import bearers_of

        with self._snapshot() as db:
            return bearers_of(db, actor, name)

    def names_of(self, actor: ActorId) -> list[tuple[str, int]]:
        """The names of an actor but the one it goes by, and how many articles use each."""
        from briefing.library.subjects import names_of

        with self._snapshot() as db:
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

        with self._snapshot() as db:
            return find_actors(db, name, limit)

    def review(self, kinds: frozenset[Doubt], again: bool = False, limit: int | None = None) -> list[Unsure]:
        """What is unsure and was not asked yet, a bounded number of each kind; with `again` what was skipped."""
        from briefing.library.review import list_questions
        from briefing.model.review import AT_ONCE

        store = self._open_store()
        if store is None:
            return []
        with store.snapshot() as db:
            return list_questions(db, self.notebook.answers, kinds, again, limit or AT_ONCE)

    def marked_questions(self, mark: str, limit: int) -> list[Unsure]:
        """The questions whose mark begins so, at most so many of each kind, judged or not."""
        from briefing.library.review import marked_questions

        with self._snapshot() as db:
            return marked_questions(db, mark, limit)

    def appearances(self, actor_id: str) -> Numbers:
        """The articles that name an actor."""
        from briefing.library.actors import appearances

        with self._snapshot() as db:
            return appearances(db, actor_id)

    def news(self, since: int, query: SearchQuery | None = None, stop: Stop | None = None) -> News:
        """What came after a moment: articles, claims, actors; of a query, what of it matches."""
        from briefing.library.news import news

        return news(self, since, query, stop)
