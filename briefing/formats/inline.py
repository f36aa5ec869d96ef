"""The marks inside a line of Markdown: emphasis, links, code, escapes. What they mark stays, they go."""

from __future__ import annotations

import html
import re
import unicodedata

from briefing.formats.clean import clean
from briefing.formats.offsets import Assembly

_MARK = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|<>~-])"
    r"|(?P<ticks>`{1,3})(?P<code>[^`\n]{1,2000})(?P=ticks)(?!`)"
    r"|!?\[(?P<words>[^\[\]\n]{0,1000})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s?\)|\[[^\[\]\n]{0,200}\])"
    r"|<(?P<url>(?:https?://|mailto:)[^<>\s]{1,2000})>"
    r"|(?P<tag></?(?:a|b|i|u|em|strong|br|p|span|div|sup|sub|small|s|del|img|figure|figcaption|blockquote)(?:\s[^<>\n]{0,500})?/?>)"
    r"|(?P<comment><!--[^\n]{0,200}?-->)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,12}|\#\d{1,7}|\#x[0-9a-fA-F]{1,6});)"
    r"|(?P<stress>\*{1,3}|_{1,3}|~~)"
)


def reduce_line(made: Assembly, start: int, end: int) -> None:
    """Add the words of `source[start:end]`, one line, without their marks."""
    line = made.source[start:end]
    at = 0
    for first, last, new in _edits(line):
        if last < len(line) and _joins(line[last]):
            continue
        made.copy(start + at, start + first)
        made.write(new, start + first, start + last)
        at = last
    made.copy(start + at, end)


def _edits(line: str, shift: int = 0) -> list[tuple[int, int, str]]:
    """What to replace in a line, in order: (start, end, what stands there instead)."""
    edits: list[tuple[int, int, str]] = []
    waiting: dict[str, tuple[int, int]] = {}
    for hit in _MARK.finditer(line):
        start, end = hit.start() + shift, hit.end() + shift
        if hit["stress"]:
            _pair(line, hit, waiting, edits, shift)
        elif hit["words"] is not None:
            first, last = hit.start("words"), hit.end("words")
            edits.append((start, first + shift, ""))
            edits.extend(_edits(line[first:last], first + shift))
            edits.append((last + shift, end, ""))
        elif inside := next((name for name in ("escaped", "code", "url") if hit[name]), ""):
            edits.append((start, hit.start(inside) + shift, ""))
            edits.append((hit.end(inside) + shift, end, ""))
        elif hit["entity"]:
            edits.append((start, end, _character(hit["entity"])))
        else:
            edits.append((start, end, " " if (hit["tag"] or "").startswith("<br") else ""))
    return sorted(edits)


def _pair(
    line: str, hit: re.Match[str], waiting: dict[str, tuple[int, int]], edits: list[tuple[int, int, str]], shift: int
) -> None:
    """Drop a run of stars when it closes an open one; remember it when it may open."""
    mark = hit["stress"]
    before = line[hit.start() - 1 : hit.start()] if hit.start() else " "
    after = line[hit.end() : hit.end() + 1] or " "
    inside_word = mark[0] == "_" and before.isalnum() and after.isalnum()
    if mark in waiting and not before.isspace() and not inside_word:
        first, last = waiting.pop(mark)
        edits.extend([(first + shift, last + shift, ""), (hit.start() + shift, hit.end() + shift, "")])
    elif not after.isspace() and not inside_word:
        waiting[mark] = hit.span()


def _character(entity: str) -> str:
    """What an entity stands for; nothing for one that would smuggle in a character that `clean` drops."""
    made = clean(html.unescape(entity)).value.replace("\n", " ")
    return "" if made and _joins(made[0]) else made


def _joins(char: str) -> bool:
    """Whether a character may melt into the one before it: what parts the two must then stay."""
    return char >= "\u0300" and (unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")
