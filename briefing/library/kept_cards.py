"""Rows of the list that were read a moment ago: one key after the other finds mostly the same articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefing.library import record
from briefing.model.hit import Card
from briefing.model.json_text import write_json

MOST = 1000
"""Cards kept, about a megabyte."""
_SCREEN = 200
"""Cards asked for at once by a screen; what asks for more goes through a whole list, once."""


class KeptCards:
    """Cards of one generation of the store; usable from several threads."""

    def __init__(self) -> None:
        self._kept: tuple[int, dict[int, Card]] = -1, {}

    def cards(self, db: sqlite3.Connection, numbers: Sequence[int]) -> list[Card]:
        """Rows in the order given, as one commit has them; a number that is gone gives none."""
        if len(numbers) > _SCREEN:
            known = _read(db, numbers)
        else:
            known = self._known(db)
            if missing := [number for number in numbers if number not in known]:
                known.update(_read(db, missing))
        return [card for number in numbers if (card := known.get(number)) is not None]

    def _known(self, db: sqlite3.Connection) -> dict[int, Card]:
        """Of this commit; a thread that still looks at an older one fills what nobody else uses."""
        generation = db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0]
        kept = self._kept
        if kept[0] != generation or len(kept[1]) > MOST:
            kept = self._kept = generation, {}
        return kept[1]


def _read(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Card]:
    asked = write_json(list(numbers))
    rows = db.execute(f"SELECT {record.CARD} FROM articles WHERE number IN (SELECT value FROM json_each(?))", (asked,))
    return {row[0]: record.card(row) for row in rows}
