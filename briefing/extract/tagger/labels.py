"""What a word can be in a name, and what the tagger's four kinds are called elsewhere."""

from __future__ import annotations

from briefing.model.actor import ActorType
from briefing.model.typed import Final

KINDS: Final = (ActorType.PERSON, ActorType.ORGANISATION, ActorType.PLACE, ActorType.OTHER)
OUT: Final = 0
"""No part of a name; label 1 + 2 * kind begins one, the label after it goes on with it."""
COUNT: Final = 1 + 2 * len(KINDS)
START: Final = COUNT
"""Stands before the first word of a run, where transitions are looked up."""


def begin(kind: int) -> int:
    """The label of the first word of a name."""
    return 1 + 2 * kind


def inside(kind: int) -> int:
    """The label of a further word of a name."""
    return 2 + 2 * kind


def kind_of(label: int) -> int:
    """The kind of a name that a label other than OUT belongs to."""
    return (label - 1) // 2


def may_follow(before: int, label: int) -> bool:
    """A name goes on only where one of its kind began."""
    return label == OUT or label % 2 == 1 or before in (label - 1, label)


FOLLOWERS: Final = tuple(
    tuple(before for before in range(COUNT + 1) if may_follow(before, label)) for label in range(COUNT)
)
"""By label, the labels that may stand before it."""


def simple(kind: ActorType) -> ActorType:
    """The tagger's kind for one of ours: it knows no states and no groups under arms."""
    if kind is ActorType.STATE:
        return ActorType.PLACE
    return ActorType.ORGANISATION if kind is ActorType.ARMED_GROUP else kind
