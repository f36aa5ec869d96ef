"""Who is named together with whom, and how often."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.actor import ActorId, ActorType
from briefing.model.enumeration import StrEnum


class Within(StrEnum):
    """What two actors must both be in to be together, the closest first."""

    CLAUSE = "clause"
    """In what somebody did at a time that the text names: the doer, and all who are named in those words."""
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


class Named(NamedTuple):
    """An actor as far as a row of counts needs one."""

    id: ActorId
    name: str
    type: ActorType


class Pair(NamedTuple):
    """Two actors, the more frequent first (of one actor's pairs that one), and in how many places both are."""

    one: Named
    other: Named
    together: int


class Pairs(NamedTuple):
    """The most frequent pairs, most first. `total` is how many one actor has; of all actors they are not counted."""

    within: Within
    pairs: tuple[Pair, ...]
    total: int | None = None
