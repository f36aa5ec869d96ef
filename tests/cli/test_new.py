"""`briefing new` and `briefing saved`: what came since, per saved search, and marking it as seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.library.corpus import Corpus
from briefing.notebook.decisions import save
from briefing.notebook.journal import Notebook
from briefing.settings.places import find_places
from tests.cli.conftest import Briefing


@pytest.fixture
def news(tmp_path: Path, home: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    write(folder, "a")
    notebook = Notebook(find_places(home).notebook_of(Corpus.of([folder]).id))
    notebook.decide(save("port", "harbour", 2))
    notebook.close()
    return folder


def write(folder: Path, name: str) -> None:
    (folder / f"{name}.txt").write_text(
        f"Title {name}\n\nPublished: 2021-03-04\n\nThe harbour of Ilse Brandt {name}.\n"
    )


def test_what_came_since_the_last_visit(briefing: Briefing, news: Path) -> None:
    asked = ("new", "--in", str(news))
    first = briefing(*asked, "--json", "--mark-seen")
    assert first.code == 0
    assert (first.document["articles"], first.document["since"]) == (1, None)
    assert briefing(*asked).code == 1
    write(news, "b")
    found = briefing(*asked, "--json").document
    assert [each["cite"] for each in found["results"]] == ["b.txt"]
    assert [(each["name"], each["total"], each["new"]) for each in found["saved"]] == [("port", 2, 1)]
    text = briefing(*asked).out
    assert text.startswith("new: 1 article, ")
    assert "+1 new" in text
    assert briefing(*asked, "--query", "port", "--json", "--mark-seen").document["articles"] == 1
    assert briefing(*asked, "--query", "2").code == 1
    assert briefing(*asked, "--json").document["articles"] == 1  # the library itself was not marked


def test_since_a_day(briefing: Briefing, news: Path) -> None:
    assert briefing("new", "--since", "2001-01-01", "--json", "--in", str(news)).document["articles"] == 1
    assert briefing("new", "--since", "9000", "--in", str(news)).code == 1
    assert briefing("new", "--since", "soon", "--in", str(news)).code == 2
    assert briefing("new", "--query", "nothing", "--in", str(news)).code == 2


def test_saved_searches_are_listed(briefing: Briefing, news: Path, tmp_path: Path) -> None:
    ran = briefing("saved", "--in", str(news))
    assert ran.out.split() == ["2", "port", "1", "harbour"] or ran.out.split() == [
        "2",
        "port",
        "1",
        "+1",
        "new",
        "harbour",
    ]
    (row,) = json.loads(briefing("saved", "--json", "--in", str(news)).out)["saved"]
    assert (row["key"], row["name"], row["query"], row["total"]) == (2, "port", "harbour", 1)
    empty = tmp_path / "empty"
    empty.mkdir()
    write(empty, "x")
    assert briefing("saved", "--in", str(empty)).code == 1


def test_new_actors_that_are_not_told_are_counted(briefing: Briefing, news: Path) -> None:
    people = [f"{first} {last}" for first in ("Anna", "Boris", "Clara", "David", "Emma")
              for last in ("Ward", "Hale", "Stone", "Reyl", "Okell")]  # fmt: skip
    (news / "many.txt").write_text("A crowd\n\n" + "\n\n".join(f"“We stay,” {each} said on Monday." for each in people))
    asked = ("new", "--in", str(news))
    found = briefing(*asked, "--json").document
    more = found["actors"] - len(found["new_actors"])
    assert more > 0
    assert f" and {more} more\n" in briefing(*asked).out
