"""A claim that copies repeat is one row of the ledger; `w` lists the others and opens them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.flows.conftest import Bench, Run, press
from tests.library.prose import report

DEED = "General Khalifa Haftar lost 40 soldiers in Sirte on 2 March 2021."
ARTICLES = {
    f"{name}.md": f"---\ntitle: The {name} report\ndate: 2021-03-0{day}\n---\n\n{deed}\n\n{report(1)}\n"
    for name, day, deed in (("first", 4, DEED), ("late", 5, DEED), ("other", 6, DEED.replace("40", "70")))
}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, ARTICLES)


async def test_one_row_and_where_else_it_is_told(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        text = await press(pilot, ":", *"ledger khalifa haftar", "enter")
        assert "2 dated claims" in text
        assert "×2 first.md:p1" in text
        text = await press(pilot, "w")
        assert "TOLD IN 2 ARTICLES" in text
        text = await press(pilot, "down", "enter")
        assert "READ  late.md" in text
        text = await press(pilot, ":", *"ledger khalifa haftar", "enter", "j", "w")
        assert "No copy repeats this." in text


async def test_in_ascii_and_in_a_wide_pane(run: Run) -> None:
    async with run(ascii=True) as pilot:
        assert "x2 first.md:p1" in await press(pilot, ":", *"ledger khalifa haftar", "enter")
    async with run(size=(200, 60)) as pilot:
        assert "×2 articles first.md:p1" in await press(pilot, ":", *"ledger khalifa haftar", "enter")
