"""What is asked: words as they are typed, key by key, and queries of every kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FIRST = 50
"""Rows that every engine brings, with id and title."""
SNIPPETS = 20
ACTORS = 8
"""Rows of a facet."""
TYPED = (
    "wage dispute", "s", "t", "a", "in", "of the", "united nations", "prime minister", "central bank", "oil price",
    "said that", "the government", "interest rates", "trade deficit", "new york", "strike", "harbour envoy",
    "on monday", "it is not", "foreign exchange reserves", '"of the"', '"united nations"', '"prime minister said"',
    "company profit rose", "coffee export quota", "ceasefire", "japan dollar yen", "president reagan",
    "to be announced", "who was there", "1987", "5 pct", "bank -england", "wheat OR corn", "title:oil",
)  # fmt: skip
"""Short words, common ones and phrases are among them, because those are where engines are slow."""


class Facets(Enum):
    """What is counted in place of rows: one facet against one facet, four against four."""

    NONE = 0
    ACTORS = 1
    ALL = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A query in our language, and what is wanted besides the rows."""

    raw: str
    typing: bool = False
    newest: bool = False
    snippets: bool = False
    facets: Facets = Facets.NONE


def keystrokes() -> list[Question]:
    """Every key of every typed query, each text once, in the order of typing."""
    texts = (typed[:end] for typed in TYPED for end in range(1, len(typed) + 1))
    return [Question(text, typing=True) for text in dict.fromkeys(texts) if any(map(str.isalnum, text))]


def kinds(rare: str, common: str, middle: tuple[str, str, str], counted: str) -> dict[str, Question]:
    """One question of each kind, from words of the corpus by how many articles have them.

    `counted` is a word that all engines find in as many articles, so that all count the same.
    """
    one, two, three = middle
    return {
        "rare term": Question(rare),
        "common term": Question(common),
        "AND of two": Question(f"{one} {two}"),
        "OR of three": Question(f"{one} OR {two} OR {three}"),
        "phrase": Question(f'"{common} {one}"'),
        "prefix": Question(f"{one[:3]}*"),
        "fuzzy": Question(f"{one}~1"),
        "term and dates": Question(f"{common} pub:1986-06..1999"),
        "sorted by date": Question(one, newest=True),
        "with 20 snippets": Question(common, snippets=True),
        "facets by actor": Question(counted, facets=Facets.ACTORS),
        "all four facets": Question(counted, facets=Facets.ALL),
    }
