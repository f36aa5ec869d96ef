"""With whom an actor may be merged: who bears a like name first, then everybody, the most frequent first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.library.bearers import ENTRY_NAME, words_of
from briefing.model.actor import ActorId, ActorType

MOST = 2000
"""Actors that are offered at once; whoever is not among them is found by typing."""
_ALIKE = 200
_SHORTEST = 3
"""Letters of a word that two names may share by chance."""
_SAME_KIND = {
    ActorType.ORGANISATION: "group", ActorType.ARMED_GROUP: "group", ActorType.OTHER: "group",
    ActorType.STATE: "land", ActorType.PLACE: "land",
}  # fmt: skip


class Offer(NamedTuple):
    """An actor to be chosen, and in what its name is like that of the other; "" where in nothing."""

    id: ActorId
    name: str
    type: ActorType
    articles: int
    alike: str = ""


def list_offers(
    db: sqlite3.Connection, names: Sequence[str], kind: ActorType, apart: ActorId | None, limit: int = MOST
) -> list[Offer]:
    """Candidates for one that goes by these names, then all others, without the entry `apart`."""
    row = db.execute("SELECT entry FROM actor WHERE id = ?", (apart,)).fetchone()
    itself = row[0] if row else -1
    alike = {entry: max(found) for entry, found in _alike(db, names, kind).items() if entry != itself}
    first = sorted(alike, key=lambda entry: (*(-part for part in alike[entry][:2]), entry))[:_ALIKE]
    offers = [_offer(db, entry, alike[entry][2]) for entry in first]
    seen = {offer.id for offer in offers if offer}
    rest = db.execute(
        f"SELECT id, ({ENTRY_NAME}), type, all_articles FROM actor AS e WHERE entry = number AND NOT ignored "
        "AND number <> ? ORDER BY all_articles DESC, all_mentions DESC, id LIMIT ?",
        (itself, limit),
    )
    others = (Offer(ActorId(known), name, ActorType(kind), count) for known, name, kind, count in rest)
    return [offer for offer in offers if offer] + [offer for offer in others if offer.id not in seen]


_Alike = tuple[int, int, str]
"""How much, whether of one kind, and in what."""


def _alike(db: sqlite3.Connection, names: Sequence[str], kind: ActorType) -> dict[int, list[_Alike]]:
    own = {words_of(name) for name in names} - {"  "}
    tokens = {word for words in own for word in words.split() if len(word) >= _SHORTEST}
    surname = words_of(names[0]).split()[-1:] if kind is ActorType.PERSON and names else []
    short = {f" {''.join(word[0] for word in words.split())} " for words in own if len(words.split()) > 1}
    found: dict[int, list[_Alike]] = {}
    for entry, other, name, words in _rows(db, tokens, short):
        parts = words.split()
        same_kind = int(_SAME_KIND.get(ActorType(other), other) == _SAME_KIND.get(kind, kind))
        if words in own:
            told = (4, f"also called {name}")
        elif words in short:
            told = (3, f"initials {name}")
        elif parts[-1:] == surname and other == kind:
            told = (3, f"same surname {parts[-1]}")
        else:
            told = (len(tokens.intersection(parts)) > 1, f"like {name}")
        found.setdefault(entry, []).append((told[0], same_kind, told[1]))
    return found


def _rows(db: sqlite3.Connection, tokens: Iterable[str], short: Iterable[str]) -> Iterator[tuple[int, str, str, str]]:
    """Every name of the store that holds one of the words, or is one of the initials."""
    wanted = [f" {word} " for word in sorted(tokens)[:12]]
    exact = sorted(short)[:12]
    if not wanted and not exact:
        return
    holds = " OR ".join(["instr(n.words, ?)"] * len(wanted) + ["n.words = ?"] * len(exact))
    yield from db.execute(
        "SELECT m.entry, e.type, n.name, n.words FROM actor_name AS n JOIN actor AS m ON m.number = n.actor "
        f"JOIN actor AS e ON e.number = m.entry WHERE NOT e.ignored AND ({holds})",
        (*wanted, *exact),
    )


def _offer(db: sqlite3.Connection, entry: int, alike: str) -> Offer | None:
    row = db.execute(
        f"SELECT id, ({ENTRY_NAME}), type, all_articles FROM actor AS e WHERE number = ?", (entry,)
    ).fetchone()
    return Offer(ActorId(row[0]), row[1], ActorType(row[2]), row[3], alike) if row else None
