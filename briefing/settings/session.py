"""Where the reader was, one small file a library, written on exit; and the queries asked of it.

Nothing here is worth a word when it is lost: a file that cannot be read is an empty session.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from briefing.settings.places import Places, make_private

_FORMAT = 1
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Session:
    """What comes back at the next start. Ids, not numbers: the store may have been rebuilt in between."""

    query: str = ""
    order: str = ""
    article: str = ""
    """The id of the article under the cursor."""
    position: int = 0
    """Its row in the list, for when the article is gone."""
    paragraph: int = 0
    """The first paragraph shown in the reader, as its index."""
    line: int = 0
    """The first line shown of that paragraph."""
    pane: str = ""
    widths: tuple[int, ...] = ()
    theme: str = ""


def load_session(places: Places, library: str) -> Session:
    """The last session of a library, or an empty one. Values of a wrong type are left out one by one."""
    table = _read(places.state_of(library))
    return Session(**_fitting(table)) if table.get("format") == _FORMAT else Session()


def save_session(places: Places, library: str, session: Session, *, private: bool = False) -> None:
    """Writes the session whole or not at all; raises OSError. With `private`, without its query."""
    table = asdict(session)
    if private:
        table["query"] = ""
    write_atomically(places.state_of(library), json.dumps({"format": _FORMAT, **table}, ensure_ascii=False))


def load_history(places: Places, library: str) -> list[str]:
    """The queries asked of a library, oldest first."""
    entries = _read(places.history_of(library)).get("queries")
    return [each for each in entries if isinstance(each, str)] if isinstance(entries, list) else []


def save_history(places: Places, library: str, queries: Iterable[str], *, length: int, private: bool = False) -> None:
    """Keeps the last `length` different queries; with `private` nothing at all. Raises OSError."""
    if private:
        return
    newest_first = list(dict.fromkeys(query for query in reversed(list(queries)) if query.strip()))
    kept = newest_first[:length][::-1]
    write_atomically(places.history_of(library), json.dumps({"format": _FORMAT, "queries": kept}, ensure_ascii=False))


def write_atomically(path: Path, text: str) -> None:
    """Replaces a small file in one step, readable by its user only; a reader sees the old one or the new one."""
    make_private(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(text + "\n")
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _read(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        table = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def _fitting(table: Mapping[str, Any]) -> dict[str, Any]:
    """The entries that a Session can hold, lists made tuples."""
    empty = Session()
    found: dict[str, Any] = {}
    for each in fields(Session):
        value, default = table.get(each.name), getattr(empty, each.name)
        if isinstance(default, tuple) and isinstance(value, list):
            if all(type(item) is int for item in value):
                found[each.name] = tuple(value)
        elif type(value) is type(default):
            found[each.name] = value
    return found
