"""Which of several dates is the publication's, how sure that is, and what contradicts it."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.formats.date_lines import take_date_line
from briefing.formats.days import find_days, read_day
from briefing.formats.facts import Facts
from briefing.formats.json import Json
from briefing.formats.labels import DateKind, date_kind
from briefing.formats.registry import read_source
from briefing.formats.seam import FileHint
from briefing.model.article import Article, Confidence, DateSource
from tests.formats.samples import article

STORY = "The ferry left the quay with nobody on board, the harbour master said in the morning, and it came back."


def verdict(text: str, name: str = "a.txt") -> tuple[str, str, str, list[str]]:
    """Day, source, confidence, and the sources that speak against it."""
    got = article(text, name).published
    return (
        (str(got.day), got.source.value, got.confidence.value, [each.source for each in got.conflicts])
        if got
        else ("", "none", "", [])
    )


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Ferry leaves\nPublished: 21 May 2025\n\n{}",
            "2025-05-12-a.txt",
            ("2025-05-21", "header", "medium", ["filename"]),
        ),
        ("Ferry leaves\nPublished: 21 May 2025\n\n{}", "2025-05-22-a.txt", ("2025-05-21", "header", "high", [])),
        ("Ferry leaves\nTuesday, 21 May 2025\n\n{}", "a.txt", ("2025-05-21", "header", "low", ["weekday"])),
        ("Ferry leaves\nWednesday, 21 May 2025\n\n{}", "a.txt", ("2025-05-21", "header", "high", [])),
        ("Ferry leaves\n21 May 2025\n\nORRO, May 20 (Wire) - {}", "a.txt", ("2025-05-21", "header", "high", [])),
        (
            "Ferry leaves\n21 May 2025\n\nORRO, May 2 (Wire) - {}",
            "a.txt",
            ("2025-05-21", "header", "medium", ["dateline"]),
        ),
        (
            "Ferry leaves\n21 May 2025\n\nOn Tuesday, 20 May, it rained. {}",
            "a.txt",
            ("2025-05-21", "header", "high", []),
        ),
        (
            "Ferry leaves\n21 May 2025\n\nOn Monday, 20 May, it rained. {}",
            "a.txt",
            ("2025-05-21", "header", "medium", ["text"]),
        ),
        ("ORRO, May 21, 2025 (Wire) - {}", "a.txt", ("2025-05-21", "dateline", "medium", [])),
        (
            "ORRO, May 21, 2025 (Wire) - On Tuesday, May 20, it rained. {}",
            "a.txt",
            ("2025-05-21", "dateline", "high", []),
        ),
        ("ORRO, May 21 (Wire) - {}", "2025-05-21.txt", ("2025-05-21", "filename", "high", [])),
        ("ORRO, May 21 (Wire) - {}", "2025-09-21.txt", ("2025-09-21", "filename", "low", ["dateline"])),
        ("ORRO, May 21 (Wire) - {}", "2025/05/a.txt", ("2025-05-21", "dateline", "medium", [])),
        ("ORRO, May 21 (Wire) - {}", "2025/06/a.txt", ("", "none", "", [])),
        ("ORRO, May 21 (Wire) - {}", "0521-a.txt", ("", "none", "", [])),
        ("{}", "2025-05-21.txt", ("2025-05-21", "filename", "medium", [])),
        ("{}", "05-06-2025.txt", ("", "none", "", [])),
        ("{} It was June 4.", "05-06-2025.txt", ("2025-06-05", "filename", "medium", [])),
        ("Ferry leaves\n05/06/2025\n\n{}", "2025-05-06.txt", ("2025-05-06", "header", "high", [])),
        ("Ferry leaves\n05/06/2025\n\n{}", "a.txt", ("", "none", "", [])),
        ("Ferry leaves\n05/06/2025\n\nORRO, June 5 (Wire) - {}", "a.txt", ("2025-06-05", "header", "high", [])),
        ("Ferry leaves\n05/06/2025\n\nIt rained on 3 June. {}", "a.txt", ("2025-06-05", "header", "medium", [])),
        (
            "Ferry leaves\n05/06/2025\n\nThe paper of 31/05/2025 is lost. {}",
            "a.txt",
            ("2025-06-05", "header", "medium", []),
        ),
        ("Ferry leaves\n\n{}\n\nFirst published on 21 May 2025.", "a.txt", ("2025-05-21", "header", "high", [])),
        (
            "Ferry leaves\n\nORRO, May 2, 2025 - {}\n\n(Published 21 May 2025)",
            "a.txt",
            ("2025-05-21", "header", "medium", ["dateline"]),
        ),
        ("Ferry leaves\nUpdated: 21 May 2025\n\n{}", "2025-05-12.txt", ("2025-05-12", "filename", "medium", [])),
    ],
)
def test_the_rank_of_the_sources(text: str, name: str, expected: tuple[str, str, str, list[str]]) -> None:
    assert verdict(text.format(STORY), name) == expected


def test_the_reader_is_told_of_every_contradiction() -> None:
    read = article(f"Ferry leaves\nPublished: Tuesday, 21 May 2025\n\n{STORY}", "2025-05-12-a.txt")
    assert read.notes == (
        "the publication date is in doubt: “Tuesday, 21 May 2025” was a Wednesday",
        "the publication date is in doubt: the head says 21 May 2025, the file name 12 May 2025",
    )
    assert read.date_doubts == (
        "“Tuesday, 21 May 2025” was a Wednesday",
        "the head says 21 May 2025, the file name 12 May 2025",
    )
    assert read.published
    weekday, name = read.published.conflicts
    assert (weekday.source, weekday.words, weekday.day) == ("weekday", "Tuesday, 21 May 2025", None)
    assert (name.source, name.words, name.day) == ("filename", "2025-05-12", date(2025, 5, 12))
    assert article(f"Ferry leaves\n21 May 2025\n\n{STORY}", published=date(2020, 1, 1)).notes == ()


def read_record(record: dict[str, object]) -> Article:
    (read,) = Json().read(json.dumps(record).encode(), FileHint("a.json"))
    assert isinstance(read, Article)
    return read


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *((key, "2013-08-15T18:22:33Z") for key in (
            "date", "published", "published_at", "publishedAt", "pubDate", "datePublished", "article:published_time",
            "dc.date.issued", "webPublicationDate", "firstPublishedDate", "publish_date", "created", "created_utc",
            "isoDate", "date_gmt", "posted_at", "timestamp", "release-date",
        )),
        ("date", 1376590953), ("date", "1376590953"), ("date", 1376590953000), ("date", 20130815), ("date", "20130815"),
        ("date", {"$date": "2013-08-15T18:22:33Z"}), ("published", {"date": "2013-08-15", "by": "x"}),
        ("published", "20130815T182233Z"),
    ],
)  # fmt: skip
def test_keys_of_records(key: str, value: object) -> None:
    read = read_record({key: value, "modified": "2013-08-19", "text": STORY}).published
    assert read
    assert (str(read.day), read.source) == ("2013-08-15", DateSource.METADATA)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("updated", "2013-08-15"), ("modified_gmt", "2013-08-15"), ("scraped_at", "2013-08-15"),
        ("event_date", "2013-08-15"),
        ("birthDate", "2013-08-15"), ("expires", "2013-08-15"), ("date", 2013), ("date", "2013"), ("date", True),
        ("date", 815), ("publication", "2013-08-15"),
    ],
)  # fmt: skip
def test_keys_that_date_no_publication(key: str, value: object) -> None:
    assert read_record({key: value, "text": STORY}).published is None


def test_a_record_and_its_text_may_differ() -> None:
    read = read_record({"date": "2013-08-15", "text": f"Ferry leaves\nPublished: 25 August 2013\n\n{STORY}"}).published
    assert read
    assert (str(read.day), read.source, read.confidence) == ("2013-08-25", DateSource.HEADER, Confidence.MEDIUM)
    assert [(each.source, str(each.day)) for each in read.conflicts] == [("metadata", "2013-08-15")]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Published", DateKind.FIRST), ("First published on:", DateKind.FIRST),
        ("This story was posted at", DateKind.FIRST), ("Date of first publication", DateKind.FIRST),
        ("FOR IMMEDIATE RELEASE", DateKind.FIRST), ("Filed", DateKind.DATE),
        ("Dated", DateKind.DATE), ("Last updated at", DateKind.UPDATE), ("dateModified", DateKind.UPDATE),
        ("Retrieved on", DateKind.OTHER), ("Publication", None), ("The Post", None), ("Event date", None),
        ("Since", None),
        ("Published and updated", None), ("", None), ("x" * 1000, None),
    ],
)  # fmt: skip
def test_labels(label: str, kind: DateKind | None) -> None:
    assert date_kind(label) is kind


SOME_WORDS = (
    "Published Posted Updated First by on at in By Jane Doe | · — - / ( ) [ ] , : ; . Aug August Sept. May Thu Tuesday"
    " 15 15th 2013 '13 13 8 31 2013-08-15 15/08/2013 03/04/2013 15.08.13 20130815 18:22 6pm GMT EST VALMAR Cape Journal"
    " (Wire) © Copyright date Reuters"
)
WORDS = st.sampled_from([*SOME_WORDS.split(), "\n", "\n\n", "The ferry left the quay in the morning."])


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(["a.txt", "2013-08-15.txt", "1-2-2013.txt", "a.md"]))
@settings(max_examples=300, deadline=None)
def test_any_day_stands_in_the_words_that_gave_it(text: str, name: str) -> None:
    read = read_source(text, name)
    if not isinstance(read, Article) or read.published is None:
        return
    figures = [int(each) for each in re.findall(r"\d{1,4}", read.published.words)]
    packed = "".join(re.findall(r"\d", read.published.words))
    day, year = read.published.day, read.published.day.year
    assert day.day in figures or f"{day.day:02}" in packed
    assert year in figures or year % 100 in figures or f"{year}" in packed


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_no_line_raises(line: str) -> None:
    facts = Facts()
    take_date_line(line, facts)
    for found in find_days(line):
        assert line[found.start : found.end].strip() == found.words
    read_day(line)


@pytest.mark.parametrize(
    "line",
    [
        "15 " * 5000,
        "May " * 5000,
        "May 15 " * 3000,
        "1/2/" * 5000,
        "Mon, " * 5000,
        " " * 20000,
        "(" * 20000,
        "by " * 5000,
        "a-" * 9000,
    ],
)
def test_hostile_lines_end(line: str) -> None:
    assert not list(find_days(line))
    read_source(f"{line[:200]}\n{line[:240]}\n\n{line}", "a.txt")
    read_source(("NEWS\n" + "Cape Journal\n") * 40 + STORY, "a.txt")
