"""Speech in quotation marks that goes on over several sentences: where one begins inside it, and who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.extract import lexicon
from briefing.extract.naming import Sentence
from briefing.extract.told import Named, Told
from briefing.model.actor import ActorType

_OPENING, _CLOSING, _EITHER = frozenset(["“", "«"]), frozenset(["”", "»"]), '"'
_SIGNS = _OPENING | _CLOSING | {_EITHER}
_TITLED = 3
"""Words from a verb of saying to the name: a title may stand between."""


def goes_on(texts: Sequence[str], *, is_open: bool) -> bool:
    """Whether a quotation is open at the end of a sentence, where it was or was not at its beginning."""
    return is_open if _SIGNS.isdisjoint(texts) else spoken(texts, is_open=is_open)[-1]


def spoken(texts: Sequence[str], *, is_open: bool) -> list[bool]:
    """Whether each word of a sentence stands in a quotation."""
    marks = []
    for text in texts:
        if text in _SIGNS:
            is_open = text in _OPENING or (text == _EITHER and not is_open)
        marks.append(is_open)
    return marks


def opened(sentences: Iterable[Sentence]) -> frozenset[int]:
    """The sentences that begin inside a quotation which an earlier one of their paragraph opened."""
    found, paragraph, is_open = set(), -1, False
    for number, sentence in enumerate(sentences):
        is_open = is_open and sentence.paragraph == paragraph
        paragraph = sentence.paragraph
        if is_open:
            found.add(number)
        is_open = goes_on(sentence.words.texts, is_open=is_open)
    return frozenset(found)


def speaker_of(texts: Sequence[str], here: Iterable[Named]) -> Named | None:
    """Who stands right beside a verb of saying in a sentence with a quotation."""
    if _SIGNS.isdisjoint(texts):
        return None
    return next((one for one in here if one.kind is ActorType.PERSON and is_beside_saying(texts, one)), None)


def is_beside_saying(texts: Sequence[str], one: Named) -> bool:
    """`said Minister X`, `X also said`: a verb of saying stands right before or after a name."""
    says, first, last = lexicon.verbs("say"), one.naming.first, one.naming.last
    before = (text.lower() for text in texts[max(0, first - _TITLED) : first])
    return not says.isdisjoint(texts[last : last + 2]) or not says.isdisjoint(before)


def go_on(told: Told, speaker: Named | None, *, is_open: bool) -> None:
    """Tells a sentence who speaks where it does not say so itself, and which of its clauses are still quoted."""
    told.outside = speaker
    if is_open:
        texts = told.sentence.words.texts
        closed = next((at for at, text in enumerate(texts) if text in _CLOSING or text == _EITHER), len(texts))
        for clause in told.clauses.found:
            clause.in_quotes = clause.in_quotes or clause.first < closed
