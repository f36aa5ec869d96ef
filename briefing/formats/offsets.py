"""Building a text out of pieces of another one, with the exact way back."""

from __future__ import annotations

from bisect import bisect_right

from briefing.model.text import OffsetMap

IDENTITY = OffsetMap()


class Assembly:
    """A text put together from a source, in order, and the map of its offsets back to that source."""

    __slots__ = ("_here", "_length", "_parts", "_there", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts: list[str] = []
        self._length = 0
        self._here = [0]
        self._there = [0]

    def __len__(self) -> int:
        return self._length

    def copy(self, start: int, end: int) -> None:
        """Take `source[start:end]` as it is."""
        if start < end:
            self._mark(start)
            self._parts.append(self.source[start:end])
            self._length += end - start

    def write(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for `source[start:end]`; what is longer than the source stays on its last character."""
        if not text:
            return
        alike = min(len(text), max(end - start, 1))
        self._mark(start)
        self._length += alike
        for _ in range(len(text) - alike):
            self._mark(max(start, end - 1))
            self._length += 1
        self._parts.append(text)

    def finish(self) -> tuple[str, OffsetMap]:
        """The text and its map."""
        return "".join(self._parts), OffsetMap(tuple(self._here), tuple(self._there))

    def _mark(self, there: int) -> None:
        if self._there[-1] + self._length - self._here[-1] == there:
            return
        if self._here[-1] == self._length:
            self._there[-1] = there
        else:
            self._here.append(self._length)
            self._there.append(there)


def chain(outer: OffsetMap, inner: OffsetMap, length: int) -> OffsetMap:
    """The map of a text of `length` made through `outer` from a text that was itself made through `inner`."""
    if inner == IDENTITY:
        return outer
    here: list[int] = []
    there: list[int] = []

    def add(offset: int, source: int) -> None:
        if here and there[-1] + offset - here[-1] == source:
            return
        here.append(offset)
        there.append(source)

    for number, (offset, middle) in enumerate(zip(outer.here, outer.there, strict=True)):
        end = outer.here[number + 1] if number + 1 < len(outer.here) else length
        at = bisect_right(inner.here, middle) - 1
        add(offset, inner.there[at] + middle - inner.here[at])
        at += 1
        while at < len(inner.here) and offset + inner.here[at] - middle < end:
            add(offset + inner.here[at] - middle, inner.there[at])
            at += 1
    return OffsetMap(tuple(here), tuple(there))
