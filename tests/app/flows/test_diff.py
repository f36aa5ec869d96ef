"""`d` compares a copy with the first printing: steps from change to change and from copy to copy, opens the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.flows.conftest import Bench, Run, app_of, press, screen
from tests.app.flows.test_folding import ARTICLES
from tests.library.prose import report

MORE = "In Ouriba nobody had heard of the zebra."


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, {**ARTICLES, "other.md": f"---\ntitle: Other\ndate: 2021-03-07\n---\n\n{report(2)}\n"})


async def test_a_copy_against_the_first_printing(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "j", "+", "j", "j", "d")
        assert "DIFF" in text
        assert "copy 2 of 2" in text
        assert " --- 2021-03-01  Halden Wire  first.md  The first report" in text
        assert " +++ 2021-03-05  HALDEN WIRE  last.md  The last report" in text
        assert "… 7 paragraphs the same" in text
        assert f" >   p8 {{+{MORE}+}}" in text
        assert "1 place differs" in text
        text = await press(pilot, "K")
        assert "copy 1 of 2" in text
        assert "late.md" in text
        assert "first copy" in await press(pilot, "K")


async def test_steps_from_change_to_change_and_opens_the_place(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "j", "d")
        page = app_of(pilot).desk.paging.page
        assert page
        seen = [page.cursor]
        for _ in range(3):
            await press(pilot, "n")
            seen.append(page.cursor)
        assert seen == sorted(set(seen))
        await press(pilot, "N")
        assert page.cursor == seen[-2]
        assert "[-" in next(line for line in screen(pilot).splitlines() if line.startswith(" >"))
        text = await press(pilot, "enter")
        assert "READ  first.md" in text or "READ  late.md" in text
        assert "q goes back to DIFF" in text
        assert "DIFF" in await press(pilot, "q")
        assert page.cursor == seen[-2]
        assert "1 LIST" in await press(pilot, "q")


async def test_it_says_the_command_that_prints_the_same(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "j", "enter", "d")
        assert "briefing copies --diff first.md late.md" in await press(pilot, ":", *"cli", "enter")


async def test_what_has_no_copies_says_so_and_any_two_can_be_compared(run: Run) -> None:
    async with run() as pilot:
        assert "has no copies" in await press(pilot, "d")
        assert "d compares" in await press(pilot, ":", *"next-copy", "enter")
        text = await press(pilot, ":", *"diff first.md", "enter")
        assert " +++ 2021-03-01  Halden Wire  first.md" in text


async def test_in_ascii_and_small(run: Run) -> None:
    async with run(size=(40, 10), ascii=True) as pilot:
        text = await press(pilot, "j", "d")
        assert "DIFF" in text
        assert text.isascii()
