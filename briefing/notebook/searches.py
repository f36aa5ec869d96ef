"""Saved searches, when they were last looked at, and what was answered in the review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from briefing.model.frozen import frozen
from briefing.model.typed import ClassVar, cast
from briefing.notebook.deeds import DEEDS, Kind
from briefing.notebook.state import State
from briefing.notebook.subject import QuestionSubject, SearchSubject


@frozen
class Saved:
    """A search kept under a name; on no key where `slot` is 0."""

    name: str
    query: str
    slot: int
    at: datetime


@frozen
class Visit:
    """A look at a saved search or the library: when, in UTC, and what the library said was there."""

    at: datetime
    mark: str


@frozen
class Searches:
    """A snapshot: the same object as long as no search is saved or dropped, and none is looked at."""

    KINDS: ClassVar = frozenset({Kind.SAVE, Kind.VISIT})
    saved: tuple[Saved, ...]
    """Those on a key in the order of the keys, then the others by their names."""
    visits: Mapping[str, Visit]
    """By the search's name; the library's is under ""."""

    @classmethod
    def of(cls, state: State) -> Searches:
        found: list[Saved] = []
        taken: set[int] = set()
        held = [act for act in state.current(Kind.SAVE).values() if DEEDS[act.do].says]
        for act in sorted(held, key=lambda act: (act.at, act.id), reverse=True):  # the later one has the key
            slot = 0 if act.slot in taken else act.slot
            taken.add(slot)
            found.append(Saved(cast(SearchSubject, act.subject).name, act.value, slot, act.when))
        visits = {
            cast(SearchSubject, key).name: Visit(act.when, act.value) for key, act in state.current(Kind.VISIT).items()
        }
        return cls(tuple(sorted(found, key=lambda each: (each.slot or 10, each.name))), visits)

    def on_key(self, slot: int) -> Saved | None:
        """The search on a key."""
        return next((each for each in self.saved if each.slot == slot), None)

    def named(self, name: str) -> Saved | None:
        """The search of a name."""
        return next((each for each in self.saved if each.name == name), None)

    def last_visit(self, name: str = "") -> Visit | None:
        """The last look at a saved search, or at the library."""
        return self.visits.get(name)


@frozen
class Answers:
    """A snapshot: the same object as long as no question is answered."""

    KINDS: ClassVar = frozenset({Kind.ANSWER})
    by_question: Mapping[QuestionSubject, str]
    """`yes`, `no` or `skip`."""

    @classmethod
    def of(cls, state: State) -> Answers:
        held = state.current(Kind.ANSWER)
        return cls({cast(QuestionSubject, key): act.value for key, act in held.items()})

    def to(self, kind: str, key: str) -> str | None:
        """What was said to a question; None where it was not asked yet."""
        return self.by_question.get(QuestionSubject(kind, key))
