"""Who and when as lines of text: actors by kind, then dates with their precision and the words they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from briefing.app.draw.cells import Piece, pad, width
from briefing.app.draw.claims import figure_entries, tie_entries
from briefing.app.draw.entry import Entry, label, note, time_mark
from briefing.app.draw.ink import Ink
from briefing.app.draw.labels import Noted, first_line
from briefing.model.actor import Actor, ActorId, ActorType, Findings
from briefing.model.article import Article
from briefing.model.hit import ActorRow
from briefing.model.when import Precision, TimeExpression

_NO_NOTES: Mapping[ActorId, Sequence[Noted]] = MappingProxyType({})
SECTIONS: tuple[tuple[str, frozenset[ActorType]], ...] = (
    ("PEOPLE", frozenset({ActorType.PERSON})),
    ("GROUPS", frozenset({ActorType.ORGANISATION, ActorType.ARMED_GROUP})),
    ("STATES", frozenset({ActorType.STATE})),
    ("PLACES", frozenset({ActorType.PLACE})),
    ("OTHER", frozenset({ActorType.OTHER})),
)
_UNPLACED = frozenset({Precision.DURATION, Precision.SET, Precision.VAGUE})
_PIN = "* "
"""Before the name of a pinned actor."""
_BAR = 8
_BAR_FROM = 30


def article_entries(
    article: Article,
    findings: Findings | None,
    wanted: str,
    room: int,
    ink: Ink,
    pinned: frozenset[ActorId] = frozenset(),
    notes: Mapping[ActorId, Sequence[Noted]] = _NO_NOTES,
) -> list[Entry]:
    """The pane for one article. `wanted` keeps only names that hold these letters; pinned actors come first."""
    if findings is None:
        return [note("Looking for actors and dates…", room, ink)]
    if findings.skipped:
        return [note(findings.skipped, room, ink)]
    entries: list[Entry] = []
    most = max((len(actor.mentions) for actor in findings.actors), default=1)
    for heading, types in SECTIONS:
        actors = [a for a in findings.actors if a.type in types and _holds(wanted, (a.name, *a.aliases))]
        if actors:
            entries.append(label(heading, ink))
            ordered = sorted(actors, key=lambda a: (-len(a.mentions), a.mentions[0].span if a.mentions else None))
            for actor in sorted(ordered, key=lambda a: a.id not in pinned):
                entry = _actor(actor, most, room, ink, actor.id in pinned)
                entries.append(_noted(entry, notes.get(actor.id, ()), room, ink))
                entries += tie_entries(actor, article, findings, room, ink)
    if not entries:
        entries.append(note("No actor found in this text." if not wanted else f"No name holds “{wanted}”.", room, ink))
    if not wanted:
        entries += _dates(article, findings, room, ink)
        entries += figure_entries(article, findings, room, ink)
    return entries


def row_entries(
    rows: Sequence[ActorRow],
    total: int,
    wanted: str,
    room: int,
    ink: Ink,
    pinned: frozenset[ActorId] = frozenset(),
    notes: Mapping[ActorId, Sequence[Noted]] = _NO_NOTES,
) -> list[Entry]:
    """The pane for all articles, or all articles found; pinned actors come first."""
    entries: list[Entry] = []
    for heading, types in SECTIONS:
        found = [row for row in rows if row.type in types and _holds(wanted, (row.name, *row.aliases))]
        if found:
            entries.append(label(heading, ink))
            found.sort(key=lambda row: row.id not in pinned)
            entries += [
                _noted(_row(row, room, ink, row.id in pinned), notes.get(row.id, ()), room, ink) for row in found
            ]
    if not entries:
        return [note("No actor found yet." if not wanted else f"No name holds “{wanted}”.", room, ink)]
    if total > len(rows):
        entries.append(note(f"{total - len(rows):,} more: / filters these, briefing actors lists all.", room, ink))
    return entries


def _noted(entry: Entry, notes: Sequence[Noted], room: int, ink: Ink) -> Entry:
    """An actor with the reader's notes on it, a line each; the dossier has the whole of them."""
    if not notes:
        return entry
    texts = (ink.cut(f"{ink.glyphs.note} {first_line(each.text)}", room - 5) for each in notes)
    return entry._replace(lines=(*entry.lines, *(((f"    {text}", ink.look.muted),) for text in texts)))


def _holds(wanted: str, names: Iterable[str]) -> bool:
    from briefing.model.fold import fold

    return not wanted or any(fold(wanted) in fold(name) for name in names)


def _actor(actor: Actor, most: int, room: int, ink: Ink, is_pinned: bool) -> Entry:
    look = ink.look
    count = str(len(actor.mentions))
    bar = ""
    if room >= _BAR_FROM:
        bar = " " + ink.glyphs.bar * max(round(_BAR * len(actor.mentions) / max(most, 1)), 1)
    left = room - 4 - len(count) - (_BAR + 1 if bar else 0)
    name = ink.cut(f"{_PIN if is_pinned else ''}{actor.name}", left)
    head: tuple[Piece, ...] = (
        ("  " + name + " " * (left - width(name) + 1), look.mention),
        (count, look.text),
        (bar, look.muted),
    )
    lines = [head]
    others = [alias for alias in actor.aliases if alias != actor.name]
    if others:
        text = f" {ink.glyphs.dot} ".join(others)
        lines.append(((f"    = {ink.cut(text, room - 7)}", look.muted),))
    about = actor.role or (actor.descriptions[0] if actor.descriptions else "")
    if about:
        lines.append(((f"    {ink.cut(about, room - 5)}", look.text),))
    return Entry(tuple(lines), actor=actor)


def _row(row: ActorRow, room: int, ink: Ink, is_pinned: bool) -> Entry:
    look = ink.look
    count = f"{ink.glyphs.times}{row.articles:,}"
    left = room - 4 - width(count)
    name = ink.cut(f"{_PIN if is_pinned else ''}{row.name}", left)
    head: tuple[Piece, ...] = (("  " + name + " " * (left - width(name) + 1), look.mention), (count, look.text))
    others = [alias for alias in row.aliases if alias != row.name]
    if not others:
        return Entry((head,), row=row)
    text = f" {ink.glyphs.dot} ".join(others)
    return Entry((head, ((f"    = {ink.cut(text, room - 7)}", look.muted),)), row=row)


def grouped(findings: Findings) -> list[tuple[TimeExpression, ...]]:
    """Times of the same value, or of the same words where none could be given; placed ones in order, then the rest."""
    groups: dict[object, list[TimeExpression]] = {}
    for time in findings.times:
        if time.when.precision in _UNPLACED:
            continue
        value = time.when.value
        open_words = value is None or time.when.earliest is None
        key = (value, time.surface.casefold()) if open_words else value
        groups.setdefault(key, []).append(time)
    return sorted((tuple(g) for g in groups.values()), key=_place)


def _place(group: Sequence[TimeExpression]) -> tuple[bool, int, int]:
    first = group[0]
    if first.when.earliest is not None:
        return (False, first.when.earliest.toordinal(), first.span.start)
    return (True, 0, first.span.start)


def _dates(article: Article, findings: Findings, room: int, ink: Ink) -> list[Entry]:
    groups = grouped(findings)
    if not groups:
        return [label("", ink), label("WHEN", ink), note("No date in this text.", room, ink)]
    look = ink.look
    entries = [label("", ink), label("WHEN", ink)]
    unplaced = 0
    for group in groups:
        mark, value, how = time_mark(group[0], ink)
        unplaced += len(group) if group[0].when.earliest is None and not group[0].guess else 0
        numbers = dict.fromkeys(article.text.paragraph_at(time.span.start) + 1 for time in group)
        where = " ".join(f"p{number}" for number in numbers)
        # However long its words, a date leaves room for the paragraph it is cited by. A long value that is placed
        # says its precision itself: `2019-07-05 15:00`, `week 2019-07-08`.
        tells = group[0].when.earliest is not None and width(value) > 11
        value = ink.cut(value, max(room - 12, 11) if tells else max(min(18, room - 20), 11))
        style = look.guess if how in ("guessed", "no anchor", "no year", "unplaced") else look.date
        head: list[Piece] = [
            (f"  {mark} ", look.text),
            (pad(value, max(width(value), 11)), style),
            ("" if tells else f" {how:<9}", look.muted),
        ]
        used = sum(width(text) for text, _ in head)
        words = ink.cut(where, max(room - used - 2, 0))
        first: tuple[Piece, ...] = (*head, (f" {words}", look.paragraph))
        said = dict.fromkeys(time.surface for time in group)
        surfaces = ", ".join(f"{ink.glyphs.left_quote}{' '.join(s.split())}{ink.glyphs.right_quote}" for s in said)
        second: tuple[Piece, ...] = ((f"      {ink.cut(surfaces, room - 7)}", look.muted),)
        entries.append(Entry((first, second) if room >= _BAR_FROM else (first,), times=group))
    if unplaced and article.published is None:
        entries.append(note(f"{unplaced} unplaced: the article has no publication date.", room, ink))
    return entries


def strip_lines(article: Article, findings: Findings | None, key: str, room: int, ink: Ink) -> list[list[Piece]]:
    """Two lines of who and when for a screen without room for the pane; `key` opens it."""
    look = ink.look
    if findings is None or findings.skipped:
        words = findings.skipped if findings else "Looking for actors and dates…"
        return [[(" 3 WHO  ", look.title), (ink.cut(words, room - 9), look.muted)], []]
    tail = f"  {key} opens "
    actors = sorted(findings.actors, key=lambda a: -len(a.mentions))
    names = _listed([f"{short_name(a)} {len(a.mentions)}" for a in actors], room - 8 - len(tail), ink)
    dates: list[str] = []
    for group in grouped(findings):
        _, value, how = time_mark(group[0], ink)
        dates.append(value if how not in ("no anchor", "unplaced") else f"{value}?")
    missing = "" if article.published else "  no publication date"
    times = _listed(dates, room - 8 - len(missing), ink) if dates else "none in this text"
    first = pad(names, room - 8 - len(tail), "") if names else "no actor found"
    return [
        [(" 3 WHO  ", look.title), (first, look.text), (tail, look.muted)],
        [(" WHEN   ", look.title), (times, look.text), (missing, look.guess)],
    ]


def short_name(actor: Actor) -> str:
    """The shortest name that still names: a person's surname, a group's acronym."""
    names = [actor.name, *actor.aliases]
    if actor.type is ActorType.PERSON:
        return actor.name.split()[-1] if len(actor.name.split()) > 1 else actor.name
    acronyms = [name for name in names if name.isupper() and 2 <= len(name) <= 6]
    return acronyms[0] if acronyms and len(actor.name) > 14 else actor.name


def _listed(parts: Sequence[str], room: int, ink: Ink) -> str:
    """Parts with dots between, as many as fit, and how many more there are."""
    dot = f" {ink.glyphs.dot} "
    # A dot takes three cells: of thousands of parts only the first few can fit.
    for count in range(min(len(parts), room // 3 + 1), 0, -1):
        more = f"{dot}+{len(parts) - count}" if count < len(parts) else ""
        text = ink.glyphs.plain(dot.join(parts[:count])) + more
        if width(text) <= room:
            return text
    return ink.cut(parts[0], room) if parts else ""
