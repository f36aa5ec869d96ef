"""List reports that several articles print, with their sources, or compare two printings word by word.

examples:
  briefing copies                                  stories of two articles or more
  briefing copies harbour --min 3 --threshold 0.8  at least three, eight tenths of their words in common
  briefing copies --diff wires/late.txt            against the first printing of its story
  briefing copies --diff one.txt two.txt           [-gone-] {+new+}
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.flags import ALL, add_library, count, positive
from briefing.cli.output import Output, Record, shorten

if TYPE_CHECKING:
    from briefing.library.library import Library
    from briefing.model.article import Article
    from briefing.model.story import Copy, Story

PLAIN = ("copies", "sources", "head", "title")
DIFF_PLAIN = ("old", "new", "same", "changes")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only stories that an article tells that matches")
    add_library(parser)
    parser.add_argument("--min", metavar="N", type=positive, default=2, help="told by at least N articles (default 2)")
    parser.add_argument("--threshold", metavar="X", type=_share, default=0.0, help="copies at least so near, 0 to 1")
    parser.add_argument("--limit", metavar="N", type=count, default=50, help="at most N (default 50), or all")
    parser.add_argument(
        "--diff", metavar="DOC", nargs="+", help="compare two articles, or one with the head of its story"
    )


def run(options: argparse.Namespace) -> int:
    """Prints the stories, or what differs; 1 if there are none."""
    from briefing.cli.libraries import Need, answered, opened, parsed
    from briefing.model.errors import WrongUse

    if options.diff and (len(options.diff) > 2 or options.query):
        raise WrongUse("--diff compares one article with its story, or two with each other.")
    with opened(options) as (context, library):
        limit = options.limit or ALL
        if options.diff:
            pairs = answered(library, context, Need.TEXTS, lambda: _pairs(library, options.diff))
            return _print_diffs(context.output, pairs)
        query = parsed(library, options.query)
        rows, total = answered(
            library, context, Need.TEXTS, lambda: library.stories(query, options.min, limit, options.threshold)
        )
    head = {"query": query.raw if query else "", "total": total, "shown": len(rows)}
    context.output.rows(head, "stories", map(_record, rows), _text, PLAIN)
    context.output.more(total, len(rows))
    if not total:
        context.output.remark("no copies found")
    return 0 if total else 1


def _share(written: str) -> float:
    try:
        share = float(written)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("a threshold is a number from 0 to 1")
    return share


def _pairs(library: Library, references: list[str]) -> list[tuple[Article, Article]]:
    """Two articles as they are named; of one that heads its story each copy, of a copy the head."""
    from briefing.model.errors import WrongUse

    numbers = [library.locate(reference)[0] for reference in references]
    if len(numbers) == 2:
        found = [(numbers[0], numbers[1])]
    else:
        story = library.story_of(numbers[0])
        head = story.head.number if story else numbers[0]
        others = [copy.card.number for copy in story.copies if copy.card.number != head] if story else []
        found = [(head, other) for other in (others if head == numbers[0] else numbers)]
    views = [(library.open(one), library.open(other)) for one, other in found]
    if any(one is None or other is None for one, other in views):
        raise WrongUse(f"{references[0]} is gone.", "briefing index brings the library up to date.")
    return [(one.article, other.article) for one, other in views if one and other]


def _print_diffs(output: Output, pairs: list[tuple[Article, Article]]) -> int:
    output.rows({"total": len(pairs)}, "diffs", (_diff(old, new, output) for old, new in pairs), _drawn, DIFF_PLAIN)
    if not pairs:
        output.remark("it has no copies")
    return 0 if pairs else 1


def _diff(old: Article, new: Article, output: Output) -> Record:
    """The runs with their places in both texts; for a reader drawn."""
    from briefing.library.word_diff import draw, share_same, word_diff
    from briefing.model.diff import Change

    one, other = old.text.value, new.text.value
    runs = word_diff(one, other)
    record: dict[str, object] = {
        "old": old.name,
        "new": new.name,
        "same": round(share_same(runs, one, other), 3),
        "changes": sum(run.change is not Change.SAME for run in runs),
    }
    if output.is_text:
        return record | {"titles": (old.title, new.title), "drawn": draw(runs, one, other)}
    told = [
        {
            "change": run.change.value,
            "old": [run.old.start, run.old.end],
            "new": [run.new.start, run.new.end],
            "text": run.old.of(one) if run.change is Change.GONE else run.new.of(other),
        }
        for run in runs
    ]
    return record | {"runs": told}


def _drawn(record: Record) -> Iterable[str]:
    yield f"--- {record['old']}  {record['titles'][0]}"
    yield f"+++ {record['new']}  {record['titles'][1]}"
    yield ""
    yield from (record["drawn"] if record["changes"] else "no word differs").split("\n")
    yield ""


def _record(story: Story) -> Record:
    return {
        "head": story.head.name,
        "title": story.head.title,
        "copies": story.size,
        "sources": list(story.sources),
        "unknown_sources": story.unknown,
        "articles": [_article(each) for each in story.copies],
    }


def _article(copy: Copy) -> Record:
    card = copy.card
    return {
        "doc": card.name,
        "id": card.id,
        "date": card.published.day.isoformat() if card.published else None,
        "year_guess": card.year_guess if not card.published else None,
        "title": card.title,
        "source": card.source,
        "words": card.words,
        "near": round(copy.near, 3),
    }


def _text(record: Record) -> Iterable[str]:
    from briefing.model.wording import counted

    known, unknown = len(record["sources"]), record["unknown_sources"]
    named = counted(known, "source") if known else ""
    told = ", ".join(filter(None, (named, f"{unknown} without a source" if unknown else "")))
    yield f"{record['copies']:>4} copies  {told}  {record['title']}"
    for each in record["articles"]:
        day = each["date"] or (f"{each['year_guess']}~" if each["year_guess"] else "????")
        near = "first" if each["doc"] == record["head"] else f"{each['near']:.0%}"
        yield f"      {day:<10}  {near:>5}  {shorten(each['source'] or '?', 20):<20}  {each['doc']}"
