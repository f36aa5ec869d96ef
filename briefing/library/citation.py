"""How an article is cited: `FILE` or `FILE#KEY`, either with `:pN`; a unique end of a path is enough.

After `:pN` may stand `@` and a mark of the paragraph's words, by which it is found where the text has moved.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefing.library.corpus import Corpus
from briefing.library.record import paragraphs_of
from briefing.model.errors import WrongUse
from briefing.model.fold import fold
from briefing.model.passage import nearest

_PARAGRAPH = re.compile(r"(?s)(.+):p([0-9]{1,7})(?:@([0-9a-f]{16}))?")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    name: str


class Place(NamedTuple):
    """What a citation names."""

    number: int
    paragraph: int | None = None
    """None where it names the article alone."""
    remark: str = ""
    """Where the words have gone that it marks; "" where they are in their place."""


def locate(db: sqlite3.Connection, corpus: Corpus, reference: str) -> Place:
    """The article and the paragraph, if one is named; raises WrongUse, with near names, if not just one article."""
    found = _find(db, corpus, reference)
    paragraph, mark = None, ""
    if not found and (parts := _PARAGRAPH.fullmatch(reference)):
        reference, paragraph, mark = parts[1], int(parts[2]), parts[3] or ""
        found = _find(db, corpus, reference)
    if len(found) == 1:
        number = found[0].number
        return _follow(db, number, paragraph, mark) if paragraph and mark else Place(number, paragraph)
    if found:
        raise WrongUse(f"{reference} is more than one article.", _or(found))
    raise WrongUse(f"There is no article {reference} in this library.", _or(_near(db, reference)))


def _follow(db: sqlite3.Connection, number: int, paragraph: int, mark: str) -> Place:
    """The paragraph that has the words now, looked for near where they were."""
    row = db.execute("SELECT value, paragraphs FROM bodies WHERE number = ?", (number,)).fetchone()
    texts = [each.span.of(row[0]) for each in paragraphs_of(row[1])] if row else []
    at = nearest(mark, texts, paragraph - 1)
    if at is None:
        return Place(number, paragraph, f"the words cited from p{paragraph} are not in this article any more")
    moved = at + 1 != paragraph
    return Place(number, at + 1, f"what was p{paragraph} is p{at + 1} now" if moved else "")


def _find(db: sqlite3.Connection, corpus: Corpus, reference: str) -> list[_Candidate]:
    """As the name stands, then as a path on disk, then as the end of a name."""
    inside = corpus.relative(Path(reference)) if "\0" not in reference else None
    for exact in filter(None, (reference, inside)):
        if found := _named(db, "path = ?", exact):
            return found
    if found := _named(db, "substr(path, -length(?) - 1) = '/' || ?", reference, reference):
        return found
    return []


def _named(db: sqlite3.Connection, where: str, *values: str) -> list[_Candidate]:
    """A `#` may begin a key or belong to the file's name; both readings are tried."""
    found = _rows(db, where, values)
    if not found and "#" in values[0]:
        path, key = values[0].rsplit("#", 1)
        found = _rows(db, f"{where} AND key = ?", (*(path for _ in values), key))
    return found


def _rows(db: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[_Candidate]:
    statement = f"SELECT number, path, key FROM articles WHERE {where} ORDER BY number LIMIT {_SHOWN + 1}"
    return [_Candidate(n, f"{path}#{key}" if key else path) for n, path, key in db.execute(statement, values)]


def _near(db: sqlite3.Connection, reference: str) -> list[_Candidate]:
    """Names that share the longest part of what was asked for."""
    word = fold(reference.rsplit("/", 1)[-1].split("#", 1)[0])
    while len(word) >= 3:
        if found := _rows(db, "instr(path_fold, ?) > 0", (word,)):
            return found
        word = word[: len(word) * 2 // 3]
    return []


def _or(candidates: list[_Candidate]) -> str:
    if not candidates:
        return "briefing search lists articles with their names."
    more = ", …" if len(candidates) > _SHOWN else ""
    return f"Did you mean {', '.join(c.name for c in candidates[:_SHOWN])}{more}?"
