"""What a place does only where those who rule it do it: `Arden denied`, `talks between Arden and Varda`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.extract.clause import Clause, Kind
from briefing.extract.clause_words import BE, STATES
from briefing.extract.noun_words import EVENTS
from briefing.extract.participles import may_be_participle

_REACH = 6
"""Words from an event to the second party named after `between`."""
_HAVE = frozenset(["has", "have", "had"])


def is_party_to_event(texts: Sequence[str], first: int) -> bool:
    """`talks between X and Y`: between two places nothing is agreed but by those who rule them."""
    low = [text.lower() for text in texts[max(0, first - _REACH) : first]]
    return any(word == "between" and noun in EVENTS for noun, word in pairwise(low))


def is_deed(clause: Clause, texts: Sequence[str], at: int) -> bool:
    """Whether a word is the active verb of its clause, and no mere state: `asked`, `has asked`, not `has a port`."""
    if clause.verb != at or clause.kind is Kind.PARTICIPLE:
        return False
    group = [text.lower() for text in texts[at : at + 3]]
    if group[0] in _HAVE and len(group) > 1 and (group[1].endswith("ed") or may_be_participle(group[1])):
        del group[0]
    return BE.isdisjoint(group) and not any(word in STATES for word in group[:2])
