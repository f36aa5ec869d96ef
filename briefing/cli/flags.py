"""The flags every verb takes, and the kinds of their values; argparse is loaded for a slip only."""

from __future__ import annotations

from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from datetime import date

ALL = 1_000_000_000
"""A limit that no library reaches."""
_SHARED = (
    ("--json", "print one JSON document"),
    ("--jsonl", "print one JSON object a line"),
    ("--plain", "print one record a line, parts separated by tabs"),
)


def add_shared(parser: argparse.ArgumentParser, absent: str) -> None:
    """The global flags. They may stand before or after the verb; one that is not given, `absent`, has no value."""
    group = parser.add_argument_group("flags of every verb")
    shape = group.add_mutually_exclusive_group()
    for flag, about in _SHARED:
        shape.add_argument(flag, dest="shape", action="store_const", const=flag[2:], default=absent, help=about)
    for names, about in (
        (("-q", "--quiet"), "no progress and no remarks on stderr"),
        (("-v", "--verbose"), "more remarks on stderr"),
        (("--no-color",), "no colour (also by the variable NO_COLOR)"),
        (("--no-input",), "never ask, even at a terminal"),
        (("--private",), "keep no query history"),
    ):
        group.add_argument(*names, action="store_true", default=absent, help=about)
    group.add_argument("--config", metavar="FILE", default=absent, help="read these settings")
    group.add_argument(
        "--data-dir", metavar="DIR", default=absent, help="keep settings, state, cache and data below DIR"
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
        raise wrong(f"{safe(written)} is not a number above 0")
    return min(number, ALL)


def wrong(words: str) -> argparse.ArgumentTypeError:
    """The error for a value that a flag cannot take."""
    from argparse import ArgumentTypeError

    return ArgumentTypeError(words)


def safe(text: str) -> str:
    """As it may be shown in an error."""
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
        raise wrong(f"{safe(written)} is not a day such as 2021-01-23") from None
