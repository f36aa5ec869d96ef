"""`briefing open` as far as the command line goes: the plain listing, and what is handed to the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import open as subject
from briefing.model.frozen import replace
from briefing.settings.schema import OpenOptions
from tests.cli.conftest import Briefing, in_process


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[OpenOptions]:
    """What the app is asked for; the app itself is not started."""
    import briefing.app.launch as app

    asked: list[OpenOptions] = []

    def take(library: object, settings: object, places: object, options: OpenOptions) -> int:
        asked.append(options)
        return 0

    monkeypatch.setattr(app, "open_library", take)
    monkeypatch.setattr(subject, "plain_reason", lambda: "")
    return asked


def test_without_a_terminal_it_lists(briefing: Briefing, news: Path) -> None:
    ran = briefing("open", str(news))
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "2022-05-06  Grain prices fall"
    assert "no terminal to draw on: this is a plain list" in ran.err
    assert "the library opened last" in briefing("open").err


def test_a_dumb_terminal_is_told_so(news: Path, home: Path) -> None:
    ran = in_process(["--data-dir", str(home), "open", str(news)], env={"TERM": "dumb"})
    assert ran.returncode == 0
    assert b"TERM=dumb cannot show a full screen" in ran.stderr
    assert b"\x1b" not in ran.stdout + ran.stderr


def test_the_listing_as_json(briefing: Briefing, news: Path) -> None:
    found = briefing("open", str(news), "--json").document
    assert (found["total"], found["shown"]) == (4, 4)
    assert [each["date"] for each in found["articles"]] == ["2022-05-06", "2021-03-04", "2020-01-02", "????"]


def test_flags_reach_the_app(briefing: Briefing, news: Path, home: Path, handed: list[OpenOptions]) -> None:
    words = ["-Q", "harbour", "--actor", "Brandt", "--at", "one.txt:p2", "--view", "who", "--layout", "single"]
    assert briefing("open", str(news), *words, "--theme", "wire", "--ascii", "--mouse", "--low-bandwidth").code == 0
    asked = OpenOptions("harbour", "Brandt", "one.txt:p2", "who", "single", "wire", True, True, True)
    assert handed == [replace(asked, shared=("--data-dir", str(home)), newcomer=True)]


def test_the_tour_and_who_is_new(briefing: Briefing, news: Path, handed: list[OpenOptions]) -> None:
    briefing("index", str(news))
    briefing("open", str(news))
    briefing("open", str(news), "--tour")
    assert [(each.newcomer, each.tour) for each in handed] == [(False, False), (False, True)]


def test_nothing_asked_leaves_it_to_the_settings(
    briefing: Briefing, news: Path, home: Path, handed: list[OpenOptions]
) -> None:
    briefing("open", str(news))
    briefing("open", str(news), "--read-only", "--private", "--no-color")
    shared = ("--data-dir", str(home))
    assert handed == [
        OpenOptions(shared=shared, newcomer=True),
        OpenOptions(colour="none", read_only=True, private=True, shared=shared),
    ]


def test_no_color_reaches_the_app(
    briefing: Briefing, news: Path, handed: list[OpenOptions], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    briefing("open", str(news))
    briefing("open", str(news), "--colour", "256")
    assert [each.colour for each in handed] == ["none", "256"]


@pytest.mark.parametrize("words", [["/no/such/folder"], ["--theme", "wier"]])
def test_wrong_use_before_the_screen_opens(
    briefing: Briefing, news: Path, handed: list[OpenOptions], words: list[str]
) -> None:
    ran = briefing("open", *(words if words[0] != "--theme" else [str(news), *words]))
    assert ran.code == 2
    assert handed == []
