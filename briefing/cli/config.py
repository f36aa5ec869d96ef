"""Print the settings in force and where each comes from; “config path” prints the files' names.

What is printed is a settings file itself: briefing config > settings.toml
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing.cli.output import Record

if TYPE_CHECKING:
    from briefing.cli.context import Context


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("what", nargs="?", choices=("show", "path"), default="show", help="default: show")


def run(options: argparse.Namespace) -> int:
    """Prints; faults in the file are remarked on as with any verb, and give 2."""
    from briefing.cli.context import prepare

    context = prepare(options)
    if options.what == "path":
        context.output.rows({}, "paths", list(_paths(context)), lambda each: [each["path"]], ("name", "path"))
        return 0
    context.output.rows({}, "settings", list(_settings(context)), _text, ("name", "value", "origin"))
    return 2 if context.notices else 0


def _paths(context: Context) -> Iterator[Record]:
    places = context.places
    for name, path in (("settings", context.settings_file), ("keys", places.keymap_file), ("themes", places.themes)):
        yield {"name": name, "path": str(path), "exists": os.path.exists(path)}


def _settings(context: Context) -> Iterator[Record]:
    from briefing.settings.schema import setting_fields

    for name, each in setting_fields().items():
        yield {
            "name": name,
            "value": _plain(getattr(context.settings, name)),
            "default": _plain(each.default),
            "origin": context.origins.get(name, "default"),
            "about": each.metadata["about"],
            "choices": list(each.metadata["among"]),
        }


def _plain(value: Any) -> Any:
    return "auto" if value is None else value


def _text(record: Record) -> Iterator[str]:
    among = f" ({', '.join(record['choices'])})" if record["choices"] else ""
    yield f"# {record['about']}{among}"
    note = "" if record["origin"] == "default" else f"  # from {record['origin']}"
    # JSON's numbers, booleans and strings are TOML's too.
    yield f"{record['name']} = {json.dumps(record['value'], ensure_ascii=False)}{note}"
    yield ""
