"""Claims that a copy of a report repeats: which one is told first, and who tells it again.

In each story the claims are gone through in order of printing. One whose actor and source are named as in an earlier
article, whose time is the same, and whose sentence says the same in the same or nearly the same words, repeats that
claim: it notes its article and part, and at which turn it tells it. Numbers, names and negations must be the same, so a
copy with a changed figure tells something of its own. What waits to be looked at stands in the table `unmatched`; the
work is linear in the claims of the stories that changed.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.library.listing import members
from briefing.library.nearness import NUMBER
from briefing.model.fold import fold

_CHUNK = 500
_COMPARED = 40
"""Claims of one actor at one time with which another is compared closely."""
_NEARLY = 0.8
_WORD = re.compile(r"\w+(?:[.,/'’-]\w+)*")
_NOT = frozenset(
    (
        "no",
        "not",
        "never",
        "none",
        "neither",
        "nor",
        "without",
        "nobody",
        "nothing",
        "cannot",
        "denied",
        "denies",
        "deny",
    )
)
_LOOSE = "first = NULL, first_part = NULL, turn = 0"
_CLAIMS = (
    "SELECT c.part, c.actor, c.said_fold, c.words, c.value, c.earliest IS NULL, c.guess, c.did, "
    "substr(b.value, c.start + 1, c.end - c.start) "
    "FROM claim AS c CROSS JOIN bodies AS b ON b.number = c.article WHERE c.article = ? ORDER BY c.part"
)


def note(db: sqlite3.Connection, number: int) -> None:
    """The claims of an article, or the story it tells, change: it is looked at again, and all who are told with it."""
    db.execute("INSERT OR IGNORE INTO unmatched VALUES (?)", (number,))
    for with_it in (
        "SELECT DISTINCT article FROM claim INDEXED BY claim_told WHERE first = ?",
        "SELECT DISTINCT first FROM claim WHERE article = ? AND +first IS NOT NULL",
    ):
        db.execute(f"INSERT OR IGNORE INTO unmatched {with_it}", (number,))


def settle(db: sqlite3.Connection) -> Iterator[int]:
    """Looks at what waits; yields, where the caller may commit, how many articles were looked at."""
    done = 0
    while waiting := [number for (number,) in db.execute("SELECT article FROM unmatched LIMIT ?", (_CHUNK,))]:
        asked = json.dumps(waiting)
        among = "article IN (SELECT value FROM json_each(?))"
        db.execute(f"UPDATE claim SET {_LOOSE} WHERE +first IS NOT NULL AND {among}", (asked,))
        heads = db.execute(
            f"SELECT DISTINCT head FROM story WHERE {among} AND (head <> article OR EXISTS (SELECT 1 FROM story AS s "
            "INDEXED BY story_copies WHERE s.head = story.article AND s.head <> s.article)) ORDER BY head",
            (asked,),
        ).fetchall()
        for (head,) in heads:
            _match(db, members(db, head))
        db.execute(f"DELETE FROM unmatched WHERE {among}", (asked,))
        done += len(waiting)
        yield done


def _match(db: sqlite3.Connection, printings: Sequence[int]) -> None:
    """One story: the articles in order of printing."""
    told: dict[tuple[int, str, str], list[_Told]] = {}
    for number in printings:
        db.execute(f"UPDATE claim SET {_LOOSE} WHERE +first IS NOT NULL AND article = ?", (number,))
        for row in db.execute(_CLAIMS, (number,)).fetchall():
            claim = _Told(number, row)
            others = told.setdefault((row[1], row[2], fold(row[3])), [])
            first = next((each for each in others if each.is_told_by(claim)), None)
            if first is None:
                if len(others) < _COMPARED:
                    others.append(claim)
                continue
            if not first.turn:
                _write(db, first, first, 0)
            first.turn += 1
            first.last = number
            _write(db, claim, first, first.turn)


def _write(db: sqlite3.Connection, claim: _Told, first: _Told, turn: int) -> None:
    db.execute(
        "UPDATE claim SET first = ?, first_part = ?, turn = ? WHERE article = ? AND part = ?",
        (first.article, first.part, turn, claim.article, claim.part),
    )


class _Told:
    """A claim as it is compared, and as the first of its kind how often it was told again."""

    __slots__ = ("_words", "article", "did", "last", "part", "sentence", "turn", "when")

    def __init__(self, article: int, row: tuple[Any, ...]) -> None:
        self.article = self.last = article
        self.part = int(row[0])
        self.did, self.sentence = str(row[7]), str(row[8] or "")
        self.when = row[4:7]
        """Its value, whether nothing places it, and what is guessed then."""
        self.turn = 0
        self._words: _Words | None = None

    @property
    def words(self) -> _Words:
        """Its sentence, taken apart when it comes to that."""
        if self._words is None:
            self._words = _Words(self.sentence)
        return self._words

    def is_told_by(self, other: _Told) -> bool:
        """Whether a claim of a later article repeats this one; one article repeats a claim once."""
        if self.last == other.article or not (self.when == other.when or other.when[1]):
            return False  # what nothing places in the copy is what the same words meant before
        if self.sentence == other.sentence:
            return self.did == other.did
        return self.words.are_nearly(other.words) and _Words(self.did).are_nearly(_Words(other.did))


class _Words:
    """The words of a sentence, and of these what an editor does not change by the way."""

    __slots__ = ("count", "folded", "kept")
    count: int
    folded: Counter[str]
    kept: Counter[str]

    def __init__(self, text: str) -> None:
        found = _WORD.findall(text)
        folded = [fold(word) for word in found]
        self.folded = Counter(folded)
        self.count = len(folded)
        names = (low for at, (word, low) in enumerate(zip(found, folded, strict=True)) if at and word[0].isupper())
        self.kept = Counter(names) + Counter(
            low for low in folded if NUMBER.fullmatch(low) or low in _NOT or low.endswith(("n't", "n’t"))
        )

    def are_nearly(self, other: _Words) -> bool:
        """The same words or nearly, and the same numbers, names and negations."""
        if self.kept != other.kept:
            return False
        shared: int = (self.folded & other.folded).total()
        return 2 * shared >= _NEARLY * (self.count + other.count)
