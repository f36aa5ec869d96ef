"""What a reader asks for, as a tree that every engine translates.

The text leaves (Term, Prefix, Fuzzy, Phrase) hold folded tokens as `search.tokens` makes them. A Fact is answered by
the store with a set of article numbers and never reaches an engine as anything else.
"""

from __future__ import annotations

from datetime import date

from briefing.model.enumeration import StrEnum
from briefing.model.frozen import frozen


class Scope(StrEnum):
    """Where a text leaf looks: TEXT is title and story, TITLE the title, ALL also bylines, credits and links."""

    TEXT = "text"
    TITLE = "title"
    ALL = "all"


@frozen
class Term:
    token: str
    scope: Scope = Scope.TEXT


@frozen
class Prefix:
    token: str
    scope: Scope = Scope.TEXT


@frozen
class Fuzzy:
    """Tokens within `distance` edits (1 or 2)."""

    token: str
    distance: int = 1
    scope: Scope = Scope.TEXT


@frozen
class Phrase:
    """Tokens near each other, never across a paragraph. Slop 0: side by side, in order. See `search.match`."""

    tokens: tuple[str, ...]
    slop: int = 0
    scope: Scope = Scope.TEXT
    open_end: bool = False
    """While typing: the last token is a prefix. Not of words that are only near each other."""

    @property
    def goes_on(self) -> bool:
        """Whether the last token stands for all words that begin with it."""
        return self.open_end and not self.slop


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
    ADDED = "added"
    TAG = "tag"
    HAS = "has"


@frozen
class Period:
    """Days, both ends included; None is open."""

    earliest: date | None
    latest: date | None


@frozen
class Fact:
    """A question for the store: a folded value, or a period for `pub:` and `on:`."""

    field: FactField
    value: str = ""
    period: Period | None = None


@frozen
class And:
    parts: tuple[Node, ...]


@frozen
class Or:
    parts: tuple[Node, ...]


@frozen
class Not:
    part: Node


@frozen
class Everything:
    """The empty query."""


Leaf = Term | Prefix | Fuzzy | Phrase
Node = Leaf | Fact | And | Or | Not | Everything


@frozen
class SearchQuery:
    """A query read once; `unfinished` says what a half-typed query was taken for ("open quote")."""

    raw: str
    tree: Node
    unfinished: str = ""

    @property
    def is_everything(self) -> bool:
        return isinstance(self.tree, Everything)
