"""A build that is killed at any moment keeps what it committed, and the next one ends where it would have ended."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pytest

from briefing.library.parts import Parts
from briefing.model.order import Order
from tests.library.conftest import Desk
from tests.library.state import content

KILLS = 20


def _start(desk: Desk, *more: str) -> subprocess.Popen[str]:
    home = desk.places.cache.parent
    command = [sys.executable, "-m", "tests.library.child", str(desk.folder), str(home), *more]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.slow
def test_kill_at_twenty_random_moments(desk: Desk) -> None:
    """With our own formats, index and rules."""
    chance = random.Random(11)
    desk.parts = Parts(workers=1)
    desk.fill(260)
    kills = turn = articles = 0
    while kills < KILLS and turn < 4 * KILLS:
        turn += 1
        for number in chance.sample(range(300), 60):
            desk.write(f"{number:04}.txt", f"In turn {turn} story {number} was told again in Benghazi.")
        process = _start(desk)
        assert process.stdout
        for _ in range(chance.randrange(7)):
            process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.1))
        process.kill()
        process.communicate()
        kills += process.returncode == -9
        library = desk.library()
        now = library.status().articles
        assert now >= articles
        assert len(library.page(Order.NEWEST, 0, 400)) == now
        library.close()
        articles = now
    assert kills == KILLS
    finished = desk.build()
    assert finished.problems == 0
    whole, found = content(desk.store), _found(desk)
    assert found["benghazi"] > 0
    assert found["told"] == len(whole["articles"])
    desk.build(rebuild=True)
    assert (content(desk.store), _found(desk)) == (whole, found)
    assert len(list(desk.cache.glob("whoosh-*"))) == 1


def _found(desk: Desk) -> dict[str, int]:
    """How many articles the index finds for some words."""
    library = desk.library()
    words = ("benghazi", "tripoli", "told", "who:haftar", *(f'"turn {turn}"' for turn in range(40)))
    counts = {word: list(library.search(library.parse(word), Order.NEWEST, 1))[-1].total for word in words}
    library.close()
    return counts
