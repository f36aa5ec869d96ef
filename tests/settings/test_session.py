"""Where the reader was: comes back, is written whole, and is never a reason to fail."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from briefing.settings.places import Places, find_places
from briefing.settings.session import (
    Session,
    load_history,
    load_session,
    save_history,
    save_session,
)

FULL = Session("haftar", "newest", "00ff", 3, 2, 1, "reader", (34, 51), "wire")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places(tmp_path)


def test_a_session_comes_back(places: Places) -> None:
    save_session(places, "lib", FULL)
    assert load_session(places, "lib") == FULL
    assert stat.S_IMODE(places.state_of("lib").stat().st_mode) == 0o600
    assert [each.name for each in places.state.iterdir()] == ["lib.json"]


def test_private_keeps_no_query(places: Places) -> None:
    save_session(places, "lib", FULL, private=True)
    save_history(places, "lib", ["a"], length=9, private=True)
    assert load_session(places, "lib").query == ""
    assert "haftar" not in places.state_of("lib").read_text()
    assert load_history(places, "lib") == []


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff", b'{"format": 99, "query": "x"}', b"[" * 100_000])
def test_a_broken_file_is_an_empty_session(places: Places, raw: bytes) -> None:
    places.state.mkdir(parents=True)
    places.state_of("lib").write_bytes(raw)
    places.history_of("lib").write_bytes(raw)
    assert load_session(places, "lib") == Session()
    assert load_history(places, "lib") == []


def test_wrong_types_are_left_out_one_by_one(places: Places) -> None:
    places.state.mkdir(parents=True)
    table = {"format": 1, "query": 3, "article": "00ff", "widths": [1, "x"], "line": True, "new": 1}
    places.state_of("lib").write_text(json.dumps(table))
    assert load_session(places, "lib") == Session(article="00ff")


def test_a_failed_write_leaves_the_old_file(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    save_session(places, "lib", FULL)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save_session(places, "lib", Session())
    assert load_session(places, "lib") == FULL
    assert [each.name for each in places.state.iterdir()] == ["lib.json"]


def test_history_keeps_the_newest_once(places: Places) -> None:
    save_history(places, "lib", ["a", "b", " ", "a", "c", "d"], length=3)
    assert load_history(places, "lib") == ["a", "c", "d"]
