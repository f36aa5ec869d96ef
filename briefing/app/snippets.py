"""Words around the best hit, for the rows on screen: the first come with the answer, more as rows come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.app.desk import Desk
    from briefing.app.messages import Snipped
    from briefing.model.hit import Snippet
    from briefing.model.query import SearchQuery


class Snippets:
    """Which snippets were asked for, and for what width."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wanted: set[int] = set()
        self._width = 0

    def read(self, numbers: Sequence[int], query: SearchQuery) -> dict[int, Snippet]:
        """In a worker: the snippets of these articles."""
        return self._desk.app.library.snippets(numbers, query, self._desk.snippet_width)

    def begin(self, snippets: Mapping[int, Snippet]) -> None:
        """Those of another answer."""
        self._desk.articles.snippets = snippets
        self._wanted = set(snippets)

    def want(self, numbers: Iterable[int], turn: int, query: SearchQuery) -> None:
        """Asks for those that were not asked for yet."""
        missing = [number for number in numbers if number not in self._wanted]
        if not missing:
            return
        self._wanted.update(missing)
        desk = self._desk

        def work() -> None:
            from briefing.app.messages import Snipped

            desk.post_message(Snipped(turn, self.read(missing, query)))

        desk.run_worker(work, thread=True, group="snippets", exit_on_error=False)

    def fit(self, width: int) -> bool:
        """The list has another width: snippets of the old one would be cut, or leave room. True if some were asked."""
        if self._width == width:
            return False
        self._width = width
        asked, self._wanted = bool(self._wanted), set()
        return asked

    def show(self, event: Snipped) -> None:
        """Snippets have come."""
        desk = self._desk
        desk.articles.snippets = {**desk.articles.snippets, **event.snippets}
        desk.repaint(PaneName.LIST)
