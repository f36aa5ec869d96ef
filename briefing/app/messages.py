"""What panes and workers tell the desk: values only, never a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from briefing.library.events import Event
    from briefing.model.actor import Findings
    from briefing.model.facet import Facets
    from briefing.model.hit import ActorRow, SearchPage, Snippet
    from briefing.model.query import SearchQuery
    from briefing.model.story import Folded
    from briefing.model.suggestion import Completion


@dataclass
class Found(Message):
    """An answer to search number `turn`; dropped when a newer one was asked."""

    turn: int
    query: SearchQuery
    page: SearchPage
    rows: Folded
    snippets: dict[int, Snippet]
    last: bool
    held: bool = False
    """First rows that have waited for the rest already."""


@dataclass
class SearchFailed(Message):
    """Search number `turn` could not be answered."""

    turn: int
    why: str


@dataclass
class HitsCounted(Message):
    """Hits in each of the first articles found; `complete` when all articles found were counted."""

    turn: int
    counts: dict[int, int]
    complete: bool


@dataclass
class Snipped(Message):
    """Snippets for rows that came into sight."""

    turn: int
    snippets: dict[int, Snippet]


@dataclass
class Extracted(Message):
    """Who and when of an article that was opened before the builder reached it."""

    number: int
    findings: Findings


@dataclass
class ActorsListed(Message):
    """The actors of all articles, or of all articles found."""

    rows: list[ActorRow]
    total: int


@dataclass
class FacetsCounted(Message):
    """Counts of what the list shows, asked as number `turn`; dropped when the question is another one now."""

    turn: int
    facets: Facets


@dataclass
class Meant(Message):
    """Queries near one that found nothing, each of which finds something."""

    asked: int
    texts: list[str]


@dataclass
class Completed(Message):
    """How the line may go on that was there after key number `typed`; `take` puts the first into it."""

    typed: int
    completions: list[Completion]
    take: bool


@dataclass
class PageLoaded(Message):
    """What a page asked for as number `turn`; dropped when another page, or question, is on the screen."""

    turn: int
    data: object


@dataclass
class PageFailed(Message):
    """Question number `turn` of a page could not be answered."""

    turn: int
    why: str


@dataclass
class Answered(Message):
    """What an errand to the library brought back, and who waits for it."""

    then: Callable[[Any], None]
    answer: object


@dataclass
class BuildEvent(Message):
    """The builder said something; None when it has ended."""

    event: Event | None


@dataclass
class NotSaved(Message):
    """The notebook could not be written."""

    why: str
