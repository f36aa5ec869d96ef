"""The seam between a question and an index. Every engine passes `tests/contract/test_engine.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from briefing.model.frozen import frozen
from briefing.model.hit import SearchPage
from briefing.model.numbers import Numbers
from briefing.model.order import Order
from briefing.model.query import Fact, Node, Scope
from briefing.model.typed import Protocol

Stop = Callable[[], bool]
"""Asked between chunks of work; True means that nobody waits for the answer any more."""


def never() -> bool:
    """The `Stop` of a caller that waits for everything."""
    return False


@frozen
class IndexedText:
    """What an index gets to know of one article: its number in the store and what the file says."""

    number: int
    title: str
    story: tuple[str, ...]
    """Paragraphs searched by default."""
    rest: tuple[str, ...] = ()
    """Paragraphs searched with `in:all` only."""
    newest: int = 0
    """Where it stands newest first: the store's key, the lower the earlier; ties go by number."""
    oldest: int = 0
    """The same, oldest first."""


@frozen
class Batch:
    """Articles to add (an article already there is replaced) and numbers to remove, committed as one generation."""

    generation: int
    add: Iterable[IndexedText] = ()
    remove: Sequence[int] = ()


@frozen
class Request:
    """One question. `facts` holds the store's answer to every Fact of the tree.

    `rank`, where given, orders the hits: `rank[number]` ascending, no scores needed; without it hits come by relevance,
    those of equal scores newest first by the key they were indexed with.
    `order` says what `rank` is, where each article's key is the one it was indexed with: an engine that keeps the keys
    then need not read the rank. `limit` hits at most are returned, the total counts all.
    """

    tree: Node
    facts: Mapping[Fact, Numbers] = MappingProxyType({})
    everything: Numbers = Numbers()
    """All article numbers of the store: what a query of facts or negations alone is taken from."""
    rank: Sequence[int] | None = None
    limit: int = 200
    deadline: float | None = None
    """Seconds of wall time after which a partial page may end the answer; None waits for the exact one."""
    order: Order | None = None


@frozen
class WordsAsk:
    """Index words that begin with `start`, most frequent first; or near it, with `distance` > 0."""

    start: str
    scope: Scope = Scope.TEXT
    distance: int = 0
    limit: int = 20


@frozen
class EngineVersion:
    """`generation` is the last one committed (0: nothing yet); `documents` counts live articles."""

    name: str
    format: int
    generation: int
    documents: int


class SearchEngine(Protocol):
    """An index of texts under numbers. A reader sees the last commit at the time of each `search`."""

    def write(self, batch: Batch) -> None:
        """Adds and removes, then commits, durably, with the batch's generation."""
        ...

    def search(self, request: Request, stop: Stop = never) -> Iterator[SearchPage]:
        """Partial pages first, if any; the exact one last. Ends without one when stopped."""
        ...

    def matching(self, request: Request, stop: Stop = never) -> Numbers:
        """All articles that match, without order, limit and deadline; none when stopped."""
        ...

    def words(self, ask: WordsAsk) -> Sequence[str]:
        """Folded tokens of the index."""
        ...

    def version(self) -> EngineVersion: ...

    def close(self) -> None: ...
