"""Undo and redo over restarts: the last decision comes back, whichever session made it."""

from __future__ import annotations

from contextlib import closing

from briefing.notebook.journal import Notebook
from tests.app.flows.conftest import Run, app_of, press


async def test_a_decision_of_an_earlier_session_is_taken_back_and_done_again(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "*")
        app_of(pilot).library.notebook.close()
    async with run(read_only=False) as pilot:
        await press(pilot, "enter")  # opening it is noted on the way: no step of its own
        notebook = app_of(pilot).library.notebook
        assert len(notebook.read_ids()) == 1
        assert "Undone: starred harbour.txt." in await press(pilot, "u")
        assert (notebook.starred_ids(), len(notebook.read_ids())) == (set(), 1)
        assert "Nothing to undo." in await press(pilot, "u")
        notebook.close()
    async with run(read_only=False) as pilot:
        assert "Done again: starred harbour.txt." in await press(pilot, "ctrl+r")
        assert "Nothing to do again." in await press(pilot, "ctrl+r")
        assert len(app_of(pilot).library.notebook.starred_ids()) == 1


async def test_read_only_takes_nothing_back(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "*")
        app_of(pilot).library.notebook.close()
    async with run() as pilot:
        assert "Nothing to undo." in await press(pilot, "u")
        assert len(app_of(pilot).library.notebook.starred_ids()) == 1


async def test_what_another_program_marks_is_shown_at_the_next_key(run: Run) -> None:
    async with run(read_only=False) as pilot:
        assert " >N* 2024-05-14" in await press(pilot, "*")
        ours = app_of(pilot).library.notebook
        assert ours.flush()
        with closing(Notebook(ours.path, by="another")) as other:
            for article in ours.starred_ids():
                other.set_starred(article, starred=False)
            assert other.flush()
        assert "  N  2024-05-14" in await press(pilot, "j")
