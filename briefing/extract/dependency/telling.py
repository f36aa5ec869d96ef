"""Ties of a whole article along the arcs of its parsed sentences; figures as the rules find them.

Parsed is only what can tie: a sentence with a time and a name in it, and not too long. What the rules tie stays where
the arcs say nothing: of a sentence too long, a time that hangs on no verb, a row of a table, a description.
"""

from __future__ import annotations

from briefing.extract.dependency.arcs import tie_by_arcs
from briefing.extract.dependency.parser import LONGEST, parse
from briefing.extract.naming import Sentence
from briefing.extract.telling import Telling, Ties, by_rules, tellings
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named
from briefing.model.actor import Figure
from briefing.model.article import Article
from briefing.model.text import Span
from briefing.model.when import TimeExpression

_KEPT = frozenset(
    [TieRule.ROW, TieRule.OWN_WORDS, TieRule.OPENING, TieRule.WHEN, TieRule.DESCRIPTION, TieRule.OWNER, TieRule.SHARED]
)
"""Rules that see what no arc shows."""
_OPENS = frozenset("\"“‘'($€£")


def tell_by_arcs(
    article: Article, sentences: list[Sentence], named: list[Named], times: tuple[TimeExpression, ...]
) -> tuple[Ties, list[Figure]]:
    """Ties and figures, sentence by sentence; the dateline ties nobody."""
    told = list(tellings(article, sentences, named, times))
    ruled, figures = by_rules(told, times)
    arcs: Ties = []
    settled: set[int] = set()
    waiting = [(each, _without_dateline(article, each.told.sentence.span)) for each in told if _can_tie(each)]
    waiting = [(each, span) for each, span in waiting if len(span) <= LONGEST]
    trees = parse(article.text.value, [span for _, span in waiting])
    for (each, _), tree in zip(waiting, trees, strict=True):
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


def _can_tie(each: Telling) -> bool:
    return bool(each.times) and not each.is_row and any(each.told.named.values())


def _without_dateline(article: Article, span: Span) -> Span:
    line, text = article.dateline, article.text.value
    if line is None or not line.overlaps(span):
        return span
    start = min(max(span.start, line.end), span.end)
    while start < span.end and not (text[start].isalnum() or text[start] in _OPENS):
        start += 1
    return Span(start, span.end) if start < span.end else span
