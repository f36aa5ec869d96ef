"""The reader: one article, wrapped at its width as far as somebody looks, with hits, mentions and times marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext

from textual.strip import Strip

from briefing.app.draw.cells import Piece, fit
from briefing.app.draw.front import front_lines
from briefing.app.draw.ink import Ink
from briefing.app.draw.labels import NO_LABELS, Labels, Noted, notes_below
from briefing.app.draw.reader import ReaderRows, indent, title_words
from briefing.app.draw.wrap import Lines
from briefing.model.actor import Actor
from briefing.model.article import Article
from briefing.model.hit import ArticleView
from briefing.model.text import Span

WIDEST = 80


class ReaderPane:
    """One article and a place in it. Lines above the text (title, date) scroll with it."""

    def __init__(self, ink: Ink, labels: Callable[[Article], Labels] = lambda _: NO_LABELS) -> None:
        self._ink = ink
        self._labels_of = labels
        self._labels = NO_LABELS
        self.notes_folded = False
        self.view: ArticleView | None = None
        self.top = 0
        self.hits: Sequence[Span] = ()
        self.hit = -1
        """The hit that `n` stands on; -1 before the first."""
        self.focus: Span | None = None
        """The sentence or mention that the who pane points to."""
        self.actor: Actor | None = None
        """The actor whose mentions are walked."""
        self.folded = False
        self.only_hits = False
        self.widest = WIDEST
        self._room = WIDEST
        self._height = 1
        self._dated = False
        self._lines: Lines | None = None
        self._front: list[list[Piece]] = []
        self._rows: ReaderRows | None = None
        self._prepared = False
        self._kept: tuple[int, int] | None = None
        """The row and the offset that the last resize left at the top."""

    def dress(self, ink: Ink) -> None:
        """Another theme."""
        self._ink = ink
        self._prepared = False

    def show(self, view: ArticleView | None, hits: Sequence[Span] = ()) -> None:
        """Another article, from its top."""
        self.view, self.hits, self.hit = view, hits, -1
        self.top, self.focus, self.actor, self.only_hits = 0, None, None, False
        self._kept = None
        self._labels = self._labels_of(view.article) if view else NO_LABELS
        self._stale()

    def relabel(self) -> bool:
        """The reader's tags or notes may have changed; False where those of this article have not."""
        before, now = self._labels, self._labels_of(self.view.article) if self.view else NO_LABELS
        with self._place_kept() if now != before else nullcontext():
            self._labels = now
        return now != before

    def fold_notes(self, folded: bool) -> None:
        """Notes as a mark at their paragraph, or in full."""
        with self._place_kept():
            self.notes_folded = folded

    @property
    def notes(self) -> Sequence[Noted]:
        """The reader's notes on what is open."""
        return self._labels.notes

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """What is drawn between the lines changes; the text at the top stays."""
        offset = self._offset_below_front
        yield
        self._stale()
        self._put_at_top(offset)

    def update(self, view: ArticleView) -> None:
        """The same article with more known about it; the place stays."""
        self.view = view
        self._prepared = False

    def renew(self, view: ArticleView, hits: Sequence[Span]) -> None:
        """The same article with another text: the same paragraph and line stay at the top."""
        paragraph, line = self.paragraph - 1, self.line_in_paragraph
        folded = self.folded
        self.show(view, hits)
        self.folded = folded
        self.come_back(max(paragraph, 0), line)

    def set_hits(self, hits: Sequence[Span]) -> None:
        self.hits, self.hit = hits, -1
        self._prepared = False
        if self.only_hits:
            self._stale()

    def _stale(self) -> None:
        self._lines = None
        self._prepared = False

    def fit_to(self, width: int, height: int, dated: bool) -> None:
        """The pane's inner size. A new width keeps the text at the top in its place."""
        room = max(min(self.widest, width - indent(dated) - 1), 10)
        if dated != self._dated:
            self._dated, self._rows = dated, None
        if (room, height) == (self._room, self._height):
            return
        # Resized back and forth without a key between, the text is where it was.
        offset = self._kept[1] if self._kept and self._kept[0] == self.top else self._offset_below_front
        if room != self._room:
            self._stale()
        self._room, self._height = room, height
        self._put_at_top(offset)

    def fold(self, folded: bool) -> None:
        with self._place_kept():
            self.folded = folded

    @property
    def _offset_below_front(self) -> int:
        """The offset at the top, or -1 while lines above the text are in sight."""
        return self.offset if self._made() and self.top >= len(self._front) else -1

    def _put_at_top(self, offset: int) -> None:
        lines = self._made()
        if lines is None:
            return
        if offset >= 0:
            self.top = lines.row_of(offset) + len(self._front)
        self.scroll(0)
        self._kept = (self.top, offset)

    def show_only_hits(self, only: bool) -> None:
        self.only_hits = only
        self.top = 0
        self._stale()

    def _made(self) -> Lines | None:
        if self.view is None:
            return None
        self._prepare()
        if self._lines is None:
            below = {} if self.notes_folded else notes_below(self._labels, self._room, self._ink)
            self._lines = Lines(self.view.article.text, self._room, self._hidden(), below)
        return self._lines

    def _hidden(self) -> frozenset[int]:
        assert self.view is not None
        text = self.view.article.text
        hidden: set[int] = set()
        if self.folded:
            hidden |= {at for at, p in enumerate(text.paragraphs) if not p.region.is_story}
        if self.only_hits and self.hits:
            held = {text.paragraph_at(span.start) for span in self.hits}
            hidden |= set(range(len(text.paragraphs))) - held
        return frozenset(hidden)

    @property
    def offset(self) -> int:
        """The text offset at the top of the pane."""
        lines = self._made()
        return lines.seen(max(self.top - len(self._front), 0)).start if lines else 0

    @property
    def paragraph(self) -> int:
        """The number of the paragraph at the top, from one."""
        return self.view.article.text.paragraph_at(self.offset) + 1 if self.view else 0

    def scroll(self, by: int) -> bool:
        """Scrolls by lines; False where nothing moved."""
        lines = self._made()
        if lines is None:
            return False
        before = self.top
        self.top = lines.clamp(self.top + by, self._height, len(self._front))
        return self.top != before

    def page(self, pages: float) -> bool:
        return self.scroll(round(pages * max(self._height - 1, 1)))

    def go_top(self) -> None:
        self.top = 0

    def go_bottom(self) -> None:
        lines = self._made()
        if lines:
            self.scroll(lines.last())

    def go_to_offset(self, offset: int) -> None:
        """Brings the line of `offset` to the top third."""
        lines = self._made()
        if lines:
            row = lines.row_of(offset) + len(self._front)
            self.top = 0
            self.scroll(max(row - self._height // 3, 0))

    def reveal(self, span: Span) -> None:
        """Scrolls only if the span is out of sight."""
        lines = self._made()
        if lines is None:
            return
        row = lines.row_of(span.start) + len(self._front)
        if not self.top <= row < self.top + self._height - 1:
            self.go_to_offset(span.start)

    def go_to_paragraph(self, number: int) -> None:
        if self.view and self.view.article.text.paragraphs:
            paragraphs = self.view.article.text.paragraphs
            at = paragraphs[max(min(number, len(paragraphs)) - 1, 0)].span.start
            lines = self._made()
            if lines:
                self.top = 0
                self.scroll(lines.row_of(at) + len(self._front) if number > 1 else 0)

    @property
    def line_in_paragraph(self) -> int:
        """How many lines of its paragraph are above the top of the pane; -1 where the gap before it is at the top."""
        lines = self._made()
        if lines is None or self.view is None or not self.view.article.text.paragraphs:
            return 0
        row = max(self.top - len(self._front), 0)
        start = self.view.article.text.paragraphs[self.paragraph - 1].span.start
        return max(row - lines.row_of(start), -1)

    def come_back(self, paragraph: int, line: int) -> None:
        """The place of last time: a paragraph's index and a line of it."""
        if (paragraph or line) and self.view and paragraph < len(self.view.article.text.paragraphs):
            self.go_to_paragraph(paragraph + 1)
            if line:
                self.scroll(line)

    def point_at(self, span: Span, actor: Actor | None = None) -> None:
        """Marks a mention or a sentence and brings it into sight."""
        self.focus, self.actor = span, actor
        self._prepared = False
        self.reveal(span)

    def step_hit(self, by: int) -> bool:
        """The next or previous hit; False at the end of the article."""
        if not self.hits:
            return False
        if self.hit < 0:
            here = bisect_left([span.start for span in self.hits], self.offset if self.top else 0)
            wanted = here if by > 0 else here - 1
        else:
            wanted = self.hit + by
        if not 0 <= wanted < len(self.hits):
            return False
        self.go_to_hit(wanted)
        return True

    def go_to_hit(self, at: int) -> None:
        """Stands on hit `at`; -1 is the last."""
        if self.hits:
            self.hit = at % len(self.hits)
            self.focus = self.hits[self.hit]
            self._prepared = False
            self.reveal(self.focus)

    def title(self, room: int) -> str:
        """`FILE  p3 of 13 · 12%`."""
        if self.view is None:
            return ""
        hits = f"  hit {self.hit + 1} of {len(self.hits)}" if self.hits and self.hit >= 0 else ""
        return title_words(self.view.article, self.paragraph, self.offset if self.top else None, hits, room, self._ink)

    def _prepare(self) -> None:
        if not self._prepared and self.view is not None:
            self._prepared = True
            self._front = front_lines(self.view.article, self._room, self._ink, self._labels, self.notes_folded)
            self._rows = None

    def lines(self, height: int, room: int) -> list[Strip]:
        """The pane's rows below its title."""
        made, ink = self._made(), self._ink
        if made is None or self.view is None:
            return [fit([], room, ink.look.text)] * height
        if self._rows is None:
            noted = self._labels.noted if self.notes_folded else frozenset[int]()
            self._rows = ReaderRows(self.view, self._room, self._dated, (self.hits, self.focus), ink, noted)
        front = len(self._front)
        strips = [self._rows.front(pieces, room) for pieces in self._front[self.top :][:height]]
        window = made.window(max(self.top - front, 0), height - len(strips))
        strips += [self._rows.row(line, room) for line in window]
        return strips + [fit([], room, ink.look.text)] * (height - len(strips))
