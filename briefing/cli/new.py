"""Tell what came into a library since you looked last: articles, claims, actors, and per saved search.

A visit is noted when the program is left, and by --mark-seen.

examples:
  briefing new                          since the last visit
  briefing new --since 2026-11-01       since a day
  briefing new --query wagner           what a saved search finds of it
  briefing new --mark-seen --json
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.flags import add_library, count
from briefing.cli.output import FORMAT, Record, Shape, dump, safe_line

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.library.library import Library
    from briefing.library.news import News
    from briefing.model.query import SearchQuery
    from briefing.notebook.searches import Saved

LAST = "last"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    add_library(parser)
    parser.add_argument("--since", metavar="WHEN", default=LAST, help="a day, or last (default): the last visit")
    parser.add_argument("--query", metavar="NAME", help="of this saved search, since it was run last")
    parser.add_argument("--mark-seen", action="store_true", help="note all of it as seen")
    parser.add_argument("--limit", metavar="N", type=count, default=20, help="at most N articles (default 20), or all")


def run(options: argparse.Namespace) -> int:
    """Prints the news; 1 if there is none."""
    from briefing.cli.libraries import Need, answered, opened

    with opened(options) as (context, library):
        saved = _saved(library, options.query)
        query = library.parse(saved.query) if saved else None
        found = answered(
            library, context, Need.FINDINGS, lambda: library.news(_since(library, options.since, saved), query)
        )
        records = _articles(library, found, query, options.limit)
        searches = [] if saved else _searches(library)
        if options.mark_seen:
            _mark(library, saved, context)
    _print(context, found, records, searches)
    return 0 if found.articles else 1


def _saved(library: Library, name: str | None) -> Saved | None:
    from briefing.model.errors import WrongUse

    if name is None:
        return None
    searches = library.notebook.searches
    found = searches.named(name) or (searches.on_key(int(name)) if name.isascii() and name.isdigit() else None)
    if found is None:
        raise WrongUse(f"There is no saved search {name}.", "briefing saved lists them.")
    return found


def _since(library: Library, when: str, saved: Saved | None) -> int:
    from briefing.cli.days import day_of
    from briefing.model.arrival import day_starts

    if when == LAST:
        return library.seen_until(saved)
    period = day_of(when, "--since")
    # a moment before the day, as what is asked for came after it; 0 would be never
    return max(day_starts(period.earliest) - 1, 1) if period and period.earliest else 0


def _articles(library: Library, found: News, query: SearchQuery | None, limit: int | None) -> list[Record]:
    from briefing.cli.search import last_page
    from briefing.library.news import since_query
    from briefing.model.order import Order

    page = last_page(library, since_query(found.since, query), Order.NEWEST, limit)
    cards = library.cards([hit.number for hit in page.hits])
    return [{"date": card.day, "title": card.title, "source": card.source, "cite": card.name} for card in cards]


def _searches(library: Library) -> list[Record]:
    from briefing.cli.saved import counts, record_of

    return [record_of(each) for each in counts(library)]


def _mark(library: Library, saved: Saved | None, context: Context) -> None:
    """Of the whole library, its saved searches are seen as well."""
    from briefing.library.news import mark
    from briefing.notebook.decisions import visit

    names = [saved.name] if saved else ["", *(each.name for each in library.notebook.searches.saved)]
    library.notebook.decide(*(visit(name, mark(library)) for name in names))
    if not library.notebook.flush():
        context.output.remark("the visit could not be noted: the notebook cannot be written")


def _print(context: Context, found: News, articles: list[Record], searches: list[Record]) -> None:
    from briefing.model.arrival import stamp

    output = context.output
    head = {
        "since": stamp(found.since) if found.since else None,
        "articles": len(found.articles),
        "claims": found.claims,
        "actors": found.actors_total,
    }
    if output.shape is Shape.JSON:
        actors = [{"name": name, "articles": number} for name, number in found.actors]
        print(dump({"format": FORMAT, **head, "new_actors": actors, "saved": searches, "results": articles}, indent=2))
        return
    if output.is_text:
        for line in _text(found, searches):
            print(safe_line(line))
    output.rows({}, "results", articles, _article, ("cite", "date", "title", "source"))
    if len(found.articles) > len(articles):
        output.remark(f"{len(found.articles) - len(articles)} more: --limit all prints them")


def _text(found: News, searches: list[Record]) -> Iterable[str]:
    from briefing.cli.saved import text_of
    from briefing.model.arrival import stamp
    from briefing.model.wording import counted

    since = f"since {stamp(found.since)[:16].replace('T', ' ')} UTC" if found.since else "never looked at before"
    counts = ((len(found.articles), "article"), (found.claims, "claim"), (found.actors_total, "actor"))
    yield f"new: {', '.join(counted(*each) for each in counts)} ({since})"
    if found.actors:
        more = found.actors_total - len(found.actors)
        yield f"who: {', '.join(name for name, _ in found.actors)}{f' and {more:,} more' if more else ''}"
    for record in searches:
        yield from text_of(record)
    yield ""


def _article(record: Record) -> Iterable[str]:
    yield f"{record['date']:<10}  {record['title']}"
    yield f"            {record['cite']}"
