"""The flags every verb takes, and a parser that answers a slip with a hint."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from briefing.model.pattern import lazy

if TYPE_CHECKING:
    from datetime import date

    from _typeshed import SupportsWrite

ALL = 1_000_000_000
"""A limit that no library reaches."""
_WRONG_CHOICE = lazy(r"invalid choice: '(.*?)' \(choose from (.*)\)", re.DOTALL)
_LOOSE_WORD = lazy(r"unrecognized arguments: -[^-]")
_SHARED = (
    ("--json", "print one JSON document"),
    ("--jsonl", "print one JSON object a line"),
    ("--plain", "print one record a line, parts separated by tabs"),
)


class Parser(argparse.ArgumentParser):
    """argparse, less its guessing at shortened flags and with a word on what was probably meant."""

    def __init__(self, **options: object) -> None:
        options.setdefault("allow_abbrev", False)
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options)  # type: ignore[arg-type]

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """As argparse does, but a closed pipe is not swallowed."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """One line on what is wrong and one on where to look; exit 2."""
        hint = ""
        if wrong := _WRONG_CHOICE.search(message):
            message, hint = _choice_hint(*wrong.groups())
        elif _LOOSE_WORD.search(message):
            hint = 'Words of a query that begin with "-" stand after "--": briefing search port -- -word\n'
        self.exit(2, f"briefing: {_safe(message)}\n{hint}Try “{self.prog} --help”.\n")


def add_shared(parser: argparse.ArgumentParser) -> None:
    """The global flags. They may stand before or after the verb; only one that is given is kept."""
    group = parser.add_argument_group("flags of every verb")
    shape = group.add_mutually_exclusive_group()
    for flag, about in _SHARED:
        shape.add_argument(
            flag, dest="shape", action="store_const", const=flag[2:], default=argparse.SUPPRESS, help=about
        )
    for names, about in (
        (("-q", "--quiet"), "no progress and no remarks on stderr"),
        (("-v", "--verbose"), "more remarks on stderr"),
        (("--no-color",), "no colour (also by the variable NO_COLOR)"),
        (("--no-input",), "never ask, even at a terminal"),
        (("--private",), "keep no query history"),
    ):
        group.add_argument(*names, action="store_true", default=argparse.SUPPRESS, help=about)
    group.add_argument("--config", metavar="FILE", default=argparse.SUPPRESS, help="read these settings")
    group.add_argument(
        "--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="keep settings, state, cache and data below DIR"
    )


def add_library(parser: argparse.ArgumentParser) -> None:
    """`--in PATH`, for verbs that use a library."""
    parser.add_argument(
        "--in",
        dest="paths",
        metavar="PATH",
        action="append",
        default=[],
        help="a folder or file; several make one library (default: the one opened last)",
    )


def positive(written: str) -> int:
    """A count for `--limit` and the like."""
    number = int(written) if written.isascii() and written.isdigit() else 0
    if not number:
        raise argparse.ArgumentTypeError(f"{_safe(written)} is not a number above 0")
    return number


def _choice_hint(wrong: str, choices: str) -> tuple[str, str]:
    import difflib

    known = [each.strip(" '") for each in choices.split(",")]
    near = difflib.get_close_matches(wrong, known, n=1)
    hint = f"Did you mean “{near[0]}”?\n" if near else f"There are: {', '.join(known)}.\n"
    return f"“{wrong}” is not one of the choices", hint


def _safe(text: str) -> str:
    return text if text.isprintable() else ascii(text)[1:-1]


def count(written: str) -> int | None:
    """As `positive`, or `all`, which is None."""
    return None if written == "all" else positive(written)


def day(written: str) -> date:
    """An ISO day."""
    from datetime import date

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{_safe(written)} is not a day such as 2021-01-23") from None
