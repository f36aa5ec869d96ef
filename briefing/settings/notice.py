"""What is wrong in a file of the user's: reported with file, line and reason, never fatal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model.frozen import frozen
from briefing.model.pattern import lazy

_SHOWN = 60
_HEADER = lazy(r"\s*\[\[?([^\]]*)\]")
_KEY = lazy(r"\s*([A-Za-z0-9_\-.\"' \t]+?)[ \t]*=")
_AT_LINE = lazy(r"\(at (?:line (\d+), column \d+|end of document)\)")


@frozen
class Notice:
    """One fault. `line` counts from one; 0 where the fault is the whole file's."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


def shown(value: object) -> str:
    """A value as it may be shown: one printable line, cut at a sane length."""
    text = printable(value if isinstance(value, str) else repr(value))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def printable(value: object) -> str:
    """The words of a value, whole, with whatever a terminal might obey written as an escape."""
    text = str(value)
    return text if text.isprintable() else ascii(text)[1:-1]


def suggest(name: str, known: Iterable[str]) -> str:
    """`; did you mean “theme”?`, or nothing."""
    import difflib  # only a mistake pays for it

    near = difflib.get_close_matches(name[:_SHOWN], list(known), n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


def line_of(text: str, path: Sequence[str]) -> int:
    """The line that sets the TOML key `path`, or its longest beginning; 0 if none is found.

    `tomllib` keeps no positions. Lines inside a multi-line string can mislead this; a notice then names a wrong line.
    """
    for number, line in enumerate(text.split("\n"), 1):  # a key outside all tables, which costs no expression
        name, equals, _ = line.partition("=")
        if line.lstrip().startswith("["):
            break
        if equals and (name.strip(),) == tuple(path) and name.strip().isidentifier():
            return number
    table: tuple[str, ...] = ()
    best = (0, 0)
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            best = max(best, (_common(table, path), -number))
        elif key := _KEY.match(line):
            best = max(best, (_common((*table, *_parts(key[1])), path), -number))
    return -best[1] if best[0] else 0


def syntax_notice(file: str, text: str, error: Exception) -> Notice:
    """What `tomllib` said, with its line taken out of the words."""
    words = str(error)
    found = _AT_LINE.search(words)
    line = int(found[1]) if found and found[1] else text.rstrip("\n").count("\n") + 1
    return Notice(file, line, "not TOML: " + printable(_AT_LINE.sub("", words).strip()))


def _parts(name: str) -> tuple[str, ...]:
    """The parts of a dotted key; a quoted part may hold dots of its own."""
    import re

    quoted = re.findall(r"\"([^\"]*)\"|'([^']*)'|([^.\s\"']+)", name)
    return tuple(a or b or c for a, b, c in quoted)


def _common(found: Sequence[str], path: Sequence[str]) -> int:
    """How many parts of `path` a key gives; a key that leads elsewhere gives none."""
    return len(found) if tuple(found) == tuple(path[: len(found)]) else 0
