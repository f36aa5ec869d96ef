"""Put tags on articles, or take them off; without any article, list the tags there are.

examples:
  briefing tag war story.txt wires.jsonl#17
  briefing tag "war oil -draft" who:wagner pub:2021     two on, one off, on all that the query finds
  briefing tag war story.txt --undo                     off again
  briefing tag                                          all tags, with how many articles
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.deciding import UNDO

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.cli.output import Record
    from briefing.library.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    from briefing.cli.targets import add_targets

    parser.add_argument(
        "tags", nargs="?", metavar="TAGS", help="one tag, or several in quotes; -NAME among them is taken off"
    )
    add_targets(parser)
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}take the tags off")


def run(options: argparse.Namespace) -> int:
    """Tags what was named; 1 if that changed nothing."""
    from briefing.cli.deciding import decided
    from briefing.cli.targets import needed

    if options.tags is None:
        return _list(options)
    return decided(options, lambda library: needed(library, options.where), lambda library: _change(library, options))


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.deciding import Change
    from briefing.cli.targets import PLAIN, articles_meant, is_cited, records_of, text_of
    from briefing.model.errors import WrongUse
    from briefing.notebook.tagging import read_tags

    wish = read_tags(options.tags)
    if is_cited(library, options.tags):
        raise WrongUse(f"{options.tags} is an article.", "Tags come first: briefing tag NAME DOC.")
    numbers = articles_meant(library, options.where)
    made = list((wish.turned() if options.undo else wish).decisions(library.subjects(numbers)))
    nothing = "it is so already" if numbers else "nothing found"
    return Change(made, lambda: records_of(library, numbers), text_of, PLAIN, nothing=nothing)


def _list(options: argparse.Namespace) -> int:
    from briefing.cli.libraries import opened

    with opened(options) as (context, library):
        counts = library.notebook.tags.counts
        records = [{"tag": word, "articles": count} for word, count in counts.items()]
        context.output.rows({"total": len(records)}, "tags", records, _text, ("tag", "articles"))
        if not records:
            context.output.remark("no tag yet: briefing tag NAME DOC puts one on an article")
    return 0 if records else 1


def _text(record: Record) -> Iterable[str]:
    yield f"{record['articles']:>7}  {record['tag']}"
