from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from briefing.library.layout import NotBuilt
from briefing.library.registry import forget, last_library, list_libraries, remember
from briefing.model.actor import ActorType
from briefing.model.errors import WrongUse
from briefing.model.order import Order
from briefing.model.query import And, Everything, Fact, FactField, Node, Not, Or, Period, SearchQuery
from tests.library.conftest import Desk

_IMPORTS = """
import sys
import briefing.library.library
heavy = ("whoosh", "textual", "rich", "dateutil", "charset_normalizer", "filelock", "asyncio", "briefing.extract",
         "briefing.formats", "briefing.search.whoosh", "briefing.library.build", "briefing.notebook", "sqlite3")
print([name for name in heavy if name in sys.modules])
"""


def test_importing_the_facade_is_light() -> None:
    done = subprocess.run([sys.executable, "-c", _IMPORTS], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def _write(desk: Desk) -> None:
    def article(name: str, head: str, body: str) -> None:
        path = desk.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")

    article("a/one.md", "title: Zebra crossing\ndate: 2021-01-23\nsource: Daily Wire", "He met Khalifa in Tripoli.")
    article("a/two.md", "title: Äpfel and pears\ndate: 2021-03-01\nsource: Évening Post", "She met Al-Jufra there.")
    article("b/three.md", "title: Middle of the list", "They saw Haftar and Khalifa.")
    article("b/one.md", "title: Last of all\ndate: 2020-12-31", "Nobody said anything at all.")
    desk.build()


def _titles(desk: Desk, tree: Node, order: Order = Order.TITLE) -> list[str]:
    library = desk.library()
    try:
        pages = list(library.search(SearchQuery("", tree), order, 100))
        assert pages[-1].total == len(pages[-1].hits)
        return [card.title.split()[0] for card in library.cards([hit.number for hit in pages[-1].hits])]
    finally:
        library.close()


def test_orders_and_windows(desk: Desk) -> None:
    _write(desk)
    library = desk.library()

    def titles(order: Order, start: int = 0, count: int = 9) -> list[str]:
        return [card.title.split()[0] for card in library.page(order, start, count)]

    assert titles(Order.NEWEST) == ["Äpfel", "Zebra", "Last", "Middle"]
    assert titles(Order.OLDEST) == ["Last", "Zebra", "Äpfel", "Middle"]
    assert titles(Order.TITLE) == ["Äpfel", "Last", "Middle", "Zebra"]
    assert titles(Order.NEWEST, 1, 2) == ["Zebra", "Last"]
    for order in (Order.NEWEST, Order.OLDEST, Order.TITLE):
        for place, card in enumerate(library.page(order, 0, 9)):
            assert library.position(card.number, order) == place
            assert library.number(card.id) == card.number
    assert library.position(99, Order.NEWEST) is None
    assert library.status().undated == 1
    library.close()


def _who(value: str) -> Fact:
    return Fact(FactField.WHO, value)


@pytest.mark.parametrize(
    ("tree", "titles"),
    [
        (_who("khalifa"), ["Middle", "Zebra"]),
        (_who("khal"), ["Middle", "Zebra"]),
        (_who("al jufra"), ["Äpfel"]),
        (_who("nobody such"), []),
        (_who(""), []),
        (Fact(FactField.PLACE, "khalifa"), []),
        (Fact(FactField.SOURCE, "wire"), ["Zebra"]),
        (Fact(FactField.SOURCE, "evening"), ["Äpfel"]),
        (Fact(FactField.PATH, "a/"), ["Äpfel", "Zebra"]),
        (Fact(FactField.PATH, "one.*"), ["Last", "Zebra"]),
        (Fact(FactField.PATH, "b/*.md"), ["Last", "Middle"]),
        (Fact(FactField.PUB, period=Period(date(2021, 1, 1), date(2021, 1, 31))), ["Zebra"]),
        (Fact(FactField.PUB, period=Period(None, date(2021, 1, 31))), ["Last", "Zebra"]),
        (Fact(FactField.PUB, period=Period(date(2021, 2, 1), None)), ["Äpfel"]),
        (Fact(FactField.IS, "undated"), ["Middle"]),
        (Fact(FactField.IS, "unread"), ["Äpfel", "Last", "Middle", "Zebra"]),
        (Fact(FactField.IS, "read"), []),
        (Not(_who("khalifa")), ["Äpfel", "Last"]),
        (And((_who("khalifa"), Fact(FactField.IS, "undated"))), ["Middle"]),
        (Or((_who("haftar"), Fact(FactField.SOURCE, "wire"))), ["Middle", "Zebra"]),
        (And((Everything(), Not(Fact(FactField.IS, "undated")))), ["Äpfel", "Last", "Zebra"]),
    ],
)
def test_facts_are_answered_by_the_store(desk: Desk, tree: Node, titles: list[str]) -> None:
    _write(desk)
    assert _titles(desk, tree) == titles


def test_a_mark_that_is_not_known_is_wrong_use(desk: Desk) -> None:
    _write(desk)
    with pytest.raises(WrongUse, match="is:green"):
        _titles(desk, Fact(FactField.IS, "green"))


def test_marks_are_facts_and_follow_a_rename(desk: Desk) -> None:
    _write(desk)
    library = desk.library()
    number = library.locate("a/one.md").number
    (card,) = library.cards([number])
    library.notebook.set_starred(card.id, True, card.fingerprint, card.name)
    library.notebook.set_read(card.id, True, card.fingerprint, card.name)
    library.close()
    assert _titles(desk, Fact(FactField.IS, "starred")) == ["Zebra"]
    (desk.folder / "a/one.md").rename(desk.folder / "b/renamed.md")
    (desk.folder / "b/copy.md").write_bytes((desk.folder / "a/two.md").read_bytes())
    desk.build(rebuild=True)
    assert _titles(desk, Fact(FactField.IS, "starred")) == ["Zebra"]
    library = desk.library()
    number = library.locate("renamed.md").number
    (card,) = library.cards([number])
    assert library.notebook.is_read(card.id)
    library.notebook.set_starred(card.id, False)
    assert library.notebook.is_read(card.id)
    assert not library.notebook.is_starred(card.id)
    library.close()
    assert _titles(desk, Fact(FactField.IS, "starred")) == []


def test_citations(desk: Desk) -> None:
    _write(desk)
    (desk.folder / "many.jsonl").write_text(
        '{"id": "x1", "title": "One", "body": "First."}\n{"id": "x:p2", "title": "Two", "body": "Second."}\n', "utf-8"
    )
    (desk.folder / "odd#name:p1.txt").write_text("Odd\n\nA file with an odd name.\n", "utf-8")
    desk.build()
    library = desk.library()

    def name(reference: str) -> tuple[str, int | None]:
        number, paragraph, _ = library.locate(reference)
        return library.cards([number])[0].name, paragraph

    assert name("a/one.md") == ("a/one.md", None)
    assert name("two.md") == ("a/two.md", None)
    assert name("two.md:p7") == ("a/two.md", 7)
    assert name("many.jsonl#x1:p2") == ("many.jsonl#x1", 2)
    assert name("many.jsonl#x:p2") == ("many.jsonl#x:p2", None)
    assert name("odd#name:p1.txt") == ("odd#name:p1.txt", None)
    assert name("odd#name:p1.txt:p1") == ("odd#name:p1.txt", 1)
    assert name(str(desk.folder / "b" / "three.md")) == ("b/three.md", None)
    with pytest.raises(WrongUse, match="more than one") as caught:
        library.locate("one.md")
    assert "a/one.md, b/one.md" in caught.value.what_to_do
    with pytest.raises(WrongUse, match="more than one"):
        library.locate("many.jsonl")
    with pytest.raises(WrongUse, match="no article") as caught:
        library.locate("thre.md")
    assert "b/three.md" in caught.value.what_to_do
    for reference in ("", "#", ":p1", "\0", "%", "_" * 9):
        with pytest.raises(WrongUse):
            library.locate(reference)
    library.close()


def test_actors_across_articles(desk: Desk) -> None:
    _write(desk)
    library = desk.library()
    rows, total = library.actors(None, None, 2, 10)
    assert ([(row.name, row.articles, row.mentions) for row in rows], total) == ([("Khalifa", 2, 2)], 1)
    assert (rows[0].first, rows[0].last) == (date(2021, 1, 23), date(2021, 1, 23))
    everyone, total = library.actors(None, None, 1, 100)
    assert len(everyone) == total
    assert sum(row.mentions for row in everyone) >= total
    assert library.actors(None, frozenset({ActorType.STATE}), 1, 10) == ([], 0)
    some, _ = library.actors(SearchQuery("", Fact(FactField.IS, "undated")), None, 1, 100)
    assert {row.name for row in some} <= {row.name for row in everyone}
    assert all(row.articles == 1 for row in some)
    assert len(library.appearances(everyone[0].id)) == everyone[0].articles
    library.close()


def test_before_anything_is_built(desk: Desk) -> None:
    library = desk.library()
    assert [page.total for page in library.search(SearchQuery("", Everything()), Order.NEWEST, 9)] == [0]
    assert library.actors(None, None, 1, 9) == ([], 0)
    assert not library.refresh()
    with pytest.raises(NotBuilt) as caught:
        library.locate("x")
    assert caught.value.exit_code == 4
    desk.fill(2)
    desk.build()
    assert library.refresh()
    assert not library.refresh()
    assert library.status().articles == 2
    library.close()


def test_the_work_for_a_window_does_not_grow(desk: Desk) -> None:
    """Counted in steps of SQLite's machine: the first page and the counts, at 20 and at 400 articles."""

    def steps() -> int:
        library = desk.library()
        library.status()
        store = library._open_store()
        assert store
        taken = 0

        def count() -> int:
            nonlocal taken
            taken += 1
            return 0

        with store.pool.snapshot() as db:
            db.set_progress_handler(count, 1)
        library.status()
        library.page(Order.NEWEST, 0, 10)
        library.close()
        return taken

    desk.fill(20)
    desk.build()
    few = steps()
    desk.fill(400)
    desk.build()
    assert few > 0
    assert steps() <= few * 1.05


def test_libraries_are_remembered_listed_and_forgotten(desk: Desk) -> None:
    assert last_library(desk.places) is None
    assert list_libraries(desk.places) == []
    desk.fill(2)
    desk.build()
    remember(desk.places, [desk.folder])
    assert last_library(desk.places) == (desk.folder.resolve(),)
    library = desk.library()
    library.notebook.set_read("x")
    library.close()
    (info,) = list_libraries(desk.places)
    assert (info.id, info.name, info.roots, info.gone) == (library.id, "news", library.roots, False)
    assert info.cache_bytes > 10_000
    assert info.notebook_bytes > 0
    desk.folder.rename(desk.folder.with_name("away"))
    assert list_libraries(desk.places)[0].gone
    notes = desk.places.notebook_of(library.id)
    assert desk.cache in forget(desk.places, [desk.folder])
    assert list_libraries(desk.places) == []
    assert last_library(desk.places) is None
    assert notes.exists()
    forget(desk.places, [desk.folder], notes=True)
    assert not notes.parent.exists()
    (desk.places.state / "last.json").write_text("{", "utf-8")
    assert last_library(desk.places) is None
