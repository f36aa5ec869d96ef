"""Folders: XDG on every system, relative values ignored, nothing made by looking."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from briefing.settings.places import find_places, make_private

VARIABLES = {"config": "CONFIG", "state": "STATE", "cache": "CACHE", "data": "DATA"}


@pytest.mark.parametrize(("name", "variable"), VARIABLES.items())
def test_xdg_variables_hold(name: str, variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / "mine"))
    assert getattr(find_places(), name) == tmp_path / "mine" / "briefing"


@pytest.mark.parametrize(("name", "variable"), VARIABLES.items())
@pytest.mark.parametrize("value", ["relative/folder", ""])
def test_relative_and_empty_values_are_ignored(
    name: str, variable: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(f"XDG_{variable}_HOME", value)
    assert getattr(find_places(), name).is_relative_to(tmp_path)


def test_one_folder_for_all(tmp_path: Path) -> None:
    places = find_places(tmp_path / "all")
    assert {places.config, places.state, places.cache, places.data} == {tmp_path / "all" / each for each in VARIABLES}
    assert places.settings_file == tmp_path / "all" / "config" / "settings.toml"
    assert places.notebook_of("abc") == tmp_path / "all" / "data" / "abc" / "notebook.jsonl"


def test_looking_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in VARIABLES.values():
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / variable))
    places = find_places()
    for path in (places.cache_of("x"), places.state_of("x"), places.log_file, places.themes, places.keymap_file):
        assert not path.exists()
    assert list(tmp_path.iterdir()) == []


def test_folders_made_are_private(tmp_path: Path) -> None:
    made = make_private(tmp_path / "a" / "b" / "c")
    assert made.is_dir()
    assert {stat.S_IMODE(each.stat().st_mode) for each in (made, made.parent, made.parent.parent)} == {0o700}
    assert make_private(made) == made
