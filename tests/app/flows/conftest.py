"""A small library with fixed findings, built once, and the app on it without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from types import MappingProxyType

import pytest
from textual.pilot import Pilot

from briefing.app.app import BriefingApp
from briefing.library.build import build
from briefing.library.library import Library
from briefing.settings.places import Places, find_places
from briefing.settings.schema import OpenOptions, Settings

ARTICLES = {
    "harbour.txt": (
        "Strike ends at Norrhavn\n2024-05-14\n\n"
        "NORRHAVN, May 14 - Port commissioner Ilse Brandt said on Tuesday that the strike was over.\n\n"
        "Brandt met the Dockers' Union (DU) on Monday. The union had called the strike in April.\n\n"
        "“We sign tomorrow,” said Tomas Reyl, who leads the DU.\n\n"
        "Read: How the strike began\n\n"
        "(Image Credit: Coast Gazette)\n"
    ),
    "river.md": (
        "---\ntitle: Two states share a river\ndate: 2024-03-02\nsource: Halden Wire\n---\n\n"
        "Norway and Finland agreed in March to share the water of a border river.\n\n"
        "The accord was signed on March 1 by envoys of both states.\n"
    ),
    "letter.txt": (
        "The envoy arrived on Tuesday, and Ilse Brandt met her at the quay.\n\n"
        "She left again earlier this month, officials said.\n"
    ),
    "long.txt": "A long inquiry\n2023-01-09\n\n"
    + "\n\n".join(
        f"Paragraph {n} of the inquiry tells of turbine {n} and of nothing else at all." for n in range(1, 61)
    )
    + "\n",
}


class Bench:
    """The library and its places."""

    def __init__(self, base: Path, articles: Mapping[str, str] = MappingProxyType(ARTICLES)) -> None:
        self.folder = base / "news"
        self.folder.mkdir()
        for name, text in articles.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        self.places = find_places(base / "places")
        self.build()

    def build(self) -> None:
        """Takes in what the folder holds now."""
        build([self.folder], self.places, Settings(), lambda _: None, lambda: False, confirm_removal=True)

    def library(self) -> Library:
        return Library([self.folder], self.places, Settings())


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


Run = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture
def run(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the app read-only (no builder) unless told otherwise, at 80x24 unless told otherwise."""
    for name in ("NO_COLOR", "COLORTERM", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("briefing.app.narrowing.REST", 0.001)
    monkeypatch.setattr("briefing.app.overview.REST", 0.001)
    monkeypatch.setattr("briefing.app.narrowing.MARKS_REST", 0.001)

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (80, 24),
        settings: Settings | None = None,
        places: Places | None = None,
        library: Library | None = None,
        **options: object,
    ) -> AsyncIterator[Pilot[int]]:
        chosen = OpenOptions(**{"ascii": False, "read_only": True, **options})  # type: ignore[arg-type]
        app = BriefingApp(library or bench.library(), settings or Settings(), places or bench.places, chosen)
        try:
            async with app.run_test(size=size) as pilot:
                await settle(pilot)
                yield pilot
        finally:
            app.close_down()

    return start


def app_of(pilot: Pilot[int]) -> BriefingApp:
    assert isinstance(pilot.app, BriefingApp)
    return pilot.app


def screen(pilot: Pilot[int]) -> str:
    """The screen as text, lines without trailing blanks."""
    return "\n".join(strip.text.rstrip() for strip in app_of(pilot).desk.rows())


async def settle(pilot: Pilot[int]) -> None:
    """Waits for workers and for what they sent."""
    await pilot.pause(0.12)
    for _ in range(2):  # a count begins when its answer is shown
        await app_of(pilot).workers.wait_for_complete()
        await pilot.pause(0.05)


async def press(pilot: Pilot[int], *keys: str) -> str:
    """Presses keys, waits for what they start, and gives the screen."""
    await pilot.press(*keys)
    await settle(pilot)
    return screen(pilot)
