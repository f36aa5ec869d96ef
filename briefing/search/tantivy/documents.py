"""Articles as the writer of the index takes them."""

from __future__ import annotations

from tantivy import Document, Filter, Index, TextAnalyzerBuilder, Tokenizer

from briefing.search.engine import IndexedText
from briefing.search.tantivy.schema import JOINED, NEWEST, NUMBER, OLDEST, RECENT, REST, SPACES, STARTS_OF, TEXT, TITLE
from briefing.search.tantivy.words import MARK, spell

_NUMBER_BITS = 23
_NUMBERS = (1 << _NUMBER_BITS) - 1
_FIRST_DAY, _DAYS, _MOST = 693_596, 73_049, 0.03
"""Of 1900 and up to 2100; the score of the newest is raised by two in a hundred, so that ties fall to the newer."""


def know_words(index: Index) -> None:
    """Tells an index that is to be written how our spelling is read."""
    words = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.custom_stopword([MARK]))
    index.register_tokenizer(SPACES, words.build())


def document(text: IndexedText) -> Document:
    """One article for the writer."""
    title, rest = spell((text.title,)), spell(text.rest)
    whole = title.before(spell(text.story))
    made = Document()
    for field, words in ((TITLE, title), (TEXT, whole)):
        made.add_text(field, words.text)
        made.add_text(STARTS_OF[field], " ".join(words.starts))
    if rest.text:
        made.add_text(REST, rest.text)
    if whole.joined or rest.joined:
        made.add_text(JOINED, " ".join(whole.joined | rest.joined))
    made.add_integer(NUMBER, text.number)
    made.add_integer(NEWEST, key(text.newest, text.number))
    made.add_integer(OLDEST, key(text.oldest, text.number))
    made.add_float(RECENT, _recent(text))
    return made


def key(place: int, number: int) -> int:
    """A key that no two articles share: ties go by number."""
    return place << _NUMBER_BITS | number & _NUMBERS


def _recent(text: IndexedText) -> float:
    """Grows with the day of publication, by more than a score can lose in rounding; 0 where no day is known."""
    day = -text.newest // 1440 - _FIRST_DAY
    return _MOST * day / _DAYS if 0 <= day <= _DAYS else 0.0
