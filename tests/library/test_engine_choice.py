"""A library changes its search engine without a moment in which it finds nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import advice, layout
from briefing.library.advice import better_engine
from briefing.library.events import Event, Failed, Finished
from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.library.store import Store
from briefing.model.errors import WrongUse
from briefing.model.order import Order
from briefing.model.progress import Progress, Stage
from briefing.search import registry
from briefing.search.engine import Batch
from briefing.settings.schema import Settings
from tests.library.conftest import Desk
from tests.library.state import content
from tests.search.harm import put

pytest.importorskip("tantivy")
from briefing.search.tantivy.engine import TantivyEngine

COUNT = 60
TANTIVY = Settings(engine="tantivy")


@pytest.fixture
def built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """With an index of Whoosh, and commits of ten articles for tantivy."""
    monkeypatch.setattr(TantivyEngine, "batch", 10)
    desk.parts = replace(desk.parts, engine=Parts().engine)
    desk.fill(COUNT)
    desk.build()
    return desk


def meta(desk: Desk) -> dict[str, int | str]:
    folder = layout.current(desk.cache)
    assert folder is not None
    store = Store(folder / layout.STORE)
    try:
        return store.meta()
    finally:
        store.close()


def found(library: Library, query: str, order: Order = Order.NEWEST) -> list[int]:
    page = list(library.search(library.parse(query), order, 1000))[-1]
    assert page.total == len(page.hits)
    return [hit.number for hit in page.hits]


QUERIES = ("haftar", "st*", '"story number"', "story -haftar", "number~1", "tripoli OR nowhere", "-story", "")


def answers(desk: Desk) -> list[list[int]]:
    library = desk.library()
    try:
        orders = (Order.NEWEST, Order.OLDEST, Order.TITLE)
        ranked = [found(library, query, order) for query in QUERIES for order in orders]
        return ranked + [sorted(found(library, query, Order.RELEVANCE)) for query in QUERIES]
    finally:
        library.close()


def test_the_index_is_made_anew_and_nothing_else(built: Desk) -> None:
    for number in (3, 30):
        built.write(f"{number:04}.txt", "Tripoli was told of it.", title="Tripoli")
    built.build()
    before, expected = content(built.store), answers(built)
    assert built.library().engine() == "whoosh"
    built.settings = TANTIVY
    built.build()
    assert built.files_read == built.texts_found == []
    assert content(built.store) == before
    assert meta(built)["index_engine"] == "tantivy"
    assert built.library().engine() == "tantivy"
    assert len(list(built.store.parent.glob("index*"))) == 1
    assert answers(built) == expected


def test_it_stays_with_what_it_has_until_told_otherwise(built: Desk) -> None:
    built.settings = TANTIVY
    built.build()
    built.settings = Settings()
    for rebuild in (False, True):
        built.write(f"new-{rebuild}.txt", "Quite another story of a ceasefire.")
        built.build(rebuild=rebuild)
        assert built.library().engine() == "tantivy"
        assert len(found(built.library(), "ceasefire")) == 1 + rebuild
        assert len(list(built.cache.glob("*-*/store.db"))) == 1
    built.settings = Settings(engine="whoosh")
    built.build()
    assert built.library().engine() == "whoosh"
    assert len(found(built.library(), "ceasefire")) == 2


def test_the_old_index_answers_meanwhile(built: Desk) -> None:
    library = built.library()
    seen: list[int] = []
    emit = built.events.append

    def watch(event: Event) -> None:
        emit(event)
        if isinstance(event, Progress) and event.stage is Stage.INDEX:
            library.refresh()
            seen.append(len(found(library, "haftar")))

    built.settings = TANTIVY
    built.events = type("Watched", (list,), {"append": lambda self, event: watch(event), "clear": lambda self: None})()
    built.build()
    assert seen
    assert set(seen) == {COUNT}
    library.refresh()
    assert len(found(library, "haftar")) == COUNT
    library.close()


def _die_after(monkeypatch: pytest.MonkeyPatch, commits: int) -> None:
    real = TantivyEngine.write
    left = iter(range(commits))

    def write(engine: TantivyEngine, batch: Batch) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        real(engine, batch)

    monkeypatch.setattr(TantivyEngine, "write", write)


@pytest.mark.parametrize("commits", [0, 1, 5])
def test_a_change_that_is_ended_leaves_the_old_index(
    built: Desk, monkeypatch: pytest.MonkeyPatch, commits: int
) -> None:
    expected = answers(built)
    built.settings = TANTIVY
    with monkeypatch.context() as patch:
        _die_after(patch, commits)
        with pytest.raises(KeyboardInterrupt):
            built.build()
    assert built.library().engine() == "whoosh"
    assert answers(built) == expected
    built.build()
    assert built.library().engine() == "tantivy"
    assert answers(built) == expected


def test_a_change_that_is_stopped_leaves_the_old_index(built: Desk) -> None:
    built.settings = TANTIVY
    turns = iter(range(6))
    finished = built.build(stop=lambda: next(turns, None) is None)
    assert finished.stopped
    assert built.library().engine() == "whoosh"
    assert len(found(built.library(), "haftar")) == COUNT
    assert len(list(built.store.parent.glob("index*"))) == 1


def _segments(desk: Desk) -> Iterator[Path]:
    return desk.store.parent.glob("index*/state-*/*.idx")


@pytest.mark.parametrize("what", ["flipped", "truncated", "gone", "manifest"])
def test_a_damaged_index_is_made_anew_and_nothing_is_read(built: Desk, what: str) -> None:
    built.settings = TANTIVY
    built.build()
    expected = answers(built)
    path = next(_segments(built))
    if what == "manifest":
        path = path.parent.parent / "manifest.json"
    good = bytearray(path.read_bytes())
    good[random.Random(what).randrange(len(good))] ^= 4
    put(path, good[: len(good) // 2] if what == "truncated" else good)
    if what == "gone":
        path.unlink()
    built.build()
    assert built.files_read == []
    assert built.library().engine() == "tantivy"
    assert answers(built) == expected


def test_a_package_that_is_missing_is_named_before_anything_is_done(
    built: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry.EXTRAS, "tantivy", "a_package_that_nobody_has")
    built.settings = TANTIVY
    with pytest.raises(WrongUse, match="not installed"):
        built.build()
    assert isinstance(built.events[-1], Failed)
    assert "pip install 'briefing[" in built.events[-1].what_to_do
    assert len(found(built.library(), "haftar")) == COUNT


def test_a_new_library_of_tantivy(desk: Desk) -> None:
    desk.parts = replace(desk.parts, engine=Parts().engine)
    desk.settings = TANTIVY
    desk.fill(10)
    assert isinstance(desk.build(), Finished)
    assert desk.library().engine() == "tantivy"
    assert len(found(desk.library(), "haftar")) == 10


def test_a_large_library_is_told_what_it_would_gain(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert built.library().advice() == ""
    monkeypatch.setattr(advice, "OUTGROWN", COUNT - 1)
    assert built.library().advice() == "With 60 articles tantivy answers faster: briefing index --engine tantivy"
    assert better_engine(COUNT, "tantivy") == better_engine(COUNT - 1, "whoosh") == ""
    monkeypatch.setitem(registry.EXTRAS, "tantivy", "a_package_that_nobody_has")
    assert "pip install 'briefing[a_package_that_nobody_has]', then" in built.library().advice()
