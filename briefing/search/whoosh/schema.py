"""The fields of the index as Whoosh knows them. Nothing is stored: the texts are in the library's store."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from briefing.model.typed import Any
from briefing.search.tokens import positions
from briefing.search.whoosh.terms import BREAKS
from briefing.search.whoosh.upstream import columns, fields, formats


class Places(formats.Format):  # type: ignore[misc]
    """How Whoosh's own queries read our positions."""

    def __init__(self) -> None:
        super().__init__(field_boost=1.0)

    def supports(self, name: str) -> bool:
        """Frequencies and positions."""
        return name in ("frequency", "weight", "positions")

    def fixed_value_size(self) -> None:
        """Values differ in size."""

    def decode_frequency(self, value: bytes) -> int:
        """How often the word is in the document."""
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        """The same; no word has a weight of its own."""
        return float(len(value) // 4)

    def decode_positions(self, value: bytes) -> list[int]:
        """Positions of one document."""
        return array("I", value).tolist()


class Passage:
    """The paragraphs of one field, from a position on; `end` is the first position after them, once they are read."""

    __slots__ = ("end", "first", "paragraphs")

    def __init__(self, paragraphs: Sequence[str], first: int = 0) -> None:
        self.paragraphs, self.first, self.end = paragraphs, first, first


class Words(fields.FieldType):  # type: ignore[misc]
    """Paragraphs, read by `search.tokens`. A free position lies between two, and is kept too."""

    def __init__(self) -> None:
        super().__init__(Places(), None, scorable=True)

    def index(self, value: Passage, **_: Any) -> Iterator[tuple[str, int, float, list[int]]]:
        """Word, frequency, weight and positions, for the writer's pool."""
        found: dict[str, list[int]] = {}
        breaks: list[int] = []
        at = value.first
        for paragraph in value.paragraphs:
            if at > value.first:
                breaks.append(at)
                at += 1
            at = positions(paragraph, found, at)
        value.end = at
        if breaks:
            yield BREAKS, 0, 1.0, breaks
        for word, places in found.items():
            yield word, len(places), 1.0, places

    def to_bytes(self, value: str | bytes) -> bytes:
        """Words are kept in UTF-8."""
        return value if isinstance(value, bytes) else value.encode()

    def from_bytes(self, value: bytes) -> str:
        """And read from it."""
        return value.decode()


class Number(fields.FieldType):  # type: ignore[misc]
    """The article's number in the store, a column."""

    indexed = False

    def __init__(self) -> None:
        super().__init__(None, None)
        self.column_type = columns.NumericColumn("I")

    def to_column_value(self, value: int) -> int:
        """As it is."""
        return value


def schema() -> fields.Schema:
    """A fresh one, since Whoosh's writers keep theirs."""
    return fields.Schema(number=Number(), title=Words(), story=Words(), rest=Words())
