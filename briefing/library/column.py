"""Many numbers at once, out of the store and into it: as one text, so that no row becomes a Python object."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice

from briefing.model.json_text import read_json, write_json

_CHUNK = _PART = 20_000


def read_numbers(db: sqlite3.Connection, statement: str, *values: object) -> list[int]:
    """The whole numbers that a SELECT of one column gives, in no order that is promised."""
    told = f"WITH found(number) AS ({statement}) SELECT group_concat(number) FROM found"
    numbers: list[int] = read_json(f"[{db.execute(told, values).fetchone()[0] or ''}]")
    return numbers


def in_parts(numbers: Iterable[int]) -> list[str]:
    """As `listed`, of no more than so many at a time: what a statement makes of its JSON is large."""
    left = iter(numbers)
    parts = []
    while (part := listed(islice(left, _PART))) != "[]":
        parts.append(part)
    return parts


def listed(numbers: Iterable[int]) -> str:
    """Numbers as JSON for a statement's `json_each`; never all of them as Python's numbers at a time."""
    left = iter(numbers)
    parts = []
    while chunk := list(islice(left, _CHUNK)):
        parts.append(write_json(chunk)[1:-1])
    return f"[{','.join(parts)}]"
