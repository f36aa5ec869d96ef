"""A line of nothing but dates and what goes with them: labels, a byline, an outlet, a place, the length of the read."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.formats.clocks import without_clock
from briefing.formats.days import FoundDay, find_days
from briefing.formats.facts import Facts, is_known_key
from briefing.formats.labels import DateKind, date_kind
from briefing.formats.months import FOREIGN_WEEKDAYS, WEEKDAY
from briefing.formats.outlets import is_outlet, may_name_outlet
from briefing.formats.regions import is_byline
from briefing.model.pattern import lazy

LONGEST = 240
_PARTS = lazy(r"\s*[|·•;/<>*]+\s*|\s+[-–—]{1,3}(?:\s+|$)|^[-–—]{1,3}\s*|\s*[()\[\]]+\s*|,\s+|\s{3,}")
_BARS = lazy(r"[|·•]|\s/\s")
_LEAD = lazy(r"(?P<head>.{0,80}?)\b(?P<how>by|in|at|from|under):?\s+(?P<tail>\S.{0,120})", re.IGNORECASE)
_FLUFF = lazy(
    r"on|at|and|the|in|to|gmt|utc|local time|all times (?:are )?(?:local|(?:in )?[a-z]{2,5})"
    r"|et|ist|print|e-?mail|share|tweet|live|exclusive|breaking|ends?|news"
    r"|\d{1,3} ?[- ]?min(?:ute)?s?(?: read)?|\d[\d,.]{0,8}k? (?:comments?|shares?|views?|reads?|words|likes|replies)"
    r"|no comments|leave a (?:comment|reply)|(?:on )?(?:page|pages|pg?\.?) ?\w{1,4}"
    r"|(?:press release )?(?:(?:vol(?:ume)?|no|issue|number|nr|edition)\.? ?){1,2}[\dIVXLC][\dIVXLC,.]{0,8}"
    r"|(?:[A-Z]\w{2,15} ){1,2}edition"
    r"|(?:[a-z ]{1,60} )?(?:\d{1,3}|an?|a few) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|\d{1,5}"
    rf"|{WEEKDAY}",
    re.IGNORECASE,
)
_AGENCY = lazy(
    r"(?:the )?(?:AFP|AP|Reuters|Associated Press|Xinhua|UPI|TASS|Interfax|dpa|EFE|ANSA|PTI|ANI|TNN|IANS|Al Jazeera"
    r"|BBC(?: News)?|CNN)",
    re.IGNORECASE,
)
_CREDITS_WORDS = (
    "opinion analysis commentary review feature photos photographs video written reported story text words compiled"
    " report reporting edited reviewed posted published filed"
)
_CREDITS = frozenset(_CREDITS_WORDS.split())
_DESKS_WORDS = "desk staff correspondent correspondents reporter reporters bureau newsroom agencies writer team admin"
_DESKS = frozenset(_DESKS_WORDS.split())
_NO_NAMES_WORDS = "since until before after during from by deadline copyright born died event effective due"
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_CONTACT = lazy(r"\s(?:\S{0,40}@\S{1,60}|leave a (?:comment|reply)|\d{1,4} comments?)(?=\s|$)", re.IGNORECASE)
_SITE = lazy(r"[A-Za-z][\w-]{1,30}(?:\.[a-z]{2,10}){1,3}")
_EDGES = ' :,.()[]*"“”–—-'
_LONGEST_LABEL = 10


class _Line:
    """What the pieces of one line come to."""

    def __init__(self) -> None:
        self.dates: list[tuple[DateKind, FoundDay]] = []
        self.byline = self.source = ""
        self.names: list[str] = []
        self.pairs: list[tuple[str, str]] = []
        self.is_labelled = False


def take_date_line(line: str, facts: Facts, may_be_bare: bool = True) -> bool:
    """Take a line of nothing but dates and what goes with them; facts stay as they were for any other line.

    Names that nothing explains are let pass between bars, beside a label or a byline, or below a title."""
    if len(line) > LONGEST:
        return False
    made = _read(line, facts.expected)
    if made is None or not (made.is_labelled or may_be_bare):
        return False
    barred = _BARS.search(line) is not None
    explained = made.is_labelled or barred or bool(made.byline) or bool(facts.title)
    if made.names and not (explained and len(made.names) < 4 and len(made.dates) < 4):
        return False
    _keep(made, facts, barred)
    return True


def _keep(made: _Line, facts: Facts, barred: bool) -> None:
    facts.take_dates(made.dates)
    facts.expected = None
    for key, value in made.pairs:
        facts.take(key, value)
    byline, source = made.byline, made.source
    names = [name for name in made.names if " " in name]
    two = len(names) > 1 and not barred and not source
    if (barred or two) and names and not source:
        source = names.pop(0)
    if names and not byline and (two or not source) and 1 < len(names[0].split()) < 4:
        byline = names[0]
    facts.byline = facts.byline or byline
    facts.source = facts.source or source


@lru_cache(maxsize=32)  # a line of a head is looked at by whoever asks whether it is one
def _read(line: str, expected: DateKind | None) -> _Line | None:
    days = list(find_days(line))
    if not days:
        return None
    made = _Line()
    barred = _BARS.search(line) is not None
    at = 0
    for found in days:
        before = line[at : found.start]
        pieces = [piece.strip(_EDGES) for piece in _PARTS.split(before)]
        kind = _take_label(pieces, made)
        if (
            kind is None
            and before.rstrip().endswith(":")
            and not is_outlet(pieces[-1].partition(" from ")[2] or pieces[-1])
        ):
            return None
        made.is_labelled |= kind is not None
        made.dates.append((kind or expected or DateKind.DATE, found))
        expected = None
        if not all(_take_piece(piece, made) or (barred and _is_rubric(piece)) for piece in pieces):
            return None
        at = found.end
    rest = [piece.strip(_EDGES) for piece in _PARTS.split(line[at:])]
    return made if all(_take_piece(piece, made) or (barred and _is_rubric(piece)) for piece in rest) else None


def _take_label(pieces: list[str], made: _Line) -> DateKind | None:
    """Take the label off the last of the pieces before a date; `Posted by Jane Doe on` says two things."""
    filled = [n for n, piece in enumerate(pieces) if piece]
    if not filled:
        return None
    last = filled[-1]
    words = pieces[last].split()
    for count in range(min(_LONGEST_LABEL, len(words)), 0, -1):
        kind = date_kind(" ".join(words[-count:]))
        if kind is None:
            continue
        pieces[last] = " ".join(words[:-count])
        lead = _lead_kind(pieces[last]) if kind is DateKind.DATE else None
        return lead or (None if words[-count:] in (["on"], ["On"]) and not pieces[last] else kind)
    return _lead_kind(pieces[last])


def _lead_kind(piece: str) -> DateKind | None:
    lead = _LEAD.fullmatch(piece)
    return date_kind(lead["head"]) if lead and lead["head"].strip().lower() not in ("edited", "reviewed") else None


def _take_piece(piece: str, made: _Line) -> bool:
    """Take one piece that is no date; False where it is none of what goes with dates."""
    if not piece or _FLUFF.fullmatch(piece) or piece.lower() in FOREIGN_WEEKDAYS or _SITE.fullmatch(piece):
        return True
    piece = _CONTACT.sub("", piece).strip(_EDGES)
    rest = without_clock(piece)
    if rest != piece:
        return not rest.strip(_EDGES) or date_kind(rest) is not None
    if date_kind(piece) is not None:
        return True
    return _take_pair(piece, made) or _take_lead(piece, made) or _take_name(piece, made)


def _take_pair(piece: str, made: _Line) -> bool:
    key, colon, value = piece.partition(":")
    if key.lower() in _CREDITS and _is_name(value.strip()):
        made.byline = made.byline or (value.strip() if key.lower() not in ("photos", "photographs", "video") else "")
        return True
    if not colon or not is_known_key(key) or not value.strip() or key.lower() in ("by", "from"):
        return False
    made.pairs.append((key, value.strip()))
    return True


def _take_lead(piece: str, made: _Line) -> bool:
    """`By Jane Doe`, `Posted by admin`, `First published in the Cape Journal`."""
    lead = _LEAD.fullmatch(piece)
    if not lead:
        return False
    head, tail = lead["head"].strip(_EDGES), lead["tail"].strip(_EDGES)
    known = not head or date_kind(head) is not None or head.lower() in _CREDITS
    by = lead["how"].lower() == "by"
    if not known:
        return lead["how"].lower() in ("in", "at") and _take_name(head, made) and _is_name(tail)
    if by and (is_byline("By " + tail) or _is_desk(tail) or (head and len(tail.split()) < 3)):
        made.byline = made.byline or tail
        return True
    if not by and _is_name(tail.removeprefix("the ")):
        if is_outlet(tail):
            made.source = made.source or tail
        return True
    return by and _is_name(tail) and _take_name(tail, made)


def _take_name(piece: str, made: _Line) -> bool:
    if _AGENCY.fullmatch(piece) or is_outlet(piece):
        made.source = made.source or piece
    elif _is_desk(piece):
        made.byline = made.byline or piece
    elif _is_name(piece):
        made.names.append(piece)
    else:
        return False
    return True


def _is_name(words: str) -> bool:
    parts = words.split()
    return may_name_outlet(words) and len(parts) < 6 and parts[0].lower() not in _NO_NAMES


def _is_rubric(piece: str) -> bool:
    """`Market wrap`, `Letter from the coast`: where an outlet files the story, between bars."""
    words = piece.split()
    return len(words) < 6 and piece[0].isupper() and all(word.isalpha() for word in words)


def _is_desk(words: str) -> bool:
    parts = words.lower().split()
    return (0 < len(parts) < 7 and parts[-1] in _DESKS) or (
        len(parts) > 2 and parts[-2] == "in" and parts[-3] in _DESKS
    )
