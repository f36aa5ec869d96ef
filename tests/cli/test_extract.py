"""`briefing extract`: the contract's objects, one a line, from files and from lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ARTICLES, Briefing, in_process


def _lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_folder(briefing: Briefing, news: Path, home: Path) -> None:
    ran = briefing("extract", str(news), "--jsonl")
    assert ran.code == 0
    found = {each["doc"]: each for each in _lines(ran.out)}
    assert set(found) == {"one.txt", "two.txt", "sub/three.md", "wires.jsonl#17"}
    one = found["one.txt"]
    assert (one["publication_date"], one["publication_source"]) == ("2021-03-04", "header")
    brandt = next(each for each in one["actors"] if each["name"] == "Ilse Brandt")
    start, end = brandt["mentions"][0]
    assert ARTICLES["one.txt"][start:end] == "Ilse Brandt"
    assert not home.exists()


def test_a_file_and_a_date_given(briefing: Briefing, news: Path) -> None:
    (found,) = _lines(briefing("extract", str(news / "sub" / "three.md"), "--published", "2001-02-03").out)
    assert (found["doc"], found["publication_date"], found["publication_source"]) == ("three.md", "2001-02-03", "given")
    assert [each["value"] for each in found["times"]] == ["2001-02-02"]


def test_one_document(briefing: Briefing, news: Path) -> None:
    assert len(briefing("extract", str(news), "--json").document["articles"]) == 4


def test_lines_from_a_file_and_from_stdin(briefing: Briefing, tmp_path: Path, home: Path) -> None:
    lines = [
        {"doc": "a\u202e/b", "text": "Ilse Brandt left on Friday.", "published": "2021-03-08"},
        {"doc": "c", "text": "Ilse Brandt left on Friday.", "published": None},
    ]
    raw = "\n".join(json.dumps(line) for line in lines) + "\n\n"
    (tmp_path / "in.jsonl").write_text(raw)
    first, second = _lines(briefing("extract", "--from-jsonl", str(tmp_path / "in.jsonl")).out)
    assert (first["doc"], first["publication_source"], first["times"][0]["value"]) == (
        "a\u202e/b",
        "given",
        "2021-03-05",
    )
    assert (second["publication_date"], second["times"][0]["value"]) == (None, None)
    ran = in_process(["--data-dir", str(home), "extract", "--from-jsonl", "-"], stdin=raw.encode())
    assert ran.returncode == 0
    assert "\u202e" not in ran.stdout.decode()
    assert _lines(ran.stdout.decode()) == [first, second]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"not json", "not a JSON object"),
        (b"[1]", "no “text”"),
        (b'{"doc": "a"}', "no “text”"),
        (b'{"text": "x", "published": "soon"}', "neither a day"),
        (b'{"text": "x", "published": 3}', "neither a day"),
        (b"\xff\xfe", "not a JSON object"),
        (b"[" * 100_000, "not a JSON object"),
    ],
)
def test_bad_lines_are_named_and_the_rest_is_read(briefing: Briefing, tmp_path: Path, line: bytes, why: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(line + b'\n{"doc": "ok", "text": "Ilse Brandt left.", "published": null}\n')
    ran = briefing("extract", "--from-jsonl", str(tmp_path / "in.jsonl"))
    assert ran.code == 3
    assert "line 1" in ran.err
    assert why in ran.err
    assert [each["doc"] for each in _lines(ran.out)] == ["ok"]


def test_unreadable_files(briefing: Briefing, news: Path) -> None:
    (news / "bad.txt").write_bytes(b"")
    ran = briefing("extract", str(news))
    assert ran.code == 3
    assert "not read: bad.txt" in ran.err
    assert len(_lines(ran.out)) == 4


@pytest.mark.parametrize("words", [[], ["/nowhere"], ["x", "--from-jsonl", "y"], ["--from-jsonl", "/nowhere"]])
def test_wrong_use(briefing: Briefing, words: list[str]) -> None:
    assert briefing("extract", *words).code == 2
