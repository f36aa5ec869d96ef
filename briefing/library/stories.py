"""Copies of one report folded into one story: which article heads it, kept up to date article by article.

Articles stand in one line: the dated first, oldest in front, the longer before the shorter, then by id. An article is
a copy of an earlier one that *heads* a story and is near it (`nearness`), of the nearest where there are several; else
it heads a story of its own. So every copy is near its head, and copies of copies do not drift away from it.

Who may be near is asked of the marks of the sketches (Broder 1997): a table from each of an article's smallest marks
to those who bear it. A mark that more than COMMON heads before an article bear is boilerplate there and tells nothing;
copies do not count for that, so a report printed a thousand times keeps its marks. The work for an article is bounded
by MARKS and COMMON, whatever the size of the library.

Every answer depends on earlier articles in the line only, and on nothing else: the result is the same whatever the
order in which articles came, changed and went. Those that have to be looked at wait in the table `unfolded`.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence

from briefing.library import repeats
from briefing.library.nearness import Wording, nearness, wording_of
from briefing.library.sketch import Sketch, resemblance, unpack
from briefing.library.store import load_article

MARKS = 24
"""Of a sketch's marks the smallest so many are in the table: two copies share some of them as surely as all."""
COMMON = 48
_SHARED = 2
_SKETCHED = 24
"""Articles whose sketches are compared at most: those that share most marks."""
_COMPARED = 8
"""And of these whose texts are: those whose sketches resemble most."""
_ALIKE = 0.1
_CHUNK = 250
"""Articles a transaction."""
_REMEMBERED = 150_000
"""Words of the texts kept at hand."""

_HEAD, _COPY = 0, 1


def note(db: sqlite3.Connection, number: int) -> None:
    """An article and its sketch are written; it waits to be folded. Its former state was forgotten before."""
    row = db.execute("SELECT oldest, words, id FROM articles WHERE number = ?", (number,)).fetchone()
    db.execute("INSERT OR REPLACE INTO unfolded VALUES (?, ?)", (number, _place(*row)))


def forget(db: sqlite3.Connection, number: int) -> None:
    """An article changes or goes; its sketch must still be there. Those that looked to it wait."""
    db.execute("DELETE FROM unfolded WHERE article = ?", (number,))
    row = db.execute("SELECT place, head FROM story WHERE article = ?", (number,)).fetchone()
    if row is None:
        return
    repeats.note(db, number)
    _unmark(db, _marks(db, number), row[0])
    db.execute("DELETE FROM story WHERE article = ?", (number,))
    if row[1] == number:
        _wake(db, _marks(db, number), row[0], number)


def settle(db: sqlite3.Connection) -> Iterator[int]:
    """Folds what waits, front of the line first; yields, where the caller may commit, how many were looked at."""
    folding = _Folding(db)
    done = 0
    while row := db.execute("SELECT article, place FROM unfolded ORDER BY place LIMIT 1").fetchone():
        if done and done % _CHUNK == 0:
            yield done
        db.execute("DELETE FROM unfolded WHERE article = ?", (row[0],))
        folding.fold(*row)
        done += 1
    if done:
        yield done


def waiting(db: sqlite3.Connection) -> int:
    """How many articles wait to be folded."""
    return int(db.execute("SELECT count(*) FROM unfolded").fetchone()[0])


class _Folding:
    """One run over those that wait; the texts compared last are kept at hand."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._texts: OrderedDict[int, Wording] = OrderedDict()
        self._held = 0

    def fold(self, number: int, place: bytes) -> None:
        """Finds an article's head among those before it, and wakes whoever that concerns."""
        db = self._db
        packed = db.execute("SELECT marks FROM sketch WHERE number = ?", (number,)).fetchone()
        sketch = unpack(packed[0]) if packed else ()
        if not sketch:
            return
        head, near = self._head(number, place, sketch)
        marks = sketch[:MARKS]
        before = db.execute("SELECT head FROM story WHERE article = ?", (number,)).fetchone()
        db.execute("INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?)", (number, place, head, near))
        if before is None or before[0] != head:
            repeats.note(db, number)
        was_head, is_head = before is not None and before[0] == number, head == number
        if before is not None and was_head != is_head:
            _unmark(db, marks, place)
        if before is None or was_head != is_head:
            kind = _HEAD if is_head else _COPY
            db.executemany("INSERT INTO mark VALUES (?, ?, ?)", [(mark, kind, place) for mark in marks])
        if was_head != is_head:
            _wake(db, marks, place, number)

    def _head(self, number: int, place: bytes, sketch: Sketch) -> tuple[int, float]:
        own: Wording | None = None
        best = (number, 1.0)
        reached = 0.0
        for candidate in self._candidates(place, sketch):
            own = own or self._text(number)
            near = nearness(own, self._text(candidate))
            if near > reached:
                reached, best = near, (candidate, near)
        return best

    def _candidates(self, place: bytes, sketch: Sketch) -> list[int]:
        """Heads before `place` that share marks, those whose sketches resemble most first, the earlier first."""
        bearing: Counter[bytes] = Counter()
        asked = f"SELECT place FROM mark WHERE mark = ? AND kind = {_HEAD} AND place < ? LIMIT {COMMON + 1}"
        for mark in sketch[:MARKS]:
            rows = self._db.execute(asked, (mark, place)).fetchall()
            if len(rows) <= COMMON:
                bearing.update(found for (found,) in rows)
        most = sorted((-shared, found) for found, shared in bearing.items() if shared >= _SHARED)[:_SKETCHED]
        alike: list[tuple[float, bytes, int]] = []
        known = "SELECT article, marks FROM story JOIN sketch ON number = article WHERE place = ?"
        for _, found in most:
            article, packed = self._db.execute(known, (found,)).fetchone()
            share = resemblance(sketch, unpack(packed))
            if share >= _ALIKE:
                alike.append((-share, found, article))
        return [article for _, _, article in sorted(alike)[:_COMPARED]]

    def _text(self, number: int) -> Wording:
        if number in self._texts:
            self._texts.move_to_end(number)
            return self._texts[number]
        article = load_article(self._db, number)
        assert article is not None
        made = self._texts[number] = wording_of(article)
        self._held += made.count
        while self._held > _REMEMBERED and len(self._texts) > 1:
            self._held -= self._texts.popitem(last=False)[1].count
        return made


def _place(oldest: int, words: int, article_id: str) -> bytes:
    """Where an article stands in the line, as bytes that sort so; no two are equal."""
    behind = 0xFFFF - min(words, 0xFFFF)
    return max(oldest, 0).to_bytes(5, "big") + behind.to_bytes(2, "big") + bytes.fromhex(article_id)


def _marks(db: sqlite3.Connection, number: int) -> Sketch:
    packed = db.execute("SELECT marks FROM sketch WHERE number = ?", (number,)).fetchone()
    return unpack(packed[0])[:MARKS] if packed else ()


def _unmark(db: sqlite3.Connection, marks: Sequence[int], place: bytes) -> None:
    gone = [(mark, kind, place) for mark in marks for kind in (_HEAD, _COPY)]
    db.executemany("DELETE FROM mark WHERE mark = ? AND kind = ? AND place = ?", gone)


def _wake(db: sqlite3.Connection, marks: Sequence[int], place: bytes, number: int) -> None:
    """An article began or ceased to head a story: later ones that bear its marks look again.

    Behind the place where a mark is boilerplate with or without this article, nothing changes.
    """
    copies = "SELECT article, place FROM story WHERE head = ? AND head <> article"
    db.execute(f"INSERT OR IGNORE INTO unfolded {copies}", (number,))
    last = db.execute("SELECT max(place) FROM story").fetchone()[0]
    if last is None or last <= place:
        return
    for mark in marks:
        edge = db.execute(
            f"SELECT place FROM mark WHERE mark = ? AND kind = {_HEAD} AND place <> ? LIMIT 1 OFFSET {COMMON}",
            (mark, place),
        ).fetchone()
        for kind in (_HEAD, _COPY):
            db.execute(
                "INSERT OR IGNORE INTO unfolded SELECT article, story.place FROM mark JOIN story USING (place) "
                "WHERE mark = ? AND kind = ? AND mark.place > ? AND mark.place <= ?",
                (mark, kind, place, edge[0] if edge else last),
            )
