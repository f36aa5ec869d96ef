"""The progress bar: only at a terminal, only when it takes long, never with a control byte of a file's name."""

from __future__ import annotations

import io
import sys

import pytest

from briefing.cli import progress as subject
from briefing.cli.context import Context
from briefing.cli.libraries import agrees
from briefing.cli.output import Output
from briefing.cli.progress import Bar
from briefing.model.progress import Progress, Stage
from briefing.settings.places import find_places
from briefing.settings.schema import Settings


class Screen(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def _put_up(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Not a fixture: pytest puts its own stderr in place when the test itself begins."""
    made = Screen()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    return made


def _run(bar: Bar) -> None:
    for done in range(3):
        bar.show(Progress(Stage.READ, done, 3, "[/bad]\x1b[31m\u202e.txt"))
    bar.close()


def test_it_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _put_up(monkeypatch)
    monkeypatch.setattr(subject, "_PATIENCE", -1)
    monkeypatch.setattr(subject, "_PAUSE", -1)
    _run(Bar(Output(), colour=False))
    shown = screen.getvalue()
    assert "reading" in shown
    assert "2/3" in shown
    assert "[/bad]" in shown
    assert "\u202e" not in shown
    assert "\x1b[31m" not in shown
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h") == 1


@pytest.mark.parametrize("output", [Output(quiet=True), Output()])
def test_quiet_or_quick_work_draws_nothing(output: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _put_up(monkeypatch)
    monkeypatch.setattr(subject, "_PATIENCE", -1 if output.quiet else 60)
    _run(Bar(output, colour=True))
    assert screen.getvalue() == ""


def test_no_terminal_no_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "_PATIENCE", -1)
    _run(Bar(Output(), colour=True))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("typed", "asks", "answer"),
    [("y\n", True, True), ("yes\n", True, True), ("\n", True, False), ("y\n", False, False)],
)
def test_a_question(monkeypatch: pytest.MonkeyPatch, typed: str, asks: bool, answer: bool) -> None:
    screen = _put_up(monkeypatch)
    monkeypatch.setattr(sys, "stdin", Screen(typed))
    context = Context(find_places(), Settings(), Output(), asks=asks)
    assert agrees(context, "Really?") is answer
    assert ("Really? [y/N]" in screen.getvalue()) is asks
