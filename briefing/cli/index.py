"""Bring a library up to date: read what changed, make it searchable, find names and dates.

Safe to end at any moment: what was committed stays. Progress is on stderr.

examples:
  briefing index ~/news
  briefing index ~/news ~/wires --rebuild
  briefing index ~/news --engine tantivy
"""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from briefing.cli.output import Record

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.library.events import Event, Finished
    from briefing.library.library import Library

UNREADABLE, PIPE_CLOSED = 3, 141


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folders or files; several make one library")
    parser.add_argument("--rebuild", action="store_true", help="read everything again, beside the old index")
    parser.add_argument("--engine", metavar="NAME", help="make the index of this search engine: whoosh, tantivy, …")
    parser.add_argument("-n", "--dry-run", action="store_true", help="say what would be read, and do nothing")
    parser.add_argument(
        "-y", "--yes", "--confirm-removal", action="store_true", help="remove what is gone, even if that is most of it"
    )
    parser.add_argument("--events", action="store_true", help="print one JSON line an event, for programs")


def run(options: argparse.Namespace) -> int:
    """Builds; 3 where something could not be read, 4 where another program is writing."""
    from briefing.cli.context import prepare
    from briefing.cli.libraries import Need, build, find_library

    context = prepare(options)
    library = find_library(options.paths, context, remember=not (options.dry_run or options.events))
    if options.dry_run:
        return _dry_run(library, context)
    if options.events:
        return _events(library, context, options)
    try:
        finished = build(library, context, Need.FINDINGS, rebuild=options.rebuild, confirmed=options.yes)
        problems = [{"path": each.path, "why": each.why} for each in library.problems()]
        _report(library, context, finished, problems)
    finally:
        library.close()
    return UNREADABLE if problems else 0


def _report(library: Library, context: Context, finished: Finished, problems: list[dict[str, str]]) -> None:
    status = library.status()
    head = {
        "library": library.id,
        "roots": [str(root) for root in library.roots],
        "articles": status.articles,
        "undated": status.undated,
        "read": finished.read,
        "unchanged": finished.unchanged,
        "removed": finished.removed,
    }
    if context.output.is_text:
        from briefing.cli.libraries import say_if_empty
        from briefing.model.wording import counted

        context.output.remark(
            f"{counted(status.articles, 'article')} ({status.undated:,} undated) in {library.name}: "
            f"{counted(finished.read, 'file')} read, {finished.unchanged:,} unchanged, "
            f"{counted(finished.removed, 'article')} removed"
        )
        for problem in problems:
            context.output.remark(f"not read: {problem['path']}: {problem['why']}")
        say_if_empty(library, context)
    else:
        context.output.rows(head, "problems", problems, lambda _: (), ("path", "why"))


def _dry_run(library: Library, context: Context) -> int:
    """What a build would look at, from the folder alone; problems that only reading finds are not known yet."""
    from briefing.formats.registry import knows
    from briefing.library.scan import Blocked, scan

    found: list[Record] = []
    blocked = 0
    for each in scan(library.corpus, knows):
        if isinstance(each, Blocked):
            blocked += 1
            context.output.remark(f"not read: {each.problem.path}: {each.problem.why}")
        else:
            found.append({"path": each.path, "bytes": each.size})
    context.output.rows({"roots": [str(root) for root in library.roots]}, "files", found, _file_text, ("path", "bytes"))
    context.output.remark(f"{len(found)} files; nothing was written")
    return UNREADABLE if blocked else 0


def _file_text(record: Record) -> list[str]:
    return [f"{record['bytes']:>12,}  {record['path']}"]


def _events(library: Library, context: Context, options: argparse.Namespace) -> int:
    """For the app's builder: events on stdout; ends at its next commit when nobody reads them or its parent is gone."""
    from briefing.cli.interrupt import heeded
    from briefing.library.build import build
    from briefing.library.events import encode
    from briefing.model.errors import BriefingError
    from briefing.settings.log import log_faults

    log_faults(context.places)
    alone = _Alone()

    def tell(event: Event) -> None:
        try:
            print(encode(event), flush=True)
        except BrokenPipeError:
            alone.noticed = True

    with heeded() as wish:
        try:
            finished = build(
                library.roots,
                context.places,
                context.settings,
                tell,
                lambda: wish() or alone(),
                rebuild=options.rebuild,
                confirm_removal=options.yes,
            )
        except BriefingError as error:
            context.output.detail(str(error))  # the reader of the pipe has had it as an event
            return error.exit_code
    if wish():
        return wish.exit_code
    if alone():
        return PIPE_CLOSED
    return UNREADABLE if finished.problems else 0


class _Alone:
    """Whether the process that started this one is gone."""

    def __init__(self) -> None:
        self._parent = os.getppid()
        self.noticed = False

    def __call__(self) -> bool:
        return self.noticed or os.getppid() != self._parent
