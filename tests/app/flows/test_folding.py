"""Copies of one report stand in one row of the list; `+` shows them, counts stay true, marks stay their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.settings.schema import Settings
from tests.app.flows.conftest import Bench, Run, app_of, press, screen, settle
from tests.library.prose import edited, report

WIRE = report(1)
PRINTED = (
    ("first", 1, "Halden Wire", WIRE),
    ("late", 3, "Coastal Herald", edited(WIRE, 0.05, 1)),
    ("last", 5, "HALDEN WIRE", f"{WIRE}\n\nIn Ouriba nobody had heard of the zebra."),
    ("other", 2, "Halden Wire", report(2)),
)
ARTICLES = {
    f"{name}.md": f"---\ntitle: The {name} report\ndate: 2021-03-0{day}\nsource: {source}\n---\n\n{body}\n"
    for name, day, source, body in PRINTED
}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, ARTICLES)


def rows(text: str) -> list[str]:
    """The rows of the list in the stack: state, branch and headline."""
    return [line[:52].rstrip() for line in text.splitlines()[2:7] if "2021-0" in line[:16]]


FOLDED = [" >N  2021-03-02  The other report", "  N  2021-03-01  The first report"]
OPEN = [
    "  N  2021-03-02  The other report",
    " >N  2021-03-01  The first report",
    "  N  2021-03-03  └ The late report",
    "  N  2021-03-05  └ The last report",
]


async def test_the_foot_names_the_keys_of_a_row_with_copies_and_only_there(run: Run) -> None:
    def foot(text: str) -> str:
        return text.splitlines()[23].partition("  ? help")[0].strip()

    async with run() as pilot:
        plain = "j/k move  Enter read  Tab pane  / search  n unread  * star"
        assert foot(screen(pilot)) == plain
        copies = "j/k move  Enter read  + copies  d diff  Tab pane  / search"
        assert foot(await press(pilot, "j")) == copies
        opened = await press(pilot, "+")
        assert foot(opened) == foot(await press(pilot, "j")) == copies.replace("copies", "fold")
        assert foot(await press(pilot, "k", "k")) == plain
        assert "copies" not in foot(await press(pilot, "j", "2"))


async def test_a_story_has_one_row_with_its_number_and_plus_unfolds_it(run: Run) -> None:
    async with run() as pilot:
        text = screen(pilot)
        assert rows(text) == FOLDED
        assert "1 of 2 stories of 4 articles" in text
        assert text.splitlines()[3].endswith("  +2  Halden Wire")
        text = await press(pilot, "j", "+")
        assert rows(text) == OPEN
        assert text.splitlines()[3].endswith("  -2  Halden Wire")
        assert "2 of 2 stories of 4 articles" in text
        text = await press(pilot, "j")
        assert "2 of 2 stories of 4 articles" in text
        assert "late.md" in text
        text = await press(pilot, "-")
        assert rows(text) == [FOLDED[0].replace(">", " "), FOLDED[1].replace("  N", " >N")]


async def test_the_command_line_prints_the_same_rows(run: Run) -> None:
    async with run() as pilot:
        said = await press(pilot, ":", *"cli", "enter")
        assert "briefing search --sort newest --once --limit all" in said


async def test_what_has_no_copies_says_so(run: Run) -> None:
    async with run() as pilot:
        assert "no copies" in await press(pilot, "+")


async def test_in_wide_panes_and_in_ascii_it_is_said_in_words(run: Run) -> None:
    async with run(size=(200, 60)) as pilot:
        assert "   3 copies · 2 sources │" in screen(pilot)
    async with run(size=(120, 40)) as pilot:
        text = screen(pilot)
        assert "1 of 2 (4)" in text
        assert "2021-03-01  Halden Wire   +2 │" in text
        assert "        3 copies · 2 sources │" in text
    async with run(ascii=True) as pilot:
        text = await press(pilot, "j", "+")
        assert "\\ The late report" in text
        assert text.isascii()


async def test_read_and_star_are_of_each_copy(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "j", "*", "U", "+", "j", "j", "*")
        text = screen(pilot)
        assert [line[:5] for line in rows(text)] == ["  N  ", "   * ", "  N  ", " >N* "]
        text = await press(pilot, "-")
        assert [line[:5] for line in rows(text)] == ["  N  ", " > * "]
        assert len(app_of(pilot).library.notebook.starred_ids()) == 2


async def test_a_hit_in_a_copy_whose_head_does_not_match_shows_the_copy(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"zebra", "enter")
        assert "The last report" in text
        assert "1 of 1" in text
        assert "zebra" in text.splitlines()[3]


async def test_a_search_folds_what_it_finds_and_no_more(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "/", *"is:copy", "enter")
        assert rows(text) == [" >N  2021-03-03  The late report"]
        assert text.splitlines()[2].endswith("  +1  Coastal Herald")
        assert "1 of 1 story of 2 articles" in text
        text = await press(pilot, "+")
        assert rows(text) == [" >N  2021-03-03  The late report", "  N  2021-03-05  └ The last report"]
        assert rows(await press(pilot, ":", *"sort title", "enter"))[1] == "  N  2021-03-05  └ The last report"
        assert "└" not in await press(pilot, "F")


async def test_folding_can_be_switched_off_and_the_cursor_stays(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, "j", ":", *"fold-copies", "enter")
        assert "4 of 4" in text
        assert rows(text)[-1] == " >N  2021-03-01  The first report"
        assert len(rows(text)) == 4
        text = await press(pilot, "k", "k", "k", ":", *"fold-copies", "enter")
        assert rows(text)[1] == " >N  2021-03-01  The first report"  # the last report is folded away there
    async with run(settings=Settings(fold_copies=False)) as pilot:
        assert len(rows(screen(pilot))) == 4
        assert "1 of 4" in screen(pilot)


async def test_going_to_a_copy_unfolds_its_story(run: Run) -> None:
    async with run() as pilot:
        text = await press(pilot, ":", *"go late.md:p2", "enter")
        assert rows(text)[2] == " >N  2021-03-03  └ The late report"
        assert "late.md  p2" in text
    async with run(query="is:copy") as pilot:
        text = await press(pilot, ":", *"go last.md", "enter")
        assert rows(text)[1] == " >N  2021-03-05  └ The last report"
        assert "query: is:copy" in text
        text = await press(pilot, ":", *"go other.md", "enter")
        assert "query:" not in text
    async with run(at="last.md") as pilot:
        assert rows(screen(pilot))[3] == " >N  2021-03-05  └ The last report"


async def test_the_place_of_last_time_comes_back_inside_a_story(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "j", "+", "j")
    async with run() as pilot:
        assert rows(screen(pilot))[2] == " >N  2021-03-03  └ The late report"


async def test_a_date_set_makes_another_one_the_head_and_undo_takes_it_back(run: Run) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "j", "+", "j", "D", *"2021-02-28", "enter")
        assert rows(screen(pilot))[-1] == " >N  2021-02-28  The late report"
        text = await press(pilot, "u")
        assert rows(text)[1:3] == ["  N  2021-03-01  The first report", " >N  2021-03-03  └ The late report"]


async def test_an_article_that_turns_out_a_copy_stays_under_the_cursor(run: Run, bench: Bench) -> None:
    """What is being read is not folded away by a report that came in."""
    away = bench.folder.parent / "first.md"
    (bench.folder / "first.md").rename(away)
    bench.build()
    async with run() as pilot:
        assert rows(await press(pilot, "+", "j"))[1] == " >N  2021-03-05  └ The last report"
        (bench.folder / "late.md").rename(away.with_name("late.md"))
        away.rename(bench.folder / "first.md")
        bench.build()
        app_of(pilot).desk.building.hear(None)
        await settle(pilot)
        text = screen(pilot)
        assert rows(text)[-2:] == ["  N  2021-03-01  The first report", " >N  2021-03-05  └ The last report"]
        assert "last.md" in text


async def test_folding_by_hand_opens_what_stands_there_then(run: Run) -> None:
    async with run() as pilot:
        await press(pilot, ":", *"fold-copies", "enter")
        assert "last.md" in await press(pilot, "k", "k", "k")
        assert "first.md" in await press(pilot, ":", *"fold-copies", "enter")
