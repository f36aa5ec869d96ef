"""`y`, `Y` and `:export` in the app: what is copied where, and files that are not written over."""

from __future__ import annotations

import csv
from base64 import b64decode
from pathlib import Path

import pytest

from briefing.app.clipboard import MOST, sequence
from briefing.settings.schema import Settings
from tests.app.flows.conftest import Bench, Run, app_of, press, screen


def copied(bench: Bench) -> str:
    file = bench.places.state / "last-copy.txt"
    assert file.stat().st_mode & 0o777 == 0o600
    return file.read_text()


async def test_a_citation_from_the_list(run: Run, bench: Bench) -> None:
    async with run(read_only=False) as pilot:
        sent: list[str] = []
        driver = app_of(pilot)._driver
        assert driver
        driver.write = sent.append  # type: ignore[method-assign,assignment]
        text = await press(pilot, "y")
        assert "Citation sent to the terminal; also in" in text
        assert copied(bench) == "Strike ends at Norrhavn, 2024-05-14 (from its header)\nharbour.txt\n"
        (found,) = [each for each in sent if each.startswith("\x1b]52;c;")]
        assert b64decode(found[7:-1]).decode() == copied(bench)


async def test_the_passage_at_the_top_and_the_hit(run: Run, bench: Bench) -> None:
    async with run(read_only=False) as pilot:
        await press(pilot, "enter", "y")
        assert copied(bench).startswith("“NORRHAVN, May 14 - Port commissioner Ilse Brandt said on Tuesday")
        assert copied(bench).endswith("\nharbour.txt:p1\n")
        await press(pilot, "/", *"April", "enter")
        await press(pilot, "y")
        assert copied(bench).startswith("“The union had called the strike in April.”\n")
        await press(pilot, "Y")
        assert f"\n{bench.folder / 'harbour.txt'} (text " in copied(bench)
        place = copied(bench).splitlines()[2]
        assert place.startswith("harbour.txt:p2@")
        found = app_of(pilot).library.locate(place)
        assert (found.paragraph, found.remark) == (2, "")


async def test_from_the_who_pane_and_the_ledger(run: Run, bench: Bench) -> None:
    async with run(read_only=False, size=(120, 40)) as pilot:
        await press(pilot, "3", "y")
        assert copied(bench).startswith("Ilse Brandt")
        await press(pilot, ":", *"ledger", "enter")
        text = await press(pilot, "y")
        assert "Claim sent to the terminal" in text
        assert "harbour.txt:p" in copied(bench) or "river.md:p" in copied(bench)


async def test_read_only_keeps_no_file(run: Run, bench: Bench) -> None:
    async with run() as pilot:
        assert "Citation sent to the terminal." in await press(pilot, "y")
    assert not (bench.places.state / "last-copy.txt").exists()


async def test_nothing_is_sent_where_the_settings_say_so(run: Run, bench: Bench) -> None:
    async with run(read_only=False, settings=Settings(clipboard="none")) as pilot:
        assert "not sent, as the settings say; also in" in await press(pilot, "y")


def test_too_long_is_not_sent_and_tmux_is_wrapped_where_asked() -> None:
    assert sequence("a" * (MOST // 4 * 3), "osc52")
    assert sequence("a" * (MOST // 4 * 3 + 3), "osc52") == ""
    assert sequence("é", "tmux") == "\x1bPtmux;\x1b\x1b]52;c;w6k=\x07\x1b\\"


async def test_tmux_is_told_what_it_needs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    async with run() as pilot:
        assert "set-clipboard" in await press(pilot, "y")


async def test_the_list_is_exported(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    async with run() as pilot:
        await press(pilot, "/", *"union", "enter")
        assert "list written to" in (await press(pilot, ":", *f"export csv {file}", "enter")).replace("\n", " ")
        with file.open(newline="") as rows:
            assert [row["doc"] for row in csv.DictReader(rows)] == ["harbour.txt"]
        before = file.read_bytes()
        text = await press(pilot, ":", *f"export md {file}", "enter")
        assert "is there already" in " ".join(text.split())
        assert file.read_bytes() == before
        await press(pilot, ":", *f"export md! {file}", "enter")
        assert file.read_text().startswith("# Articles")
        assert "one of md, html" in await press(pilot, ":", *"export pdf", "enter")
        assert "dated claims" in await press(pilot, ":", *"export ics", "enter")


async def test_a_page_is_exported(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.ics"
    async with run() as pilot:
        await press(pilot, ":", *"ledger", "enter")
        await press(pilot, ":", *f"export ics {file}", "enter")
        assert "ledger written to" in screen(pilot).replace("\n", " ")
        assert file.read_text().startswith("BEGIN:VCALENDAR")
