"""Give an actor another name.

examples:
  briefing rename wagner "Wagner Group"
  briefing rename wagner --undo
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from briefing.cli.deciding import UNDO
from briefing.cli.flags import add_library

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.library.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("name", metavar="NAME", help="any of its names")
    parser.add_argument("to", nargs="?", metavar="TO", help="what it is called from now on")
    add_library(parser)
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}called again as the articles call it")


def run(options: argparse.Namespace) -> int:
    """Corrects the actor; 1 if that changed nothing."""
    from briefing.cli.actor_change import corrected

    return corrected(options, _change)


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.actor_change import change, required, subject_of
    from briefing.notebook.decisions import rename, unrename

    actor = subject_of(library, options.name)
    if options.undo:
        return change(library, [unrename(actor)], actor.name)
    to = required(options.to, "The new name")
    return change(library, [rename(actor, to)], to)
