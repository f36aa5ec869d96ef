"""Take a name off an actor: whoever bears it is another one.

examples:
  briefing split Russia Moscow
  briefing split Russia Moscow --undo
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
    parser.add_argument("alias", metavar="ALIAS", help="the name that is another\u2019s")
    add_library(parser)
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}the name belongs to it again")


def run(options: argparse.Namespace) -> int:
    """Corrects the actor; 1 if that changed nothing."""
    from briefing.cli.actor_change import corrected

    return corrected(options, _change)


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.actor_change import change
    from briefing.model.fold import fold
    from briefing.notebook.decisions import split, unsplit

    row = library.find_actor(options.name)
    corrections, alias = library.notebook.actors, fold(options.alias)
    if options.undo:
        names = {fold(name) for name in (row.name, options.name, *row.aliases, *(each.name for each in row.counted))}
        keys = [key for key, off in corrections.splits.items() if alias in off and key.name in names]
        if not keys:
            raise WrongUse(f"{options.alias} was not split off {options.name}.")
        return change(library, [unsplit(corrections.subjects[key], options.alias) for key in keys], options.name)
    there = [name for name, _ in library.names_of(row.id)]
    spelling = next((name for name in there if fold(name) == alias), "")
    if not spelling:
        raise WrongUse(f"{row.name} has no other name {options.alias}.", f"It has: {', '.join(there[:8]) or 'none'}.")
    made = [split(each, spelling) for each in library.bearers_of(row.id, spelling)]
    return change(library, made, options.name, spelling)
