"""Several of tantivy's queries as one."""

from __future__ import annotations

from tantivy import Occur, Query


def anyone(queries: list[Query]) -> Query:
    """Any of these."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()


def every(queries: list[Query], but: Query | None = None) -> Query:
    """All of these, and not that one."""
    parts = [(Occur.Must, query) for query in queries]
    return Query.boolean_query([*parts, (Occur.MustNot, but)] if but is not None else parts)
