"""Nouns for two or more at once, and what those may be whom they mean: `the two sides`, `both banks`, `the friends`."""

from __future__ import annotations

from briefing.extract.clause_words import listed
from briefing.extract.epithets import BODIES
from briefing.model.actor import ActorType

Kinds = frozenset[ActorType]
PERSONS: Kinds = frozenset([ActorType.PERSON])
STATES: Kinds = frozenset([ActorType.STATE])
SIDES: Kinds = BODIES | {ActorType.STATE}
ANY: Kinds = SIDES | PERSONS
_NOUNS: dict[str, Kinds] = {
    **dict.fromkeys(listed("sides parties armies delegations camps enemies"), SIDES),
    **dict.fromkeys(listed("countries states governments nations neighbours neighbors republics capitals"), STATES),
    **dict.fromkeys(
        listed(
            "companies firms banks clubs unions airlines groups organisations organizations businesses lenders bodies "
            "agencies institutions ministries teams parties insurers breweries retailers carriers brewers universities "
            "schools colleges hospitals newspapers broadcasters operators manufacturers carmakers contractors"
        ),
        BODIES,
    ),
    **dict.fromkeys(
        listed(
            "leaders men women ministers presidents defendants brothers sisters suspects rivals candidates friends "
            "siblings twins cousins colleagues spouses lovers partners"
        ),
        PERSONS,
    ),
    **dict.fromkeys(listed("pair duo two"), ANY),
    "couple": PERSONS,
}
CLOSE = listed("pair duo couple two side")
"""The two who are meant so were just named."""
_ALONE = listed("sides neighbours neighbors pair duo couple friends siblings twins cousins spouses lovers")
"""These mean two without a number."""
COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
"""`the three ministers`, `the four`"""


def kinds_of(noun: str, *, counted: bool, each: bool = False) -> Kinds:
    """What two of whom the noun speaks may be; nothing where it does not mean two."""
    if noun in ("side", "government"):
        return SIDES if each else frozenset()
    return _NOUNS.get(noun, frozenset()) if counted or noun in _ALONE else frozenset()


def kinds_of_many(noun: str) -> Kinds:
    """What those may be whom `the companies` means right after two were named side by side."""
    return _NOUNS.get(noun, frozenset()) if noun.endswith("s") else frozenset()
