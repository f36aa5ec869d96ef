"""Articles for the tests of extraction: paragraphs at blank lines, regions by how a paragraph begins."""

from __future__ import annotations

import re
from datetime import date

from briefing.extract.pipeline import RuleExtractor
from briefing.model.actor import Actor, Findings
from briefing.model.article import Article, ArticleId, DateSource, Published, YearGuess
from briefing.model.text import OffsetMap, Paragraph, Region, Span, Text

PUBLISHED = "2021-03-10"
"""A Wednesday."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_REGIONS = {"Read:": Region.LINK, "[": Region.CREDIT, "By ": Region.BYLINE, "* ": Region.LIST, "# ": Region.HEADING}


def region_of(text: str) -> Region:
    return next((region for start, region in _REGIONS.items() if text.startswith(start)), Region.BODY)


def article(
    text: str,
    published: str | None = None,
    *,
    guess: int | None = None,
    source: DateSource = DateSource.HEADER,
    language: str = "en",
    dateline: int = 0,
    shift: int = 0,
) -> Article:
    """`dateline` is the length of the dateline, `shift` how many characters of header stood before the text."""
    paragraphs = tuple(
        Paragraph(Span(*match.span()), region_of(match[0])) for match in _PARAGRAPH.finditer(text) if match[0].strip()
    )
    return Article(
        id=ArticleId("0" * 16),
        path="a.txt",
        key="",
        title="",
        title_derived=True,
        text=Text(text, paragraphs, OffsetMap((0,), (shift,))),
        published=Published(date.fromisoformat(published), source) if published else None,
        year_guess=YearGuess(guess, str(guess)) if guess else None,
        language=language,
        dateline=Span(0, dateline) if dateline else None,
    )


def find(text: str, published: str | None = None, *, guess: int | None = None) -> Findings:
    return RuleExtractor().find(article(text, published, guess=guess))


def actors(text: str, published: str | None = None) -> dict[str, Actor]:
    return {actor.name: actor for actor in find(text, published).actors}


def values(text: str, published: str | None = None) -> dict[str, str | None]:
    """The words of each time, and its value."""
    return {time.surface: time.when.value for time in find(text, published).times}


def ties(text: str, published: str | None = PUBLISHED) -> set[tuple[str, str]]:
    """Actor and the words of the time it is tied to."""
    found = find(text, published)
    return {(actor.name, found.times[tie.time].surface) for actor in found.actors for tie in actor.dates}
