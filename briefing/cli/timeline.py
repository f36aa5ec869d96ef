"""Show what is told of when: dated claims and published articles by day, week, month or year.

A claim counts once, where its time begins. Marks, one for one claim or for several:
  ● a day or a time of day   ◐ something longer   ○ a guess   → longer than the step it begins in

examples:
  briefing timeline                                 everything
  briefing timeline --actor haftar --by month       of one actor
  briefing timeline "who:wagner" --since 2021       in articles that match
  briefing timeline --unplaced                      the claims that nothing places
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.cli.flags import ALL, add_library
from briefing.cli.output import Record

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.library.library import Library
    from briefing.model.query import SearchQuery
    from briefing.model.timeline import Bucket, Gap, Timeline, TimelineAsk

GRAINS = ("day", "week", "month", "year")
PLAIN = ("from", "to", "claims", "exact", "coarse", "guessed", "wide", "articles")
ROOM = 30
"""Cells for the marks."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only of articles that match")
    add_library(parser)
    parser.add_argument("--actor", metavar="NAME", help="what this actor did, under all its names")
    parser.add_argument("--by", choices=GRAINS, help="how long a step is (default: so that they are not too many)")
    parser.add_argument("--since", metavar="DATE", help="from this day on: 2021, 2021-01 or 2021-01-23")
    parser.add_argument("--until", metavar="DATE", help="up to this day")
    parser.add_argument("--unplaced", action="store_true", help="list the claims that nothing places instead")
    parser.add_argument("--every", action="store_true", help="claims that copies repeat count each time")
    parser.add_argument("--ascii", action="store_true", default=None, help="draw with ASCII only")


def run(options: argparse.Namespace) -> int:
    """Prints the timeline; 1 if there is nothing on it."""
    from briefing.cli.libraries import opened, parsed

    with opened(options) as (context, library):
        query = parsed(library, options.query)
        show = _show_unplaced if options.unplaced else _show
        return show(library, context, options, query)


def _show(library: Library, context: Context, options: argparse.Namespace, query: SearchQuery | None) -> int:
    from briefing.cli.libraries import Need, answered

    found = answered(library, context, Need.FINDINGS, lambda: library.timeline(_asked(library, options), query))
    head = {"query": query.raw if query else "", **_head(found)}
    records = _drawn(found, options, context) if context.output.is_text else map(_record, found.rows())
    context.output.rows(head, "steps", records, lambda record: [record["line"]], PLAIN)
    for words in _remarks(found):
        context.output.remark(words)
    return 0 if found.buckets else 1


def _drawn(found: Timeline, options: argparse.Namespace, context: Context) -> Iterator[Record]:
    import sys

    from briefing.model.chart import ASCII, UNICODE, chart
    from briefing.settings.terminal import draws_ascii

    choice = options.ascii if options.ascii is not None else context.settings.ascii
    signs = ASCII if draws_ascii(choice, sys.stdout.encoding) else UNICODE
    return ({"line": line} for line in chart(found, ROOM, signs))


def _show_unplaced(library: Library, context: Context, options: argparse.Namespace, query: SearchQuery | None) -> int:
    """The same claims as the timeline counts as unplaced, in the form of the ledger."""
    from briefing.cli.claims import PLAIN as LEDGER
    from briefing.cli.claims import record_of, text_of
    from briefing.cli.libraries import Need, answered
    from briefing.model.claim import Claim, ClaimFilter

    def ask() -> tuple[list[Claim], list[str]]:
        actor = _asked(library, options).actor
        rows, _ = library.claims(
            ClaimFilter(actor=actor, unplaced=True, guesses=True, every=options.every), query, 0, ALL
        )
        return library.with_places(rows, query), library.sentences(rows)

    rows, texts = answered(library, context, Need.FINDINGS, ask)
    head = {"query": query.raw if query else "", "total": len(rows)}
    context.output.rows(head, "claims", map(record_of, rows, texts), text_of, LEDGER)
    if not rows:
        context.output.remark("every claim has its place")
    return 0 if rows else 1


def _asked(library: Library, options: argparse.Namespace) -> TimelineAsk:
    from briefing.cli.days import days_asked
    from briefing.model.grain import Grain
    from briefing.model.timeline import TimelineAsk

    since, until = days_asked(options)
    return TimelineAsk(
        actor=library.find_actor(options.actor).id if options.actor else None,
        since=since,
        until=until,
        grain=Grain(options.by) if options.by else None,
        every=options.every,
    )


def _head(found: Timeline) -> Record:
    return {
        "by": found.grain.value,
        "from": found.first.isoformat() if found.first else None,
        "to": found.last.isoformat() if found.last else None,
        "claims": found.claims,
        "articles": found.articles,
        "before": found.before,
        "unplaced": found.unplaced,
        "undated": found.undated,
    }


def _record(row: Bucket | Gap) -> Record:
    from briefing.model.timeline import Gap

    days = {"from": row.first.isoformat(), "to": row.last.isoformat()}
    if isinstance(row, Gap):
        return {**days, "gap": row.steps, "claims": 0, "articles": 0}
    counts = {name: getattr(row, name) for name in ("claims", "exact", "coarse", "guessed", "wide", "articles")}
    return {**days, **counts}


def _remarks(found: Timeline) -> Iterator[str]:
    """What the lines do not show."""
    from briefing.model.chart import per_mark
    from briefing.model.wording import counted

    if (each := per_mark(found.most, ROOM)) > 1:
        yield f"a mark is up to {each} claims"
    if found.before:
        yield f"{counted(found.before, 'claim')} began before and went on"
    if found.unplaced:
        yield f"{counted(found.unplaced, 'claim')} not placed: --unplaced lists them"
    if found.undated:
        yield f"{counted(found.undated, 'article')} without a date"
    if not found.buckets:
        yield "nothing dated found"
