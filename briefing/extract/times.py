"""Finding the words that name a time; what they mean is `resolve`'s."""

from __future__ import annotations

import re

from briefing.extract.time_cues import direction
from briefing.extract.time_rules import OPENING, Rule, rule_at
from briefing.extract.time_run import Run
from briefing.extract.time_words import TimeWords, may_name_time
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When

_OPEN = When(None, Precision.DAY)
_UNPLACED_CLOCK = "near"
_PARTS = frozenset(["part-alone", "at-night"])
"""Rules whose finds are dropped where no day stands beside them."""
_OLD = re.compile(r"\bBCE?\b")


def find_times(value: str, sentences: list[Span]) -> list[TimeExpression]:
    """All times in these sentences, in order, not yet placed."""
    found: list[TimeExpression] = []
    is_old = _OLD.search(value) is not None
    for sentence in sentences:
        if may_name_time(value, sentence.start, sentence.end):
            found.extend(_in_sentence(value, sentence, is_old))
    return found


def _in_sentence(value: str, sentence: Span, is_old: bool) -> list[TimeExpression]:
    words = TimeWords(value, sentence.start, sentence.end, is_old)
    pieces: list[_Piece] = []
    at = 0
    while start := OPENING.search(words.classes, at):
        at = start.start()
        found = rule_at(words.classes, at)
        piece = _piece(words, *found) if found else None
        if piece:
            pieces.append(piece)
        at = piece.last if piece else at + 1
    merged = _merge(pieces, words)
    return [_expression(value, words, piece) for piece in merged if piece.rule not in _PARTS or _is_placed(piece)]


def _is_placed(piece: _Piece) -> bool:
    return _UNPLACED_CLOCK not in piece.pattern.split()


class _Piece:
    """A run of words, `first` to before `last`, and its pattern."""

    __slots__ = ("first", "last", "pattern", "rule")

    def __init__(self, first: int, last: int, pattern: str, rule: str) -> None:
        self.first, self.last, self.pattern, self.rule = first, last, pattern, rule


def _piece(words: TimeWords, rule: Rule, first: int, last: int) -> _Piece | None:
    if not _plausible(words, rule.name, first, last):
        return None
    pattern = rule.build(Run(words.texts[first:last], words.classes[first:last], direction(words, first, last)))
    if pattern is None:
        return None
    while first < last - 1 and words.classes[first] in "i":
        first += 1
    return _Piece(first, last, pattern, rule.name)


def _glued(words: TimeWords, at: int) -> bool:
    return 0 < at < len(words.texts) and words.starts[at] == words.ends[at - 1]


def _plausible(words: TimeWords, rule: str, first: int, last: int) -> bool:
    classes, texts = words.classes, words.texts
    if rule == "year":
        return _plausible_year(words, last - 1)
    if rule == "the-past":
        return texts[last - 1].lower() == "past"
    if rule == "the-unit-before" or (rule == "ago-vague" and texts[last - 1].lower() == "before"):
        return last == len(texts) or texts[last] in (",", ".")
    if rule in ("counted-earlier", "counted-later") and texts[last - 1].lower() in ("before", "after"):
        return last == len(texts) or not texts[last][0].isalnum()
    if rule == "month" and classes[first] == "k" and classes[first - 1 : first] in ("a", "t"):
        return last < len(texts) and texts[last].islower()
    if rule == "duration":
        follows = texts[last].lower() if last < len(texts) else ""
        beyond = texts[last + 1].lower() if last + 1 < len(texts) else ""
        return follows != "old" and not (follows == "-" and beyond == "old") and not _is_rate(words, first, last)
    if rule == "the-vague" or rule == "vague-units":
        return not (texts[last - 1].lower() == "future" and classes[first] != "t")
    if rule == "clock":
        after, before = classes[last : last + 1], classes[first - 1 : first]
        return classes[last - 1] == "M" or after in ("Z", "M") or before in ("i", "B")
    if rule in ("last-unit", "the-last-unit", "next-unit", "the-next-unit", "the-previous-unit"):
        return classes[last : last + 1] != "O"
    if rule == "set":
        return texts[first].lower() != "annual" and not _MUCH.intersection(classes[max(0, first - 5) : first])
    if rule == "the-quarter" and texts[last - 1].lower() == "year":
        return classes[first - 1 : first] in ("O", "F") or texts[first - 1].lower() == "during"
    if rule == "decade" and texts[first][0].isdecimal() and len(texts[first]) == 3:
        return texts[first - 1 : first] not in (["his"], ["her"], ["their"], ["my"])
    if rule == "this-unit" and texts[last - 1][0].isupper() and not texts[last - 1].isupper():
        return False
    if rule == "bare-old-year":
        return words.is_old and (last == len(texts) or not texts[last][0].isalpha() or texts[last] in _PLAIN)
    if rule == "day-of-month":
        return last == len(texts) or texts[last][0] in ",.;:)" or texts[last].lower() in _AFTER_DAY
    if rule == "season" and texts[last - 1].lower() == "fall":
        return (
            classes[last : last + 1] != "i" and not texts[last - 1][0].isupper() and classes[first - 1 : first] != "a"
        )
    return True


_RATE = frozenset("$%")
_MUCH = frozenset("$%N")


def _is_rate(words: TimeWords, first: int, last: int) -> bool:
    """$500 million a year, 24 hours a day; a quarter of it, three-quarters."""
    classes, unit = words.classes, words.texts[last - 1].lower()
    if unit.startswith("quarter") and (classes[first:last] == "au" or "-" in classes[first:last]):
        return True
    if unit.startswith("quarter") and classes[first:last] == "Yau":
        return True
    if classes[first:last] != "au":
        return False
    return classes[first - 1 : first] == "U" or bool(_RATE.intersection(classes[max(0, first - 5) : first]))


_AFTER_DAY = frozenset(["and", "or", "the", "a", "he", "she", "they", "it", "to", "at", "in", "but", "when", "of"])
_DETERMINERS = frozenset("the a an his her its their our my this that these those 's ’s each every some".split())
_PLAIN = frozenset(
    "was has is and or but in on at to of by for from with as than while when where which that the a he she it they after "
    "before when who whose had were are is's elections".split()
)


def _plausible_year(words: TimeWords, at: int) -> bool:
    """Not a price, a share, a flight, a model or so many of something."""
    classes, texts = words.classes, words.texts
    before = classes[at - 1] if at else "("
    if before == "$" or classes[at + 1 : at + 2] == "%" or not "1800" <= texts[at] <= "2099" and before not in "iB":
        return False
    if texts[at - 1 : at] in (["#"], ["."]) and _glued(words, at):
        return False
    if before == "-" and _glued(words, at) and classes[at - 2 : at - 1] not in ("r", "y", "m"):
        return False
    if texts[at + 1 : at + 2] == ["-"] and _glued(words, at + 1):
        return classes[at + 2 : at + 3] in ("y", "d") or texts[at + 2 : at + 3] in (["era"], ["style"])
    if before == "i":
        return True
    after = texts[at + 1] if at + 1 < len(texts) else ""
    lead = [word.lower() for word in texts[max(0, at - 4) : at]]
    if after[:1].islower() and after not in _PLAIN:
        counts = after.endswith("s") and len(after) > 3
        return bool(_DETERMINERS.intersection(lead[-1:] if not counts else lead[-2:])) or (not counts and before != ".")
    return before != "." or texts[at - 1][0].islower() or not texts[at - 1][0].isalpha()


def _merge(pieces: list[_Piece], words: TimeWords) -> list[_Piece]:
    """A part of day or a clock time beside a day belongs to it; `the end of` before a time is part of its words."""
    found: list[_Piece] = []
    for piece in pieces:
        _widen(piece, words, found[-1].last if found else 0)
        if found:
            _share_year(found[-1], piece, words)
        if found and _joins(words.classes[found[-1].last : piece.first]):
            joined = _joined(found[-1], piece)
            if joined:
                found[-1] = joined
                continue
        found.append(piece)
    return found


_PAIRING = frozenset(["and", "or", "to", "until", "through", "-", "–", "/"])


def _share_year(left: _Piece, right: _Piece, words: TimeWords) -> None:
    """`between January 12 and February 1, 2009`: the year said once holds for both, if that keeps their order."""
    between = words.texts[left.last : right.first]
    if (
        len(between) != 1
        or between[0].lower() not in _PAIRING
        or not re.fullmatch(r"= \d{4}-\d\d(-\d\d)?", right.pattern)
    ):
        return
    fields = left.pattern.split()
    if fields[0] == "md" and len(fields) == 3 and len(fields[1]) == len(right.pattern) - 7:
        year = int(right.pattern[2:6]) - (fields[1] > right.pattern[7:])
        left.pattern = f"= {year}-{fields[1]}"


def _joins(between: str) -> bool:
    return between in ("", "i", "O", ",", "Z", "Zi", "Z,", "i.", "t", "it", "'", "M", "MZ")


def _joined(left: _Piece, right: _Piece) -> _Piece | None:
    for part, day in ((left, right), (right, left)):
        fields = part.pattern.split()
        if _UNPLACED_CLOCK not in fields or day.pattern.split()[-1].startswith("T"):
            continue
        clock = fields[-1]
        if day.pattern.startswith("= ") and len(day.pattern) == 12 and "/" not in day.pattern:
            pattern = day.pattern + clock
        elif day.pattern.startswith(("md", "wd", "rel day", "dom")) and _is_day(day.pattern):
            pattern = f"{day.pattern} {clock}"
        else:
            continue
        return _Piece(left.first, right.last, pattern, day.rule)
    return None


def _is_day(pattern: str) -> bool:
    op, tail, *_ = pattern.split()
    return op not in ("md", "mdy") or "-" in tail


def _widen(piece: _Piece, words: TimeWords, floor: int) -> None:
    """Takes in `early`, `the end of`, `earlier` before a time."""
    classes, at = words.classes, piece.first
    if piece.pattern.startswith("= P"):
        return
    if at - 1 >= floor and classes[at - 1] == "r":
        piece.first = at - 1
    elif at - 2 >= floor and classes[at - 2 : at] in ("r-", "ri", "rO"):
        piece.first = at - 2
    elif at - 3 >= floor and classes[at - 3 : at] in ("tRO",):
        piece.first = at - 3
    elif at - 4 >= floor and classes[at - 4 : at] in ("tROt",):
        piece.first = at - 4
    elif at - 1 >= floor and classes[at - 1] in "EL" and words.texts[at - 1].lower() in ("earlier", "later"):
        piece.first = at - 1
    piece.first = max(piece.first, floor)


def _expression(value: str, words: TimeWords, piece: _Piece) -> TimeExpression:
    span = Span(words.starts[piece.first], words.ends[piece.last - 1])
    pattern = piece.pattern.replace(f" {_UNPLACED_CLOCK} ", " disc ")
    return TimeExpression(span, span.of(value), pattern, _OPEN, Anchor.NONE)
