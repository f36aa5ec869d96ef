"""The fields of the index. No text is stored: the texts are in the library's store."""

from __future__ import annotations

from tantivy import Schema, SchemaBuilder

from briefing.model.order import Order
from briefing.model.query import Scope

SPACES = "spaces"
"""The name of our tokenizer."""
TITLE, TEXT, REST = "title", "text", "rest"
LISTS, NUMBER, RECENT = "lists", "number", "recent"
"""`lists` has joined forms, what they stand beside, the first letters of words, and notes on pairs of them."""
LETTER = "="
"""Stands before a letter that a word of the text begins with."""
FIELDS_OF = {Scope.TITLE: (TITLE,), Scope.TEXT: (TEXT,), Scope.ALL: (TEXT, REST)}
"""`text` holds the title and the story."""
NEWEST, OLDEST = "newest", "oldest"
KEYS = {Order.NEWEST: NEWEST, Order.OLDEST: OLDEST}

SHORT = 2
"""Characters of a word that its beginning has: prefixes of so many are one list."""
BEGINS = "~"
"""Stands before the first characters of a word; no token has it."""
BETWEEN = 32
"""Positions between paragraphs; an even number."""


def schema() -> Schema:
    """Words with positions; numbers and keys as columns."""
    fields = SchemaBuilder()
    for name in (TITLE, TEXT, REST):
        fields.add_text_field(name, tokenizer_name=SPACES)
    fields.add_text_field(LISTS, tokenizer_name=SPACES, index_option="basic")
    fields.add_integer_field(NUMBER, indexed=True, fast=True)
    for name in KEYS.values():
        fields.add_integer_field(name, fast=True)
    fields.add_float_field(RECENT, fast=True)
    return fields.build()


def neighbours(field: str, left: str, right: str) -> str:
    """How the token begins that says what stands beside each other in a field, one of it a joined form.

    Behind it stands `/` with how many characters the first part of `right` has; 0 where `left` is the joined form.
    """
    return f"{field}{BEGINS}{left}{BEGINS}{right}"
