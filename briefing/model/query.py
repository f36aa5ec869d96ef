"""What a reader asks for, as a tree that every engine translates.

The text leaves (Term, Prefix, Fuzzy, Phrase) hold folded tokens as `search.tokens` makes them. A Fact is answered by
the store with a set of article numbers and never reaches an engine as anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    """Where a text leaf looks: TEXT is title and story, TITLE the title, ALL also bylines, credits and links."""

    TEXT = "text"
    TITLE = "title"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Term:
    token: str
    scope: Scope = Scope.TEXT


@dataclass(frozen=True, slots=True)
class Prefix:
    token: str
    scope: Scope = Scope.TEXT


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Tokens within `distance` edits (1 or 2)."""

    token: str
    distance: int = 1
    scope: Scope = Scope.TEXT


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens near each other, never across a paragraph. Slop 0: side by side, in order. See `search.match`."""

    tokens: tuple[str, ...]
    slop: int = 0
    scope: Scope = Scope.TEXT
    open_end: bool = False
    """While typing: the last token is a prefix."""


class FactField(StrEnum):
    WHO = "who"
    PLACE = "place"
    SOURCE = "source"
    PATH = "path"
    LANG = "lang"
    PUB = "pub"
    ON = "on"
    IS = "is"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both ends included; None is open."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A question for the store: a folded value, or a period for `pub:` and `on:`."""

    field: FactField
    value: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """The empty query."""


Leaf = Term | Prefix | Fuzzy | Phrase
Node = Leaf | Fact | And | Or | Not | Everything


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query read once; `unfinished` says what a half-typed query was taken for ("open quote")."""

    raw: str
    tree: Node
    unfinished: str = ""

    @property
    def is_everything(self) -> bool:
        return isinstance(self.tree, Everything)
