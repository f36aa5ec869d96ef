"""What could not be read of one file, a reason a row, with the places: a thousand bad lines are one fault."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.article import Problem

_NAMED = 3
"""Places that are named; of more it is said how many."""
_KINDS = {":": "line", "#": "record"}


def by_reason(path: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems of the file at `path`, in the order in which each reason came first."""
    places: dict[str, list[str]] = {}
    for each in problems:
        places.setdefault(each.why, []).append(each.path.removeprefix(path))
    return [Problem(path, why + _told([place for place in found if place])) for why, found in places.items()]


def _told(places: list[str]) -> str:
    """` (lines 3, 7, 8 and 2 more)`; "" where it is the whole file."""
    if not places:
        return ""
    kind = _KINDS.get(places[0][0], "")
    named = ", ".join(place[1:] for place in places[:_NAMED])
    more = f" and {len(places) - _NAMED:,} more" if len(places) > _NAMED else ""
    return f" ({kind}{'s' if len(places) > 1 else ''} {named}{more})" if kind else ""
