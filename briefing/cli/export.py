"""Write the ledger, a dossier, a timeline, your notes or a list of articles for other programs and for paper.

Every claim has its citation, its sentence, and how sure its date is. Without -o the text goes to stdout.

examples:
  briefing export --what ledger --to csv -o ledger.csv
  briefing export "who:wagner pub:2021" --what list --to ris -o wagner.ris
  briefing export --what dossier --actor haftar --to html -o haftar.html
  briefing export --what ledger --actor wagner --since 2020 --to ics -o wagner.ics
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.flags import add_library

if TYPE_CHECKING:
    from briefing.cli.libraries import Need
    from briefing.export.ask import Wanted, What
    from briefing.library.library import Library
    from briefing.model.query import SearchQuery

WHATS = ("ledger", "dossier", "timeline", "notes", "list")
FORMS = ("md", "html", "csv", "jsonl", "csl", "ris", "ics")
ORDERS = ("relevance", "newest", "oldest", "title")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only of articles that match")
    add_library(parser)
    parser.add_argument("--what", choices=WHATS, help="default: ledger, with --actor dossier")
    parser.add_argument("--to", choices=FORMS, required=True, help="the form")
    parser.add_argument("--actor", metavar="NAME", help="of this actor, under all its names")
    parser.add_argument("--since", metavar="DATE", help="dated on or after: 2021, 2021-01 or 2021-01-23")
    parser.add_argument("--until", metavar="DATE", help="dated on or before")
    parser.add_argument("--sort", choices=ORDERS, help="order of a list (default: newest)")
    parser.add_argument("--once", action="store_true", help="leave out copies: what several print counts once")
    parser.add_argument("--every", action="store_true", help="claims that copies repeat each in a row of its own")
    parser.add_argument("--bom", action="store_true", help="begin CSV with the mark by which Excel knows UTF-8")
    parser.add_argument("-o", "--output", metavar="FILE", help="write this file; one that is there is not touched")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(options: argparse.Namespace) -> int:
    """Writes what was asked for."""
    from datetime import UTC, datetime

    from briefing.cli.libraries import make_ready, opened
    from briefing.export.ask import Form, What, check
    from briefing.export.gather import gather
    from briefing.export.write import write_file, written

    form, what = Form(options.to), What(options.what or ("dossier" if options.actor else "ledger"))
    check(what, form)
    with opened(options) as (context, library):
        query = asked_query(library, options, what)
        make_ready(library, context, _needed(what, query))
        wanted = wanted_of(library, what, query, options)
        pieces = written(gather(library, wanted), wanted, form, datetime.now(UTC), options.bom)
        if not options.output or options.output == "-":
            _print(pieces)
        else:
            size = write_file(Path(options.output).expanduser(), pieces, options.force)
            context.output.remark(f"{options.output}: {size:,} bytes")
    return 0


def asked_query(library: Library, options: argparse.Namespace, what: What) -> SearchQuery | None:
    """The query, less the copies if they are not wanted; a list keeps those whose first printing it does not hold."""
    from briefing.export.ask import What

    words = " ".join(options.query)
    if options.once and what is not What.LIST:
        words = f"({words}) -is:copy" if words else "-is:copy"
    return library.parse(words) if words else None


def wanted_of(library: Library, what: What, query: SearchQuery | None, options: argparse.Namespace) -> Wanted:
    """What the flags ask for."""
    from briefing.cli.days import days_asked
    from briefing.export.ask import Wanted
    from briefing.model.order import Order

    since, until = days_asked(options)
    return Wanted(
        what,
        query,
        library.find_actor(options.actor) if options.actor else None,
        since,
        until,
        Order(options.sort) if options.sort else None,
        options.once,
        options.every,
    )


def _needed(what: What, query: SearchQuery | None) -> Need:
    from briefing.cli.libraries import Need
    from briefing.cli.search import needed
    from briefing.export.ask import What

    if what in (What.LIST, What.NOTES):
        return needed(query) if query else Need.TEXTS
    return Need.FINDINGS


def _print(pieces: Iterable[str]) -> None:
    """UTF-8 with its own line ends, whatever the terminal speaks: these are files, not words for a screen."""
    out = getattr(sys.stdout, "buffer", None)
    for piece in pieces:
        if out is None:
            sys.stdout.write(piece)
        else:
            out.write(piece.encode("utf-8", "replace"))
    (out or sys.stdout).flush()
