"""Pages as text. `BRIEFING_WRITE_SCREENS=1` writes them anew; read the difference before you keep it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.app.app import BriefingApp
from briefing.library.library import Library
from briefing.settings.places import find_places
from briefing.settings.schema import OpenOptions, Settings
from tests.app.flows.conftest import press, screen, settle
from tests.app.screens.tied import build_tied

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Library]:
    return build_tied(tmp_path_factory.mktemp("pages"))


KEYS: dict[str, tuple[str, ...]] = {
    "ledger": (":", *"ledger", "enter"),
    "timeline": ("T", "j", "j"),
    "dossier": (":", *"dossier ilse brandt", "enter"),
    "pairs": (":", *"pairs ilse brandt", "enter", "-"),
}
SIZES = ((80, 24), (120, 40), (200, 60))
SCREENS = [(name, size) for name in ("ledger", "timeline", "dossier") for size in SIZES] + [("pairs", SIZES[0])]


async def seen(library: Library, size: tuple[int, int], keys: tuple[str, ...], base: Path, ascii: bool) -> str:
    app = BriefingApp(library, Settings(), find_places(base), OpenOptions(ascii=ascii, read_only=True))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await press(pilot, key) if key in ("enter", "T", "-") else await pilot.press(key)
        await settle(pilot)
        text = screen(pilot) + "\n"
    app.close_down()
    return text


@pytest.mark.parametrize(("name", "size"), SCREENS)
async def test_page(
    name: str,
    size: tuple[int, int],
    library: Callable[[], Library],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("briefing.app.overview.REST", 0.001)
    text = await seen(library(), size, KEYS[name], tmp_path, ascii=False)
    file = HERE / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("BRIEFING_WRITE_SCREENS"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", KEYS)
async def test_pages_can_be_drawn_in_ascii_and_without_colour(
    name: str, library: Callable[[], Library], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = await seen(library(), (120, 48), KEYS[name], tmp_path, ascii=True)
    assert text.isascii()
    assert "#" in text
