"""Actors: who is named in an article, and to which dates the text ties them."""

from __future__ import annotations

from briefing.model.digest import blake2b
from briefing.model.enumeration import StrEnum
from briefing.model.fold import fold
from briefing.model.frozen import frozen
from briefing.model.text import Span
from briefing.model.typed import NewType
from briefing.model.when import TimeExpression

ActorId = NewType("ActorId", str)


class ActorType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    STATE = "state"
    PLACE = "place"
    OTHER = "other"


def actor_id(name: str, kind: ActorType | str) -> ActorId:
    """Derived from the folded name and the type, so that it is the same in every article and after every rebuild."""
    return ActorId(blake2b(f"{fold(name)}\0{kind}".encode(), digest_size=8).hexdigest())


@frozen
class Mention:
    span: Span
    surface: str


class Certainty(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"
    GUESSED = "guessed"


@frozen
class ActorDate:
    """The tie of an actor to a time, always with the sentence that supports it."""

    time: int
    """Index into `Findings.times`."""
    evidence: Span
    rule: str
    certainty: Certainty
    did: Span | None = None
    said_by: str | None = None


@frozen
class Actor:
    """One actor of one article, merged across its names."""

    id: ActorId
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    role: str = ""
    mentions: tuple[Mention, ...] = ()
    dates: tuple[ActorDate, ...] = ()


@frozen
class Figure:
    """An amount said of an actor: bounds included, unit in the words of the text."""

    span: Span
    surface: str
    low: float | None
    high: float | None
    unit: str = ""
    actor: str | None = None
    said_by: str | None = None
    time: int | None = None


@frozen
class Findings:
    """All that extraction found in one article. `skipped` says why nothing was looked for."""

    actors: tuple[Actor, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    sentences: tuple[Span, ...] = ()
    rules: int = 0
    """The rules version that made them; a newer one extracts again."""
    skipped: str = ""
