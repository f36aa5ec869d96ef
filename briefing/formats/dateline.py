"""The place and day a wire story opens with: `SALVADOR, Feb 26 -`, `CANBERRA, Australia (AP) _`, `PARIS — `."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from briefing.formats.days import MONTH, MONTHS

_UPPER = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/-]{1,30}(?: [A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/-]{1,30}){0,4}"
_WORD = r"[A-Z\u00c0-\u00de][\w.'’-]{1,30}"
_MIXED = rf"{_WORD}(?: (?:de |la |al |es |do |da |of )?{_WORD}){{0,3}}"
_AGENCY = r"\((?P<agency>[A-Z][\w ./&’-]{1,40})\)"
_DAY = rf"(?:(?P<m>(?i:{MONTH})) {{0,2}}(?P<d>\d{{1,2}})|(?P<e>\d{{1,2}}) (?P<n>(?i:{MONTH})))(?:,? (?P<y>\d{{4}}))?"
_QUALIFIER = rf"(?: ?, ?(?!(?i:{MONTH}) {{0,2}}\d){_MIXED}){{0,2}}"
_DASH = r"[ ]{0,3}(?:--|[-–—_])(?=\s|$|[\"“‘'A-Z])"
_DATELINE = re.compile(
    rf"[*]{{0,6}}(?:(?P<upper>{_UPPER}){_QUALIFIER}|(?P<mixed>{_MIXED}){_QUALIFIER})"
    rf"(?:,?[ ]{{0,2}}{_DAY})?(?:,? ?{_AGENCY}|, ?[Rr]euters?)?,?(?P<dash>{_DASH})[ ]?"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PLACE_AND_WEEKDAY = re.compile(rf"(?:{_UPPER}|{_MIXED}){_QUALIFIER}, {_WEEKDAY}(?:\.|{_DASH})(?= [\"“‘'A-Z])")
_LABELS = (
    "UPDATE UPDATED CORRECTED CORRECTION BREAKING URGENT EXCLUSIVE ANALYSIS FEATURE FACTBOX TIMELINE OPINION NOTE WATCH"
    " ALERT INTERVIEW PREVIEW REPEAT INSIGHT PROFILE EXPLAINER BACKGROUND SUMMARY UNESCO UNICEF"
)
_NO_PLACES = frozenset(_LABELS.split())
_PLACE_AND_DAY = re.compile(rf"(?:{_UPPER}|{_MIXED}){_QUALIFIER},? {_DAY}[.:]?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is where the story begins; `month` and `day` are zero where it names no day."""

    end: int
    month: int = 0
    day: int = 0
    year: int | None = None
    agency: str = ""
    words: str = ""

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
    hit = _DATELINE.match(head)
    if hit and _is_credible(hit, head):
        return _made(hit)
    if weekday := _PLACE_AND_WEEKDAY.match(head):
        return Dateline(weekday.end(), words=weekday[0].strip())
    alone = _PLACE_AND_DAY.fullmatch(paragraph.strip()) if len(paragraph) < 100 else None
    return _made(alone) if alone and alone["y"] else None


def _is_credible(hit: re.Match[str], head: str) -> bool:
    """A bare place needs capitals, a long dash and a sentence after it: `NATO - the alliance -` is prose."""
    if hit["agency"] or hit["m"] or hit["n"]:
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
        and place not in _NO_PLACES
        and (len(place) > 4 or len(rest) > 60)
        and any(c.islower() for c in rest)
        and len(rest) > 24
    )


def _made(hit: re.Match[str]) -> Dateline:
    month = MONTHS[(hit["m"] or hit["n"]).lower().rstrip(".")] if hit["m"] or hit["n"] else 0
    words = hit[0].strip()
    agency = hit.groupdict().get("agency") or ""
    return Dateline(
        len(hit[0].rstrip()), month, int(hit["d"] or hit["e"] or 0), int(hit["y"]) if hit["y"] else None, agency, words
    )
