"""What every verb that decides something has in common: it is taken down as by a key, on the disk, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.errors import BriefingError, WrongUse
from briefing.model.wording import counted

if TYPE_CHECKING:
    import argparse

    from briefing.cli.context import Context
    from briefing.cli.libraries import Need
    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.notebook.act import Act, Decision
    from briefing.notebook.journal import Notebook
    from briefing.notebook.subject import ActorName

UNDO = "take back what the verb does: "
"""Before what `--undo` of a verb means."""


class Change(NamedTuple):
    """Decisions to be undone in one go, and what there is to print after them."""

    made: Sequence[Decision]
    records: Callable[[], Iterable[Record]]
    text: Callable[[Record], Iterable[str]]
    plain: Sequence[str]
    noun: str = "articles"
    nothing: str = "it is so already"
    """Said where there was nothing to decide."""


def decided(options: argparse.Namespace, need: Callable[[Library], Need], change: Callable[[Library], Change]) -> int:
    """Decides, writes, and prints what it came to; 1 where nothing changed."""
    from briefing.cli.libraries import answered, opened

    with opened(options) as (context, library):
        wanted = answered(library, context, need(library), lambda: change(library))
        act = library.notebook.decide(*wanted.made)
        save(library.notebook)
        if act is None:
            context.output.remark(wanted.nothing)
            return 1
        follow(library, [act])
        members = library.notebook.members(act)
        head = {"did": act.told, "decisions": members, "line": act.id}
        context.output.rows(head, wanted.noun, wanted.records(), wanted.text, wanted.plain)
        tell(context, act, members)
    return 0


def tell(context: Context, act: Act, members: int) -> None:
    """What was done, on stderr."""
    more = f" and {counted(members - 1, 'decision')} more" if members > 1 else ""
    context.output.remark(f"{act.told}{more}: “briefing undo” takes it back")


def save(notebook: Notebook) -> None:
    """Waits for the disk; what could not be written is no success."""
    told: list[str] = []
    notebook.not_saved = lambda why, _: told.append(why)
    if not notebook.flush():
        raise BriefingError(f"This could not be saved: {' '.join(told[-1:]) or 'the disk refused it'}.")


def follow(library: Library, acts: Iterable[Act]) -> None:
    """The index follows what was decided of dates and actors, in one go."""
    from briefing.notebook.actors import Corrections
    from briefing.notebook.dates import Dates
    from briefing.notebook.deeds import DEEDS
    from briefing.notebook.ties import Ties

    kinds = Dates.KINDS | Ties.KINDS | Corrections.KINDS
    if any(DEEDS[act.do].kind in kinds for act in acts):
        library.correct()


def corrected_actor(notebook: Notebook, keys: Iterable[ActorName], name: str, what: str) -> ActorName:
    """Which of these corrected actors is meant by a name it has or was given."""
    from briefing.model.fold import fold

    corrections, wanted = notebook.actors, fold(" ".join(name.split()))
    found = [key for key in keys if wanted in (key.name, fold(corrections.renames.get(key, "")))]
    if len(found) == 1:
        return found[0]
    if found:
        kinds = ", ".join(key.type.replace("_", " ") for key in found)
        raise WrongUse(
            f"{name} was {what} more than once: as {kinds}.", "Take it back in the program, or by: briefing undo"
        )
    raise WrongUse(f"{name} was not {what}.", "briefing dump prints what you decided.")


def told_text(record: Record) -> Iterable[str]:
    """A correction of an actor as a line."""
    yield str(record["did"])
