"""A phrase that names a time, as the notebook knows it, and a time as a reader types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.library.subjects import article_subject
from briefing.model.when import Precision, TimeExpression
from briefing.notebook.subject import PassageSubject

if TYPE_CHECKING:
    from briefing.model.hit import ArticleView


def phrase_subject(view: ArticleView, time: TimeExpression) -> PassageSubject:
    """A phrase for the notebook: its words, paragraph, and which of their occurrences in the article it is."""
    words = spoken_words(time)
    times = view.findings.times if view.findings else ()
    before = sum(spoken_words(each) == words for each in times if each.span.start <= time.span.start)
    paragraph = view.article.text.paragraph_at(time.span.start) + 1
    return PassageSubject(article_subject(view.article), words, paragraph, before)


def spoken_words(time: TimeExpression) -> str:
    """The words of a time on one line."""
    return " ".join(time.surface.split())


def read_value(text: str) -> str | None:
    """A day, week, month, quarter, season, year or a span of them, as the rules write it; None for anything else."""
    from briefing.extract.calendar import when_of

    ends = text.split("/")
    if len(ends) > 2 or not all(end[:4].isdecimal() and end.isascii() and len(end) in range(4, 11) for end in ends):
        return None
    when = when_of(text, Precision.DAY)
    if when.earliest is None or when.latest is None or when.earliest > when.latest or "T" in text:
        return None
    return text
