"""Dates that the reader set: of articles, and of single phrases in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from briefing.model.frozen import frozen, replace
from briefing.model.typed import ClassVar, cast
from briefing.notebook.act import Do
from briefing.notebook.deeds import DEEDS, Kind, article_of
from briefing.notebook.state import State
from briefing.notebook.subject import PassageSubject


@frozen
class DaySet:
    """A publication date as the reader set it; without a day it is not known, whatever the file says."""

    day: date | None
    at: datetime
    """When it was set, in UTC."""


@frozen
class PhraseSet:
    """What a phrase means, as a TIMEX3 value; without one it names no time that can be placed."""

    phrase: PassageSubject
    value: str | None
    at: datetime


@frozen
class Dates:
    """A snapshot: the same object as long as no date is set or cleared."""

    KINDS: ClassVar = frozenset({Kind.DATE, Kind.WHEN})
    by_article: Mapping[str, DaySet]
    phrases_by_article: Mapping[str, tuple[PhraseSet, ...]]

    @classmethod
    def of(cls, state: State) -> Dates:
        days = {
            article_of(key): DaySet(date.fromisoformat(act.value) if act.do is Do.DATE else None, act.when)
            for key, act in state.current(Kind.DATE).items()
            if DEEDS[act.do].says
        }
        phrases: dict[str, list[PhraseSet]] = {}
        for key, act in state.current(Kind.WHEN).items():
            if DEEDS[act.do].says:
                article, subject = article_of(key), cast(PassageSubject, act.subject)
                phrase = replace(subject, article=replace(subject.article, article=article))
                value = act.value if act.do is Do.WHEN else None
                phrases.setdefault(article, []).append(PhraseSet(phrase, value, act.when))
        return cls(days, {article: tuple(sorted(each, key=_place)) for article, each in phrases.items()})

    def published(self, article: str) -> DaySet | None:
        """What the reader said of an article's date; None where nothing."""
        return self.by_article.get(article)

    def phrases(self, article: str) -> tuple[PhraseSet, ...]:
        """The phrases of an article that have a date of their own, in the order of the paragraphs."""
        return self.phrases_by_article.get(article, ())


def _place(each: PhraseSet) -> tuple[int, str, int]:
    return each.phrase.paragraph, each.phrase.words, each.phrase.occurrence
