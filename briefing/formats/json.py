"""JSON and JSON lines: one article or many a file. Offsets count in the decoded body string of a record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from briefing.formats.clean import clean_line, cut
from briefing.formats.facts import Facts
from briefing.formats.plain import read_plain
from briefing.formats.seam import FileHint
from briefing.formats.sniff import Unreadable, decode
from briefing.formats.story import Draft
from briefing.model.article import Article, DateSource, Problem

_BODIES = (
    "body",
    "text",
    "content",
    "article",
    "article_body",
    "articleBody",
    "full_text",
    "fulltext",
    "story",
    "maintext",
)
_WRAPPERS = (
    "articles",
    "items",
    "documents",
    "docs",
    "records",
    "entries",
    "results",
    "stories",
    "data",
    "hits",
    "value",
)
_IDS = ("id", "_id", "uuid", "guid", "doc", "docid", "doc_id", "article_id", "key")
_TITLES = ("title", "headline")
_DEEPEST = 4
_LONGEST_KEY = 200


class Json:
    """`.json` files: an article, a list of them, or an object that wraps such a list."""

    name = "json"
    suffixes = frozenset({".json"})

    def read(self, raw: bytes, hint: FileHint) -> Iterator[Article | Problem]:
        """The articles of the file, or why there are none."""
        try:
            decoded = decode(raw)
            value = json.loads(decoded.text)
        except Unreadable as why:
            yield Problem(hint.path, str(why))
        except json.JSONDecodeError as why:
            yield Problem(hint.path, _explain(why))
        except (ValueError, RecursionError) as why:
            yield Problem(hint.path, f"not readable as JSON: {cut(clean_line(str(why)), 100)}")
        else:
            if isinstance(value, dict) and _body(value) is not None:
                yield _Records(hint.path, decoded.notes).read(value, "")
            else:
                yield from _read_many(value, hint.path, decoded.notes)


class JsonLines:
    """`.jsonl` files: a record a line. A line that cannot be read is a problem of its own."""

    name = "jsonl"
    suffixes = frozenset({".jsonl", ".ndjson"})

    def read(self, raw: bytes, hint: FileHint) -> Iterator[Article | Problem]:
        """The articles of the file and the problems of its bad lines, in order."""
        try:
            decoded = decode(raw)
        except Unreadable as why:
            yield Problem(hint.path, str(why))
            return
        records = _Records(hint.path, decoded.notes)
        ordinal = 0
        for number, line in enumerate(decoded.text.split("\n"), 1):
            if not line.strip():
                continue
            ordinal += 1
            try:
                value = json.loads(line)
            except json.JSONDecodeError as why:
                yield Problem(f"{hint.path}:{number}", _explain(why, in_line=True))
            except (ValueError, RecursionError) as why:
                yield Problem(f"{hint.path}:{number}", f"not readable as JSON: {cut(clean_line(str(why)), 100)}")
            else:
                yield records.read(value, str(ordinal))


class _Records:
    """The records of one file, with a key each that no other has."""

    def __init__(self, path: str, notes: tuple[str, ...]) -> None:
        self._path = path
        self._notes = notes
        self._seen: Counter[str] = Counter()
        self._keys: set[str] = set()

    def read(self, value: object, ordinal: str) -> Article | Problem:
        """The article of one record. An empty ordinal: it is the only one of its file."""
        body = _body(value) if isinstance(value, dict) else None
        if not isinstance(value, dict) or body is None or not body.strip():
            where = f"{self._path}#{ordinal}" if ordinal else self._path
            return Problem(where, "no article: a record needs a text, body or content")
        facts = Facts(origin=DateSource.METADATA)
        for name, given in value.items():
            if name not in _BODIES:
                facts.take(name, given)
        facts.origin, facts.expected = DateSource.HEADER, None
        draft = Draft(self._path, self._key(value, ordinal), facts, notes=self._notes)
        return read_plain(body, draft, may_find_title=not any(value.get(name) for name in _TITLES))

    def _key(self, record: dict[str, object], ordinal: str) -> str:
        if not ordinal:
            return ""
        given = next((record[name] for name in _IDS if isinstance(record.get(name), str | int)), None)
        key = base = cut(clean_line(str(given)), _LONGEST_KEY) if given is not None else ordinal
        key = base = key or ordinal
        while key in self._keys:
            self._seen[base] += 1
            key = f"{base}-{self._seen[base] + 1}"
        self._keys.add(key)
        return key


def _read_many(value: object, path: str, notes: tuple[str, ...]) -> Iterator[Article | Problem]:
    found = _list(value)
    if not found:
        yield Problem(path, "no article: neither a record with a text nor a list of such records")
        return
    records = _Records(path, notes)
    for ordinal, record in enumerate(found, 1):
        yield records.read(record, str(ordinal))


def _list(value: object, depth: int = 0) -> list[object]:
    """The list of records, be it the value itself or wrapped in objects."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and depth < _DEEPEST:
        for name in _WRAPPERS:
            if found := _list(value.get(name), depth + 1):
                return found
    return []


def _body(record: dict[str, object]) -> str | None:
    """The text of a record: a string, or a list of paragraphs."""
    for name in _BODIES:
        body = record.get(name)
        if isinstance(body, str):
            return body
        if isinstance(body, list) and body and all(isinstance(part, str) for part in body):
            return "\n\n".join(map(str, body))
    return None


def _explain(why: json.JSONDecodeError, in_line: bool = False) -> str:
    """Where JSON breaks, in words; a file that stops short says so."""
    if why.pos >= len(why.doc.rstrip()) or why.msg.startswith("Unterminated"):
        return "cut short: the JSON is not complete"
    place = f"column {why.colno}" if in_line else f"line {why.lineno}, column {why.colno}"
    return f"not readable as JSON: {why.msg.lower()} at {place}"
