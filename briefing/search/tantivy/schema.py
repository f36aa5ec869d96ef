"""The fields of the index. No text is stored: the texts are in the library's store."""

from __future__ import annotations

from tantivy import Schema, SchemaBuilder

from briefing.model.order import Order
from briefing.model.query import Scope

SPACES = "spaces"
"""The name of our tokenizer."""
TITLE, TEXT, REST = "title", "text", "rest"
STARTS_OF = {TITLE: "title_starts", TEXT: "text_starts"}
JOINED, NUMBER, RECENT = "joined", "number", "recent"
FIELDS_OF = {Scope.TITLE: (TITLE,), Scope.TEXT: (TEXT,), Scope.ALL: (TEXT, REST)}
"""`text` holds the title and the story."""
NEWEST, OLDEST = "newest", "oldest"
KEYS = {Order.NEWEST: NEWEST, Order.OLDEST: OLDEST}

SHORT = 2
"""Prefixes of up to so many characters are words of their own field, so that one list answers them."""
BETWEEN = 32
"""Positions between paragraphs; an even number."""


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
