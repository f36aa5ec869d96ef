"""Dates and actors corrected with keys: panes, list, search and pages follow, undo takes back, and it outlives all."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app.layout import PaneName
from briefing.library.build import build
from briefing.model.when import TimeExpression
from briefing.settings.schema import Settings
from tests.app.flows.conftest import Bench, Run, app_of, press, screen, settle

ARTICLES = {
    "visit.txt": (
        "Envoys of the government of Halmark, among them the deputy minister Oskar Lindqvist, "
        "arrived in Norrhavn on Tuesday.\n\n"
        "The government of Dalby said the envoys would meet the Harbour Guard.\n\n"
        "The visit came after the guard's leader Ilse Brandt said in a video published Monday that the guard would "
        "stay.\n\n"
        "The visit was agreed at the Ports-2023 fair earlier this month, officials said.\n\n"
        "Brandt, whose guard rebelled against the ministry in June, has not been seen since.\n"
    ),
    "accord.txt": (
        "Halmark signs\n2021-01-23\n\nThe government of Halmark signed the accord with Norrhavn on January 22, "
        "Ilse Brandt said.\n\n"
        "Oskar Lindqvist welcomed it.\n"
    ),
    "dalby.txt": "Dalby waits\n2021-02-02\n\nThe government of Dalby said on Tuesday that it would wait. "
    "Oskar Lindqvist agreed.\n",
}
SAMPLES = Path(os.environ.get("BRIEFING_DATA", "/nonexistent")) / "seeds"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, ARTICLES)


async def open_article(pilot: Pilot[int], name: str) -> None:
    desk = app_of(pilot).desk
    number, *_ = app_of(pilot).library.locate(name)
    desk.reading.go_to(number)
    await settle(pilot)


def times(pilot: Pilot[int]) -> dict[str, TimeExpression]:
    """The times of the open article, by their words."""
    view = app_of(pilot).desk.reader.view
    assert view is not None
    assert view.findings is not None
    return {" ".join(time.surface.split()): time for time in view.findings.times}


def values(pilot: Pilot[int], *words: str) -> list[str | None]:
    found = times(pilot)
    return [found[each].when.value if found[each].when.earliest else None for each in words]


async def on_actor(pilot: Pilot[int], name: str) -> None:
    """Puts the cursor of the who pane on an actor."""
    who = app_of(pilot).desk.who
    app_of(pilot).desk.activate(PaneName.WHO)
    await pilot.pause()
    who.move_to_end(last=False)
    for _ in range(200):
        entry = who.current
        if entry and entry.name == name and entry.tie is None:
            return
        assert who.step(1), f"{name} is not in the pane: {screen(pilot)}"


def found(pilot: Pilot[int], query: str) -> set[str]:
    """The articles that a query finds."""
    library = app_of(pilot).library
    numbers = list(library.matching(library.parse(query)))
    return {card.name for card in library.cards(numbers)}


WORDS = ("Tuesday", "Monday", "June", "earlier this month")


# -- the publication date


async def test_a_date_set_places_what_hangs_on_it_and_undo_takes_it_back(run: Run) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        await open_article(pilot, "visit.txt")
        assert values(pilot, *WORDS) == [None] * 4
        box = await press(pilot, "D")
        assert "no publication date" in box
        assert "2023~" in box
        assert "a month, too coarse" in await press(pilot, *"2023-08")
        assert "PUBLICATION DATE" in await press(pilot, "enter")  # no day: the box stays, with what was typed
        box = await press(pilot, *"-22")
        assert "“Tuesday” 2023-08-22" in box
        text = await press(pilot, "enter")
        assert "Dated visit.txt 2023-08-22: u takes it back." in text
        placed = ["2023-08-22", "2023-08-21", "2023-06", "2023-08"]
        assert values(pilot, *WORDS) == placed
        assert text.count("2023-08-22") >= 3  # list, head of the reader, who pane
        assert "0 undated" not in text
        assert found(pilot, "pub:2023-08-22") == {"visit.txt"}
        assert found(pilot, "on:2023-08-21") == {"visit.txt"}
        assert app_of(pilot).desk.building.status.undated == 0
        text = await press(pilot, "u")
        assert "Undone: dated visit.txt 2023-08-22." in text
        assert "no publication date" in text
        assert text.count("2023-08-22") == 1  # the message
        assert values(pilot, *WORDS) == [None] * 4
        assert found(pilot, "pub:2023-08-22") == found(pilot, "on:2023-08-21") == set()
        assert app_of(pilot).desk.building.status.undated == 1
        await press(pilot, "ctrl+r")
        assert values(pilot, *WORDS) == placed
        assert found(pilot, "on:2023-06") == {"visit.txt"}


async def test_the_words_of_a_date_are_shown_and_it_is_cleared_and_given_back(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await open_article(pilot, "accord.txt")
        box = await press(pilot, "D")
        assert "2021-01-23 Saturday" in box
        assert "the head of the file" in box
        assert "the date is not known" in box
        await press(pilot, "end", "enter")
        assert app_of(pilot).desk.articles.current
        view = app_of(pilot).desk.reader.view
        assert view is not None
        assert view.article.published is None
        assert values(pilot, "January 22") == [None]
        box = await press(pilot, "D")
        assert "2021-01-23 Saturday, from the head of the file" in box
        assert "Gave accord.txt the date of its file" in await press(pilot, "end", "enter")
        assert values(pilot, "January 22") == ["2021-01-22"]
        await press(pilot, "u")
        assert "2021-01-23 Sat" in await press(pilot, "u")


async def test_the_list_sets_the_date_of_the_row_under_the_cursor(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "1", "G")
        await press(pilot, "D", *"2023-08-22", "enter")
        cards = app_of(pilot).library.cards([app_of(pilot).library.locate("visit.txt")[0]])
        assert cards[0].published is not None
        assert cards[0].published.day == date(2023, 8, 22)
        current = app_of(pilot).desk.articles.current
        assert current is not None
        assert current.name == "visit.txt"


async def test_one_phrase_is_dated_alone(run: Run) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        await open_article(pilot, "visit.txt")
        desk = app_of(pilot).desk
        desk.activate(PaneName.WHO)
        await pilot.pause()
        while not (desk.who.current and desk.who.current.times and desk.who.current.times[0].surface == "Monday"):
            assert desk.who.step(1)
        assert "DATE OF THIS PHRASE" in await press(pilot, "D")
        assert "is no date" in await press(pilot, *"soon")
        await press(pilot, "ctrl+u", *"2023-08-21")
        assert "2023-08-21" in await press(pilot, "enter")
        assert values(pilot, *WORDS) == [None, "2023-08-21", None, None]
        assert found(pilot, "on:2023-08-21") == {"visit.txt"}
        await press(pilot, "u")
        assert values(pilot, *WORDS) == [None] * 4


async def test_read_only_shows_the_words_and_changes_nothing(run: Run) -> None:
    async with run() as pilot:
        await open_article(pilot, "accord.txt")
        box = await press(pilot, "D")
        assert "the head of the file" in box
        assert "not known" not in box
        await press(pilot, *"2023-08-22", "enter", "escape")
        await on_actor(pilot, "Ilse Brandt")
        for key in "MRi*":
            assert "read-only" in await press(pilot, key)
        assert not app_of(pilot).library.notebook.path.exists()


# -- actors


async def test_a_merge_follows_into_counts_and_search_and_outlives_the_cache(run: Run, bench: Bench) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        await open_article(pilot, "visit.txt")
        assert found(pilot, "who:halmark") == {"visit.txt", "accord.txt"}
        await on_actor(pilot, "Dalby")
        assert "MERGE Dalby INTO" in await press(pilot, "M")
        assert "Merged Dalby into Halmark: u takes it back." in await press(pilot, *"halmark", "enter")
        view = app_of(pilot).desk.reader.view
        assert view is not None
        assert view.findings is not None
        assert "Dalby" not in {actor.name for actor in view.findings.actors}
        assert found(pilot, "who:halmark") == {"visit.txt", "accord.txt", "dalby.txt"}
        row = app_of(pilot).library.find_actor("Halmark")
        assert row.articles == 3
        await press(pilot, "u")
        assert found(pilot, "who:halmark") == {"visit.txt", "accord.txt"}
        await press(pilot, "ctrl+r")
        assert found(pilot, "who:halmark") == {"visit.txt", "accord.txt", "dalby.txt"}
    shutil.rmtree(bench.places.cache)
    build([bench.folder], bench.places, Settings(), lambda _: None, lambda: False)
    async with run(size=(120, 40)) as pilot:
        assert found(pilot, "who:halmark") == {"visit.txt", "accord.txt", "dalby.txt"}
        await open_article(pilot, "dalby.txt")
        await on_actor(pilot, "Halmark")


async def test_all_articles_rename_retype_ignore_and_pin_at_once(run: Run) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        await press(pilot, "3", "A")
        await on_actor(pilot, "Ilse Brandt")
        text = await press(pilot, "R", *"Captain Brandt", "enter")
        assert "Renamed Ilse Brandt to Captain Brandt" in text
        await on_actor(pilot, "Captain Brandt")
        assert found(pilot, 'who:"captain brandt"') == {"visit.txt", "accord.txt"}
        text = await press(pilot, ":", *"retype organisation", "enter")
        assert "gave it the type" in text or "Gave Ilse Brandt the type organisation" in text
        assert app_of(pilot).library.find_actor("Captain Brandt").type.value == "organisation"
        await on_actor(pilot, "Oskar Lindqvist")
        assert "* Oskar Lindqvist" in await press(pilot, "*")
        assert "* Oskar Lindqvist" not in await press(pilot, "u")
        await on_actor(pilot, "Oskar Lindqvist")
        assert "Ignored Oskar Lindqvist" in await press(pilot, "i")
        assert "Oskar Lindqvist" not in {row.name for row in app_of(pilot).library.actors(None, None, 1, 99)[0]}
        assert "IGNORED ACTORS" in await press(pilot, ":", *"ignored", "enter")
        await press(pilot, "enter")
        await on_actor(pilot, "Oskar Lindqvist")


async def test_a_name_split_off_is_an_actor_of_its_own(run: Run) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        await open_article(pilot, "visit.txt")
        await on_actor(pilot, "Ilse Brandt")
        assert "SPLIT OFF Ilse Brandt" in await press(pilot, ":", *"split", "enter")
        assert "Split Brandt off Ilse Brandt" in await press(pilot, *"brandt", "enter")
        await on_actor(pilot, "Brandt")
        assert "has no other name" in await press(pilot, ":", *"split Nobody", "enter")
        await press(pilot, "u")
        await on_actor(pilot, "Ilse Brandt")
        view = app_of(pilot).desk.reader.view
        assert view is not None
        assert view.findings is not None
        assert "Brandt" not in {actor.name for actor in view.findings.actors}


async def test_the_ledger_follows_a_correction_of_one_of_its_rows(run: Run) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        text = await press(pilot, ":", *"ledger", "enter")
        assert "Halmark" in text
        page = app_of(pilot).desk.paging.page
        assert page is not None
        while not (page.current and getattr(page.current.target, "name", "") == "Halmark"):
            assert page.move(1)
        await press(pilot, "R", *"Republic of Halmark", "enter")
        assert "Republic of Halmark" in screen(pilot)
        assert (await press(pilot, "u")).count("Republic of Halmark") == 1  # the message alone


@pytest.mark.parametrize("size", [(80, 24), (45, 15)])
async def test_boxes_fit_small_screens_in_ascii(run: Run, size: tuple[int, int]) -> None:
    async with run(size=size, ascii=True, read_only=False) as pilot:
        await open_article(pilot, "visit.txt")
        assert (await press(pilot, "D", *"2023-08-22")).isascii()
        assert (await press(pilot, "escape", "r")).isascii()
        assert "REVIEW" in screen(pilot)


# -- the two samples


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="BRIEFING_DATA names no folder with the samples")
async def test_the_two_samples(run: Run, bench: Bench) -> None:
    for path in SAMPLES.glob("*.txt"):
        shutil.copy(path, bench.folder)
    build([bench.folder], bench.places, Settings(), lambda _: None, lambda: False)
    undated, dated = "000_c62bb48000af361a.txt", "001_c44612ffc2c69452.txt"
    async with run(size=(120, 40), read_only=False) as pilot:
        await open_article(pilot, undated)
        await press(pilot, "D", *"2023-08-24", "enter")
        words = ("Tuesday", "Monday", "June", "earlier this month")
        assert values(pilot, *words) == ["2023-08-22", "2023-08-21", "2023-06", "2023-08"]
        assert found(pilot, "on:2023-08-22") == {undated}
        await press(pilot, "u")
        assert values(pilot, *words) == [None] * 4
        await on_actor(pilot, "Russia")
        await press(pilot, ":", *"split Moscow", "enter")
        await on_actor(pilot, "Moscow")
        await press(pilot, "M", *"russia", "enter")
        assert found(pilot, "who:moscow") == found(pilot, "who:russia") == {undated, dated}
        await press(pilot, "u", "u", "ctrl+r", "ctrl+r")
    shutil.rmtree(bench.places.cache)
    build([bench.folder], bench.places, Settings(), lambda _: None, lambda: False)
    async with run(size=(120, 40)) as pilot:
        assert found(pilot, "who:russia") == {undated, dated}
        assert app_of(pilot).library.find_actor("Moscow").name == "Russia"
