"""Articles as rows of the store, and back."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from briefing.model.article import Article, ArticleId, DateSource, Published, YearGuess
from briefing.model.errors import Damaged
from briefing.model.fold import fold
from briefing.model.hit import Card
from briefing.model.text import OffsetMap, Paragraph, Region, Span, Text

_REGIONS = tuple(Region)
_REGION_NUMBER = {region: number for number, region in enumerate(_REGIONS)}
_GUESSED = 10**11
_UNDATED = 10**12
_TITLE_KEY = 80

CARD = (
    "number, id, path, key, title, title_derived, day, clock, zone, day_source, day_words, guess, source, language, "
    "words, fingerprint"
)
"""The columns of a card, in the order `card` takes them."""

BODY = "value, paragraphs, origin, dateline_start, dateline_end, byline, url, guess_words, notes"
"""The columns that, after those of a card, make the whole article."""

ARTICLE_COLUMNS = (
    "id, path, key, path_fold, title, title_derived, title_key, day, clock, zone, day_source, day_words, guess, "
    "newest, oldest, source, source_fold, language, words, fingerprint, content"
)


def content_stamp(article: Article) -> bytes:
    """Tells whether anything of an article changed but its place in the file, so that nothing is done twice."""
    placeless = replace(article, text=replace(article.text, origin=OffsetMap()))
    return hashlib.blake2b(repr(placeless).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def article_row(article: Article, content: bytes) -> tuple[Any, ...]:
    """The values of ARTICLE_COLUMNS."""
    day, clock, zone, origin, words = _published_row(article.published)
    guess = article.year_guess.year if article.year_guess else None
    return (
        *(article.id, article.path, article.key, fold(article.path)),
        *(article.title, int(article.title_derived), fold(article.title)[:_TITLE_KEY]),
        *(day, clock, zone, origin, words, guess, *_order_keys(article)),
        *(article.source, fold(article.source), article.language),
        *(sum(len(part.split()) for part in article.text.story()), article.fingerprint, content),
    )


def body_row(article: Article) -> tuple[Any, ...]:
    """The values of BODY."""
    line = article.dateline
    return (
        *(article.text.value, _pack_paragraphs(article.text.paragraphs), pack_origin(article.text.origin)),
        *(line.start if line else None, line.end if line else None, article.byline, article.url),
        *(article.year_guess.words if article.year_guess else "", json.dumps(article.notes) if article.notes else ""),
    )


def card(row: Sequence[Any]) -> Card:
    """A row of the list, from the columns CARD."""
    number, known, path, key, title, derived, day, clock, zone, origin, words, guess, *rest = row
    name = f"{path}#{key}" if key else path
    published = _published(day, clock, zone, origin, words)
    return Card(number, ArticleId(known), name, title, bool(derived), published, guess, *rest)


def article(row: Sequence[Any]) -> Article:
    """The whole article, from the columns CARD and BODY; raises Damaged where the text is not what was written."""
    _, known, path, key, title, derived, day, clock, zone, origin, words, guess, source, language, _, body = row[:16]
    value, paragraphs, place, line_start, line_end, byline, url, guess_words, notes = row[16:]
    made = Article(
        id=ArticleId(known),
        path=path,
        key=key,
        title=title,
        title_derived=bool(derived),
        text=Text(value, _unpack_paragraphs(paragraphs), _unpack_origin(place)),
        published=_published(day, clock, zone, origin, words),
        year_guess=YearGuess(guess, guess_words) if guess is not None else None,
        source=source,
        byline=byline,
        url=url,
        language=language,
        dateline=Span(line_start, line_end) if line_start is not None else None,
        notes=tuple(json.loads(notes)) if notes else (),
    )
    if made.fingerprint != body:
        raise Damaged(f"The stored text of {made.name} is damaged.", "The store is a cache: it is rebuilt.")
    return made


def _published_row(published: Published | None) -> tuple[Any, ...]:
    if published is None:
        return (None,) * 5
    clock = published.clock.isoformat() if published.clock else None
    return published.day.toordinal(), clock, published.offset_minutes, published.source.value, published.words


def _published(day: int | None, clock: str | None, zone: int | None, origin: str, words: str) -> Published | None:
    if day is None:
        return None
    hour = time.fromisoformat(clock) if clock else None
    return Published(date.fromordinal(day), DateSource(origin), words, hour, zone)


def _order_keys(article: Article) -> tuple[int, int]:
    """Where an article stands newest first and oldest first: the dated, then those with a guess, then the rest."""
    if article.published:
        return -article.published.sort_key, article.published.sort_key
    if article.year_guess:
        return _GUESSED - article.year_guess.year, _GUESSED + article.year_guess.year
    return _UNDATED, _UNDATED


def _pack_paragraphs(paragraphs: Sequence[Paragraph]) -> bytes:
    flat = [n for p in paragraphs for n in (p.span.start, p.span.end, _REGION_NUMBER[p.region])]
    return struct.pack(f"<{len(flat)}I", *flat)


def _unpack_paragraphs(packed: bytes) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(Span(a, b), _REGIONS[r]) for a, b, r in struct.iter_unpack("<3I", packed))


def pack_origin(origin: OffsetMap) -> bytes:
    """The offset map, by pairs."""
    flat = [n for pair in zip(origin.here, origin.there, strict=True) for n in pair]
    return struct.pack(f"<{len(flat)}I", *flat)


def _unpack_origin(packed: bytes) -> OffsetMap:
    pairs = list(struct.iter_unpack("<2I", packed))
    return OffsetMap(tuple(a for a, _ in pairs), tuple(b for _, b in pairs))
