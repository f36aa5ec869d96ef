"""What stands in the diary: the next meeting on April 15, ministers who are meeting on Saturday."""

from __future__ import annotations

_NEXT = frozenset(["next", "upcoming", "forthcoming"])
_WITHIN = 6
"""Words between `next` and the day of what it names."""
_PROGRESS = """meeting holding hosting leaving arriving visiting traveling travelling heading opening closing playing
returning convening gathering"""
_UNDER_WAY = frozenset(_PROGRESS.split())
DIARY = _NEXT | _UNDER_WAY
"""Words that may tell of it."""

_EVENTS = """match game final vote election elections meeting summit race deadline hearing referendum debate session
talks ceremony concert show launch fixture clash opener trip semi-final trial runoff run-off ballot poll polls"""
_COMING = frozenset(_EVENTS.split())
"""What a day owns that may be yet to come: Sunday's match, but not Sunday's result."""


def is_in_diary(texts: list[str], classes: str, at: int, first: int) -> bool:
    """Whether such a word before a time makes it one to come."""
    word = texts[at].lower()
    if word in _NEXT:
        return 1 < first - at < _WITHIN and classes[at + 1] == "."
    return word in _UNDER_WAY and texts[at - 1 : at] in (["is"], ["are"])


def is_coming(texts: list[str], at: int) -> bool:
    """Whether what a day owns may be yet to come: Sunday's match."""
    return not _COMING.isdisjoint(word.lower() for word in texts[at : at + 3])
