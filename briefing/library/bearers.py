"""Who bears which name in the store: what `identity` asks when it puts namings of many articles together."""

from __future__ import annotations

import json
import sqlite3

from briefing.model.fold import fold

OWN, ALIAS, SHORTENED = 0, 1, 2
"""What a name is to its actor: its own, another one, or a person's first and last name, not written anywhere."""

MEMBERS = "SELECT number FROM actor WHERE entry = (SELECT entry FROM actor WHERE id = ?)"
"""All that are counted with the actor of an id."""

ENTRY_NAME = (
    f"SELECT name FROM actor_name WHERE actor = e.number AND alias <> {SHORTENED} "
    "ORDER BY alias, uses DESC, name DESC LIMIT 1"
)
"""The name of the actor `e`, in a longer statement."""

_GROUPS = ("organisation", "armed_group", "other")
"""Kinds between which extraction may waver for one and the same."""


def words_of(name: str) -> str:
    """A name as its folded words between blanks: ` al jufra `, by which it is found however it is typed."""
    spaced = "".join(c if c.isalnum() else " " for c in fold(name))
    return f" {' '.join(spaced.split())} "


class Bearers:
    """Answers from one open transaction. Names are folded words between blanks, actors numbers of the store."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, words: str, *roles: int) -> set[int]:
        """All who bear a name, in one of these roles or in any."""
        rows = self._db.execute("SELECT actor, alias FROM actor_name WHERE words = ?", (words,))
        return {actor for actor, role in rows if not roles or role in roles}

    def names(self, actor: int) -> list[str]:
        """All names of an actor."""
        return [words for (words,) in self._db.execute("SELECT words FROM actor_name WHERE actor = ?", (actor,))]

    def own_name(self, actor: int) -> str:
        """The name it goes by, not an alias."""
        asked = "SELECT min(words) FROM actor_name WHERE actor = ? AND alias = 0"
        return str(self._db.execute(asked, (actor,)).fetchone()[0] or "")

    def kind(self, actor: int) -> tuple[str, ...]:
        """Its type, with those that are hard to tell from it."""
        kind = str(self._db.execute("SELECT type FROM actor WHERE number = ?", (actor,)).fetchone()[0])
        return _GROUPS if kind in _GROUPS else (kind,)

    def among(self, actors: set[int], kind: tuple[str, ...]) -> set[int]:
        """Those of a kind."""
        return {actor for actor in actors if self.kind(actor) == kind}

    def called(self, words: str, kind: tuple[str, ...]) -> set[int]:
        """Those of a kind whom some article calls by this name beside another."""
        return self.among(self.of(words, ALIAS), kind)

    def shortened(self, words: str) -> set[int]:
        """Persons of three names or more with this first and last one."""
        return self.of(words, SHORTENED)

    def foremost(self, words: str, kind: tuple[str, ...]) -> int:
        """Of all of a kind whose own name this is, the most frequent; there must be one."""
        return max(self.among(self.of(words, OWN), kind), key=self.weight)

    def weight(self, actor: int) -> tuple[int, int, str]:
        """How frequent it is; no two are equal."""
        asked = "SELECT articles, mentions, id FROM actor WHERE number = ?"
        row: tuple[int, int, str] = self._db.execute(asked, (actor,)).fetchone()
        return row

    def leads(self, actor: int) -> int | None:
        """With whom it is counted, one step."""
        row: tuple[int | None] = self._db.execute("SELECT leads FROM actor WHERE number = ?", (actor,)).fetchone()
        return row[0]

    def told(self, actor: int) -> int | None:
        """With whom the reader merged it, if that one is named in this library."""
        asked = (
            "SELECT target.number FROM actor JOIN correction ON kind = 'merge' AND key = actor.id "
            "JOIN actor AS target ON target.id = value WHERE actor.number = ?"
        )
        row = self._db.execute(asked, (actor,)).fetchone()
        return int(row[0]) if row else None

    def is_apart(self, words: str, target: int) -> bool:
        """Whether the reader took a name off an actor."""
        asked = "SELECT value FROM correction JOIN actor ON key = actor.id WHERE kind = 'split' AND actor.number = ?"
        row = self._db.execute(asked, (target,)).fetchone()
        return row is not None and words in {words_of(name) for name in json.loads(row[0])[1]}

    def entry(self, actor: int) -> int:
        """Where its leads ended when they were last followed."""
        return int(self._db.execute("SELECT entry FROM actor WHERE number = ?", (actor,)).fetchone()[0])

    def members(self, entry: int) -> set[int]:
        """All that were counted with an entry when it was last settled."""
        return {number for (number,) in self._db.execute("SELECT number FROM actor WHERE entry = ?", (entry,))}

    def beside(self, one: int, other: int) -> str:
        """Who is named in articles of both, a person or a group rather than a state; empty where nobody is."""
        row = self._db.execute(
            "SELECT (SELECT name FROM actor_name WHERE actor = number ORDER BY alias, uses DESC, name LIMIT 1) "
            "FROM actor WHERE number IN ("
            "SELECT b.actor FROM appearance AS a JOIN appearance AS b USING (article) WHERE a.actor = ?1) "
            "AND number NOT IN (?1, ?2) AND EXISTS ("
            "SELECT 1 FROM appearance AS c JOIN appearance AS d USING (article) "
            "WHERE c.actor = number AND d.actor = ?2) ORDER BY type IN ('state', 'place'), id LIMIT 1",
            (one, other),
        ).fetchone()
        return str(row[0]) if row else ""
