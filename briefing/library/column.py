"""Many numbers of one column at once: SQLite writes them as one text, so that no row becomes a Python object."""

from __future__ import annotations

import json
import sqlite3


def read_numbers(db: sqlite3.Connection, statement: str, *values: object) -> list[int]:
    """The whole numbers that a SELECT of one column gives, in no order that is promised."""
    told = f"WITH found(number) AS ({statement}) SELECT group_concat(number) FROM found"
    numbers: list[int] = json.loads(f"[{db.execute(told, values).fetchone()[0] or ''}]")
    return numbers
