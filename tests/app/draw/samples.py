"""Looks, articles and strategies that the drawing tests share."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from hypothesis import strategies as st
from rich.cells import cell_len
from textual.strip import Strip

from briefing.app.draw.cells import Piece
from briefing.app.draw.glyphs import ASCII, UNICODE
from briefing.app.draw.ink import Ink
from briefing.app.looks import Look, look_of
from briefing.model.actor import Actor, ActorType, Findings, Mention, actor_id
from briefing.model.article import Article, DateSource, Published, YearGuess, article_id
from briefing.model.hit import ArticleView, Card
from briefing.model.text import Paragraph, Region, Span, Text
from briefing.model.when import Anchor, Precision, TimeExpression, When
from briefing.settings.assets import folder
from briefing.settings.themes import read_theme


def look(theme: str = "dark") -> Look:
    return look_of(read_theme(folder("themes") / f"{theme}.toml"))


INK = Ink(look(), UNICODE)
ASCII_INK = Ink(look("mono"), ASCII)
INKS = st.sampled_from((INK, ASCII_INK))

NARROW = "abcxyz AEIOU .,-'\"019"
WIDE = "日本語한국アイ"
MARKS = "\u0301\u0308\u0323"
PICTURES = "👍🎉🐱"
DRAWN = "│─┬┴█▌●◐○…×·“”–"
RIGHT_TO_LEFT = "שלוםمرحبا"
JOINED = "👨\u200d👩\u200d👧❤\ufe0f"
LETTERS = st.sampled_from(NARROW * 3 + WIDE + MARKS + PICTURES + DRAWN + RIGHT_TO_LEFT + JOINED)
ANY_TEXT = st.text(LETTERS, max_size=120)
"""One line of what clean text may hold, and the joiners it may not."""


def cells(text: str) -> int:
    """The width by which everything is laid out: character by character."""
    return sum(cell_len(character) for character in text)


def plain(strip: Strip) -> str:
    return "".join(segment.text for segment in strip)


def words(pieces: list[Piece] | tuple[Piece, ...]) -> str:
    return "".join(text for text, _ in pieces)


def text_of(*paragraphs: str, regions: dict[int, Region] | None = None) -> Text:
    """A text of these paragraphs, two newlines between."""
    made: list[Paragraph] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        made.append(Paragraph(Span(at, at + len(paragraph)), (regions or {}).get(number, Region.BODY)))
        at += len(paragraph) + 2
    return Text("\n\n".join(paragraphs), tuple(made))


PUBLISHED = Published(date(2021, 1, 23), DateSource.HEADER, "date 2021-01-23", time(14, 30), 0)


def article_of(
    *paragraphs: str,
    title: str = "Council votes",
    published: Published | None = PUBLISHED,
    guess: YearGuess | None = None,
    source: str = "The Gazette",
    byline: str = "",
    derived: bool = False,
    regions: dict[int, Region] | None = None,
    notes: tuple[str, ...] = (),
) -> Article:
    text = text_of(*paragraphs, regions=regions)
    return Article(
        article_id("a.txt", ""), "a.txt", "", title, derived, text, published, guess, source, byline, notes=notes
    )  # fmt: skip


def view_of(*paragraphs: str, findings: Findings | None = None, **about: Any) -> ArticleView:
    return ArticleView(1, article_of(*paragraphs, **about), findings)


def card_of(number: int = 1, title: str = "Council votes on the harbour", dated: bool = True, source: str = "Gazette",
            guess: int | None = None) -> Card:  # fmt: skip
    name, published = f"{number}.txt", PUBLISHED if dated else None
    return Card(number, article_id(name, ""), name, title, False, published, guess, source, "en", 120)


def actor_of(
    name: str, kind: ActorType, *spans: tuple[int, int], aliases: tuple[str, ...] = (), role: str = ""
) -> Actor:
    mentions = tuple(Mention(Span(start, end), name) for start, end in spans)
    return Actor(actor_id(name, kind), name, kind, aliases, (), role, mentions)


def time_of(start: int, surface: str, value: str | None, precision: Precision = Precision.DAY, day: date | None = None,
            guess: str | None = None, anchor: Anchor = Anchor.EXPLICIT) -> TimeExpression:  # fmt: skip
    when = When(value, precision, day, day)
    return TimeExpression(Span(start, start + len(surface)), surface, surface, when, anchor, guess)
