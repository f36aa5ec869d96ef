"""One article as the JSON object of `briefing extract --jsonl`, in offsets of the decoded source."""

from __future__ import annotations

from briefing.model.actor import Actor, ActorDate, Figure, Findings
from briefing.model.article import Article, DateSource, Published
from briefing.model.text import Span
from briefing.model.typed import Any
from briefing.model.when import TimeExpression

JsonObject = dict[str, Any]


def record(article: Article, findings: Findings, doc: str) -> JsonObject:
    """The contract's object: actors, times, ties, figures; every offset counts characters of the decoded source."""
    published = article.published
    made: JsonObject = {
        "doc": doc,
        "publication_date": published.day.isoformat() if published else None,
        "publication_source": (published.source if published else DateSource.NONE).value,
        "publication_confidence": published.confidence.value if published else None,
        "publication_conflicts": _conflicts(published),
        "actors": [_actor(article, actor, findings) for actor in findings.actors],
        "times": [_time(article, time) for time in findings.times],
        "figures": [_figure(article, figure, findings) for figure in findings.figures],
        "rules": findings.rules,
    }
    if findings.skipped:
        made["skipped"] = findings.skipped
    return made


def _conflicts(published: Published | None) -> list[JsonObject]:
    """What other parts of the file say against the publication day."""
    claims = published.conflicts if published else ()
    return [
        {"source": claim.source, "text": claim.words, "day": claim.day.isoformat() if claim.day else None}
        for claim in claims
    ]


def _source(article: Article, span: Span) -> list[int]:
    there = article.text.origin.span_to_source(span)
    return [there.start, there.end]


def _actor(article: Article, actor: Actor, findings: Findings) -> JsonObject:
    return {
        "name": actor.name,
        "type": actor.type.value,
        "aliases": list(actor.aliases),
        "descriptions": list(actor.descriptions),
        "role": actor.role,
        "mentions": [_source(article, mention.span) for mention in actor.mentions],
        "dates": [_tie(article, tie, findings.times[tie.time]) for tie in actor.dates],
    }


def _placed(article: Article, time: TimeExpression) -> JsonObject:
    start, end = _source(article, time.span)
    made: JsonObject = {
        "value": time.when.value,
        "precision": time.when.precision.value,
        "text": time.surface,
        "start": start,
        "end": end,
    }
    if time.guess is not None:
        made["guess"] = time.guess
    return made


def _tie(article: Article, tie: ActorDate, time: TimeExpression) -> JsonObject:
    made = _placed(article, time)
    made |= {"sentence": _source(article, tie.evidence), "rule": tie.rule, "certainty": tie.certainty.value}
    if tie.did is not None:
        made["did"] = _source(article, tie.did)
    if tie.said_by is not None:
        made["said_by"] = tie.said_by
    return made


def _time(article: Article, time: TimeExpression) -> JsonObject:
    return {**_placed(article, time), "anchor": time.anchor.value}


def _figure(article: Article, figure: Figure, findings: Findings) -> JsonObject:
    start, end = _source(article, figure.span)
    return {
        "text": figure.surface,
        "start": start,
        "end": end,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "actor": figure.actor,
        "said_by": figure.said_by,
        "time": _placed(article, findings.times[figure.time]) if figure.time is not None else None,
    }
