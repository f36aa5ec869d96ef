"""A build that is killed at any moment keeps what it committed, and the next one ends where it would have ended."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pytest

from briefing.model.query import Order
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
    chance = random.Random(11)
    desk.fill(260)
    kills = turn = articles = 0
    while kills < KILLS and turn < 4 * KILLS:
        turn += 1
        for number in chance.sample(range(300), 60):
            desk.write(f"{number:04}.txt", f"In turn {turn} story {number} was told again in Benghazi.")
        process = _start(desk)
        assert process.stdout
        for _ in range(chance.randrange(5)):
            process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.05))
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
    whole = content(desk.store)
    desk.build(rebuild=True)
    assert content(desk.store) == whole
    assert not list(desk.cache.glob("whoosh-1.[2-9]"))
    assert len(list(desk.cache.glob("whoosh-*"))) == 1
