"""No test, and no program that a test starts, sees the folders of whoever runs the tests."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

from briefing.settings.places import Places, find_places
from tests.terminal.pty_session import PtySession

TOLD = "from briefing.settings.places import find_places as f; p = f(); print(p.config, p.state, p.cache, p.data)"


def folders(places: Places) -> list[str]:
    return [str(folder) for folder in (places.config, places.state, places.cache, places.data)]


def test_all_places_are_below_a_folder_of_the_tests(users_home: Path) -> None:
    assert users_home != Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert all(Path(folder).is_relative_to(users_home) for folder in folders(find_places()))


def test_what_is_started_has_the_same_places(users_home: Path) -> None:
    told = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True).stdout
    assert told.split() == folders(find_places())
    session = PtySession([sys.executable, "-c", TOLD], (600, 5))
    try:
        assert session.ended() == 0
        assert session.row(0).split() == folders(find_places())
    finally:
        session.close()
