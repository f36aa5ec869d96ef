"""A time told by another: `three days before Christmas`, `the Monday after Easter`, `on Friday, a day after it`."""

from __future__ import annotations

from briefing.extract.time_beside import word_after, word_before
from briefing.extract.time_words import TimeWords
from briefing.model.pattern import lazy

_UNPLACED = "at "
"""How the pattern of a clock time or part of day begins whose day may stand beside it."""


class Piece:
    """A run of words, `first` to before `last`, and its pattern."""

    __slots__ = ("first", "last", "pattern", "rule")

    def __init__(self, first: int, last: int, pattern: str, rule: str) -> None:
        self.first, self.last, self.pattern, self.rule = first, last, pattern, rule

    @property
    def is_unplaced(self) -> bool:
        """Whether this is an hour or a part of day that names no day."""
        return self.pattern.startswith(_UNPLACED)


_DAYS = ("md ", "wd ", "holiday ", "rel day ", "dom ")
LENGTH = lazy(r"= P(\d+)([DWMY])")
"""The pattern of a length that can be counted off."""
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
LETTER_OF = {unit: letter for letter, unit in UNITS.items()}
_LASTING = frozenset(["for", "in", "over", "within", "during", "the", "last", "past", "next"])
"""Before a length these make it last: for two weeks before Christmas."""
LOST, UNIT_OF = "lost-unit", "unit-of"
"""The rules of `the day before` with an event behind it, and of `the week of`: nothing without a day beside them."""
BESIDE = frozenset(["the-unit-before", "the-unit-after"])
"""The rules of `the day before` and the like, with a day behind it or nothing."""


_BETWEEN = 2
"""Words between a length and the day it counts from, at most: before the."""


def shifted_by(left: Piece, right: Piece, words: TimeWords) -> Piece | None:
    """Both pieces as one time, where the first counts from the second."""
    if right.first - left.last > _BETWEEN or not is_day(right):
        return None
    between = [text.lower() for text in words.texts[left.last : right.first]]
    how = _how(left, right, between, words)
    return Piece(left.first, right.last, f"{how} .. {right.pattern}", right.rule) if how else None


def lasts(piece: Piece, words: TimeWords) -> bool:
    """For two weeks before Christmas: a length that counts from nothing."""
    return word_before(words, piece.first) in _LASTING


def _how(left: Piece, right: Piece, between: list[str], words: TimeWords) -> str:
    if left.rule in BESIDE and between in ([], ["the"]):
        return f"shift {' '.join(left.pattern.split()[1:3])}"
    if left.rule == "weekday-beside" and between in ([], ["the"]):
        return f"wdof {' '.join(left.pattern.split()[1:3])}"
    length = LENGTH.fullmatch(left.pattern)
    if left.rule == UNIT_OF and between == []:
        return f"shift {left.pattern.split()[1]} 0"
    if not length or lasts(left, words) or not between or between[1:] not in ([], ["the"]):
        return ""
    sign = {"before": -1, "after": 1, "from": 1}.get(between[0], 0)
    if not sign or (between[0] == "from" and not right.pattern.startswith(("rel ", "wd ", "holiday "))):
        return ""
    return f"shift {UNITS[length[2]]} {sign * int(length[1])}"


def is_day(piece: Piece) -> bool:
    """Whether this is a day of a date or of the week."""
    pattern = piece.pattern
    if pattern.startswith("= "):
        return len(pattern) >= 12 and pattern[2:6].isdigit() and pattern[6:7] == "-" and "/" not in pattern
    return pattern.startswith(_DAYS) and (not pattern.startswith("md ") or "-" in pattern)


def by_neighbours(pieces: list[Piece], words: TimeWords) -> list[Piece]:
    """The same pieces: an event before or after which a day was is placed by that day, one of no day is left out."""
    found: list[Piece] = []
    for piece in pieces:
        if found and (made := _by_day(found[-1], piece, words)):
            found.append(made)
        elif piece.rule not in (LOST, UNIT_OF):
            found.append(piece)
    return found


def _by_day(day: Piece, piece: Piece, words: TimeWords) -> Piece | None:
    """`On Friday, a day after the vote`: the vote was on Thursday."""
    if piece.first - day.last != 1 or words.texts[day.last] != "," or day.is_unplaced:
        return None
    length = LENGTH.fullmatch(piece.pattern)
    if not length:
        return None
    sign = {"before": 1, "after": -1}.get(word_after(words, piece.last), 0)
    pattern = f"shift {UNITS[length[2]]} {sign * int(length[1])} .. {day.pattern}"
    return Piece(piece.first, piece.last + 1, pattern, "event") if sign else None
