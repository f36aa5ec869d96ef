"""Print your own work on a library (what you read, starred, tagged, noted, corrected, saved), one JSON object a line.

Nothing of the articles or of the index is in it. “briefing restore” takes it in again, here or on another machine.

examples:
  briefing dump -o work.jsonl
  briefing dump --in ~/news | ssh there briefing restore - --in news
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from briefing.model.errors import BriefingError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    from briefing.cli.flags import add_library

    parser.add_argument("-o", dest="out", metavar="FILE", default="-", help="write there; “-” is the standard output")
    add_library(parser)


def run(options: argparse.Namespace) -> int:
    """Prints or writes the lines; 1 where nothing was ever noted."""
    from briefing.cli.context import prepare
    from briefing.cli.libraries import find_library
    from briefing.model.wording import counted
    from briefing.notebook.merging import dump

    context = prepare(options)
    path = context.places.notebook_of(find_library(options.paths, context).id)
    if not path.exists():
        context.output.remark("nothing was noted of that library yet")
        return 1
    lines = list(dump(path))
    if options.out == "-":
        sys.stdout.write("".join(line.decode("ascii") for line in lines))
    else:
        _write(Path(options.out).expanduser(), lines)
        context.output.remark(f"{counted(len(lines), 'line')} written to {options.out}")
    return 0 if lines else 1


def _write(file: Path, lines: Iterable[bytes]) -> None:
    """The whole file or nothing of it, for its owner only; a pipe or a device is written into."""
    from briefing.export.write import is_stream

    try:
        if is_stream(file):
            with file.open("wb") as out:
                out.writelines(lines)
        else:
            _write_whole(file.resolve() if file.is_symlink() else file, lines)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BriefingError(f"Cannot write {file}: {error.strerror}.") from error


def _write_whole(file: Path, lines: Iterable[bytes]) -> None:
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.writelines(lines)
            out.flush()
            os.fsync(out.fileno())
        os.replace(beside, file)
    finally:
        beside.unlink(missing_ok=True)
