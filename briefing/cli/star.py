"""Star articles, or take the stars away.

examples:
  briefing star story.txt
  briefing star who:wagner pub:2021
  briefing star story.txt --undo
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from briefing.cli.deciding import UNDO

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.library.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    from briefing.cli.targets import add_targets

    add_targets(parser)
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}take the star away")


def run(options: argparse.Namespace) -> int:
    """Stars what was named; 1 if that changed nothing."""
    from briefing.cli.deciding import decided
    from briefing.cli.targets import needed

    return decided(options, lambda library: needed(library, options.where), lambda library: _change(library, options))


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.deciding import Change
    from briefing.cli.targets import PLAIN, articles_meant, records_of, text_of
    from briefing.notebook.decisions import star, unstar

    numbers = articles_meant(library, options.where)
    make = unstar if options.undo else star
    made = [make(subject) for subject in library.subjects(numbers)]
    nothing = "it is so already" if numbers else "nothing found"
    return Change(made, lambda: records_of(library, numbers), text_of, PLAIN, nothing=nothing)
