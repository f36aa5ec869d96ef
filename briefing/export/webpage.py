"""One HTML file: no script, no link, nothing loaded from anywhere; the words of articles are text and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from briefing import __version__
from briefing.export.rows import ArticleRow, ClaimRow, CountRow, Document, FigureRow, NoteRow, Row, StepRow
from briefing.export.told import also, certainty, dated, deed, line, when_of
from briefing.model.timeline import Gap
from briefing.model.wording import counted

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.45 Georgia, "Times New Roman", serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; }
h2 { font-size: 1.15rem; border-bottom: 1px solid currentColor; margin-top: 2rem; break-after: avoid; }
.about, .proof { color: #555; }
.about { margin: 0; }
ol { list-style: none; padding: 0; }
li { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: .45rem 0; break-inside: avoid; }
li > * { overflow-wrap: anywhere; min-width: 0; }
.when { font-variant-numeric: tabular-nums; font-weight: bold; }
q, blockquote { margin: .2rem 0; font-style: italic; quotes: none; }
.proof { font: .8rem/1.4 ui-monospace, Menlo, Consolas, monospace; }
.step { border-top: 1px solid #8888; margin-top: .6rem; }
.step:first-child { border-top: 0; margin-top: 0; }
.gap { opacity: .7; font-style: italic; }
.note { white-space: pre-line; margin: .2rem 0; }
@media (max-width: 36rem) { li { grid-template-columns: 1fr; } }
@media (prefers-color-scheme: dark) { .about, .proof { color: #aaa; } }
@media print { body { font-size: 10.5pt; max-width: none; margin: 0; } .about, .proof { color: #333; } }
@page { margin: 18mm 15mm; }
"""


def write_webpage(document: Document) -> Iterator[str]:
    """Part by part; one without rows is left out. Only the style that is in the file is let in, by its hash."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="briefing {__version__}">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{text(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{text(document.title)}</h1>\n"
    )
    yield "".join(f'<p class="about">{text(about)}</p>\n' for about in document.about)
    for part in document.parts:
        heading = f"<h2>{text(part.heading)}</h2>\n<ol>\n"
        for row in part.rows:
            yield f"{heading}<li{_kind(row)}>{_row(row)}</li>\n"
            heading = ""
        if not heading:
            yield "</ol>\n"
    yield "</body>\n</html>\n"


def text(words: str) -> str:
    """Words on one line, every sign of markup escaped."""
    return escape(line(words))


def _kind(row: Row) -> str:
    if not isinstance(row, StepRow):
        return ""
    return ' class="gap"' if isinstance(row.step, Gap) else ' class="step"'


def _row(row: Row) -> str:
    match row:
        case ClaimRow(claim, sentence):
            told = f"<strong>{text(claim.name)}</strong>: {text(deed(claim))}"
            proof = " · ".join(text(each) for each in (claim.cite, certainty(claim), also(claim)) if each)
            return _cells(when_of(claim), told, f"<blockquote>{text(sentence)}</blockquote>", _proof(proof))
        case FigureRow(figure, agreement):
            said = f", said {text(figure.said_by)}" if figure.said_by else ""
            proof = _proof(f"{text(figure.cite)} · {text(agreement)}")
            return _cells(figure.value or "", f"<strong>{text(figure.surface)}</strong>{said}", proof)
        case ArticleRow(card, byline, url, tags):
            parts = (dated(card.published, card.year_guess), card.source, byline, url, ", ".join(tags), card.name)
            proof = _proof(" · ".join(text(each) for each in parts if each))
            return _cells(card.day, f"<strong>{text(card.title)}</strong>", proof)
        case StepRow():
            return _step(row)
        case NoteRow():
            lines = "\n".join(text(each) for each in row.text.split("\n"))
            words = f"<blockquote>{text(row.words)}</blockquote>" if row.words else ""
            put = f"tags: {text(', '.join(row.tags))}" if row.tags else ""
            proof = _proof(" · ".join(filter(None, (row.kind, text(row.cite), put))))
            head = f"<strong>{text(row.name)}</strong>"
            said = f'<p class="note">{lines}</p>' if row.text else ""
            return _cells(f"{row.at:%Y-%m-%d}" if row.at else "", head, words, said, proof)
        case CountRow(name, count, noun, detail):
            more = f" · {text(detail)}" if detail else ""
            return _cells(counted(count, noun), f"<strong>{text(name)}</strong>{more}")


def _step(row: StepRow) -> str:
    step = row.step
    if isinstance(step, Gap):
        return _cells(row.named, "nothing published, nothing told")
    counts = f"{step.exact} exact, {step.coarse} coarse, {step.guessed} guessed"
    told = f"<strong>{counted(step.claims, 'claim')}</strong> ({counts}), {counted(step.articles, 'article')}"
    return _cells(row.named, told)


def _cells(when: str, *rest: str) -> str:
    return f'<span class="when">{text(when)}</span><div>{"".join(rest)}</div>'


def _proof(html: str) -> str:
    return f'<div class="proof">{html}</div>'
