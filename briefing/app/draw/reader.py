"""Rows of the reader: the lines of an article with its hits, names and times marked, numbers and days beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from textual.strip import Strip

from briefing.app.draw.cells import Piece, fit, width
from briefing.app.draw.ink import Ink
from briefing.app.draw.marks import layer, marked
from briefing.app.draw.wrap import Line
from briefing.model.article import Article
from briefing.model.hit import ArticleView
from briefing.model.text import Span

_GUTTER = 5
_DATES = 11


def indent(dated: bool) -> int:
    """Cells left of the text: the paragraph's number, before it a day where the pane is wide enough."""
    return _GUTTER + (_DATES if dated else 0)


def title_words(article: Article, paragraph: int, offset: int | None, hits: str, room: int, ink: Ink) -> str:
    """`FILE  p3 of 13 · 12%`; the share only where the reader has left the top."""
    total = len(article.text.paragraphs)
    share = "" if offset is None else f" {ink.glyphs.dot} {100 * offset // max(len(article.text.value), 1)}%"
    place = f"p{paragraph} of {total}{share}" if total else "empty"
    return f"{ink.cut(article.name, max(room - len(place) - len(hits) - 4, 8))}  {place}{hits}"


class ReaderRows:
    """One article at one width, with what is marked in it: the hits, and over them what the who pane points to."""

    def __init__(
        self,
        view: ArticleView,
        room: int,
        dated: bool,
        marked: tuple[Iterable[Span], Span | None],
        ink: Ink,
        folded_notes: frozenset[int] = frozenset(),
    ) -> None:
        self._view, self._room, self._dated, self._ink = view, room, dated, ink
        self._folded_notes = folded_notes
        """Paragraphs, from 1, whose notes are folded into a mark at the number."""
        look, findings = ink.look, view.findings
        hits, focus = marked
        mentions = [m.span for actor in findings.actors for m in actor.mentions] if findings else []
        times = [time.span for time in findings.times] if findings else []
        self._layers = [layer(mentions, look.mention), layer(times, look.time), layer(hits, look.hit)]
        if focus:
            self._layers.append(layer([focus], look.selected))

    def front(self, pieces: Sequence[Piece], room: int) -> Strip:
        """A line above the text: title, date, source."""
        text = self._ink.look.text
        return fit([(" " * indent(self._dated), text), *pieces], room, text)

    def row(self, line: Line, room: int) -> Strip:
        """A line of the text."""
        return fit(self._pieces(line), room, self._ink.look.text)

    def _pieces(self, line: Line) -> list[Piece]:
        ink = self._ink
        look, text = ink.look, self._view.article.text
        if line.is_gap and not line.first:
            return []
        if line.note:
            return [(" " * indent(self._dated), look.text), (line.note, look.muted)]
        paragraph = text.paragraphs[line.paragraph]
        mark = ink.glyphs.note if line.paragraph + 1 in self._folded_notes else " "
        number = f"{f'p{line.paragraph + 1}':>{_GUTTER - 1}}{mark}" if line.first else " " * _GUTTER
        pieces: list[Piece] = []
        if self._dated:
            pieces.append((f" {self._day(line):<{_DATES - 1}}" if line.first else " " * _DATES, look.date))
        pieces.append((number, look.paragraph))
        story = paragraph.region.is_story
        start, end = line.start, line.end
        shown = marked(text.value, start, end, look.text if story else look.muted, self._layers)
        # What a full line says is never pushed off its end by a longer spelling of a dash.
        full = width(ink.glyphs.plain(text.value[start:end])) > self._room
        spell = ink.glyphs.narrow if full else ink.glyphs.plain
        return pieces + [(spell(part), style) for part, style in shown]

    def _day(self, line: Line) -> str:
        """The first day that the paragraph's words name, for the wide layout's gutter."""
        view = self._view
        if not view.findings:
            return ""
        times = view.findings.times
        span = view.article.text.paragraphs[line.paragraph].span
        at = bisect_right([time.span.start for time in times], span.start - 1)
        for time in times[at:]:
            if time.span.start >= span.end:
                break
            if time.when.value and time.when.earliest and time.when.earliest == time.when.latest:
                return time.when.earliest.isoformat()
        return ""
