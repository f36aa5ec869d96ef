"""Open, move, read, and find who and when: the way a reader goes."""

from __future__ import annotations

import pytest

from briefing.app.layout import PaneName
from briefing.library.events import Finished
from briefing.settings.schema import Settings
from tests.app.flows.conftest import Bench, Run, app_of, press, screen, settle


async def test_the_first_screen_shows_the_newest_article(run: Run) -> None:
    async with run() as pilot:
        text = screen(pilot)
        assert "4 articles · 1 undated" in text
        lines = text.splitlines()
        assert lines[2].startswith(" >N  2024-05-14  Strike ends at Norrhavn")
        assert "????" in lines[5]
        assert "p1 NORRHAVN, May 14 - Port commissioner Ilse Brandt said on Tuesday" in text


async def test_moving_opens_after_a_rest_and_marks_nothing_as_read(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "j")
        assert "Norway and Finland agreed in March" in text
        assert app_of(pilot).desk.articles.window.cursor == 1
        assert not app_of(pilot).library.notebook.read_ids()


async def test_held_keys_open_one_article(run: Run) -> None:
    async with run(settings=Settings(open_delay_ms=500)) as pilot:
        desk = app_of(pilot).desk
        opened: list[int] = []
        inner = app_of(pilot).library.open
        app_of(pilot).library.open = lambda number: opened.append(number) or inner(number)  # type: ignore[method-assign, func-returns-value]
        await press(pilot, "j", "j", "j")
        await pilot.pause(0.6)
        assert len(opened) == 1
        assert desk.reader.view
        assert desk.reader.view.number == opened[0]


async def test_enter_reads_and_marks_as_read(run: Run) -> None:
    async with run(read_only=False) as pilot:
        text = await press(pilot, "enter")
        desk = app_of(pilot).desk
        assert desk.active is PaneName.READER
        assert "▌2 READ" in text
        assert len(app_of(pilot).library.notebook.read_ids()) == 1
        assert " >   2024-05-14" in text


async def test_undo_and_redo_of_star_and_read(run: Run) -> None:
    async with run(read_only=False) as pilot:
        assert " >N* 2024-05-14" in await press(pilot, "*")
        assert " >   2024-05-14" not in await press(pilot, "U")
        assert " > * 2024-05-14" in screen(pilot)
        text = await press(pilot, "u")
        assert "Undone: marked harbour.txt as read" in text
        assert " >N* 2024-05-14" in text
        assert " >N  2024-05-14" in await press(pilot, "u")
        assert "Nothing to undo." in await press(pilot, "u")
        assert " >N* 2024-05-14" in await press(pilot, "ctrl+r")


async def test_read_only_writes_no_mark(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "*")
        assert "Opened read-only" in text
        assert " >N  2024-05-14" in text


async def test_paging_scrolls_and_goes_on_to_the_next_unread(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "j", "j")
        desk = app_of(pilot).desk
        assert "Paragraph 1 of" in screen(pilot)
        await press(pilot, "space")
        assert desk.reader.top > 0
        for _ in range(20):
            await pilot.press("space")
        await press(pilot, "space")
        assert desk.articles.window.cursor == 3
        assert len(app_of(pilot).library.notebook.read_ids()) >= 1


async def test_ends_and_half_pages(run: Run) -> None:
    async with run() as pilot:
        desk = app_of(pilot).desk
        await press(pilot, "G")
        assert desk.articles.window.cursor == 3
        await press(pilot, "g", "g")
        assert desk.articles.window.cursor == 0
        await press(pilot, "j", "j", "2", "G")
        assert "Paragraph 60 of" in screen(pilot)
        await press(pilot, "g", "g")
        assert desk.reader.top == 0
        await press(pilot, "ctrl+d")
        half = desk.reader.top
        assert 4 <= half <= 10
        await press(pilot, "ctrl+u")
        assert desk.reader.top == 0


async def test_who_pane_goes_to_mentions_and_sentences(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "3")
        assert "▌3 WHO" in text
        assert "PEOPLE" in text
        assert ">Ilse Brandt" in text
        assert "Ilse Brandt: mention 1 of" in await press(pilot, "enter")
        assert "mention 2 of" in await press(pilot, "n")
        assert "mention 1 of" in await press(pilot, "N")
        desk = app_of(pilot).desk
        while not (desk.who.current and desk.who.current.times):
            before = desk.who.cursor
            await pilot.press("j")
            assert desk.who.cursor != before
        await press(pilot, "enter")
        assert desk.reader.focus
        assert desk.reader.view
        words = desk.reader.focus.of(desk.reader.view.article.text.value)
        assert words.endswith(".")


async def test_the_who_pane_names_no_actor_of_a_credit_or_link(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        who = [strip.text[-33:] for strip in app_of(pilot).desk.rows()[3:-2]]
        assert any("Ilse Brandt" in line for line in who)
        assert not any("Coast Gazette" in line or "Read:" in line for line in who)


async def test_an_undated_article_says_so_and_leaves_its_days_open(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        text = await press(pilot, "G")
        assert "no publication date" in text
        assert "? Tuesday" in text
        assert "no anchor" in text


async def test_folding_keeps_paragraph_numbers(run: Run) -> None:
    async with run() as pilot:
        assert "p4 Read: How the strike began" in screen(pilot)
        text = await press(pilot, "Z")
        assert "Read: How" not in text
        assert "2 credits, bylines and links folded." in text
        assert "p3 “We sign tomorrow" in text
        assert "p4 Read:" in await press(pilot, "Z")


async def test_zoom_and_back(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "2", "z")
        assert "[2/4]" in text
        assert "LIST" not in text
        assert "1 LIST" in await press(pilot, "q")
        assert app_of(pilot).desk.active is PaneName.READER
        await press(pilot, "q")
        assert app_of(pilot).desk.active is PaneName.LIST


async def test_next_article_from_the_reader(run: Run) -> None:
    async with run() as pilot:
        assert "Norway and Finland" in await press(pilot, "2", "J")
        assert "Strike ends" in await press(pilot, "K")
        assert "This is the first article." in await press(pilot, "K")


async def test_the_place_comes_back(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "j", "j", "2", "space", "space")
        offset = app_of(pilot).desk.reader.offset
        assert offset > 200
    async with run() as pilot:
        desk = app_of(pilot).desk
        assert desk.active is PaneName.READER
        assert desk.articles.window.cursor == 2
        assert desk.reader.offset == offset


async def test_a_resize_keeps_the_text_at_the_top(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "j", "j", "2", "space", "space")
        desk = app_of(pilot).desk
        paragraph = desk.reader.paragraph
        for size in ((120, 40), (60, 20), (45, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert desk.reader.paragraph == paragraph
            assert all(len(strip.text) == size[0] for strip in desk.rows())


async def test_too_small_says_so(run: Run) -> None:
    async with run(size=(39, 9)) as pilot:
        assert "40x10 needed" in screen(pilot)


async def test_an_article_that_is_gone_is_told_and_keys_stay_with_what_is_read(bench: Bench, run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "j", "enter")
        app = app_of(pilot)
        view = app.desk.reader.view
        assert view is not None
        assert view.article.name == "river.md"
        (bench.folder / "river.md").unlink()
        bench.build()
        app.desk.building.hear(None)
        await settle(pilot)
        assert "river.md is gone from the library" in screen(pilot)
        assert "Two states share a river" in screen(pilot)
        await press(pilot, "*")
        notebook = app.library.notebook
        assert notebook.is_starred(view.article.id)
        card = app.desk.articles.current
        assert card is not None
        assert not notebook.is_starred(card.id)
        assert "river.md" in await press(pilot, ":", *"cli", "enter")


@pytest.mark.parametrize(("keys", "seen"), [
    (("D",), "2024-03-02 Saturday"), (("tab",), "Two states share a river"), (("3",), "Norway"), (("a",), "Norway"),
])  # fmt: skip
async def test_keys_are_about_the_row_under_the_cursor_before_it_has_opened(
    run: Run, keys: tuple[str, ...], seen: str
) -> None:
    async with run(low_bandwidth=True) as pilot:
        text = await press(pilot, "j")
        assert "Strike ends at Norrhavn" in text.splitlines()[7]  # nothing opens but on Enter
        assert seen in await press(pilot, *keys)


async def test_a_rescan_says_what_could_not_be_read(run: Run) -> None:
    async with run() as pilot:
        building = app_of(pilot).desk.building
        building.rescan()
        building.hear(Finished(0, 0, 1, 4))
        await settle(pilot)
        assert "Nothing has changed. 1 file could not be read: :problems lists them." in screen(pilot)
