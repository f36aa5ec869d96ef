"""Find articles: one query language for the command line and the screen.

examples:
  briefing search haftar wagner                  both words
  briefing search '"security council" -draft'    a phrase, and not a word
  briefing search who:haftar pub:2021-01..2021-03
  briefing search wagner --json | jq '.results[].cite'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.cli.flags import ALL, add_library, count
from briefing.cli.output import Record
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from briefing.cli.context import Context
    from briefing.cli.libraries import Need
    from briefing.library.library import Library
    from briefing.model.hit import Card, SearchPage, Snippet
    from briefing.model.order import Order
    from briefing.model.query import Node, SearchQuery

SNIPPET_WIDTH = 160
ORDERS = ("relevance", "newest", "oldest", "title")
PLAIN = ("cite", "date", "title", "snippet")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words are AND; without any, all articles")
    add_library(parser)
    parser.add_argument("--since", metavar="DATE", help="published on or after: 2021, 2021-01 or 2021-01-23")
    parser.add_argument("--until", metavar="DATE", help="published on or before")
    parser.add_argument("--actor", metavar="NAME", action="append", default=[], help="that names this actor")
    parser.add_argument("--path", metavar="GLOB", help="in files of this name")
    parser.add_argument("--sort", choices=ORDERS, help="default: relevance, for a query without words newest")
    parser.add_argument("--once", action="store_true", help="one row a report, with how many copies of it are found")
    parser.add_argument("--facets", action="store_true", help="counts by who, when, source and read state instead")
    parser.add_argument("--limit", metavar="N", type=count, default=20, help="at most N (default 20), or all")


def run(options: argparse.Namespace) -> int:
    """Prints what was found; 1 if nothing was."""
    from briefing.cli.libraries import answered, opened
    from briefing.model.order import Order

    with opened(options) as (context, library):
        query = narrow(library.parse(" ".join(options.query)), options)
        if options.facets:
            return _print_facets(library, context, query, options.limit)
        order = Order(options.sort or _usual_order(query))
        rows, total, partial = answered(
            library, context, needed(query), lambda: find(library, query, order, options.limit, options.once)
        )
        meant = [] if total else _meant(library, query)
    head = {"query": query.raw, "total": total, "shown": len(rows), "partial": partial}
    context.output.rows(head, "results", rows, _text, PLAIN)
    context.output.more(total, len(rows))
    if not total:
        _say_nothing_found(context, meant)
    return 0 if total else 1


def _meant(library: Library, query: SearchQuery) -> list[str]:
    """Queries that may have been meant; none of them is asked by itself."""
    from briefing.library.suggest import did_you_mean

    book = library.wordbook()
    return [each.text for each in did_you_mean(query.raw, book)] if book else []


def _say_nothing_found(context: Context, meant: Iterable[str]) -> None:
    context.output.remark("nothing found")
    for text in meant:
        context.output.remark(f"did you mean: {text}")


def _print_facets(library: Library, context: Context, query: SearchQuery, limit: int | None) -> int:
    """The rows of the facet pane, each with the part of a query that keeps it."""
    from briefing.cli.libraries import Need, answered

    counted = answered(library, context, Need.FINDINGS, lambda: library.facets(query, limit or ALL))
    rows = [
        {"facet": facet.name.value, "label": row.label, "articles": row.articles, "part": row.part}
        for facet in counted.facets
        for row in facet.rows
    ]
    head = {"query": query.raw, "total": counted.articles, "shown": len(rows)}
    context.output.rows(head, "facets", rows, _facet_text, ("facet", "articles", "label", "part"))
    for facet in counted.facets:
        if facet.more:
            context.output.remark(f"{facet.more} more of {facet.name.value}: --limit all prints them")
    if not counted.articles:
        _say_nothing_found(context, _meant(library, query))
    return 0 if counted.articles else 1


def _facet_text(record: Record) -> Iterable[str]:
    yield f"{record['facet']:<7} {record['articles']:>7}  {record['label']}"


def find(
    library: Library, query: SearchQuery, order: Order, limit: int | None, once: bool = False
) -> tuple[list[Record], int, bool]:
    """The rows, how many there are in all, and whether that is not sure."""
    page = last_page(library, query, order, None if once else limit)
    scores = {hit.number: hit.score for hit in page.hits}
    if once:
        return _stories(library, query, page, scores, limit)
    rows = _records(library, [hit.number for hit in page.hits], query, scores)
    return [record for _, record in rows], page.total, page.partial


def _stories(
    library: Library, query: SearchQuery, page: SearchPage, scores: Mapping[int, float], limit: int | None
) -> tuple[list[Record], int, bool]:
    """As `find`, one row a report."""
    folded = library.fold(query, page)
    rows = folded.rows[:limit]
    folds = library.folds(rows, folded.found)
    records: list[Record] = []
    for card, record in _records(library, rows, query, scores):
        fold = folds.get(card.number)
        told = {"copies": fold.articles if fold else 1, "sources": fold.sources if fold else int(bool(card.source))}
        records.append({**record, **told})
    return records, folded.total, page.partial


def narrow(query: SearchQuery, options: argparse.Namespace) -> SearchQuery:
    """The query and what the flags ask besides."""
    from briefing.model.fold import fold
    from briefing.model.frozen import replace
    from briefing.model.query import And, Everything, Fact, FactField, Period

    parts: list[Node] = [] if isinstance(query.tree, Everything) else [query.tree]
    if options.since or options.until:
        from briefing.cli.days import days_asked

        parts.append(Fact(FactField.PUB, period=Period(*days_asked(options))))
    parts += [Fact(FactField.WHO, fold(name)) for name in options.actor]
    if options.path:
        parts.append(Fact(FactField.PATH, fold(options.path)))
    if not parts:
        return query
    return replace(query, tree=And(tuple(parts)) if len(parts) > 1 else parts[0])


def needed(query: SearchQuery) -> Need:
    """How much has to be built: names and dates only for a query that asks for them."""
    from briefing.cli.libraries import Need
    from briefing.model.query import FactField
    from briefing.search.match import facts_of

    found = {FactField.WHO, FactField.PLACE, FactField.ON}
    return Need.FINDINGS if any(fact.field in found for fact in facts_of(query.tree)) else Need.TEXTS


def last_page(library: Library, query: SearchQuery, order: Order, limit: int | None) -> SearchPage:
    """The exact answer: whoever reads a pipe can wait for it."""
    from briefing.model.hit import SearchPage
    from briefing.search.engine import never

    *_, last = (SearchPage((), 0), *library.search(query, order, limit or max(library.status().articles, 1), never))
    return last


def _usual_order(query: SearchQuery) -> str:
    from briefing.search.match import leaves

    return "relevance" if any(True for _ in leaves(query.tree)) else "newest"


def _records(
    library: Library, numbers: Sequence[int], query: SearchQuery, scores: Mapping[int, float]
) -> list[tuple[Card, Record]]:
    cards = library.cards(numbers)
    tags = library.tags(card.id for card in cards)
    snippets = library.snippets(numbers, query, SNIPPET_WIDTH)
    return [
        (card, _record(card, snippets.get(card.number), scores[card.number], tags.get(card.id, ()))) for card in cards
    ]


def _record(card: Card, snippet: Snippet | None, score: float, tags: Sequence[str]) -> Record:
    paragraph = snippet.paragraph if snippet else None
    return {
        "doc": card.name,
        "cite": f"{card.name}:p{paragraph}" if paragraph else card.name,
        "id": card.id,
        "date": card.published.day.isoformat() if card.published else None,
        "year_guess": card.year_guess if not card.published else None,
        "title": card.title,
        "title_derived": card.title_derived,
        "source": card.source,
        "language": card.language,
        "tags": list(tags),
        "score": round(score, 4),
        "paragraph": paragraph,
        "snippet": snippet.text if snippet else "",
        "hits": [[hit.start, hit.end] for hit in snippet.hits] if snippet else [],
    }


def _text(record: Record) -> Iterable[str]:
    day = record["date"] or (f"{record['year_guess']}~" if record["year_guess"] else "????")
    copies = f"  ({record['copies']} copies)" if record.get("copies", 1) > 1 else ""
    tags = f"  {_shown(record['tags'])}" if record["tags"] else ""
    yield f"{day:<10}  {record['title']}{copies}{tags}"
    yield f"            {record['cite']}" + (f"  {record['snippet']}" if record["snippet"] else "")


def _shown(tags: Iterable[str]) -> str:
    from briefing.notebook.tagging import shown_tags

    return shown_tags(tags)
