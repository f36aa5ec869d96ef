"""Print all about one actor: names, roles, what it did and when, figures, with whom, where.

examples:
  briefing actor wagner                     sections, the first rows of each
  briefing actor khalifa haftar --limit all --json
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from briefing.cli.claims import record_of, text_of
from briefing.cli.flags import ALL, add_library, count
from briefing.cli.output import Record, Shape, safe_line, shorten

if TYPE_CHECKING:
    from datetime import date

    from briefing.cli.output import Output
    from briefing.library.dossier import Dossier
    from briefing.library.library import Library
    from briefing.model.dossier import DossierHead, FigureGroup
    from briefing.model.hit import ActorRow

PLAIN = ("section", "name", "value", "articles", "cite")
Sections = dict[str, list[Record]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("name", nargs="+", metavar="NAME", help="any of its names")
    add_library(parser)
    parser.add_argument("--every", action="store_true", help="claims that copies repeat each in a row of its own")
    parser.add_argument("--limit", metavar="N", type=count, default=20, help="rows a section (default 20), or all")


def run(options: argparse.Namespace) -> int:
    """Prints the dossier."""
    from briefing.cli.libraries import Need, answered, opened

    with opened(options) as (context, library):
        name, limit = " ".join(options.name), options.limit or ALL

        def ask() -> tuple[DossierHead, Sections]:
            dossier = library.dossier(library.find_actor(name).id, options.every)
            head = dossier.head()
            return head, sections(library, dossier, head, limit)

        head, found = answered(library, context, Need.FINDINGS, ask)
    _print(head, found, context.output)
    for what, total, part in (("claims", head.claims - head.unplaced, "claims"), ("articles", head.row.articles, "in")):
        if total > len(found[part]):
            context.output.remark(f"{total - len(found[part])} more {what}: --limit all prints them")
    return 0


def sections(library: Library, dossier: Dossier, head: DossierHead, limit: int) -> Sections:
    """All parts as objects, at most `limit` of each."""
    claims, unplaced = (library.with_places(part(0, limit)[0]) for part in (dossier.claims, dossier.unplaced))
    cards, _ = dossier.articles(0, limit)
    return {
        "names": [{"name": name, "articles": articles} for name, articles in head.names[:limit]],
        "types": [{"name": kind.value, "articles": articles} for kind, articles in head.types],
        "roles": [
            {"name": role, "articles": articles, "first": _iso(first), "last": _iso(last)}
            for role, articles, first, last in head.roles[:limit]
        ],
        "notes": [
            {"text": each.text, "at": each.note.at.isoformat(timespec="seconds")}
            for each in library.notes_about(head.row)[-limit:]
        ],
        "claims": list(map(record_of, claims, library.sentences(claims))),
        "unplaced": list(map(record_of, unplaced, library.sentences(unplaced))),
        "figures": [record for group in dossier.figures()[:limit] for record in islice(_figures(group), limit)],
        "with": [
            {"name": who.name, "type": who.type.value, "clauses": clauses, "sentences": sentences, "articles": articles}
            for who, clauses, sentences, articles in dossier.company(limit)
        ],
        "said by": [{"name": name, "claims": claims} for name, claims in head.sources[:limit]],
        "in": [{"date": card.day, "name": card.title, "cite": card.name} for card in cards],
        "counted": list(_counted(head.row)),
    }


def _print(head: DossierHead, found: Sections, output: Output) -> None:
    if output.shape is Shape.JSON:
        output.document(_head(head), found)
    elif output.is_text:
        for line in text_lines(head, found):
            print(safe_line(line))
    else:
        records = ({"section": section, **record} for section, records in found.items() for record in records)
        output.rows({}, "", records, lambda _: [], PLAIN)


def text_lines(head: DossierHead, found: Sections) -> Iterator[str]:
    """The dossier as lines, a section without rows left out."""
    from briefing.model.wording import counted

    row = head.row
    yield f"{row.name}  {row.type.value.replace('_', ' ')}{'  ignored' if head.ignored else ''}"
    counts = ((row.articles, "article"), (row.mentions, "mention"), (head.claims, "claim"))
    yield f"  {', '.join(counted(*each) for each in counts)}{_days(_iso(row.first), _iso(row.last))}"
    for section, records in found.items():
        if records and not (section == "types" and len(records) == 1):
            yield ""
            yield section + ("  (clauses, sentences, articles)" if section == "with" else "")
            unit = None
            for record in records:
                if section == "figures" and record["unit"] != unit:
                    unit = record["unit"]
                    yield f"  {record['unit'] or 'no unit'}: {record['agreement']}"
                yield from _text(section, record)


def _text(section: str, record: Record) -> Iterator[str]:
    match section:
        case "claims" | "unplaced":
            yield from (f"  {line}" for line in text_of(record))
        case "figures":
            told = f"said {record['said_by']}" if record["said_by"] else ""
            when = record["value"] or f"({record['published'] or '????'})"
            yield f"    {shorten(record['name'], 40):<40}  {when:<12}  {record['cite']}  {told}".rstrip()
        case "notes":
            yield from (f"  {part}" for part in record["text"].split("\n"))
        case "with":
            together = f"{record['clauses']:>5} {record['sentences']:>5} {record['articles']:>5}"
            yield f"  {together}  {record['name']}  {record['type'].replace('_', ' ')}"
        case "in":
            yield f"  {record['date']:<10}  {shorten(record['name'], 60)}  {record['cite']}"
        case "counted":
            yield f"  {record['name']}  {record['type'].replace('_', ' ')}, {record['articles']}: {record['why']}"
        case _:
            days = _days(record.get("first"), record.get("last"))
            yield f"  {record.get('articles', record.get('claims')):>5}  {record['name']}{days}"


def _days(first: str | None, last: str | None) -> str:
    if not first:
        return ""
    return f", on {first}" if first == last else f", {first} to {last}"


def _head(head: DossierHead) -> Record:
    row = head.row
    return {
        "id": row.id,
        "name": row.name,
        "type": row.type.value,
        "articles": row.articles,
        "mentions": row.mentions,
        "first": _iso(row.first),
        "last": _iso(row.last),
        "total_claims": head.claims,
        "total_unplaced": head.unplaced,
        "total_figures": head.figures,
        "first_claim": _iso(head.first_claim),
        "last_claim": _iso(head.last_claim),
        "ignored": head.ignored,
    }


def _figures(group: FigureGroup) -> Iterator[Record]:
    from datetime import date

    for figure in group.figures:
        yield {
            "unit": group.unit,
            "agreement": group.agreement.value,
            "sources": group.sources,
            "name": figure.surface,
            "low": figure.low,
            "high": figure.high,
            "said_by": figure.said_by or None,
            "value": figure.value or None,
            "published": _iso(date.fromordinal(figure.published)) if figure.published else None,
            "cite": figure.cite,
        }


def _counted(row: ActorRow) -> Iterator[Record]:
    for each in row.counted:
        yield {
            "name": each.name,
            "type": each.type.value,
            "articles": each.articles,
            "rule": each.rule.value,
            "why": each.told(row.name),
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
