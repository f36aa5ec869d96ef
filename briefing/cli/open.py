"""Read a folder in three panes: articles, text, who and when.

Without a path: the library opened last, or the sample before any was.

examples:
  briefing open ~/news
  briefing open ~/news -Q "haftar pub:2021" --theme newsprint
  briefing open --at 001.txt:p7
  briefing open --tour
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from typing import TYPE_CHECKING

from briefing.cli.output import Record
from briefing.model.frozen import replace
from briefing.settings.schema import COLOURS, LAYOUTS, PAGES, VIEWS

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.library.library import Library
    from briefing.model.hit import Card
    from briefing.settings.schema import OpenOptions

LISTED = 20
PLAIN = ("doc", "date", "title", "source")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folders or files; several make one library")
    parser.add_argument("-Q", "--query", metavar="QUERY", help="begin with this search")
    parser.add_argument("--actor", metavar="NAME", help="begin with the articles that name this actor")
    parser.add_argument("--at", metavar="DOC:pN", help="begin at this paragraph")
    parser.add_argument("--view", choices=VIEWS, help="begin in this pane, or on this page")
    parser.add_argument("--tour", action="store_true", help="a short tour over the sample first; nothing of it is kept")
    parser.add_argument("--layout", choices=LAYOUTS, help="how the panes stand")
    parser.add_argument("--theme", metavar="NAME", help="one of ours or yours")
    parser.add_argument("--colour", "--color", choices=COLOURS, help="how many colours to send")
    parser.add_argument("--ascii", action="store_true", default=None, help="draw with ASCII only")
    parser.add_argument("--mouse", action="store_true", default=None, help="let the mouse choose panes and rows")
    parser.add_argument("--low-bandwidth", action="store_true", default=None, help="send as few bytes as possible")
    parser.add_argument("--read-only", action="store_true", help="build nothing, write nothing")


def run(options: argparse.Namespace) -> int:
    """Hands over to the app; where there is no terminal for it, lists the articles."""
    from briefing.cli.context import prepare
    from briefing.cli.libraries import Need, find_library, make_ready
    from briefing.settings.themes import load_theme

    context = prepare(options)
    hint = plain_reason()
    is_plain = bool(hint) or not context.output.is_text
    library = find_library(options.paths, context, remember=is_plain and not options.read_only)
    if is_plain:
        try:
            return _list(library, context, options, hint)
        finally:
            library.close()
    asked = replace(open_options(options, context), newcomer=not options.read_only and _is_newcomer(library, context))
    if asked.theme:
        load_theme(asked.theme, context.places)  # a slip to correct now; one in the settings is remarked on later
    if asked.at:
        make_ready(library, context, Need.TEXTS)
    elif asked.actor and asked.view in PAGES and not asked.tour and not library.exists():
        make_ready(library, context, Need.FINDINGS)  # a page of nobody that is known would close again
    if asked.at:
        library.locate(asked.at)  # a slip is said here, not on a screen without the article
    # Ten thousand objects are made by imports and none is garbage: collecting among them costs a tenth of the start.
    # The app switches it on again after its first paint.
    gc.disable()
    from briefing.app.launch import open_library

    return open_library(library, context.settings, context.places, asked)


def _is_newcomer(library: Library, context: Context) -> bool:
    """Whether no library was ever opened, and this one was not."""
    from briefing.library.registry import last_library

    places = context.places
    return not places.state_of(library.id).exists() and last_library(places) is None


def plain_reason() -> str:
    """Why there can be no full screen here; "" if there can. The screen is drawn on stderr, keys come from stdin."""
    from briefing.settings.terminal import is_dumb

    if is_dumb(os.environ):
        return f"TERM={os.environ['TERM']} cannot show a full screen"
    if not sys.stdin.isatty() or not sys.stderr.isatty():
        return "no terminal to draw on"
    return ""


def open_options(options: argparse.Namespace, context: Context) -> OpenOptions:
    """What was asked, for the app."""
    from briefing.settings.schema import OpenOptions

    origin = context.origins.get("colour", "")
    forced = context.settings.colour if origin.startswith(("--", "the variable")) else None
    return OpenOptions(
        query=options.query,
        actor=options.actor,
        at=options.at,
        view=options.view,
        layout=options.layout,
        theme=options.theme,
        ascii=options.ascii,
        mouse=options.mouse,
        low_bandwidth=options.low_bandwidth,
        colour=options.colour or forced,
        read_only=options.read_only,
        private=context.settings.private,
        tour=options.tour,
        shared=shared_flags(options),
    )


def shared_flags(options: argparse.Namespace) -> tuple[str, ...]:
    """The flags that the builder's process needs to work on the same library with the same settings."""
    given = {"--data-dir": getattr(options, "data_dir", None), "--config": getattr(options, "config", None)}
    whole = {flag: os.path.abspath(os.path.expanduser(value)) for flag, value in given.items() if value}
    return tuple(part for pair in whole.items() for part in pair)


def _list(library: Library, context: Context, options: argparse.Namespace, hint: str) -> int:
    """The newest articles as lines: what the screen would show first, without Textual."""
    from briefing.cli.libraries import Need, answered, say_if_empty
    from briefing.model.order import Order

    def look() -> tuple[list[Card], int]:
        return library.page(Order.NEWEST, 0, LISTED), library.status().articles

    cards, total = look() if options.read_only else answered(library, context, Need.TEXTS, look)
    if options.read_only:
        say_if_empty(library, context)
    records = [
        {"doc": card.name, "date": card.day, "title": card.title, "source": card.source, "words": card.words}
        for card in cards
    ]
    context.output.rows({"total": total, "shown": len(cards)}, "articles", records, _text, PLAIN)
    if total > len(cards):
        context.output.remark(f"{total - len(cards)} more")
    if cards and hint:
        context.output.remark(f"{hint}: this is a plain list. Use “briefing search” and “briefing show DOC” instead")
    return 0 if cards else 1


def _text(record: Record) -> list[str]:
    return [f"{record['date']:<10}  {record['title']}", f"            {record['doc']}"]
