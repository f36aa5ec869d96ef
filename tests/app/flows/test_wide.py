"""Large screens: the dossier in the third pane, and the whole of time below the panes."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.app.layout import PaneName
from briefing.app.panes.page import Page
from briefing.library.library import Library
from tests.app.flows.conftest import app_of, press, screen, settle
from tests.app.flows.test_pages import Quay, base, library, quay

__all__ = ["base", "library", "quay"]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.app.overview.REST", 0.001)


def active(pilot: Pilot[int]) -> PaneName:
    return app_of(pilot).desk.active


def shown(pilot: Pilot[int]) -> Page | None:
    return app_of(pilot).desk.paging.shown


async def test_the_dossier_stands_beside_the_reader(quay: Quay) -> None:
    async with quay((160, 40)) as pilot:
        text = await press(pilot, "3", "enter", "enter")
        assert "3 DOSSIER  Ilse Brandt" in text
        assert "1 LIST" in text
        assert "2 READ" in text
        assert active(pilot) is PaneName.PAGE
        assert "Enter follow" in text
        await press(pilot, "1")
        assert active(pilot) is PaneName.LIST
        text = await press(pilot, "j")
        assert "3 DOSSIER  Ilse Brandt" in text  # it stays while the list is walked
        assert "strike-6.txt" in text
        await press(pilot, "tab", "tab")
        assert active(pilot) is PaneName.PAGE
        await press(pilot, "h")
        assert active(pilot) is PaneName.READER
        await press(pilot, "3")
        assert active(pilot) is PaneName.PAGE
        text = await press(pilot, "q")
        assert "3 WHO" in text
        assert active(pilot) is PaneName.WHO
        assert shown(pilot) is None


async def test_a_claim_of_it_is_read_beside_it(quay: Quay) -> None:
    async with quay((160, 40)) as pilot:
        desk = app_of(pilot).desk
        await press(pilot, "3", "enter", "enter")
        while "met the Dockers" not in str(desk.paging.page and desk.paging.page.current):
            await pilot.press("j")
        text = await press(pilot, "enter")
        assert active(pilot) is PaneName.READER
        assert desk.reader.focus
        assert "3 DOSSIER" in text
        assert "q goes back to DOSSIER." in text
        await press(pilot, "q")
        assert active(pilot) is PaneName.PAGE
        await press(pilot, "enter", "1", "2")
        await press(pilot, "q")
        assert active(pilot) is PaneName.LIST  # gone on from there
        await press(pilot, "q")
        assert shown(pilot) is None
        assert not app_of(pilot)._exit


async def test_other_pages_take_the_screen_and_a_smaller_one_gives_it_to_the_dossier(quay: Quay) -> None:
    async with quay((160, 40)) as pilot:
        desk = app_of(pilot).desk
        await press(pilot, "3", "enter", "enter")
        assert "LIST" not in await press(pilot, "T")
        assert "3 DOSSIER" in await press(pilot, "q")
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert set(desk.plan.boxes) == {PaneName.PAGE}
        await pilot.resize_terminal(160, 40)
        await settle(pilot)
        await press(pilot, "1")
        assert shown(pilot)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert shown(pilot) is None
        assert "3 WHO" in screen(pilot)


async def test_actors_of_all_articles_close_it(quay: Quay) -> None:
    async with quay((160, 40)) as pilot:
        await press(pilot, "3", "enter", "enter")
        text = await press(pilot, "A")
        assert "3 WHO  all articles" in text
        assert active(pilot) is PaneName.WHO


async def test_the_whole_of_time_follows_the_list_and_marks_the_article(quay: Quay) -> None:
    async with quay((160, 45)) as pilot:
        text = await press(pilot, "g", "g")
        assert "TIMELINE  by week  all articles: 43 claims, 2 unplaced" in text
        assert "T opens it" in text
        assert "2023-W27^" in text
        assert "^2023-W23" in await press(pilot, "j")
        assert "█" in text
        text = await press(pilot, "/", *"path:strike-2.txt", "enter")
        assert "the articles found: 6 claims" in text
        await press(pilot, "F", "3", "enter", "enter")
        assert "Ilse Brandt: 14 claims" in await press(pilot, "j")
        await press(pilot, "q")
        assert "all articles: 43 claims" in screen(pilot)


async def test_it_waits_for_the_first_paint_and_is_not_counted_where_nobody_sees_it(
    quay: Quay, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    inner = Library.timeline

    def timeline(self: Library, *arguments: Any) -> object:
        asked.append(arguments)
        return inner(self, *arguments)

    monkeypatch.setattr(Library, "timeline", timeline)
    monkeypatch.setattr("briefing.app.overview.REST", 60.0)
    async with quay((200, 60)) as pilot:
        assert not asked
        assert "counting" in screen(pilot)
    monkeypatch.setattr("briefing.app.overview.REST", 0.001)
    async with quay((159, 60)) as pilot:
        await press(pilot, "j")
        assert not asked
    async with quay((160, 60)) as pilot:
        for key in "jjjkk":
            await press(pilot, key)
        assert len(asked) == 1
