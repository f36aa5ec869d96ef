"""Undo and redo on the command line: one step after the other, each told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from briefing.cli.deciding import follow, save, told_text
from briefing.cli.flags import add_library, positive

if TYPE_CHECKING:
    import argparse

    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.notebook.act import Act
    from briefing.notebook.journal import Notebook


def add_count(parser: argparse.ArgumentParser) -> None:
    """How many steps."""
    parser.add_argument("count", nargs="?", type=positive, default=1, metavar="N", help="how many (default 1)")
    add_library(parser)


def steps(options: argparse.Namespace, step: Callable[[Notebook], Act | None], how: str, nothing: str) -> int:
    """As many as were asked for, or as there are; 1 where there was none."""
    from briefing.cli.libraries import opened

    with opened(options) as (context, library):
        acts: list[Act] = []
        while len(acts) < options.count and (act := step(library.notebook)) is not None:
            acts.append(act)
        save(library.notebook)
        follow(library, acts)
        records = [_record(library, act) for act in acts]
        context.output.rows({"total": len(acts)}, "steps", records, _text(how), ("did", "decisions", "line"))
        if len(acts) < options.count:
            context.output.remark(nothing)
    return 0 if acts else 1


def _text(how: str) -> Callable[[Record], Iterable[str]]:
    return lambda record: (f"{how}: {line}" for line in told_text(record))


def _record(library: Library, act: Act) -> Record:
    return {"did": act.told, "do": act.do.value, "decisions": library.notebook.members(act), "line": act.id}
