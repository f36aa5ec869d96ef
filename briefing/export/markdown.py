"""Markdown: the words of articles as they stand, none of their signs alive; each claim with its proof."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.export.rows import ArticleRow, ClaimRow, CountRow, Document, FigureRow, NoteRow, Row, StepRow
from briefing.export.told import also, certainty, dated, deed, line, when_of
from briefing.model.timeline import Gap
from briefing.model.wording import counted

_SIGNS = re.compile(r"[\\`*_{}\[\]()<>#|&~$!^=:@]")
_LEADS = re.compile(r"(?:[-+]|[0-9]{1,9}(?=[.)]))")


def write_markdown(document: Document) -> Iterator[str]:
    """Part by part; one without rows is left out."""
    yield f"# {plain(document.title)}\n\n"
    yield "".join(f"{plain(about)}  \n" for about in document.about)
    for part in document.parts:
        heading = f"\n## {plain(part.heading)}\n\n"
        for row in part.rows:
            yield heading + "\n".join(_lines(row)) + "\n"
            heading = ""


def plain(text: str) -> str:
    """A text on one line that Markdown shows as it is, wherever it stands."""
    text = _SIGNS.sub(r"\\\g<0>", line(text))
    lead = _LEADS.match(text)
    if lead is None:
        return text
    at = lead.end()
    return f"{text[: at - 1]}\\{text[at - 1 :]}" if text[0] in "-+" else f"{text[:at]}\\{text[at:]}"


def _lines(row: Row) -> Iterator[str]:
    match row:
        case ClaimRow(claim, sentence):
            yield f"- **{plain(when_of(claim))}** **{plain(claim.name)}**: {plain(deed(claim))}  "
            yield f"  ({'; '.join(plain(each) for each in (certainty(claim), claim.cite, also(claim)) if each)})"
            yield ""
            yield f"  > {plain(sentence)}"
            yield ""
        case FigureRow(figure, agreement):
            when = f", {plain(figure.value)}" if figure.value else ""
            said = f", said {plain(figure.said_by)}" if figure.said_by else ""
            yield f"- {plain(figure.surface)}{when}{said} ({plain(agreement)}; {plain(figure.cite)})"
        case ArticleRow(card, byline, url, tags):
            told = (dated(card.published, card.year_guess), card.source, byline, card.name, url, ", ".join(tags))
            yield f"- **{plain(card.title)}**  "
            yield f"  {'; '.join(plain(each) for each in told if each)}"
        case StepRow():
            yield _step(row)
        case NoteRow():
            day, put = f"{row.at:%Y-%m-%d}" if row.at else "", f"tags: {', '.join(row.tags)}" if row.tags else ""
            about = filter(None, (row.kind, row.cite, day, put))
            yield f"- **{plain(row.name)}** ({'; '.join(map(plain, about))})"
            yield ""
            if row.words:
                yield f"  > {plain(row.words)}"
                yield ""
            if row.text:
                yield "  " + "  \n  ".join(map(plain, row.text.split("\n")))
                yield ""
        case CountRow(name, count, noun, detail):
            more = f"; {plain(detail)}" if detail else ""
            yield f"- {plain(name)}: {counted(count, noun)}{more}"


def _step(row: StepRow) -> str:
    step = row.step
    if isinstance(step, Gap):
        return f"- *{row.named}: nothing published, nothing told*"
    counts = f"{step.exact} exact, {step.coarse} coarse, {step.guessed} guessed"
    told = f"{counted(step.claims, 'claim')} ({counts}), {counted(step.articles, 'article')}"
    return f"- **{row.named}**: {told}"
