"""One paragraph's actors as lines of text: who, as what, named how often here, and what each did in it."""

from __future__ import annotations

from briefing.app.draw.cells import Piece, pad, width
from briefing.app.draw.claims import tie_entries
from briefing.app.draw.entry import Entry, time_mark
from briefing.app.draw.ink import Ink
from briefing.model.actor import Actor, Findings
from briefing.model.article import Article
from briefing.model.frozen import replace
from briefing.model.text import Span

_NAME = 30


def actor_entries(article: Article, findings: Findings, here: Span, room: int, ink: Ink) -> list[Entry]:
    """Everybody who is named in `here`, in the order of the text, each with what it did there."""
    entries: list[Entry] = []
    named = [(actor, [m for m in actor.mentions if m.span.overlaps(here)]) for actor in findings.actors]
    for actor, mentions in sorted((each for each in named if each[1]), key=lambda each: min(m.span for m in each[1])):
        entries.append(_actor(actor, [mention.surface for mention in mentions], room, ink))
        ties = tuple(tie for tie in actor.dates if tie.evidence.overlaps(here))
        entries += tie_entries(replace(actor, dates=ties), article, findings, room, ink)
    return entries


def _actor(actor: Actor, surfaces: list[str], room: int, ink: Ink) -> Entry:
    look = ink.look
    name = pad(ink.cut(actor.name, _NAME), _NAME)
    as_what = actor.role or actor.type.value.replace("_", " ")
    others = [each for each in dict.fromkeys(" ".join(s.split()) for s in surfaces) if each != actor.name]
    said = f"   = {f' {ink.glyphs.dot} '.join(others)}" if others else ""
    pieces: tuple[Piece, ...] = (("  ", look.text), (name, look.mention), ("  ", look.text))
    left = room - sum(width(text) for text, _ in pieces) - 1
    what = ink.cut(as_what, left)
    return Entry((((*pieces, (what, look.text), (ink.cut(said, left - width(what)), look.muted))),), actor=actor)


def time_entries(findings: Findings, here: Span, room: int, ink: Ink) -> list[Entry]:
    """The times that the paragraph names, in its order."""
    entries = []
    for time in findings.times:
        if time.span.overlaps(here):
            mark, value, how = time_mark(time, ink)
            style = ink.look.date if time.when.earliest else ink.look.guess
            words = f"{ink.glyphs.left_quote}{' '.join(time.surface.split())}{ink.glyphs.right_quote}"
            head: tuple[Piece, ...] = ((f"  {mark} ", ink.look.text), (pad(ink.cut(value, 18), 18), style))
            told = ink.cut(f"  {how:<9}  {words}", room - 23)
            entries.append(Entry(((*head, (told, ink.look.muted)),), times=(time,)))
    return entries
