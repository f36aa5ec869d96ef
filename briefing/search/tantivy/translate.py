"""The query tree as one of tantivy's queries, by the rules of `search.match`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from tantivy import FieldType, Occur, Order, Query, SearchResult

from briefing.model.frozen import replace
from briefing.model.numbers import NONE, Numbers
from briefing.model.query import And, Everything, Fact, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Scope, Term
from briefing.search.engine import IndexedText, Request
from briefing.search.match import is_near, leaves, matches
from briefing.search.tantivy.combined import anyone
from briefing.search.tantivy.reader import Opened
from briefing.search.tantivy.schema import BEGINS, FIELDS_OF, NUMBER, SHORT, TEXT, TITLE

TITLE_WEIGHT = 2.0
"""Added for a hit in the title, which counts as one in the text already."""
REST_WEIGHT = 0.3
RARE = 0.1
"""A word in no greater share of the articles is looked for in all of the text, even at a glance."""
PART = 65_536
"""Numbers read at a time."""
CHUNK = 64
"""Texts between two looks at the watch."""

Texts = Callable[[int], IndexedText | None]
Late = Callable[[], bool]
"""Asked between chunks of work; raises where nobody waits, True where what is known has to do."""


class Translation:
    """One request against one commit. `cut` says that something was left out because it was late."""

    def __init__(
        self, opened: Opened, request: Request, texts: Texts, late: Late, scored: bool, glance: bool = False
    ) -> None:
        """At a `glance` only titles are looked at; see `glance`."""
        self._opened, self._request, self._texts, self._late = opened, request, texts, late
        self._scored, self._glance = scored, glance
        self._may_be_cut = True
        self.cut = False

    def query(self, node: Node) -> Query:
        """The articles of the index that a node means."""
        match node:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return anyone([self.query(part) for part in parts])
            case Not():
                return self._all((node,))
            case Fact():
                return self.having(self._request.facts.get(node, Numbers()))
            case Everything():
                return self.having(self._request.everything)
            case _:
                return self.leaf(node)

    def within(self, tree: Node, those: Query) -> Query:
        """Which of `those` have all words, or any, with the same scores; one level deep, which is the faster to ask."""
        must, may = [those], list[Query]()
        for leaf in leaves(tree):
            whole, title = self.leaf_in(leaf, TEXT), self.leaf_in(leaf, TITLE)
            if whole is not None:
                (may if isinstance(tree, Or) else must).append(whole)
            may += [Query.boost_query(title, TITLE_WEIGHT)] if title else []
        return Query.boolean_query([*((Occur.Must, each) for each in must), *((Occur.Should, each) for each in may)])

    def _all(self, parts: tuple[Node, ...]) -> Query:
        queries = [(Occur.Must, self.query(part)) for part in parts if not isinstance(part, Not)]
        if not queries:
            queries = [(Occur.Must, self.having(self._request.everything))]
        kept, self._may_be_cut = self._may_be_cut, False  # what is left out must be known whole
        queries += [(Occur.MustNot, self.query(part.part)) for part in parts if isinstance(part, Not)]
        self._may_be_cut = kept
        return Query.boolean_query(queries) if len(queries) > 1 else queries[0][1]

    def having(self, numbers: Numbers) -> Query:
        """The articles of a set, named one by one, or those left out where they are fewer."""
        there = self._opened.numbers
        held = numbers & there
        lacking = there - held
        if not lacking:
            return Query.const_score_query(Query.all_query(), 0.0)
        if not held:
            return Query.empty_query()
        if len(held) <= len(lacking):
            return Query.const_score_query(self._named(held), 0.0)
        every = Query.const_score_query(Query.all_query(), 0.0)
        return Query.boolean_query([(Occur.Must, every), (Occur.MustNot, self._named(lacking))])

    def _named(self, numbers: Numbers) -> Query:
        return Query.term_set_query(self._opened.schema, NUMBER, list(numbers))

    def leaf(self, leaf: Leaf) -> Query:
        """The articles of a leaf, in any field of its scope; with a score, where scores are wanted."""
        if isinstance(leaf, Phrase) and len(leaf.tokens) == 1:
            return self.leaf((Prefix if leaf.goes_on else Term)(leaf.tokens[0], leaf.scope))
        if isinstance(leaf, Phrase) and not leaf.tokens:
            return Query.empty_query()
        if self._glance:
            return self._part_of(leaf)
        found = [self.leaf_in(leaf, field) for field in FIELDS_OF[leaf.scope]]
        known = [query for query in found if query is not None]
        if len(known) < len(found):
            return self.having(self._looked_up(leaf))
        if not self._scored:
            return anyone(known)
        if leaf.scope is Scope.ALL:
            known[-1] = Query.boost_query(known[-1], REST_WEIGHT)
        whole = anyone(known)
        title = self.leaf_in(leaf, TITLE)
        if leaf.scope is Scope.TITLE or title is None:
            return whole
        return Query.boolean_query([(Occur.Must, whole), (Occur.Should, Query.boost_query(title, TITLE_WEIGHT))])

    def _part_of(self, leaf: Leaf) -> Query:
        """Some of the articles of a leaf: those whose title has it; of a phrase of rare words any."""
        if isinstance(leaf, Phrase):
            from briefing.search.tantivy.phrases import likely

            rarest = min(self._opened.searcher.doc_freq(TEXT, word) for word in leaf.tokens[:-1])
            field = TITLE if rarest > RARE * self._opened.searcher.num_docs or leaf.scope is Scope.TITLE else TEXT
            return Query.empty_query() if leaf.slop else likely(self._opened, leaf, field)
        return self.leaf_in(leaf, TITLE) or Query.empty_query()

    def leaf_in(self, leaf: Leaf, field: str) -> Query | None:
        """The articles of a leaf in one field; None where tantivy cannot say it."""
        schema = self._opened.schema
        match leaf:
            case Term(token):
                return Query.term_query(schema, field, token)
            case Prefix(token):
                return self.prefix_in(token, field)
            case Fuzzy(token, distance):
                near = list(self.near(field, token, distance))
                return Query.term_set_query(schema, field, near) if near else Query.empty_query()
            case Phrase():
                from briefing.search.tantivy.phrases import exact

                asked = replace(leaf, scope=Scope.TITLE) if field == TITLE else leaf
                return exact(self._opened, leaf, field, lambda found: self.having(self._read(asked, found)))

    def prefix_in(self, start: str, field: str) -> Query:
        """The articles that have words beginning so."""
        schema = self._opened.schema
        if listed := self._opened.list_of(field, start):
            return Query.const_score_query(Query.term_query(schema, *listed, "basic"), 1.0)
        begins = BEGINS + start if len(start) < SHORT else start
        found = Query.fuzzy_term_query(schema, field, begins, 0, True, True)  # no pattern is as quickly made
        return Query.const_score_query(found, 1.0)

    def near(self, field: str, token: str, distance: int) -> Iterator[str]:
        """The words of a field that a near word means."""
        first = token[:1]
        known = self._opened.vocabulary
        if (field, first) not in known:
            found = self._opened.searcher.terms_with_prefix(field, first)
            known[field, first] = [word for word, _ in found]
        for word in known[field, first]:
            if is_near(word, token, distance):
                yield word

    def _looked_up(self, phrase: Leaf) -> Numbers:
        """A phrase by reading the texts that have all its words."""
        assert isinstance(phrase, Phrase)
        start = phrase.tokens[-1] if phrase.goes_on else None
        words: list[Node] = [(Prefix if word == start else Term)(word, phrase.scope) for word in phrase.tokens]
        candidates = Translation(self._opened, self._request, self._texts, self._late, scored=False)
        return self._read(phrase, candidates.query(And(tuple(words))))

    def _read(self, phrase: Phrase, candidates: Query) -> Numbers:
        """Those of the candidates whose text has the phrase."""
        found: list[int] = []
        for at, number in enumerate(all_numbers(self._opened, candidates)):
            if not at % CHUNK and self._late() and self._may_be_cut:
                self.cut = True
                break
            text = self._texts(number)
            if text is not None and matches(phrase, text, {}):
                found.append(number)
        return Numbers(found)


def count(opened: Opened, query: Query) -> int:
    """How many hits there are."""
    counted = opened.searcher.aggregate(query, {"all": {"value_count": {"field": NUMBER}}})
    return int(counted["all"]["value"])


def total(found: SearchResult) -> int:
    """How many hits a search has counted; tantivy's own types forget to name it."""
    return int(getattr(found, "count"))  # noqa: B009


def all_numbers(opened: Opened, query: Query) -> Iterator[int]:
    """The article numbers of all hits, the latest first."""
    return chain.from_iterable(_parts(opened, query, count(opened, query)))


def number_set(opened: Opened, query: Query) -> Numbers:
    """The article numbers of all hits; where most articles are, it is asked which are not: a hit costs a set most."""
    found, held = count(opened, query), opened.searcher.num_docs
    if found * 2 <= held:
        numbers = NONE
        for part in _parts(opened, query, found):
            numbers = numbers | Numbers(part)
        return numbers
    others = Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, query)])
    numbers = opened.numbers
    for part in _parts(opened, others, held - found):
        numbers = numbers - Numbers(part)
    return numbers


def _parts(opened: Opened, query: Query, found: int) -> Iterator[list[int]]:
    """Read part by part, since each is held twice for a while."""
    if found <= PART:
        yield _numbers(opened, query)
        return
    for first in range(opened.numbers.last() // PART * PART, -1, -PART):
        part = Query.range_query(opened.schema, NUMBER, FieldType.Integer, first, first + PART - 1)
        yield _numbers(opened, Query.boolean_query([(Occur.Must, query), (Occur.Must, part)]))


def _numbers(opened: Opened, query: Query) -> list[int]:
    found = opened.searcher.search(query, PART, False, order_by_field=NUMBER, order=Order.Desc)
    return [number for number, _ in found.hits]
