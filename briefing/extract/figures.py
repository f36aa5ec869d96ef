"""Amounts said of actors: `up to 1,200 Wagner fighters`, `$3.5 billion`, `about 73 kilometers`, `a third of its staff`.

Dates, ages, scores, phone, page and model numbers are no figures.
"""

from __future__ import annotations

from bisect import bisect_left

from briefing.extract import clause_words as cw
from briefing.extract import figure_words as fw
from briefing.extract import lexicon
from briefing.extract.naming import Sentence
from briefing.extract.quantities import MONEY, Quantity, quantity_at
from briefing.extract.told import UNTIED, Named, Told
from briefing.extract.words import bare
from briefing.model.actor import ActorType, Figure
from briefing.model.kept import Kept
from briefing.model.text import Span
from briefing.model.when import TimeExpression

_LONGEST_PHRASE = 6
"""Words from the number to the noun it counts."""
_MOST = 40
"""Figures of one sentence; more are a table in one line."""


def find_figures(told: Told, times: tuple[TimeExpression, ...], covered: list[Span]) -> list[Figure]:
    """The figures of one sentence; `covered` are the spans of its time expressions, in order."""
    texts = told.sentence.words.texts
    found: list[Figure] = []
    begins = [*map(_may_begin, texts), True]
    at = begins.index(True)
    while at < len(texts) and len(found) < _MOST:
        quantity = quantity_at(texts, at)
        if quantity and (made := _figure(told, quantity, times, covered)):
            found.append(made)
        at = begins.index(True, min(max(quantity.last if quantity else 0, at + 1), len(texts)))
    return found


def may_have_figures(sentence: Sentence) -> bool:
    """Whether a number stands in the sentence at all."""
    return any(map(_is_number, sentence.words.texts))


_may_begin = Kept(
    lambda text: text[0].isdigit() or text in MONEY or text.lower().partition("-")[0] in fw.BEGINS
).__getitem__
_is_number = Kept(lambda text: text in fw.SCALES or (text not in fw.ARTICLES and _may_begin(text))).__getitem__


def _figure(told: Told, quantity: Quantity, times: tuple[TimeExpression, ...], covered: list[Span]) -> Figure | None:
    words = told.sentence.words
    texts = words.texts
    if _in_time(words.starts[quantity.number], covered) or _is_label(texts, quantity):
        return None
    end, unit = _unit(told, quantity)
    if not _counts(texts, quantity, end, unit):
        return None
    number = told.clauses.of_word[quantity.number]
    speaker = told.subject(number) if _is_counting(told, number) else told.speaker(number)
    span = Span(words.starts[quantity.first], words.ends[end - 1])
    if any(time.start < span.end and span.start < time.end for time in _around(span, covered)):
        return None
    owner = _owner(told, quantity, end, number)
    return Figure(
        span,
        " ".join(texts_of(told, quantity.first, end)),
        quantity.low,
        quantity.high,
        unit,
        owner.name if owner else None,
        speaker.name if speaker else None,
        _time(told, quantity, number, times),
    )


def texts_of(told: Told, first: int, last: int) -> list[str]:
    """The words as they are written, blanks kept where the text has them."""
    words = told.sentence.words
    joined: list[str] = []
    for at in range(first, last):
        if at > first and words.starts[at] == words.ends[at - 1]:
            joined[-1] += words.texts[at]
        else:
            joined.append(words.texts[at])
    return joined


def _in_time(offset: int, covered: list[Span]) -> bool:
    at = bisect_left(covered, offset, key=lambda span: span.end - 1)
    return at < len(covered) and covered[at].start <= offset


def _around(span: Span, covered: list[Span]) -> list[Span]:
    at = bisect_left(covered, span.start, key=lambda time: time.end - 1)
    return covered[at : at + 2]


def _is_label(texts: list[str], quantity: Quantity) -> bool:
    """The number names a thing and counts nothing: `Gate 3`, `B-52`, `aged 40`, `3-1`, `+44 20 7946`."""
    begin, last = quantity.number, quantity.last
    if quantity.currency or quantity.is_vague or quantity.is_share:
        return False
    before = texts[begin - 1] if begin else ""
    following = texts[last].lower() if last < len(texts) else ""
    after = texts[last + 1].lower() if last + 1 < len(texts) else ""
    if (following == "-" and after in fw.AGES) or following in fw.AGES or (following == "years" and after == "old"):
        return True
    if not quantity.is_digits:
        return begin > 1 and texts[begin][0].isupper() and before != "."
    digits = texts[begin]
    if (
        before in ("-", "/", "+", "#", ".", "№", "@", "_")
        or before.lower() in fw.NUMBERED
        or (before == "." and begin > 1)
    ):
        return True
    if following in ("/", "-") and not after.isalpha():
        return True
    if following[:1].isdigit() or before[:1].isdigit() or ":" in digits or (digits[0] == "0" and "." not in digits):
        return True
    grouped = "," in digits or quantity.last > begin + 1
    if not grouped and not quantity.is_bounded and before[:1].isupper() and before == bare(before) and begin > 1:
        return True
    return (not grouped and not quantity.is_bounded and len(digits) == 4 and "1500" <= digits <= "2100") or len(
        digits
    ) > 15


def _unit(told: Told, quantity: Quantity) -> tuple[int, str]:
    """The end of the counted phrase, and the noun or measure that is counted."""
    texts, last = told.sentence.words.texts, quantity.last
    following = texts[last].lower() if last < len(texts) else ""
    if following == "%":
        return last + 1, "%"
    if following in ("percent", "percentage"):
        return last + 1, "percent"
    if following == "per" and last + 1 < len(texts) and texts[last + 1].lower() == "cent":
        return last + 2, "percent"
    if quantity.currency:
        return last, quantity.currency
    if following == "-" and last + 1 < len(texts) and texts[last + 1].lower() in fw.MEASURES:
        return last + 2, texts[last + 1].lower()
    if following in fw.MEASURES and texts[last].islower():
        return last + 1, following
    if following == "square" or following == "cubic" or following == "nautical" or following == "metric":
        return min(last + 2, len(texts)), " ".join(texts[last : last + 2]).lower()
    start = last + 1 if following == "of" and (quantity.is_vague or quantity.is_share) else last
    if quantity.is_share and start < len(texts) and texts[start].lower() in cw.DETERMINERS:
        start += 1
    return _counted(told, quantity, start)


def _counted(told: Told, quantity: Quantity, start: int) -> tuple[int, str]:
    texts = told.sentence.words.texts
    head = -1
    for at in range(start, min(len(texts), start + _LONGEST_PHRASE)):
        low = texts[at].lower()
        if not texts[at][0].isalpha() or _stops(told, at, low):
            break
        if texts[at].islower():
            head = at
            if _is_plural(low):
                following = texts[at + 1].lower() if at + 1 < len(texts) else ""
                if not _is_plural(following) or following in ("dead", "wounded", "injured", "missing"):
                    break
    if head < 0:
        return quantity.last, ""
    return head + 1, texts[head]


def _stops(told: Told, at: int, low: str) -> bool:
    if low in cw.PREPOSITIONS or low in cw.DETERMINERS or low in cw.AUXILIARIES or low in cw.COORDINATE:
        return True
    if low in cw.SUBORDINATE or low in cw.RELATIVE or low in cw.ADVERBS or low == "that" or low in cw.SUBJECT_PRONOUNS:
        return True
    return told.clauses.found[told.clauses.of_word[at]].verb == at or low in lexicon.verbs("say")


def _is_plural(low: str) -> bool:
    return low in fw.IRREGULAR or (low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and len(low) > 3)


def _counts(texts: list[str], quantity: Quantity, end: int, unit: str) -> bool:
    """Whether the number counts something: money, shares, measures, a plural noun; bare numbers only where bounded."""
    if quantity.currency or unit in ("%", "percent") or unit.lower() in fw.MEASURES or " " in unit:
        return True
    if unit in fw.DURATIONS or unit.lower() in lexicon.words("days"):
        return False
    if quantity.is_share:
        return bool(unit)
    if unit and (_is_plural(unit) or quantity.is_vague):
        return True
    value = quantity.high if quantity.high is not None else quantity.low
    if (unit and not quantity.is_vague) or not value or value <= 1:
        return False
    following = [text.lower() for text in texts[quantity.last : quantity.last + 3]]
    if following and following[0] in fw.DURATIONS:
        return False
    return quantity.is_bounded or quantity.is_vague or _casualties(following)


def _casualties(following: list[str]) -> bool:
    """`12 were killed`, `three died`: people, though no noun says so."""
    return following[:1] in (["killed"], ["died"]) or (
        following[:1] in (["were"], ["are"], ["have"], ["had"]) and not fw.HARMED.isdisjoint(following))  # fmt: skip


def _owner(told: Told, quantity: Quantity, end: int, number: int) -> Named | None:
    """Of whom the amount is said: the one in the phrase, beside it, or the subject of the clause."""
    texts = told.sentence.words.texts
    inside = [one for one in told.named.get(number, ()) if one.kind is not ActorType.PLACE]
    for one in inside:
        if quantity.last <= one.naming.first and one.naming.last <= end:
            return one
    for one in inside:
        naming = one.naming
        before, after = texts[naming.last - 1], texts[end].lower() if end < len(texts) else ""
        if naming.last == quantity.first and (before != bare(before) or before.lower() in fw.OWNERS):
            return one
        if 0 <= naming.first - end <= 3 and after in ("of", "from", "by"):
            return one
    subject = None if _is_counting(told, number) else told.subject(number)
    if subject and subject.kind is not ActorType.PLACE and not subject.naming.scenery:
        return subject
    return None


def _is_counting(told: Told, number: int) -> bool:
    verb = told.clauses.found[number].verb
    return verb >= 0 and not fw.COUNTING.isdisjoint(text.lower() for text in told.sentence.words.texts[verb : verb + 3])


def _time(told: Told, quantity: Quantity, number: int, times: tuple[TimeExpression, ...]) -> int | None:
    """The nearest time of the clause the figure stands in."""
    own = [time for time in told.times.get(number, ()) if times[time].when.precision not in UNTIED]
    here = told.sentence.words.starts[quantity.number]
    if not own:
        return None
    at = bisect_left(own, here, key=lambda t: times[t].span.start)
    return min(own[max(0, at - 1) : at + 1], key=lambda t: abs(times[t].span.start - here))
