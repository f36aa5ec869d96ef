"""Hits in the articles found, counted after the answer is shown: for the bar, and for `hit 7 of 31`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.app.desk import Desk
    from briefing.app.messages import HitsCounted
    from briefing.model.query import SearchQuery
    from briefing.model.story import Folded
    from briefing.search.engine import Stop

_COUNTED = 300
"""Articles whose hits are counted."""


class Hits:
    """The counts of one answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._counts: Mapping[int, int] = {}
        self._complete = False

    def forget(self) -> None:
        """Another answer is shown."""
        self._counts, self._complete = {}, False

    def work(self, turn: int, query: SearchQuery, found: Folded, stop: Stop) -> None:
        """In a worker; what a copy repeats is not counted again."""
        from briefing.app.messages import HitsCounted

        library = self._desk.app.library
        counts: dict[int, int] = {}
        for number in found.rows[:_COUNTED]:
            if stop():
                return
            view = library.open(number)
            counts[number] = len(library.hits(view.article, query)) if view else 0
        self._desk.post_message(HitsCounted(turn, counts, len(counts) == found.total))

    def show(self, event: HitsCounted) -> str:
        """What the bar says of them."""
        self._counts, self._complete = event.counts, event.complete
        total = sum(event.counts.values())
        # A question of fields alone has none.
        return "" if not total else counted(total, "hit") if event.complete else f"{total:,}+ hits"

    def words(self) -> str:
        """`hit 7 of 31 in 4 articles`."""
        desk = self._desk
        here, reader = desk.reader.view, desk.reader
        if not self._counts or here is None or here.number not in self._counts:
            return f"hit {reader.hit + 1} of {len(reader.hits)}"
        before = 0
        for number, count in self._counts.items():
            if number == here.number:
                break
            before += count
        more = "" if self._complete else "+"
        among = sum(1 for count in self._counts.values() if count)
        return f"hit {before + reader.hit + 1} of {sum(self._counts.values())}{more} in {among}{more} articles"
