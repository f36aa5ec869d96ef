"""What is known of one actor across articles, in parts that are asked for one by one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from briefing.model.actor import ActorType
from briefing.model.claim import FigureClaim
from briefing.model.enumeration import StrEnum
from briefing.model.fold import fold
from briefing.model.hit import ActorRow
from briefing.model.pairs import Named


class NameUse(NamedTuple):
    """One of the names, and how many articles use it."""

    name: str
    articles: int


class TypeUse(NamedTuple):
    """What articles take the actor for, and how many do."""

    type: ActorType
    articles: int


class RoleSeen(NamedTuple):
    """A role, in how many articles, and the days of the first and the last of them that have one."""

    role: str
    articles: int
    first: date | None
    last: date | None


class SourceUse(NamedTuple):
    """Who told something of the actor, in how many of its claims."""

    name: str
    claims: int


class DossierHead(NamedTuple):
    """What a dossier opens with: few rows, whatever the size of the library."""

    row: ActorRow
    """Counts, days first and last seen, the namings counted with it and why."""
    names: tuple[NameUse, ...]
    types: tuple[TypeUse, ...]
    roles: tuple[RoleSeen, ...]
    sources: tuple[SourceUse, ...]
    claims: int
    unplaced: int
    """Claims that nothing places."""
    figures: int
    first_claim: date | None
    """The earliest day that a claim reaches back to."""
    last_claim: date | None
    ignored: bool = False
    """Whether the reader took it out of lists, counts and pages of everybody."""


class Company(NamedTuple):
    """Somebody named together with the actor: in how many clauses of a dated deed, sentences and articles."""

    who: Named
    clauses: int
    sentences: int
    articles: int


class Agreement(StrEnum):
    """Whether figures of one unit can all be true."""

    SINGLE = "single source"
    AGREE = "agree"
    """The bounds that different sources give overlap."""
    DIFFER = "differ"
    """They do not; but they may be of different times, or of different things."""
    CONTRADICT = "differ for one time"
    """They do not, for one and the same time; they may still be of different things."""
    OPEN = "not compared"
    """Without a unit nobody knows what they count."""


class FigureGroup(NamedTuple):
    """Figures of one unit side by side, in order of the articles' days."""

    unit: str
    figures: tuple[FigureClaim, ...]
    sources: int
    """Who is named as the source; an article that names none is one itself."""
    agreement: Agreement


def group_figures(figures: Iterable[FigureClaim]) -> tuple[FigureGroup, ...]:
    """Figures by their unit, singular or plural, the group of the most sources first."""
    groups: dict[str, list[FigureClaim]] = {}
    for figure in figures:
        groups.setdefault(_unit(figure.unit), []).append(figure)
    made = [
        FigureGroup(found[0].unit, tuple(found), len(set(map(_source, found))), compare(found))
        for found in groups.values()
    ]
    return tuple(sorted(made, key=lambda group: (-group.sources, -len(group.figures), group.unit)))


def compare(figures: Sequence[FigureClaim]) -> Agreement:
    """How figures of one unit stand to each other."""
    if not all(figure.unit for figure in figures):
        return Agreement.OPEN
    if len(set(map(_source, figures))) == 1:
        return Agreement.SINGLE
    times: dict[str, list[FigureClaim]] = {}
    for figure in figures:
        if figure.value:
            times.setdefault(figure.value, []).append(figure)
    if any(map(_apart, times.values())):
        return Agreement.CONTRADICT
    return Agreement.DIFFER if _apart(figures) else Agreement.AGREE


def _apart(figures: Sequence[FigureClaim]) -> bool:
    """Whether what one source takes for the least is more than what another takes for the most."""
    least: dict[str, float] = {}
    most: dict[str, float] = {}
    for figure in figures:
        source = _source(figure)
        low = -math.inf if figure.low is None else figure.low
        high = math.inf if figure.high is None else figure.high
        least[source] = max(low, least.get(source, -math.inf))
        most[source] = min(high, most.get(source, math.inf))
    # of two sources on each side one pair at least is of different ones
    lows = sorted(least, key=lambda source: -least[source])[:2]
    highs = sorted(most, key=lambda source: most[source])[:2]
    return any(one != other and least[one] > most[other] for one in lows for other in highs)


def _unit(unit: str) -> str:
    folded = fold(unit)
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded


def _source(figure: FigureClaim) -> str:
    return fold(figure.said_by) or f"\0{figure.doc}"
