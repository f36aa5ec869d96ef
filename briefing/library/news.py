"""What came into a library after a moment, and how much of it each saved search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.arrival import stamp
from briefing.model.claim import ClaimFilter
from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Fact, FactField, SearchQuery

if TYPE_CHECKING:
    from briefing.library.library import Library
    from briefing.notebook.searches import Saved
    from briefing.search.engine import Stop


class News(NamedTuple):
    """Counts of what came, and the actors that nothing named before."""

    since: int
    articles: Numbers
    claims: int
    actors: tuple[tuple[str, int], ...]
    """With how many articles, most first; not all of them."""
    actors_total: int


class Count(NamedTuple):
    """A saved search: how many articles it finds, and how many of them came after it was run last."""

    saved: Saved
    total: int
    new: int
    wrong: str = ""
    """Why it cannot be asked, if it cannot."""


def since_query(moment: int, query: SearchQuery | None = None) -> SearchQuery:
    """A query for what came after a moment."""
    fact = Fact(FactField.ADDED, str(moment))
    if query is None or isinstance(query.tree, Everything):
        return SearchQuery("", fact)
    return SearchQuery(query.raw, And((query.tree, fact)))


def news(library: Library, since: int, query: SearchQuery | None, stop: Stop | None) -> News:
    """Counts what came."""
    asked = since_query(since, query)
    numbers = library.matching(asked, stop)
    if not numbers:
        return News(since, numbers, 0, (), 0)
    _, claims = library.claims(ClaimFilter(guesses=True, unheard=True), asked, 0, 0)
    actors, total = library.new_actors(numbers)
    return News(since, numbers, claims, tuple(actors), total)


def count(library: Library, saved: Saved, stop: Stop | None = None) -> Count:
    """How much a saved search finds; one of another version of the query language says what is wrong."""
    from briefing.model.errors import QueryError

    try:
        query = library.parse(saved.query)
    except QueryError as error:
        return Count(saved, 0, 0, error.title)
    moment = library.seen_until(saved)
    return Count(saved, len(library.matching(query, stop)), len(library.matching(since_query(moment, query), stop)))


def mark(library: Library) -> str:
    """What a visit leaves behind: up to when all was seen, in words that outlive the store."""
    return stamp(library.newest())
