"""The `briefing` command: finds the verb, loads only that verb, and turns every error into a line and a number."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence

from briefing import __version__
from briefing.cli.flags import add_shared
from briefing.model.typed import IO, TYPE_CHECKING, NoReturn, Protocol, cast

if TYPE_CHECKING:
    import argparse

    from briefing.cli.parser import Parser
    from briefing.model.errors import BriefingError

VERBS = {
    "open": "read a folder in three panes",
    "index": "bring a library up to date",
    "search": "find articles",
    "show": "print an article, its actors or its dates",
    "actors": "list who is named, and how often",
    "copies": "list reports that several articles print, or compare two",
    "claims": "list who did what and when, with the proof",
    "actor": "print all about one actor",
    "timeline": "show what is told of when, with its gaps",
    "pairs": "list who is named together, and how often",
    "new": "tell what came since you looked last",
    "saved": "list your saved searches with what they find",
    "tag": "put tags on articles, or list the tags",
    "star": "star articles",
    "note": "write a note, or print those there are",
    "date": "set a date, or say what gave it",
    "merge": "count an actor with another one",
    "split": "take a name off an actor",
    "rename": "give an actor another name",
    "retype": "say what an actor is",
    "ignore": "show an actor no more, or list those ignored",
    "review": "list what is unsure, or judge it",
    "undo": "take back what you decided last",
    "redo": "do again what was taken back",
    "export": "write any of these for other programs, or for paper",
    "extract": "find actors and dates in files, as JSON, without an index",
    "dump": "print your own work on a library, a line each",
    "restore": "take in what dump printed",
    "doctor": "check libraries, settings and the terminal",
    "forget": "delete what is kept of a library",
    "config": "print the settings in force",
    "completion": "print the completion for a shell",
}
OPEN_LISTS = {
    "open": "paths",
    "index": "paths",
    "extract": "paths",
    "search": "query",
    "actors": "query",
    "copies": "query",
    "claims": "query",
    "actor": "name",
    "timeline": "query",
    "export": "query",
    "pairs": "query",
    "tag": "where",
    "star": "where",
}
ABOUT = "A reader for people who follow the news: who did what, when, and which sentence says so."
EXAMPLES = """\
examples:
  briefing open ~/news                       read a folder
  briefing search "haftar pub:2021" --json   search it from a script
  briefing show 001.txt:p7                   print the paragraph that was cited
"""
EXITS = "exit codes: 0 done or found, 1 nothing found, 2 wrong use, 3 some files unreadable, 4 locked, 5 failed\n"
INTERRUPTED, PIPE_CLOSED, FAILED = 130, 141, 5


class Verb(Protocol):
    """What each module of a verb has."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Adds the verb's own arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Does it; the result is the exit code."""


def run() -> None:
    """The entry point: `main`, with what only a process of its own has to see to."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:  # a name the terminal's encoding lacks is spelled out, not a traceback
            reconfigure(errors="backslashreplace")
    if sys.argv[1:2] == ["search"]:
        gc.disable()  # one answer leaves little behind; a build switches it on again
    code = main(sys.argv[1:])
    if sys.stdout is not None:  # it may have been closed before the program began
        code = _flushed(code)
    _leave(code)


def _leave(code: int) -> NoReturn:
    """Ends the process; after an answer for which nothing was built, and where nobody else has anything to do at the
    end, without taking apart what the system takes back anyway: that lasts as long as the search."""
    threads = sys.modules.get("threading")
    is_alone = threads is None or threads.active_count() == 1
    is_idle = not gc.isenabled() and is_alone and not atexit._ncallbacks()
    if is_idle and _is_flushed(sys.stderr):
        os._exit(code)
    gc.freeze()  # else the interpreter, on its way out, looks through all that it is about to let go of
    sys.exit(code)


def _is_flushed(stream: IO[str] | None) -> bool:
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        return False
    return True


def _flushed(code: int) -> int:
    """The exit code once all that was printed is out, or cannot be."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = PIPE_CLOSED
    except OSError as error:
        code = FAILED
        print(f"briefing: the output cannot be written: {error.strerror}.", file=sys.stderr)
    if code in (PIPE_CLOSED, FAILED):
        # What is left in the buffer has nowhere to go; at exit Python would say so on stderr.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def main(argv: Sequence[str]) -> int:
    """One command; the result is the exit code."""
    try:
        options = parse(argv)
        if options.verb is None:
            print(short_help(), end="")
            return 0
        return load(options.verb).run(options)
    except SystemExit as left:  # argparse's way out
        return left.code if isinstance(left.code, int) else 0
    except KeyboardInterrupt as interrupt:
        return getattr(interrupt, "exit_code", INTERRUPTED)
    except BrokenPipeError:
        return PIPE_CLOSED
    except Exception as error:
        from briefing.model.errors import BriefingError

        return _tell(error) if isinstance(error, BriefingError) else _confess(error, argv)


def short_help() -> str:
    """What `briefing` alone prints."""
    verbs = "".join(f"  {name:<12}{about}\n" for name, about in VERBS.items())
    return f"{ABOUT}\n\n{EXAMPLES}\nverbs:\n{verbs}\nMore: briefing --help, briefing VERB --help\n"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options. Only a verb that is named in `argv` is loaded, and argparse only where they are not plain.

    argparse takes the open list of a verb (its query, its paths) in one piece only; what follows `--` is added to it.
    """
    plain = _plain(argv)
    if plain is not None:
        return plain
    parser = make_parser([name for name in VERBS if name in argv])
    verb = next((word for word in argv if word in VERBS), "")
    if "--" in argv and verb in OPEN_LISTS:
        at = list(argv).index("--")
        options = parser.read(argv[:at])
        if options.verb == verb:
            getattr(options, OPEN_LISTS[verb]).extend(argv[at + 1 :])
            return options
    return parser.read(argv)


def _plain(argv: Sequence[str]) -> argparse.Namespace | None:
    """The options of a verb that stands first, read without argparse; None where that has to look."""
    if not argv or argv[0] not in VERBS:
        return None
    from briefing.cli.quick import ABSENT, Doubt, Quick, namespace

    verb, quick = load(argv[0]), Quick()
    try:
        verb.arguments(cast("argparse.ArgumentParser", quick))
        add_shared(cast("argparse.ArgumentParser", quick), ABSENT)
        return cast("argparse.Namespace", namespace(argv[0], quick.read(argv[1:])))
    except Doubt:
        return None


def make_parser(verbs: Sequence[str]) -> Parser:
    """The whole parser as far as names go; the arguments of `verbs` only."""
    from argparse import SUPPRESS

    from briefing.cli.parser import Parser

    parser = Parser(
        prog="briefing",
        description=f"{ABOUT}\n\n{EXAMPLES}",
        epilog=EXITS,
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    add_shared(parser, SUPPRESS)
    choices = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs", parser_class=Parser)
    for name, about in VERBS.items():
        verb = load(name) if name in verbs else None
        below = choices.add_parser(name, help=about, description=(verb.__doc__ or about) if verb else about)
        if verb:
            verb.arguments(below)
            add_shared(below, SUPPRESS)
        parser.verbs[name] = below
    return parser


def load(name: str) -> Verb:
    """The module of a verb."""
    return cast(Verb, __import__(f"briefing.cli.{name}", fromlist=["run"]))


def _tell(error: BriefingError) -> int:
    from briefing.cli.output import safe_lines

    print("briefing: " + safe_lines(str(error)), file=sys.stderr)
    return error.exit_code


def _confess(error: Exception, argv: Sequence[str]) -> int:
    """An error nobody foresaw: one line for the reader, the places it came from in the log."""
    from briefing.cli.context import places_of
    from briefing.cli.output import safe_lines
    from briefing.settings.log import describe, log_crash

    log = log_crash(places_of(argv), error)
    file = getattr(error, "filename", None)
    about = f" ({file})" if isinstance(error, OSError) and file else ""
    where = f"More is in {log}." if log else "It could not be written to the log either."
    print(f"briefing: failed: {safe_lines(describe(error) + about)}\n{safe_lines(where)}", file=sys.stderr)
    return FAILED
