"""The command as such: help, wrong use, errors, signals, pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli import main as subject
from briefing.cli.main import VERBS, load, main
from briefing.model.errors import BriefingError, Locked, QueryError
from tests.cli.conftest import Briefing, in_process, write_articles

SECRET = "words of an article"


def test_alone_it_prints_short_help(briefing: Briefing) -> None:
    ran = briefing()
    assert ran.code == 0
    assert ran.out.count("\n  briefing ") == 3
    assert all(f"  {verb} " in ran.out for verb in VERBS)


def test_help_has_examples_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert out.index("briefing open ~/news") < out.index("options:")
    assert "exit codes: 0 done" in out


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help_and_says_what_it_does(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    out = capsys.readouterr().out
    assert (load(verb).__doc__ or "").split("\n")[0] in out
    assert "--data-dir" in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing {__version__}\n"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["serch", "x"], "there is no command “serch”\nDid you mean “search”?"),
        (["search", "x", "--limt", "3"], "Did you mean “--limit”?"),
        (["timeline", "--limit", "3"], "Try “briefing timeline --help”"),
        (["nothinglike"], "There are: open, index"),
        (["open", "--layout", "colums"], "Did you mean “columns”?"),
        (["search", "-draft"], 'stand after "--"'),
        (["search", "x", "--limit", "0"], "not a number above 0"),
        (["search", "x", "--json", "--plain"], "not allowed with"),
        (["search", "x", "--lim", "3"], "unrecognized"),
        (["show"], "required"),
        (["extract", "--published", "soon", "x"], "not a day"),
        (["--config"], "expected one argument"),
        (["config", "--config", "/nowhere/at/all.toml"], "no settings file"),
    ],
)
def test_wrong_use_is_one_clear_message(briefing: Briefing, words: list[str], hint: str) -> None:
    ran = briefing(*words)
    assert ran.code == 2
    assert hint in ran.err
    assert ran.err.startswith("briefing: ")
    assert ran.out == ""


def test_control_bytes_of_an_argument_are_not_echoed(briefing: Briefing) -> None:
    for words in (["\x1b[31m"], ["open", "/no\x1b]52;c;x\x07"], ["search", "--limit", "\x9b"], ["show", "\u202eevil"]):
        ran = briefing(*words)
        assert ran.code in (2, 5)
        assert all(line.isprintable() for line in ran.err.splitlines())


def _failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    class Verb:
        def run(self, _: object) -> int:
            raise error

        def arguments(self, _: object) -> None: ...

    monkeypatch.setattr(subject, "load", lambda _: Verb())


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (Locked("Somebody writes.", "Wait."), 4, "briefing: Somebody writes.\nWait.\n"),
        (BriefingError("No."), 5, "briefing: No.\n"),
        (QueryError("Odd.", "a b", 2), 2, "briefing: Odd.\n  a b\n    ^\n"),
        (BrokenPipeError(), 141, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_errors_have_their_words_and_codes(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, words: str
) -> None:
    _failing(monkeypatch, error)
    ran = briefing("doctor")
    assert (ran.code, ran.err) == (code, words)


def test_an_unforeseen_error_is_one_line_and_a_log(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    _failing(monkeypatch, ValueError(SECRET))
    ran = briefing("doctor")
    assert ran.code == 5
    assert ran.err == f"briefing: failed: ValueError\nMore is in {home / 'state' / 'log'}.\n"
    log = (home / "state" / "log").read_text()
    assert "test_main.py" in log
    assert SECRET not in log


def test_a_full_disk_is_named(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    _failing(monkeypatch, OSError(28, "No space left on device", "/x/y"))
    ran = briefing("doctor")
    assert ran.code == 5
    assert "No space left on device (/x/y)" in ran.err


@pytest.mark.parametrize("verb", [["config"], ["--help"], ["completion", "bash"]])
def test_a_closed_pipe_is_silent(verb: list[str], home: Path) -> None:
    started = subprocess.Popen(
        [sys.executable, "-m", "briefing", "--data-dir", str(home), *verb],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout
    started.stdout.close()
    _, err = started.communicate(timeout=120)
    assert (started.returncode, err) == (141, b"")


@pytest.mark.parametrize("verb", [["config"], ["--help"]])
def test_a_closed_or_full_output_is_no_traceback(verb: list[str], home: Path) -> None:
    """Closed before the program began; full once what was buffered is sent."""
    command = [sys.executable, "-m", "briefing", "--data-dir", str(home), *verb]
    closed = subprocess.run(["sh", "-c", '"$@" >&-', "-", *command], capture_output=True, timeout=120, check=False)
    assert (closed.returncode, closed.stderr) == (0, b"")
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with open("/dev/full", "wb") as out:
        full = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, env=env, timeout=120, check=False)
    assert full.returncode == 5
    assert b"No space left on device" in full.stderr
    assert b"Traceback" not in full.stderr


def test_a_terminal_without_utf8(home: Path) -> None:
    themes = home / "config" / "settings.toml"
    themes.parent.mkdir(parents=True)
    themes.write_text('theme = "näher"\n', encoding="utf-8")
    env = {"PYTHONIOENCODING": "ascii"}
    ran = in_process(["--data-dir", str(home), "config"], env=env)
    assert ran.returncode == 0
    assert rb'theme = "n\xe4her"' in ran.stdout
    ran = in_process(["--data-dir", str(home), "config", "--json"], env=env)
    assert rb"n\u00e4her" in ran.stdout


ENDING = """
import atexit, os, sys
left, os._exit = os._exit, lambda code: (os.write(1, b"at once\\n"), left(code))
{before}
sys.argv = ["briefing", *{words!r}]
from briefing.cli.main import run
run()
"""


WAITING = """
from threading import Thread, main_thread
Thread(target=lambda: (main_thread().join(), print("later"))).start()
"""


@pytest.mark.parametrize(
    ("before", "end"),
    [
        ("", ["at once"]),
        ("atexit.register(print, 'at the end')", ["at the end"]),
        ("import gc; gc.disable = lambda: None  # as after a build", []),
        (WAITING, ["later"]),
    ],
)
def test_a_search_leaves_at_once_unless_there_is_more_to_do(before: str, end: list[str], tmp_path: Path) -> None:
    news, home = write_articles(tmp_path / "news"), str(tmp_path / "home")
    for folder in (news, *(each for each in news.rglob("*") if each.is_dir())):
        os.utime(folder, (1e9, 1e9))  # as if nothing had come for long, else a search walks over it first
    assert main(["index", str(news), "--data-dir", home]) == 0
    words = ["search", "harbour", "--in", str(news), "--data-dir", home, "--jsonl"]
    code = ENDING.format(before=before, words=words)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("{")
    assert [line for line in lines if not line.startswith("{")] == end
    assert ran.stderr == ""
