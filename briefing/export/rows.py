"""What a document is made of: parts with a heading, each of rows that are made while they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from briefing.model.claim import Claim, FigureClaim
from briefing.model.grain import Grain, label
from briefing.model.hit import Card
from briefing.model.timeline import Bucket, Gap


class ClaimRow(NamedTuple):
    """A dated claim with the sentence that proves it."""

    claim: Claim
    sentence: str


class FigureRow(NamedTuple):
    """An amount, and how it stands to others of its unit."""

    figure: FigureClaim
    agreement: str


class ArticleRow(NamedTuple):
    """An article as it is cited."""

    card: Card
    byline: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


class StepRow(NamedTuple):
    """A step of a timeline, or a run of empty ones."""

    step: Bucket | Gap
    grain: Grain

    @property
    def named(self) -> str:
        """`2021-01`; of a run of empty ones `2021-02 to 2021-05`."""
        first, last = label(self.step.first, self.grain), label(self.step.last, self.grain)
        return first if first == last else f"{first} to {last}"


class NoteRow(NamedTuple):
    """What the reader wrote, or the tags put on an article that has no note; `article` is None for a note on an actor,
    or where the article is gone."""

    text: str
    at: datetime | None
    kind: str
    """`article`, `passage`, `actor` or `tags`."""
    name: str
    """What it is about."""
    cite: str
    words: str = ""
    """Of a passage."""
    article: int | None = None
    tags: tuple[str, ...] = ()
    """Of the article."""


class CountRow(NamedTuple):
    """A name, a role or a companion of a dossier, with how often."""

    name: str
    number: int
    noun: str
    detail: str = ""


Row = ClaimRow | FigureRow | ArticleRow | StepRow | NoteRow | CountRow


class Part(NamedTuple):
    """Rows under a heading; they can be gone through once."""

    heading: str
    rows: Iterable[Row]


class Document(NamedTuple):
    """All that is exported. `articles` gives those of some numbers, for the forms that hold nothing else."""

    title: str
    about: tuple[str, ...]
    parts: Iterable[Part]
    articles: Callable[[Iterable[int]], Iterator[ArticleRow]]


def article_of(row: Row) -> int | None:
    """The article that a row stands on."""
    match row:
        case ClaimRow():
            return row.claim.article
        case FigureRow():
            return row.figure.article
        case ArticleRow():
            return row.card.number
        case NoteRow():
            return row.article
    return None
