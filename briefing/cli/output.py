"""What is printed: data on stdout in four shapes, remarks on stderr, and no control byte of any article in either."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.model.enumeration import StrEnum
from briefing.model.frozen import frozen
from briefing.model.typed import Any

FORMAT = 1
"""The version of the JSON documents, as their key `format`."""

Record = Mapping[str, Any]


class Shape(StrEnum):
    """How data is printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    PLAIN = "plain"


@frozen
class Output:
    """Where a verb's words go."""

    shape: Shape = Shape.TEXT
    quiet: bool = False
    verbose: bool = False

    @property
    def is_text(self) -> bool:
        return self.shape is Shape.TEXT

    def rows(
        self,
        head: Record,
        name: str,
        records: Iterable[Record],
        text: Callable[[Record], Iterable[str]],
        plain: Sequence[str],
    ) -> None:
        """A list: JSON with `head` around it, an object a line, the `plain` keys a line, or lines made by `text`."""
        if self.shape is Shape.JSON:
            self.document(head, {name: records})
            return
        for record in records:
            if self.shape is Shape.JSONL:
                print(dump(record))
            elif self.shape is Shape.PLAIN:
                print("\t".join(_cell(record.get(key)) for key in plain))
            else:
                for line in text(record):
                    print(safe_line(line))

    def document(self, head: Record, lists: Mapping[str, Iterable[Record]]) -> None:
        """One JSON object: `head`, then lists, printed as `dump` writes the whole, but one record at a time."""
        print(dump({"format": FORMAT, **head}, indent=2).removesuffix("\n}"), end="")
        for name, records in lists.items():
            end = "]"
            print(f',\n  "{name}": [', end="")
            for at, record in enumerate(records):
                written = f"    {dump(record, indent=2)}".replace("\n", "\n    ")
                print("," if at else "", written, sep="\n", end="")
                end = "\n  ]"
            print(end, end="")
        print("\n}")

    def remark(self, words: str) -> None:
        """Something worth knowing, on stderr; not with -q."""
        if not self.quiet:
            print("briefing: " + safe_lines(words), file=sys.stderr)

    def more(self, total: int, shown: int) -> None:
        """Says how many rows --limit left out."""
        if total > shown:
            self.remark(f"{total - shown} more: --limit all prints them")

    def detail(self, words: str) -> None:
        """A remark for -v only."""
        if self.verbose:
            self.remark(words)


def dump(value: object, indent: int | None = None) -> str:
    """JSON as people can read it, all that a terminal might obey escaped. No value is changed by it."""
    import json

    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        return json.dumps(value, indent=indent)
    written = json.dumps(value, indent=indent, ensure_ascii=False)
    if written.isprintable():
        return written
    return "".join(c if c.isprintable() or c == "\n" else _escaped(c) for c in written)


def safe_line(text: str) -> str:
    """One line that is safe to print; its blanks stay, they are ours."""
    return safe_lines(text).replace("\n", " ")


def safe_lines(text: str) -> str:
    """Several lines that are safe to print."""
    if text.isprintable() and text.replace("…", "").isascii():  # the ellipsis is ours, and loads nothing
        return text
    from briefing.formats.clean import clean

    return clean(text).value


def shorten(text: str, width: int) -> str:
    """`text`, cut to `width` characters with an ellipsis."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        value = ", ".join(str(each) for each in value)
    return safe_line(str(value))


def _escaped(character: str) -> str:
    import json

    return json.dumps(character)[1:-1]
