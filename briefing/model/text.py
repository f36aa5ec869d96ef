"""Text that is safe to show, and places in it."""

from __future__ import annotations

from briefing.model.enumeration import StrEnum
from briefing.model.frozen import frozen


@frozen
class Span:
    """A half-open range of code points, `[start, end)`, of some `Text.value`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def __lt__(self, other: Span) -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, value: str) -> str:
        return value[self.start : self.end]


class Region(StrEnum):
    """What a paragraph is for. All but BODY, HEADING, TABLE and LIST are outside extraction and plain search."""

    BODY = "body"
    HEADING = "heading"
    TABLE = "table"
    LIST = "list"
    BYLINE = "byline"
    CREDIT = "credit"
    LINK = "link"
    BOILERPLATE = "boilerplate"

    @property
    def is_story(self) -> bool:
        return self in _STORY


_STORY = frozenset({Region.BODY, Region.HEADING, Region.TABLE, Region.LIST})


@frozen
class Paragraph:
    """One numbered paragraph; its number is its index in `Text.paragraphs` plus one, whatever is folded."""

    span: Span
    region: Region = Region.BODY


@frozen
class OffsetMap:
    """Where clean text came from: piecewise linear, `here[i]` in the text is `there[i]` in the decoded source."""

    here: tuple[int, ...] = (0,)
    there: tuple[int, ...] = (0,)

    def to_source(self, offset: int) -> int:
        """The source offset of a text offset; between two breakpoints both sides advance alike."""
        from bisect import bisect_right

        at = max(bisect_right(self.here, offset) - 1, 0)
        return self.there[at] + (offset - self.here[at])

    def span_to_source(self, span: Span) -> Span:
        """End is mapped through the last character, so that text dropped after it stays outside."""
        if not len(span):
            start = self.to_source(span.start)
            return Span(start, start)
        return Span(self.to_source(span.start), self.to_source(span.end - 1) + 1)


@frozen
class Text:
    """Clean text: no control characters but newline, no bidi controls, NFC. Made by `briefing.formats.clean` only."""

    value: str
    paragraphs: tuple[Paragraph, ...]
    origin: OffsetMap = OffsetMap()

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that holds `offset`, or of the last one before it."""
        from bisect import bisect_right

        at = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.span.start)
        return max(at - 1, 0)

    def story(self) -> tuple[str, ...]:
        """The paragraphs that are searched and extracted by default."""
        return tuple(p.span.of(self.value) for p in self.paragraphs if p.region.is_story)

    def rest(self) -> tuple[str, ...]:
        """Bylines, credits, links and boilerplate: searched with `in:all` only."""
        return tuple(p.span.of(self.value) for p in self.paragraphs if not p.region.is_story)
