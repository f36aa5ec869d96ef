"""The log names places, never values."""

from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest

from briefing.settings.log import log_crash, log_faults
from briefing.settings.places import find_places

SECRET = "words of an article"


def _fail() -> BaseException:
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        failed = error
    return failed


def test_a_crash_is_written_down_without_values(tmp_path: Path) -> None:
    places = find_places(tmp_path)
    log = log_crash(places, _fail())
    assert log == places.log_file
    text = log.read_text()
    assert SECRET not in text
    assert text.index("ValueError") < text.index("KeyError")
    assert "in _fail" in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_long_log_is_turned_over(tmp_path: Path) -> None:
    places = find_places(tmp_path)
    places.state.mkdir(parents=True)
    places.log_file.write_text("x" * 600_000)
    log_crash(places, OSError(28, "No space left on device"))
    assert places.log_file.stat().st_size < 10_000
    assert "No space left" in places.log_file.read_text()
    assert places.log_file.with_name("log.1").stat().st_size == 600_000


def test_a_log_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    assert log_crash(find_places(tmp_path), _fail()) is None


def test_what_parts_report_goes_to_the_log_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = find_places(tmp_path)
    log_faults(places)
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("briefing.some.part").exception("it failed")
    text = places.log_file.read_text()
    assert "it failed" in text
    assert "ValueError" in text
    assert SECRET not in text
    assert capsys.readouterr() == ("", "")
