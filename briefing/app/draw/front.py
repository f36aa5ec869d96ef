"""The lines above an article's text: title, date with the words that gave it, source, tags, notes, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.app.draw.cells import Piece, width
from briefing.app.draw.ink import Ink
from briefing.app.draw.labels import NO_LABELS, Labels, note_rows
from briefing.app.draw.wrap import break_lines
from briefing.model.article import Article
from briefing.model.wording import counted

_TITLE_LINES = 3
_TAG_LINES = 3


def front_lines(
    article: Article, room: int, ink: Ink, labels: Labels = NO_LABELS, folded: bool = False
) -> list[list[Piece]]:
    """Lines of at most `room` cells. A derived title is not repeated: the text begins with it. Notes that are `folded`
    are only counted."""
    look, glyphs = ink.look, ink.glyphs
    lines: list[list[Piece]] = []
    if not article.title_derived:
        title = article.title[: room * _TITLE_LINES]
        for start, end in list(break_lines(title, 0, len(title), room))[:_TITLE_LINES]:
            lines.append([(glyphs.plain(title[start:end]), look.unread)])
    day = date_line(article)
    facts: list[Piece] = [
        (
            ink.cut(day if width(day) <= room else day.partition(" (")[0], room),
            look.date if article.published else look.guess,
        ),
        ("no title in the file" if article.title_derived else "", look.muted),
        (ink.cut(article.source, 30), look.source),
        (ink.cut(article.byline, 40), look.muted),
    ]
    lines += _filled([fact for fact in facts if fact[0]], room, ink)
    for note in article.notes:
        lines.append([(ink.cut(f"! {note}", room), look.error)])
    if labels.tags:
        lines += _tag_lines(labels.tags, room, ink)
    lines += [[(line, look.muted)] for line in _note_lines(labels, room, ink, folded)]
    lines.append([])
    return lines


def _tag_lines(tags: Sequence[str], room: int, ink: Ink) -> list[list[Piece]]:
    text = " ".join("#" + ink.glyphs.plain(tag).replace(" ", "-") for tag in tags)
    return [[(text[a:b], ink.look.source)] for a, b in list(break_lines(text, 0, len(text), room))[:_TAG_LINES]]


def _note_lines(labels: Labels, room: int, ink: Ink, folded: bool) -> Iterator[str]:
    if folded and labels.notes:
        yield ink.cut(f"{ink.glyphs.note} {counted(len(labels.notes), 'note')} folded: E shows them", room)
    elif labels.notes:
        yield from note_rows([each for each in labels.notes if not each.paragraph], room, ink)


def _filled(facts: list[Piece], room: int, ink: Ink) -> list[list[Piece]]:
    """Facts with dots between, on as many lines as they need."""
    lines: list[list[Piece]] = [[]]
    for fact in facts:
        if lines[-1] and sum(width(text) + 3 for text, _ in lines[-1]) + width(fact[0]) > room:
            lines.append([])
        lines[-1].append(fact)
    return [ink.dotted(line) for line in lines]


def date_line(article: Article) -> str:
    """`2021-01-23 Sat 14:30 (header: “date 2021-01-23”)`, or that there is none."""
    published, guess = article.published, article.year_guess
    if published is None:
        return f"no publication date · {guess.year}~ guessed from “{guess.words}”" if guess else "no publication date"
    day = f"{published.day.isoformat()} {published.day:%a}"
    if published.clock:
        day += f" {published.clock:%H:%M}{_zone(published.offset_minutes)}"
    words = f": “{published.words.strip()}”" if published.words.strip() else ""
    return f"{day} ({published.source.value}{words})"


def _zone(minutes: int | None) -> str:
    if minutes is None:
        return ""
    if not minutes:
        return " UTC"
    sign = "+" if minutes > 0 else "-"
    return f" {sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
