"""Answers: rows of the list, pages of hits, snippets."""

from __future__ import annotations

from briefing.model.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from briefing.model.actor import ActorId, ActorType, Findings
    from briefing.model.article import Article, ArticleId, Published
    from briefing.model.identity import Counted
    from briefing.model.story import Fold
    from briefing.model.text import Span


class Hit(NamedTuple):
    """One article that matches. `number` is its number in the store."""

    number: int
    score: float = 0.0


class SearchPage(NamedTuple):
    """Hits in order, from the first. `total` is exact unless `partial`; `seconds` is wall time so far."""

    hits: tuple[Hit, ...]
    total: int
    partial: bool = False
    seconds: float = 0.0


class Card(NamedTuple):
    """One row of the article list."""

    number: int
    id: ArticleId
    name: str
    title: str
    title_derived: bool
    published: Published | None
    year_guess: int | None
    source: str
    language: str
    words: int
    fingerprint: str = ""
    fold: Fold | None = None
    """What its row stands for in a list where copies are folded."""
    inside: bool = False
    """It stands below the row of its story, which is unfolded."""

    @property
    def day(self) -> str:
        """`2021-01-23`, `2023~` for a guess, `????` for none."""
        if self.published:
            return self.published.day.isoformat()
        return f"{self.year_guess}~" if self.year_guess else "????"


class Snippet(NamedTuple):
    """A few words around the best hit, with the hits in them; `paragraph` is the citation's number."""

    text: str
    hits: tuple[Span, ...]
    paragraph: int


class ArticleView(NamedTuple):
    """One article opened. `findings` is None while nobody has looked."""

    number: int
    article: Article
    findings: Findings | None


class ActorRow(NamedTuple):
    """An actor across articles: how many articles name it, how often, and under which names."""

    id: ActorId
    name: str
    type: ActorType
    articles: int
    mentions: int
    aliases: tuple[str, ...] = ()
    role: str = ""
    first: date | None = None
    last: date | None = None
    counted: tuple[Counted, ...] = ()
    """Namings of other articles that are counted here too, and why."""
