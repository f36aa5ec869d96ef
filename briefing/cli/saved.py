"""List your saved searches: what they find now, and what came since each was run last.

examples:
  briefing saved
  briefing saved --json | jq '.saved[] | select(.new > 0)'
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.flags import add_library
from briefing.cli.output import Record

if TYPE_CHECKING:
    from briefing.cli.libraries import Need
    from briefing.library.library import Library
    from briefing.library.news import Count

PLAIN = ("key", "name", "total", "new", "query")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    add_library(parser)


def run(options: argparse.Namespace) -> int:
    """Prints them; 1 if there are none."""
    from briefing.cli.libraries import answered, opened

    with opened(options) as (context, library):
        need = needed(library)
        records = answered(library, context, need, lambda: list(map(record_of, counts(library))))
    context.output.rows({}, "saved", records, text_of, PLAIN)
    if not records:
        context.output.remark("no saved search: B in the program saves one")
    return 0 if records else 1


def needed(library: Library) -> Need:
    """Names and dates, where any of the searches asks for them."""
    from briefing.cli.libraries import Need
    from briefing.cli.search import needed as of_query

    found = {of_query(library.parse(saved.query, typing=True)) for saved in library.notebook.searches.saved}
    return Need.FINDINGS if Need.FINDINGS in found else Need.TEXTS


def counts(library: Library) -> list[Count]:
    """Each with how much it finds."""
    from briefing.library.news import count

    return [count(library, saved) for saved in library.notebook.searches.saved]


def record_of(counted: Count) -> Record:
    """A saved search as an object."""
    return {
        "key": counted.saved.slot or None,
        "name": counted.saved.name,
        "query": counted.saved.query,
        "total": counted.total,
        "new": counted.new,
        "wrong": counted.wrong or None,
    }


def text_of(record: Record) -> Iterable[str]:
    """`1  wagner  12  +2 new  who:wagner`."""
    new = f"+{record['new']} new" if record["new"] else ""
    found = record["wrong"] or f"{record['total']:>6}  {new:<10}"
    query = record["query"] if record["query"] != record["name"] else ""
    yield f"{record['key'] or ' '}  {record['name']:<24}  {found}  {query}".rstrip()
