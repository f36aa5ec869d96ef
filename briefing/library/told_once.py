"""Claims that copies repeat, as they are asked for: once, each with how many copies tell it and where."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from briefing.library.column import listed
from briefing.model.claim import Claim
from briefing.model.numbers import Numbers

SHOWN = 50
"""Citations of one claim at most."""
_SAME = "claim AS o INDEXED BY claim_told WHERE o.first = {0}.first AND o.first_part = {0}.first_part"
_AMONG = "AND o.article IN (SELECT value FROM json_each(?))"


def once(among: Numbers | None) -> tuple[str, list[Any]]:
    """Of `claim`, those that no article asked for told before."""
    if among is None:
        return "turn = 0", []
    before = f"SELECT 1 FROM {_SAME.format('claim')} AND o.turn < claim.turn {_AMONG}"
    return f"(turn = 0 OR NOT EXISTS ({before}))", [listed(among)]


def times(among: Numbers | None) -> tuple[str, list[Any]]:
    """Of a claim `c`, how many of the articles asked for tell it again."""
    again = f"SELECT count(*) FROM {_SAME.format('c')} AND o.turn > c.turn {_AMONG if among is not None else ''}"
    return f"iif(c.first IS NULL, 0, ({again}))", [] if among is None else [listed(among)]


def with_places(db: sqlite3.Connection, claims: Iterable[Claim], among: Numbers | None) -> Iterator[Claim]:
    """The claims with the citations of those that repeat them, in order of printing."""
    asked = (
        "SELECT o.article, a.path, a.key, o.paragraph FROM claim AS c CROSS JOIN claim AS o INDEXED BY claim_told "
        "ON o.first = c.first AND o.first_part = c.first_part AND o.turn > c.turn "
        "CROSS JOIN articles AS a ON a.number = o.article WHERE c.article = ? AND c.part = ? ORDER BY o.turn"
    )
    for claim in claims:
        if not claim.repeats:
            yield claim
            continue
        rows = db.execute(asked, (claim.article, claim.part))
        found = (row for row in rows if among is None or row[0] in among)
        cites = (f"{path}#{key}:p{at}" if key else f"{path}:p{at}" for _, path, key, at in islice(found, SHOWN))
        yield claim._replace(also=tuple(cites))
