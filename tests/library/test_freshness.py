"""A walk is believed while no folder has changed, and for ten minutes at most."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library import freshness
from tests.library.conftest import Desk


@pytest.fixture
def walked(desk: Desk) -> Desk:
    """Built a while after its folders were last changed."""
    desk.write("a.txt")
    desk.write("below/b.txt")
    past = time.time() - 60
    for folder in (desk.folder, desk.folder / "below"):
        os.utime(folder, (past, past))
    desk.build()
    return desk


def fresh(desk: Desk, findings: bool = False) -> bool:
    return desk.library().is_fresh(findings)


def test_what_was_walked_is_fresh(walked: Desk) -> None:
    assert fresh(walked)
    assert fresh(walked)


def test_nothing_built_is_not_fresh(desk: Desk) -> None:
    assert not fresh(desk)


def _add(desk: Desk) -> None:
    desk.write("below/c.txt")


def _remove(desk: Desk) -> None:
    (desk.folder / "a.txt").unlink()


def _rename(desk: Desk) -> None:
    (desk.folder / "a.txt").rename(desk.folder / "z.txt")


def _replace(desk: Desk) -> None:
    (desk.folder / "new").write_text("another text")
    os.replace(desk.folder / "new", desk.folder / "a.txt")


def _add_folder(desk: Desk) -> None:
    (desk.folder / "below" / "deeper").mkdir()


def _remove_all(desk: Desk) -> None:
    (desk.folder / "below" / "b.txt").unlink()
    (desk.folder / "below").rmdir()


@pytest.mark.parametrize("change", [_add, _remove, _rename, _replace, _add_folder, _remove_all])
def test_a_changed_folder_is_walked_again(walked: Desk, change: Callable[[Desk], None]) -> None:
    change(walked)
    assert not fresh(walked)
    walked.build()


def test_a_folder_that_changed_just_before_the_walk_is_walked_again(desk: Desk) -> None:
    """It may change once more within the same tick of the file system's clock."""
    desk.write("a.txt")
    desk.build()
    assert not fresh(desk)


def test_an_old_walk_is_not_believed(walked: Desk) -> None:
    note = walked.store.parent / "walked.json"
    told = json.loads(note.read_text())
    note.write_text(json.dumps(told | {"at": time.time() - freshness.LONGEST - 1}))
    assert not fresh(walked)
    note.write_text(json.dumps(told | {"at": time.time() + 60}))
    assert not fresh(walked)


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"at": "x"}', '{"at": 1}', '{"folders": 3, "at": 1}'])
def test_a_torn_note_is_no_note(walked: Desk, torn: str) -> None:
    (walked.store.parent / "walked.json").write_text(torn)
    assert not fresh(walked)


def test_a_build_that_was_stopped_leaves_no_walk(walked: Desk) -> None:
    walked.build(stop=lambda: True)
    assert not fresh(walked)


def test_files_kept_though_gone_are_looked_for_again(walked: Desk, tmp_path: Path) -> None:
    (walked.folder / "below").rename(tmp_path / "elsewhere")
    (walked.folder / "a.txt").unlink()
    past = time.time() - 60
    os.utime(walked.folder, (past, past))
    walked.build()
    assert not fresh(walked)


def test_other_settings_ask_for_another_walk(walked: Desk) -> None:
    from briefing.model.frozen import replace

    walked.settings = replace(walked.settings, max_file_bytes=10)
    assert not fresh(walked)


def test_findings_of_other_rules_are_no_answer(walked: Desk) -> None:
    """The build of this test used rules of its own."""
    assert not fresh(walked, findings=True)
