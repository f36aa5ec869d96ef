"""When articles came in: kept over changes, renames and rebuilds; what came after a visit; saved searches counted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.library.build import build
from briefing.library.library import Library
from briefing.library.news import count, mark
from briefing.model.arrival import day_starts, moment_of, stamp
from briefing.notebook.decisions import save, visit
from briefing.settings.places import find_places
from briefing.settings.schema import Settings


class House:
    """A folder, its places, and one library at a time."""

    def __init__(self, base: Path) -> None:
        self.folder, self.places = base / "news", find_places(base / "places")
        self.folder.mkdir()
        self._open: list[Library] = []

    def write(self, *names: str, about: str = "harbour") -> None:
        for name in names:
            text = f"Title of {name}\n\nPublished: 2021-03-04\n\nWords on the {about} and {name}, Ilse Brandt said.\n"
            (self.folder / f"{name}.txt").write_text(text)

    def build(self, rebuild: bool = False) -> Library:
        self.close()
        build([self.folder], self.places, Settings(), lambda _: None, lambda: False, rebuild=rebuild)
        self._open.append(Library([self.folder], self.places, Settings()))
        return self._open[-1]

    def close(self) -> None:
        while self._open:
            self._open.pop().close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


def found(library: Library, query: str) -> set[str]:
    return {card.name for card in library.cards(list(library.matching(library.parse(query))))}


def look(library: Library, name: str = "") -> None:
    library.notebook.decide(visit(name, mark(library)))


def test_what_comes_after_a_visit_is_new_until_the_next(house: House) -> None:
    house.write("a", "b")
    library = house.build()
    assert found(library, "added:last") == {"a.txt", "b.txt"}  # nobody looked before
    look(library)
    assert found(library, "added:last") == set()
    house.write("c")
    library = house.build()
    assert found(library, "added:last") == {"c.txt"}
    assert found(library, "-added:last harbour") == {"a.txt", "b.txt"}
    look(library)
    assert found(house.build(), "added:last") == set()


def test_changes_renames_and_rebuilds_are_no_news(house: House) -> None:
    house.write("a", "b", "c")
    look(house.build())
    house.write("a", about="envoy")
    (house.folder / "b.txt").rename(house.folder / "renamed.txt")
    assert found(house.build(), "added:last") == set()
    assert found(house.build(rebuild=True), "added:last") == set()
    house.write("d")
    assert found(house.build(rebuild=True), "added:last") == {"d.txt"}


def test_without_the_cache_nothing_is_taken_for_new_that_may_not_be(house: House) -> None:
    house.write("a", "b")
    look(house.build())
    house.close()
    shutil.rmtree(house.places.cache)
    assert found(house.build(), "added:last") == set()
    house.write("c")
    assert found(house.build(), "added:last") == {"c.txt"}


def test_days_of_arrival(house: House) -> None:
    house.write("a")
    library = house.build()
    came = date.fromtimestamp(library.newest() / 1000)
    assert found(library, f"added:{came}") == {"a.txt"}
    assert found(library, f"added:{came.year}..") == {"a.txt"}
    assert found(library, "added:..2001") == set()


def test_news_counts_articles_claims_and_actors(house: House) -> None:
    house.write("a")
    library = house.build()
    look(library)
    (house.folder / "n.txt").write_text(
        "Envoys meet\n\nPublished: 2021-03-05\n\nGeneral Khalifa Haftar met Ilse Brandt on 1 March 2021.\n"
    )
    library = house.build()
    since = moment_of(mark(library))
    visited = library.notebook.searches.last_visit()
    assert visited
    assert since
    found = library.news(moment_of(visited.mark) or 0)
    assert len(found.articles) == 1
    assert found.claims >= 1
    names = [name for name, _ in found.actors]
    assert "Khalifa Haftar" in names
    assert "Ilse Brandt" not in names
    assert library.news(since).actors_total == 0


def test_a_saved_search_counts_its_own_news(house: House) -> None:
    house.write("a")
    library = house.build()
    library.notebook.decide(save("port", "harbour", 1))
    library.notebook.decide(save("broken", "on:never"))
    port, broken = (library.notebook.searches.named(name) for name in ("port", "broken"))
    assert port
    assert broken
    assert count(library, port)[1:] == (1, 0, "")
    house.write("b")
    house.write("c", about="river")
    library = house.build()
    assert count(library, port)[1:] == (2, 1, "")
    look(library, "port")
    assert count(library, port)[1:] == (2, 0, "")
    assert count(library, broken).wrong


def test_stamps() -> None:
    assert stamp(1_700_000_000_123) == "2023-11-14T22:13:20.123Z"
    assert moment_of(stamp(1_700_000_000_123)) == 1_700_000_000_123
    assert moment_of("yesterday") is None
    assert day_starts(date(2021, 1, 2)) - day_starts(date(2021, 1, 1)) == 86_400_000
