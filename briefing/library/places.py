"""Where in an article actors are named, as rows of the store: by sentence and paragraph, and by what somebody did."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from briefing.library.record import paragraphs_of
from briefing.model.actor import ActorId, Findings

_MOST = 64
"""Names that are looked at in one clause: an endless list is no company."""


def put_places(db: sqlite3.Connection, number: int, findings: Findings, actors: Mapping[ActorId, int]) -> None:
    """Writes where an article names whom; `actors` gives the store's number of each actor id."""
    row = db.execute("SELECT paragraphs FROM bodies WHERE number = ?", (number,)).fetchone()
    if row is None:
        return
    mentions = sorted(
        (mention.span.start, actors[actor.id])
        for actor in findings.actors
        if actor.id in actors
        for mention in actor.mentions
    )
    paragraphs = [paragraph.span.start for paragraph in paragraphs_of(row[0])]
    sentences = [sentence.start for sentence in findings.sentences] or paragraphs
    places = {(_at(sentences, start), actor): _at(paragraphs, start) + 1 for start, actor in reversed(mentions)}
    db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", [(number, *key, places[key]) for key in sorted(places)])
    clauses = sorted(set(_clauses(findings, mentions, actors)))
    db.executemany("INSERT INTO clause VALUES (?, ?, ?)", [(number, at, actor) for at, actor in clauses])


def drop_places(db: sqlite3.Connection, number: int) -> None:
    """Takes out where an article names whom."""
    db.execute("DELETE FROM place WHERE article = ?", (number,))
    db.execute("DELETE FROM clause WHERE article = ?", (number,))


def _at(starts: list[int], offset: int) -> int:
    """The number of the piece that holds an offset, or of the last one before it."""
    return max(bisect_right(starts, offset) - 1, 0)


def _clauses(
    findings: Findings, mentions: list[tuple[int, int]], actors: Mapping[ActorId, int]
) -> Iterator[tuple[int, int]]:
    """Who did something that is dated and who is named in what was done, with the place where the words begin."""
    named: dict[tuple[int, int], set[int]] = {}
    for actor in findings.actors:
        for did in {tie.did for tie in actor.dates if tie.did is not None}:
            if actor.id not in actors:
                continue
            words = (did.start, did.end)
            if words not in named:
                first = bisect_left(mentions, (did.start, 0))
                within = mentions[first : first + _MOST]
                named[words] = {number for start, number in within if start < did.end}
            yield did.start, actors[actor.id]
            yield from ((did.start, number) for number in named[words])
