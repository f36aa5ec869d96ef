"""Articles as citations for reference managers: CSL-JSON and RIS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefing.export.rows import ArticleRow, Document, article_of
from briefing.export.told import dated, line


def cited(document: Document) -> Iterator[ArticleRow]:
    """The articles that a document stands on, each once, in the order in which it first names them."""
    yield from document.articles(_numbers(document))


def _numbers(document: Document) -> Iterator[int]:
    seen = bytearray()
    for part in document.parts:
        for row in part.rows:
            number = article_of(row)
            if number is None:
                continue
            if number >> 3 >= len(seen):
                seen.extend(bytes((number >> 3) + 1024 - len(seen)))
            if not seen[number >> 3] >> (number & 7) & 1:
                seen[number >> 3] |= 1 << (number & 7)
                yield number


def write_csl(document: Document) -> Iterator[str]:
    """One array; an item at a time."""
    before = "[\n"
    for row in cited(document):
        yield before + json.dumps(_item(row), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _item(row: ArticleRow) -> dict[str, Any]:
    card = row.card
    item: dict[str, Any] = {"id": str(card.id), "type": "article-newspaper", "title": line(card.title)}
    if row.byline:
        item["author"] = [{"literal": line(row.byline)}]
    if card.source:
        item["container-title"] = line(card.source)
    if card.published:
        day = card.published.day
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    elif card.year_guess:
        item["issued"] = {"date-parts": [[card.year_guess]], "circa": True}
    if row.url:
        item["URL"] = line(row.url)
    if card.language:
        item["language"] = card.language
    return {**item, "note": _note(row)}


def write_ris(document: Document) -> Iterator[str]:
    """A reference at a time; a tag, two blanks, a dash, a blank, a value on one line."""
    for row in cited(document):
        yield "".join(
            f"{tag}  - {value}".rstrip(" ") + "\r\n" if value else f"{tag}  - \r\n" for tag, value in _tags(row)
        )


def _tags(row: ArticleRow) -> Iterator[tuple[str, str]]:
    card = row.card
    yield "TY", "NEWS"
    yield "ID", str(card.id)
    yield "TI", line(card.title) or "untitled"
    if row.byline:
        yield "AU", line(row.byline)
    if card.source:
        yield "T2", line(card.source)
    if card.published:
        day = card.published.day
        yield "PY", f"{day.year:04}"
        yield "DA", f"{day.year:04}/{day.month:02}/{day.day:02}/"
    elif card.year_guess:
        yield "PY", f"{card.year_guess:04}"
    if row.url:
        yield "UR", line(row.url)
    if card.language:
        yield "LA", card.language
    for tag in row.tags:
        yield "KW", line(tag)
    yield "N1", _note(row)
    yield "ER", ""


def _note(row: ArticleRow) -> str:
    """Where it is, and how sure its date is."""
    derived = "; title taken from the text" if row.card.title_derived else ""
    return f"{line(row.card.name)}; {dated(row.card.published, row.card.year_guess)}{derived}"
