"""Take in what “briefing dump” wrote: on another machine, from a backup, or from a colleague.

Lines that are here already count once, nothing is overwritten, and where both decided differently the later one holds;
“briefing doctor” lists those.

examples:
  briefing restore work.jsonl
  briefing restore - --in ~/news < work.jsonl
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from briefing.model.errors import BriefingError, WrongUse

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.notebook.merging import Restored


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    from briefing.cli.flags import add_library

    parser.add_argument("file", metavar="FILE", help="what “briefing dump” wrote; “-” is the standard input")
    add_library(parser)


def run(options: argparse.Namespace) -> int:
    """Takes the lines in; 1 where none of them was new."""
    from briefing.cli.context import prepare
    from briefing.cli.libraries import find_library

    context = prepare(options)
    library = find_library(options.paths, context)
    with _opened(options.file) as file:
        return report(take_in(library, file, options.file), library, context)


def take_in(library: Library, file: BinaryIO, name: str) -> Restored:
    """Adds the lines of a file to a library's notebook."""
    try:
        restored = library.notebook.restore(file)
    except OSError as error:
        raise BriefingError(f"The notebook could not be written, and is as it was: {error.strerror}.") from error
    finally:
        library.close()
    if restored.other and not (restored.new or restored.known):
        raise WrongUse(f"{name} holds no line of a notebook.", "Give it a file that “briefing dump” wrote.")
    return restored


def report(restored: Restored, library: Library, context: Context) -> int:
    """Says what came in."""
    record = {"library": library.id, "new": restored.new, "known": restored.known, "other": restored.other}
    context.output.rows({}, "restored", [record], _text, ("new", "known", "other"))
    return 0 if restored.new else 1


def _text(record: Record) -> list[str]:
    new, known, other = record["new"], record["known"], record["other"]
    torn = f", {other} passed over that are none" if other else ""
    return [f"{new} new {'line' if new == 1 else 'lines'}, {known} that {'was' if known == 1 else 'were'} here{torn}"]


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(name).expanduser().open("rb") as file:
            yield file
    except OSError as error:
        raise WrongUse(f"Cannot read {name}: {error.strerror}.") from error
