"""The review: one question at a time, y, n and s, never again, undone by u, and Enter to the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.layout import PaneName
from briefing.app.pages.review import ReviewPage
from tests.app.flows.conftest import Bench, Run, app_of, press
from tests.library.test_review import TEXTS


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, TEXTS)


async def test_questions_are_judged_counted_and_taken_back(run: Run) -> None:
    async with run(read_only=False) as pilot:
        text = await press(pilot, "r")
        page = app_of(pilot).desk.paging.page
        assert isinstance(page, ReviewPage)
        count = len(page.open)
        assert "Does “June” mean 2023-06?" in text
        assert "Ilse Brandt met the mayor in June." in text
        assert "Nothing is judged yet." in text
        text = await press(pilot, "y")
        assert "1 of 1 (100%): dates 1 of 1" in text
        assert "Is NDU (organisation, 1 article) Northern Dock Union?" in text
        text = await press(pilot, "n")
        assert "1 of 2 (50%)" in text
        assert app_of(pilot).library.find_actor("NDU").name == "NDU"
        assert "Is NDU (organisation, 1 article) Northern Dock Union?" in await press(pilot, "u")
        text = await press(pilot, "s")
        assert "1 skipped" in text
        assert len(page.open) == count - 2
        await press(pilot, "q")
    async with run(read_only=False) as pilot:
        text = await press(pilot, "r")
        assert "June” mean" not in text
        assert "Northern Dock Union?" not in text
        await press(pilot, "q")
        assert "Northern Dock Union?" in await press(pilot, ":", *"review skipped", "enter")
        assert "Northern Dock Union?" not in await press(pilot, "s")


async def test_enter_opens_the_sentence(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, ":", *"review merge", "enter")
        text = await press(pilot, "enter")
        desk = app_of(pilot).desk
        assert desk.active is PaneName.READER
        assert desk.reader.focus is not None
        assert "NDU said no" in text


async def test_read_only_asks_and_takes_nothing(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "r")
        assert "read-only" in await press(pilot, "y")
        assert "one of date, merge, type, tie" in await press(pilot, ":", *"review nonsense", "enter")
