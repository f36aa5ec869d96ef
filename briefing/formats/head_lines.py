"""The first lines of a text, and what a line at the head of an article is by itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.formats.dateline import find_dateline
from briefing.formats.regions import is_byline, region_of
from briefing.model.pattern import lazy
from briefing.model.text import Region

_MOST_LINES = 24
_REACH = 8000
_CREDIT_STARTS = ("by", "written", "reported", "posted", "story", "text", "words", "report", "compiled")
_CREDIT = lazy(r"(?:(?:Written|Reported|Posted|Story|Text|Words|Report|Compiled) by|By):? ", re.IGNORECASE)
_DESK = lazy(
    r"(?:by|from) (?:(?:our|a|an|the|staff|special) )?(?:[\w-]{1,20} ){0,3}"
    r"(?:correspondents?|reporters?|staff|desk|bureau|writers?)(?: in [A-Z][\w .'’-]{1,30})?",
    re.IGNORECASE,
)

_SIGNED = lazy(
    r"[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{0,24}){1,3}(?:,| [-–—])? (?:[\w&/-]{2,20} ){0,3}"
    r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Aa]nalyst)(?: in [A-Z][\w .'’-]{1,30})?"
)

_RUBRIC = lazy(r"(?:explained|explainer|opinion|in depth|in pictures|live(?: updates)?)\b", re.IGNORECASE)
"""With these a title begins as well as a link to another page."""

_NAME = lazy(r"[^\W\d_a-z][\w.'’-]{0,24}(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w.'’-]{1,24}){1,3}")
_MARKED = lazy(r"(?:[Bb]y )?([*_]{1,2})(?P<words>[^*_]{3,60})\1")


class HeadLine(NamedTuple):
    """A line without the white space around it, and where it stands."""

    start: int
    end: int
    text: str


def first_lines(text: str) -> list[HeadLine]:
    """The lines among which a head may stand, empty ones too."""
    lines: list[HeadLine] = []
    start = filled = 0
    while start < min(len(text), _REACH) and filled < _MOST_LINES and len(lines) < 4 * _MOST_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        bare = text[start:end].strip()
        indent = text.index(bare[0], start) - start if bare else 0
        lines.append(HeadLine(start + indent, start + indent + len(bare), bare))
        filled += bool(bare)
        start = end + 1
    return lines


def is_credit(line: str) -> bool:
    """`Written by Jane Doe`, `By our diplomatic correspondent`."""
    if len(line) > 120:
        return False
    low = line.lower()
    if low.startswith(("by ", "from ")) and _DESK.fullmatch(line):
        return True
    return (
        low.startswith(_CREDIT_STARTS) and _CREDIT.match(line) is not None and is_byline("By " + without_credit(line))
    )


def is_signed(line: str) -> bool:
    """`Jane Doe, arts correspondent`: a byline where a title stands above it and a date below."""
    return len(line) <= 100 and _SIGNED.fullmatch(line) is not None


def name_alone(line: str) -> str:
    """The name of a line that holds nothing else, in italics or bare: a byline between the head and the story."""
    marked = _MARKED.fullmatch(line) if line[-1] in "*_" else None
    words = marked["words"] if marked else line
    few = len(words) < 50 and words[-1] not in ".!?" and (marked is not None or not words.isupper())
    return words if few and _NAME.fullmatch(words) else ""


def without_mark(line: str) -> str:
    """A title as Markdown writes it, in a file that is not named as such: `# Ferry leaves`."""
    return line[2:].lstrip() if line.startswith("# ") else line


def without_credit(line: str) -> str:
    """The names of a line that `is_credit`."""
    return _CREDIT.sub("", line)


def may_be_title(line: str) -> bool:
    """Whether a line could be a title; what stands below it must say the rest."""
    if not 3 <= len(line) <= 250 or len(line.split()) > 32 or line[0] in "[-–—•,.;:":
        return False
    if line[0] == "(" and line.find(")") == len(line) - 1:
        return False
    dateline = find_dateline(line)
    if dateline and dateline.end >= len(line) - 1:
        return False
    region = region_of(line, at_edge=True)
    is_story = region is Region.BODY or (region is Region.LINK and _RUBRIC.match(line) is not None)
    return any(c.isalpha() for c in line) and is_story
