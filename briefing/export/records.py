"""Rows as records: a key and a value each, for tables and for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from briefing.export.ask import What
from briefing.export.rows import ArticleRow, ClaimRow, CountRow, FigureRow, NoteRow, Row, StepRow
from briefing.model.claim import Claim
from briefing.model.timeline import Gap

Record = Mapping[str, Any]

_CLAIM = (
    "value", "precision", "earliest", "latest", "guess", "words", "anchor", "certainty", "rule", "actor", "type",
    "did", "said_by", "cite", "sentence", "articles", "also",
)  # fmt: skip
_STEP = ("from", "to", "claims", "exact", "coarse", "guessed", "wide", "articles", "gap")
_ARTICLE = (
    "doc", "date", "date_source", "date_confidence", "year_guess", "title", "title_derived", "source", "byline",
    "language", "words", "url", "tags",
)  # fmt: skip
_NOTE = ("section", "about", "name", "cite", "words", "note", "tags", "at")
_COUNT = ("name", "count", "of", "detail")
_FIGURE = ("figure", "unit", "low", "high", "agreement", "published")

COLUMNS: Mapping[What, tuple[str, ...]] = {
    What.LEDGER: ("section", *_CLAIM),
    What.DOSSIER: tuple(
        dict.fromkeys(("section", *_CLAIM, *_FIGURE, *_COUNT, "doc", "date", "title", "source", "note", "at"))
    ),
    What.TIMELINE: _STEP,
    What.NOTES: _NOTE,
    What.LIST: _ARTICLE,
}
"""The columns of the table of each; what a row has besides is left to the other forms."""


def record(row: Row) -> Record:
    """A row as keys and values; nothing is lost."""
    match row:
        case ClaimRow(claim, sentence):
            return claim_record(claim, sentence)
        case FigureRow():
            return _figure(row)
        case ArticleRow():
            return _article(row)
        case StepRow(step=step):
            if isinstance(step, Gap):
                return {"from": _iso(step.first), "to": _iso(step.last), "gap": step.steps, "claims": 0, "articles": 0}
            counts = {name: getattr(step, name) for name in _STEP[2:-1]}
            return {"from": _iso(step.first), "to": _iso(step.last), **counts}
        case NoteRow():
            return {
                "about": row.kind,
                "name": row.name,
                "cite": row.cite,
                "words": row.words,
                "note": row.text,
                "tags": ", ".join(row.tags),
                "at": row.at.isoformat(timespec="seconds") if row.at else None,
            }
        case CountRow():
            return {"name": row.name, "count": row.number, "of": f"{row.noun}s", "detail": row.detail}


def claim_record(claim: Claim, sentence: str) -> Record:
    """A claim as keys and values."""
    return {
        "value": claim.when.value,
        "precision": claim.when.precision.value,
        "earliest": _iso(claim.when.earliest),
        "latest": _iso(claim.when.latest),
        "guess": claim.guess or None,
        "words": claim.words,
        "anchor": claim.anchor.value,
        "certainty": claim.certainty.value,
        "rule": claim.rule,
        "actor": claim.name,
        "type": claim.type.value,
        "did": claim.did,
        "said_by": claim.said_by or None,
        "cite": claim.cite,
        "sentence": sentence,
        "articles": claim.repeats + 1,
        "also": list(claim.also),
    }


def _figure(row: FigureRow) -> Record:
    figure = row.figure
    return {
        "figure": figure.surface,
        "unit": figure.unit,
        "low": figure.low,
        "high": figure.high,
        "agreement": row.agreement,
        "said_by": figure.said_by or None,
        "value": figure.value or None,
        "published": _iso(date.fromordinal(figure.published)) if figure.published else None,
        "cite": figure.cite,
    }


def _article(row: ArticleRow) -> Record:
    card = row.card
    published = card.published
    return {
        "doc": card.name,
        "date": _iso(published.day) if published else None,
        "date_source": published.source.value if published else None,
        "date_confidence": published.confidence.value if published else None,
        "year_guess": None if published else card.year_guess,
        "title": card.title,
        "title_derived": card.title_derived,
        "source": card.source,
        "byline": row.byline,
        "language": card.language,
        "words": card.words,
        "url": row.url,
        "tags": ", ".join(row.tags),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
