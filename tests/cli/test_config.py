"""`briefing config` and `briefing completion`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.settings.schema import Settings, setting_fields
from tests.cli.conftest import Briefing


def test_what_is_printed_is_a_settings_file(briefing: Briefing, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("reader_width = 66\n")
    ran = briefing("config")
    assert ran.code == 0
    found = tomllib.loads(ran.out)
    assert set(found) == set(setting_fields())
    assert (found["reader_width"], found["ascii"], found["theme"]) == (66, "auto", "dark")
    assert f"reader_width = 66  # from {home / 'config' / 'settings.toml'}:1" in ran.out
    (home / "config" / "settings.toml").write_text(ran.out)
    assert briefing("config").err == ""


def test_flags_go_before_variables_and_those_before_files(
    briefing: Briefing, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text('colour = "true"\n')

    def colour(*words: str) -> tuple[str, str]:
        rows = briefing("config", "--json", *words).document["settings"]
        return next((row["value"], row["origin"]) for row in rows if row["name"] == "colour")

    assert colour()[0] == "true"
    monkeypatch.setenv("NO_COLOR", "")
    assert colour()[0] == "true"
    monkeypatch.setenv("NO_COLOR", "1")
    assert colour() == ("none", "the variable NO_COLOR")
    assert colour("--no-color") == ("none", "--no-color")


def test_faults_are_remarked_on_and_give_2(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("mouse = 3\n")
    ran = briefing("config", "--config", str(file))
    assert ran.code == 2
    assert f"{file}:1: “mouse” takes true or false, not 3" in ran.err
    assert tomllib.loads(ran.out)["mouse"] is Settings().mouse


def test_the_paths(briefing: Briefing, home: Path) -> None:
    ran = briefing("config", "path")
    assert ran.out.splitlines()[0] == str(home / "config" / "settings.toml")
    assert not home.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_completion_knows_every_verb(briefing: Briefing, shell: str) -> None:
    ran = briefing("completion", shell)
    assert ran.code == 0
    assert "from-jsonl" in ran.out
    assert "forget" in ran.out
