"""A header line of nothing but dates and what goes with them: labels, a byline, an agency."""

from __future__ import annotations

import re

from briefing.formats.days import FoundDay, find_days
from briefing.formats.facts import Facts, is_date_label
from briefing.formats.outlets import is_outlet, may_name_outlet
from briefing.formats.regions import is_byline

_PARTS = re.compile(r"\s*[|·•;]\s*|\s[-–—]\s")
_FLUFF = re.compile(r"(?:on|at|and|the|in|\d{1,3} ?min(?:ute)?s?(?: read)?|gmt|utc|local time)?", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:the )?(?:AFP|AP|Reuters|Associated Press|Xinhua|UPI|TASS|Interfax|dpa|EFE|ANSA|Al Jazeera|BBC(?: News)?|CNN)",
    re.IGNORECASE,
)


def take_date_line(line: str, facts: Facts) -> bool:
    """A line of nothing but dates, their labels, a byline and an agency; facts stay as they were for any other line."""
    days = list(find_days(line)) if len(line) <= 200 and any(c.isdigit() for c in line) else []
    if not days:
        return False
    ranks: list[tuple[int, FoundDay]] = []
    words: list[str] = []
    at = 0
    updated = False
    for found in days:
        *others, label = _PARTS.split(line[at : found.start])
        kind = is_date_label(label)
        if label.strip(" :,([") and not kind:
            others.append(label)
        words.extend(others)
        updated |= kind == "update"
        if kind != "update":
            ranks.append((0 if kind == "first" else 1, found))
        at = found.end
    words.extend(_PARTS.split(line[at:]))
    return _take_beside(words, facts, "|" in line) and _keep(ranks, updated, facts)


def _keep(ranks: list[tuple[int, FoundDay]], updated: bool, facts: Facts) -> bool:
    facts.days.extend(ranks)
    facts.was_updated |= updated
    return True


def _take_beside(words: list[str], facts: Facts, barred: bool) -> bool:
    byline = source = ""
    for part in (word.strip(" :,()[].") for word in words):
        if is_byline(part):
            byline = part[3:].strip()
        elif _AGENCY.fullmatch(part) or is_outlet(part) or (barred and may_name_outlet(part) and " " in part):
            source = part
        elif not _FLUFF.fullmatch(part):
            return False
    facts.byline = facts.byline or byline
    facts.source = facts.source or source
    return True
