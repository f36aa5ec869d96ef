"""Where sentences end: abbreviations, initials, closing quotes; a table row is one sentence, a list item begins one."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.model.article import Article
from briefing.model.pattern import lazy
from briefing.model.text import Paragraph, Region, Span

_END = lazy(r"[.!?…][\"'”’»)\]]{0,4}(?=\s)")
_LAST_WORD = lazy(r"[\w.]{1,12}$")
_FIRST_WORD = lazy(r"[A-Za-z]{1,8}")
_WORD_BEFORE = lazy(r"[^\W\d_]+ $")
_INITIALS = lazy(r"(?:[A-Z]\.){1,4}[A-Z]")
_CALENDAR = frozenset(["Mon", "Tue", "Wed", "Sat", "Sun", "Jan", "Mar", "Dec"])
"""Short days and months that small letters make other words or none."""
_SURNAMES = frozenset(["sen", "gen", "col", "hon", "brig", "sun", "mar"])
"""Abbreviations that are somebody's surname as well."""
_ADDRESSES = frozenset(["Mr", "Mrs", "Ms", "A"])
_DASHES = "-–—•"
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
    if before and value[before.start() - 1 : before.start()] in ("-", "°") and before.start() > 0:
        return True
    if len(word) == 1 and word.isupper():
        return word == "I" and _opens(value, at)
    if _INITIALS.fullmatch(word) or _is_abbreviation(word):
        may_end = word.lower() in lexicon.words("may_end") or _INITIALS.fullmatch(word)
        return _opens(value, at) if may_end else _is_surname(value, before.start() if before else stop, word, at)
    return following.isupper() or following.isdigit() or following in _OPENING or not following.isascii()


def _is_surname(value: str, start: int, word: str, at: int) -> bool:
    """`with Arun Sen. The couple left`: no senator called The."""
    if word.lower() not in _SURNAMES or not word[0].isupper():
        return False
    own = _WORD_BEFORE.search(value[max(0, start - 20) : start])
    first = _FIRST_WORD.match(value[at : at + 8])
    is_opener = first is not None and first[0] in lexicon.words("openers") and first[0] not in _ADDRESSES
    return is_opener and own is not None and own[0][0].isupper()


def _is_abbreviation(word: str) -> bool:
    """Days and months are cut short with a capital only: `Sun.`, but `the sun.`"""
    low = word.lower()
    return low in lexicon.words("abbreviations") and not (word.islower() and low.capitalize() in _CALENDAR)


def _opens(value: str, at: int) -> bool:
    """Whether a sentence may open here after an abbreviation: at one of its usual first words, or a quote."""
    word = _FIRST_WORD.match(value[at : at + 8])
    if word is None and value[at] == "(" and value[at + 1 : at + 2].isdigit():
        return False  # at 9.40 a.m. (0740 GMT)
    return word[0] in lexicon.words("openers") if word else value[at] in _OPENING and value[at] not in _DASHES
