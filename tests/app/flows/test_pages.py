"""Ledger, timeline, dossier and with whom: what their keys do, what they do not wait for, and their command lines."""

from __future__ import annotations

import shlex
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app.app import BriefingApp
from briefing.app.commands import COMMANDS
from briefing.app.draw.entry import Entry
from briefing.app.layout import PaneName
from briefing.app.views import is_of
from briefing.cli.main import main
from briefing.library.library import Library
from briefing.model.claim import Claim
from briefing.notebook.decisions import note
from briefing.notebook.subject import ActorSubject
from briefing.settings.places import find_places
from briefing.settings.schema import OpenOptions, Settings
from tests.app.flows.conftest import app_of, press, screen, settle
from tests.app.screens.tied import build_tied

Quay = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("quay")


@pytest.fixture(scope="module")
def library(base: Path) -> Callable[[], Library]:
    return build_tied(base)


@pytest.fixture
def quay(library: Callable[[], Library], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Quay:
    """The app on eight articles with fixed claims."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("briefing.app.narrowing.REST", 0.001)

    @asynccontextmanager
    async def start(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
        app = BriefingApp(library(), Settings(), find_places(tmp_path), OpenOptions(ascii=False, read_only=True))
        try:
            async with app.run_test(size=size) as pilot:
                await settle(pilot)
                yield pilot
        finally:
            app.close_down()

    return start


async def type_in(pilot: Pilot[int], line: str) -> str:
    """A line after `:`."""
    await pilot.press(":", *line)
    return await press(pilot, "enter")


async def test_timeline_zooms_around_its_cursor_and_opens_the_claims_of_a_step(quay: Quay) -> None:
    async with quay() as pilot:
        assert "TIMELINE  by month  all articles" in await press(pilot, "T")
        await press(pilot, *"jjjj")
        assert ">2023-02" in screen(pilot)
        text = await press(pilot, "-")
        assert "by year" in text
        assert ">2023 " in text
        assert "A year is the longest step." in await press(pilot, "-")
        assert "by month" in await press(pilot, "=")
        assert ">2023-01" in screen(pilot)
        text = await press(pilot, "enter")
        assert "LEDGER  3 dated claims: all articles, 2023-01-01 to 2023-01-31" in text
        assert "TIMELINE" in await press(pilot, "q")
        text = await press(pilot, "f")
        assert "query: pub:2023-01-01..2023-01-31" in text
        assert app_of(pilot).desk.active is PaneName.LIST
        assert "query:" not in await press(pilot, "u")


async def test_timeline_shows_gaps_and_what_it_cannot_place(quay: Quay) -> None:
    async with quay() as pilot:
        text = await press(pilot, "T")
        assert "no coverage, 275 months: 1998-02 to 2020-12" in text
        assert "2 claims not placed" in text
        text = await press(pilot, "G")
        assert ">1 article without a date" in text
        assert "is:undated" in await press(pilot, "enter")
        await press(pilot, "F", "T", "G", "k")
        assert "LEDGER  2 unplaced claims" in await press(pilot, "enter")


async def test_timeline_from_the_reader_opens_at_the_date_of_the_article(quay: Quay) -> None:
    async with quay() as pilot:
        await press(pilot, "j", "2")  # strike-6
        assert ">2023-06 " in await press(pilot, "T")
        await press(pilot, "q", "1", "G", "2")
        text = await press(pilot, "T")
        assert ">1998-01" in text
        assert "This article has no date" in text


async def test_timeline_of_what_is_found_and_of_the_actor_under_the_cursor(quay: Quay) -> None:
    async with quay() as pilot:
        await press(pilot, "/", *"path:strike-2.txt", "enter")
        assert "the articles found" in await press(pilot, "T")
        await press(pilot, "q", "F", "3")
        text = await press(pilot, "T")
        assert "by month  Ilse Brandt" in text
        assert "briefing timeline --actor 'Ilse Brandt' --by month" in await type_in(pilot, "cli")


async def test_density_strip_on_a_large_screen_only(quay: Quay) -> None:
    async with quay((160, 45)) as pilot:
        text = await press(pilot, "T")
        assert "^1998-01" in text
        assert "█" in text
        assert "^2021-01" in await press(pilot, "j")
    async with quay((159, 45)) as pilot:
        assert "^" not in await press(pilot, "T")


async def test_enter_on_an_actor_goes_to_its_mention_and_then_to_its_dossier(quay: Quay) -> None:
    async with quay() as pilot:
        await press(pilot, "3")
        assert "mention 1 of 2" in await press(pilot, "enter")
        assert "mention 2 of 2" in await press(pilot, "n")
        text = await press(pilot, "enter")
        assert "DOSSIER  Ilse Brandt" in text
        assert "8 articles, 15 mentions" in text
        assert "▌3 WHO" in await press(pilot, "q")


async def test_dossiers_lead_on_and_q_comes_back_page_by_page(quay: Quay) -> None:
    async with quay((120, 50)) as pilot:
        await press(pilot, "A", "3")
        assert "DOSSIER" in await press(pilot, "enter")
        await type_in(pilot, "dossier dockers' union")
        text = screen(pilot)
        assert "DOSSIER  Dockers' Union" in text
        assert "dockers: agree, 7 sources" in text
        page = app_of(pilot).desk.paging.page
        assert page is not None
        while ">Ilse Brandt, person" not in screen(pilot):
            before = page.cursor
            await pilot.press("j")
            assert page.cursor != before
        assert "DOSSIER  Ilse Brandt" in await press(pilot, "enter")
        assert "DOSSIER  Dockers' Union" in await press(pilot, "q")
        assert ">Ilse Brandt, person" in screen(pilot)
        text = await press(pilot, "f")
        assert 'who:"Dockers\' Union" who:"Ilse Brandt"' in text


async def test_a_claim_opens_its_sentence_and_q_comes_back_to_the_page(quay: Quay) -> None:
    async with quay() as pilot:
        await type_in(pilot, "ledger")
        await press(pilot, "j")
        text = await press(pilot, "enter")
        assert "q goes back to LEDGER." in text
        desk = app_of(pilot).desk
        assert desk.active is PaneName.READER
        assert desk.reader.focus
        text = await press(pilot, "q")
        assert "LEDGER" in text
        assert desk.paging.page is not None
        assert desk.paging.page.cursor > 1
        await press(pilot, "enter", "1", "2")
        assert "LEDGER" not in await press(pilot, "q")  # the reader has gone elsewhere since


@pytest.mark.parametrize(("key", "pane"), [("1", PaneName.LIST), ("2", PaneName.READER), ("3", PaneName.WHO),
                                           ("4", PaneName.FACETS), ("tab", PaneName.READER)])  # fmt: skip
async def test_a_glance_at_a_pane_that_a_page_covers_comes_back_to_the_page(
    quay: Quay, key: str, pane: PaneName
) -> None:
    async with quay() as pilot:
        await type_in(pilot, "ledger")
        await press(pilot, "j", "j")
        desk = app_of(pilot).desk
        row = desk.paging.page and desk.paging.page.cursor
        assert "q goes back to LEDGER." in await press(pilot, key)
        assert (desk.active, desk.paging.shown) == (pane, None)
        await press(pilot, "j")
        assert "LEDGER" in await press(pilot, "q")
        assert desk.paging.page
        assert desk.paging.page.cursor == row
        assert "LEDGER" not in await press(pilot, "q")


async def test_a_search_from_a_page_leaves_it(quay: Quay) -> None:
    async with quay() as pilot:
        await type_in(pilot, "ledger")
        await press(pilot, "\\", *"brandt", "enter")
        desk = app_of(pilot).desk
        assert desk.searching.text == "brandt"
        assert "LEDGER" not in await press(pilot, "q")
        assert desk.searching.text == ""


async def test_a_claim_of_the_articles_found_keeps_the_search(quay: Quay) -> None:
    async with quay() as pilot:
        await press(pilot, "/", *"path:strike-2.txt", "enter")
        assert "in the articles found" not in await type_in(pilot, "ledger")
        assert "the articles found" in screen(pilot)
        await press(pilot, "enter")
        assert app_of(pilot).desk.searching.text == "path:strike-2.txt"


async def test_a_dossier_is_shown_before_all_its_parts_are_there(quay: Quay, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.library.dossier import Dossier
    from briefing.model.errors import BriefingError

    def fail(*_: object) -> None:
        raise BriefingError("not now", "")

    monkeypatch.setattr(Dossier, "claims", fail)
    async with quay() as pilot:
        text = await type_in(pilot, "dossier brandt")
        assert "port commissioner" in text
        assert "Gathering…" in text
        assert "DOSSIER" in text


async def test_notes_stand_in_the_dossier(quay: Quay) -> None:
    async with quay() as pilot:
        notebook = app_of(pilot).library.notebook
        notebook.decide(note(ActorSubject("Ilse Brandt", "person"), "Ask her about the berths."))
        assert "Ask her about the berths." in await type_in(pilot, "dossier brandt")


async def test_an_unknown_name_opens_no_page(quay: Quay) -> None:
    async with quay() as pilot:
        for verb in ("dossier", "ledger", "timeline", "pairs"):
            text = await type_in(pilot, f"{verb} nobody at all")
            assert "Nobody is called" in text
            assert app_of(pilot).desk.paging.page is None


async def test_with_whom_closer_and_farther(quay: Quay) -> None:
    async with quay() as pilot:
        await press(pilot, "3")
        assert "Ilse Brandt: in one sentence" in await press(pilot, "c")
        assert "in one paragraph" in await press(pilot, "-")
        assert "in one article" in await press(pilot, "-")
        assert "farthest" in await press(pilot, "-")
        await press(pilot, "+", "+")
        assert "in one clause" in await press(pilot, "+")
        assert "DOSSIER  Norway" in await press(pilot, "enter")
        await press(pilot, "q", "q", "1")
        assert "Ilse Brandt and" in await type_in(pilot, "pairs")


async def test_a_page_that_was_open_at_the_end_is_no_pane_to_come_back_to(
    library: Callable[[], Library], tmp_path: Path
) -> None:
    for _ in range(2):
        app = BriefingApp(library(), Settings(), find_places(tmp_path), OpenOptions(ascii=False))
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert app.desk.active is PaneName.LIST
            await press(pilot, "T")
        app.close_down()


async def test_who_else_is_in_the_paragraph(quay: Quay) -> None:
    async with quay() as pilot:
        await press(pilot, "2")
        text = await press(pilot, "c")
        assert "PARAGRAPH  strike-" in text
        assert ":p1: 2 named" in text
        assert ">Ilse Brandt" in text
        assert "Dockers' Union" in text
        assert "Tomas Reyl" not in text
        assert "briefing show strike-" in await type_in(pilot, "cli")
        text = await press(pilot, "enter")
        assert "DOSSIER  Ilse Brandt" in text
        assert "PARAGRAPH" in await press(pilot, "q")
        await press(pilot, "j")
        text = await press(pilot, "enter")  # what she did
        desk = app_of(pilot).desk
        assert desk.active is PaneName.READER
        assert desk.reader.focus
        assert "q goes back to PARAGRAPH." in text
        assert "PARAGRAPH" in await press(pilot, "q")
        assert 'query: who:"Ilse Brandt"' in await press(pilot, "g", "g", "f")


async def test_the_paragraph_is_that_of_the_marked_words(quay: Quay) -> None:
    async with quay() as pilot:
        await press(pilot, "3")
        while "Tomas Reyl" not in (app_of(pilot).desk.who.current or Entry(())).name:
            await pilot.press("j")
        await press(pilot, "enter", "2")
        assert ":p2: 2 named" in await press(pilot, "c")


OPENED = {
    "ledger": "", "timeline": "", "dossier": "Ilse Brandt", "pairs": "Ilse Brandt", "paragraph": "", "saved": "",
}  # fmt: skip
REFUSALS = ("Put the cursor", "has one scale", "This is the timeline", "leads nowhere", "Open a page first")


@pytest.mark.parametrize("name", OPENED)
async def test_what_help_and_footer_of_a_page_offer_does_something_there(name: str, quay: Quay) -> None:
    """Each command that is kept to some pages, and Enter; on a claim, where the page has one."""
    async with quay((120, 40)) as pilot:
        desk = app_of(pilot).desk

        async def calm() -> str:
            await app_of(pilot).workers.wait_for_complete()
            await pilot.pause()
            return screen(pilot)

        for command in COMMANDS:
            if not is_of(command, name) or not (command.pages or (command.id == "open" and name != "saved")):
                continue
            desk.chooser, desk.message = None, ""
            desk.paging.leave(PaneName.LIST)
            desk.run(name, OPENED[name])
            await calm()
            page = desk.paging.page
            assert page is not None
            assert page.view == name
            while name in ("ledger", "dossier") and page.current and not isinstance(page.current.target, Claim):
                assert page.move(1)
            before = (desk.view, screen(pilot))
            desk.run(command.id)
            text = await calm()
            assert not any(each in text for each in REFUSALS), (command.id, desk.message)
            assert (desk.view, text) != before or command.id == "own-scale", command.id


LINES = {
    "list": (),
    "found": ("/", *"-path:strike-2.txt", "enter"),
    "reader": ("2",),
    "who": ("3",),
    "all actors": ("A", "3"),
    "facets": ("4",),
    "ledger": (":", *"ledger", "enter"),
    "ledger of one": (":", *"ledger norway", "enter"),
    "timeline": ("T",),
    "step": ("T", "j", "enter"),
    "unplaced": ("T", "G", "k", "enter"),
    "dossier": (":", *"dossier dockers' union", "enter"),
    "with whom": (":", *"pairs norway", "enter"),
    "pairs": (":", *"pairs", "enter"),
}


@pytest.mark.parametrize("name", LINES)
async def test_every_screen_says_the_command_that_prints_it(
    name: str, quay: Quay, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from briefing.app.command_line import line_of

    async with quay() as pilot:
        for key in LINES[name]:
            await press(pilot, key) if len(key) > 1 else await pilot.press(key)
        await settle(pilot)
        line = line_of(app_of(pilot).desk)
        text = await type_in(pilot, "cli")
        assert line[:70] in text
    program, *words = shlex.split(line)
    assert program == "briefing"
    capsys.readouterr()
    where = ["--in", str(base / "quay"), "--data-dir", str(base / "places")]
    assert main([words[0], *where, *words[1:]]) == 0
    printed = capsys.readouterr().out
    expected = {"found": 7, "list": 8, "ledger of one": 15, "step": 14, "unplaced": 4}
    if rows := expected.get(name):
        assert printed.count("\n") >= rows


def test_a_query_is_quoted_for_the_shell() -> None:
    from briefing.app.command_line import shell_line
    from briefing.search.syntax import parse

    assert shell_line("search", parse('who:"o\'brien" port')) == "briefing search 'who:\"o'\"'\"'brien\" port'"
    assert shell_line("search", parse("-port"), ("--sort", "newest")) == "briefing search --sort newest -- -port"
    assert shell_line("claims") == "briefing claims"
