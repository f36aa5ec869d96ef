"""Finding the words that name a time; what they mean is `resolve`'s."""

from __future__ import annotations

from briefing.extract.hour_likely import names_its_day
from briefing.extract.hour_patterns import read_clock
from briefing.extract.time_beside import word_before
from briefing.extract.time_compared import is_compared
from briefing.extract.time_cues import direction
from briefing.extract.time_join import merge
from briefing.extract.time_likely import is_hour, is_likely
from briefing.extract.time_rules import DURATION, HOUR_WORD, Rule, opening, rule_at
from briefing.extract.time_run import Run
from briefing.extract.time_shift import BESIDE, LETTER_OF, LOST, Piece, by_neighbours
from briefing.extract.time_words import TimeWords, may_name_time
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When

_OPEN = When(None, Precision.DAY)
_PARTS = frozenset(["part-alone", "at-night", "meal", "small-hours", "hour-word"])
"""Rules whose finds are dropped where no day stands beside them, and nothing shows that one is meant."""
_COUNTED = frozenset(["counted-earlier", "counted-later", "counted-on"])
_ENDS = frozenset(["until", "till", "before", "by"])
_INSERTED = 9
"""Words of an inserted clause before its time."""
_RELATIVES = frozenset(["who", "which", "whose", "where", "when", "born", "built", "held", "won", "made"])
_OPENING = frozenset(["since", ",", ";", ":"])
_NO_EVENT = frozenset(["since", "until", "till", "before"])
"""What happens since or until a day does not happen on it."""


def find_times(value: str, sentences: list[Span]) -> list[TimeExpression]:
    """All times in these sentences, in order, not yet placed."""
    found: list[TimeExpression] = []
    breaks = "\n\n" if "\n\n" in value else "\n"
    opens, end = True, 0
    for sentence in sentences:
        opens = opens or breaks in value[end : sentence.start]
        end = sentence.end
        pieces = value[sentence.start : end].split()
        if may_name_time(pieces):
            times = _in_sentence(value, TimeWords(value, sentence.start, end, opens, pieces))
            found.extend(times)
            opens = opens and not times
    return found


def _in_sentence(value: str, words: TimeWords) -> list[TimeExpression]:
    pieces: list[Piece] = []
    end = 0
    for start in opening().finditer(words.classes):
        at = start.start()
        if at >= end and (found := rule_at(words.classes, at)) and (piece := _piece(words, *found)):
            pieces.append(piece)
            end = piece.last
    if not pieces:
        return []
    merged = by_neighbours(merge(pieces, words), words)
    kept = [piece for piece in merged if piece.rule not in _PARTS or not _is_loose(words, piece)]
    return [_expression(value, words, piece, at == 0) for at, piece in enumerate(kept)]


def _is_loose(words: TimeWords, piece: Piece) -> bool:
    """An hour or a part of a day that belongs to no day."""
    return piece.is_unplaced and not names_its_day(words, piece.first, piece.last)


def _piece(words: TimeWords, rule: Rule, first: int, last: int) -> Piece | None:
    first += rule.name == HOUR_WORD  # its preposition only shows that it is one
    if not is_likely(words, rule.name, first, last):
        if rule.name in BESIDE:
            unit = LETTER_OF.get(words.texts[last - 2].lower())
            return Piece(first, last - 1, f"= P1{unit}", LOST) if unit else None
        if rule.name == "year" and is_hour(words, last) and (hour := read_clock(Run(words, first, last))):
            return Piece(first, last, hour, "clock")
        if rule.name not in _COUNTED:
            return None
        rule, last = DURATION, last - 1  # a length before or after what has no date here
        if not is_likely(words, rule.name, first, last):
            return None
    pattern = rule.build(Run(words, first, last))
    if pattern is None:
        return None
    while first < last - 1 and words.classes[first] == "i":
        first += 1
    if rule is DURATION and words.classes[first] == "a" and "-" in words.classes[first + 2 : last]:
        first += 1  # a five-year plan
    return Piece(first, last, pattern, rule.name)


def _is_since(words: TimeWords, first: int) -> bool:
    """Since his election in May, since they met in May: a bound as `since May` is."""
    before = words.texts[max(0, first - _INSERTED + 1) : first]
    return "since" in before and next(word for word in reversed(before) if word in _OPENING) == "since"


def _is_inserted(words: TimeWords, piece: Piece) -> bool:
    """The mayor, elected in May 2005, asked for more: of a time before a comma."""
    if not piece.pattern.startswith(("= ", "md", "season")):
        return False
    for at in range(piece.first - 1, max(0, piece.first - _INSERTED), -1):
        if words.texts[at - 1] == ",":
            return words.texts[at] in _RELATIVES or words.texts[at].endswith("ed")
    return False


def _expression(value: str, words: TimeWords, piece: Piece, is_first: bool) -> TimeExpression:
    first, last, pattern = piece.first, piece.last, piece.pattern
    start, end = words.start(first), words.end(last - 1)
    before = word_before(words, first)
    signs = "p" if is_first and words.opens else ""
    if before in _ENDS:
        signs += "b"
    if _is_since(words, first) or (before in _NO_EVENT and (before != "before" or pattern.split()[-1][0] != "T")):
        signs += "n"
    if is_compared(words, first, last):
        signs += "c"
    if words.classes[last : last + 1] == "," and _is_inserted(words, piece):
        signs += "i"
    if not is_first:
        signs += "s"
    if before in ("from", "between"):
        signs += "f"
    if pattern[-5:] == " disc" and pattern[:4] == "rel ":
        signs += "o" * (direction(words, first, last) in ("past", "said"))
    marks = f" ;{signs}" if signs else ""
    return TimeExpression(Span(start, end), value[start:end], pattern + marks, _OPEN, Anchor.NONE)
