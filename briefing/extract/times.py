"""Finding the words that name a time; what they mean is `resolve`'s."""

from __future__ import annotations

import re

from briefing.extract.time_join import UNPLACED_CLOCK, Piece, merge
from briefing.extract.time_likely import is_likely
from briefing.extract.time_rules import OPENING, Rule, rule_at
from briefing.extract.time_run import Run
from briefing.extract.time_words import TimeWords, may_name_time
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When

_OPEN = When(None, Precision.DAY)
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
    pieces: list[Piece] = []
    at = 0
    while start := OPENING.search(words.classes, at):
        at = start.start()
        found = rule_at(words.classes, at)
        piece = _piece(words, *found) if found else None
        if piece:
            pieces.append(piece)
        at = piece.last if piece else at + 1
    merged = merge(pieces, words)
    return [_expression(value, words, piece) for piece in merged if piece.rule not in _PARTS or _is_placed(piece)]


def _is_placed(piece: Piece) -> bool:
    return UNPLACED_CLOCK not in piece.pattern.split()


def _piece(words: TimeWords, rule: Rule, first: int, last: int) -> Piece | None:
    if not is_likely(words, rule.name, first, last):
        return None
    pattern = rule.build(Run(words, first, last))
    if pattern is None:
        return None
    while first < last - 1 and words.classes[first] in "i":
        first += 1
    return Piece(first, last, pattern, rule.name)


def _expression(value: str, words: TimeWords, piece: Piece) -> TimeExpression:
    span = Span(words.start(piece.first), words.end(piece.last - 1))
    pattern = piece.pattern.replace(f" {UNPLACED_CLOCK} ", " disc ")
    return TimeExpression(span, span.of(value), pattern, _OPEN, Anchor.NONE)
