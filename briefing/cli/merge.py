"""Count an actor with another one.

examples:
  briefing merge Moscow Russia
  briefing merge Moscow --undo
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from briefing.cli.deciding import UNDO
from briefing.cli.flags import add_library
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.library.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("name", metavar="NAME", help="any of its names")
    parser.add_argument("into", nargs="?", metavar="INTO", help="the one it is counted with from now on")
    add_library(parser)
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}an actor of its own again")


def run(options: argparse.Namespace) -> int:
    """Corrects the actor; 1 if that changed nothing."""
    from briefing.cli.actor_change import corrected

    return corrected(options, _change)


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.actor_change import change, required, subject_of
    from briefing.cli.deciding import corrected_actor
    from briefing.notebook.decisions import merge, unmerge

    if options.undo:
        corrections = library.notebook.actors
        key = corrected_actor(library.notebook, corrections.merges, options.name, "merged")
        return change(library, [unmerge(corrections.subjects[key])], options.name)
    into = required(options.into, "The actor to merge it into")
    actor, other = subject_of(library, options.name), subject_of(library, into)
    if actor.key == other.key:
        raise WrongUse(f"{options.name} and {into} are counted as one already.", "briefing actor NAME says why.")
    return change(library, [merge(actor, other)], into)
