"""A dated claim: who did what, when, said by whom, with the sentence that says so; and an amount said of somebody."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from briefing.model.actor import ActorId, ActorType, Certainty
from briefing.model.text import Span
from briefing.model.when import Anchor, When

_LONGEST = 300
"""Characters of a deed that are kept."""


def kept_words(text: str) -> str:
    """Words of an article as a claim keeps them: on one line, and not more than is read at a glance."""
    return " ".join(text.split())[:_LONGEST]


class Sure(IntEnum):
    """How sure the time of a claim is, the surest first."""

    EXACT = 0
    """A day or a time of day."""
    COARSE = 1
    """Something longer, such as a week or a decade."""
    GUESSED = 2
    """Nothing but a year clue places it, or the tie of actor and time is a guess."""


class Claim(NamedTuple):
    """One row of the ledger. `sentence` and `time_at` are offsets in the article's text."""

    article: int
    doc: str
    """How the article is cited."""
    actor: ActorId
    name: str
    type: ActorType
    when: When
    guess: str
    """What a year clue suggests where nothing places the time; shown as a guess."""
    words: str
    """The words that name the time."""
    anchor: Anchor
    certainty: Certainty
    rule: str
    did: str
    said_by: str
    paragraph: int
    sentence: Span
    time_at: int
    part: int = 0
    """Its number among the claims of its article."""
    repeats: int = 0
    """How many copies of the article tell it again."""
    also: tuple[str, ...] = ()
    """Where they do, as citations; of very many the first."""

    @property
    def cite(self) -> str:
        """`FILE:pN`."""
        return f"{self.doc}:p{self.paragraph}"


class FigureClaim(NamedTuple):
    """An amount said of an actor, beside others of the same actor."""

    article: int
    doc: str
    surface: str
    low: float | None
    high: float | None
    unit: str
    said_by: str
    value: str
    """When it held, as far as the text says; else ""."""
    published: int | None
    """The day of the article, as an ordinal."""
    paragraph: int
    at: int

    @property
    def cite(self) -> str:
        """`FILE:pN`."""
        return f"{self.doc}:p{self.paragraph}"


class ClaimFilter(NamedTuple):
    """Which claims are asked for; None or an empty value asks for all. Days are ordinals."""

    actor: ActorId | None = None
    since: int | None = None
    until: int | None = None
    precisions: frozenset[str] = frozenset()
    unplaced: bool = False
    """Those that nothing places, in place of those in order of time."""
    said_by: str = ""
    begins: bool = False
    """`since` and `until` bound the first day alone, so that no claim is in two spans side by side."""
    guesses: bool = False
    """Those that only a year clue places stand among the others, and not among the unplaced."""
    every: bool = False
    """Those that a copy of an article repeats, in rows of their own."""
    unheard: bool = False
    """Only those that no other article of the library told before, asked for or not."""
