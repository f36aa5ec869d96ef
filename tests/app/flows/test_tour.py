"""The tour: each step waits until it is done, nothing of it is kept, and who leaves it comes to the library."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app import launch
from briefing.app.app import BriefingApp
from briefing.app.commands import BY_ID
from briefing.app.launch import Left, open_library, show_tour
from briefing.app.tour.steps import STEPS
from briefing.library.build import build
from briefing.library.library import Library
from briefing.settings.assets import folder
from briefing.settings.places import Places, find_places
from briefing.settings.schema import OpenOptions, Settings
from tests.app.flows.conftest import app_of, press, screen, settle

Walk = Callable[..., AbstractAsyncContextManager[Pilot[int]]]
DONE = (
    ("enter",), ("/", *"ceasefire", "enter"), ("n", "n"), ("3", "j", "j", "enter"), ("D", *"2023-08-22", "enter"),
    ("u",), ("M", *"dahane", "enter"), ("u",), ("T",), ("enter",), ("y",), ("?",),
)  # fmt: skip
"""What each step asks for."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Places]:
    """The part of the sample in which the tour goes about, built."""
    base = tmp_path_factory.mktemp("tour")
    shutil.copytree(folder("corpus") / "dahane", base / "sample")
    places = find_places(base / "places")
    build([base / "sample"], places, Settings(), lambda _: None, lambda: False)
    return base / "sample", places


@pytest.fixture
def walk(sample: tuple[Path, Places], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("briefing.app.narrowing.REST", 0.001)
    monkeypatch.setattr("briefing.app.building.Building.start", lambda *_: None)
    shutil.copytree(sample[1].cache, tmp_path / "cache")

    @asynccontextmanager
    async def start(size: tuple[int, int] = (80, 24), ascii: bool = False) -> AsyncIterator[Pilot[int]]:
        places = find_places(tmp_path)
        library = Library([sample[0]], places, Settings())
        app = BriefingApp(library, Settings(clipboard="none"), places, OpenOptions(ascii=ascii, tour=True))
        try:
            async with app.run_test(size=size) as pilot:
                await settle(pilot)
                yield pilot
        finally:
            app.close_down()

    return start


async def calm(pilot: Pilot[int]) -> str:
    """As `settle`, without waiting for the rest of a reader; the screen."""
    await app_of(pilot).workers.wait_for_complete()
    await pilot.pause()
    return screen(pilot)


def done(pilot: Pilot[int]) -> bool:
    tour = app_of(pilot).desk.tour
    return tour is not None and tour.done


async def test_every_step_waits_until_it_is_done(walk: Walk) -> None:
    async with walk(ascii=True) as pilot:
        for number, keys in enumerate(DONE, 1):
            assert f"TOUR {number} of {len(STEPS)}" in screen(pilot)
            for key in keys:
                assert not done(pilot), (number, key)
                await pilot.press(key)
                await calm(pilot)
            assert done(pilot), number
            text = screen(pilot)
            assert f"TOUR {number} of {len(STEPS)}, nothing here is kept   done" in text
            assert text.isascii()
            if number == len(STEPS):
                await pilot.press("q")
            await pilot.press("space")
            await calm(pilot)
        assert app_of(pilot)._exit
        assert app_of(pilot).return_value == Left.TOUR


async def test_a_reader_in_haste_skips_it_all(walk: Walk) -> None:
    async with walk((120, 40)) as pilot:
        seen = []
        for _ in range(len(STEPS)):
            if app_of(pilot)._exit:
                break
            seen.append(screen(pilot).partition("TOUR ")[2].split(" ")[0])
            await pilot.press("space")
            await calm(pilot)
        assert seen == ["1", "2", "3", "4", "5", "7", "9", "10", "11", "12"]  # nothing to take back: 6 and 8
        assert app_of(pilot).return_value == Left.TOUR


async def test_other_keys_do_what_they_always_do(walk: Walk) -> None:
    async with walk() as pilot:
        tour = app_of(pilot).desk.tour
        assert tour
        text = await press(pilot, "j", "2", "1", "?")
        assert "HELP: LIST" in text
        assert "TOUR 1 of" in text  # a box leaves it in sight
        await press(pilot, "q", "T")
        assert "TIMELINE" in screen(pilot)
        await press(pilot, "q")
        assert not app_of(pilot)._exit
        assert tour.at == 0


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_ways_out(walk: Walk, key: str) -> None:
    async with walk() as pilot:
        await press(pilot, key)
        assert app_of(pilot).return_value == Left.TOUR


async def test_quitting_quits(walk: Walk) -> None:
    async with walk() as pilot:
        await press(pilot, "Q")
        assert app_of(pilot)._exit
        assert app_of(pilot).return_value is None


@pytest.mark.parametrize("size", [(60, 15), (40, 12), (40, 10)])
async def test_on_a_small_screen_something_is_left_of_the_panes(walk: Walk, size: tuple[int, int]) -> None:
    async with walk(size) as pilot:
        assert "LIST" in screen(pilot)
        assert len(screen(pilot).splitlines()) == size[1]


def test_steps_name_commands_that_there_are() -> None:
    from string import Formatter

    for step in STEPS:
        named = {name for text in (step.asks, step.told) for _, name, _, _ in Formatter().parse(text) if name}
        assert {*named, *filter(None, [step.takes])} <= set(BY_ID)


def test_it_runs_on_the_sample_with_a_notebook_that_is_gone_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = find_places(tmp_path / "mine")
    seen: list[tuple[Library, Places, OpenOptions]] = []

    def run(library: Library, settings: Settings, own: Places, options: OpenOptions) -> int:
        (own.data / "here").mkdir(parents=True)
        seen.append((library, own, options))
        return Left.TOUR

    monkeypatch.setattr(launch, "_run", run)
    assert show_tour(Settings(), places, OpenOptions(query="x", at="y", read_only=True)) == Left.TOUR
    ((library, own, options),) = seen
    assert library.roots == (folder("corpus").resolve(),)
    assert own.config == places.config
    assert not {own.data, own.cache, own.state} & {places.data, places.cache, places.state}
    assert not own.data.exists()
    assert options.tour
    assert not options.read_only
    assert (options.query, options.at) == (None, None)
    assert options.shared == ("--data-dir", str(own.data.parent))
    assert not places.data.exists()


def test_after_the_tour_comes_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    asked: list[OpenOptions] = []
    codes = iter([Left.FOR_TOUR, Left.TOUR, 0, Left.TOUR, 7, 130])

    def run(library: Library, settings: Settings, own: Places, options: OpenOptions) -> int:
        asked.append(options)
        return next(codes)

    monkeypatch.setattr(launch, "_run", run)

    def opened(options: OpenOptions) -> int:
        places = find_places(tmp_path / "mine")
        return open_library(Library([tmp_path / "news"], places, Settings()), Settings(), places, options)

    assert opened(OpenOptions(query="x", theme="wire")) == 0  # :tour, and back to where the reader was
    assert [(each.tour, each.query, each.theme) for each in asked] == [
        (False, "x", "wire"), (True, None, "wire"), (False, None, "wire"),
    ]  # fmt: skip
    asked.clear()
    assert opened(OpenOptions(query="x", tour=True, newcomer=True)) == 7  # --tour, then what was asked for
    assert [(each.tour, each.query, each.newcomer) for each in asked] == [(True, None, False), (False, "x", False)]
    assert opened(OpenOptions(tour=True)) == 130  # ended by a signal
