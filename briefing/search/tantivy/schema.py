"""The fields of the index. No text is stored: the texts are in the library's store."""

from __future__ import annotations

from tantivy import Document, Filter, Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from briefing.model.order import Order
from briefing.model.query import Scope
from briefing.search.engine import IndexedText
from briefing.search.tantivy.words import MARK, spell

SPACES = "spaces"
"""The name of our tokenizer."""
TITLE, TEXT, REST = "title", "text", "rest"
STARTS_OF = {TITLE: "title_starts", TEXT: "text_starts"}
JOINED, NUMBER, RECENT = "joined", "number", "recent"
FIELDS_OF = {Scope.TITLE: (TITLE,), Scope.TEXT: (TEXT,), Scope.ALL: (TEXT, REST)}
"""`text` holds the title and the story."""
NEWEST, OLDEST = "newest", "oldest"
KEYS = {Order.NEWEST: NEWEST, Order.OLDEST: OLDEST}

_NUMBER_BITS = 23
_NUMBERS = (1 << _NUMBER_BITS) - 1
_FIRST_DAY, _DAYS, _MOST = 693_596, 73_049, 0.03
"""Of 1900 and up to 2100; the score of the newest is raised by two in a hundred, so that ties fall to the newer."""


def schema() -> Schema:
    """Words with positions; numbers and keys as columns."""
    fields = SchemaBuilder()
    for name in (TITLE, TEXT, REST):
        fields.add_text_field(name, tokenizer_name=SPACES)
    for name in (JOINED, *STARTS_OF.values()):
        fields.add_text_field(name, tokenizer_name=SPACES, index_option="basic")
    fields.add_integer_field(NUMBER, indexed=True, fast=True)
    for name in KEYS.values():
        fields.add_integer_field(name, fast=True)
    fields.add_float_field(RECENT, fast=True)
    return fields.build()


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
