"""Which library a verb means, and what has to be built before it can answer."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence

from briefing.cli.context import Context, prepare
from briefing.model.enumeration import StrEnum
from briefing.model.errors import Damaged, Locked, WrongUse
from briefing.model.scoped import contextmanager
from briefing.model.typed import TYPE_CHECKING, StrPath, TypeVar

if TYPE_CHECKING:
    import argparse

    from briefing.cli.progress import Bar
    from briefing.library.events import Event, Finished
    from briefing.library.library import Library
    from briefing.library.parts import Parts
    from briefing.model.query import SearchQuery


Answer = TypeVar("Answer")


class Need(StrEnum):
    """How far a build must have come for a verb to answer."""

    TEXTS = "texts"
    """All articles are searchable."""
    FINDINGS = "findings"
    """Names and dates are found as well."""


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[tuple[Context, Library]]:
    """The library that a verb's flags name, closed when the verb is done."""
    context = prepare(options)
    library = find_library(options.paths, context)
    try:
        yield context, library
    finally:
        library.close()


def parsed(library: Library, words: Sequence[str]) -> SearchQuery | None:
    """The query that the words of a command line make, if there are any."""
    return library.parse(" ".join(words)) if words else None


def find_library(paths: Sequence[str], context: Context, *, remember: bool = False) -> Library:
    """The library of `paths`; of none, the one opened last, or the packed sample before any was."""
    from briefing.library.library import Library

    roots, is_sample = find_roots(paths, context)
    library = Library(roots, context.places, context.settings)
    missing = [path for path in library.corpus.paths if not os.path.exists(path)]
    if missing and not library.exists():  # a stored one may be on a disk that is not mounted now
        raise WrongUse(f"There is no {missing[0]}.", _near(missing[0]))
    if remember and not is_sample:
        note_library(library, context)
    return library


def find_roots(paths: Sequence[str], context: Context) -> tuple[tuple[StrPath, ...], bool]:
    """The folders meant, and whether they are the packed sample; where none is named, stderr names them."""
    refuse_empty(paths)
    if paths:
        return tuple(os.path.join(os.getcwd(), os.path.expanduser(each)) for each in paths), False
    from briefing.library.registry import last_library
    from briefing.settings.assets import folder

    if roots := last_library(context.places):
        context.output.remark(f"the library opened last: {', '.join(map(str, roots))}")
        return roots, False
    context.output.remark("no library opened yet: this is the sample")
    return (folder("corpus"),), True


def refuse_empty(paths: Sequence[str]) -> None:
    """A variable that is not set must not mean the folder one is in."""
    if not all(paths):
        raise WrongUse("An empty path names no folder.", "The folder you are in is “.”.")


def note_library(library: Library, context: Context) -> None:
    """Remembers it as the one opened last; a state folder that cannot be written costs only that."""
    from briefing.library.registry import remember

    try:
        remember(context.places, library.roots)
    except OSError as error:
        context.output.remark(f"cannot remember this library: {error.strerror}")


def make_ready(library: Library, context: Context, need: Need) -> None:
    """Builds what is missing, if anything may be. Where that cannot be done, what is stored answers; stderr says so."""
    if not library.is_fresh(findings=need is Need.FINDINGS):
        _build_missing(library, context, need)
    say_if_empty(library, context)


def say_if_empty(library: Library, context: Context) -> None:
    """Why nothing will be found in a library without an article."""
    if not library.status().articles:
        from briefing.formats.registry import nothing_read

        context.output.remark(nothing_read())


def _build_missing(library: Library, context: Context, need: Need) -> None:
    from briefing.library.schema import StoreProblem

    try:
        finished = build(library, context, need)
    except Locked as locked:
        if not library.exists():
            raise
        context.output.remark(f"{locked.title} Answering from what is stored.")
    except StoreProblem as problem:
        if not library.exists():
            raise
        context.output.remark(f"{problem}\nAnswering from what is stored.")
    else:
        if finished.problems:
            context.output.remark(f"{finished.problems} could not be read; “briefing doctor” lists them")
    library.refresh()


def answered(library: Library, context: Context, need: Need, ask: Callable[[], Answer]) -> Answer:
    """What `ask` finds in the library, made ready for it; a library that turns out damaged is built anew, once."""
    make_ready(library, context, need)
    try:
        return ask()
    except Damaged as damaged:
        context.output.remark(f"{damaged.title}\nIt is built anew from your files.")
        build(library, context, need, rebuild=True)
        library.refresh()
        return ask()


def build(
    library: Library,
    context: Context,
    need: Need,
    *,
    rebuild: bool = False,
    confirmed: bool = False,
) -> Finished:
    """Brings the library up to date as far as needed, with a bar; Ctrl+C ends it at its next commit."""
    from briefing.cli.interrupt import heeded
    from briefing.cli.progress import Bar
    from briefing.library.build import build as build_library
    from briefing.settings.log import log_faults

    gc.enable()
    log_faults(context.places)
    bar = Bar(context.output, colour=context.settings.colour != "none")
    with heeded() as wish:
        watch = _Watch(bar)
        try:
            finished = build_library(
                library.roots,
                context.places,
                context.settings,
                watch.see,
                wish,
                rebuild=rebuild,
                confirm_removal=confirmed,
                parts=_parts(need),
            )
        finally:
            bar.close()
    if wish():
        raise Interrupted(wish.exit_code)
    if watch.gone:
        if not confirmed and _agrees(context, *watch.gone):
            return build(library, context, need, rebuild=rebuild, confirmed=True)
        missing, total = watch.gone
        context.output.remark(f"{missing} of {total} files are gone: kept for now; “briefing index --yes” removes them")
    return finished


class Interrupted(KeyboardInterrupt):
    """A signal ended a build at a commit."""

    def __init__(self, exit_code: int) -> None:
        super().__init__()
        self.exit_code = exit_code


class _Watch:
    """Sees the events of one build and draws them."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self.gone: tuple[int, int] | None = None

    def see(self, event: Event) -> None:
        from briefing.library.events import MuchGone
        from briefing.model.progress import Progress

        if isinstance(event, Progress):
            self._bar.show(event)
        elif isinstance(event, MuchGone):
            self.gone = event.missing, event.total


def _parts(need: Need) -> Parts:
    """Articles count as waiting for extraction while their rules are older; none are older than version 0."""
    from briefing.library.parts import Parts

    return Parts(rules=lambda: 0) if need is Need.TEXTS else Parts()


def _agrees(context: Context, missing: int, total: int) -> bool:
    if not context.asks:
        return False
    return agrees(context, f"{missing} of {total} files are gone. Remove their articles from the library?")


def agrees(context: Context, question: str) -> bool:
    """Asks on the terminal; no terminal, or --no-input, is a no."""
    if not context.asks or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(f"briefing: {question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _near(missing: str) -> str:
    import difflib

    folder, name = os.path.split(missing)
    try:
        there = os.listdir(folder)
    except OSError:
        return "Name a folder or a file that is there."
    near = difflib.get_close_matches(name, there, n=1)
    return f"Did you mean {os.path.join(folder, near[0])}?" if near else "Name a folder or a file that is there."
