"""Who is one actor in many articles: by which rules, why, and that nothing depends on the order of things."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from briefing.library import facts, findings, schema
from briefing.library.actors import appearances, list_actors
from briefing.library.identity import settle
from briefing.model.actor import Actor, ActorType, Findings, Mention, actor_id
from briefing.model.hit import ActorRow
from briefing.model.identity import SameAs
from briefing.model.numbers import Numbers
from briefing.model.text import Span

PERSON, ORG, ARMED, STATE, PLACE = (
    ActorType.PERSON,
    ActorType.ORGANISATION,
    ActorType.ARMED_GROUP,
    ActorType.STATE,
    ActorType.PLACE,
)
Named = tuple[str, ActorType, Sequence[str]]

HAFTAR: Named = ("Khalifa Haftar", PERSON, ["Haftar"])
LNA: Named = ("Libyan National Army", ORG, ["LNA"])
LIBYA: Named = ("Libya", STATE, ["Libyan"])


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(schema.create(tmp_path / "store.db")) as made:
        yield made


def put(db: sqlite3.Connection, number: int, *actors: Named) -> None:
    made = [
        Actor(actor_id(name, kind), name, kind, tuple(others), mentions=(Mention(Span(0, 1), name),))
        for name, kind, others in actors
    ]
    db.execute("BEGIN")
    findings.put(db, number, Findings(tuple(made)), 1)
    db.execute("COMMIT")


def rows(db: sqlite3.Connection) -> dict[str, ActorRow]:
    db.execute("BEGIN")
    for _ in settle(db):
        pass
    db.execute("COMMIT")
    listed, total = list_actors(db, None, None, 1, 10_000)
    assert total == len(listed)
    return {row.name: row for row in listed}


def test_a_surname_is_counted_with_its_only_bearer_in_the_same_company(db: sqlite3.Connection) -> None:
    put(db, 1, HAFTAR, LIBYA)
    put(db, 2, ("Haftar", PERSON, []), LIBYA)
    found = rows(db)
    assert set(found) == {"Khalifa Haftar", "Libya"}
    row = found["Khalifa Haftar"]
    assert (row.articles, row.mentions, row.aliases) == (2, 2, ("Haftar",))
    (counted,) = row.counted
    assert (counted.name, counted.rule, counted.beside) == ("Haftar", SameAs.ALIAS, "Libya")
    assert "Libya" in counted.told(row.name)
    assert set(appearances(db, row.id)) == {1, 2}
    assert set(facts.named(db, "khalifa haftar", "")) == {1, 2}
    assert {row.name for row in list_actors(db, Numbers([2]), None, 1, 10)[0]} == {"Khalifa Haftar", "Libya"}


def test_two_bearers_keep_a_surname_apart(db: sqlite3.Connection) -> None:
    put(db, 1, HAFTAR, LIBYA)
    put(db, 2, ("Saddam Haftar", PERSON, ["Haftar"]), LIBYA)
    put(db, 3, ("Haftar", PERSON, []), LIBYA)
    assert {"Khalifa Haftar", "Saddam Haftar", "Haftar"} <= set(rows(db))


def test_another_company_keeps_a_name_apart(db: sqlite3.Connection) -> None:
    put(db, 1, LNA, LIBYA)
    put(db, 2, ("LNA", ORG, []), ("Peru", STATE, []))
    assert {"LNA", "Libyan National Army"} <= set(rows(db))


def test_a_group_of_two_kinds_is_one_and_its_acronym_follows(db: sqlite3.Connection) -> None:
    put(db, 1, LNA, LIBYA)
    put(db, 2, ("Libyan National Army", ARMED, []), LIBYA)
    put(db, 3, LNA, HAFTAR)
    put(db, 4, ("LNA", ARMED, []), HAFTAR)
    found = rows(db)
    assert set(found) == {"Libyan National Army", "Khalifa Haftar", "Libya"}
    row = found["Libyan National Army"]
    assert (row.type, row.articles) == (ORG, 4)
    assert {(each.name, each.type, each.rule) for each in row.counted} == {
        ("Libyan National Army", ARMED, SameAs.NAME),
        ("LNA", ARMED, SameAs.ALIAS),
    }


def test_a_person_and_a_place_of_one_name_stay_two(db: sqlite3.Connection) -> None:
    put(db, 1, ("Benghazi", PLACE, []), LIBYA)
    put(db, 2, ("Omar Benghazi", PERSON, ["Benghazi"]), LIBYA)
    put(db, 3, ("Benghazi", PERSON, []), LIBYA)
    assert {(row.name, row.articles) for row in rows(db).values()} == {
        ("Benghazi", 1),
        ("Omar Benghazi", 2),
        ("Libya", 3),
    }


def test_a_middle_name(db: sqlite3.Connection) -> None:
    put(db, 1, HAFTAR, LIBYA)
    put(db, 2, ("Khalifa Belqasim Haftar", PERSON, []), LIBYA)
    assert rows(db)["Khalifa Haftar"].articles == 2
    put(db, 3, ("Khalifa Omar Haftar", PERSON, []), LIBYA)
    assert rows(db)["Khalifa Haftar"].articles == 1


def test_a_second_bearer_takes_a_merge_back_and_leaving_restores_it(db: sqlite3.Connection) -> None:
    put(db, 1, HAFTAR, LIBYA)
    put(db, 2, ("Haftar", PERSON, []), LIBYA)
    assert rows(db)["Khalifa Haftar"].articles == 2
    put(db, 3, ("Saddam Haftar", PERSON, ["Haftar"]), LIBYA)
    assert rows(db)["Khalifa Haftar"].articles == 1
    db.execute("BEGIN")
    findings.drop(db, 3)
    db.execute("COMMIT")
    assert rows(db)["Khalifa Haftar"].articles == 2
    db.execute("BEGIN")
    findings.drop(db, 1)
    db.execute("COMMIT")
    assert rows(db)["Haftar"].articles == 1


def test_names_that_lead_in_a_ring_end_at_the_most_frequent(db: sqlite3.Connection) -> None:
    put(db, 1, ("Alpha", ORG, ["Beta"]), LIBYA)
    put(db, 2, ("Beta", ORG, ["Alpha"]), LIBYA)
    put(db, 3, ("Beta", ORG, ["Alpha"]), LIBYA)
    found = rows(db)
    assert found["Beta"].articles == 3
    assert "Alpha" not in found


def test_a_name_without_a_letter_is_nobody_elses(db: sqlite3.Connection) -> None:
    put(db, 1, ("…", ORG, []), LIBYA)
    put(db, 2, ("—", ORG, []), LIBYA)
    assert len(rows(db)) == 3


_CAST: tuple[Named, ...] = (
    HAFTAR,
    ("Haftar", PERSON, []),
    ("Saddam Haftar", PERSON, ["Haftar"]),
    ("Khalifa Belqasim Haftar", PERSON, ["Haftar"]),
    LNA,
    ("LNA", ARMED, []),
    ("Libyan National Army", ARMED, []),
    ("National Army", ORG, ["LNA"]),
    LIBYA,
    ("Libya", PLACE, []),
    ("Alpha", ORG, ["Beta"]),
    ("Beta", ORG, ["Alpha"]),
    ("UN", ORG, []),
    ("United Nations", ORG, ["UN"]),
)


@pytest.mark.parametrize("seed", range(25))
def test_the_entries_do_not_depend_on_the_way_there(seed: int, tmp_path: Path) -> None:
    """Articles put, changed and dropped in any order, settled now and then: as if written once."""
    with (
        closing(schema.create(tmp_path / "walked.db")) as walked,
        closing(schema.create(tmp_path / "once.db")) as at_once,
    ):
        there = _walk(walked, random.Random(seed))
        for number in sorted(there):
            put(at_once, number, *there[number])
        assert _told(rows(walked).values()) == _told(rows(at_once).values())


def _walk(db: sqlite3.Connection, chance: random.Random) -> dict[int, list[Named]]:
    there: dict[int, list[Named]] = {}
    for _ in range(40):
        number = chance.randint(1, 12)
        if number in there and chance.random() < 0.3:
            del there[number]
            db.execute("BEGIN")
            findings.drop(db, number)
            db.execute("COMMIT")
        else:
            there[number] = chance.sample(_CAST, chance.randint(1, 4))
            put(db, number, *there[number])
        if chance.random() < 0.3:
            rows(db)
    return there


def _told(listed: Iterable[ActorRow]) -> list[ActorRow]:
    return sorted(listed, key=lambda row: row.id)
