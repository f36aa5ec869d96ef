"""Do not show an actor any more; without a name, list those that are ignored.

examples:
  briefing ignore "Image Credit"
  briefing ignore "Image Credit" --undo
  briefing ignore
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.deciding import UNDO
from briefing.cli.flags import add_library
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.cli.output import Record
    from briefing.library.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="any of its names")
    add_library(parser)
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}show it again")


def run(options: argparse.Namespace) -> int:
    """Corrects the actor; 1 if that changed nothing."""
    from briefing.cli.actor_change import corrected

    if options.name is None:
        if options.undo:
            raise WrongUse("Whom to show again?", "briefing ignore lists those that are ignored.")
        return _list(options)
    return corrected(options, _change)


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.actor_change import change, subject_of
    from briefing.cli.deciding import corrected_actor
    from briefing.notebook.decisions import ignore, unignore

    corrections = library.notebook.actors
    if options.undo:
        key = corrected_actor(library.notebook, corrections.ignored, options.name, "ignored")
        return change(library, [unignore(corrections.subjects[key])], options.name)
    return change(library, [ignore(subject_of(library, options.name))])


def _list(options: argparse.Namespace) -> int:
    from briefing.cli.libraries import opened

    with opened(options) as (context, library):
        corrections = library.notebook.actors
        subjects = [corrections.subjects[key] for key in sorted(corrections.ignored)]
        records = [{"name": each.name, "type": each.type} for each in subjects]
        context.output.rows({"total": len(records)}, "ignored", records, _text, ("name", "type"))
        if not records:
            context.output.remark("no actor is ignored")
    return 0 if records else 1


def _text(record: Record) -> Iterable[str]:
    yield f"{record['type'].replace('_', ' '):<12}  {record['name']}"
