"""Corrections of an actor on the command line: whom a name means, and what is printed of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.cli.deciding import Change, decided
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    import argparse

    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.notebook.act import Decision
    from briefing.notebook.subject import ActorSubject

PLAIN = ("name", "type", "articles", "aliases")


def corrected(options: argparse.Namespace, change: Callable[[Library, argparse.Namespace], Change]) -> int:
    """Corrects the actor; 1 if that changed nothing."""
    from briefing.cli.libraries import Need

    return decided(options, lambda _: Need.FINDINGS, lambda library: change(library, options))


def subject_of(library: Library, name: str) -> ActorSubject:
    """The actor of this name, any of its names, for the notebook; raises WrongUse with near names."""
    subject = library.actor_subject(library.find_actor(name).id)
    if subject is None:
        raise WrongUse(f"{name} is not named any more.", "briefing actors lists who is.")
    return subject


def required(value: str | None, what: str) -> str:
    """An argument that only --undo can do without."""
    if not value:
        raise WrongUse(f"{what} is needed.", "With --undo it is left out.")
    return value


def change(library: Library, made: Sequence[Decision], *names: str) -> Change:
    """The decisions, and after them the actors of these names as they are listed now."""
    return Change(made, lambda: _records(library, names), _text, PLAIN, "actors")


def _records(library: Library, names: Sequence[str]) -> Iterator[Record]:
    seen = set()
    for name in names:
        try:
            row = library.find_actor(name)
        except WrongUse:
            continue  # ignored, or not named any more
        if row.id not in seen:
            seen.add(row.id)
            yield {
                "name": row.name,
                "type": row.type.value,
                "articles": row.articles,
                "mentions": row.mentions,
                "aliases": list(row.aliases),
            }


def _text(record: Record) -> Iterable[str]:
    also = f"  = {', '.join(record['aliases'])}" if record["aliases"] else ""
    yield f"{record['articles']:>7}  {record['type'].replace('_', ' '):<12}  {record['name']}{also}"
