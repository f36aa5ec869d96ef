"""Say what an actor is: person, organisation, armed_group, state, place or other.

examples:
  briefing retype wagner armed_group
  briefing retype wagner --undo
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
    parser.add_argument(
        "type", nargs="?", metavar="TYPE", help="person, organisation, armed_group, state, place or other"
    )
    add_library(parser)
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}again what the rules take it for")


def run(options: argparse.Namespace) -> int:
    """Corrects the actor; 1 if that changed nothing."""
    from briefing.cli.actor_change import corrected

    return corrected(options, _change)


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.actor_change import change, required, subject_of
    from briefing.model.actor import ActorType
    from briefing.notebook.decisions import retype, unretype

    actor = subject_of(library, options.name)
    if options.undo:
        return change(library, [unretype(actor)], options.name)
    kind = required(options.type, "The type").lower().replace(" ", "_")
    if kind not in set(ActorType):
        raise WrongUse(f"There is no type {options.type}.", f"There are: {', '.join(ActorType)}.")
    return change(library, [retype(actor, kind)], options.name)
