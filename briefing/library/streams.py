"""All rows of a kind, one after the other, in memory that does not grow with what is in them."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.library.claims import CLAIM_TABLES, claim_columns, claim_keys, claim_of
from briefing.library.told_once import with_places
from briefing.model.claim import Claim, ClaimFilter
from briefing.model.numbers import Numbers

CHUNK = 400


def each_claim(db: sqlite3.Connection, asked: ClaimFilter, among: Numbers | None) -> Iterator[tuple[Claim, str]]:
    """Every claim asked for with its sentence, in order; only the keys are held, sixteen bytes each."""
    articles, parts = array("q"), array("q")
    for article, part in claim_keys(db, asked, among):
        articles.append(article)
        parts.append(part)
    cut = "(SELECT substr(value, c.start + 1, c.end - c.start) FROM bodies WHERE number = c.article)"
    columns, values = claim_columns(asked, among)
    wanted = (
        f"SELECT {columns}, {cut} FROM json_each(?) AS w CROSS JOIN claim AS c "
        "ON c.article = json_extract(w.value, '$[0]') AND c.part = json_extract(w.value, '$[1]') "
        f"{CLAIM_TABLES} ORDER BY w.key"
    )
    for start in range(0, len(articles), CHUNK):
        keys = list(zip(articles[start : start + CHUNK], parts[start : start + CHUNK], strict=True))
        rows = db.execute(wanted, (*values, json.dumps(keys))).fetchall()
        for claim, row in zip(with_places(db, [claim_of(row[:-1]) for row in rows], among), rows, strict=True):
            yield claim, " ".join((row[-1] or "").split())


def imprints(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Byline and address of articles."""
    asked = json.dumps(list(numbers))
    rows = db.execute(
        "SELECT number, byline, url FROM bodies WHERE number IN (SELECT value FROM json_each(?))", (asked,)
    )
    return {number: (byline, url) for number, byline, url in rows}


def chunks(numbers: Iterable[int], size: int = CHUNK) -> Iterator[list[int]]:
    """Numbers in lists of a size."""
    left = iter(numbers)
    while chunk := list(islice(left, size)):
        yield chunk
