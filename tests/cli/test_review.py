"""`briefing review`: the questions of the page in every shape, and one judged by its mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.library.test_review import TEXTS


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


def test_questions_are_listed_judged_and_taken_back(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    listed = briefing("review", "--json", *there).document
    assert listed["shown"] == len(listed["questions"]) > 2
    assert not listed["more"]
    assert all(kind == {"right": 0, "wrong": 0, "skipped": 0} for kind in listed["tally"].values())
    merge = next(each for each in listed["questions"] if each["kind"] == "merge")
    assert "Northern Dock Union?" in merge["asks"]
    assert merge["cite"] == "short.txt:p1"
    ran = briefing("review", merge["mark"][:6].upper(), "no", "--json", *there).document
    assert ran["questions"][0]["answer"] == "no"
    assert briefing("actor", "NDU", "--json", *there).document["name"] == "NDU"
    left = briefing("review", "--json", *there)
    assert merge["mark"] not in {each["mark"] for each in left.document["questions"]}
    assert left.document["tally"]["merge"] == {"right": 0, "wrong": 1, "skipped": 0}
    assert "right in 0 of 1 judged question" in left.err
    assert briefing("undo", *there).code == 0
    assert briefing("review", "--json", *there).document["questions"] == listed["questions"]


def test_kinds_skipping_and_limits(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    only = briefing("review", "--kind", "tie", "--plain", *there).out.splitlines()
    assert len(only) == 1
    mark, kind, asks, cite, sentence, said = only[0].split("\t")
    assert (kind, cite, sentence, said) == ("tie", "pronoun.txt:p1", "He resigned on Monday.", "")
    assert "Omar Saleh" in asks
    assert briefing("review", mark, "skip", *there).code == 0
    assert briefing("review", mark, "skip", *there).code == 1
    nothing = briefing("review", "--kind", "tie", *there)
    assert (nothing.code, nothing.out) == (1, "")
    assert "nothing is unsure" in nothing.err
    again = briefing("review", "--kind", "tie", "--skipped", *there)
    assert again.out.splitlines()[0] == f"{mark[:6]}  {asks}"
    assert briefing("review", mark, "yes", *there).code == 0
    few = briefing("review", "--limit", "1", *there)
    assert len(few.out.splitlines()) == 6
    assert "more: --limit all" not in few.err


def test_more_than_asked_is_said(briefing: Briefing, desk: Path) -> None:
    for number in range(3):
        (desk / f"more{number}.txt").write_text(f"Guards {number}\n\nPublished: 2022-03-02\n\nOmar Saleh{number} "
                                                "is a teacher. He resigned on Monday.\n")  # fmt: skip
    few = briefing("review", "--kind", "tie", "--limit", "2", "--json", "--in", str(desk))
    assert (few.document["shown"], few.document["more"]) == (2, True)
    assert "there are more: --limit all prints them" in few.err
    every = briefing("review", "--kind", "tie", "--limit", "all", "--json", "--in", str(desk)).document
    assert (every["shown"], every["more"]) == (4, False)


def test_what_is_no_mark(briefing: Briefing, desk: Path) -> None:
    there = ("--in", str(desk))
    assert briefing("review", "zzz", "no", *there).code == 2
    assert "Nothing unsure is marked zzz." in briefing("review", "zzz", "no", *there).err
    assert "Is it so, what 3f asks?" in briefing("review", "3f", *there).err
    assert "may mean" in briefing("review", "", "no", *there).err
