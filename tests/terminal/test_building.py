"""The program while its library is being built, with the real engine and rules: readable at once, never in the way."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.library.status import Status
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.terminal.conftest import WORDS
from tests.terminal.house import House, plain_article
from tests.terminal.pty_session import PtySession

pytestmark = pytest.mark.slow

Start = Callable[..., PtySession]
COUNT = 1500


def write_many(house: House, count: int) -> None:
    """Articles of one file each, `zebra` in three of them, the newest last by name."""
    chance = random.Random(3)
    for number in range(count):
        words = " ".join(chance.choices(WORDS, k=120)) + (" zebra" if number % 500 == 7 else "")
        day = f"20{10 + number % 12}-0{1 + number % 9}-{10 + number % 18}"
        text = f"Story {number:04d} {' '.join(chance.choices(WORDS, k=4))}\n\nPublished: {day}\n\nOn Monday {words}.\n"
        house.write(f"{number:04d}.txt", text)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house of many articles, indexed."""
    house = House(tmp_path_factory.mktemp("built"))
    write_many(house, COUNT)
    assert house.index()["read"] == COUNT
    return house


def status(house: House) -> Status:
    """The counts that the store keeps of itself, and the generation it is at."""
    library = Library([house.folder], find_places(house.places), Settings())
    try:
        return library.status()
    finally:
        library.close()


@pytest.mark.slow
def test_the_list_is_readable_before_the_index_is_done(terminal: Start, tmp_path: Path) -> None:
    """First rows while the builder runs; keys answer in as many frames as ever; at the end all is searchable."""
    house = House(tmp_path)
    write_many(house, COUNT)
    session = terminal(house.open(), (80, 24))
    session.until("1 of ")
    assert re.search(r"(looking|reading|indexing|who and when)", session.text()), session.text()
    assert "Story" in session.text()
    steps = moved = 0
    while steps < 6 and re.search(r"(looking|reading|indexing|who and when)", session.text()):
        row = _row(session)
        session.mark()
        session.send("j")
        session.until(f"{row + 1:,} of ")
        moved += session.frames
        steps += 1
    assert steps, "the builder was at work when the first key came"
    assert moved <= steps * 3, "a step, the article opening after it, and the builder's own word in between"
    session.send("\r")
    session.until("▌2 READ")
    session.send("1")
    _wait_until_built(session, house)
    session.send("/zebra\r")
    session.until("3 articles")


@pytest.mark.slow
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_the_builder_does_not_outlive_the_program(terminal: Start, tmp_path: Path, sent: signal.Signals) -> None:
    """Its lock is free soon after, what it committed is kept, and the next build does only the rest."""
    house = House(tmp_path)
    write_many(house, COUNT)
    session = terminal(house.open(), (80, 24))
    session.until("1 of ")
    os.kill(session.process.pid, sent)
    session.process.wait(60)
    for _ in range(40):
        ran = house.run("index", "--json", str(house.folder))
        if ran.returncode != 4:
            break
        time.sleep(0.25)
    told = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert told["articles"] == COUNT
    assert 0 < told["unchanged"] == COUNT - told["read"]


def _row(session: PtySession) -> int:
    found = re.search(r"([\d,]+) of [\d,]+ *$", session.text(), re.MULTILINE)
    assert found, session.text()
    return int(found[1].replace(",", ""))


def _wait_until_built(session: PtySession, house: House) -> None:
    for _ in range(240):
        session.quiet(0.5, 0.5)
        if not re.search(r"(looking|reading|indexing|who and when)( \d+%)?", session.row(0)):
            break
    assert status(house).extracted == COUNT


@pytest.mark.slow
def test_a_step_paints_as_often_while_building_as_when_idle(terminal: Start, built: House, tmp_path: Path) -> None:
    """Counted up to the article's opening, between two words of the builder."""
    idle = terminal(built.open("--read-only"), (80, 24))
    idle.settled(f"of {COUNT:,}")
    idle.quiet(0.5)
    house = House(tmp_path)
    write_many(house, 2 * COUNT)
    busy = terminal(house.open(), (80, 24))
    busy.until("1 of ")
    at_work: list[int] = []
    for _ in range(8):
        working = re.search(r"(reading|indexing|who and when)", busy.row(0))
        frames = _frames_of_a_step(busy)
        at_work += [frames] if working else []
    assert at_work, "no step was taken while the builder was at work"
    assert min(at_work) == _frames_of_a_step(idle) == 1


def _frames_of_a_step(session: PtySession) -> int:
    session.quiet(0.25, 0.3)
    session.mark()
    session.send("j")
    session.quiet(0.05, 0.07)
    return session.frames


@pytest.mark.slow
def test_a_second_build_reads_nothing(built: House) -> None:
    told = built.index()
    assert (told["read"], told["unchanged"], told["removed"]) == (0, COUNT, 0)
    before = status(built)
    assert built.index()["articles"] == COUNT
    assert status(built) == before


@pytest.mark.slow
def test_a_second_start_reads_nothing(terminal: Start, built: House) -> None:
    built.index()
    before = status(built)
    session = terminal(built.open(), (80, 24))
    session.settled(f"of {COUNT:,}")
    session.quiet(2.5)
    assert session.frames == 1
    session.send("Q")
    assert session.ended() == 0
    assert status(built) == before


@pytest.mark.slow
def test_one_changed_file_costs_one_articles_work(built: House) -> None:
    built.index()
    before = status(built)
    path = built.folder / "0100.txt"
    path.write_text(path.read_text() + "\n\nA walrus was seen.\n")
    told = built.index()
    assert (told["read"], told["unchanged"], told["articles"]) == (1, COUNT - 1, COUNT)
    assert status(built)._replace(generation=before.generation) == before
    assert b'"total": 1,' in built.run("search", "walrus", "--json", "--in", str(built.folder)).stdout


@pytest.mark.slow
def test_every_key_of_a_search_is_answered_and_late_answers_are_dropped(terminal: Start, built: House) -> None:
    session = terminal(built.open("--read-only"), (80, 24))
    session.settled(f"of {COUNT:,}")
    session.send("/")
    session.settled("search:")
    for typed in ("h", "ha", "har", "harb"):
        session.send(typed[-1])
        session.until(f"query: {typed} ")
        session.settled("articles ·")
        assert session.row(23).startswith(f" search: {typed} ")
    for burst in ("our\x17", "zebra\x17", "treaty OR \x15", "zebra"):
        for key in burst:
            session.send(key)
    session.until("query: zebra ")
    session.settled("1 of 3")
    session.quiet(1.0)
    assert "query: zebra" in session.text()
    assert "1 of 3" in session.text()
    assert "3 articles" in session.row(0)
    fresh = terminal(built.open("--read-only", "-Q", "zebra"), (80, 24))
    fresh.settled("1 of 3")
    fresh.quiet(0.5)
    assert fresh.text().splitlines()[1:9] == session.text().splitlines()[1:9]


def test_what_changes_while_open_keeps_the_place(terminal: Start, tmp_path: Path) -> None:
    """Files come, change and go; after `:rescan` the same article and paragraph are there."""
    articles = {f"{at:02d}.txt": plain_article(at, f"2024-01-{at:02d}") for at in range(1, 21)}
    house = House(tmp_path, articles)
    house.index()
    session = terminal(house.open(), (80, 24))
    session.settled("of 20")
    session.quiet(1.5)
    session.send("jjjj\r")
    session.settled("▌2 READ")
    session.send("  ")
    session.quiet(0.4)
    before = _reader(session)
    house.write("30.txt", plain_article(30, "2024-02-01"))
    house.write("31.txt", plain_article(31, "2024-02-02"))
    house.write("20.txt", plain_article(20, "2024-01-20") + "\n\nMore of it.\n")
    (house.folder / "19.txt").unlink()
    session.send(":rescan\r")
    session.until("of 21")
    session.quiet(1.5)
    assert _reader(session) == before
    assert f"{5 + 2 - 1} of 21" in session.text()


def test_the_open_article_changes(terminal: Start, tmp_path: Path) -> None:
    """Its new words are shown, from the paragraph that was at the top on."""
    house = House(tmp_path, {f"{at}.txt": plain_article(at, f"2024-01-0{at}") for at in range(1, 6)})
    house.index()
    session = terminal(house.open(), (80, 24))
    session.settled("of 5")
    session.quiet(1.5)
    session.send("j\r")
    session.settled("▌2 READ")
    session.send("  ")
    session.quiet(0.4)
    before = _reader(session)
    house.write("4.txt", plain_article(4, "2024-01-04") + "\n\nA last word.\n")
    session.send(":rescan\r")
    session.quiet(2.5)
    assert _reader(session)[1:] == before[1:]
    session.send("G")
    session.settled("A last word.")


def test_the_open_article_goes_away(terminal: Start, tmp_path: Path) -> None:
    house = House(tmp_path, {f"{at}.txt": plain_article(at, f"2024-01-0{at}") for at in range(1, 6)})
    house.index()
    session = terminal(house.open(), (80, 24))
    session.settled("of 5")
    session.send("j\r")
    session.settled("▌2 READ")
    (house.folder / "4.txt").unlink()
    session.send(":rescan\r")
    session.until("of 4")
    session.quiet(1.5)
    session.send("1jkGgg\r")
    session.settled("▌2 READ  5.txt")
    assert session.process.poll() is None


def _reader(session: PtySession) -> list[str]:
    """The rows of the reader, its title without the place in the text."""
    rows = session.text().splitlines()
    start = next(at for at, row in enumerate(rows) if "2 READ" in row)
    end = next(at for at, row in enumerate(rows) if "3 WHO" in row)
    return rows[start:end]
