"""Ties of a whole article along the arcs of its parsed sentences; figures as the rules find them.

Parsed is only what can tie: a sentence with a time and a name in it, and not too long. What the rules tie stays where
the arcs say nothing: of a sentence too long, a time that hangs on no verb, a row of a table, a description.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.dependency.arcs import tie_by_arcs
from briefing.extract.dependency.parser import LONGEST, parse
from briefing.extract.naming import Sentence
from briefing.extract.pronouns import bind_subjects
from briefing.extract.references import References
from briefing.extract.telling import tell_all
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import UNTIED, Named, Told, tell
from briefing.model.actor import ActorDate, Figure
from briefing.model.article import Article
from briefing.model.text import Region, Span
from briefing.model.when import TimeExpression

Ties = list[tuple[int, ActorDate]]
_KEPT = frozenset([TieRule.ROW, TieRule.OWN_WORDS, TieRule.OPENING, TieRule.DESCRIPTION, TieRule.OWNER])
"""Rules that see what no arc shows."""
_OPENS = frozenset("\"“‘'($€£")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A sentence to be parsed, with its times; `span` leaves out the dateline."""

    told: Told
    times: list[int]
    span: Span


def tell_by_arcs(
    article: Article, sentences: list[Sentence], named: list[Named], times: tuple[TimeExpression, ...]
) -> tuple[Ties, list[Figure]]:
    """Ties and figures, sentence by sentence; the dateline ties nobody."""
    ruled, figures = tell_all(article, sentences, named, times)
    waiting = list(_waiting(article, sentences, named, times))
    trees = parse(article.text.value, [each.span for each in waiting])
    arcs: Ties = []
    settled: set[int] = set()
    for each, tree in zip(waiting, trees, strict=True):
        made, done = tie_by_arcs(tree, each.told, each.times, times)
        arcs += made
        settled |= done
    known = {(actor, made.time) for actor, made in arcs}
    kept = [
        (actor, made)
        for actor, made in ruled
        if (actor, made.time) not in known and (made.time not in settled or made.rule in _KEPT)
    ]
    return sorted([*arcs, *kept], key=lambda tie: (tie[1].time, tie[0])), figures


def _waiting(
    article: Article, sentences: list[Sentence], named: list[Named], times: tuple[TimeExpression, ...]
) -> Iterator[_Waiting]:
    references = References(sentences, named)
    rows = {number for number, each in enumerate(article.text.paragraphs) if each.region is Region.TABLE}
    at = 0
    for number, sentence in enumerate(sentences):
        inside: list[int] = []
        while at < len(times) and times[at].span.start < sentence.span.end:
            inside.append(at)
            at += 1
        inside = [time for time in inside if _ties(article, times[time])]
        here = references.read(number)
        span = _without_dateline(article, sentence.span)
        if inside and here and sentence.paragraph not in rows and len(span) <= LONGEST:
            told = tell(sentence, here, times, inside)
            bind_subjects(told, references.genders)
            yield _Waiting(told, inside, span)


def _ties(article: Article, time: TimeExpression) -> bool:
    """Whether a time is a point in time, and no part of the dateline."""
    in_line = article.dateline is not None and time.span.overlaps(article.dateline)
    return time.when.precision not in UNTIED and not in_line


def _without_dateline(article: Article, span: Span) -> Span:
    line, text = article.dateline, article.text.value
    if line is None or not line.overlaps(span):
        return span
    start = min(max(span.start, line.end), span.end)
    while start < span.end and not (text[start].isalnum() or text[start] in _OPENS):
        start += 1
    return Span(start, span.end) if start < span.end else span
