"""List who did what and when: one row a dated claim, with the paragraph that proves it.

examples:
  briefing claims                                   everything that is dated, in order
  briefing claims --actor haftar --since 2020       what one actor did
  briefing claims "who:wagner pub:2021" --json      in articles that match
  briefing claims --every                           what copies repeat, in rows of its own
  briefing claims --unplaced                        what the text dates by words that nothing places
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.flags import ALL, add_library, count
from briefing.cli.output import Record, shorten

if TYPE_CHECKING:
    from briefing.library.library import Library
    from briefing.model.claim import Claim, ClaimFilter
    from briefing.model.query import SearchQuery

PRECISIONS = ("time", "day", "week", "month", "season", "quarter", "year", "decade", "range")
PLAIN = ("value", "precision", "actor", "did", "said_by", "cite", "certainty", "articles")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only of articles that match")
    add_library(parser)
    parser.add_argument("--actor", metavar="NAME", help="what this actor did, under all its names")
    parser.add_argument("--since", metavar="DATE", help="dated on or after: 2021, 2021-01 or 2021-01-23")
    parser.add_argument("--until", metavar="DATE", help="dated on or before")
    parser.add_argument("--precision", choices=PRECISIONS, action="append", default=[], help="only times so exact")
    parser.add_argument("--said-by", metavar="NAME", default="", help="only what this source told")
    parser.add_argument("--unplaced", action="store_true", help="times that nothing places, in place of the others")
    parser.add_argument("--begins", action="store_true", help="by the day on which a time begins: each claim once")
    parser.add_argument("--guesses", action="store_true", help="with those that only a year clue places")
    parser.add_argument("--every", action="store_true", help="claims that copies repeat each in a row of its own")
    parser.add_argument("--limit", metavar="N", type=count, default=50, help="at most N (default 50), or all")


def run(options: argparse.Namespace) -> int:
    """Prints the claims; 1 if there are none."""
    from briefing.cli.libraries import Need, answered, opened, parsed

    with opened(options) as (context, library):
        limit = options.limit or ALL
        query = parsed(library, options.query)
        told, total = answered(
            library, context, Need.FINDINGS, lambda: _ask(library, asked(library, options), query, limit)
        )
        shown = min(limit, total)
        head = {"query": query.raw if query else "", "total": total, "shown": shown}
        context.output.rows(head, "claims", (record_of(*each) for each in told), text_of, PLAIN)
    context.output.more(total, shown)
    if not total:
        context.output.remark("no dated claim found")
    return 0 if total else 1


def asked(library: Library, options: argparse.Namespace) -> ClaimFilter:
    """The filter that the flags ask for."""
    from briefing.cli.days import days_asked
    from briefing.model.claim import ClaimFilter

    since, until = days_asked(options)
    return ClaimFilter(
        actor=library.find_actor(options.actor).id if options.actor else None,
        since=since.toordinal() if since else None,
        until=until.toordinal() if until else None,
        precisions=frozenset(options.precision),
        unplaced=options.unplaced,
        said_by=options.said_by,
        begins=options.begins,
        guesses=options.guesses,
        every=options.every,
    )


def _ask(
    library: Library, wanted: ClaimFilter, query: SearchQuery | None, limit: int
) -> tuple[Iterable[tuple[Claim, str]], int]:
    """Claims with their sentences, and how many there are; all of them come one by one, however many."""
    rows, total = library.claims(wanted, query, 0, 0 if limit == ALL else limit)
    if limit == ALL:
        return library.each_claim(wanted, query), total
    return zip(library.with_places(rows, query), library.sentences(rows), strict=True), total


def record_of(claim: Claim, sentence: str) -> Record:
    """A claim as an object."""
    from briefing.export.records import claim_record

    return claim_record(claim, sentence)


def text_of(record: Record) -> Iterable[str]:
    """A claim as lines: when, who, what; then where it stands."""
    guess = f"{record['guess']}~" if record["guess"] and not record["earliest"] else ""
    when = guess or record["value"] or f"? {record['words']}"
    told = f", said {record['said_by']}" if record["said_by"] else ""
    guessed = "~" if record["certainty"] == "guessed" else ""
    yield f"{shorten(when, 21) + guessed:<22} {record['actor']}: {record['did'] or '(named with this date)'}{told}"
    times = f" ×{record['articles']} articles" if record["articles"] > 1 else ""
    yield f"                       {record['cite']}{times}  {shorten(record['sentence'], 140)}"
