"""Do again what was taken back last; with N the last N.

examples:
  briefing redo
  briefing redo 3
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from briefing.cli.flags import add_library, positive

if TYPE_CHECKING:
    from briefing.notebook.act import Act
    from briefing.notebook.journal import Notebook


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("count", nargs="?", type=positive, default=1, metavar="N", help="how many (default 1)")
    add_library(parser)


def run(options: argparse.Namespace) -> int:
    """Does it, and says what it was; 1 if there was nothing."""
    from briefing.cli.stepping import steps

    return steps(options, _step, "done again", "nothing to do again")


def _step(notebook: Notebook) -> Act | None:
    return notebook.redo()
