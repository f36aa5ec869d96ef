"""Articles as the writer of the index takes them."""

from __future__ import annotations

from tantivy import Document, Filter, Index, TextAnalyzerBuilder, Tokenizer

from briefing.search.engine import IndexedText
from briefing.search.tantivy.schema import LETTER, LISTS, NEWEST, NUMBER, OLDEST, RECENT, REST, SPACES, TEXT, TITLE
from briefing.search.tantivy.words import MARK, Spelling, spell, spell_article

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
    title, whole = spell_article(text.title, text.story)
    made = Document()
    made.add_text(TITLE, title.whole)
    made.add_text(TEXT, whole.whole)
    lists = [whole.pairs, *map(LETTER.__add__, whole.letters)]
    if text.rest:
        rest = spell(text.rest)
        made.add_text(REST, rest.whole)
        lists += _joined(REST, rest)
    if whole.joined:
        lists += _joined(TEXT, whole) + _joined(TITLE, title)
    made.add_text(LISTS, " ".join(lists))
    made.add_integer(NUMBER, text.number)
    made.add_integer(NEWEST, key(text.newest, text.number))
    made.add_integer(OLDEST, key(text.oldest, text.number))
    made.add_float(RECENT, _recent(text))
    return made


def _joined(field: str, words: Spelling) -> list[str]:
    return [*words.joined, *(field + beside for beside in words.beside)]


def key(place: int, number: int) -> int:
    """A key that no two articles share: ties go by number."""
    return place << _NUMBER_BITS | number & _NUMBERS


def _recent(text: IndexedText) -> float:
    """Grows with the day of publication, by more than a score can lose in rounding; 0 where no day is known."""
    day = -text.newest // 1440 - _FIRST_DAY
    return _MOST * day / _DAYS if 0 <= day <= _DAYS else 0.0
