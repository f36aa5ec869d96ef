"""Where the app begins: the pane or page asked for, of the actor and the search asked for, and a word to newcomers."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.layout import PANES
from briefing.library.events import Committed
from briefing.library.registry import last_library
from briefing.settings.schema import VIEWS
from tests.app.flows.conftest import Bench, Run, app_of, press, screen, settle


@pytest.mark.parametrize("view", VIEWS)
async def test_it_begins_in_the_view_asked_for(run: Run, view: str) -> None:
    async with run(view=view, actor="Ilse Brandt" if view == "dossier" else None) as pilot:
        assert app_of(pilot).desk.view == view
        if view not in PANES:
            await press(pilot, "q")
            assert app_of(pilot).desk.paging.page is None


async def test_a_page_of_the_actor_and_below_it_the_articles_that_name_it(run: Run) -> None:
    async with run(view="timeline", actor="Ilse Brandt") as pilot:
        assert "TIMELINE  by day  Ilse Brandt" in screen(pilot)
        text = await press(pilot, "q")
        assert 'query: who:"Ilse Brandt"' in text
        assert "1 of 2" in text


async def test_a_page_of_what_is_found(run: Run) -> None:
    async with run(view="ledger", query="strike") as pilot:
        assert "the articles found" in screen(pilot)
    async with run(query="strike", actor="Ilse Brandt") as pilot:
        assert 'query: strike who:"Ilse Brandt"' in screen(pilot)


async def test_a_newcomer_is_told_of_the_tour_once(run: Run) -> None:
    async with run(newcomer=True) as pilot:
        assert ":tour" in screen(pilot)
        assert ":tour" not in await press(pilot, "j")
    async with run() as pilot:
        assert ":tour" not in screen(pilot)


async def test_what_was_opened_is_the_library_of_last_time(
    run: Run, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run():
        assert last_library(bench.places) is None  # read-only
    monkeypatch.setattr("briefing.app.building.Building.start", lambda *_: None)
    async with run(read_only=False):
        assert last_library(bench.places) == (bench.folder.resolve(),)


@pytest.mark.parametrize("reads", [False, True])
async def test_a_first_build_ends_at_the_top_unless_somebody_reads(tmp_path: Path, run: Run, reads: bool) -> None:
    base = tmp_path / "base"
    base.mkdir()
    bench = Bench(base, {})
    async with run(library=bench.library(), places=bench.places) as pilot:
        for name, day in (("old.txt", "2020-02-03"), ("new.txt", "2024-05-06")):
            (bench.folder / name).write_text(f"Ships in {name}\n\nPublished: {day}\n\nA ship of {name} sailed.\n")
            bench.build()
            app_of(pilot).desk.building.hear(Committed(1, 1, 1, 1))
            await settle(pilot)
            assert "Ships in old.txt" in screen(pilot)
            if reads:
                await press(pilot, "j")
        app_of(pilot).desk.building.hear(None)
        await settle(pilot)
        assert ("2 of 2" if reads else "1 of 2") in screen(pilot)
        assert ("A ship of old" if reads else "A ship of new") in screen(pilot)
