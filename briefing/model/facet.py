"""Counts of what is found, by one property: the rows by which a reader narrows a search."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.enumeration import StrEnum


class FacetName(StrEnum):
    """The properties that are counted, in the order in which they are shown."""

    WHO = "who"
    WHEN = "when"
    SOURCE = "source"
    TAG = "tag"
    STATE = "state"


class FacetRow(NamedTuple):
    """One value of a property among the articles found: how many have it, and the query part that means it."""

    label: str
    articles: int
    part: str


class Facet(NamedTuple):
    """The values of one property, most articles first (dates in order); `more` is how many are left out."""

    name: FacetName
    rows: tuple[FacetRow, ...]
    more: int = 0


class Facets(NamedTuple):
    """All facets of one result; every count is exact for its `articles`."""

    articles: int
    facets: tuple[Facet, ...]
