"""Copies fold into one story, forms filled in anew do not, and nothing depends on the order of things."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from briefing.library import schema, stories
from briefing.library.copies import folded, list_stories, story_of, told_by
from briefing.library.writer import StoreWriter
from briefing.model.article import Article, DateSource, Published, article_id
from briefing.model.text import Paragraph, Span, Text
from tests.library.prose import edited, form, report


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[StoreWriter]:
    with closing(StoreWriter(schema.create(tmp_path / "store.db"), tmp_path)) as made:
        yield made


def article(name: str, body: str, day: int | None = 1, title: str = "", source: str = "") -> Article:
    paragraphs: list[Paragraph] = []
    at = 0
    for part in body.split("\n\n"):
        paragraphs.append(Paragraph(Span(at, at + len(part))))
        at += len(part) + 2
    published = Published(date(2021, 3, day), DateSource.HEADER) if day else None
    return Article(
        article_id(name, ""), name, "", title or name, False, Text(body, tuple(paragraphs)), published, source=source
    )


def put(writer: StoreWriter, *articles: Article) -> None:
    writer.begin()
    for each in articles:
        writer.put(each, 1)
    writer.commit()


def remove(writer: StoreWriter, name: str) -> None:
    writer.begin()
    rows = writer.db.execute("SELECT number FROM articles WHERE path = ?", (name,))
    writer.remove([number for (number,) in rows.fetchall()])
    writer.commit()


def fold(writer: StoreWriter) -> int:
    writer.begin()
    done = 0
    for looked_at in stories.settle(writer.db):
        done = looked_at
    writer.commit()
    return done


def told(db: sqlite3.Connection) -> dict[str, tuple[str, float]]:
    """Each article's head, by path."""
    rows = db.execute(
        "SELECT a.path, h.path, near FROM story JOIN articles a ON a.number = article "
        "JOIN articles h ON h.number = head"
    )
    return {name: (head, near) for name, head, near in rows}


def number(writer: StoreWriter, name: str) -> int:
    return int(writer.db.execute("SELECT number FROM articles WHERE path = ?", (name,)).fetchone()[0])


def heads(writer: StoreWriter) -> dict[str, str]:
    fold(writer)
    return {name: head for name, (head, _) in told(writer.db).items()}


WIRE = report(1)
HALF = WIRE[: WIRE.index(" ", len(WIRE) // 2)]


@pytest.mark.parametrize(
    "copy",
    [WIRE, edited(WIRE, 0.05, 1), edited(WIRE, 0.1, 2), edited(WIRE, 0.2, 3), HALF, f"{report(9, 2)}\n\n{WIRE}"],
    ids=["same", "5 %", "10 %", "20 %", "half", "a paragraph more"],
)
def test_a_copy_folds_under_the_first(writer: StoreWriter, copy: str) -> None:
    put(writer, article("late", copy, 2, "Another headline"), article("first", WIRE, 1), article("other", report(2), 1))
    assert heads(writer) == {"late": "first", "first": "first", "other": "other"}


def test_a_form_filled_in_anew_is_another_report(writer: StoreWriter) -> None:
    put(writer, *(article(f"week{week}", form(week), 1 + week) for week in range(5)))
    put(writer, article("again", form(3), 5))
    found = heads(writer)
    assert found.pop("again") == "week3"
    assert all(name == head for name, head in found.items())


def test_tables_of_two_companies_are_told_apart_by_their_titles(writer: StoreWriter) -> None:
    table = "Qtly div 5 cts vs 5 cts prior\nPay April 15\nRecord March 31\nAvg shrs 3.1 mln vs 3.1 mln"
    put(writer, article("a", table, 1, "Norbank sets quarterly dividend"), article("b", table, 1, "Halden Rail payout"))
    put(writer, article("c", table, 2, "Norbank sets quarterly dividend"))
    assert heads(writer) == {"a": "a", "b": "b", "c": "a"}


def test_a_follow_up_that_repeats_the_background_is_another_report(writer: StoreWriter) -> None:
    background = report(5, 8)
    put(writer, article("monday", f"{report(3, 8)}\n\n{background}", 1))
    put(writer, article("tuesday", f"{report(4, 8)}\n\n{background}", 2))
    assert heads(writer) == {"monday": "monday", "tuesday": "tuesday"}


def test_a_digest_is_no_copy_of_a_brief(writer: StoreWriter) -> None:
    digest = "\n\n".join(report(seed, 4) for seed in range(30, 44))
    put(writer, article("brief", report(35, 4), 1), article("digest", digest, 2))
    assert heads(writer) == {"brief": "brief", "digest": "digest"}


def test_weeks_later_only_the_whole_report_is_a_copy(writer: StoreWriter) -> None:
    put(writer, article("first", WIRE, 1), article("again", WIRE, 20), article("like", edited(WIRE, 0.15, 5), 20))
    assert heads(writer) == {"first": "first", "again": "first", "like": "like"}


def test_the_undated_come_last_and_the_longer_first(writer: StoreWriter) -> None:
    put(writer, article("undated", WIRE, None), article("short", HALF, None))
    assert heads(writer) == {"undated": "undated", "short": "undated"}
    put(writer, article("dated", HALF, 3))
    assert set(heads(writer).values()) == {"dated"}


def test_copies_do_not_drift_from_their_head(writer: StoreWriter) -> None:
    texts = [WIRE]
    for step in range(1, 8):
        texts.append(edited(texts[-1], 0.15, step))
    put(writer, *(article(f"{step}", text, 1) for step, text in enumerate(texts)))
    found = heads(writer)
    assert found["1"] == found["0"] or found["0"] == found["1"]
    assert len(set(found.values())) > 1


def test_what_is_near_is_bounded_by_marks_and_not_by_copies(writer: StoreWriter) -> None:
    put(writer, *(article(f"{n:03}", edited(WIRE, 0.03, n), 1) for n in range(3 * stories.COMMON)))
    found = heads(writer)
    assert len(set(found.values())) == 1
    rows = writer.db.execute("SELECT count(*) FROM mark WHERE kind = 0").fetchone()
    assert rows[0] == stories.MARKS


def test_boilerplate_costs_no_more_with_every_article(writer: StoreWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles with one long footer: what is asked of the store for one more stays the same."""
    monkeypatch.setattr(stories, "COMMON", 8)
    footer = report(77, 10)
    put(writer, *(article(f"{n:03}", f"{report(1000 + n, 14)}\n\n{footer}", 1) for n in range(24)))
    fold(writer)

    def steps(name: str, seed: int, day: int) -> int:
        taken = 0

        def step() -> int:
            nonlocal taken
            taken += 1
            return 0

        put(writer, article(name, f"{report(seed, 14)}\n\n{footer}", day))
        writer.db.set_progress_handler(step, 100)
        fold(writer)
        writer.db.set_progress_handler(None, 0)
        return taken

    few = steps("one", 5000, 8)
    put(writer, *(article(f"x{n:03}", f"{report(2000 + n, 14)}\n\n{footer}", 2) for n in range(96)))
    fold(writer)
    assert steps("two", 5001, 9) <= few * 1.5


def test_one_more_article_costs_one_look(writer: StoreWriter) -> None:
    put(writer, *(article(f"{n}", report(100 + n), 1) for n in range(60)))
    assert fold(writer) == 60
    put(writer, article("new", edited(report(107), 0.05, 1), 2))
    assert fold(writer) == 1
    assert fold(writer) == 0


_BODIES = [
    body
    for seed in range(4)
    for body in (
        report(seed),
        edited(report(seed), 0.1, seed),
        edited(report(seed), 0.2, seed + 50),
        report(seed)[: len(report(seed)) // 2],
        f"{report(seed)}\n\n{report(60, 8)}",
    )
] + [form(1), form(2), edited(form(2), 0.05, 9), "Too short to say."]


@pytest.mark.parametrize("seed", range(12))
def test_the_stories_do_not_depend_on_the_way_there(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles put, changed, redated and removed in any order, folded now and then or half: as if written once."""
    monkeypatch.setattr(stories, "COMMON", 2)
    monkeypatch.setattr(stories, "_CHUNK", 1)
    with (
        closing(StoreWriter(schema.create(tmp_path / "walked.db"), tmp_path)) as walked,
        closing(StoreWriter(schema.create(tmp_path / "once.db"), tmp_path)) as at_once,
    ):
        there = _walk(walked, random.Random(seed))
        put(at_once, *(there[name] for name in sorted(there)))
        fold(at_once)
        fold(walked)
        assert told(walked.db) == told(at_once.db)
        marks = "SELECT mark, kind, place FROM mark ORDER BY 1, 2, 3"
        assert walked.db.execute(marks).fetchall() == at_once.db.execute(marks).fetchall()


def _walk(writer: StoreWriter, chance: random.Random) -> dict[str, Article]:
    there: dict[str, Article] = {}
    for _ in range(40):
        name = f"{chance.randrange(18):02}"
        if name in there and chance.random() < 0.3:
            del there[name]
            remove(writer, name)
        else:
            there[name] = article(name, chance.choice(_BODIES), chance.choice([None, 1, 2, 3, 9]))
            put(writer, there[name])
        if chance.random() < 0.3:
            writer.begin()
            for looked_at in stories.settle(writer.db):
                if looked_at > chance.randrange(12):
                    break  # a kill loses what was not committed: nothing, here
            writer.commit()
    return there


def test_a_story_names_its_sources_and_says_how_many_are_unknown(writer: StoreWriter) -> None:
    put(writer, article("b", edited(WIRE, 0.05, 1), 2, source="Coastal Herald"), article("a", WIRE, 1, source="Halden"))
    put(writer, article("c", HALF, 3, source="HALDEN"), article("d", WIRE, 4), article("e", report(2), 1))
    fold(writer)
    story = story_of(writer.db, number(writer, "c"))
    assert story
    assert (story.head.name, story.size, story.unknown) == ("a", 4, 1)
    assert [copy.card.name for copy in story.copies] == ["a", "b", "c", "d"]
    assert story.sources == ("Halden", "Coastal Herald")
    assert story.copies[0].near == 1.0
    alone = story_of(writer.db, number(writer, "e"))
    assert alone
    assert (alone.head.name, alone.size, alone.sources, alone.unknown) == ("e", 1, (), 1)
    assert story_of(writer.db, 999) is None
    listed, total = list_stories(writer.db, None, 2, 0.0, 10)
    assert (listed, total) == ([story], 1)
    near, _ = list_stories(writer.db, None, 2, 0.99, 10)
    assert [copy.card.name for copy in near[0].copies] == ["a", "c", "d"]
    assert list_stories(writer.db, None, 5, 0.0, 10) == ([], 0)


def test_numbers_of_copies(writer: StoreWriter) -> None:
    put(writer, article("a", WIRE, 1), article("b", WIRE, 2), article("c", WIRE, 3), article("e", report(2), 1))
    put(writer, article("short", "Too short to say.", 1))
    fold(writer)
    names = dict(writer.db.execute("SELECT number, path FROM articles"))

    def named(numbers: object) -> str:
        return "".join(sorted(names[each] for each in numbers))  # type: ignore[attr-defined]

    assert named(told_by(writer.db, range(3, 100).__contains__)) == "abc"
    assert named(told_by(writer.db, range(4, 100).__contains__)) == ""
    assert named(told_by(writer.db, range(1, 2).__contains__)) == "eshort"
    assert named(told_by(writer.db, range(0, 9).__contains__)) == "abceshort"
    assert named(folded(writer.db)) == "bc"
