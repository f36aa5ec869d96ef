"""Search as you type, filters, hits across articles, finding in one text."""

from __future__ import annotations

import pytest

from briefing.app.messages import Found
from briefing.model.hit import SearchPage
from briefing.model.story import Folded
from tests.app.flows.conftest import Run, app_of, press, screen


async def test_each_key_narrows_and_escape_clears(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", "b", "r", "a")
        assert "query: bra" in text
        assert "2 articles" in text
        assert " search: bra" in text
        text = await press(pilot, "escape")
        assert "query:" not in text
        assert "1 of 4" in text


async def test_snippets_show_the_hit(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"turbine", "enter")
        assert "p1 " in text.splitlines()[3]
        assert "turbine" in text.splitlines()[3]
        assert "1 of 1" in text


async def test_enter_keeps_what_was_shown_for_half_a_word(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"turb", "enter")
        assert "query: turb*" in text
        assert "1 of 1" in text


async def test_nothing_found_says_what_to_do(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"zebra", "enter")
        assert "Nothing found for zebra" in text
        assert "F shows all" in text
        assert "1 of 4" in await press(pilot, "F")


async def test_a_wrong_query_names_the_place(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"colour:red", "enter")
        assert "colour" in text
        assert app_of(pilot).desk.searching.error


async def test_next_hit_goes_on_into_the_next_article(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "/", *"brandt", "enter", "2")
        desk = app_of(pilot).desk
        first = desk.articles.current
        seen = []
        for _ in range(3):
            await press(pilot, "n")
            seen.append(desk.message)
        assert seen == ["hit 1 of 3 in 2 articles", "hit 2 of 3 in 2 articles", "hit 3 of 3 in 2 articles"]
        assert desk.articles.current != first
        assert "No further hit." in await press(pilot, "n")
        assert "hit 2 of 3 in 2 articles" in await press(pilot, "N")


async def test_find_in_the_open_text_alone(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "j", "j", "2", "/", *"turbine 5")
        assert " find here: turbine 5" in text
        assert "here" in text.splitlines()[-1]
        await press(pilot, "enter")
        desk = app_of(pilot).desk
        assert len(desk.reader.hits) > 1
        assert "1 of 4" not in screen(pilot) or desk.searching.text == ""
        assert desk.reader.hit == 0
        await press(pilot, "n")
        assert desk.reader.hit == 1


async def test_only_paragraphs_with_hits(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "j", "j", "2", "/", *"turbine 59", "enter", "&")
        assert "p59" in text
        assert "p58 " not in text
        assert "p1 " in await press(pilot, "escape", "g", "g")


async def test_keep_and_drop_an_actor(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        text = await press(pilot, "3", "f")
        assert 'query: who:"Ilse Brandt"' in text
        assert "2 articles" in text
        text = await press(pilot, "F", "x")
        assert '-who:"Ilse Brandt"' in text
        assert "2 articles" in text


async def test_actors_of_all_articles_follow_the_query(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        text = await press(pilot, "A")
        assert "all articles" in text
        assert "×2" in text
        text = await press(pilot, "1", "/", *"norway", "enter")
        assert "Ilse Brandt" not in text
        assert "Norway" in text


async def test_filter_the_names(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        text = await press(pilot, "3", "/", *"rey")
        assert "Tomas Reyl" in text
        assert "Ilse Brandt  " not in "\n".join(line[-33:] for line in text.splitlines())
        await press(pilot, "escape")
        assert "PEOPLE" in screen(pilot)


async def test_a_late_answer_is_dropped(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "/", *"brandt", "enter")
        desk = app_of(pilot).desk
        query = desk.searching.query
        assert query
        desk.post_message(Found(0, query, SearchPage((), 0), Folded((), 0), {}, True))
        await pilot.pause(0.1)
        assert "2 articles" in screen(pilot)


async def test_sorting(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "S", "down", "enter")
        lines = text.splitlines()
        assert lines[1].split()[2] == "oldest"
        assert "2023-01-09" in lines[2]
        assert "title" in await press(pilot, ":", *"sort title", "enter")


async def test_query_on_start_and_history(run: Run) -> None:
    async with run(query="brandt", read_only=False) as pilot:
        assert "query: brandt" in screen(pilot)
        await press(pilot, "F", "/", *"norway", "enter", "F")
        text = await press(pilot, "/", "up")
        assert " search: norway" in text
        assert "query: norway" in text


async def test_first_rows_wait_a_moment_for_the_exact_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async with run() as pilot:
        await press(pilot, "/", *"brandt", "enter")
        searching = app_of(pilot).desk.searching
        assert searching.query
        assert searching.page
        first, exact = searching.page._replace(total=1, partial=True), searching.page

        def answer(page: SearchPage) -> Found:
            assert searching.query
            rows = Folded(tuple(hit.number for hit in page.hits), page.total)
            return Found(searching._turn, searching.query, page, rows, {}, not page.partial)

        monkeypatch.setattr("briefing.app.searching._HOLD", 60.0)
        searching.show(answer(first))
        assert "of 1+" not in screen(pilot)
        searching.show(answer(exact))
        assert "1 of 2" in screen(pilot)
        monkeypatch.setattr("briefing.app.searching._HOLD", 0.001)
        searching.show(answer(first))
        await pilot.pause(0.1)
        assert "of 1+" in screen(pilot)
