"""A dossier as entries, section by section: names, roles, deeds, figures side by side, with whom, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.style import Style

from briefing.app.draw.cells import Piece, pad, width
from briefing.app.draw.entry import Entry, label, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.ledger import cut_left
from briefing.app.draw.wrap import break_lines
from briefing.model.claim import FigureClaim
from briefing.model.dossier import Company, DossierHead, FigureGroup
from briefing.model.hit import Card
from briefing.model.wording import counted

_FIGURES = 20
"""Figures of one unit that are shown."""
_WIDE, _ROOMY = 100, 64
_BROADEST = 110
"""Counts stand no farther from what they count, however wide the screen."""


@dataclass(frozen=True, slots=True)
class Words:
    """A name or a role: Enter lists the articles in which it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names together: Enter lists all articles."""


@dataclass(frozen=True, slots=True)
class Told:
    """A source: Enter lists what it told."""

    by: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The days between which the actor was seen: Enter opens the timeline."""

    first: date | None


@dataclass(frozen=True, slots=True)
class More:
    """The rest of a section: Enter opens all of it."""

    of: str


def head_entries(head: DossierHead, room: int, ink: Ink) -> Iterator[Entry]:
    """Type, days, names, roles, and what is counted with it and why."""
    look, row = ink.look, head.row
    kinds = [f"{each.type.value.replace('_', ' ')} {each.articles:,}" for each in head.types]
    kind = row.type.value.replace("_", " ")
    kinds_told = f" (articles take it for: {', '.join(kinds)})" if len(kinds) > 1 else ""
    counts = f"{counted(head.claims, 'claim')}, {counted(head.figures, 'figure')}"
    counts += f" {ink.glyphs.dot} ignored: :ignored shows it again" if head.ignored else ""
    first = ((f"  {ink.cut(f'{kind}{kinds_told}  {counts}', room - 3)}", look.text),)
    seen = _days("in articles", row.first, row.last)
    told = _days("told of", head.first_claim, head.last_claim)
    days = f" {ink.glyphs.dot} ".join(each for each in (seen, told) if each) or "no dated article names it"
    yield Entry((first, *_wrapped(days, room, ink, look.date)), target=Seen(row.first or head.first_claim))
    yield label("NAMES", ink)
    names = f" {ink.glyphs.dot} ".join(f"{' '.join(name.split())} {articles:,}" for name, articles in head.names)
    yield Entry(_wrapped(names, room, ink, look.mention), target=Names())
    if head.roles:
        yield label("ROLES", ink)
    for role, articles, first_day, last_day in head.roles:
        days = _days("", first_day, last_day) or "undated"
        tail = counted(articles, "article") + (f"  {days}" if room >= _ROOMY else "")
        yield Entry((_spread(role, look.text, tail, room, ink),), target=Words(role))
    if row.counted:
        yield label("COUNTED WITH IT", ink)
    for each in row.counted:
        of = f"{each.type.value.replace('_', ' ')}, {counted(each.articles, 'article')}"
        lines: list[tuple[Piece, ...]] = [((f"  {ink.cut(f'{each.name} ({of})', room - 3)}", look.mention),)]
        lines += _wrapped(each.told(row.name), room, ink, look.muted, 4)
        yield Entry(tuple(lines), target=Words(each.name))


def source_entries(head: DossierHead, room: int, ink: Ink) -> Iterator[Entry]:
    """Who told something of it."""
    if head.sources:
        yield label("SAID BY", ink)
    for name, claims in head.sources:
        tail = counted(claims, "claim")
        yield Entry((_spread(name, ink.look.source, tail, room, ink),), target=Told(name))


def figure_groups(groups: Sequence[FigureGroup], room: int, ink: Ink) -> Iterator[Entry]:
    """Figures of one unit side by side: the amount, when it held or was published, who gave it, where."""
    look = ink.look
    for unit, figures, sources, agreement in groups:
        words = f"  {unit or 'without a unit'}: {agreement.value}"
        words += f", {sources} sources" if sources > 1 else ""
        yield Entry((((ink.cut(words, room - 1), look.muted),),))
        for figure in figures[:_FIGURES]:
            yield Entry(_figure(figure, room, ink), target=figure)
        if len(figures) > _FIGURES:
            yield note(f"   {len(figures) - _FIGURES:,} more: briefing actor lists them.", room, ink)


def _figure(figure: FigureClaim, room: int, ink: Ink) -> tuple[tuple[Piece, ...], ...]:
    """One line; two where it would be cut."""
    look = ink.look
    published = date.fromordinal(figure.published).isoformat() if figure.published else "????"
    when = figure.value or f"({published})"
    said = f"said {figure.said_by}" if figure.said_by else ""
    cited = max(room // 4, 14)
    left = max(room // 4, 16)
    rest = room - left - cited - 22
    fits = room >= _ROOMY and width(figure.surface) <= left and width(said) <= rest
    left = left if fits or room >= _WIDE else max(room - 21, 16)
    day: Piece = (pad(ink.cut(when, 12), 12) + "  ", look.date)
    first: tuple[Piece, ...] = ((f"    {pad(ink.cut(figure.surface, left), left)}  ", look.text), day)
    cite: Piece = (f" {cut_left(figure.cite, cited, ink)}", look.paragraph)
    if fits or room >= _WIDE:
        return ((*first, (pad(ink.cut(said, rest), max(rest, 0)), look.source), cite),)
    return first, ((f"      {pad(ink.cut(said, room - cited - 8), room - cited - 8)}", look.source), cite)


def company_entries(company: Sequence[Company], room: int, ink: Ink) -> Iterator[Entry]:
    """With whom it is named: in one clause, one sentence, one article."""
    for who, clauses, sentences, articles in company:
        tail = f"{clauses:>6,}  {sentences:>8,}  {articles:>7,}"
        kind = who.type.value.replace("_", " ")
        yield Entry((_spread(f"{who.name}, {kind}", ink.look.mention, tail, room, ink),), target=who)


def company_label(room: int, ink: Ink) -> Entry:
    """The heading over it."""
    tail = "clause  sentence  article"
    return label(f"WITH{tail:>{max(min(room, _BROADEST) - 7, len(tail) + 2)}}", ink)


def card_entries(cards: Sequence[Card], room: int, ink: Ink) -> Iterator[Entry]:
    """Articles: day, title, where from."""
    look, cited = ink.look, max(room // 4, 14)
    for card in cards:
        cite = cut_left(card.name, cited, ink)
        source = ink.cut(card.source, 18) if room >= _WIDE else ""
        left = room - 14 - cited - 3 - (20 if room >= _WIDE else 0)
        pieces: list[Piece] = [
            (f"  {pad(card.day, 10)}  ", look.date if card.published else look.guess),
            (pad(ink.cut(card.title, left), left) + "  ", look.text),
        ]
        pieces += [(pad(source, 18) + "  ", look.source)] if room >= _WIDE else []
        yield Entry(((*pieces, (cite, look.paragraph)),), target=card)


def more_entry(count: int, noun: str, way: str, room: int, ink: Ink) -> Entry:
    """`1,200 more claims: Enter opens the ledger`."""
    text = f"{count:,} more {noun}: Enter {way}."
    return Entry((((f"  {ink.cut(text, room - 3)}", ink.look.muted),),), target=More(noun))


def note_lines(text: str, room: int, ink: Ink) -> tuple[tuple[Piece, ...], ...]:
    """A note of the reader's, wrapped."""
    return tuple(line for part in text.splitlines() for line in _wrapped(part, room, ink, ink.look.text))


def _days(word: str, first: date | None, last: date | None) -> str:
    if first is None:
        return ""
    days = dict.fromkeys(day.isoformat() for day in (first, last) if day)
    return f"{word} {' to '.join(days)}".strip()


def _spread(text: str, style: Style, tail: str, room: int, ink: Ink) -> tuple[Piece, ...]:
    """Text at the left, its counts at the right end."""
    left = max(min(room, _BROADEST) - 4 - width(tail) - 1, 8)
    return ((f"  {pad(ink.cut(text, left), left)} ", style), (tail, ink.look.paragraph))


def _wrapped(text: str, room: int, ink: Ink, style: Style, indent: int = 2) -> tuple[tuple[Piece, ...], ...]:
    spans = break_lines(text, 0, len(text), max(room - indent - 1, 8))
    lead = " " * indent
    return tuple(((f"{lead}{ink.glyphs.plain(text[a:b])}", style),) for a, b in spans)
