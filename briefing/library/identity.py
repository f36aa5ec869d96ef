"""The same actor in many articles as one entry: conservative rules over names, kinds and company, each with its why.

Extraction gives an actor a name and a type in each article. An article that says only `Haftar` or `LNA` names somebody
that another introduces in full; a group is an armed group in one and an organisation in the next. An actor that is
counted with another *leads* to it, by one rule; the entry is where the leads end. Every lead is a function of what the
store holds, whatever the order in which it came. Names that were written or taken out wait in the table `touched`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from briefing.library.bearers import OWN, Bearers
from briefing.model.identity import SameAs, encode_why

_CHUNK = 2000
"""Names a transaction: a kill loses no more than their settling, and they wait for the next build."""


def settle(db: sqlite3.Connection) -> Iterator[None]:
    """Brings the entries up to date with the names that were touched; yields where the caller may commit."""
    while words := [word for (word,) in db.execute("SELECT words FROM touched ORDER BY words LIMIT ?", (_CHUNK,))]:
        _settle(db, words)
        db.executemany("DELETE FROM touched WHERE words = ?", [(word,) for word in words])
        yield


def _settle(db: sqlite3.Connection, words: Iterable[str]) -> None:
    """Looks again at all who bear one of these names, and at all who bear another name of those."""
    bearers = Bearers(db)
    again = {actor for word in words for actor in bearers.of(word)}
    names = {word for actor in again for word in bearers.names(actor)}
    for actor in sorted({actor for name in names for actor in bearers.of(name, OWN)}):
        target, why = lead(bearers, actor) or (None, "")
        db.execute("UPDATE actor SET leads = ?, why = ? WHERE number = ?", (target, why, actor))
        again.add(actor)
    _regroup(db, bearers, again)


def _regroup(db: sqlite3.Connection, bearers: Bearers, actors: set[int]) -> None:
    """Entries of these actors and of all that were counted with them; what leads to them was counted with them."""
    before = {bearers.entry(actor) for actor in actors}
    members = actors.union(*(bearers.members(entry) for entry in before))
    after = {actor: _root(bearers, actor) for actor in sorted(members)}
    for actor, root in after.items():
        db.execute("UPDATE actor SET entry = ?1 WHERE number = ?2 AND entry <> ?1", (root, actor))
    for root in before | set(after.values()):
        db.execute(
            "UPDATE actor SET (all_articles, all_mentions) = ("
            "SELECT count(DISTINCT article), ifnull(sum(each.mentions), 0) FROM appearance AS each "
            "JOIN actor AS member ON member.number = each.actor WHERE member.entry = ?1) WHERE number = ?1",
            (root,),
        )


def _root(bearers: Bearers, actor: int) -> int:
    """Where the leads end; of a ring of leads its most frequent actor."""
    way = [actor]
    while (target := bearers.leads(way[-1])) is not None:
        if target in way:
            return max(way[way.index(target) :], key=bearers.weight)
        way.append(target)
    return way[-1]


def lead(bearers: Bearers, actor: int) -> tuple[int, str] | None:
    """With whom an actor is counted, by the number in the store, and why; None where it stands for itself."""
    kind, words = bearers.kind(actor), bearers.own_name(actor)
    if not words.strip():
        return None
    told = bearers.told(actor)
    if told is not None:
        return told, encode_why(SameAs.TOLD)
    found = _by_rule(bearers, actor, words, kind)
    return None if found and bearers.is_apart(words, found[0]) else found


def _by_rule(bearers: Bearers, actor: int, words: str, kind: tuple[str, ...]) -> tuple[int, str] | None:
    first = bearers.foremost(words, kind)
    if first != actor:
        return first, encode_why(SameAs.NAME)
    found = _by_alias(bearers, actor, words, kind)
    return found or (_by_middle(bearers, actor, words, kind) if kind == ("person",) else None)


def _by_alias(bearers: Bearers, actor: int, words: str, kind: tuple[str, ...]) -> tuple[int, str] | None:
    """The only one whom other articles call so, if both are named in the same company."""
    if kind in (("state",), ("place",)):
        return None  # tables know the other names of states; a place called like another is another place
    own = bearers.among(bearers.of(words, OWN), kind)
    so_called = {bearers.foremost(bearers.own_name(each), kind) for each in bearers.called(words, kind) - own}
    if len(so_called) != 1:
        return None
    target = so_called.pop()
    beside = bearers.beside(actor, target)
    return (target, encode_why(SameAs.ALIAS, beside)) if beside else None


def _by_middle(bearers: Bearers, actor: int, words: str, kind: tuple[str, ...]) -> tuple[int, str] | None:
    """A person of three names or more to the one of the first and the last of them, if no other can be meant."""
    parts = words.split()
    short = f" {parts[0]} {parts[-1]} "
    if len(parts) < 3 or not bearers.among(bearers.of(short, OWN), kind):
        return None
    longer = {bearers.foremost(bearers.own_name(each), kind) for each in bearers.shortened(short)}
    target = bearers.foremost(short, kind)
    beside = bearers.beside(actor, target) if longer == {actor} else ""
    return (target, encode_why(SameAs.MIDDLE, beside)) if beside else None
