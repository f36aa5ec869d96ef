"""What is said once for two times beside each other: a month or year for two days, a day for two hours, their order."""

from __future__ import annotations

import re

from briefing.extract.time_beside import PLAIN
from briefing.extract.time_shift import Piece
from briefing.extract.time_words import TimeWords
from briefing.model.pattern import lazy

_DAY = lazy(r"(md \d\d-|= \d{4}-\d\d-)\d\d(?= |$)")
_LISTED = "month-day-list"
_DATED = frozenset(["month-day", "full-date", _LISTED])
_AND = frozenset(["and", "or"])
_PAIRING = frozenset(["and", "or", "to", "until", "through", "-", "–", "/"])
_WEEKDAY = lazy(r"wd (\d) (past|said|open|future|will)( T\S+)?")


def with_other_days(piece: Piece, words: TimeWords, floor: int) -> list[Piece]:
    """`7 and 21 November`, `March 3 and 5`: the month said once, with the year if there is one, holds for both days."""
    if piece.rule not in _DATED or not _DAY.match(piece.pattern):
        return [piece]
    texts, classes, made = words.texts, words.classes, [piece]
    first, last = piece.first, piece.last
    if first - 2 >= floor and texts[first - 1] in _AND and classes[first - 2] in "do" and classes[first] in "do":
        made.insert(0, Piece(first - 2, first - 1, _with_day(piece, texts[first - 2]), piece.rule))
    while piece.rule == _LISTED and classes[last : last + 2] == ",d":
        made.append(Piece(last + 1, last + 2, _with_day(piece, texts[last + 1]), piece.rule))
        last += 2
    last += piece.rule == _LISTED and texts[last] == ","
    if (
        classes[first] in "mkj"
        and texts[last : last + 1] in (["and"], ["or"], ["to"])
        and classes[last + 1 : last + 2] in ("d", "o")
    ):
        after = texts[last + 2] if last + 2 < len(texts) else ""
        if not after[:1].isalnum() or (after in PLAIN and after not in ("of", "to")):
            made.append(Piece(last + 1, last + 2, _with_day(piece, texts[last + 1]), piece.rule))
    return [one for one in made if one.pattern]


def _with_day(piece: Piece, day: str) -> str:
    number = int(day.rstrip("stndrh"))
    return _DAY.sub(rf"\g<1>{number:02d}", piece.pattern, count=1) if 0 < number < 32 else ""


def share(left: Piece, right: Piece, words: TimeWords) -> None:
    """What one of two times says for the other too: a year, a month, which of two days is the first."""
    if right.first - left.last == 1 and (between := words.texts[left.last].lower()) in _PAIRING:
        _share_year(left, right)
        _put_in_order(left, right, between)
    if left.rule == "day-of-month" and right.rule in _DATED:
        _share_month(left, right, words)


def _share_year(left: Piece, right: Piece) -> None:
    """`between January 12 and February 1, 2009`: the year said once holds for both, if that keeps their order."""
    if not re.fullmatch(r"= \d{4}-\d\d(-\d\d)?", right.pattern):
        return
    fields = left.pattern.split()
    if fields[0] == "md" and len(fields) == 3 and len(fields[1]) == len(right.pattern) - 7:
        year = int(right.pattern[2:6]) - (fields[1] > right.pattern[7:])
        left.pattern = f"= {year}-{fields[1]}"


def _put_in_order(left: Piece, right: Piece, between: str) -> None:
    """`Late Thursday and early Friday`, `Monday through Friday`: the second day follows the first."""
    first, second = _WEEKDAY.fullmatch(left.pattern), _WEEKDAY.fullmatch(right.pattern)
    if not first or not second or not 0 < (int(second[1]) - int(first[1])) % 7 < (4 if between in _AND else 7):
        return
    if first[2] in ("future", "will"):
        right.pattern = f"wdof {second[1]} after{second[3] or ''} .. {left.pattern.removesuffix(first[3] or '')}"
    elif second[2] not in ("future", "will"):
        left.pattern = f"wdof {first[1]} before{first[3] or ''} .. {right.pattern.removesuffix(second[3] or '')}"


def _share_month(left: Piece, right: Piece, words: TimeWords) -> None:
    """The 5th and 6th of May: the month said once holds for both days."""
    if words.texts[left.last : right.first] in (["and"], ["or"], ["and", "the"]):
        left.pattern = _with_day(right, left.pattern.split()[1]) or left.pattern


def share_day(found: list[Piece], words: TimeWords) -> None:
    """`Between 8 a.m. and 6 p.m. on Sunday`: the day said once holds for both hours."""
    left, right = found[-2:] if len(found) > 1 else (found[-1], found[-1])
    between = words.texts[left.last : right.first]
    if left.is_unplaced and len(between) == 1 and between[0].lower() in _PAIRING:
        hour, other = left.pattern.split()[-1], right.pattern.split()[-1]
        left.pattern = right.pattern.removesuffix(other) + hour
