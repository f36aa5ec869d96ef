"""Dated claims as lines of text: when with its mark, who, what it did and who said so, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.app.draw.cells import Piece, pad, width
from briefing.app.draw.entry import Entry, label, when_mark
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.model.actor import Certainty
from briefing.model.claim import Claim

_WIDE = 100
_VERY_WIDE = 160
_NAME = 24
_DATE = 12
_LINES = 3
"""Lines of a deed below its first; a longer one is read by Enter."""


def claim_entries(claims: Sequence[Claim], room: int, ink: Ink, with_name: bool = True) -> Iterator[Entry]:
    """A label a year, then one entry a claim: one line where there is room, else two."""
    year = ""
    for claim in claims:
        first = claim.when.earliest
        now = first.isoformat()[:4] if first else claim.guess[:4]
        if now != year:
            year = now
            yield label(year, ink)
        yield claim_entry(claim, room, ink, with_name)


def claim_entry(claim: Claim, room: int, ink: Ink, with_name: bool = True) -> Entry:
    """One claim."""
    look = ink.look
    mark, value = when_mark(claim.when, claim.guess, claim.words, ink)
    value += "~" if claim.certainty is Certainty.GUESSED else ""
    date_look = look.date if claim.when.earliest else look.guess
    told = claim.did or "named with this date"
    told += f", said {claim.said_by}" if claim.said_by else ""
    head: list[Piece] = [(f"  {mark} ", look.text), (pad(ink.cut(value, _DATE + 4), _DATE + 4) + " ", date_look)]
    if with_name and room >= _WIDE:
        head.append((pad(ink.cut(claim.name, _NAME), _NAME) + " ", look.mention))
    used = sum(width(text) for text, _ in head)
    cites = max(room // 4, 16)
    cite = _cite(claim, cites, room, ink)
    if room >= _WIDE:
        left = room - used - cites - 2
        words = pad(ink.cut(told, left), left)
        line = (*head, (words, look.text), (f" {cite}", look.paragraph))
        return Entry((line,), target=claim)
    if with_name:
        cite = _cite(claim, max(room - used - width(ink.glyphs.plain(claim.name)) - 3, room // 4), room, ink)
        left = room - used - width(cite) - 2
        first = (*head, (pad(ink.cut(claim.name, left), left), look.mention), (f" {cite}", look.paragraph))
        return Entry((first, ((f"      {ink.cut(told, room - 7)}", look.text),)), target=claim)
    return Entry(tuple(_told(head, told, claim, room, ink)), target=claim)


def _told(head: list[Piece], told: str, claim: Claim, room: int, ink: Ink) -> Iterator[tuple[Piece, ...]]:
    """What was done, in one line with its citation where both have room, else in as many as it needs."""
    look, left = ink.look, room - sum(width(text) for text, _ in head) - 1
    told, whole = ink.glyphs.plain(told), f"{_times(claim, room, ink)}{ink.glyphs.plain(claim.cite)}"
    gap = left - width(told) - width(whole)
    if gap >= 2:
        yield (*head, (told + " " * gap, look.text), (whole, look.paragraph))
        return
    end = next(break_lines(told, 0, len(told), max(left, 8)), (0, 0))[1]
    yield (*head, (told[:end], look.text))
    rest, least = told[end:].lstrip(), max(room // 4, 16)
    lines = [rest[a:b] for a, b in break_lines(rest, 0, len(rest), max(room - 7, 8))][:_LINES] if rest else [""]
    if width(lines[-1]) > room - 9 - least and len(lines) < _LINES:
        lines.append("")
    yield from (((f"      {line}", look.text),) for line in lines[:-1])
    cite = _cite(claim, max(room - width(lines[-1]) - 9, least), room, ink)
    left = room - 8 - width(cite)
    yield (f"      {pad(ink.cut(lines[-1], left), left)}", look.text), (f" {cite}", look.paragraph)


def _cite(claim: Claim, cites: int, room: int, ink: Ink) -> str:
    """`×3 wires.txt:p2`, in at most `cites` cells."""
    times = _times(claim, room, ink)
    return f"{times}{cut_left(claim.cite, cites - len(times), ink)}"


def _times(claim: Claim, room: int, ink: Ink) -> str:
    """In how many copies of the article it stands, where it does in several."""
    words = "articles " if room >= _VERY_WIDE else ""
    return f"{ink.glyphs.times}{claim.repeats + 1:,} {words}" if claim.repeats else ""


def cut_left(cite: str, room: int, ink: Ink) -> str:
    """A citation that keeps its end: the file's own name and the paragraph."""
    plain = ink.glyphs.plain(cite)
    if width(plain) <= room:
        return plain
    at = len(plain)
    used = width(ink.glyphs.ellipsis)
    while at and used + width(plain[at - 1]) <= room:
        at -= 1
        used += width(plain[at])
    return ink.glyphs.ellipsis + plain[at:]
