"""What an actor did and when, and the amounts said of it: one line a claim, with the paragraph that proves it."""

from __future__ import annotations

from briefing.app.draw.cells import Piece, width
from briefing.app.draw.entry import Entry, label, time_mark
from briefing.app.draw.ink import Ink
from briefing.model.actor import Actor, ActorDate, Certainty, Figure, Findings
from briefing.model.article import Article

_FAR = 10**9


def tie_entries(actor: Actor, article: Article, findings: Findings, room: int, ink: Ink) -> list[Entry]:
    """An actor's dates in order, unplaced ones last, each with what it did there."""
    ordered = sorted(actor.dates, key=lambda tie: _place(tie, findings))
    entries: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    for tie in ordered:
        time = findings.times[tie.time]
        did = _words(tie.did.of(article.text.value)) if tie.did else ""
        mark, value, _ = time_mark(time, ink)
        if (value, did) in seen:
            continue
        seen.add((value, did))
        number = f"p{article.text.paragraph_at(tie.evidence.start) + 1}"
        told = f"{did}, said {_words(tie.said_by)}" if tie.said_by and did else did
        guessed = "~" if tie.certainty is Certainty.GUESSED else ""
        head = f"    {mark} {ink.cut(value + guessed, 18)} "
        words = ink.cut(told, room - width(head) - width(number) - 2)
        look = ink.look.date if time.when.earliest else ink.look.guess
        pieces: tuple[Piece, ...] = ((head, look), (words, ink.look.text), (f" {number}", ink.look.paragraph))
        entries.append(Entry((pieces,), actor=actor, times=(time,), tie=tie))
    return entries


def _place(tie: ActorDate, findings: Findings) -> tuple[int, int]:
    time = findings.times[tie.time]
    return (time.when.earliest.toordinal() if time.when.earliest else _FAR, time.span.start)


def figure_entries(article: Article, findings: Findings, room: int, ink: Ink) -> list[Entry]:
    """Amounts side by side, those of one actor together, with who gave them."""
    named = [figure for figure in findings.figures if figure.actor]
    if not named:
        return []
    entries = [label("", ink), label("FIGURES", ink)]
    for figure in sorted(named, key=lambda figure: (figure.actor or "", figure.span)):
        entries.append(_figure(figure, article, findings, room, ink))
    return entries


def _figure(figure: Figure, article: Article, findings: Findings, room: int, ink: Ink) -> Entry:
    look = ink.look
    number = f"p{article.text.paragraph_at(figure.span.start) + 1}"
    words = ink.cut(_words(figure.surface), room - width(number) - 4)
    first: tuple[Piece, ...] = (("  ", look.text), (words, look.mention), (f"  {number}", look.paragraph))
    about = [_words(figure.actor or "")]
    if figure.said_by:
        about.append(f"said {_words(figure.said_by)}")
    if figure.time is not None and figure.time < len(findings.times):
        about.append(time_mark(findings.times[figure.time], ink)[1])
    dot = f" {ink.glyphs.dot} "
    second: tuple[Piece, ...] = ((f"      {ink.cut(dot.join(about), room - 7)}", look.muted),)
    return Entry((first, second), figure=figure)


def _words(text: str) -> str:
    return " ".join(text.split())
