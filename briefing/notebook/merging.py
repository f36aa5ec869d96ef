"""The lines of a journal as they travel: dumped from one file, taken over by another."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from briefing.model.errors import NewerVersion
from briefing.model.frozen import frozen
from briefing.model.typed import Any
from briefing.notebook.file import parse
from briefing.notebook.line import FORMAT


@frozen
class Restored:
    """How many lines came in, were there already, or are no lines of a journal."""

    new: int = 0
    known: int = 0
    other: int = 0


def pick(lines: Iterable[bytes], known: Container[str]) -> tuple[list[bytes], Restored]:
    """The lines that are not known yet, each written anew as one line of ASCII; nothing in them is changed."""
    picked: list[bytes] = []
    seen: set[str] = set()
    again = other = 0
    for raw in lines:
        fields = _fields(raw)
        if fields is None:
            other += bool(raw.strip())
        elif fields["id"] in known or fields["id"] in seen:
            again += 1
        else:
            seen.add(fields["id"])
            picked.append(_line(fields))
    return picked, Restored(len(picked), again, other)


def dump(path: Path) -> Iterator[bytes]:
    """Each line of a journal once; what is none, or torn, is left out."""
    seen: set[str] = set()
    with path.open("rb") as file:
        for raw in file:
            fields = _fields(raw, any_version=True)
            if fields is not None and fields["id"] not in seen:
                seen.add(fields["id"])
                yield _line(fields)


def _fields(raw: bytes, any_version: bool = False) -> dict[str, Any] | None:
    fields = parse(raw)
    if fields is None or not isinstance(fields.get("id"), str) or not isinstance(fields.get("do"), str):
        return None
    version = fields.get("v")
    if not isinstance(version, int):
        return None
    if version > FORMAT and not any_version:
        raise NewerVersion("This was written by a newer version of briefing, so it is not taken over.", "Upgrade it.")
    return fields


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode("ascii") + b"\n"
