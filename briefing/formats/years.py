"""The year that words of an undated article suggest: `the Army-2023 expo`, `© 2021`. A guess, and shown as one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.formats.months import MONTHS
from briefing.model.article import YearGuess
from briefing.model.pattern import lazy

_NAMED = lazy(r"(?<![\w-])[A-Z][A-Za-z]{2,20}[-’']((?:19|20)\d{2})(?![\w-])")
_EVENT = lazy(
    r"(?<![\w-])[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,3} ((?:19|20)\d{2})(?= (?:exercises?|drills?|expo"
    r"|exhibition|summit|games|forum|festival|conference|show|fair|tournament|championships?|cup|edition|convention|biennale"
    r"|manoeuvres|maneuvers)\b)"
)
_COPYRIGHT = lazy(
    r"(?:©|\(c\)|\bcopyright\b)[ ,]{0,2}(?:©|\(c\))? ?(?:(?:19|20)\d{2} ?[-–] ?)?((?:19|20)\d{2})\b", re.IGNORECASE
)


def guess_year(paragraphs: Iterable[str]) -> YearGuess | None:
    """The latest year in a compound name, the name of an event or a copyright line; a plain one says too little."""
    found = [
        (int(hit[1]), hit[0].strip())
        for paragraph in paragraphs
        if "20" in paragraph or "19" in paragraph
        for pattern in (_NAMED, _EVENT, _COPYRIGHT)
        for hit in pattern.finditer(paragraph)
        if pattern is not _EVENT or hit[0].split()[-2].lower() not in MONTHS
    ]
    if not found:
        return None
    year, words = max(found, key=lambda pair: pair[0])
    return YearGuess(year, words)
