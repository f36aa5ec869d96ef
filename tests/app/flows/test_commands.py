"""The `:` line, the boxes, themes, keymaps, and what is wrong in the user's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.layout import PaneName
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.app.flows.conftest import Bench, Run, app_of, press, screen


async def test_command_line_completes_and_runs(run: Run) -> None:
    async with run() as pilot:
        assert ":fo" in await press(pilot, ":", "f", "o")
        assert app_of(pilot).desk.prompt
        text = await press(pilot, "tab")
        assert ":fold" in text
        assert "folded" in await press(pilot, "enter")


async def test_an_unknown_command_says_so(run: Run) -> None:
    async with run() as pilot:
        assert "no command “frobnicate”" in await press(pilot, ":", *"frobnicate", "enter")
        assert "no command “ledgr”; did you mean :ledger?" in await press(pilot, ":", *"ledgr", "enter")


async def test_go_to_a_citation(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, ":", *"go long.txt:p40", "enter")
        assert "p40 Paragraph 40" in text
        assert app_of(pilot).desk.active is PaneName.READER
        assert "no.txt" in await press(pilot, ":", *"go no.txt", "enter")
        assert "letter.txt has 2 paragraphs, no p9." in await press(pilot, ":", *"go letter.txt:p9", "enter")


async def test_help_is_searchable_and_scrolls(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "?")
        assert "HELP: LIST" in text
        assert "Read the article in the reader." in text
        text = await press(pilot, "/", *"starred")
        assert "is:unread" in text
        assert "Read the article in the reader." not in text
        assert "HELP: LIST" in await press(pilot, "escape")  # all rows again
        assert "Half a page down." in await press(pilot, "space", "space")
        assert "HELP" not in await press(pilot, "q")


async def test_help_is_of_the_view_on_the_screen_or_of_the_one_named(run: Run) -> None:
    async with run() as pilot:
        for keys, title in (("2", "READER"), ("3", "WHO AND WHEN"), ("4", "FACETS"), ("T", "TIMELINE")):
            assert f"HELP: {title}" in await press(pilot, *keys, "?")
            await press(pilot, "escape")
        assert "HELP: REVIEW" in await press(pilot, ":", *"help review", "enter")
        await press(pilot, "q")
        text = await press(pilot, ":", *"help query", "enter")
        assert "HELP: THE QUERY LANGUAGE" in text
        assert "Either (OR in capitals)." in text
        await press(pilot, "q")
        text = await press(pilot, ":", *"help nothing", "enter")
        assert "Help on one of list, reader, who" in text


async def test_palette_runs_a_command(run: Run) -> None:
    async with run() as pilot:
        assert "COMMANDS" in await press(pilot, "ctrl+p")
        text = await press(pilot, *"zoom", "enter")
        assert "[1/4]" in text


async def test_themes_preview_while_moving_and_come_back_on_escape(run: Run) -> None:
    async with run() as pilot:
        app = app_of(pilot)
        before = app.desk.ink.look
        await press(pilot, ":", *"theme", "enter")
        await press(pilot, "down")
        assert app.desk.ink.look != before
        await press(pilot, "escape")
        assert app.desk.ink.look == before
        await press(pilot, ":", *"theme newsprint", "enter")
        assert app.theme_name == "newsprint"
        assert "no theme" in await press(pilot, ":", *"theme nope", "enter")


async def test_a_theme_is_kept(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, ":", *"theme wire", "enter")
    async with run() as pilot:
        assert app_of(pilot).theme_name == "wire"


async def test_the_users_keys(run: Run, bench: Bench) -> None:
    bench.places.config.mkdir(parents=True)
    bench.places.keymap_file.write_text('star = "s"\nnonsense = "y"\n')
    async with run(read_only=False) as pilot:
        assert "keys.toml:2" in screen(pilot)
        assert "nonsense" in screen(pilot)
        assert ">N* " in await press(pilot, "s")
        assert ">N* " in await press(pilot, "*")


async def test_a_broken_theme_is_a_message(run: Run, bench: Bench) -> None:
    bench.places.themes.mkdir(parents=True)
    (bench.places.themes / "mine.toml").write_text('[roles]\ntext = { fg = "purplish" }\n')
    async with run(settings=Settings(theme="mine")) as pilot:
        assert "mine.toml" in screen(pilot)
        assert app_of(pilot).theme_name == "dark"


async def test_ascii_draws_ascii_only(run: Run) -> None:
    for size in ((80, 24), (120, 40), (45, 15)):
        async with run(size=size, ascii=True) as pilot:
            await press(pilot, "3", "?", "escape", "1")
            assert screen(pilot).isascii()


async def test_pane_sizes_change_and_come_back(run: Run) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        desk = app_of(pilot).desk
        width = desk.plan.boxes[PaneName.LIST].width
        await press(pilot, ">", ">")
        assert desk.plan.boxes[PaneName.LIST].width == width + 8
    async with run(size=(120, 40)) as pilot:
        desk = app_of(pilot).desk
        assert desk.plan.boxes[PaneName.LIST].width == width + 8
        await press(pilot, "=")
        assert desk.plan.boxes[PaneName.LIST].width == width


@pytest.mark.parametrize("keys", [("Q",), ("q",), ("ctrl+c",)])
async def test_ways_out(run: Run, keys: tuple[str, ...]) -> None:
    async with run() as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.1)
        assert app_of(pilot)._exit


async def test_an_empty_folder_says_what_is_read(run: Run, tmp_path: Path) -> None:
    from briefing.app.app import BriefingApp
    from briefing.library.library import Library
    from briefing.settings.schema import OpenOptions

    empty = tmp_path / "empty"
    empty.mkdir()
    places = find_places(tmp_path / "elsewhere")
    app = BriefingApp(
        Library([empty], places, Settings()), Settings(), places, OpenOptions(read_only=True, ascii=False)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = "\n".join(strip.text for strip in app.desk.rows())
        assert "No article here" in text
        for key in ("j", "enter", "3", "n", "/", "escape", "A", "G", "space", "*", "u"):
            await pilot.press(key)
    app.close_down()


async def test_pasting_into_the_search_bar(run: Run) -> None:
    from textual import events

    async with run() as pilot:
        await press(pilot, "/")
        pilot.app.post_message(events.Paste("brandt\x1b[31m\nstrike"))
        await pilot.pause(0.1)
        prompt = app_of(pilot).desk.prompt
        assert prompt
        assert prompt.text.isprintable()
        assert prompt.text.startswith("brandt")
