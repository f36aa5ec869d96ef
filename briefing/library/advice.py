"""What a library would gain by."""

from __future__ import annotations

OUTGROWN = 50_000
"""Articles from which on the embedded index keeps a typing reader waiting; see `make bench`."""


def better_engine(articles: int, engine: str) -> str:
    """For a library too large for its engine, how to have a faster one; else nothing."""
    if engine != "whoosh" or articles <= OUTGROWN:
        return ""
    from briefing.search.registry import why_absent

    install = why_absent("tantivy")
    first = f"{install}, then " if install else ""
    return f"With {articles:,} articles tantivy answers faster: {first}briefing index --engine tantivy"
