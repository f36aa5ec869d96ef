"""Finding the words that name a time; what they mean is `resolve`'s."""

from __future__ import annotations

import re

from briefing.extract import lexicon
from briefing.extract.time_rules import OPENING, Rule, rule_at
from briefing.extract.time_run import Run
from briefing.extract.time_words import TimeWords, may_name_time
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When

_OPEN = When(None, Precision.DAY)
_UNPLACED_CLOCK = "near"


def find_times(value: str, sentences: list[Span]) -> list[TimeExpression]:
    """All times in these sentences, in order, not yet placed."""
    found: list[TimeExpression] = []
    for sentence in sentences:
        if may_name_time(value, sentence.start, sentence.end):
            found.extend(_in_sentence(value, sentence))
    return found


def _in_sentence(value: str, sentence: Span) -> list[TimeExpression]:
    words = TimeWords(value, sentence.start, sentence.end)
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
    return [_expression(value, words, piece) for piece in merged if piece.rule != "part-alone" or _is_placed(piece)]


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
    direction = "any" if words.texts[first - 1 : first] == ["a"] else _direction(words, first, last)
    pattern = rule.build(Run(words.texts[first:last], words.classes[first:last], direction))
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
    if rule in ("counted-earlier", "counted-later") and texts[last - 1].lower() in ("before", "after"):
        return last == len(texts) or not texts[last][0].isalnum()
    if rule == "month" and texts[first].islower():
        return False
    if rule == "duration":
        follows = texts[last].lower() if last < len(texts) else ""
        beyond = texts[last + 1].lower() if last + 1 < len(texts) else ""
        return follows != "old" and not (follows == "-" and beyond == "old")
    if rule == "the-vague" or rule == "vague-units":
        return not (texts[last - 1].lower() == "future" and classes[first] != "t")
    if rule == "clock":
        after, before = classes[last : last + 1], classes[first - 1 : first]
        return classes[last - 1] == "M" or after in ("Z", "M") or before in ("i", "B")
    if rule in ("last-unit", "the-last-unit", "next-unit", "the-next-unit", "the-previous-unit"):
        return classes[last : last + 1] != "O"
    if rule == "set":
        return texts[first].lower() != "annual"
    return True


_YEAR_BEFORE = frozenset("iBOFtrRmkjsYwe-,(Lpdo")


def _plausible_year(words: TimeWords, at: int) -> bool:
    classes, texts = words.classes, words.texts
    before = classes[at - 1] if at else "("
    after = texts[at + 1] if at + 1 < len(texts) else ""
    if before == "$" or classes[at + 1 : at + 2] == "%":
        return False
    if texts[at - 1 : at] in (["#"], ["."]) and _glued(words, at):
        return False
    if before == "-" and _glued(words, at) and classes[at - 2 : at - 1] not in ("r", "y", "m"):
        return False
    if after == "-" and _glued(words, at + 1) and classes[at + 2 : at + 3] not in ("y", "d"):
        return after == "-" and texts[at + 2 : at + 3] in (["era"], ["style"])
    if before == "i":
        return True
    if after[:1].islower() and after.endswith("s") and len(after) > 3 and after not in _AFTER_YEAR:
        return False
    return "1800" <= texts[at] <= "2099" and (before in _YEAR_BEFORE or not after[:1].islower())


_AFTER_YEAR = frozenset(["was", "has", "is", "elections", "sanctions", "protests"])


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


_PAIRING = frozenset(["and", "to", "until", "-", "–"])


def _share_year(left: _Piece, right: _Piece, words: TimeWords) -> None:
    """`between January 12 and February 1, 2009`: the year said once holds for both, if that keeps their order."""
    between = words.texts[left.last : right.first]
    if len(between) != 1 or between[0].lower() not in _PAIRING or not re.fullmatch(r"= \d{4}-\d\d-\d\d", right.pattern):
        return
    fields = left.pattern.split()
    if fields[0] == "md" and len(fields) == 3 and len(fields[1]) == 5 and fields[1] < right.pattern[7:]:
        left.pattern = f"= {right.pattern[2:6]}-{fields[1]}"


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


def _direction(words: TimeWords, first: int, last: int) -> str:
    """Past, unless the verb cue nearest before the time (or, with none before, after it) looks ahead."""
    texts = words.texts
    before = first
    while before and first - before < 4 and words.classes[before - 1] in "tROr":
        before -= 1
    if before and texts[before - 1].lower() in ("by", "until", "till"):
        return "future"
    for at in range(first - 1, max(-1, first - 26), -1):
        cue = _cue(texts, at)
        if cue == "future" and texts[last : last + 1] == ["did"]:
            return "past"  # what was planned for then did not take place
        if cue:
            return cue
    for at in range(last, min(len(texts), last + 12)):
        cue = _cue(texts, at)
        if cue:
            return cue
    return "past"


def _cue(texts: list[str], at: int) -> str:
    word = texts[at].lower()
    ahead = lexicon.verbs("ahead")
    if word in ahead or (at + 1 < len(texts) and f"{word} {texts[at + 1].lower()}" in ahead):
        return "future"
    if word in lexicon.verbs("past") or word in lexicon.verbs("say") or (word.endswith("ed") and len(word) > 4):
        return "past"
    return ""
