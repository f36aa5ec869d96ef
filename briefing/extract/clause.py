"""A clause of a sentence: its words, its verb, how it hangs on others, and whether what it tells happened."""

from __future__ import annotations

from enum import Enum, auto

from briefing.extract.clause_words import SUBJECT_PRONOUNS
from briefing.model.frozen import frozen


class Kind(Enum):
    """How a clause hangs on the one before."""

    MAIN = auto()
    COORDINATE = auto()
    """Joined by and, but: with no subject of its own it shares the one before."""
    COMPLEMENT = auto()
    """What somebody said, reported, denied."""
    RELATIVE = auto()
    ADVERBIAL = auto()
    GERUND = auto()
    PARTICIPLE = auto()
    """`, arrested in May,`: tells of the one named before, or of the subject that follows."""
    SOURCE = auto()
    """`according to`: names who says it, and has no verb."""


class Clause:
    """One clause; its words need not stand together (`X, who left in May, returned`)."""

    __slots__ = (
        "first",
        "happened",
        "in_quotes",
        "is_reporting",
        "kind",
        "last",
        "opener",
        "parent",
        "planned",
        "verb",
    )

    def __init__(self, kind: Kind, first: int, parent: int, opener: str = "", in_quotes: bool = False) -> None:
        self.kind, self.first, self.parent, self.opener, self.in_quotes = kind, first, parent, opener, in_quotes
        self.verb = -1
        self.last = 0
        """The end of its last piece."""
        self.is_reporting = False
        self.happened = True
        """Neither denied nor only imagined."""
        self.planned = False

    @property
    def is_contact(self) -> bool:
        """`the posts they held`: begins with its subject, right after the noun that it tells of."""
        return self.kind is Kind.ADVERBIAL and self.opener in SUBJECT_PRONOUNS


@frozen
class Clauses:
    """The clauses of a sentence; together they cover it, each word in one."""

    found: list[Clause]
    of_word: list[int]


def joined(found: list[Clause], of_word: list[int], apart: bool = False) -> Clauses:
    """A piece without a verb belongs to the clause before it, or at the head to the one after unless it is `apart`."""
    target = list(range(len(found)))
    for number, clause in enumerate(found):
        if clause.verb >= 0 or clause.kind is Kind.SOURCE:
            continue
        if number:
            target[number] = target[number - 1 if clause.parent < 0 else clause.parent]
            whole = found[target[number]]
            whole.last = max(whole.last, clause.last)
        elif not apart and len(found) > 1 and found[1].kind is not Kind.SOURCE:
            target[0] = 1
            found[1].first = 0
    if target[0] == 1:
        target = [1 if goal == 0 else goal for goal in target]
    for clause in found:
        if clause.parent >= 0:
            clause.parent = target[clause.parent]
    return Clauses(found, [target[number] for number in of_word])
