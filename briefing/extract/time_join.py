"""Runs of words beside each other that name one time: `9 p.m. on Tuesday`, `the end of` May."""

from __future__ import annotations

import re

from briefing.extract.time_share import share, share_day, with_other_days
from briefing.extract.time_shift import Piece, shifted_by
from briefing.extract.time_words import SEASONS, TimeWords

_NEAR = 6
"""Words between two times of which one may belong to the other, at most."""


def merge(pieces: list[Piece], words: TimeWords) -> list[Piece]:
    """A part of day or a clock time beside a day belongs to it; `the end of` before a time is part of its words."""
    found: list[Piece] = []
    for piece in pieces:
        floor = found[-1].last if found else 0
        _widen(piece, words, floor)
        if piece.rule == "ago-bare" and piece.last - piece.first < 2:
            continue
        if not (found and piece.first - floor <= _NEAR and _takes_in(found, piece, words)):
            found.extend(with_other_days(piece, words, floor))
    return found


def _takes_in(found: list[Piece], piece: Piece, words: TimeWords) -> bool:
    """Whether the time before has become one with this one; if not, each may still say something for the other."""
    left = found[-1]
    share(left, piece, words)
    if _is_same_elsewhere(left, piece, words):
        left.last = piece.last + len(re.match(r"Z?\)?", _signs(words, piece.last))[0])  # type: ignore[index]
        return True
    if piece.pattern.endswith(" any") and words.texts[left.last : piece.first] == [",", "a"]:
        left.last = piece.last  # on November 6, a Friday
        return True
    one = _in_spoken_year(left, piece, words) or _back_from(left, piece, words) or shifted_by(left, piece, words)
    if one:
        found[-1] = one
        return True
    joined = _joined(left, piece) if _joins(words, left.last, piece.first) else None
    if joined:
        found[-1] = joined
        share_day(found, words)
    return joined is not None


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
