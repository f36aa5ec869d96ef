"""The words and names of a library, for completion and for "did you mean": from the text index and from the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from briefing.library.bearers import words_of
from briefing.library.store import Store
from briefing.model.fold import fold
from briefing.model.query import Scope
from briefing.search.engine import WordsAsk
from briefing.search.match import edits_within

_NAMES = 5000
"""Actors, the most frequent first, among whose names a misspelt one is looked for."""
_PLACES = "('state', 'place')"
_SCOPES = {"text": Scope.TEXT, "title": Scope.TITLE}

AskWords = Callable[[WordsAsk], Sequence[str]]


class LibraryWords:
    """What one generation of a library knows; names are read when first asked for, and kept."""

    def __init__(
        self, store: Store, words: AskWords, count: Callable[[str], int], tags: Callable[[], Sequence[str]]
    ) -> None:
        self._store = store
        self._words = words
        self._tags = tags
        self.count = count

    def near(self, kind: str, word: str, distance: int, limit: int) -> list[str]:
        """See `suggest.Wordbook`. A text's words share the first letter; names need not."""
        found: list[str] = []
        if kind in _SCOPES:
            found += self._words(WordsAsk(word, _SCOPES[kind], distance, limit))
        known = self._known(kind)
        found += (name for name in known if edits_within(name, word, distance))
        return list(dict.fromkeys(each for each in found if each != word))[:limit]

    def _known(self, kind: str) -> Sequence[str]:
        if kind == "tag":
            return [fold(word) for word in self._tags()]
        return self._sources if kind == "source" else self._places if kind == "place" else self._actors

    def starting(self, kind: str, start: str, limit: int) -> list[str]:
        """See `completion.Names`."""
        if kind in _SCOPES:
            return list(self._words(WordsAsk(start, _SCOPES[kind], 0, limit)))
        wanted = words_of(start).split()
        if kind == "tag":
            return [name for name in self._tags() if _holds(words_of(name), wanted)][:limit]
        if kind == "source":
            return [name for name in self._outlets if _holds(words_of(name), wanted)][:limit]
        return self._named(wanted, f"AND type IN {_PLACES}" if kind == "place" else "", limit)

    def _named(self, wanted: Sequence[str], types: str, limit: int) -> list[str]:
        """Actors by any of their names, under the one they are listed by."""
        rank = "ORDER BY all_articles DESC, all_mentions DESC, id LIMIT ?"
        if wanted:
            holds = " AND ".join("instr(words, ?) > 0" for _ in wanted)
            bearers = f"SELECT entry FROM actor WHERE number IN (SELECT actor FROM actor_name WHERE {holds})"
            which = f"SELECT number FROM actor WHERE number IN ({bearers}) {types} {rank}"
        else:
            which = f"SELECT number FROM actor WHERE entry = number {types} {rank}"
        named = "SELECT name FROM actor_name WHERE actor = ? ORDER BY alias, uses DESC, name DESC LIMIT 1"
        with self._store.snapshot() as db:
            numbers = db.execute(which, (*(f" {word}" for word in wanted), limit)).fetchall()
            return list(dict.fromkeys(str(db.execute(named, number).fetchone()[0]) for number in numbers))

    @cached_property
    def _actors(self) -> list[str]:
        return self._names_of("")

    @cached_property
    def _places(self) -> list[str]:
        return self._names_of(f"AND type IN {_PLACES}")

    def _names_of(self, types: str) -> list[str]:
        """The words of the names of the most frequent actors."""
        most = f"SELECT number FROM actor WHERE entry = number {types} ORDER BY all_articles DESC LIMIT {_NAMES}"
        with self._store.snapshot() as db:
            rows = db.execute(f"SELECT words FROM ({most}) CROSS JOIN actor_name ON actor = number").fetchall()
        return list(dict.fromkeys(word for (words,) in rows for word in words.split() if len(word) > 2))

    @cached_property
    def _outlets(self) -> list[str]:
        """Sources, those with most articles first."""
        with self._store.snapshot() as db:
            rows = db.execute(
                "SELECT source, count(*) FROM articles INDEXED BY articles_columns WHERE source <> '' "
                "GROUP BY source ORDER BY 2 DESC, 1"
            ).fetchall()
        seen: dict[str, str] = {}
        for source, _ in rows:
            seen.setdefault(fold(source), source)
        return list(seen.values())

    @cached_property
    def _sources(self) -> list[str]:
        return list(dict.fromkeys(word for name in self._outlets for word in words_of(name).split()))


def _holds(words: str, wanted: Sequence[str]) -> bool:
    return all(f" {word}" in words for word in wanted)
