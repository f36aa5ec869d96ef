"""List who is named, most articles first.

examples:
  briefing actors                                  everybody
  briefing actors libya --type person --min 2      in articles that match, at least twice
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.flags import ALL, add_library, count, positive
from briefing.cli.output import Record, shorten

if TYPE_CHECKING:
    from briefing.model.actor import ActorType
    from briefing.model.hit import ActorRow

TYPES = ("person", "group", "state", "place", "organisation", "armed_group", "other")
PLAIN = ("name", "type", "articles", "mentions", "aliases")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only in articles that match")
    add_library(parser)
    parser.add_argument(
        "--type", choices=TYPES, action="append", default=[], help="group is organisation or armed_group"
    )
    parser.add_argument("--min", metavar="N", type=positive, default=1, help="named in at least N articles")
    parser.add_argument("--limit", metavar="N", type=count, default=50, help="at most N (default 50), or all")


def run(options: argparse.Namespace) -> int:
    """Prints the actors; 1 if there are none."""
    from briefing.cli.libraries import Need, answered, opened, parsed

    with opened(options) as (context, library):
        limit = options.limit or ALL
        query = parsed(library, options.query)
        rows, total = answered(
            library, context, Need.FINDINGS, lambda: library.actors(query, _types(options.type), options.min, limit)
        )
    head = {"query": query.raw if query else "", "total": total, "shown": len(rows)}
    context.output.rows(head, "actors", map(_record, rows), _text, PLAIN)
    context.output.more(total, len(rows))
    if not total:
        context.output.remark("nobody found")
    return 0 if total else 1


def _types(asked: list[str]) -> frozenset[ActorType] | None:
    from briefing.model.actor import ActorType

    groups = {ActorType.ORGANISATION, ActorType.ARMED_GROUP}
    wanted = [groups if each == "group" else {ActorType(each)} for each in asked]
    return frozenset().union(*wanted) if wanted else None


def _record(row: ActorRow) -> Record:
    return {
        "name": row.name,
        "type": row.type.value,
        "articles": row.articles,
        "mentions": row.mentions,
        "aliases": list(row.aliases),
        "role": row.role,
        "first": row.first.isoformat() if row.first else None,
        "last": row.last.isoformat() if row.last else None,
        "id": row.id,
        "counted": [
            {"name": each.name, "type": each.type.value, "articles": each.articles, "rule": each.rule.value}
            | {"why": each.told(row.name)}
            for each in row.counted
        ],
    }


def _text(record: Record) -> Iterable[str]:
    also = ", ".join(each for each in record["aliases"] if each != record["name"])
    line = f"{record['articles']:>6} {record['mentions']:>6}  {record['type']:<12}  {record['name']}"
    yield line + (f"  = {shorten(also, 60)}" if also else "") + (f"  ({record['role']})" if record["role"] else "")
