"""The place and day a wire story opens with: `SALVADOR, Feb 26 -`, `CANBERRA, Australia (AP) _`, `PARIS — `."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from briefing.formats.days import FoundDay, find_days
from briefing.formats.labels import date_kind
from briefing.formats.months import MONTH, WEEKDAY, month_number, weekday_number
from briefing.model.pattern import lazy

_UPPER = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/-]{1,30}(?: [A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/-]{1,30}){0,4}"
_WORD = r"[A-Z\u00c0-\u00de][\w.'’-]{1,30}"
_MIXED = rf"{_WORD}(?: (?:de |la |al |es |do |da |of )?{_WORD}){{0,3}}"
_AGENCY = r"(?:\((?P<agency>[A-Z][\w ,./&’-]{1,50})\)|/(?P<slashed>[A-Z][\w .&-]{1,30})/)"
_DAY = (
    rf"(?:(?P<weekday>(?i:{WEEKDAY})),? )?"
    rf"(?:(?P<m>{MONTH})\.? {{0,2}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?|(?P<e>\d{{1,2}})(?:st|nd|rd|th)? (?P<n>{MONTH})\.?)"
    r"(?:,? (?P<y>\d{4}))?"
)
_FIGURES = r"(?P<figures>\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
_QUALIFIER = rf"(?: ?, ?(?!{MONTH}\.? {{0,2}}\d){_MIXED}){{0,2}}"
_DASH = r"[ ]{0,3}(?:--|[-–—_:|])(?=\s|$|[\"“‘'A-Z])"
_MAY_BE_DATELINE = lazy(r"(?:-|[–—_:|]|/\.?)(?:[\s\"“‘'A-Z]|$)")
_MAY_BE_WEEKDAY = lazy(r"day(?:\.|[ ]{0,3}[-–—_:|])")
_DATELINE = lazy(
    rf"[*]{{0,6}}(?:(?P<upper>{_UPPER}){_QUALIFIER}|(?P<mixed>{_MIXED}){_QUALIFIER})"
    rf"(?:,?[ ]{{0,2}}(?:{_DAY}|{_FIGURES}))?(?:[,.]? ?{_AGENCY}|, ?[Rr]euters?)?[,.]?"
    rf"(?P<dash>{_DASH}|(?<=/\.)(?= )|(?<=/)(?= ))[ ]?"
)
_LONG_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY = lazy(WEEKDAY, re.IGNORECASE)
_PLACE_AND_WEEKDAY = lazy(rf"(?:{_UPPER}|{_MIXED}){_QUALIFIER}, {_LONG_WEEKDAY}(?:\.|{_DASH})(?= [\"“‘'A-Z])")
_PLACE_AND_DAY = lazy(rf"(?:{_UPPER}|{_MIXED}){_QUALIFIER},? {_DAY}[.:]?")
_DAY_FIRST = lazy(r"[ ]?(?:\((?P<place>[A-Z][\w ,./&’-]{1,40})\))?[ ]{0,2}(?:--?|[–—])[ ](?=[\"“‘']?[A-Z])")
_LABELS = (
    "UPDATE UPDATED CORRECTED CORRECTION BREAKING URGENT EXCLUSIVE ANALYSIS FEATURE FACTBOX TIMELINE OPINION NOTE WATCH"
    " ALERT INTERVIEW PREVIEW REPEAT INSIGHT PROFILE EXPLAINER BACKGROUND SUMMARY UNESCO UNICEF DEADLINE BORN DIED"
)
_NO_PLACES = frozenset(_LABELS.split())
_NO_OPENINGS = frozenset(
    ("ON", "BY", "SINCE", "UNTIL", "FROM", "BEFORE", "AFTER", "IN", "DURING", "BETWEEN", "THE", "A", "AN")
)


class Dateline(NamedTuple):
    """`end` is where the story begins; `month` and `day` are zero where it names no day."""

    end: int
    month: int = 0
    day: int = 0
    year: int | None = None
    agency: str = ""
    words: str = ""
    weekday: int | None = None

    def on(self, year: int | None) -> date | None:
        """The day, once the year is known: its own, or the one given."""
        known = self.year or year
        try:
            return date(known, self.month, self.day) if known and self.month else None
        except ValueError:
            return None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline at the head of a paragraph, or the whole of a line such as `London, 3 March 2021`."""
    head = paragraph[:200]
    may_be = head[:1] == "*" or (head[:1].isupper() and _MAY_BE_DATELINE.search(head))
    hit = _DATELINE.match(head) if may_be else None
    if hit and _names_place(hit) and _is_credible(hit, head):
        return _made(hit)
    if _MAY_BE_WEEKDAY.search(head) and (weekday := _PLACE_AND_WEEKDAY.match(head)):
        return Dateline(weekday.end(), words=weekday[0].strip())
    if opening := _day_first(paragraph):
        return opening
    may_be_alone = len(paragraph) < 100 and head[:1].isupper() and any(c.isdigit() for c in head)
    alone = _PLACE_AND_DAY.fullmatch(paragraph.strip()) if may_be_alone else None
    return _made(alone) if alone and alone["y"] and _names_place(alone) and _month(alone) else None


def _names_place(hit: re.Match[str]) -> bool:
    """Whether what comes first is no label, and what looks like a day is one."""
    words = re.split(r"[ ,.]", hit[0].lstrip("*"), maxsplit=2)
    label = " ".join(words[:2])
    first = words[0].upper()
    if first in _NO_OPENINGS or first in _NO_PLACES or month_number(words[0]) or _WEEKDAY.fullmatch(words[0]):
        return False
    if date_kind(words[0]) or date_kind(label):
        return False
    return not (hit["m"] or hit["n"]) or _month(hit) > 0


def _month(hit: re.Match[str]) -> int:
    return month_number(hit["m"] or hit["n"] or "")


def _day_first(paragraph: str) -> Dateline | None:
    """`15 August 2013 – The ferry left`, `August 15, 2013 (VALMAR) - The ferry left`."""
    if not paragraph[:1].isalnum() or len(paragraph) < 80:
        return None
    found = next(find_days(paragraph[:60]), None)
    after = _DAY_FIRST.match(paragraph, found.end) if found and found.start == 0 and not found.is_ambiguous else None
    return _dated(after.end(), paragraph[: after.end()], found) if after and found else None


def _dated(end: int, words: str, found: FoundDay, agency: str = "") -> Dateline:
    if found.is_ambiguous:
        return Dateline(len(words.rstrip()), agency=agency, words=words.strip())
    day = found.days[0]
    return Dateline(len(words[:end].rstrip()), day.month, day.day, day.year, agency, words.strip(), found.weekday)


def _is_credible(hit: re.Match[str], head: str) -> bool:
    """A bare place needs capitals, a long dash and a sentence after it: `NATO - the alliance -` is prose."""
    if hit["m"] or hit["n"] or hit["figures"]:
        return True
    if ":" in hit["dash"] or "|" in hit["dash"]:
        return False
    if hit["agency"] or hit["slashed"]:
        return True
    place = hit["upper"] or ""
    if hit.end() == len(head):
        return len(place) > 3
    follows = head[hit.end() : hit.end() + 1]
    if len(place) < 4 or "." in place or "_" in hit["dash"] or follows.islower():
        return False
    if hit["dash"].strip() != "-":
        return len(place) > 4
    # A plain hyphen needs blanks around it, and a story behind it that is not all in capitals.
    rest = head[hit.end() :]
    return (
        hit["dash"][0] == " "
        and (len(place) > 4 or len(rest) > 60)
        and any(c.islower() for c in rest)
        and len(rest) > 24
    )


def _made(hit: re.Match[str]) -> Dateline:
    groups = hit.groupdict()
    agency = groups.get("agency") or groups.get("slashed") or ""
    figures = groups.get("figures")
    found = next(find_days(figures or agency), None) if figures or agency else None
    if found:
        return _dated(hit.end(), hit[0], found, "" if found.words in agency else agency)
    return Dateline(
        len(hit[0].rstrip()),
        _month(hit),
        int(hit["d"] or hit["e"] or 0),
        int(hit["y"]) if hit["y"] else None,
        agency,
        hit[0].strip(),
        weekday_number(hit["weekday"]) if hit["weekday"] else None,
    )
