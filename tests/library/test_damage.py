"""A store or an index that is truncated, flipped, foreign, old or new: a clear line, and a working library after it."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefing.library import layout, schema, tables
from briefing.model.errors import BriefingError, Damaged, NewerVersion
from briefing.model.order import Order
from tests.library.conftest import Desk
from tests.library.state import content

COUNT = 60


@pytest.fixture
def built(desk: Desk) -> Desk:
    desk.fill(COUNT)
    desk.build()
    return desk


def _read_all(desk: Desk) -> int:
    """As a program that opens everything; gives how many articles it could open."""
    library = desk.library()
    try:
        library.status()
        cards = library.page(Order.NEWEST, 0, COUNT)
        opened = [library.open(card.number) for card in cards]
        library.actors(None, None, 1, 100)
        library.problems()
        return len(opened)
    finally:
        library.close()


@pytest.mark.parametrize("left", [0, 1, 100, 4096, 20_000])
def test_a_truncated_store_is_damage_and_is_rebuilt(built: Desk, left: int) -> None:
    before = content(built.store)
    os.truncate(built.store, left)
    with pytest.raises(Damaged, match=r"damaged|not one of ours"):
        _read_all(built)
    assert built.build().read == COUNT
    assert content(built.store) == before
    assert _read_all(built) == COUNT


def test_flipped_bits_in_the_store_never_show_a_wrong_text(built: Desk) -> None:
    """Twenty flips: each read is right or says Damaged; the next build leaves a whole library in any case."""
    before, good = content(built.store), built.store.read_bytes()
    chance = random.Random(5)
    for _ in range(20):
        bad = bytearray(good)
        for _ in range(3):
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        built.store.write_bytes(bad)
        with suppress(BriefingError):
            assert _read_all(built) <= COUNT
        built.build()
        assert [row[10] for row in content(built.store)["articles"]] == [row[10] for row in before["articles"]]
        good = built.store.read_bytes()


def test_a_table_whose_name_is_no_text(built: Desk) -> None:
    """SQLite's own message then holds bytes that are no UTF-8."""
    built.store.write_bytes(
        built.store.read_bytes().replace(b"CREATE TABLE actor_name(", b"CREATE TABLE \xc5ctor_name(")
    )
    with pytest.raises(Damaged):
        _read_all(built)
    assert built.build().read == COUNT
    assert _read_all(built) == COUNT


@pytest.mark.parametrize("folder", ["../elsewhere", "/tmp", "", None, 7])
def test_an_index_folder_of_another_name_is_not_opened(built: Desk, folder: object) -> None:
    db = sqlite3.connect(built.store)
    db.execute("UPDATE meta SET value = ? WHERE key = 'index_folder'", (folder,))
    db.commit()
    db.close()
    with pytest.raises(Damaged):
        _read_all(built)
    assert built.build().read == COUNT
    assert _read_all(built) == COUNT


def test_a_reader_that_meets_damage_has_the_next_build_start_anew(built: Desk) -> None:
    db = sqlite3.connect(built.store)
    db.execute("UPDATE bodies SET value = value || '!' WHERE number = 3")
    db.commit()
    db.close()
    library = built.library()
    with pytest.raises(Damaged):
        library.open(3)
    library.close()
    assert layout.is_suspect(built.store.parent)
    assert built.build().read == COUNT
    assert _read_all(built) == COUNT


def test_a_foreign_file_in_its_place_is_replaced(built: Desk) -> None:
    store = built.store
    store.unlink()
    db = sqlite3.connect(store)
    db.execute("CREATE TABLE recipes(name)")
    db.commit()
    db.close()
    assert not built.library().exists()
    built.build()
    assert _read_all(built) == COUNT


def test_a_missing_store_is_made_anew(built: Desk) -> None:
    built.store.unlink()
    assert not built.library().exists()
    built.build()
    assert _read_all(built) == COUNT


def test_a_pointer_that_leads_nowhere_or_outside_is_not_followed(built: Desk) -> None:
    for name in ("", "../x", "whoosh-9", ".", "\0"):
        (built.cache / layout.CURRENT).write_text(name, "utf-8")
        assert not built.library().exists()
    built.build()
    assert _read_all(built) == COUNT


def test_a_newer_store_is_left_alone_until_a_rebuild(built: Desk) -> None:
    db = sqlite3.connect(built.store)
    db.execute(f"PRAGMA user_version={tables.SCHEMA + 1}")
    db.close()
    with pytest.raises(NewerVersion):
        built.build()
    with pytest.raises(NewerVersion):
        built.library().status()
    built.build(rebuild=True)
    assert _read_all(built) == COUNT


def test_an_older_store_is_migrated_and_keeps_its_numbers(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "SCHEMA", tables.SCHEMA + 1)
    monkeypatch.setitem(tables.MIGRATIONS, tables.SCHEMA - 1, "CREATE TABLE later(x);")
    folder = built.store.parent
    moved = folder.with_name(f"whoosh-{tables.SCHEMA}")
    db = schema.open_for_writing(built.store)
    assert db.execute("PRAGMA user_version").fetchone() == (tables.SCHEMA,)
    assert db.execute("SELECT count(*) FROM later").fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM articles").fetchone() == (COUNT,)
    db.close()
    assert not moved.exists()


def test_a_store_of_an_older_kind_is_named_as_that_and_built_anew(built: Desk) -> None:
    with closing(sqlite3.connect(built.store)) as db:
        db.execute(f"PRAGMA user_version={tables.SCHEMA - 1}")
    with pytest.raises(Damaged, match="of an old kind"):
        built.library().page(Order.NEWEST, 0, 5)
    built.build()
    assert len(built.library().page(Order.NEWEST, 0, COUNT)) == COUNT


def test_a_migration_that_fails_leaves_the_old_store(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "SCHEMA", tables.SCHEMA + 1)
    monkeypatch.setitem(tables.MIGRATIONS, tables.SCHEMA - 1, "CREATE TABLE later(x); CREATE TABLE later(x);")
    with pytest.raises(BriefingError):
        schema.open_for_writing(built.store)
    db = sqlite3.connect(built.store)
    assert db.execute("PRAGMA user_version").fetchone() == (tables.SCHEMA - 1,)
    assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'later'").fetchall()
    db.close()


def _index(desk: Desk) -> Path:
    return next(desk.store.parent.glob("index*/index.json"))


@pytest.mark.parametrize("what", ["truncated", "gone", "behind", "fewer"])
def test_an_index_out_of_step_is_made_anew_and_nothing_is_read(built: Desk, what: str) -> None:
    before = content(built.store)
    index = _index(built)
    whole = index.read_text("utf-8")
    if what == "truncated":
        index.write_text(whole[:100], "utf-8")
    elif what == "gone":
        index.unlink()
    elif what == "behind":
        index.write_text(whole.replace('"generation": ', '"generation": 1'), "utf-8")
    else:
        index.write_text(whole.replace('"7": ', '"8": '), "utf-8")
    built.build()
    assert built.files_read == []
    assert content(built.store) == before


def test_an_index_one_batch_ahead_is_kept(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a kill between the index's commit and the store's."""
    built.write("0003.txt", "Quite another story.")
    from briefing.library import indexing

    real = indexing._mark

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "_mark", die)
        with pytest.raises(KeyboardInterrupt):
            built.build()
    assert real is indexing._mark
    folder = _index(built).parent
    built.build()
    assert _index(built).parent == folder
    whole = content(built.store)
    built.build(rebuild=True)
    assert content(built.store) == whole
