"""The mouse, which is off until it is asked for: a click chooses, the wheel scrolls."""

from __future__ import annotations

from textual import events

from briefing.app.layout import PaneName
from tests.app.flows.conftest import Run, app_of, press, settle


async def test_a_click_chooses_pane_and_row(run: Run) -> None:
    async with run() as pilot:
        desk = app_of(pilot).desk
        await pilot.click(offset=(20, 3))
        await settle(pilot)
        assert desk.articles.window.cursor == 1
        assert desk.reader.view
        assert desk.reader.view.article.path == "river.md"
        await pilot.click(offset=(20, 12))
        await settle(pilot)
        assert desk.active is PaneName.READER


async def test_a_click_on_a_name_goes_to_its_mention(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        desk = app_of(pilot).desk
        await pilot.click(offset=(95, 4))
        await settle(pilot)
        assert desk.active is PaneName.WHO
        assert desk.reader.focus


async def test_the_wheel_scrolls_what_is_under_it(run: Run) -> None:
    async with run() as pilot:
        desk = app_of(pilot).desk
        await pilot.press("j", "j")
        await settle(pilot)

        def wheel(kind: type[events.MouseScrollDown] | type[events.MouseScrollUp], y: int) -> None:
            desk.post_message(kind(desk, 20, y, 0, 0, 0, False, False, False, 20, y))

        wheel(events.MouseScrollDown, 15)
        await settle(pilot)
        assert desk.reader.top == 3
        wheel(events.MouseScrollUp, 15)
        await settle(pilot)
        assert desk.reader.top == 0
        wheel(events.MouseScrollUp, 3)
        await settle(pilot)
        assert desk.articles.window.cursor == 1


async def test_a_click_and_the_wheel_on_a_page(run: Run) -> None:
    async with run() as pilot:
        desk = app_of(pilot).desk
        await press(pilot, "T")
        page = desk.paging.page
        assert page is not None
        at = page.cursor
        desk.post_message(events.MouseScrollDown(desk, 20, 6, 0, 0, 0, False, False, False, 20, 6))
        await settle(pilot)
        assert page.cursor > at
        await pilot.click(offset=(5, 3))
        await settle(pilot)
        assert desk.active is PaneName.PAGE
        assert desk.view == "ledger"  # the step that was clicked is open
