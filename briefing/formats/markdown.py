"""Markdown reduced to the words a reader sees, line by line, with the way back to the source.

Written here because the parsers at hand give the lines of a block, but not the offsets of the words inside it, and
`extract` speaks in offsets. It knows what news uses; what it does not know stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.formats.clean import Cleaned, clean
from briefing.formats.facts import Facts
from briefing.formats.header import read_header
from briefing.formats.inline import reduce_line
from briefing.formats.labels import date_kind
from briefing.formats.offsets import Assembly, chain
from briefing.formats.paragraphs import Block
from briefing.formats.seam import FileHint
from briefing.formats.sniff import Unreadable, decode
from briefing.formats.story import Draft, make_article
from briefing.model.article import Article, Problem
from briefing.model.text import Region

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ ]+(?P<words>.*?))??[ ]*(?:[ ]#{1,20}[ ]*)?$")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ ]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_ITEM = re.compile(r"[ ]{0,12}(?:[-*+]|\d{1,3}[.)])[ ]+(?=\S)")
_PICTURE = re.compile(r"[ ]{0,3}!\[[^\]\n]{0,500}\](?:\([^\n]{0,2000}\)|\[[^\]\n]{0,200}\])[ ]*$")
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*$")
_DIVIDER = re.compile(r"[ ]{0,3}\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*){0,100}\|?[ ]*$")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ ]*\S+.*$")
_FRONT = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ ]*[:=][ ]*(?P<value>.*)$")
_REGIONS = {
    "heading": Region.HEADING,
    "list": Region.LIST,
    "table": Region.TABLE,
    "code": Region.TABLE,  # its line breaks matter
    "picture": Region.CREDIT,
}


class _Part:
    """One paragraph in the making: its reduced lines, as ranges of the reduced text."""

    __slots__ = ("kind", "lines")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.lines: list[tuple[int, int]] = []


class Markdown:
    """`.md` files, with or without front matter."""

    name = "markdown"
    suffixes = frozenset({".md", ".markdown"})

    def read(self, raw: bytes, hint: FileHint) -> Iterator[Article | Problem]:
        """The one article of the file."""
        try:
            decoded = decode(raw)
        except Unreadable as why:
            yield Problem(hint.path, str(why))
            return
        yield read_markdown(decoded.text, Draft(hint.path, notes=decoded.notes))


def read_markdown(text: str, draft: Draft) -> Article | Problem:
    """An article from the whole of a decoded Markdown text."""
    source = clean(text)
    start = read_front_matter(source.value, draft.facts)
    reduced, parts = _reduce(source, start)
    parts = _take_title(reduced.value, parts, draft.facts)
    end = _take_header(reduced.value, parts, draft.facts)
    blocks = [block for part in parts if (block := _block(part, end, draft.facts.deck))]
    return make_article(draft, reduced, blocks) if blocks else Problem(draft.path, "there is no text in it")


def read_front_matter(text: str, facts: Facts) -> int:
    """Take the `key: value` lines between `---` lines at the head; the offset behind them, or 0."""
    fence = next((mark for mark in ("---\n", "+++\n") if text.startswith(mark)), None)
    close = text.find("\n" + fence.strip(), 3) if fence else -1
    if close < 0:
        return 0
    key = ""
    for line in text[4:close].split("\n"):
        pair = _FRONT.match(line)
        if line.startswith("  ") and (inner := _FRONT.match(line.strip())) and date_kind(inner["key"]):
            pair = inner
        if pair and pair["value"].strip():
            facts.take(pair["key"], pair["value"].strip().strip("\"'[]"))
        elif pair:
            key = pair["key"]
        elif key and line.lstrip().startswith("- "):
            facts.take(key, line.lstrip()[2:].strip("\"' "))
    after = text.find("\n", close + 1)
    return len(text) if after < 0 else after + 1


def _reduce(source: Cleaned, start: int) -> tuple[Cleaned, list[_Part]]:
    text = source.value
    made = Assembly(text)
    parts: list[_Part] = []
    fence = ""
    fresh = True
    while start < len(text):
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        line = text[start:end]
        hit = _FENCE.match(line)
        if hit and (not fence or hit[1].startswith(fence)):
            fence, fresh = ("" if fence else hit[1]), True
        elif fence:
            _add(parts, made, "code", start, end, fresh=fresh, plain=True)
            fresh = False
        else:
            fresh = _take_line(parts, made, line, start, end, fresh)
        if stop >= 0:
            made.copy(stop, stop + 1)
        start = end + 1
    value, origin = made.finish()
    return Cleaned(value, chain(origin, source.origin, len(value))), parts


def _take_line(parts: list[_Part], made: Assembly, line: str, start: int, end: int, fresh: bool) -> bool:
    """Reduce one line; True when the next one opens a paragraph."""
    if not line.strip() or _DEFINITION.match(line):
        return True
    if not fresh and parts and parts[-1].kind == "text" and _UNDERLINE.match(line):
        parts[-1].kind = "heading"
        return True
    if _RULE.match(line) or (parts and parts[-1].kind == "table" and _DIVIDER.match(line)):
        return not (parts and parts[-1].kind == "table")
    heading = _HEADING.match(line)
    if heading:
        if heading["words"]:
            _add(parts, made, "heading", start + heading.start("words"), start + heading.end("words"), fresh=True)
        return True
    kind, skip = _kind(line, fresh, parts)
    _add(parts, made, kind, start + skip, end, fresh=fresh or (kind != parts[-1].kind and kind != "text"))
    return False


def _kind(line: str, fresh: bool, parts: list[_Part]) -> tuple[str, int]:
    """What a line is, and how many of its characters only say so."""
    item = _ITEM.match(line)
    if item:
        return "list", 0
    if _ROW.match(line) or (not fresh and parts and parts[-1].kind == "table" and "|" in line):
        return "table", 0
    if fresh and _PICTURE.match(line):
        return "picture", 0
    quote = _QUOTE.match(line)
    return ("text", quote.end()) if quote else ("text", 0)


def _add(
    parts: list[_Part], made: Assembly, kind: str, start: int, end: int, *, fresh: bool, plain: bool = False
) -> None:
    here = len(made)
    if plain:
        made.copy(start, end)
    else:
        reduce_line(made, start, end)
    there = len(made)
    if fresh or not parts:
        parts.append(_Part(kind))
    if there > here:
        parts[-1].lines.append((here, there))


def _block(part: _Part, start: int, deck: tuple[int, int] | None) -> Block | None:
    lines = tuple(line for line in part.lines if line[0] >= start or (deck and deck[0] <= line[0] < deck[1]))
    if not lines:
        return None
    region = _REGIONS.get(part.kind)
    return Block(lines, region)


def _take_title(text: str, parts: list[_Part], facts: Facts) -> list[_Part]:
    """The first heading, where nothing but short lines stand above it, is the title."""
    if parts and parts[0].kind == "heading" and len(parts[0].lines) == 1:
        words = text[slice(*parts[0].lines[0])]
        if not facts.title or facts.title.casefold() == words.strip().casefold():
            facts.take("title", words)
            return parts[1:]
    return parts


def _take_header(text: str, parts: list[_Part], facts: Facts) -> int:
    """Date lines, bylines and the like below the title. The offset where the story begins."""
    if not parts or not parts[0].lines:
        return 0
    first = parts[0].lines[0][0]
    if parts[0].kind not in ("text", "heading", "list") or (parts[0].kind == "heading" and not facts.title):
        return first
    end = read_header(text[first : first + 20_000], facts, may_find_title=not facts.title)
    if facts.deck:
        facts.deck = (first + facts.deck[0], first + facts.deck[1])
    return first + end
