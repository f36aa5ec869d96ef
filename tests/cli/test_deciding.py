"""Tags, stars, notes, dates and corrected actors from the command line: the same as by a key, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Briefing

FIRST = """Envoys meet

Published: 2021-03-04

General Khalifa Haftar met the UN envoy in Tripoli on Tuesday.

A UN report said up to 1,200 Wagner fighters had backed Haftar in 2020. Officials of Wagner denied that on Monday.
"""
SECOND = """The general leaves

Published: 2021-10-09

General Khalifa Haftar left Tripoli on 8 October 2021, the UN said. Moscow said nothing, and Russia did not either.
"""
THIRD = "Talks\n\nGeneral Khalifa Haftar met the UN envoy on Monday. Russia was told.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        (folder / name).write_text(text)
    return folder


def docs(briefing: Briefing, desk: Path, query: str) -> list[str]:
    ran = briefing("search", query, "--json", "--in", str(desk))
    return sorted(each["doc"] for each in ran.document["results"])


def test_tags_on_a_file_on_a_query_off_and_back(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    ran = briefing("tag", "War oil", "a.txt", *there)
    assert (ran.code, ran.out) == (0, "   a.txt  #oil #war\n")
    assert "tagged a.txt as war and 1 decision more: “briefing undo” takes it back" in ran.err
    assert briefing("tag", "war", "a.txt", *there).code == 1
    found = briefing("tag", 'war "grain deal" -oil', "who:haftar", "--json", *there).document
    assert found["decisions"] == 6  # it has the one tag, and never had the other
    assert {each["doc"]: each["tags"] for each in found["articles"]} == {
        name: ["grain deal", "war"] for name in ("a.txt", "b.txt", "c.txt")
    }
    assert docs(briefing, desk, "tag:war") == ["a.txt", "b.txt", "c.txt"]
    assert briefing("tag", *there).out == "      3  grain deal\n      3  war\n"
    assert briefing("undo", *there).code == 0
    assert docs(briefing, desk, "tag:war") == ["a.txt"]
    assert docs(briefing, desk, "tag:oil") == ["a.txt"]
    assert briefing("redo", *there).code == 0
    assert docs(briefing, desk, 'tag:"GRAIN deal" -tag:oil') == ["a.txt", "b.txt", "c.txt"]
    assert briefing("tag", "war", "a.txt", "b.txt", "--undo", *there).code == 0
    assert docs(briefing, desk, "tag:war") == ["c.txt"]


def test_tags_are_printed_with_what_is_found_and_shown(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    briefing("tag", '"grain deal" war', "a.txt", *there)
    found = briefing("search", "haftar", "--json", *there).document["results"]
    assert {each["doc"]: each["tags"] for each in found} == {"a.txt": ["grain deal", "war"], "b.txt": [], "c.txt": []}
    first, _ = briefing("search", "title:envoys", *there).out.splitlines()
    assert first == "2021-03-04  Envoys meet  #grain-deal #war"
    for more in ([], ["--who"]):
        assert briefing("show", "a.txt", "--json", *more, *there).document["tags"] == ["grain deal", "war"]
    assert briefing("show", "b.txt", "--json", *there).document["tags"] == []
    assert briefing("show", "a.txt", *there).out.splitlines()[2] == "#grain-deal #war"


def test_what_is_meant_by_the_words(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    assert "Which articles?" in briefing("tag", "war", *there).err
    near = briefing("tag", "war", "d.txt", *there)
    assert (near.code, "There is no article d.txt" in near.err) == (2, True)
    assert briefing("star", "zzzz", *there).code == 1
    assert briefing("star", "in:all", *there).code == 2
    assert briefing("tag", "-", "a.txt", *there).code == 2
    assert briefing("star", "a.txt", "nobody.txt", *there).code == 2
    assert briefing("tag", "war", "--in", str(desk), "--", "-title:talks").code == 0
    assert docs(briefing, desk, "tag:war") == ["a.txt", "b.txt"]


def test_stars(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    assert briefing("star", "b.txt", *there).out == "*  b.txt\n"
    plain = briefing("star", "who:haftar", "--plain", *there)
    assert [line.split("\t")[2] for line in plain.out.splitlines()] == ["True"] * 3
    assert docs(briefing, desk, "is:starred") == ["a.txt", "b.txt", "c.txt"]
    briefing("star", "title:talks", "--undo", *there)
    assert docs(briefing, desk, "is:starred") == ["a.txt", "b.txt"]
    assert briefing("undo", "9", *there).err.endswith("nothing to undo\n")
    assert briefing("search", "is:starred", *there).code == 1
    assert briefing("undo", *there).code == 1


def test_notes_on_an_article_a_paragraph_and_an_actor(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    assert briefing("note", *there).code == 1
    assert briefing("note", "a.txt", "All of it", *there).out == "a.txt\n    All of it\n"
    assert briefing("note", "a.txt:p2", "Who", "says so?\x1b[2J", *there).code == 0
    assert briefing("note", "--actor", "wagner", "See the report", *there).code == 0
    listed = briefing("note", "--json", *there).document["notes"]
    assert [(each["about"], each["cite"]) for each in listed] == [
        ("article", "a.txt"), ("passage", "a.txt:p2"), ("actor", "Wagner"),
    ]  # fmt: skip
    assert listed[1]["words"].startswith("A UN report said")
    text = briefing("note", *there).out
    assert "    Who says so?[2J\n" in text
    assert "\x1b" not in text
    assert briefing("note", "a.txt:p1", *there).code == 1
    assert "See the report" in briefing("actor", "wagner", *there).out
    assert briefing("actor", "wagner", "--json", *there).document["notes"][0]["text"] == "See the report"
    assert briefing("note", "a.txt:p2", "Nobody", "--replace", *there).out == "a.txt:p2\n    Nobody\n"
    assert docs(briefing, desk, "has:note") == docs(briefing, desk, "is:noted") == ["a.txt"]
    (desk / "a.txt").unlink()  # as editors save; written over in place it would be seen by the next walk only
    (desk / "a.txt").write_text(FIRST.replace("General Khalifa", "A new line.\n\nGeneral Khalifa"))
    assert briefing("note", "a.txt", *there).out == "a.txt\n    All of it\na.txt:p3  (was p2)\n    Nobody\n"
    assert briefing("note", "a.txt:p3", "--undo", *there).code == 0
    assert briefing("note", "a.txt:p3", "--undo", *there).code == 1
    assert (
        briefing("undo", *there).out
        == "undone: deleted a note on “A UN report said up to 1,200 Wagner fig…” in a.txt\n"
    )
    assert briefing("note", "a.txt:p3", *there).code == 0
    for wrong in (
        ("note", "a.txt:p9", "x"),
        ("note", "--undo"),
        ("note", "a.txt", "x", "--undo"),
        ("note", "no.txt", "x"),
        ("tag", "a.txt", "libya"),
    ):
        assert briefing(*wrong, *there).code == 2


def test_the_export_of_notes_carries_tags_and_citations(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    briefing("tag", "war", "a.txt", "b.txt", *there)
    briefing("note", "a.txt:p2", "=1+1 **Who** <b>says</b> so?", *there)
    briefing("note", "--actor", "wagner", "See the report", *there)
    asked = ("export", "--what", "notes", *there, "--to")
    made = briefing(*asked, "md").out
    assert "(passage; a.txt\\:p2;" in made
    assert "tags\\: war" in made
    page = briefing(*asked, "html").out
    assert "&lt;b&gt;says&lt;/b&gt;" in page
    assert "tags: war" in page
    table = briefing(*asked, "csv").out
    assert "'=1+1" in table
    lines = [json.loads(line) for line in briefing(*asked, "jsonl").out.splitlines()]
    found = [(each["section"], each["about"], each["cite"], each["tags"]) for each in lines]
    assert found == [
        ("Notes", "passage", "a.txt:p2", "war"),
        ("Notes", "actor", "a.txt", ""),
        ("Tags", "tags", "a.txt", "war"),
        ("Tags", "tags", "b.txt", "war"),
    ]
    only = briefing("export", "title:leaves", "--what", "notes", *there, "--to", "jsonl").out.splitlines()
    assert [json.loads(line)["cite"] for line in only] == ["b.txt"]


def test_a_date_set_cleared_and_given_back(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    assert briefing("date", "c.txt", *there).code == 1
    assert briefing("date", "a.txt", *there).out.startswith("2021-03-04  a.txt  (header)")
    assert briefing("date", "c.txt", "2023-08-24", *there).out.startswith("2023-08-24  c.txt  (given)")
    assert docs(briefing, desk, "on:2023-08-21") == ["c.txt"]
    assert briefing("date", "c.txt", "2023-08-24", *there).code == 1
    assert briefing("undo", *there).code == 0
    assert docs(briefing, desk, "on:2023-08-21") == []
    assert briefing("date", "a.txt", "none", *there).code == 0
    assert docs(briefing, desk, "is:undated") == ["a.txt", "c.txt"]
    assert briefing("date", "a.txt", "--undo", *there).out.startswith("2021-03-04")
    for wrong in (("2023",), ("soon",), ("2021-01-01", "--undo")):
        assert briefing("date", "a.txt", *wrong, *there).code == 2


def test_the_date_of_a_phrase_alone(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    ran = briefing("date", "a.txt:p2", "2021-02-22", "--phrase", "monday", "--json", *there)
    assert [(each["cite"], each["date"]) for each in ran.document["dates"]] == [("a.txt:p2", "2021-02-22")]
    assert docs(briefing, desk, "on:2021-02-22") == ["a.txt"]
    assert docs(briefing, desk, "on:2021-03-02") == ["a.txt"]
    assert briefing("date", "a.txt", "--phrase", "Monday", "--undo", *there).code == 0
    assert docs(briefing, desk, "on:2021-02-22") == []
    assert "There are: “Tuesday”" in briefing("date", "a.txt:p1", "2021", "--phrase", "Friday", *there).err
    assert briefing("date", "a.txt", "soon", "--phrase", "Monday", *there).code == 2


def test_actors_merged_split_renamed_retyped_ignored(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))

    def who(name: str) -> dict[str, object]:
        return briefing("actor", name, "--json", *there).document

    if briefing("actors", "--json", *there).document and who("moscow")["name"] == "Russia":
        assert briefing("split", "russia", "Moscow", *there).code == 0
    assert who("moscow")["name"] == "Moscow"
    assert docs(briefing, desk, "who:moscow") == ["b.txt"]
    ran = briefing("merge", "Moscow", "Russia", *there)
    assert (ran.code, "merged Moscow into Russia" in ran.err) == (0, True)
    assert who("moscow")["name"] == "Russia"
    assert docs(briefing, desk, "who:moscow") == ["b.txt", "c.txt"]
    assert "counted as one already" in briefing("merge", "Moscow", "Russia", *there).err
    assert briefing("merge", "Moscow", "--undo", *there).code == 0
    assert who("moscow")["name"] == "Moscow"
    assert "was not merged" in briefing("merge", "Wagner", "--undo", *there).err

    assert briefing("rename", "wagner", "Wagner Group", *there).code == 0
    assert who("wagner group")["name"] == "Wagner Group"
    assert docs(briefing, desk, 'who:"wagner group"') == ["a.txt"]
    assert briefing("rename", "wagner group", "--undo", *there).code == 0
    assert who("wagner")["name"] == "Wagner"

    assert briefing("retype", "wagner", "organisation", *there).code == 0
    assert who("wagner")["type"] == "organisation"
    assert briefing("retype", "wagner", "ship", *there).code == 2
    assert briefing("retype", "wagner", "--undo", *there).code == 0

    names = {each["name"] for each in briefing("actors", "--json", "--limit", "all", *there).document["actors"]}
    assert briefing("ignore", "wagner", *there).code == 0
    left = {each["name"] for each in briefing("actors", "--json", "--limit", "all", *there).document["actors"]}
    assert names - left == {"Wagner"}
    assert briefing("ignore", *there).out.split()[-1] == "Wagner"
    told = briefing("actor", "wagner", *there).out
    assert told.splitlines()[0].endswith("  ignored")
    assert briefing("actor", "wagner", "--json", *there).document["ignored"] is True
    of_it = briefing("claims", "--actor", "wagner", "--json", *there).document["total"]
    assert of_it == briefing("actor", "wagner", "--json", *there).document["total_claims"] > 0
    assert briefing("timeline", "--actor", "wagner", *there).code == 0
    assert "Wagner:" not in briefing("claims", *there).out
    assert briefing("ignore", "wagner", "--undo", *there).code == 0
    assert briefing("ignore", *there).code == 1
    for wrong in (("merge", "x", "y"), ("merge", "wagner"), ("split", "wagner", "Nobody"), ("ignore", "--undo")):
        assert briefing(*wrong, *there).code == 2


def test_what_another_instance_decided_is_undone_from_here(briefing: Briefing, desk: Path) -> None:
    from briefing.library.library import Library
    from briefing.settings.places import find_places
    from briefing.settings.schema import Settings

    there = ("--in", str(desk))
    briefing("tag", "war", "a.txt", *there)
    library = Library([desk], find_places(desk.parent / "home"), Settings())
    (card,) = library.cards([library.locate("a.txt").number])
    assert library.notebook.tags.on(card.id) == ("war",)
    briefing("note", "a.txt", "from the other one", *there)
    assert library.notebook.refresh()
    assert [each.text for each in library.notebook.notes.all] == ["from the other one"]
    library.notebook.undo()
    library.close()
    assert briefing("note", *there).code == 1
    assert briefing("undo", *there).out == "undone: tagged a.txt as war\n"


def test_tags_and_notes_travel_are_joined_and_adopted(briefing: Briefing, desk: Path, tmp_path: Path) -> None:
    there, work = ("--in", str(desk)), tmp_path / "work.jsonl"
    briefing("tag", "war", "a.txt", "b.txt", *there)
    briefing("note", "a.txt:p2", "Who says so?", *there)
    briefing("note", "--actor", "wagner", "See the report", *there)
    assert briefing("dump", "-o", str(work), *there).code == 0
    moved = tmp_path / "moved"
    desk.rename(moved)
    (moved / "a.txt").rename(moved / "renamed.txt")
    now = ("--in", str(moved))
    briefing("tag", "other", "b.txt", *now)
    briefing("note", "b.txt", "Written after", *now)
    assert briefing("doctor", "--adopt", str(desk), *now).code == 0
    assert docs(briefing, moved, "tag:war") == ["b.txt", "renamed.txt"]
    assert docs(briefing, moved, "tag:war tag:other") == ["b.txt"]
    cites = [each["cite"] for each in briefing("note", "--json", *now).document["notes"]]
    assert sorted(cites) == ["Wagner", "b.txt", "renamed.txt:p2"]
    assert briefing("restore", str(work), *now).code == 1  # nothing of it is new
    third = tmp_path / "third"
    moved.rename(third)
    lines = work.read_text().splitlines()
    work.write_text("\n".join(reversed(lines + lines)) + "\n")
    assert briefing("restore", str(work), "--in", str(third)).code == 0
    assert docs(briefing, third, "tag:war") == ["b.txt", "renamed.txt"]
    assert docs(briefing, third, "has:note") == ["renamed.txt"]
