"""List who is named together, most often first: within a clause, a sentence, a paragraph or an article.

A clause is what somebody did at a time that the text names: whoever did it and whoever is named in those words.

examples:
  briefing pairs                                    everybody, within sentences
  briefing pairs --actor haftar --within article    with whom one actor is named
  briefing pairs "pub:2021" --limit 50 --json       in articles that match
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.flags import add_library, positive
from briefing.cli.output import Record

if TYPE_CHECKING:
    from briefing.model.pairs import Pair

WITHIN = ("clause", "sentence", "paragraph", "article")
PLAIN = ("together", "one", "other")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only in articles that match")
    add_library(parser)
    parser.add_argument("--actor", metavar="NAME", help="only with this actor, under all its names")
    parser.add_argument("--within", choices=WITHIN, default="sentence", help="how close (default: sentence)")
    parser.add_argument("--every", action="store_true", help="copies of one report count each time")
    parser.add_argument("--limit", metavar="N", type=positive, default=20, help="at most N (default 20)")


def run(options: argparse.Namespace) -> int:
    """Prints the pairs; 1 if there are none."""
    from briefing.cli.libraries import Need, answered, opened, parsed
    from briefing.model.pairs import Pairs, Within

    with opened(options) as (context, library):
        within = Within(options.within)

        def ask() -> Pairs:
            actor = library.find_actor(options.actor).id if options.actor else None
            return library.pairs(within, query, actor, options.limit, every=options.every)

        query = parsed(library, options.query)
        found = answered(library, context, Need.FINDINGS, ask)
    head = {"query": query.raw if query else "", "within": within.value, "total": found.total}
    context.output.rows(head, "pairs", map(_record, found.pairs), _text, PLAIN)
    if found.total and found.total > len(found.pairs):
        context.output.remark(f"{found.total - len(found.pairs)} more: --limit N prints them")
    elif found.total is None and len(found.pairs) == options.limit:
        context.output.remark(f"the {options.limit:,} most frequent: --limit N prints more")
    if not found.pairs:
        context.output.remark(f"nobody is named together within one {within.value}")
    return 0 if found.pairs else 1


def _record(pair: Pair) -> Record:
    one, other = pair.one, pair.other
    types = {"one_type": one.type.value, "other_type": other.type.value}
    ids = {"one_id": one.id, "other_id": other.id}
    return {"one": one.name, "other": other.name, "together": pair.together, **types, **ids}


def _text(record: Record) -> Iterable[str]:
    yield f"{record['together']:>6}  {record['one']}, {record['other']}"
