"""What may be meant by a query that finds nothing, and how one that is being typed may go on."""

from __future__ import annotations

from typing import NamedTuple


class Suggestion(NamedTuple):
    """Another query, and how many articles it finds: at least one."""

    text: str
    articles: int


class Completion(NamedTuple):
    """The query as it would be then, and what is shown of it."""

    text: str
    label: str
