"""Ties of actor and time that the reader says are wrong."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.frozen import frozen
from briefing.model.typed import ClassVar, cast
from briefing.notebook.deeds import DEEDS, Kind, article_of
from briefing.notebook.state import State
from briefing.notebook.subject import TieSubject


@frozen
class Ties:
    """A snapshot: the same object as long as no tie is dropped or given back."""

    KINDS: ClassVar = frozenset({Kind.TIE})
    by_article: Mapping[str, tuple[TieSubject, ...]]

    @classmethod
    def of(cls, state: State) -> Ties:
        found: dict[str, list[TieSubject]] = {}
        for key, act in state.current(Kind.TIE).items():
            if DEEDS[act.do].says:
                found.setdefault(article_of(key), []).append(cast(TieSubject, act.subject))
        return cls({article: tuple(sorted(each, key=_place)) for article, each in found.items()})

    def dropped(self, article: str) -> tuple[TieSubject, ...]:
        """The ties of an article that do not hold."""
        return self.by_article.get(article, ())


def _place(tie: TieSubject) -> tuple[object, ...]:
    return tie.phrase.paragraph, tie.phrase.words, tie.phrase.occurrence, tie.actor.name, tie.did
