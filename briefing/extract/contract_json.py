"""Findings as one compact line of JSON and back, for the store; offsets are those of the text."""

from __future__ import annotations

import json
from datetime import date

from briefing.model.actor import (
    Actor,
    ActorDate,
    ActorId,
    ActorType,
    Certainty,
    Figure,
    Findings,
    Mention,
)
from briefing.model.text import Span
from briefing.model.typed import Any
from briefing.model.when import Anchor, Precision, TimeExpression, When

Row = list[Any]


def findings_to_json(findings: Findings) -> str:
    """Lists instead of objects: the order of fields is that of the dataclasses."""
    return json.dumps(
        [
            [_actor(actor) for actor in findings.actors],
            [_time(time) for time in findings.times],
            [_figure(figure) for figure in findings.figures],
            [offset for span in findings.sentences for offset in (span.start, span.end)],
            findings.rules,
            findings.skipped,
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def findings_from_json(line: str) -> Findings:
    """What `findings_to_json` wrote."""
    actors, times, figures, offsets, rules, skipped = json.loads(line)
    return Findings(
        tuple(map(_read_actor, actors)),
        tuple(map(_read_time, times)),
        tuple(map(_read_figure, figures)),
        tuple(map(Span, offsets[::2], offsets[1::2])),
        rules,
        skipped,
    )


def _actor(actor: Actor) -> Row:
    return [
        actor.id,
        actor.name,
        actor.type.value,
        list(actor.aliases),
        list(actor.descriptions),
        actor.role,
        [[mention.span.start, mention.span.end, mention.surface] for mention in actor.mentions],
        [_tie(tie) for tie in actor.dates],
    ]


def _read_actor(row: Row) -> Actor:
    actor_id, name, kind, aliases, descriptions, role, mentions, dates = row
    return Actor(
        ActorId(actor_id),
        name,
        ActorType(kind),
        tuple(aliases),
        tuple(descriptions),
        role,
        tuple(Mention(Span(start, end), surface) for start, end, surface in mentions),
        tuple(map(_read_tie, dates)),
    )


def _tie(tie: ActorDate) -> Row:
    did = [tie.did.start, tie.did.end] if tie.did else None
    return [tie.time, tie.evidence.start, tie.evidence.end, tie.rule, tie.certainty.value, did, tie.said_by]


def _read_tie(row: Row) -> ActorDate:
    time, start, end, rule, certainty, did, said_by = row
    return ActorDate(time, Span(start, end), rule, Certainty(certainty), Span(*did) if did else None, said_by)


def _time(time: TimeExpression) -> Row:
    when = time.when
    return [
        time.span.start,
        time.span.end,
        time.surface,
        time.pattern,
        when.value,
        when.precision.value,
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
        time.anchor.value,
        time.guess,
    ]


def _read_time(row: Row) -> TimeExpression:
    start, end, surface, pattern, value, precision, earliest, latest, anchor, guess = row
    when = When(value, Precision(precision), _read_day(earliest), _read_day(latest))
    return TimeExpression(Span(start, end), surface, pattern, when, Anchor(anchor), guess)


def _read_day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _figure(figure: Figure) -> Row:
    return [
        figure.span.start,
        figure.span.end,
        figure.surface,
        figure.low,
        figure.high,
        figure.unit,
        figure.actor,
        figure.said_by,
        figure.time,
    ]


def _read_figure(row: Row) -> Figure:
    start, end, *rest = row
    return Figure(Span(start, end), *rest)
