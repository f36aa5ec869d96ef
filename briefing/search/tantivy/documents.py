"""Articles as the writer of the index takes them."""

from __future__ import annotations

from tantivy import Document, Filter, Index, TextAnalyzerBuilder, Tokenizer

from briefing.search.engine import IndexedText
from briefing.search.tantivy.schema import LISTS, NEWEST, NUMBER, OLDEST, RECENT, REST, SPACES, TEXT, TITLE
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
    spelled = spell(text.title, text.story, text.rest)
    made = Document()
    made.add_text(TITLE, spelled.title)
    made.add_text(TEXT, spelled.text)
    if spelled.rest:
        made.add_text(REST, spelled.rest)
    made.add_text(LISTS, spelled.lists)
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
