"""Take back the last thing you decided, whichever session it was done in; with N the last N.

examples:
  briefing undo
  briefing undo 3
"""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    from briefing.cli.stepping import add_count

    add_count(parser)


def run(options: argparse.Namespace) -> int:
    """Does it, and says what it was; 1 if there was nothing."""
    from briefing.cli.stepping import steps
    from briefing.notebook.journal import Notebook

    return steps(options, Notebook.undo, "undone", "nothing to undo")
