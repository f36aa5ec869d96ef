"""Records in JSON and JSON lines."""

from __future__ import annotations

import json
from datetime import date, time

import pytest

from briefing.formats.json import Json, JsonLines
from briefing.formats.seam import FileHint
from briefing.model.article import Article, DateSource, Problem

_HINT = FileHint("wire/day.json")


def _read(value: object) -> list[Article | Problem]:
    return list(Json().read(json.dumps(value).encode(), _HINT))


def _articles(value: object) -> list[Article]:
    return [read for read in _read(value) if isinstance(read, Article)]


def test_one_object_is_one_article_without_a_key() -> None:
    (read,) = _articles(
        {
            "id": 7,
            "headline": "Port opens",
            "pub_date": "2021-01-02T03:04:05Z",
            "publisher": {"name": "Coast Wire"},
            "link": "https://wire.example/1",
            "authors": ["Jane Doe", "John Roe"],
            "language": "en-GB",
            "content": "LAGOS, Jan 2 - The port is open.\n\nRead: More Of It",
        }
    )
    assert (read.key, read.name, read.title) == ("", "wire/day.json", "Port opens")
    assert (read.source, read.url, read.byline, read.language) == (
        "Coast Wire",
        "https://wire.example/1",
        "Jane Doe, John Roe",
        "en",
    )
    assert read.published
    assert (read.published.day, read.published.clock, read.published.source) == (
        date(2021, 1, 2),
        time(3, 4, 5),
        DateSource.METADATA,
    )
    assert [p.region.value for p in read.text.paragraphs] == ["body", "link"]


@pytest.mark.parametrize("wrap", [lambda a: a, lambda a: {"articles": a}, lambda a: {"data": {"items": a}}])
def test_many_records_each_have_a_key_of_their_own(wrap: object) -> None:
    assert callable(wrap)
    read = _articles(
        wrap([{"id": "a", "body": "One."}, {"body": "Two."}, {"id": "a", "body": "Three."}, {"id": 4, "text": "Four."}])
    )
    assert [one.key for one in read] == ["a", "2", "a-2", "4"]
    assert len({one.id for one in read}) == 4


def test_offsets_count_in_the_body_string() -> None:
    body = "Port opens\n2021-03-04\n\nThe cafe\u0301 on the quay is open.\r\nSo is the port."
    (read,) = _articles({"body": body})
    assert read.title == "Port opens"
    assert read.published
    assert read.published.source is DateSource.HEADER
    for words in ("quay", "So is"):
        there = read.text.origin.to_source(read.text.value.index(words))
        assert body[there : there + len(words)] == words


def test_paragraphs_may_be_a_list_and_a_known_title_is_not_looked_for() -> None:
    (read,) = _articles({"title": "Port opens", "text": ["Quay", "The port is open."]})
    assert read.title == "Port opens"
    assert read.text.value == "Quay\n\nThe port is open."


def test_what_is_no_article_is_a_problem() -> None:
    read = _read([{"title": "no text"}, 3, {"body": " "}, {"body": "Text."}])
    assert [type(one) for one in read] == [Problem, Problem, Problem, Article]
    assert [one.path for one in read if isinstance(one, Problem)] == [f"wire/day.json#{n}" for n in (1, 2, 3)]
    nothing: tuple[object, ...] = ({}, [], "x", 3, None, {"articles": []})
    for empty in nothing:
        (problem,) = _read(empty)
        assert isinstance(problem, Problem)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b'{"title":"x","body":"y z', "cut short: the JSON is not complete"),
        (b'[{"body":"y"},', "cut short: the JSON is not complete"),
        (b'{"title":x}', "not readable as JSON: expecting value at line 1, column 10"),
        (b"[" * 100_000, "not readable as JSON"),
        (b'{"body": ' + b"9" * 5000 + b"}", "not readable as JSON"),
    ],
)
def test_broken_json_says_where(raw: bytes, why: str) -> None:
    (problem,) = Json().read(raw, _HINT)
    assert isinstance(problem, Problem)
    assert problem.why.startswith(why)


def test_a_bad_line_stops_nothing() -> None:
    raw = b'{"id":"a","text":"One."}\n{"id":"b","text":"cut\n\n{"id":"c","text":"Three\\u2028 \\ud800."}\r\n'
    read = list(JsonLines().read(raw, FileHint("day.jsonl")))
    assert [one.key if isinstance(one, Article) else one.path for one in read] == ["a", "day.jsonl:2", "c"]
    last = read[-1]
    assert isinstance(last, Article)
    assert last.text.value == "Three \ufffd."
