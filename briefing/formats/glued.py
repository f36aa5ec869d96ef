"""A date run into the first sentence of a story: ` date 2021-01-23 Foreign ministers met`."""

from __future__ import annotations

from briefing.formats.date_lines import take_date_line
from briefing.formats.days import find_days
from briefing.formats.facts import Facts
from briefing.formats.labels import DateKind, date_kind
from briefing.model.pattern import lazy

_REACH = 160
_LONGEST_LABEL = 80
_ISO = lazy(r"\d{4}-\d\d-\d\d[ T]")
_BRACKETED = lazy(r"[(\[](?:[A-Z][\w .'’-]{1,30}, )?")
_AFTER = lazy(r"(?:[.:][ \n]{1,8}|[ \n]{1,8}(?:[|:—–-] ?)?)(?=[\"“‘'\[(]|[^\W_a-z\xdf-\xff])")


def take_glued(text: str, start: int, end: int, facts: Facts) -> int:
    """Take the date that the line `text[start:end]` opens with; where the sentence begins behind it, or 0."""
    head = text[start : min(end, start + _REACH)]
    found = next(find_days(head), None)
    if not found or found.start > _LONGEST_LABEL:
        return 0
    if take_date_line(text[start:end], Facts(title="-")):
        return 0
    before, at = head[: found.start], start + found.end
    kind = date_kind(before) if before else DateKind.DATE if _ISO.match(head) else None
    if _BRACKETED.fullmatch(before) and text[at : at + 1] in (")", "]"):
        kind, at = DateKind.DATE, at + 1
    after = _AFTER.match(text, at)
    if not after or after.end() >= end or kind not in (DateKind.FIRST, DateKind.DATE) or before.strip() in ("On", "on"):
        return 0
    facts.take_dates([(kind, found)])
    return after.end()
