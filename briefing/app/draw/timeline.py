"""A timeline as entries: a step a row, its counts, a mark a claim; gaps between; the whole span in two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from briefing.app.draw.cells import Piece, width
from briefing.app.draw.entry import Entry
from briefing.app.draw.ink import Ink
from briefing.model.chart import ASCII, UNICODE, Signs, gap_words, marks, per_mark
from briefing.model.grain import Grain, label
from briefing.model.timeline import Bucket, Gap, Timeline
from briefing.model.wording import counted

_LABEL = {Grain.DAY: 10, Grain.WEEK: 8, Grain.MONTH: 7, Grain.YEAR: 4}
_WORDY = 60
"""Cells from which on counts are told with their nouns."""
_GAP = 2
"""Cells of a gap in the strip, at most: it shows that there is one, not how long it is."""
_NAMED = 11
"""Cells of the longest name of a step, with its mark."""
_BROADEST = 6
"""Cells of a step in the strip, at most."""


def signs_of(ink: Ink) -> Signs:
    """The marks that this terminal can show."""
    return UNICODE if ink.glyphs.plain("●") == "●" else ASCII


def timeline_entries(timeline: Timeline, room: int, ink: Ink) -> Iterator[Entry]:
    """One entry a step or gap; a gap cannot be chosen."""
    drawn = marks_room(timeline, room)
    for row in timeline.rows():
        yield _gap(row, timeline, room, ink) if isinstance(row, Gap) else _bucket(row, timeline, drawn, room, ink)


def marks_room(timeline: Timeline, room: int) -> int:
    """Cells that are left for marks."""
    return max(room - len(_counts(Bucket(date.max, date.max), timeline, room)) - _LABEL[timeline.grain] - 7, 4)


def _bucket(bucket: Bucket, timeline: Timeline, drawn: int, room: int, ink: Ink) -> Entry:
    look, signs = ink.look, signs_of(ink)
    styles = {signs.exact: look.date, signs.coarse: look.time, signs.guessed: look.guess, signs.wide: look.time}
    pieces: list[Piece] = [
        (f"  {label(bucket.first, timeline.grain)}  ", look.paragraph),
        (f"{_counts(bucket, timeline, room)}  ", look.text if bucket.claims else look.muted),
    ]
    row = marks(bucket, timeline.most, drawn, signs)
    pieces += [("".join(run), styles.get(sign, look.text)) for sign, run in groupby(row)]
    return Entry((tuple(pieces),), target=bucket)


def _counts(bucket: Bucket, timeline: Timeline, room: int) -> str:
    """`  6 claims    3 articles`, in columns."""
    claims, articles = len(f"{timeline.most:,}"), len(f"{max((b.articles for b in timeline.buckets), default=0):,}")
    if room < _WORDY:
        return f"{bucket.claims:>{claims},} {bucket.articles:>{articles},}"
    nouns = "claim " if bucket.claims == 1 else "claims", "article " if bucket.articles == 1 else "articles"
    return f"{bucket.claims:>{claims},} {nouns[0]}  {bucket.articles:>{articles},} {nouns[1]}"


def _gap(gap: Gap, timeline: Timeline, room: int, ink: Ink) -> Entry:
    days = [label(day, timeline.grain) for day in (gap.first, gap.last)]
    words = gap_words(gap, timeline)
    words += f": {' to '.join(dict.fromkeys(days))}" if timeline.grain is not Grain.YEAR or gap.steps > 1 else ""
    rule = ink.glyphs.rule * 2
    return Entry((((f"  {ink.cut(f'{rule} {words} {rule}', room - 3)}", ink.look.muted),),))


def legend(timeline: Timeline, room: int, ink: Ink) -> list[Piece]:
    """What the marks mean, and how many claims one stands for."""
    signs = signs_of(ink)
    each = per_mark(timeline.most, marks_room(timeline, room))
    parts = [f"{signs.exact} a day", f"{signs.coarse} longer", f"{signs.guessed} guessed", f"{signs.wide} goes on"]
    if room < _WORDY:
        parts = ["claims articles", f"{signs.exact} day", f"{signs.coarse} long", f"{signs.guessed} guess", signs.wide]
        parts[-1] += " goes on"
    scale = [f"a mark: up to {each:,} claims"] if each > 1 else []
    line = "   ".join([*parts, *scale])
    if width(line) > room - 3:  # the signs can be guessed, the number cannot
        line = "  ".join([*scale, *parts])
    return [(f"  {ink.cut(line, room - 3)}", ink.look.muted)]


def strip_lines(timeline: Timeline, here: Bucket | None, room: int, ink: Ink) -> list[list[Piece]]:
    """The whole span in one line, gaps shortened, and under it where which step is; `^` is the one chosen.

    Claims are drawn, and where there is none, articles.
    """
    signs, look = signs_of(ink), ink.look
    cells = _cells(timeline, room - 4)
    width = min(len(cells), room - 4)
    if not width:
        return [[], []]
    runs: list[list[Bucket | None]] = [[] for _ in range(width)]
    for place, cell in enumerate(cells):
        runs[place * width // len(cells)].append(cell)
    told = bool(timeline.claims)
    sums = [
        sum(cell.claims if told else cell.articles for cell in run if cell) for run in runs
    ]  # a run holds a step once, or many steps
    most, top = max(sums), len(signs.levels) - 1
    gap = ink.glyphs.dot if signs is UNICODE else "_"
    drawn = [
        gap if not any(run) else signs.levels[-(-total * top // most)] if most else " "
        for run, total in zip(runs, sums, strict=True)
    ]
    at = next((place for place, run in enumerate(runs) if here is not None and here in run), None)
    axis = _axis([next((b for b in run if b), None) for run in runs], here, at, timeline.grain)
    return [[("  " + "".join(drawn), look.date)], [("  " + axis, look.muted)]]


def overview_lines(
    timeline: Timeline, about: str, here: Bucket | None, key: str, room: int, ink: Ink
) -> list[Sequence[Piece]]:
    """A title and the whole span; `here` is the step of the article that is open, `key` opens the timeline."""
    look = ink.look
    drawn = (
        counted(timeline.claims, "claim") if timeline.claims else f"no claim, {counted(timeline.articles, 'article')}"
    )
    told = f"by {timeline.grain.value}  {about}: {drawn}"
    told += f", {timeline.unplaced:,} unplaced" if timeline.unplaced else ""
    way = f"{key} opens it "
    head = ink.cut(f"  TIMELINE  {told}", room - len(way) - 2)
    title: list[Piece] = [(head, look.title), (" " * (room - width(head) - len(way)), look.title), (way, look.muted)]
    if not timeline.buckets:
        return [title, [("  Nothing is dated here.", look.muted)], []]
    return [title, *strip_lines(timeline, here, room, ink)]


def _cells(timeline: Timeline, room: int) -> list[Bucket | None]:
    """A step or gap each; of few steps each has several cells."""
    cells: list[Bucket | None] = []
    for row in timeline.rows():
        cells += [None] * min(row.steps, _GAP) if isinstance(row, Gap) else [row]
    times = max(min(room // max(len(cells), 1), _BROADEST), 1)
    return [cell for cell in cells for _ in range(times)]


def _axis(firsts: Sequence[Bucket | None], here: Bucket | None, at: int | None, grain: Grain) -> str:
    """Names of steps under their cells, as many as have room; the chosen one's is always there."""
    width = max(len(firsts), _NAMED)  # a name is whole even under a strip of one step
    row = [" "] * width
    kept = range(0)
    if at is not None and here is not None:
        name = label(here.first, grain)
        start = at if at + 1 + len(name) <= width else max(at - len(name), 0)
        text = f"^{name}" if start == at else f"{name}^"
        row[start : start + len(text)] = text
        kept = range(start - 2, start + len(text) + 2)
    free = 0
    for place, bucket in enumerate(firsts):
        if bucket is None or place < free or (place and firsts[place - 1] is bucket):
            continue
        name = label(bucket.first, grain)
        cells = range(place, place + len(name) + 1)
        if cells.stop - 1 <= width and not (cells.start < kept.stop and kept.start < cells.stop):
            row[place : place + len(name)] = name
            free = cells.stop + 2
    return "".join(row[:width]).rstrip()


def unplaced_words(timeline: Timeline) -> tuple[str, str]:
    """What stands on no step: claims, articles; "" for none."""
    claims = (
        f"{counted(timeline.unplaced, 'claim')} not placed: nothing in the text says when" if timeline.unplaced else ""
    )
    return claims, f"{counted(timeline.undated, 'article')} without a date" if timeline.undated else ""
