"""Where sentences end: abbreviations, initials, closing quotes; a table row is one sentence, a list item begins one."""

from __future__ import annotations

import re

from briefing.extract import lexicon
from briefing.model.article import Article
from briefing.model.text import Paragraph, Region, Span

_END = re.compile(r"[.!?…][\"'”’»)\]]{0,4}(?=\s)")
_LAST_WORD = re.compile(r"[\w.]{1,12}$")
_OPENING = "\"'“‘«([¿¡—-•"


def story_paragraphs(article: Article) -> list[Paragraph]:
    """The paragraphs that extraction looks at."""
    return [paragraph for paragraph in article.text.paragraphs if paragraph.region.is_story]


def sentences(article: Article) -> list[Span]:
    """All sentences of the story, in order."""
    found: list[Span] = []
    for paragraph in story_paragraphs(article):
        found.extend(split_sentences(article.text.value, paragraph.span, paragraph.region))
    return found


def split_sentences(value: str, where: Span, region: Region = Region.BODY) -> list[Span]:
    """The sentences of one paragraph, without the blanks between them."""
    found: list[Span] = []
    by_line = region in (Region.TABLE, Region.LIST)
    for start, end in _rows(value, where) if by_line else [(where.start, where.end)]:
        at = start
        for match in _END.finditer(value, start, start if region is Region.TABLE else end):
            if _ends_sentence(value, match.start(), match.end(), end):
                _keep(found, value, at, match.end())
                at = match.end()
        _keep(found, value, at, end)
    return found


def _rows(value: str, where: Span) -> list[tuple[int, int]]:
    found, at = [], where.start
    while (end := value.find("\n", at, where.end)) >= 0:
        found.append((at, end))
        at = end + 1
    return [*found, (at, where.end)]


def _keep(found: list[Span], value: str, start: int, end: int) -> None:
    part = value[start:end]
    start += len(part) - len(part.lstrip())
    end -= len(part) - len(part.rstrip())
    if start < end:
        found.append(Span(start, end))


def _ends_sentence(value: str, stop: int, after: int, end: int) -> bool:
    at = after
    while at < end and value[at].isspace():
        at += 1
    if at >= end:
        return False
    following = value[at]
    if value[stop] != ".":
        return not following.islower()
    if following.islower() or following in ",;:":
        return False
    before = _LAST_WORD.search(value, max(0, stop - 12), stop)
    word = before[0] if before else ""
    if len(word) == 1 and word.isupper():
        return False
    if word.lower() in lexicon.words("abbreviations"):
        return word.lower() in lexicon.words("may_end") and _opens(value, at)
    return following.isupper() or following.isdigit() or following in _OPENING or not following.isascii()


def _opens(value: str, at: int) -> bool:
    word = re.match(r"[A-Za-z]{1,8}", value[at : at + 8])
    return bool(word) and word[0] in lexicon.words("openers") if word else value[at] in _OPENING
