"""How a list is ordered."""

from __future__ import annotations

from briefing.model.enumeration import StrEnum


class Order(StrEnum):
    """Relevance is for answers; without a query it means newest."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
