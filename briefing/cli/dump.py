"""Print your own work on a library (what you read, starred, tagged, noted, corrected, saved), one JSON object a line.

Nothing of the articles or of the index is in it. “briefing restore” takes it in again, here or on another machine.

examples:
  briefing dump -o work.jsonl
  briefing dump --in ~/news | ssh there briefing restore - --in news
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

_PRIVATE = 0o600
"""For its owner only: what somebody noted is nobody else's."""


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
    lines = [line.decode("ascii") for line in dump(path)]
    if options.out == "-":
        sys.stdout.writelines(lines)
    else:
        from briefing.export.write import write_file

        write_file(Path(options.out).expanduser(), lines, force=True, mode=_PRIVATE)
        context.output.remark(f"{counted(len(lines), 'line')} written to {options.out}")
    return 0 if lines else 1
