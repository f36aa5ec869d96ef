"""Articles as rows of the store, and back."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence
from datetime import date, time

from briefing.model.article import Article, ArticleId, Confidence, DateSource, DayClaim, Published, YearGuess
from briefing.model.digest import blake2b
from briefing.model.errors import Damaged
from briefing.model.fold import fold
from briefing.model.frozen import replace
from briefing.model.hit import Card
from briefing.model.json_text import read_json, write_json
from briefing.model.kept import Kept
from briefing.model.text import OffsetMap, Paragraph, Region, Span, Text
from briefing.model.typed import Any

_REGIONS = tuple(Region)
_SOURCES = {source.value: source for source in DateSource}
_REGION_NUMBER = {region: number for number, region in enumerate(_REGIONS)}
_GUESSED = 10**11
_UNDATED = 10**12
_TITLE_KEY = 80
_REBUILT = "The store is a cache: it is rebuilt from your files."

CARD = (
    "number, id, path, key, title, title_derived, day, clock, zone, day_source, day_words, day_doubt, guess, source, "
    "language, words, fingerprint, card_check"
)
"""The columns of a card, in the order `card` takes them; the last is the checksum of those between it and the first."""
_CARD_CHECK = 17
"""Its place among them."""

BODY = "value, paragraphs, origin, dateline_start, dateline_end, byline, url, guess_words, notes, body_check"
"""The columns that, after those of a card, make the whole article; again with their checksum."""

ARTICLE_COLUMNS = (
    "id, path, key, path_fold, title, title_derived, title_key, day, clock, zone, day_source, day_words, day_doubt, "
    "guess, newest, oldest, source, source_fold, language, words, fingerprint, card_check, content"
)


def content_stamp(article: Article) -> bytes:
    """Tells whether anything of an article changed but its place in the file, so that nothing is done twice."""
    placeless = replace(article, text=replace(article.text, origin=OffsetMap()))
    return blake2b(repr(placeless).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def article_row(article: Article, content: bytes) -> tuple[Any, ...]:
    """The values of ARTICLE_COLUMNS."""
    dated = published_row(article.published)
    guess = article.year_guess.year if article.year_guess else None
    words = sum(len(part.split()) for part in article.text.story())
    named = (article.id, article.path, article.key)
    titled = (article.title, int(article.title_derived))
    told = (article.source, article.language, words, article.fingerprint)
    return (
        *(*named, fold(article.path), *titled, fold(article.title)[:_TITLE_KEY]),
        *(*dated, guess, *order_keys(article), article.source, fold(article.source)),
        *(*told[1:], _check((*named, *titled, *dated, guess, *told)), content),
    )


def body_row(article: Article) -> tuple[Any, ...]:
    """The values of BODY."""
    line = article.dateline
    row = (
        *(article.text.value, _pack_paragraphs(article.text.paragraphs), _pack_origin(article.text.origin)),
        *(line.start if line else None, line.end if line else None, article.byline, article.url),
        *(article.year_guess.words if article.year_guess else "", write_json(article.notes) if article.notes else ""),
    )
    return (*row, _check(row))


def is_whole(row: Sequence[Any]) -> bool:
    """Whether the columns CARD and BODY are what was written."""
    return (_check(row[1:_CARD_CHECK]), _check(row[_CARD_CHECK + 1 : -1])) == (row[_CARD_CHECK], row[-1])


def card(row: Sequence[Any]) -> Card:
    """A row of the list, from the columns CARD."""
    if _check(row[1:_CARD_CHECK]) != row[_CARD_CHECK]:
        raise Damaged("The stored list of articles is damaged.", _REBUILT)
    number, known, path, key, title, derived, *dated, guess, source, language, words, body, _ = row
    name = f"{path}#{key}" if key else path
    published = published_from(dated)
    return Card(number, ArticleId(known), name, title, bool(derived), published, guess, source, language, words, body)


def article(row: Sequence[Any]) -> Article:
    """The whole article, from the columns CARD and BODY; raises Damaged where the text is not what was written."""
    if not is_whole(row):
        raise Damaged("The stored text of an article is damaged.", _REBUILT)
    _, known, path, key, title, derived, *dated, guess, source, language = row[:15]
    value, paragraphs, place, line_start, line_end, byline, url, guess_words, notes = row[_CARD_CHECK + 1 : -1]
    return Article(
        id=ArticleId(known),
        path=path,
        key=key,
        title=title,
        title_derived=bool(derived),
        text=Text(value, paragraphs_of(paragraphs), _unpack_origin(place)),
        published=published_from(dated),
        year_guess=YearGuess(guess, guess_words) if guess is not None else None,
        source=source,
        byline=byline,
        url=url,
        language=language,
        dateline=Span(line_start, line_end) if line_start is not None else None,
        notes=tuple(read_json(notes)) if notes else (),
    )


def text(row: Sequence[Any]) -> Text:
    """The text alone, from the columns BODY, without where each place of it stood in the file."""
    if _check(row[:-1]) != row[-1]:
        raise Damaged("The stored text of an article is damaged.", _REBUILT)
    return Text(row[0], paragraphs_of(row[1]))


def _check(values: Sequence[Any]) -> int:
    return zlib.crc32(repr(tuple(values)).encode("utf-8", "surrogatepass"))


def published_row(published: Published | None) -> tuple[Any, ...]:
    """A publication date as six columns."""
    if published is None:
        return (None,) * 6
    clock = published.clock.isoformat() if published.clock else None
    against = [
        (claim.source, claim.words, claim.day.toordinal() if claim.day else None) for claim in published.conflicts
    ]
    import json

    doubt = json.dumps([published.confidence.value, against], ensure_ascii=False)
    return published.day.toordinal(), clock, published.offset_minutes, published.source.value, published.words, doubt


def published_from(row: Sequence[Any]) -> Published | None:
    """The publication date of six columns."""
    day, clock, zone, origin, words, doubt = row
    if day is None:
        return None
    hour = time.fromisoformat(clock) if clock else None
    return Published(date.fromordinal(day), _SOURCES[origin], words, hour, zone, *_doubted(doubt))


def _read_doubt(doubt: str) -> tuple[Confidence, tuple[DayClaim, ...]]:
    """Most articles of a library are doubted alike: not at all."""
    confidence, against = read_json(doubt)
    conflicts = tuple(DayClaim(source, said, date.fromordinal(on) if on else None) for source, said, on in against)
    return Confidence(confidence), conflicts


_doubted = Kept(_read_doubt).__getitem__


def order_keys(article: Article) -> tuple[int, int]:
    """Where an article stands newest first and oldest first: the dated, then those with a guess, then the rest."""
    if article.published:
        return -article.published.sort_key, article.published.sort_key
    if article.year_guess:
        return _GUESSED - article.year_guess.year, _GUESSED + article.year_guess.year
    return _UNDATED, _UNDATED


def _pack_paragraphs(paragraphs: Sequence[Paragraph]) -> bytes:
    return _pack([n for p in paragraphs for n in (p.span.start, p.span.end, _REGION_NUMBER[p.region])])


def paragraphs_of(packed: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a stored text."""
    flat = iter(_unpack(packed))
    return tuple(Paragraph(Span(a, b), _REGIONS[r]) for a, b, r in zip(flat, flat, flat, strict=True))


def _pack_origin(origin: OffsetMap) -> bytes:
    return _pack([n for pair in zip(origin.here, origin.there, strict=True) for n in pair])


def _unpack_origin(packed: bytes) -> OffsetMap:
    flat = _unpack(packed)
    return OffsetMap(tuple(flat[::2]), tuple(flat[1::2]))


def _pack(numbers: list[int]) -> bytes:
    """Four bytes each, the lowest first."""
    import struct

    return struct.pack(f"<{len(numbers)}I", *numbers)


def _unpack(packed: bytes) -> list[int]:
    """As `_pack` wrote them; most machines have them just so, and `struct` need not be loaded."""
    if sys.byteorder == "little":
        return memoryview(packed).cast("I").tolist()
    import struct

    return list(struct.unpack(f"<{len(packed) // 4}I", packed))
