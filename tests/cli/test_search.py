"""`briefing search`: rows, shapes, narrowing, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.library import layout
from briefing.library.corpus import Corpus
from briefing.settings.places import find_places
from tests.cli.conftest import Briefing


def test_text_rows_cite_a_paragraph(briefing: Briefing, news: Path) -> None:
    ran = briefing("search", "harbour", "--in", str(news), "--sort", "newest")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "2021-03-04  Harbour talks resume in Port Ellery"
    assert lines[1].startswith("            one.txt:p2  ")
    assert "wires.jsonl#17:p1" in ran.out
    assert len(lines) == 6


def test_json_document(briefing: Briefing, news: Path) -> None:
    found = briefing("search", "harbour", "--in", str(news), "--json").document
    assert (found["format"], found["query"], found["total"], found["shown"], found["partial"]) == (
        1,
        "harbour",
        3,
        3,
        False,
    )
    row = next(each for each in found["results"] if each["doc"] == "one.txt")
    assert (row["date"], row["cite"], row["title_derived"]) == ("2021-03-04", "one.txt:p2", False)
    start, end = row["hits"][0]
    assert row["snippet"][start:end].lower() == "harbour"
    undated = next(each for each in found["results"] if each["doc"] == "two.txt")
    assert undated["date"] is None


def test_json_lines_and_plain(briefing: Briefing, news: Path) -> None:
    rows = briefing("search", "grain", "--in", str(news), "--jsonl").out.splitlines()
    assert [json.loads(row)["doc"] for row in rows] == ["sub/three.md"]
    cite, day, title, _ = briefing("search", "grain", "--in", str(news), "--plain").out.rstrip("\n").split("\t")
    assert (cite, day, title) == ("sub/three.md:p1", "2022-05-06", "Grain prices fall")


@pytest.mark.parametrize(
    ("words", "docs"),
    [
        (["--since", "2021"], ["sub/three.md", "one.txt"]),
        (["--until", "2020"], ["wires.jsonl#17"]),
        (["--since", "2021-03", "--until", "2021-03"], ["one.txt"]),
        (["harbour", "--path", "*.jsonl"], ["wires.jsonl#17"]),
        (["--actor", "Ilse Brandt"], ["sub/three.md", "one.txt"]),
        (["harbour", "--actor", "brandt"], ["one.txt"]),
        (["harbour", "-q", "--", "-talks", "-wire"], ["two.txt"]),
        (['"stay open"'], ["one.txt"]),
    ],
)
def test_narrowing(briefing: Briefing, news: Path, words: list[str], docs: list[str]) -> None:
    ran = briefing("search", "--in", str(news), "--json", "--sort", "newest", *words)
    assert [each["doc"] for each in ran.document["results"]] == docs


def test_nothing_found(briefing: Briefing, news: Path) -> None:
    ran = briefing("search", "zebra", "--in", str(news))
    assert (ran.code, ran.out) == (1, "")
    assert "nothing found" in ran.err


def test_a_cut_list_says_how_many_more(briefing: Briefing, news: Path) -> None:
    ran = briefing("search", "harbour", "--in", str(news), "--limit", "1")
    assert "2 more: --limit all prints them" in ran.err
    assert len(ran.out.splitlines()) == 2
    ran = briefing("search", "harbour", "--in", str(news), "--limit", "all")
    assert "more" not in ran.err


def test_a_number_beyond_all_counts_is_all(briefing: Briefing, news: Path) -> None:
    many = "9" * 30
    assert briefing("search", "harbour", "--limit", many, "--json", "--in", str(news)).document["shown"] == 3
    assert briefing("actors", "--min", many, "--in", str(news)).code == 1


def test_a_fault_in_the_query_is_pointed_at(briefing: Briefing, news: Path) -> None:
    ran = briefing("search", "who:", "(harbour", "--in", str(news))
    assert ran.code == 2
    assert "\n  who: (harbour\n" in ran.err
    assert "^" in ran.err


@pytest.mark.parametrize("flag", ["--since", "--until"])
def test_a_day_that_is_none(briefing: Briefing, news: Path, flag: str) -> None:
    ran = briefing("search", "harbour", "--in", str(news), flag, "yesterday")
    assert ran.code == 2
    assert f"{flag} yesterday" in ran.err


def test_what_changed_on_disk_is_found_at_once(briefing: Briefing, news: Path) -> None:
    assert briefing("search", "zebra", "--in", str(news)).code == 1
    (news / "new.txt").write_text("A zebra crossed the harbour bridge at noon.\n")
    assert briefing("search", "zebra", "--in", str(news)).code == 0
    (news / "new.txt").unlink()
    assert briefing("search", "zebra", "--in", str(news)).code == 1


def test_unreadable_files_are_remarked_on(briefing: Briefing, news: Path) -> None:
    (news / "bad.txt").write_bytes(b"\x7fELF\0\0\0\1")
    ran = briefing("search", "harbour", "--in", str(news))
    assert ran.code == 0
    assert "1 could not be read" in ran.err


def test_hostile_words_do_not_reach_the_terminal(briefing: Briefing, news: Path) -> None:
    (news / "evil.txt").write_text("\x1b]52;c;eA==\x07 zebra \x9b31m \u202e [/bad] \x00 \x1b[2J in the harbour.\n")
    for shape in ([], ["--plain"], ["--json"], ["--jsonl"]):
        ran = briefing("search", "zebra", "--in", str(news), *shape)
        assert ran.code == 0
        assert all(c.isprintable() or c in "\n\t" for c in ran.out)


def test_quiet_says_nothing(briefing: Briefing, news: Path) -> None:
    assert briefing("search", "zebra", "--in", str(news), "-q").err == ""


@pytest.mark.parametrize("what", ["index", "store"])
def test_a_damaged_library_is_built_anew(briefing: Briefing, news: Path, home: Path, what: str) -> None:
    briefing("index", str(news))
    folder = layout.current(find_places(home).cache_of(Corpus.of([news]).id))
    assert folder
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".json" and (path.name == layout.STORE) is (what == "store"):
            raw = bytearray(path.read_bytes())
            for at in range(0, len(raw), 97):
                raw[at] ^= 0x10
            path.write_bytes(raw)
    ran = briefing("search", "harbour", "--json", "--in", str(news))
    assert ran.code == 0
    assert ran.document["total"] == 3
    assert briefing("doctor").code == 0


def test_a_folder_that_is_not_there(briefing: Briefing, news: Path) -> None:
    ran = briefing("search", "x", "--in", str(news) + "x")
    assert ran.code == 2
    assert f"There is no {news}x." in ran.err
    assert f"Did you mean {news}?" in ran.err


@pytest.mark.parametrize("words", [["search", "x", "--in", ""], ["index", ""], ["forget", "", "--notes", "--yes"]])
def test_an_empty_path_is_not_the_folder_one_is_in(briefing: Briefing, words: list[str]) -> None:
    ran = briefing(*words)
    assert ran.code == 2
    assert "An empty path names no folder." in ran.err


def test_a_folder_that_went_away_still_answers(briefing: Briefing, news: Path) -> None:
    briefing("index", str(news))
    news.rename(news.with_name("elsewhere"))
    ran = briefing("search", "harbour")
    assert ran.code == 0
    assert "could not be read" in ran.err
    assert f"the library opened last: {news}" in ran.err


def test_the_sample_on_a_first_run(briefing: Briefing) -> None:
    ran = briefing("search", "the", "--limit", "1")
    assert "this is the sample" in ran.err


def test_facets_count_what_is_found(briefing: Briefing, news: Path) -> None:
    ran = briefing("search", "--facets", "--json", "--in", str(news))
    rows = json.loads(ran.out)["facets"]
    assert {row["facet"] for row in rows} >= {"who", "state"}
    for row in rows:
        found = briefing("search", row["part"], "--json", "--in", str(news))
        assert json.loads(found.out)["total"] == row["articles"], row
    assert briefing("search", "--facets", "nowhere-to-be-found", "--in", str(news)).code == 1


def test_nothing_found_says_what_may_be_meant(briefing: Briefing, news: Path) -> None:
    ran = briefing("search", "harbuor", "talks", "--in", str(news))
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean: harbour talks" in ran.err
    assert "did you mean: harbour" in briefing("search", "--facets", "harbuor", "--in", str(news)).err
    assert "did you mean" not in briefing("search", "harbour", "--since", "2050", "--in", str(news)).err
    assert "did you mean" not in briefing("search", "harbuor", "-q", "--in", str(news)).err
