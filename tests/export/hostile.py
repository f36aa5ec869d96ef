"""Rows whose every word wants to be more than a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from briefing.export.rows import ArticleRow, ClaimRow, CountRow, Document, FigureRow, NoteRow, Part, Row, StepRow
from briefing.model.actor import ActorId, ActorType, Certainty
from briefing.model.article import ArticleId, DateSource, Published
from briefing.model.claim import Claim, FigureClaim
from briefing.model.grain import Grain
from briefing.model.hit import Card
from briefing.model.text import Span
from briefing.model.timeline import Bucket, Gap
from briefing.model.when import Anchor, Precision, When

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
WORDS = (
    "plain words",
    "<script>alert(1)</script>",
    "</style></title></li><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://x\")",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    'a "quoted", comma; semicolon\\ and more',
    "line\r\nBEGIN:VEVENT\nand\u2028on\x85the next",
    "\x1b]52;c;aGk=\x07\x1b[31mred\x00\x9b31m",
    "right \u202eto left\u202c",
    "[link](javascript:alert(1)) *bold* _it_ `code` ~~no~~ # head | cell &amp; &lt;",
    "1. one",
    "- item",
    "> quote",
    "ER  - \r\nTY  - BOOK",
    "ünïcödé 日本語 " * 20,
    "",
)  # fmt: skip


def claim(words: str, at: int = 0, when: When | None = None, guess: str = "") -> Claim:
    """A claim that says these words wherever it can."""
    when = when or When("2021-01-22", Precision.DAY, date(2021, 1, 22), date(2021, 1, 22))
    return Claim(
        7, f"{words}.txt", ActorId("0a"), words, ActorType.PERSON, when, guess, words, Anchor.EXPLICIT,
        Certainty.STATED, "rule", words, words, 3, Span(0, 5), at,
    )  # fmt: skip


def article(words: str, number: int = 7, day: date | None = date(2021, 1, 23)) -> ArticleRow:
    """An article of these words."""
    published = Published(day, DateSource.HEADER) if day else None
    card = Card(number, ArticleId(f"{number:016x}"), f"{words}.txt", words, False, published, 2023, words, "en", 12)
    return ArticleRow(card, words, words, (words,))


def rows(words: str, at: int = 0) -> list[Row]:
    """One row of each kind."""
    figure = FigureClaim(7, f"{words}.txt", words, -3.0, None, words, words, words, 737000, 2, 5)
    return [
        ClaimRow(claim(words, at), words),
        FigureRow(figure, "agree"),
        article(words),
        NoteRow(words, NOW, "passage", words, words, words, 7, (words,)),
        CountRow(words, 2, "article", words),
    ]


def document(parts: Sequence[tuple[str, Iterable[Row]]], title: str = "<b>Title</b>") -> Document:
    """A document of these parts; its articles have the numbers asked for."""

    def articles(numbers: Iterable[int]) -> Iterator[ArticleRow]:
        yield from (article(WORDS[number % len(WORDS)], number) for number in numbers)

    return Document(title, ("Query: <i>x</i>",), [Part(heading, found) for heading, found in parts], articles)


def everything() -> Document:
    """All kinds of rows of all hostile words."""
    steps = [
        StepRow(Bucket(date(2021, 1, 1), date(2021, 1, 31), 1, 2, 3, 1, 4), Grain.MONTH),
        StepRow(Gap(date(2021, 2, 1), date(2021, 3, 31), 2), Grain.MONTH),
    ]
    found = [row for at, words in enumerate(WORDS) for row in rows(words, at)]
    return document([("Claims & <more>", found), ("Steps", steps), ("Nothing", [])])
