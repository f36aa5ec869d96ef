"""Saved searches in the app: saved with a name and a key, run, listed with counts, dropped, taken back."""

from __future__ import annotations

from tests.app.flows.conftest import Bench, Run, app_of, press


async def test_saved_run_listed_dropped_and_taken_back(run: Run, bench: Bench) -> None:
    async with run(read_only=False) as pilot:
        app = app_of(pilot)
        assert "Search first" in await press(pilot, "B")
        await press(pilot, "/", *"brandt", "enter")
        assert "save as: brandt" in await press(pilot, "B")
        text = await press(pilot, "ctrl+u", *"people", "enter")
        assert "A KEY FOR people" in text
        assert ">" in next(line for line in text.splitlines() if "' 1" in line)
        assert "Saved as people: ' 1 runs it" in await press(pilot, "enter")
        (saved,) = app.library.notebook.searches.saved
        assert (saved.name, saved.query, saved.slot) == ("people", "brandt", 1)

        await press(pilot, "F")
        assert app.desk.searching.text == ""
        text = await press(pilot, "'", "1")
        assert app.desk.searching.text == "brandt"
        assert "people: nothing new since you ran it last." in text
        assert app.library.notebook.searches.last_visit("people")
        assert "No search is on key 7" in await press(pilot, "'", "7")

        text = await press(pilot, ":", *"saved", "enter")
        row = next(line for line in text.splitlines() if "people" in line)
        assert row.split() == [">'", "1", "people", "2", "brandt"] or row.split() == [
            ">",
            "'",
            "1",
            "people",
            "2",
            "brandt",
        ]
        await press(pilot, "F")
        await press(pilot, ":", *"saved", "enter")
        await press(pilot, "enter")
        assert app.desk.searching.text == "brandt"

        assert "not kept any more" in await press(pilot, ":", *"unsave people", "enter")
        assert app.library.notebook.searches.saved == ()
        await press(pilot, "u")
        assert app.library.notebook.searches.named("people")
    # leaving was a visit
    library = bench.library()
    try:
        assert library.notebook.searches.last_visit()
        assert not library.matching(library.parse("added:last"))
    finally:
        library.close()


async def test_none_saved_teaches(run: Run) -> None:
    async with run() as pilot:
        assert "No search is saved." in await press(pilot, ":", *"saved", "enter")
        await press(pilot, "q", "/", *"brandt", "enter")
        assert "read-only" in await press(pilot, "B")


async def test_read_only_leaves_no_visit(run: Run, bench: Bench) -> None:
    async with run() as pilot:
        await press(pilot, "j")
    assert not bench.places.notebook_of(bench.library().id).exists()
