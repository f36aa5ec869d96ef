"""The facet pane at work: counts follow the list, f and x edit the query, u takes it back, late counts are dropped."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.app.layout import PaneName
from briefing.app.messages import FacetsCounted
from briefing.library.library import Library
from briefing.model.facet import Facets
from briefing.model.query import SearchQuery
from tests.app.flows.conftest import Run, app_of, press, screen

WIDE = (120, 40)


def left(text: str) -> list[str]:
    """The lines of the left column, from the facets on."""
    lines = [line.partition("│")[0].rstrip() for line in text.splitlines()]
    return lines[next(at for at, line in enumerate(lines) if "4 FACETS" in line) :]


async def test_the_pane_counts_what_the_list_shows(run: Run) -> None:
    async with run(size=WIDE) as pilot:
        assert "of 4 articles" in left(screen(pilot))[0]
        text = await press(pilot, "/", *"brandt")
        assert "of 2 articles" in left(text)[0]
        assert any("Ilse Brandt         2" in line for line in left(text))
        assert "of 4 articles" in left(await press(pilot, "escape"))[0]


async def test_keep_leave_out_and_take_back(run: Run) -> None:
    async with run(size=WIDE) as pilot:
        text = await press(pilot, "4", "f")
        assert 'query: who:"Ilse Brandt"' in text
        assert any(line.startswith(" >+Ilse Brandt") for line in left(text))
        text = await press(pilot, "x")
        assert 'query: -who:"Ilse Brandt"' in text
        assert any("-Ilse Brandt" in line and line.endswith("left out") for line in left(text))
        text = await press(pilot, "x")
        assert "query:" not in text
        text = await press(pilot, "enter")
        assert 'query: who:"Ilse Brandt"' in text


async def test_undo_walks_back_through_filters_and_marks_in_order(run: Run) -> None:
    async with run(size=WIDE, read_only=False) as pilot:
        await press(pilot, "4", "f", "1", "*", "F")
        assert "query:" not in screen(pilot)
        text = await press(pilot, "u")
        assert 'query: who:"Ilse Brandt"' in text
        assert "starred             1" in "\n".join(left(text))
        assert "star taken away" in await press(pilot, "u") or "starred" in screen(pilot)
        assert "starred  " not in "\n".join(left(screen(pilot)))
        assert "query:" not in await press(pilot, "u")
        assert "Nothing to undo" in await press(pilot, "u")
        assert 'query: who:"Ilse Brandt"' in await press(pilot, "ctrl+r")
        text = await press(pilot, "ctrl+r", "ctrl+r")
        assert "query:" not in text
        assert "Nothing to do again" in await press(pilot, "ctrl+r")


async def test_undo_returns_to_the_search_before(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "/", *"brandt", "enter", "/", *" strike", "enter")
        assert "query: brandt strike" in screen(pilot)
        assert "query: brandt  " in await press(pilot, "u")
        assert "query: brandt strike" in await press(pilot, "ctrl+r")


async def test_a_small_screen_shows_them_under_the_list(run: Run) -> None:
    async with run() as pilot:
        assert "FACETS" not in screen(pilot)
        text = await press(pilot, "4")
        assert "▌4 FACETS  of 4 articles" in text
        assert " 1 LIST" in text
        assert "2 READ" not in text
        text = await press(pilot, "f", "q")
        assert "2 READ" in text
        assert "FACETS" not in text
        assert app_of(pilot).desk.active is PaneName.LIST


@pytest.mark.parametrize("size", [(80, 24), (50, 20), WIDE])
async def test_tab_goes_round_what_is_on_screen(run: Run, size: tuple[int, int]) -> None:
    async with run(size=size) as pilot:
        await press(pilot, "4")
        seen = []
        for _ in range(4):
            await press(pilot, "tab")
            seen.append(app_of(pilot).desk.active)
        assert PaneName.LIST in seen
        assert (PaneName.FACETS in seen) == (size != (80, 24))


async def test_nothing_is_counted_that_is_not_seen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    counted = Library.facets

    def count(self: Library, query: SearchQuery | None, *rest: Any) -> Facets:
        asked.append(query)
        return counted(self, query, *rest)

    monkeypatch.setattr(Library, "facets", count)
    async with run() as pilot:
        await press(pilot, "/", *"brandt", "enter")
        assert asked == []
        await press(pilot, "4")
        assert len(asked) == 1
        await press(pilot, "1", "4", "j", "k")
        assert len(asked) == 1


async def test_a_late_count_is_dropped(run: Run) -> None:
    async with run(size=WIDE) as pilot:
        desk = app_of(pilot).desk
        desk.post_message(FacetsCounted(-1, Facets(999, ())))
        await pilot.pause(0.1)
        assert "of 4 articles" in left(screen(pilot))[0]


async def test_the_builder_of_filters_finds_by_typing(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, ":", *"filter", "enter")
        assert "FILTER 4 articles" in text
        assert "Ctrl+X leave out" in text
        text = await press(pilot, *"halden", "enter")
        assert 'query: source:"Halden Wire"' in text
        text = await press(pilot, ":", *"filter", "enter", *"norway", "ctrl+x")
        assert "-who:Norway" in text
        assert "Nothing found" in text
        text = await press(pilot, "4")
        assert "-Norway" in text
        assert "left out" in text


async def test_read_marks_are_counted_after_a_rest(run: Run) -> None:
    async with run(size=(200, 60), read_only=False) as pilot:
        assert any(line.split()[:2] == ["unread", "4"] for line in left(screen(pilot)))
        text = await press(pilot, "enter", "1")
        assert any(line.split()[:2] == ["unread", "3"] for line in left(text))
