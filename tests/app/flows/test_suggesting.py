"""Did you mean, and completion: offered, taken by a key, never by themselves; late answers are dropped."""

from __future__ import annotations

from briefing.app.messages import Completed, Meant
from briefing.model.suggestion import Completion
from tests.app.flows.conftest import Run, app_of, press, screen


def hint(text: str) -> str:
    """The last row, where the line is typed."""
    return text.splitlines()[-1]


async def test_a_misspelt_word_is_pointed_out_while_typing_and_tab_takes_it(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"brandtt strike")
        assert "Nothing found for brandtt strike. Did you mean brandt strike? Tab takes it." in text
        text = await press(pilot, "tab")
        assert " search: brandt strike" in text
        assert "1 article " in text
        assert " search: brandtt strike" in await press(pilot, "tab")


async def test_enter_on_an_empty_list_searches_what_may_be_meant(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"nrway", "enter")
        assert "query: nrway  " in text
        assert "Did you mean norway? Enter searches it." in text
        text = await press(pilot, "enter")
        assert "query: norway" in text
        assert "1 of 1" in text
        assert "query: nrway  " in await press(pilot, "u")


async def test_nothing_near_says_the_way_out(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"zzzzzz", "enter")
        assert "Nothing found for zzzzzz. F shows all articles again." in text
        assert "2 READ" in await press(pilot, "enter", "2")


async def test_values_of_a_field_are_offered_and_tab_goes_round(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"who:")
        assert "Tab " in hint(text)
        first = hint(text).split("Tab ")[1].split("  ")[0]
        text = await press(pilot, *"no")
        assert hint(text).endswith("Tab Norway") or "Tab Norway" in hint(text)
        text = await press(pilot, "tab")
        assert " search: who:Norway" in text
        assert "1 article " in text
        assert " search: who:no" in await press(pilot, "tab")
        assert first


async def test_a_name_of_two_words_comes_quoted(run: Run) -> None:
    async with run() as pilot:
        assert 'search: -who:"Ilse Brandt"' in await press(pilot, "/", *"-who:bra", "tab")
        text = await press(pilot, "space", *"is:un", "tab", "tab")
        assert 'search: -who:"Ilse Brandt" is:undated' in text


async def test_a_field_and_states_are_offered_without_the_library(run: Run) -> None:
    async with run() as pilot:
        assert "Tab who:" in hint(await press(pilot, "/", *"who"))
        assert "Tab" not in hint(await press(pilot, "x"))
        text = await press(pilot, "backspace", "tab")
        assert " search: who: " in text
        assert "Tab Ilse Brandt" in hint(text)
        text = await press(pilot, "ctrl+u", *"is:")
        assert "Tab unread  read  starred  noted  undated" in hint(text)


async def test_words_of_the_texts_only_at_a_tab(run: Run) -> None:
    async with run() as pilot:
        assert "Tab" not in hint(await press(pilot, "/", *"commis"))
        assert " search: commissioner" in await press(pilot, "tab")
        assert " search: commis " in await press(pilot, "tab")


async def test_what_is_offered_goes_when_the_cursor_leaves_the_end(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "/", *"who:no", "home")
        await press(pilot, "x", "tab")
        assert " search: xwho:no" in screen(pilot)


async def test_late_answers_are_dropped(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, "/", *"zzzzzz")
        desk = app_of(pilot).desk
        desk.post_message(Meant(-1, ["late"]))
        desk.post_message(Completed(-1, [Completion("later", "later")], take=True))
        await pilot.pause(0.1)
        assert "late" not in screen(pilot)
        await press(pilot, "enter")
        desk.post_message(Completed(10**6, [Completion("later", "later")], take=True))
        await pilot.pause(0.1)
        assert "late" not in screen(pilot)
