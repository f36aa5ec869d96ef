"""`briefing copies`: stories with their members and sources, and a word diff that reads without colour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.library.prose import edited, report

WIRE = report(1)
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture
def wires(tmp_path: Path) -> Path:
    folder = tmp_path / "wires"
    folder.mkdir()
    for name, day, source, body in (
        ("late", 3, "source: Coastal Herald\n", edited(WIRE, 0.05, 1)),
        ("first", 1, "source: Halden Wire\n", WIRE),
        ("bare", 4, "", WIRE + "\n\nIn Ouriba nobody had heard of it."),
        ("other", 2, "", report(2)),
    ):
        head = f"---\ntitle: The {name} report\ndate: 2021-03-0{day}\n{source}---\n\n"
        (folder / f"{name}.md").write_text(head + body + "\n", "utf-8")
    return folder


def test_a_story_with_its_copies_and_sources(briefing: Briefing, wires: Path) -> None:
    ran = briefing("copies", "--in", str(wires))
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "   3 copies  2 sources, 1 without a source  The first report"
    assert [line.split()[0] for line in lines[1:]] == ["2021-03-01", "2021-03-03", "2021-03-04"]
    assert [line.split()[-1] for line in lines[1:]] == ["first.md", "late.md", "bare.md"]


def test_as_json(briefing: Briefing, wires: Path) -> None:
    document = briefing("copies", "--in", str(wires), "--json").document
    assert document["total"] == 1
    (story,) = document["stories"]
    assert (story["head"], story["copies"], story["unknown_sources"]) == ("first.md", 3, 1)
    assert story["sources"] == ["Halden Wire", "Coastal Herald"]
    assert [each["near"] for each in story["articles"]][::2] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("words", "copies"),
    [
        (["--min", "3"], 3),
        (["--min", "4"], 0),
        (["--threshold", "0.99"], 2),
        (["source:coastal"], 3),
        (["zebra"], 0),
    ],
)
def test_narrowing(briefing: Briefing, wires: Path, words: list[str], copies: int) -> None:
    ran = briefing("copies", "--in", str(wires), "--json", *words)
    assert [story["copies"] for story in ran.document["stories"]] == ([copies] if copies else [])
    assert ran.code == (0 if copies else 1)


def test_a_diff_with_the_first_printing(briefing: Briefing, wires: Path) -> None:
    ran = briefing("copies", "--in", str(wires), "--diff", "bare.md")
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == ["--- first.md  The first report", "+++ bare.md  The bare report"]
    assert "{+In Ouriba nobody had heard of it.+}" in ran.out
    assert "[-" not in ran.out


def test_diffs_of_all_copies_and_of_any_two(briefing: Briefing, wires: Path) -> None:
    document = briefing("copies", "--in", str(wires), "--json", "--diff", "first.md").document
    assert [(each["old"], each["new"]) for each in document["diffs"]] == [
        ("first.md", "late.md"),
        ("first.md", "bare.md"),
    ]
    (change,) = [each for each in document["diffs"][1]["runs"] if each["change"] != "same"]
    assert (change["change"], change["text"]) == ("new", "In Ouriba nobody had heard of it.")
    ran = briefing("copies", "--in", str(wires), "--plain", "--diff", "first.md", "other.md")
    assert ran.out.split("\t")[:2] == ["first.md", "other.md"]


def test_what_has_no_copies(briefing: Briefing, wires: Path) -> None:
    ran = briefing("copies", "--in", str(wires), "--diff", "other.md")
    assert (ran.code, ran.out) == (1, "")
    assert "no copies" in ran.err


@pytest.mark.parametrize("words", [["--diff", "a", "b", "c"], ["--threshold", "2"], ["--diff", "nothing.md"]])
def test_wrong_use(briefing: Briefing, wires: Path, words: list[str]) -> None:
    assert briefing("copies", "--in", str(wires), *words).code == 2


def test_a_query_can_leave_copies_out(briefing: Briefing, wires: Path) -> None:
    found = briefing("search", "--in", str(wires), "--json", "copies:>2", "--", "-is:copy").document["results"]
    assert [each["doc"] for each in found] == ["first.md"]


def test_a_search_with_one_row_a_report(briefing: Briefing, wires: Path) -> None:
    rows = briefing("search", "--in", str(wires), "--json", "--once", "pub:2021").document
    told = {row["doc"]: (row["copies"], row["sources"]) for row in rows["results"]}
    assert (rows["total"], told) == (2, {"first.md": (3, 2), "other.md": (1, 0)})
    only = briefing("search", "--in", str(wires), "--once", "--limit", "1", "is:copy")
    assert only.out.splitlines()[0] == "2021-03-03  The late report  (2 copies)"
    listed = briefing("export", "--in", str(wires), "--what", "list", "--to", "jsonl", "--once", "is:copy").out
    assert [line.split('"doc": "')[1].split('"')[0] for line in listed.splitlines()] == ["late.md"]


def test_the_wire_copies_of_the_sample(briefing: Briefing) -> None:
    """Three printings of the truce, and nothing else in the sample is a copy."""
    (story,) = briefing("copies", "--in", str(CORPUS), "--json").document["stories"]
    assert [each["doc"] for each in story["articles"]] == [
        "dahane/wires/ceasefire-halden.txt",
        "dahane/wires/ceasefire-coastal-herald.txt",
        "dahane/wires/ceasefire-lakeside-post.txt",
    ]
    assert story["head"] == "dahane/wires/ceasefire-halden.txt"


DEED = "General Khalifa Haftar lost 40 soldiers in Sirte on 2 March 2021."


@pytest.fixture
def claimed(wires: Path) -> Path:
    for name, deed in (("first", DEED), ("late", DEED), ("bare", DEED.replace("40", "70"))):
        file = wires / f"{name}.md"
        file.write_text(f"{file.read_text('utf-8')}\n{deed}\n", "utf-8")
    return wires


def test_claims_of_copies_count_once(briefing: Briefing, claimed: Path) -> None:
    asked = ("--in", str(claimed), "--json", "--actor", "haftar")
    rows = briefing("claims", *asked).document["claims"]
    assert [(row["cite"], row["articles"], row["also"]) for row in rows] == [
        ("bare.md:p9", 1, []),
        ("first.md:p8", 2, ["late.md:p8"]),
    ]
    assert len(briefing("claims", *asked, "--every").document["claims"]) == 3
    assert briefing("timeline", *asked).document["claims"] == 2
    assert briefing("timeline", *asked, "--every").document["claims"] == 3
    assert "first.md:p8 ×2 articles" in briefing("claims", "--in", str(claimed)).out


def test_who_is_named_together_in_copies_counts_once(briefing: Briefing, claimed: Path) -> None:
    asked = ("--in", str(claimed), "--json", "--actor", "haftar", "--within", "article")
    once, every = (briefing("pairs", *asked, *flag).document["pairs"] for flag in ((), ("--every",)))
    assert {row["together"] for row in once} == {1}
    assert max(row["together"] for row in every) == 3


def test_an_actor_and_an_export_count_once(briefing: Briefing, claimed: Path) -> None:
    told = briefing("actor", "haftar", "--in", str(claimed), "--json").document
    assert (told["total_claims"], [row["also"] for row in told["claims"]]) == (2, [[], ["late.md:p8"]])
    assert briefing("actor", "haftar", "--every", "--in", str(claimed), "--json").document["total_claims"] == 3
    table = briefing("export", "--to", "csv", "--what", "ledger", "--actor", "haftar", "--in", str(claimed)).out
    assert ",2,late.md:p8\n" in table.replace("\r\n", "\n")
    page = briefing("export", "--to", "md", "--actor", "haftar", "--in", str(claimed)).out
    assert "also late.md\\:p8" in page
    assert page.count("Sirte") < briefing("export", "--to", "md", "--every", "--in", str(claimed)).out.count("Sirte")
