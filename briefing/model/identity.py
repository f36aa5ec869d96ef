"""Why two namings across articles are one actor: a closed list of rules, each told in the words of a reader."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.actor import ActorType
from briefing.model.enumeration import StrEnum


class SameAs(StrEnum):
    """The rules by which an actor of one article is counted with another's."""

    NAME = "same-name"
    ALIAS = "shared-alias"
    MIDDLE = "middle-name"
    TOLD = "told"


_TOLD = {
    SameAs.NAME: "bears the same name; only the spelling or the kind of it differs",
    SameAs.ALIAS: "is what other articles call {name}, nobody else is called so, and both are named beside {beside}",
    SameAs.TOLD: "was merged into {name} by you",
    SameAs.MIDDLE: "has the first and the last name of {name}, nobody else has, and both are named beside {beside}",
}


class Counted(NamedTuple):
    """One naming that is counted with an actor of another name or type: who, how often, by which rule."""

    name: str
    type: ActorType
    articles: int
    rule: SameAs
    beside: str = ""

    def told(self, name: str) -> str:
        """Why it is counted with the actor of this name."""
        return _TOLD[self.rule].format(name=name, beside=self.beside)


def encode_why(rule: SameAs, beside: str = "") -> str:
    """A rule, and whom it found beside both, as the store keeps it."""
    return f"{rule.value} {beside}".rstrip()


def decode_why(why: str) -> tuple[SameAs, str]:
    """The rule and the one beside."""
    rule, _, beside = why.partition(" ")
    return SameAs(rule), beside
