"""Delete what is kept of a library: its index, its store, where you were, its query history.

Your articles are never touched, and your own work (what you read, starred) only with --notes.

examples:
  briefing forget ~/news
  briefing forget 0f3a6c1d22aa90be        a library whose folder is gone, by its id from “briefing doctor”
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.output import Record
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from briefing.cli.context import Context


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="the library's folders, or its id")
    parser.add_argument("--notes", action="store_true", help="delete your own work on it as well; cannot be undone")
    parser.add_argument("-y", "--yes", action="store_true", help="do not ask about --notes")


def run(options: argparse.Namespace) -> int:
    """Deletes; 1 if nothing was kept of that library."""
    from briefing.cli.context import prepare
    from briefing.cli.libraries import agrees, refuse_empty
    from briefing.library.registry import forget

    context = prepare(options)
    refuse_empty(options.paths)
    roots = _roots(options.paths, context)
    question = "Delete your own work on this library? It cannot be undone."
    if options.notes and not options.yes and not agrees(context, question):
        raise WrongUse("Nothing was deleted.", "--notes deletes your own work: say --yes if that is meant.")
    deleted = forget(context.places, roots, notes=options.notes)
    context.output.rows({}, "deleted", [{"path": str(path)} for path in deleted], _text, ("path",))
    if not deleted:
        context.output.remark("nothing is kept of that library")
    return 0 if deleted else 1


def _roots(paths: list[str], context: Context) -> list[Path]:
    """Folders as given; an id of a known library stands for its folders."""
    from briefing.library.registry import list_libraries

    if len(paths) == 1 and not Path(paths[0]).exists():
        for info in list_libraries(context.places):
            if info.id == paths[0]:
                return list(info.roots)
    return [Path(each).expanduser() for each in paths]


def _text(record: Record) -> list[str]:
    return [f"deleted {record['path']}"]
