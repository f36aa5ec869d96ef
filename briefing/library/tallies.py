"""Whom each article names, packed for counting: without it a facet of actors joins a row for every naming.

The table `tally` holds, for SIZE articles at a time, where the entries of each begin and then the entries themselves.
It is a copy of `appearance` and `actor.entry`: whatever changes those takes the part out, in the same transaction, the
builder writes it again at its end, and a reader that finds none packs it for itself.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, chain, compress, repeat
from zlib import crc32

from briefing.model.errors import Damaged
from briefing.model.numbers import Numbers

SIZE = 1024
"""Articles of a part; a power of two, which the triggers (see `tables`) know as a shift by ten."""
_HEAD = SIZE + 1
"""Words before the first entry: where the entries of each article begin, and where the last of them end."""
_MOST = 1 << 18
"""Entries held at a time: counting is the faster the more are counted at once."""
_FLAGS = bytes.maketrans(b"01", b"\0\1")


def fill(db: sqlite3.Connection) -> None:
    """Packs the parts that are missing, within the open transaction."""
    parts = db.execute("SELECT max(number) + 1 FROM articles").fetchone()[0] or 0
    there = {part for (part,) in db.execute("SELECT part FROM tally")}
    for part in range(-(-parts // SIZE)):
        if part not in there:
            data = _as_kept(_pack(db, part)).tobytes()
            db.execute("INSERT INTO tally VALUES (?, ?, ?)", (part, crc32(data), data))


def count_entries(db: sqlite3.Connection, among: Numbers) -> Counter[int]:
    """How many of these articles name each entry; an article that names two of its members counts once."""
    counts: Counter[int] = Counter()
    chosen = array("I")
    for part, flags in _members(among):
        packed = _part(db, part)
        if 0 in flags:
            for at in compress(range(SIZE), flags):
                chosen.extend(packed[_HEAD + packed[at] : _HEAD + packed[at + 1]])
        else:
            chosen.extend(packed[_HEAD:])
        if len(chosen) > _MOST:
            counts.update(chosen)
            del chosen[:]
    counts.update(chosen)
    return counts


def _members(among: Numbers) -> Iterator[tuple[int, bytes]]:
    """Each part that has any of these, and for each of its articles a 1 or a 0."""
    bits = among.bits
    data = bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
    step = SIZE >> 3
    for part in range(-(-len(data) // step)):
        held = int.from_bytes(data[part * step : (part + 1) * step], "little")
        if held:
            yield part, f"{held:0{SIZE}b}"[::-1].encode().translate(_FLAGS)


def _part(db: sqlite3.Connection, part: int) -> array[int]:
    row = db.execute("SELECT sum, data FROM tally WHERE part = ?", (part,)).fetchone()
    if row is None:
        return _pack(db, part)
    if crc32(row[1]) != row[0]:
        raise Damaged("The store is damaged.", "It is a cache: it is rebuilt from your files.")
    return _as_kept(array("I", row[1]))


def _pack(db: sqlite3.Connection, part: int) -> array[int]:
    """In the order of the articles; in each, every entry once."""
    first = part * SIZE
    naming = (
        "SELECT DISTINCT article, entry FROM appearance CROSS JOIN actor ON number = actor "
        "WHERE article >= ? AND article < ? ORDER BY article, entry"
    )
    rows = db.execute(naming, (first, first + SIZE)).fetchall()
    sizes = Counter(article - first for article, _ in rows)
    ends = accumulate(chain(repeat(0, 1), map(sizes.__getitem__, range(SIZE))))
    return array("I", chain(ends, (entry for _, entry in rows)))


def _as_kept(numbers: array[int]) -> array[int]:
    """The low byte first, whatever the machine; and back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
