"""The README's tables, made from the code that they describe.

    python -m tests.docs.tables

writes each table anew between its two marks, `<!-- keys: … -->` and `<!-- end of keys -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from briefing.app.commands import COMMANDS, EVERYWHERE, Command
from briefing.app.keys import shown_key
from briefing.app.layout import PaneName
from briefing.cli.main import EXITS, INTERRUPTED, PIPE_CLOSED, VERBS
from briefing.search.fields import EXAMPLES, KNOWN, LATER
from briefing.settings.assets import folder
from briefing.settings.schema import setting_fields
from briefing.settings.themes import Kind, read_theme

README = Path(__file__).resolve().parents[2] / "README.md"
MADE_BY = "made by python -m tests.docs.tables"
_KINDS = {Kind.TRUECOLOR: "any", Kind.ANSI: "the terminal's 16", Kind.MONO: "none"}
Row = tuple[str, ...]


def code(text: str) -> str:
    """Text as it is typed; a bar would end the cell."""
    text = text.replace("|", "\\|")
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def keys() -> str:
    """Every command: its keys, where they work, what they do, its name."""
    rows = []
    for each in COMMANDS:
        pressed = " ".join(code(shown_key(key)) for key in each.keys)
        places = (_places(each, pane) for pane in PaneName if pane in each.panes)
        where = "" if each.panes == EVERYWHERE else ", ".join(places)
        name = f"{each.id} {each.argument}".strip()
        rows.append((pressed or "none", where, each.help, code(name)))
    return table(("Key", "Only in", "What it does", "Command"), rows)


def _places(command: Command, pane: PaneName) -> str:
    """A pane, or the pages on which a command has something to do."""
    return ", ".join(command.pages) if pane is PaneName.PAGE and command.pages else pane.value


def fields() -> str:
    """What may stand before a colon in a query."""
    return table(("Field", "For example"), ((code(f"{name}:"), _example(EXAMPLES[name])) for name in KNOWN))


def _example(text: str) -> str:
    """Whatever holds a colon is typed, the rest is said."""
    return re.sub(r'[a-z]+:(?:"[^"]*"|[^\s,]+)', lambda found: code(found[0]), text)


def later() -> str:
    """Fields that answer with a reason."""
    return table(("Field", "Why not yet"), ((code(f"{name}:"), why) for name, why in LATER.items()))


def verbs() -> str:
    """What stands after `briefing`."""
    return table(("Command", "What it does"), ((code(f"briefing {name}"), about) for name, about in VERBS.items()))


def exits() -> str:
    """Exit codes."""
    rows = [tuple(part.split(" ", 1)) for part in EXITS.partition(": ")[2].strip().split(", ")]
    rows += [(str(INTERRUPTED), "interrupted by Ctrl+C"), (str(PIPE_CLOSED), "whoever read the output has gone")]
    return table(("Code", "Meaning"), ((code(row[0]), row[1]) for row in rows))


def settings() -> str:
    """Every setting, its default and what else it takes."""
    rows = []
    for name, each in setting_fields().items():
        low, high, among = (each.metadata[part] for part in ("low", "high", "among"))
        if among:
            takes = ", ".join(code(f'"{value}"') for value in among)
        elif high:
            takes = f"{low} to {high}"
        else:
            takes = {bool: "`true`, `false`", str: "a name"}.get(type(each.default), '`true`, `false`, `"auto"`')
        rows.append((code(name), code(_toml(each.default)), takes, each.metadata["about"]))
    return table(("Setting", "Default", "Takes", "What it is"), rows)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return '"auto"' if value is None else f'"{value}"' if isinstance(value, str) else str(value)


def themes() -> str:
    """The themes that come with the program."""
    found = [read_theme(path) for path in sorted(folder("themes").glob("*.toml"))]
    rows = [
        (code(theme.name), "dark" if theme.dark else "light", _KINDS[theme.kind], theme.description) for theme in found
    ]
    return table(("Theme", "Ground", "Colours", "What it is like"), rows)


TABLES: dict[str, Callable[[], str]] = {
    "keys": keys,
    "fields": fields,
    "fields to come": later,
    "verbs": verbs,
    "exit codes": exits,
    "settings": settings,
    "themes": themes,
}


def block(name: str) -> re.Pattern[str]:
    """Where a table stands: its marks, and between them what is there now."""
    return re.compile(rf"(<!-- {name}: {re.escape(MADE_BY)} -->\n)(.*?)(\n<!-- end of {name} -->)", re.DOTALL)


def renewed(text: str) -> str:
    """The README with all its tables made anew."""
    for name, make in TABLES.items():
        text = block(name).sub(lambda found, made=make: found[1] + made() + found[3], text)  # type: ignore[misc]
    return text


def main() -> None:
    """Writes the README."""
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
