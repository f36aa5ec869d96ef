"""A library whose folder was moved gets back what its reader noted: see `briefing doctor --adopt`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from briefing.cli.context import Context


def adopt(old: str, paths: Sequence[str], context: Context) -> int:
    """Adds the notebook of a library that is known by its old folder or its id to the one of `paths`; the old file
    stays. 1 where nothing of it is new."""
    from briefing.cli.libraries import find_library
    from briefing.cli.restore import report, take_in

    library = find_library(paths, context)
    path = _notebook(old, library.id, context)
    with path.open("rb") as file:
        return report(take_in(library, file, old), library, context)


def _notebook(old: str, new: str, context: Context) -> Path:
    from briefing.library.corpus import Corpus

    by_path = Corpus.of([Path(old)]).id
    known = [each for each in (old, by_path) if _is_id(each) and context.places.notebook_of(each).is_file()]
    if not known:
        raise WrongUse(f"Nothing was noted of {old}.", "“briefing doctor” lists the libraries with work of yours.")
    if known[0] == new:
        raise WrongUse("That is the same library.", "Name the folder it has now: --in PATH.")
    return context.places.notebook_of(known[0])


def _is_id(text: str) -> bool:
    return text.isascii() and text.isalnum()
