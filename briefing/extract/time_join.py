"""Runs of words beside each other that name one time: `9 p.m. on Tuesday`, `the end of` May, one year for two days."""

from __future__ import annotations

import re

from briefing.extract.time_beside import PLAIN
from briefing.extract.time_shift import Piece, shifted_by
from briefing.extract.time_words import SEASONS, TimeWords
from briefing.model.pattern import lazy


def merge(pieces: list[Piece], words: TimeWords) -> list[Piece]:
    """A part of day or a clock time beside a day belongs to it; `the end of` before a time is part of its words."""
    found: list[Piece] = []
    for piece in pieces:
        _widen(piece, words, found[-1].last if found else 0)
        if piece.rule == "ago-bare" and piece.last - piece.first < 2:
            continue
        if found:
            _share_year(found[-1], piece, words)
            _share_month(found[-1], piece, words)
            _in_order(found[-1], piece, words)
            if _is_same_elsewhere(found[-1], piece, words):
                found[-1].last = piece.last + len(re.match(r"Z?\)?", _signs(words, piece.last))[0])  # type: ignore[index]
                continue
            if piece.pattern.endswith(" any") and words.texts[found[-1].last : piece.first] == [",", "a"]:
                found[-1].last = piece.last  # on November 6, a Friday
                continue
        if found and (spoken := _in_spoken_year(found[-1], piece, words) or _back_from(found[-1], piece, words)):
            found[-1] = spoken
            continue
        if found and (beside := shifted_by(found[-1], piece, words)):
            found[-1] = beside
            continue
        if found and _joins(words, found[-1].last, piece.first):
            joined = _joined(found[-1], piece)
            if joined:
                found[-1] = joined
                _share_day(found, words)
                continue
        found.extend(_sharing(piece, words, found[-1].last if found else 0))
    return found


def _in_spoken_year(left: Piece, right: Piece, words: TimeWords) -> Piece | None:
    """July fifteenth, nineteen ninety-seven; last winter, nineteen ninety-four."""
    if right.rule != "spoken-year" or words.texts[left.last : right.first] not in ([], [","], ["of"]):
        return None
    op, *rest = left.pattern.split()
    if left.pattern == "rel year 0 told" and words.texts[left.last - 1].lower() == "year":
        return Piece(left.first, right.last, right.pattern, right.rule)
    if op not in ("md", "season"):
        return None
    return Piece(left.first, right.last, f"{right.pattern[:6]}-{rest[0]}", "full-date")


def _back_from(left: Piece, right: Piece, words: TimeWords) -> Piece | None:
    """Ten years ago today, a year ago this month, a week ago Friday."""
    op, *fields = left.pattern.split()
    if op != "rel" or words.texts[left.last - 1].lower() != "ago" or words.texts[left.last : right.first]:
        return None
    if not right.pattern.startswith(("rel day 0 pub", "rel week 0", "rel month 0", "wd ")):
        return None
    return Piece(left.first, right.last, f"back {fields[0]} {fields[1]} .. {right.pattern}", "ago")


def _sharing(piece: Piece, words: TimeWords, floor: int) -> list[Piece]:
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


_DAY = lazy(r"(md \d\d-|= \d{4}-\d\d-)\d\d(?= |$)")
_LISTED = "month-day-list"
_DATED = frozenset(["month-day", "full-date", _LISTED])
_AND = frozenset(["and", "or"])


def _signs(words: TimeWords, at: int) -> str:
    """The classes of the next two words, a closing bracket shown as itself."""
    return "".join(
        ")" if text == ")" else letter
        for letter, text in zip(words.classes[at : at + 2], words.texts[at : at + 2], strict=True)
    )


def _is_same_elsewhere(left: Piece, right: Piece, words: TimeWords) -> bool:
    """`4:15 a.m. local time (0115 GMT)`: one hour said twice."""
    if not (left.is_unplaced and right.is_unplaced):
        return False
    between = words.texts[left.last : right.first]
    return len(between) <= 3 and between[-1:] == ["("]


_PAIRING = frozenset(["and", "or", "to", "until", "through", "-", "–", "/"])


def _share_year(left: Piece, right: Piece, words: TimeWords) -> None:
    """`between January 12 and February 1, 2009`: the year said once holds for both, if that keeps their order."""
    if right.first - left.last != 1 or words.texts[left.last].lower() not in _PAIRING:
        return
    if not re.fullmatch(r"= \d{4}-\d\d(-\d\d)?", right.pattern):
        return
    fields = left.pattern.split()
    if fields[0] == "md" and len(fields) == 3 and len(fields[1]) == len(right.pattern) - 7:
        year = int(right.pattern[2:6]) - (fields[1] > right.pattern[7:])
        left.pattern = f"= {year}-{fields[1]}"


_WEEKDAY = lazy(r"wd (\d) (past|said|open|future|will)( T\S+)?")


def _in_order(left: Piece, right: Piece, words: TimeWords) -> None:
    """`Late Thursday and early Friday`, `Monday through Friday`: the second day follows the first."""
    between = [text.lower() for text in words.texts[left.last : right.first]]
    if len(between) != 1 or between[0] not in _PAIRING:
        return
    first, second = _WEEKDAY.fullmatch(left.pattern), _WEEKDAY.fullmatch(right.pattern)
    if not first or not second or not 0 < (int(second[1]) - int(first[1])) % 7 < (4 if between[0] in _AND else 7):
        return
    if first[2] in ("future", "will"):
        right.pattern = f"wdof {second[1]} after{second[3] or ''} .. {left.pattern.removesuffix(first[3] or '')}"
    elif second[2] not in ("future", "will"):
        left.pattern = f"wdof {first[1]} before{first[3] or ''} .. {right.pattern.removesuffix(second[3] or '')}"


def _share_month(left: Piece, right: Piece, words: TimeWords) -> None:
    """The 5th and 6th of May: the month said once holds for both days."""
    between = words.texts[left.last : right.first]
    if left.rule == "day-of-month" and right.rule in _DATED and between in (["and"], ["or"], ["and", "the"]):
        left.pattern = _with_day(right, left.pattern.split()[1]) or left.pattern


def _share_day(found: list[Piece], words: TimeWords) -> None:
    """`Between 8 a.m. and 6 p.m. on Sunday`: the day said once holds for both hours."""
    left, right = found[-2:] if len(found) > 1 else (found[-1], found[-1])
    between = words.texts[left.last : right.first]
    if left.is_unplaced and len(between) == 1 and between[0].lower() in _PAIRING:
        hour, other = left.pattern.split()[-1], right.pattern.split()[-1]
        left.pattern = right.pattern.removesuffix(other) + hour


_JOINING = frozenset(["", "i", "O", ",", "Z", "Zi", "Z,", "i.", "t", "it", "Ot", "'", "M", "MZ"])


def _joins(words: TimeWords, first: int, last: int) -> bool:
    """Whether nothing but small words or a zone (`Baghdad time on`) stands between."""
    for at in (first + 1, first + 2):
        if at < last and words.texts[at] == "time":
            first = at + 1
            break
    between = words.classes[first : min(last, first + 4)]
    if last - first > 3 or between not in _JOINING:
        return False
    return "i" not in between or words.texts[first + between.index("i")].lower() in ("on", "in", "at", "during")


def _joined(left: Piece, right: Piece) -> Piece | None:
    for part, day in ((left, right), (right, left)):
        if not part.is_unplaced or day.is_unplaced:
            continue
        clock, told = part.pattern.split()[-1], day.pattern.split()[-1]
        if told in _HALVES and clock[1:3].isdigit():
            pattern = f"{day.pattern.removesuffix(told)}{_in_half(clock, told)}"
            return Piece(left.first, right.last, pattern, day.rule)
        if told == clock:  # the early hours of Thursday morning
            return Piece(left.first, right.last, day.pattern, day.rule)
        if told.startswith("T"):
            continue
        if day.pattern.startswith("= ") and len(day.pattern) == 12 and "/" not in day.pattern:
            pattern = day.pattern + clock
        elif day.pattern.startswith(("md", "wd", "rel day", "dom")) and _is_day(day.pattern):
            pattern = f"{day.pattern} {clock}"
        else:
            continue
        return Piece(left.first, right.last, pattern, day.rule)
    return None


_HALVES = {"TMO": 0, "TAF": 12, "TEV": 12, "TNI": 12}


def _in_half(clock: str, part: str) -> str:
    """9.15 in the evening: an hour of the later half of the day, but 2 at night."""
    hours, half = int(clock[1:3]), _HALVES[part]
    return f"T{hours + half:02d}{clock[3:]}" if half and (0 if part == "TAF" else 3) < hours < 12 else clock


_LOOSE = (["long"], ["moments"], ["a", "while"], ["some", "time"], ["a", "short", "time"], ["a", "long", "time"])
"""What stands before `ago` without a unit."""


def _loosely(words: TimeWords, at: int) -> int:
    """How many words before `ago` belong to it."""
    return next(
        (len(said) for said in _LOOSE if [t.lower() for t in words.texts[max(0, at - len(said)) : at]] == said), 0
    )


def _widen_spoken(piece: Piece, words: TimeWords, floor: int) -> None:
    """The year two thousand, the winter of nineteen ninety-four."""
    at = piece.first
    opening = words.classes[max(floor, at - 3) : at]
    if opening[-2:] == "tu" and words.texts[at - 1].lower() == "year":
        piece.first = at - 2
    elif opening[-2:] == "sO":
        piece.pattern = f"{piece.pattern[:6]}-{SEASONS[words.texts[at - 2].lower()]}"
        piece.first = at - 2 - (opening[:-2] == "t")


def _is_day(pattern: str) -> bool:
    op, tail, *_ = pattern.split()
    return op not in ("md", "mdy") or "-" in tail


_WIDENING = frozenset("r-iOtEL")
"""What stands right before a time that takes in words before it."""


def _widen(piece: Piece, words: TimeWords, floor: int) -> None:
    """Takes in `early`, `the end of`, `earlier` before a time."""
    classes, at = words.classes, piece.first
    if piece.rule == "ago-bare":
        piece.first = max(at - _loosely(words, at), floor)
    elif piece.rule == "spoken-year":
        _widen_spoken(piece, words, floor)
    if piece.pattern.startswith("= P"):
        return
    if at == floor or classes[at - 1] not in _WIDENING:
        piece.first = max(piece.first, floor)
        return
    if classes[at - 1] == "r":
        piece.first = at - 1
    elif at - 2 >= floor and classes[at - 2 : at] in ("r-", "R-", "ri", "rO"):
        piece.first = at - 2
    elif at - 3 >= floor and classes[at - 3 : at] in ("tRO",):
        piece.first = at - 3
    elif at - 4 >= floor and classes[at - 4 : at] in ("tROt",):
        piece.first = at - 4
    elif classes[at - 1] in "EL" and words.texts[at - 1].lower() in ("earlier", "later"):
        piece.first = at - 1
    piece.first = max(piece.first, floor)
